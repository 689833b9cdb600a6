import { continues, type Node } from "./node.ts";

/** @param nameOf how WGSL reaches the input of that place */
export function wgslOf(node: Node, nameOf: (index: number) => string): string {
  if (node.kind === "input") return nameOf(node.index);
  if (node.kind === "literal") return literalText(node.type === "boolean", node.value);
  const operands = node.operands.map((operand) => wgslOf(operand, nameOf));
  if (continues(node.operation, node.operands[0])) operands[0] = operands[0].slice(1, -1);
  return node.operation.wgsl(...operands);
}

/** Rounded to f32 here, to nearest: WGSL lets a compiler round up or down. */
function literalText(isBoolean: boolean, value: number): string {
  if (isBoolean) return value === 1 ? "true" : "false";
  const text = `${Math.fround(value)}f`;
  return value < 0 ? `(${text})` : text;
}
