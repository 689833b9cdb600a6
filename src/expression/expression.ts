import { type Evaluator, evaluator } from "./evaluate.ts";
import { expressionFault } from "./fault.ts";
import type { Node } from "./node.ts";
import { Parser } from "./parse.ts";
import { wgslOf } from "./wgsl.ts";

/** One WGSL expression that gives a number, compiled from one parse to JavaScript and to WGSL. */
export interface Expression {
  /** As it was written. */
  readonly text: string;
  /** The names that it reads, in order of first use. */
  readonly names: readonly string[];
  /**
   * True where a GPU gives the very numbers that the CPU gives, as long as all inputs and parameters are
   * {@link isGpuNumber}. False as soon as something is rounded: then it belongs to the CPU, on every backend.
   */
  readonly exactOnGpu: boolean;
  /** A function over whole columns. It keeps memory for a block, so make one per worker and use it again. */
  toJs(): Evaluator;
  /**
   * The text of a WGSL expression of type f32; names are written as they are, or as `nameOf` says.
   * @param nameOf how the shader reaches a name, which is the `index`-th of `names`
   */
  toWgsl(nameOf?: (name: string, index: number) => string): string;
}

/**
 * Reads one WGSL expression, as `(x - p.a) / (x + p.a)`. All numbers are floats (so 1/2 is 0.5, which in WGSL is 0),
 * and there are only numbers and booleans:
 *
 *     expression     = comparison { "&&" comparison } | comparison { "||" comparison }
 *     comparison     = sum [ ( "<" | "<=" | ">" | ">=" | "==" | "!=" ) sum ]
 *     sum            = product { ( "+" | "-" ) product }
 *     product        = unary { ( "*" | "/" | "%" ) unary }
 *     unary          = ( "-" | "!" ) unary | primary
 *     primary        = number | "true" | "false" | name | "(" expression ")"
 *                    | function "(" expression { "," expression } [ "," ] ")"
 *     number         = WGSL's decimal literals with or without "f", and hexadecimal whole numbers
 *     name           = one of `names`; function = one of operations.ts, by WGSL's name and definition
 *
 * As in WGSL `&&` and `||` do not mix, and comparisons do not chain, without parentheses; `--` is no double minus.
 *
 * What it means. **The CPU computes in f64**, without a rounding to f32 between: that is what (x - a) / (x + a) should
 * be, also for f64 and wide integer cells. WGSL cannot promise as much, not even f32 to the bit: `+ - *` may be rounded
 * up or down, `/` is within 2.5 ulp, operations may be reassociated and fused (WGSL §15.7.2, §15.7.4, §15.7.5;
 * there is no way to forbid it). So what rounds is not `exactOnGpu`, and both backends leave it to the CPU. What rests:
 * comparisons, logic, select, min, max, clamp, saturate, abs, minus, sign, step, floor, ceil, round, trunc, with
 * constants that are f32. They choose among their operands or give a whole number, and f64 and f32 give the same.
 * Beyond {@link isGpuNumber} WGSL allows a GPU anything (infinities, NaN) or zero (subnormals); and the sign of a zero,
 * which none of them can see, may differ.
 *
 * A cell without a value is no input: leave it out before or after. A result that is NaN (0/0) is no value either.
 * Constants are computed once, in f64, and must be finite in f32, as WGSL demands.
 *
 * @param names what it may read: `x`, parameters as `p.a`, bands
 * @throws `invalid-expression` with the 1-based column for anything else, and above 10,000 characters, 1000 tokens or
 *   100 operations within each other
 */
export function parseExpression(text: string, names: readonly string[]): Expression {
  const parser = new Parser(text, names);
  const root = parser.whole();
  if (root.type === "boolean") {
    const what = "it is true or false, and a cell is a number: write select(0, 1, …) around it";
    throw expressionFault(text, root.at, text, what);
  }
  const used = parser.used;
  return {
    text,
    names: used,
    exactOnGpu: isExact(root),
    toJs: () => evaluator(root, used.length),
    toWgsl: (nameOf = (name) => name) => wgslOf(root, (index) => nameOf(used[index], index)),
  };
}

/** True for zero and normal f32 numbers, of which a GPU keeps every bit (but for the sign of zero). */
export function isGpuNumber(value: number): boolean {
  return value === 0 || (Math.fround(value) === value && Math.abs(value) >= 2 ** -126 && Number.isFinite(value));
}

function isExact(node: Node): boolean {
  if (node.kind === "call") return node.operation.exact && node.operands.every(isExact);
  return node.kind === "input" || isGpuNumber(node.value);
}
