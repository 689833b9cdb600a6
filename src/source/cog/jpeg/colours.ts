import { clamp, type Plane } from "./idct.ts";

/** Bits behind the point, and the factors of JFIF with so many, rounded. */
const SHIFT = 16;
const HALF = 1 << (SHIFT - 1);
const RED_OF_CR = 91881; // 1.402
const BLUE_OF_CB = 116130; // 1.772
const GREEN_OF_CR = 46802; // 0.714136
const GREEN_OF_CB = 22554; // 0.344136

/** Red, green and blue, one plane after the other, of Y, Cb and Cr; in integers, as libjpeg. */
export function toRgb(planes: readonly Plane[], width: number, height: number, precision: number): Samples {
  const cells = width * height;
  if (precision > 8) {
    const out = new Uint16Array(3 * cells);
    eachRow(planes, width, height, out, (y, cb, cr, ...rgb) => convertWords(y, cb, cr, ...rgb, 2 ** precision - 1));
    return out;
  }
  // Stores that clamp are twice as fast as comparing.
  const out = new Uint8ClampedArray(3 * cells);
  eachRow(planes, width, height, out, convertBytes);
  return new Uint8Array(out.buffer);
}

type Samples = Uint8Array | Uint16Array;
type Convert<Out> = (y: Samples, cb: Samples, cr: Samples, red: Out, green: Out, blue: Out) => void;

function eachRow<Out extends Uint8ClampedArray | Uint16Array>(
  planes: readonly Plane[],
  width: number,
  height: number,
  out: Out,
  convert: Convert<Out>,
): void {
  for (let row = 0; row < height; row++) {
    const [y, cb, cr] = planes.map(({ data, stride }) => data.subarray(row * stride, row * stride + width));
    const [red, green, blue] = [0, 1, 2].map((plane) => {
      const start = (plane * height + row) * width;
      return out.subarray(start, start + width) as Out;
    });
    convert(y, cb, cr, red, green, blue);
  }
}

const convertBytes: Convert<Uint8ClampedArray> = (y, cb, cr, red, green, blue) => {
  for (let i = 0; i < y.length; i++) {
    const light = y[i];
    const b = cb[i] - 128;
    const r = cr[i] - 128;
    red[i] = light + ((Math.imul(RED_OF_CR, r) + HALF) >> SHIFT);
    green[i] = light + ((HALF - Math.imul(GREEN_OF_CB, b) - Math.imul(GREEN_OF_CR, r)) >> SHIFT);
    blue[i] = light + ((Math.imul(BLUE_OF_CB, b) + HALF) >> SHIFT);
  }
};

function convertWords(
  y: Samples,
  cb: Samples,
  cr: Samples,
  red: Uint16Array,
  green: Uint16Array,
  blue: Uint16Array,
  most: number,
): void {
  const centre = (most + 1) >> 1;
  for (let i = 0; i < y.length; i++) {
    const light = y[i];
    const b = cb[i] - centre;
    const r = cr[i] - centre;
    red[i] = clamp(light + ((RED_OF_CR * r + HALF) >> SHIFT), most);
    green[i] = clamp(light + ((HALF - GREEN_OF_CB * b - GREEN_OF_CR * r) >> SHIFT), most);
    blue[i] = clamp(light + ((BLUE_OF_CB * b + HALF) >> SHIFT), most);
  }
}

/** Planes one after the other, without what blocks have beyond the image. */
export function join(planes: readonly Plane[], width: number, height: number): Samples {
  const [{ data }] = planes;
  if (planes.length === 1 && planes[0].stride === width && data.length === width * height) return data;
  const cells = width * height;
  const out =
    data instanceof Uint16Array ? new Uint16Array(planes.length * cells) : new Uint8Array(planes.length * cells);
  planes.forEach((plane, index) => {
    for (let row = 0; row < height; row++) {
      const start = row * plane.stride;
      out.set(plane.data.subarray(start, start + width), index * cells + row * width);
    }
  });
  return out;
}
