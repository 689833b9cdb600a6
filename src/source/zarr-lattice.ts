/** Cells of one size along an axis. */
export interface Lattice {
  /** Where the first cell begins. */
  readonly edge: number;
  /** Negative where coordinates fall. */
  readonly step: number;
}

/** A coordinate may be this far from its place in a regular row, in cells (and by the rounding of float32). */
const TOLERANCE_CELLS = 1e-3;
const FLOAT32_ROUNDING = 2 ** -22;
/** More digits than these are no size that somebody chose. */
const FEW_DIGITS = 3;

/**
 * The lattice that centres of cells, or edges (one more than cells), lie on; null where they do not. Coordinates that
 * were rounded to float32, whatever they are stored as, mean the simplest lattice that rounds to them.
 */
export function latticeOf(values: readonly number[], kind: "centres" | "edges"): Lattice | null {
  const first = values[0];
  const last = values[values.length - 1];
  const step = (last - first) / (values.length - 1);
  const isRounded = values.every((value) => Math.fround(value) === value);
  const rounding = isRounded ? FLOAT32_ROUNDING * Math.max(Math.abs(first), Math.abs(last)) : 0;
  const tolerance = TOLERANCE_CELLS * Math.abs(step) + rounding;
  const half = kind === "centres" ? 0.5 : 0;
  const fits = ({ edge, step }: Lattice, most: number) =>
    step !== 0 && values.every((value, i) => Math.abs(value - (edge + (i + half) * step)) <= most);
  const plain = { edge: first - half * step, step };
  if (!fits(plain, tolerance)) return null;
  // What is exact but for the rounding of doubles is what was meant.
  if (!isRounded || fits(plain, 2 ** -48 * Math.max(Math.abs(first), Math.abs(last)))) return plain;
  const simple = simpleStep(step, rounding / (2 * (values.length - 1)));
  const meant = { edge: simplest(first - half * simple, rounding / 2), step: simple };
  return fits(meant, rounding) ? meant : plain;
}

/** A size of few digits, or a part of one (1/120), within `error`. */
function simpleStep(step: number, error: number): number {
  const decimal = simplest(step, error);
  const part = 1 / Math.round(1 / step);
  const isLong = Number(step.toPrecision(FEW_DIGITS)) !== decimal;
  return isLong && Number.isFinite(part) && Math.abs(part - step) <= error ? part : decimal;
}

/** The number of fewest digits within `error`. */
function simplest(value: number, error: number): number {
  if (Math.abs(value) <= error) return 0;
  for (let digits = 1; digits < 17; digits++) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.abs(rounded - value) <= error) return rounded;
  }
  return value;
}
