import { mask } from "./mask.ts";
import { zonal } from "./zonal.ts";

/** Every kernel there is; parity tests run over this list. */
export const kernels = [zonal, mask];
