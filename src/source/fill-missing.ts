import { rastrumError } from "../errors.ts";
import { asCell, createCells } from "./cells.ts";
import { storedNodata } from "./dtype.ts";
import type { CellArray, Raster } from "./source.ts";

/**
 * The raster with a value, in its units, where it has none. Scaled cells become doubles in the raster's units, since
 * nothing stored need stand for the value exactly. Throws `invalid-option` where cells cannot hold it.
 */
export function fillMissing(raster: Raster, value: number): Raster {
  const { scale, offset } = raster;
  const unscaled = scale === 1 && offset === 0;
  const dtype = unscaled ? raster.dtype : "float64";
  const filling = asCell(value, dtype);
  if (filling === null || !Number.isFinite(Number(filling)) || (dtype === "bool" && Number(filling) > 1)) {
    const message = `defaultValue cannot be ${value}: cells of type ${raster.dtype} do not hold it.`;
    throw rastrumError("invalid-option", message, { option: "defaultValue", received: value });
  }
  const nodata = storedNodata(raster);
  const fill = (data: CellArray): CellArray => {
    const filled = createCells(dtype, data.length);
    for (let i = 0; i < data.length; i++) {
      const cell = data[i];
      const missing = cell === nodata || Number.isNaN(cell);
      filled[i] = missing ? filling : unscaled ? cell : Number(cell) * scale + offset;
    }
    return filled;
  };
  return {
    ...raster,
    dtype,
    nodata: null,
    scale: 1,
    offset: 0,
    read: async (window, options) => {
      const { data, shape } = await raster.read(window, options);
      return { data: fill(data), shape };
    },
  };
}
