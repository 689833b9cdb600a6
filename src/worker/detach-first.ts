/**
 * Code that V8 compiles for typed arrays holds for as long as no buffer of the thread was ever given away: with the first
 * that is, all of it is thrown away at once, and compiled again. So one is given away before there is any: 4 to 10 % of
 * the CPU time of a job of a second.
 */
export function detachFirst(): void {
  const buffer = new ArrayBuffer(1);
  structuredClone(buffer, { transfer: [buffer] });
}
