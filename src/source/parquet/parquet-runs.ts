import { bitsAt } from "./parquet-deltas.ts";

/**
 * Checks levels or indices of Parquet (RLE and bit-packed by turns): hyparquet writes runs as long as they claim to be.
 * @param count how many values there are at most
 * @param onValue told each value, and how often it comes in a row
 * @returns how many there are
 * @throws RangeError for a run that is longer
 */
export function checkRuns(
  view: DataView,
  start: number,
  end: number,
  bitWidth: number,
  count: number,
  onValue?: (value: number, times: number) => void,
): number {
  if (bitWidth > 32) throw new RangeError(`it holds indices of ${bitWidth} bits`);
  let at = start;
  let seen = 0;
  while (seen < count && at < end) {
    let header = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = view.getUint8(at++);
      header += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
      if (shift > 28) throw new RangeError("it holds an endless run");
    }
    const isPacked = header % 2 === 1;
    const run = isPacked ? ((header - 1) / 2) * 8 : header / 2;
    // Packed values come in eights, and a writer may fill up what is left of its buffer.
    if (run > count - seen + (isPacked ? 1024 : 0)) throw new RangeError(`a run of ${run} values goes beyond ${count}`);
    if (onValue && !isPacked) onValue(bitsAt(view, at, 0, bitWidth), run);
    else if (onValue) {
      for (let i = 0; i < Math.min(run, count - seen); i++) onValue(bitsAt(view, at, i * bitWidth, bitWidth), 1);
    }
    at += isPacked ? (run / 8) * bitWidth : Math.ceil(bitWidth / 8);
    seen += run;
  }
  return seen;
}
