import { expressionFault } from "./fault.ts";
import { type Operation, prefixes, type Type } from "./operations.ts";

/** A part of an expression; `at` is the offset where it begins. */
export type Node = Literal | Input | Call;

export interface Literal {
  readonly kind: "literal";
  readonly type: Type;
  /** A boolean is 1 or 0. */
  readonly value: number;
  readonly at: number;
}

export interface Input {
  readonly kind: "input";
  readonly type: "number";
  /** Place among the names that the expression uses. */
  readonly index: number;
  readonly at: number;
}

/** An operator or a function with its operands, not all of them literals. */
export interface Call {
  readonly kind: "call";
  readonly type: Type;
  readonly operation: Operation;
  readonly operands: readonly Node[];
  /** How many parentheses lie within each other when it is written as WGSL. */
  readonly nesting: number;
  readonly at: number;
}

/** Compilers of WGSL give up at 127 parentheses within each other; a minus sign or `!` counts as two. */
export const mostNesting = 100;

/**
 * An operation on operands, which is a literal where they are. Throws `invalid-expression` for operands of a wrong type
 * and for constants that are no f32, both of which WGSL refuses.
 * @param at where the operation begins
 * @param sign where its operator or name stands
 */
export function call(text: string, operation: Operation, operands: readonly Node[], at: number, sign = at): Node {
  const { name, gives: type } = operation;
  for (const [i, operand] of operands.entries()) {
    if (operand.type === operation.takes[i]) continue;
    const what = `${name} takes a ${operation.takes[i]} here, and this is a ${operand.type}`;
    throw expressionFault(text, operand.at, text.slice(operand.at, operand.at + 40), what);
  }
  if (operands.every((operand) => operand.kind === "literal")) {
    const [a, b = a, c = a] = operands.map(({ value }) => Float64Array.of(value));
    const out = new Float64Array(1);
    operation.run(out, 1, a, b, c);
    return literal(text, out[0], type, at, { received: name, at: sign });
  }
  const inner = operands.map((operand, i) => nestingOf(operand) - (i === 0 && continues(operation, operand) ? 1 : 0));
  const nesting = Math.max(...inner) + (operation === prefixes.get(name) ? 2 : 1);
  if (nesting > mostNesting) throw tooDeep(text, sign, name);
  return { kind: "call", type, operation, operands, nesting, at };
}

/** A constant. @param from what it comes from, for the error: WGSL refuses constants beyond f32 and NaN */
export function literal(
  text: string,
  value: number,
  type: Type,
  at: number,
  from: { received: string; at: number },
): Literal {
  if (Number.isFinite(Math.fround(value))) return { kind: "literal", type, value, at };
  const what = `the constant ${from.received} gives ${value}, and f32 goes from -3.4028235e38 to 3.4028235e38`;
  throw expressionFault(text, from.at, from.received, what);
}

export function tooDeep(text: string, at: number, received: string) {
  return expressionFault(text, at, received, `more than ${mostNesting} operations lie within each other here`);
}

/** True where `a + b` needs no parentheses in `a + b + c`. */
export function continues(operation: Operation, left: Node): boolean {
  if (left.kind !== "call" || operation.power === 0) return false;
  return left.operation === operation || (operation.power > 2 && left.operation.power === operation.power);
}

function nestingOf(node: Node): number {
  return node.kind === "call" ? node.nesting : 0;
}
