import * as loops from "./loops.ts";

export type Type = "number" | "boolean";

/** An operator or a function of the language. */
export interface Operation {
  readonly name: string;
  readonly takes: readonly Type[];
  readonly gives: Type;
  /** How tightly an operator of two operands binds: 1 `&&` and `||`, 2 comparisons, 3, 4; the rest have 0. */
  readonly power: number;
  /** Nothing is rounded: from f32 numbers that are zero or normal come the same on every device (see expression.ts). */
  readonly exact: boolean;
  readonly run: loops.Loop;
  readonly wgsl: (...operands: string[]) => string;
}

const one: Type[] = ["number"];
const two: Type[] = ["number", "number"];
const three: Type[] = ["number", "number", "number"];
const logical: Type[] = ["boolean", "boolean"];

/** Both operators of one operand. */
export const prefixes: ReadonlyMap<string, Operation> = byName([
  { ...prefix("-"), takes: one, gives: "number", exact: true, run: loops.negate },
  { ...prefix("!"), takes: ["boolean"], gives: "boolean", exact: true, run: loops.not },
]);

/** The operators of two operands. */
export const operators: ReadonlyMap<string, Operation> = byName([
  { ...infix("||", 1), takes: logical, gives: "boolean", exact: true, run: loops.or },
  { ...infix("&&", 1), takes: logical, gives: "boolean", exact: true, run: loops.and },
  comparison("<", loops.less),
  comparison("<=", loops.lessOrEqual),
  comparison(">", loops.swapped(loops.less)),
  comparison(">=", loops.swapped(loops.lessOrEqual)),
  comparison("==", loops.equal),
  comparison("!=", loops.notEqual),
  arithmetic("+", 3, loops.add),
  arithmetic("-", 3, loops.subtract),
  arithmetic("*", 4, loops.multiply),
  arithmetic("/", 4, loops.divide),
  arithmetic("%", 4, loops.remainder),
]);

/**
 * The functions, by WGSL's names and definitions. `exact` ones choose among their operands or give a whole number.
 * How f64 rounds in the others beside sqrt, fract and `%` is up to the JavaScript engine (ECMAScript, "Math").
 * No `fma`: WGSL lets it round once or twice, as it likes.
 */
export const functions: ReadonlyMap<string, Operation> = byName([
  exact("abs", one, loops.absolute),
  exact("min", two, loops.min),
  exact("max", two, loops.max),
  // WGSL's own clamp may take the median instead, which differs where low > high.
  { ...exact("clamp", three, loops.clamp), wgsl: (e, low, high) => `min(max(${e}, ${low}), ${high})` },
  exact("floor", one, loops.floor),
  exact("ceil", one, loops.ceil),
  exact("round", one, loops.round),
  exact("trunc", one, loops.trunc),
  exact("sign", one, loops.sign),
  exact("select", ["number", "number", "boolean"], loops.select),
  rounded("fract", one, (a) => a - Math.floor(a)),
  { ...exact("sqrt", one, loops.root), exact: false },
  rounded("exp", one, Math.exp),
  rounded("exp2", one, (a) => 2 ** a),
  rounded("log", one, Math.log),
  rounded("log2", one, Math.log2),
  rounded("pow", two, (a, b) => a ** b),
  rounded("sin", one, Math.sin),
  rounded("cos", one, Math.cos),
  rounded("tan", one, Math.tan),
  rounded("asin", one, Math.asin),
  rounded("acos", one, Math.acos),
  rounded("atan", one, Math.atan),
  rounded("atan2", two, Math.atan2),
]);

function exact(name: string, takes: Type[], run: loops.Loop): Operation {
  const wgsl = (...operands: string[]) => `${name}(${operands.join(", ")})`;
  return { name, takes, gives: "number", power: 0, exact: true, run, wgsl };
}

function rounded(name: string, takes: Type[], of: (a: number, b: number) => number): Operation {
  return { ...exact(name, takes, loops.each(of)), exact: false };
}

function comparison(name: string, run: loops.Loop) {
  return { ...infix(name, 2), takes: two, gives: "boolean" as const, exact: true, run };
}

function arithmetic(name: string, power: number, run: loops.Loop) {
  return { ...infix(name, power), takes: two, gives: "number" as const, exact: false, run };
}

function infix(name: string, power: number) {
  return { name, power, wgsl: (left: string, right: string) => `(${left} ${name} ${right})` };
}

function prefix(name: string) {
  return { name, power: 0, wgsl: (operand: string) => `(${name}${operand})` };
}

function byName(rows: Operation[]): ReadonlyMap<string, Operation> {
  return new Map(rows.map((row) => [row.name, row]));
}
