import type { CellArray } from "../source/source.ts";
import type { Loop } from "./loops.ts";
import type { Node } from "./node.ts";

/**
 * Computes an expression for `out.length` cells.
 * @param inputs in the order of the expression's `names`: the cells, or one number for all of them (a parameter);
 *   64-bit integers are rounded to f64
 * @param out one of the inputs too, if need be
 */
export type Evaluator = (inputs: readonly (CellArray | number)[], out: Float64Array | Float32Array) => void;

/** Cells at a time: some columns of them fit into the first cache. */
const blockCells = 1024;

/** One operation on a block; out and operands are places among the columns. */
interface Step {
  readonly run: Loop;
  readonly out: number;
  readonly operands: readonly [number, number, number];
}

/**
 * A list of loops over blocks, which takes 1 to 3 times as long as a loop written by hand (measured: 1 Mi cells, Node).
 * Code from a string would do without that, but a content security policy refuses it; closures called for each cell
 * took 4 to 18 times as long.
 * @param inputs how many inputs there are
 */
export function evaluator(root: Node, inputs: number): Evaluator {
  const own = Array.from({ length: inputs }, () => new Float64Array(blockCells));
  const { steps, columns, result } = compiled(root, [...own]);
  return (cells, out) => {
    for (const [i, input] of cells.entries()) if (typeof input === "number") own[i].fill(input);
    for (let start = 0; start < out.length; start += blockCells) {
      const n = Math.min(blockCells, out.length - start);
      for (let i = 0; i < inputs; i++) columns[i] = blockOf(cells[i], start, n, own[i]);
      for (const { run, out: to, operands } of steps) {
        run(columns[to], n, columns[operands[0]], columns[operands[1]], columns[operands[2]]);
      }
      out.set(columns[result].subarray(0, n), start);
    }
  };
}

/** @param columns those of the inputs; constants and intermediate results come after them */
function compiled(root: Node, columns: Float64Array[]) {
  const steps: Step[] = [];
  const scratch: number[] = [];
  const addColumn = () => columns.push(new Float64Array(blockCells)) - 1;
  /** The place of a node's cells. An operation leaves them at `depth`, and may use what is deeper. */
  const placeOf = (node: Node, depth: number): number => {
    if (node.kind === "input") return node.index;
    if (node.kind === "literal") {
      const place = addColumn();
      columns[place].fill(node.value);
      return place;
    }
    let next = depth;
    const [a, b = a, c = a] = node.operands.map((operand) => placeOf(operand, operand.kind === "call" ? next++ : next));
    scratch[depth] ??= addColumn();
    steps.push({ run: node.operation.run, out: scratch[depth], operands: [a, b, c] });
    return scratch[depth];
  };
  const result = placeOf(root, 0);
  return { steps, columns, result };
}

/** Cells from `start` on as f64; `own` is memory for them. */
function blockOf(cells: CellArray | number, start: number, n: number, own: Float64Array): Float64Array {
  if (typeof cells === "number") return own;
  const block = cells.subarray(start, start + n);
  if (block instanceof Float64Array) return block;
  if (block instanceof BigInt64Array || block instanceof BigUint64Array) {
    for (let i = 0; i < n; i++) own[i] = Number(block[i]);
  } else own.set(block);
  return own;
}
