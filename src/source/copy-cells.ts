import type { CellArray } from "./source.ts";

/** Distance in cells between neighbours along each axis of a C-ordered array. */
export function cStrides(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = step;
    step *= shape[axis];
  }
  return strides;
}

export function cellCount(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** Where cells lie in an array: the first one, and the step along each axis. */
export interface Layout {
  readonly data: CellArray;
  readonly offset: number;
  readonly strides: readonly number[];
}

/** Copies a box of cells; both sides have the same kind of array and list their axes in the same order. */
export function copyCells(from: Layout, to: Layout, shape: readonly number[]): void {
  // One name for the ten kinds: both sides are of the same kind, so cells move without conversion.
  const source = from.data as Uint8Array;
  const target = to.data as Uint8Array;
  const last = shape.length - 1;
  const contiguous = from.strides[last] === 1 && to.strides[last] === 1;

  const copyAxis = (axis: number, sourceAt: number, targetAt: number): void => {
    const length = shape[axis];
    const sourceStep = from.strides[axis];
    const targetStep = to.strides[axis];
    if (axis < last) {
      for (let i = 0; i < length; i++) copyAxis(axis + 1, sourceAt + i * sourceStep, targetAt + i * targetStep);
    } else if (contiguous) {
      target.set(source.subarray(sourceAt, sourceAt + length), targetAt);
    } else if (sourceStep === 0 && targetStep === 1) {
      target.fill(source[sourceAt], targetAt, targetAt + length);
    } else {
      for (let i = 0; i < length; i++) target[targetAt + i * targetStep] = source[sourceAt + i * sourceStep];
    }
  };
  copyAxis(0, from.offset, to.offset);
}
