import type { Component, Frame } from "./frame.ts";
import type { Plane } from "./idct.ts";

type Samples = Uint8Array | Uint16Array;

/**
 * A component at the size of the image. Between samples that were halved the values are those of libjpeg's "fancy"
 * upsampling, a triangle filter: three quarters of the nearer sample, one of the farther; elsewhere samples are repeated.
 */
export function upsample(plane: Plane, component: Component, frame: Frame): Plane {
  const across = frame.mostAcross / component.across;
  const down = frame.mostDown / component.down;
  if (across === 1 && down === 1) return plane;
  const smooth = component.width > 2;
  if (across === 2 && down === 1 && smooth) return wider(plane, component, frame);
  if (across === 2 && down === 2 && smooth) return larger(plane, component, frame);
  if (across === 1 && down === 2) return higher(plane, component, frame);
  return repeat(plane, frame, across, down);
}

function like({ data }: Plane, stride: number, rows: number): Samples {
  return data instanceof Uint16Array ? new Uint16Array(stride * rows) : new Uint8Array(stride * rows);
}

/** Rows of twice as many samples. Sums of three quarters and one are rounded down and up by turns. */
function wider(plane: Plane, component: Component, { height }: Frame): Plane {
  const stride = 2 * component.width;
  const out = like(plane, stride, height);
  for (let row = 0; row < height; row++) {
    const start = row * plane.stride;
    widenRow(plane.data.subarray(start, start + component.width), out.subarray(row * stride, (row + 1) * stride));
  }
  return { data: out, stride };
}

function widenRow(from: Samples, to: Samples): void {
  const last = from.length - 1;
  to[0] = from[0];
  to[1] = (from[0] * 3 + from[1] + 2) >> 2;
  for (let i = 1; i < last; i++) {
    to[2 * i] = (from[i] * 3 + from[i - 1] + 1) >> 2;
    to[2 * i + 1] = (from[i] * 3 + from[i + 1] + 2) >> 2;
  }
  to[2 * last] = (from[last] * 3 + from[last - 1] + 1) >> 2;
  to[2 * last + 1] = from[last];
}

/** Twice as many rows. */
function higher(plane: Plane, component: Component, { width, height }: Frame): Plane {
  const out = like(plane, width, height);
  for (let row = 0; row < height; row++) {
    const { near, far } = neighbours(plane, component, row);
    const round = row & 1 ? 2 : 1;
    for (let i = 0; i < width; i++)
      out[row * width + i] = (plane.data[near + i] * 3 + plane.data[far + i] + round) >> 2;
  }
  return { data: out, stride: width };
}

/** Both, with one rounding. */
function larger(plane: Plane, component: Component, { height }: Frame): Plane {
  const { data } = plane;
  const last = component.width - 1;
  const stride = 2 * component.width;
  const out = like(plane, stride, height);
  for (let row = 0, at = 0; row < height; row++) {
    const { near, far } = neighbours(plane, component, row);
    let before = 0;
    let here = data[near] * 3 + data[far];
    for (let i = 0; i <= last; i++, at += 2) {
      const after = i < last ? data[near + i + 1] * 3 + data[far + i + 1] : here;
      out[at] = i > 0 ? (here * 3 + before + 8) >> 4 : (here * 4 + 8) >> 4;
      out[at + 1] = i < last ? (here * 3 + after + 7) >> 4 : (here * 4 + 7) >> 4;
      before = here;
      here = after;
    }
  }
  return { data: out, stride };
}

/** Where the rows begin that a row of the image lies between; the first and the last one are their own neighbours. */
function neighbours({ stride }: Plane, { height }: Component, row: number): { near: number; far: number } {
  const near = row >> 1;
  const far = Math.min(Math.max(row & 1 ? near + 1 : near - 1, 0), height - 1);
  return { near: near * stride, far: far * stride };
}

function repeat(plane: Plane, { width, height }: Frame, across: number, down: number): Plane {
  const out = like(plane, width, height);
  for (let row = 0, at = 0; row < height; row++) {
    const start = Math.floor(row / down) * plane.stride;
    for (let column = 0; column < width; column++) out[at++] = plane.data[start + Math.floor(column / across)];
  }
  return { data: out, stride: width };
}
