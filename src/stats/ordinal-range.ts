import { type Cells, MOST_ORDINALS, type Ordinals } from "./ordinals.ts";

const words = new Uint32Array(2 * MOST_ORDINALS);

/** Ordinals from `least` to `greatest` in bins of 2^shift. */
export class OrdinalRange {
  readonly least: bigint;
  readonly greatest: bigint;
  readonly shift: number;
  readonly length: number;
  readonly #ordinals: Ordinals;

  /** @param bits there are at most 2^bits bins; 0 to 16 */
  constructor(ordinals: Ordinals, least: bigint, greatest: bigint, bits: number) {
    this.#ordinals = ordinals;
    this.least = least;
    this.greatest = greatest;
    const span = greatest - least;
    this.shift = Math.max(0, (span === 0n ? 0 : span.toString(2).length) - bits);
    this.length = Number(span >> BigInt(this.shift)) + 1;
  }

  /**
   * Puts the bins of cells `from` … `to` (at most `MOST_ORDINALS`) into `bins`, −1 for those out of range.
   * @returns the cells' ordinals, until the next call
   */
  find(bins: Int32Array, cells: Cells, from: number, to: number): Uint32Array {
    this.#ordinals.fill(words, cells, from, to);
    const { least, greatest, shift } = this;
    const [leastLow, leastHigh] = halvesOf(least);
    const [spanLow, spanHigh] = halvesOf(greatest - least);
    for (let i = 0; i < to - from; i++) {
      const low = words[2 * i] - leastLow;
      const distanceLow = low >>> 0;
      // What is below `least` wraps around, and is too far off, too.
      const distanceHigh = (words[2 * i + 1] - leastHigh - (low < 0 ? 1 : 0)) >>> 0;
      if (distanceHigh > spanHigh || (distanceHigh === spanHigh && distanceLow > spanLow)) bins[i] = -1;
      else if (shift >= 32) bins[i] = shift < 64 ? distanceHigh >>> (shift - 32) : 0;
      else bins[i] = shift === 0 ? distanceLow : (distanceHigh << (32 - shift)) | (distanceLow >>> shift);
    }
    return words;
  }

  /** Least and greatest ordinal of a bin. */
  boundsOf(bin: number): readonly [least: bigint, greatest: bigint] {
    const least = this.least + (BigInt(bin) << BigInt(this.shift));
    const greatest = least + (1n << BigInt(this.shift)) - 1n;
    return [least, greatest < this.greatest ? greatest : this.greatest];
  }
}

function halvesOf(bits: bigint): [low: number, high: number] {
  return [Number(bits & 0xffffffffn), Number(bits >> 32n)];
}
