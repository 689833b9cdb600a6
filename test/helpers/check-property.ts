import fc from "fast-check";
import { draws, seed } from "./random.ts";

/** Checks a property over so many draws (see `draws`), says what came of it, and fails with the least counterexample. */
export async function checkProperty<Drawn>(
  name: string,
  property: fc.IAsyncProperty<Drawn>,
  count: number,
  more: () => string = () => "",
): Promise<void> {
  const started = performance.now();
  const details = await fc.check(property, { numRuns: draws(count), seed });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const mismatches = details.failed ? "1 mismatch, the first" : "0 mismatches";
  console.info(`${name}: ${details.numRuns} draws, seed ${seed}, ${mismatches}, ${seconds} s${more()}`);
  if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
}
