import type { BitReader, HuffmanTable } from "./bits.ts";
import { type Component, type Frame, NATURAL } from "./frame.ts";

/** A pass over some components (ITU T.81, B.2.3). */
export interface Scan {
  readonly parts: readonly ScanPart[];
  /** Coefficients from here to there, in the bitstream's order. */
  readonly first: number;
  readonly last: number;
  /** Bits below those that came before, and below those that come now; 0 and 0 where all come at once. */
  readonly high: number;
  readonly low: number;
  /** Units between restart markers; 0 for none. */
  readonly restartInterval: number;
}

export interface ScanPart {
  readonly component: Component;
  readonly dc: HuffmanTable | undefined;
  readonly ac: HuffmanTable | undefined;
}

/** What goes on from block to block. */
interface State {
  readonly predicted: Int32Array;
  /** Blocks that hold nothing more in this scan. */
  emptyBlocks: number;
}

type DecodeBlock = (bits: BitReader, part: ScanPart, index: number, at: number, scan: Scan, state: State) => void;

/** Reads a scan into the coefficients of its components. @throws where the data are damaged or end too early */
export function decodeScan(frame: Frame, scan: Scan, bits: BitReader): void {
  const state: State = { predicted: new Int32Array(scan.parts.length), emptyBlocks: 0 };
  const decodeBlock = chooseBlock(frame, scan);
  const [only] = scan.parts;
  const interleaved = scan.parts.length > 1;
  const across = interleaved ? only.component.blocksAcross / only.component.across : blocksOf(only.component.width);
  const down = interleaved ? only.component.blocksDown / only.component.down : blocksOf(only.component.height);
  for (let row = 0, units = 0; row < down; row++) {
    for (let column = 0; column < across; column++, units++) {
      if (scan.restartInterval > 0 && units > 0 && units % scan.restartInterval === 0) {
        bits.restart();
        state.predicted.fill(0);
        state.emptyBlocks = 0;
      }
      if (interleaved) decodeUnit(row, column);
      else decodeBlock(bits, only, 0, (row * only.component.blocksAcross + column) * 64, scan, state);
    }
    if (bits.isOver) throw new Error("the JPEG data are cut off");
  }

  function decodeUnit(row: number, column: number): void {
    scan.parts.forEach((part, index) => {
      const { across: wide, down: high, blocksAcross } = part.component;
      for (let y = row * high; y < (row + 1) * high; y++) {
        for (let x = column * wide; x < (column + 1) * wide; x++) {
          decodeBlock(bits, part, index, (y * blocksAcross + x) * 64, scan, state);
        }
      }
    });
  }
}

function blocksOf(samples: number): number {
  return Math.ceil(samples / 8);
}

function chooseBlock(frame: Frame, { first, high, parts }: Scan): DecodeBlock {
  const lacks = ({ dc, ac }: ScanPart) => (!frame.progressive || (first === 0 && high === 0) ? !dc : first > 0 && !ac);
  if (parts.some(lacks) || (!frame.progressive && parts.some(({ ac }) => !ac)))
    throw new Error("a JPEG table is missing");
  if (!frame.progressive) return decodeWhole;
  if (first === 0) return high === 0 ? decodeFirstDc : refineDc;
  return high === 0 ? decodeFirstAc : refineAc;
}

const decodeWhole: DecodeBlock = (bits, { component, dc, ac }, index, at, _, state) => {
  const { coefficients } = component;
  state.predicted[index] += bits.readSigned(bits.decode(dc as HuffmanTable) & 15);
  coefficients[at] = state.predicted[index];
  for (let k = 1; k < 64; k++) {
    const symbol = bits.decode(ac as HuffmanTable);
    const size = symbol & 15;
    k += symbol >> 4;
    if (size === 0) {
      if (symbol < 0xf0) return;
    } else if (k < 64) coefficients[at + NATURAL[k]] = bits.readSigned(size);
    else throw new Error("the JPEG data are damaged");
  }
};

const decodeFirstDc: DecodeBlock = (bits, { component, dc }, index, at, { low }, state) => {
  state.predicted[index] += bits.readSigned(bits.decode(dc as HuffmanTable) & 15);
  component.coefficients[at] = state.predicted[index] << low;
};

const refineDc: DecodeBlock = (bits, { component }, _, at, { low }) => {
  if (bits.read(1)) component.coefficients[at] |= 1 << low;
};

const decodeFirstAc: DecodeBlock = (bits, { component, ac }, _, at, { first, last, low }, state) => {
  if (state.emptyBlocks > 0) {
    state.emptyBlocks--;
    return;
  }
  for (let k = first; k <= last; k++) {
    const symbol = bits.decode(ac as HuffmanTable);
    const run = symbol >> 4;
    const size = symbol & 15;
    if (size === 0 && run < 15) {
      state.emptyBlocks = (1 << run) - 1 + bits.read(run);
      return;
    }
    k += run;
    if (size === 0) continue;
    if (k > last) throw new Error("the JPEG data are damaged");
    component.coefficients[at + NATURAL[k]] = bits.readSigned(size) << low;
  }
};

/** One more bit of coefficients that are not 0, and some that become so (ITU T.81, G.1.2.3). */
const refineAc: DecodeBlock = (bits, { component: { coefficients }, ac }, _, at, { first, last, low }, state) => {
  const bit = 1 << low;
  let k = first;
  if (state.emptyBlocks === 0) {
    for (; k <= last; k++) {
      const symbol = bits.decode(ac as HuffmanTable);
      const size = symbol & 15;
      let run = symbol >> 4;
      if (size === 0 && run < 15) {
        state.emptyBlocks = (1 << run) + bits.read(run);
        break;
      }
      if (size > 1) throw new Error("the JPEG data are damaged");
      const value = size === 0 ? 0 : bits.read(1) ? bit : -bit;
      for (; k <= last; k++) {
        const place = at + NATURAL[k];
        if (coefficients[place] !== 0) refine(place);
        else if (run-- === 0) {
          if (value !== 0) coefficients[place] = value;
          break;
        }
      }
    }
  }
  if (state.emptyBlocks === 0) return;
  for (; k <= last; k++) {
    if (coefficients[at + NATURAL[k]] !== 0) refine(at + NATURAL[k]);
  }
  state.emptyBlocks--;

  function refine(place: number): void {
    const value = coefficients[place];
    if (bits.read(1) && (Math.abs(value) & bit) === 0) coefficients[place] += value > 0 ? bit : -bit;
  }
};
