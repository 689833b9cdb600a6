import type { Dtype } from "../../source/source.ts";
import type { Accumulator } from "../../stats/partial.ts";
import type { Demand } from "../backend.ts";

/** Cells that WGSL has no exact type for. */
const wideDtypes: ReadonlySet<Dtype> = new Set(["int64", "uint64", "float64"]);

/** Cells with so few values that the kernel counts each. */
const byteDtypes: ReadonlySet<Dtype> = new Set(["bool", "int8", "uint8"]);

/** What the kernels accumulate, or the CPU adds of the cells that zones cover in part. */
const sums: ReadonlySet<Accumulator> = new Set(["weight", "sum", "squares"]);

function accumulates(need: Accumulator, dtype: Dtype): boolean {
  return sums.has(need) || (need === "values" && byteDtypes.has(dtype));
}

/** Whether the kernels can do it exactly, on any device. */
export function webgpuSupports({ dtype, needs, singly }: Demand): boolean {
  return !wideDtypes.has(dtype) && !singly && [...needs].every((need) => accumulates(need, dtype));
}
