import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import { parseExpression } from "../../../src/expression/expression.ts";
import { draws, seed } from "../../helpers/random.ts";

const names = ["x", "a", "b", "c", "p.a", "p.limit", "B04", "B8A", "höhe"];
const wgsl = (text: string) => parseExpression(text, names).toWgsl();
const wgslOf = (condition: string) => wgsl(`select(0, 1, ${condition})`);

function refusal(text: string, known: readonly string[] = names) {
  try {
    parseExpression(text, known);
  } catch (error) {
    if (!isRastrumError(error, "invalid-expression")) throw error;
    expect(error.expression).toBe(text);
    expect(error.message).toContain(`wrong at column ${error.position}: `);
    return error;
  }
  throw new Error(`accepted: ${text}`);
}

describe("which operator goes first", () => {
  it.each([
    ["a + b * c", "a + (b * c)"],
    ["a * b + c", "(a * b) + c"],
    ["a - b - c", "(a - b) - c"],
    ["a - (b - c)", "a - (b - c)"],
    ["a / b * c % x", "((a / b) * c) % x"],
    ["a / (b * c)", "a / (b * c)"],
    ["a - b + c", "(a - b) + c"],
    ["-a * b", "(-a) * b"],
    ["a * -b", "a * (-b)"],
    ["a - -b", "a - (-b)"],
    ["- - a", "-(-a)"],
    ["-(a + b)", "-(a + b)"],
  ])("%s is %s", (text, grouped) => {
    expect(wgsl(text)).toBe(wgsl(grouped));
    expect(wgsl(text).replaceAll(" ", "")).toMatch(/^\(/); // an operator, with its own parentheses
  });

  it.each([
    ["a + b < c * x", "(a + b) < (c * x)"],
    ["a < b && b < c", "(a < b) && (b < c)"],
    ["a < b && b < c && c < x", "((a < b) && (b < c)) && (c < x)"],
    ["a < b || b == c", "(a < b) || (b == c)"],
    ["!(a < b) && b != c", "(!(a < b)) && (b != c)"],
    ["(a < b && b < c) || a > 1", "((a < b) && (b < c)) || (a > 1)"],
  ])("%s is %s", (text, grouped) => expect(wgslOf(text)).toBe(wgslOf(grouped)));

  it("parentheses are written where they mean something", () => {
    expect(wgsl("(x - p.a) / (x + p.a)")).toBe("((x - p.a) / (x + p.a))");
    expect(wgsl("a - b - c * x")).toBe("(a - b - (c * x))");
    expect(wgsl("a - (b - c)")).toBe("(a - (b - c))");
    expect(wgsl("((x))")).toBe("x");
    expect(wgsl("clamp(x, 0, 1,)")).toBe("min(max(x, 0f), 1f)");
  });
});

describe("numbers", () => {
  it.each([
    ["1", "1f"], ["1.", "1f"], [".5", "0.5f"], ["1e3", "1000f"], ["1.5E-2f", "0.014999999664723873f"], ["0", "0f"],
    ["0x10", "16f"], ["0x1F", "31f"], ["0X1e+5", "35f"], ["3f", "3f"], ["-2", "(-2f)"], ["1180591620717411303424", "1.1805916207174113e+21f"],
    ["0.1", "0.10000000149011612f"], ["3.4028235e38", "3.4028234663852886e+38f"],
  ])("%s is %s", (text, written) => expect(wgsl(text)).toBe(written)); // biome-ignore format: pairs

  it.each(["1u", "1i", "1h", "012", "1.2.3", "0x1p4", "1e", "1e+", "1.x", "2x", "1_000"])("%s is none", (text) => {
    const error = refusal(`x + ${text}`);
    expect(error.position).toBe(5);
    expect(error.message).toMatch(/is no f32|expected an operator/);
  });

  it("constants are computed once", () => {
    expect(wgsl("x + 1 / 2")).toBe("(x + 0.5f)");
    expect(wgsl("x * select(2, sqrt(9), !(1 < 2) || true)")).toBe("(x * 3f)");
    expect(wgsl("x * (2 * 3 - 10)")).toBe("(x * (-4f))");
  });

  it.each([
    ["x + 1e39", 5, "1e39"],
    ["x + 1 / 0", 7, "/"],
    ["x + 0 / 0", 7, "/"],
    ["x * (1e38 * 10)", 11, "*"],
    ["x + sqrt(-1)", 5, "sqrt"],
  ])("%s is beyond f32", (text, position, received) => {
    expect(refusal(text)).toMatchObject({ position, received });
    expect(refusal(text).message).toContain("f32 goes from");
  });
});

describe("what is no expression", () => {
  it.each([
    ["", 1, "", "found the end, expected a number, a name or"],
    ["  ", 1, "", "found the end"],
    ["x +", 4, "", "found the end, expected a number, a name or"],
    ["x + ", 4, "", "found the end"],
    ["x y", 3, "y", 'found "y", expected an operator or the end'],
    ["(x", 3, "", 'found the end, expected an operator or ")" for the "(" of column 1'],
    ["x)", 2, ")", "expected an operator or the end"],
    ["()", 2, ")", "expected a number, a name"],
    ["x--1", 2, "--", 'found "--"'],
    ["x ++ 1", 3, "++", 'found "++"'],
    ["x = 3", 3, "=", "expected an operator or the end"],
    ["x; x", 2, ";", "expected an operator or the end"],
    ["x[0]", 2, "[", "expected an operator or the end"],
    ["@x", 1, "@", "expected a number"],
    ["x & 1", 3, "&", "expected an operator or the end"],
    ["x // 2", 4, "/", "expected a number"],
    ["x ? 1 : 2", 3, "?", "expected an operator or the end"],
    ["vec2<f32>(x)", 1, "vec2", 'there is no name "vec2"'],
    ["fn f() { }", 1, "fn", 'there is no name "fn"'],
    ["let y = x", 1, "let", 'there is no name "let"'],
    ["x + 😀", 5, "😀", 'found "😀"'],
  ])("%j", (text, position, received, words) => {
    const error = refusal(text);
    expect(error).toMatchObject({ position, received });
    expect(error.message).toContain(words);
  });

  it.each([
    ["x + p.b", 5, 'there is no name "p.b". Did you mean "p.a"? Known: x, a, b, c, p.a, p.limit, B04, B8A, höhe.'],
    ["x + p.limt", 5, 'Did you mean "p.limit"?'],
    ["x.y", 1, 'there is no name "x.y"'],
    ["p", 1, 'there is no name "p"'],
    ["b04", 1, 'Did you mean "B04"?'],
    ["flor(x)", 1, 'there is no function "flor". Did you mean "floor"? Known: abs, min,'],
    ["sqrt", 1, 'there is no name "sqrt"'],
    ["x(2)", 1, 'there is no function "x"'],
  ])("%s: unknown", (text, position, words) => {
    expect(refusal(text).position).toBe(position);
    expect(refusal(text).message).toContain(words);
  });

  it.each([
    ["min(x)", 1, "min takes 2 values, and here are 1"],
    ["a + abs(a, b)", 5, "abs takes 1 value, and here are 2"],
    ["abs()", 1, "abs takes 1 value, and here are 0"],
    ["min(x b)", 7, 'expected an operator, "," or ")" for the "(" of column 4'],
    ["min(,x)", 5, 'found ","'],
    ["x < 1", 1, "it is true or false, and a cell is a number: write select(0, 1, …)"],
    ["x + (a < b)", 6, "+ takes a number here, and this is a boolean"],
    ["!x", 2, "! takes a boolean here, and this is a number"],
    ["-(a < b)", 3, "- takes a number here"],
    ["select(1, 2, x)", 14, "select takes a boolean here"],
    ["select(0, 1, a < b < c)", 20, 'found "<" after a comparison'],
    ["select(0, 1, a == b != c)", 21, 'found "!=" after a comparison'],
    ["select(0, 1, a < b && b < c || true)", 29, 'found "||" after "&&": say by parentheses'],
    ["select(0, 1, true || a < b && b < c)", 28, 'found "&&" after "||": say by parentheses'],
    ["select(0, 1, true == false)", 14, "== takes a number here"],
  ])("%s", (text, position, words) => {
    expect(refusal(text).position).toBe(position);
    expect(refusal(text).message).toContain(words);
  });
});

describe("hostile texts", () => {
  const deep = "operations lie within each other";
  it.each([
    ["open parentheses", "(".repeat(100_000), "longer than 10000 characters"],
    ["a name without end", "x".repeat(100_000), "longer than 10000 characters"],
    ["9,000 parentheses", "(".repeat(9000), "more than 1000 names, numbers and signs"],
    ["a sum without end", `x${"+x".repeat(4000)}`, "more than 1000 names"],
    ["parentheses within parentheses", `${"(".repeat(101)}x${")".repeat(101)}`, deep],
    ["calls within calls", `${"abs(".repeat(101)}x${")".repeat(101)}`, deep],
    ["minus signs", `${"- ".repeat(101)}x`, deep],
    ["exclamation marks", `select(0, 1, ${"!".repeat(900)}true)`, deep],
    ["much within a few parentheses", `${"1 + 2 * - (".repeat(40)}x${")".repeat(40)}`, deep],
    ["a long name", "y".repeat(9000), `there is no name "${"y".repeat(40)}…"`],
  ])("%s", (_, text, words) => {
    const error = refusal(text);
    expect(error.message).toContain(words);
    expect(error.message.length).toBeLessThan(300);
    expect(error.received.length).toBeLessThan(50);
  });

  it("many known names are not all told", () => {
    const known = Array.from({ length: 5000 }, (_, i) => `band${i}`);
    expect(refusal("y", known).message).toMatch(/Known: band0, .*, band39, …\.$/);
  });

  it("any text at all is an expression or a tagged error with a position within it", () => {
    const pieces = fc.constantFrom(
      ..."x a p.a B04 ( ) , + - * / % ! < == && || min select true 1 .5 0x 1u -- [ ; é 😀".split(" "),
      " ",
    );
    const soup = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));
    const spaced = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(fc.oneof(soup, spaced, fc.string({ unit: "binary" })), (text) => {
        try {
          expect(parseExpression(text, names).toWgsl()).not.toBe("");
        } catch (error) {
          if (!isRastrumError(error, "invalid-expression")) throw error;
          expect(error.position).toBeGreaterThanOrEqual(1);
          expect(error.position).toBeLessThanOrEqual(text.length + 1);
        }
      }),
      { numRuns: draws(500), seed },
    );
  });

  it("what is just within the bounds is taken", () => {
    const parser = (text: string) => parseExpression(text, ["x"]).names;
    expect(parser(`${"(".repeat(100)}x${")".repeat(100)}`)).toEqual(["x"]);
    expect(parser(`x${" + x".repeat(499)}`)).toEqual(["x"]);
  });
});
