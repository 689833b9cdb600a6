import { expressionFault, quoted } from "./fault.ts";

export interface Token {
  readonly kind: "number" | "name" | "symbol" | "end";
  readonly text: string;
  /** Offset into the expression. */
  readonly at: number;
}

/** A text above these is no expression that somebody wrote. Compilers of WGSL take chains of some 500 operators. */
const mostCharacters = 10_000;
const mostTokens = 1000;

const space = /\s+/y;
/** WGSL's literals that become an f32: hexadecimal whole numbers, decimal floats, whole numbers without a suffix. */
const number = /0[xX][\da-fA-F]+|(?:(?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|0|[1-9]\d*)f?/y;
/** All that stands with a number without a gap, so that `1u`, `012` and `1.2.3` are told as a whole. */
const run = /[\w.]+/y;
/** WGSL's identifiers, and the members of structs. */
const name = /[\p{XID_Start}_]\p{XID_Continue}*(?:\.[\p{XID_Start}_]\p{XID_Continue}*)*/uy;
/** `--` and `++` are one token in WGSL, which no expression has: `a--b` is as wrong here as there. */
const symbol = /&&|\|\||[<>=!]=|--|\+\+|./suy;

/** Cuts an expression into tokens; the last is the "end". Throws `invalid-expression` for a number that is none. */
export function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  if (expression.length > mostCharacters) {
    throw expressionFault(expression, mostCharacters, "", `it is longer than ${mostCharacters} characters`);
  }
  let at = 0;
  while (at < expression.length) {
    at += match(space, expression, at).length;
    if (at === expression.length) break;
    if (tokens.length === mostTokens) {
      throw expressionFault(expression, at, "", `it has more than ${mostTokens} names, numbers and signs`);
    }
    const token = tokenAt(expression, at);
    tokens.push(token);
    at += token.text.length;
  }
  tokens.push({ kind: "end", text: "", at: expression.trimEnd().length });
  return tokens;
}

function tokenAt(expression: string, at: number): Token {
  const digits = match(number, expression, at);
  const rest = digits === "" ? "" : match(run, expression, at + digits.length);
  if (rest !== "") {
    const what = `${quoted(digits + rest)} is no f32, which all numbers here are: write 1, 1.0, .5, 1e3, 0x10 or 0.1f`;
    throw expressionFault(expression, at, digits + rest, what);
  }
  if (digits !== "") return { kind: "number", text: digits, at };
  const word = match(name, expression, at);
  if (word !== "") return { kind: "name", text: word, at };
  return { kind: "symbol", text: match(symbol, expression, at), at };
}

function match(sticky: RegExp, text: string, at: number): string {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0] ?? "";
}
