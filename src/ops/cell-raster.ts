import { rastrumError } from "../errors.ts";
import { type Expression, parseExpression } from "../expression/expression.ts";
import { storedNodata } from "../source/dtype.ts";
import { readBands } from "../source/read-bands.ts";
import type { CellArray, Dimension, Dtype, Raster, ReadOptions } from "../source/source.ts";

/** A dimension of more bands has no names of numbers. */
const MOST_NUMBERED = 4096;
/** Types whose values a float32 holds. */
const narrow: readonly Dtype[] = ["bool", "int8", "uint8", "int16", "uint16", "float16", "float32"];

/**
 * The raster of what an expression makes of each cell: `x` is the cell's value in the raster's units, `p.name` a
 * parameter, and the labels of a dimension are the values there (those of bands are b1, b2 … too); that dimension is gone
 * then. Cells are doubles (floats where nothing is rounded); none where one that is read has no value, or where the result
 * is NaN.
 */
export function cellRaster(raster: Raster, text: string, parameters: Readonly<Record<string, number>>): Raster {
  checkParameters(parameters);
  const bands = raster.dimensions.map(labelsOf);
  const names = ["x", ...Object.keys(parameters).map((name) => `p.${name}`), ...bands.flat()];
  const expression = parseExpression(text, names);
  const axis = bandAxis(expression, raster.dimensions, bands);
  const dropped = <Item>(items: readonly Item[]) => items.filter((_, i) => i !== axis);
  const unscaled = raster.scale === 1 && raster.offset === 0;
  const dtype = expression.exactOnGpu && unscaled && narrow.includes(raster.dtype) ? "float32" : "float64";
  return {
    ...raster,
    dtype,
    dimensions: dropped(raster.dimensions),
    chunkShape: dropped(raster.chunkShape),
    nodata: null,
    scale: 1,
    offset: 0,
    unit: null,
    read: async (window, options: ReadOptions = {}) => {
      const read = expression.names.filter((name) => !name.startsWith("p."));
      const asked = axis < 0 ? [] : read.map((name) => bands[axis].indexOf(name) % raster.dimensions[axis].size);
      const blocks =
        axis < 0 ? [await raster.read(window, options)] : await readBands(raster, axis, asked, window, options);
      const cells = blocks.map(({ data }) => inUnits(raster, data));
      const inputs = expression.names.map((name) =>
        name.startsWith("p.") ? parameters[name.slice(2)] : cells[read.indexOf(name)],
      );
      const out = dtype === "float32" ? new Float32Array(cells[0].length) : new Float64Array(cells[0].length);
      expression.toJs()(inputs, out);
      for (const column of cells) for (let i = 0; i < out.length; i++) if (Number.isNaN(column[i])) out[i] = Number.NaN;
      return { data: out, shape: dropped(blocks[0].shape) };
    },
  };
}

function checkParameters(parameters: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(parameters)) {
    if (typeof value === "number" && Number.isFinite(value) && /^[A-Za-z]\w*$/.test(name)) continue;
    const message = `The parameter p.${name} cannot be ${String(value)}: give finite numbers with names of letters and digits.`;
    throw rastrumError("invalid-option", message, { option: "parameters", received: parameters });
  }
}

/** What an expression can call the indices of a dimension: its labels, and those of bands b1, b2 … too, in this order. */
function labelsOf({ name, size, labels }: Dimension): readonly string[] {
  const texts = labels?.type === "text" ? labels.values : [];
  if (!/^bands?$/i.test(name) || size > MOST_NUMBERED) return texts;
  const numbers = Array.from({ length: size }, (_, band) => `b${band + 1}`);
  return [...(texts.length === size ? texts : numbers), ...numbers];
}

/** The dimension whose labels the expression names; -1 where it names none. */
function bandAxis(
  { names, text }: Expression,
  dimensions: readonly Dimension[],
  bands: readonly (readonly string[])[],
) {
  const used = names.filter((name) => name !== "x" && !name.startsWith("p."));
  if (used.length === 0) return -1;
  const axis = bands.findIndex((labels) => used.every((name) => labels.includes(name)));
  if (axis >= 0 && !names.includes("x")) return axis;
  const what =
    axis >= 0 ? "x beside bands" : `bands of several dimensions (${dimensions.map(({ name }) => name).join(", ")})`;
  throw rastrumError("invalid-option", `The expression "${text}" names ${what}: name bands of one dimension only.`, {
    option: "cell",
    received: text,
  });
}

/** Values as doubles in the raster's units, NaN where there is none. */
function inUnits(raster: Raster, data: CellArray): Float64Array {
  const nodata = storedNodata(raster);
  const { scale, offset } = raster;
  const values = new Float64Array(data.length);
  for (let i = 0; i < data.length; i++) {
    values[i] = data[i] === nodata ? Number.NaN : Number(data[i]) * scale + offset;
  }
  return values;
}
