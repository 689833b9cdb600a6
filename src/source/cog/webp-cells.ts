import { loadWebp } from "./load-codec.ts";
import type { TileRecipe } from "./tile-recipe.ts";

/** The cells of a tile that is a WebP image. */
export async function webpCells({ shape }: TileRecipe, bytes: Uint8Array, rows: number) {
  const [samples, mostRows, columns] = shape;
  const { width, height } = webpSize(bytes);
  if (width !== columns || height < rows || height > mostRows) {
    throw new Error(`the WebP data are of ${width} × ${height} cells, not ${columns} × ${mostRows}`);
  }
  if (samples !== 3 && samples !== 4) throw new Error(`WebP data of ${samples} samples`);
  const { decode } = await loadWebp();
  const data = await decode(bytes);
  if (data.length !== 4 * width * height) throw new Error("the WebP data are damaged");
  return { data, strides: [1, 4 * columns, 4] as const };
}

/** Size of the canvas in the header (RFC 9649), which the decoder holds all frames to. */
function webpSize(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 30 || ascii(bytes, 0) !== "RIFF" || ascii(bytes, 8) !== "WEBP") throw new Error("no WebP data");
  switch (ascii(bytes, 12)) {
    case "VP8 ":
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case "VP8L": {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case "VP8X":
      return { width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 };
    default:
      throw new Error("no WebP data");
  }
}

function ascii(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
