import { expect, it } from "vitest";
import { BlockList } from "../../../src/zones/block-list.ts";
import { seededRandom } from "../../helpers/random.ts";

function entriesOf(list: BlockList): number[] {
  const entries: number[] = [];
  for (let at = list.find(() => false); list.at(at) >= 0; at = list.next(at)) entries.push(list.at(at));
  return entries;
}

it("a list in blocks is a list, whatever is put in and taken out", () => {
  const random = seededRandom(11);
  const whole = (stop: number) => Math.floor(random() * stop);
  const list = new BlockList();
  let plain: number[] = [];
  let most = 0;
  for (let round = 0; round < 800; round++) {
    // Ascending entries, so that a place can be found: it grows first, by runs now and then, and shrinks later.
    const value = whole(1_000_000);
    const at = plain.filter((entry) => entry < value).length;
    const position = list.find((entry) => entry < value);
    expect([list.before(position), list.at(position)]).toEqual([plain[at - 1] ?? -1, plain[at] ?? -1]);
    const [few, many] = [round % 20 === 0 ? 5000 : 3, round % 30 === 0 ? 4000 : 8];
    const removed = Math.min(plain.length - at, whole(round < 400 ? 3 : many));
    const end = plain[at + removed] ?? 1_000_001;
    const items = Int32Array.from({ length: whole(round < 400 ? few : 3) }, () => value + whole(end - value)).sort();
    list.replace(position, removed, items, items.length);
    plain = [...plain.slice(0, at), ...items, ...plain.slice(at + removed)];
    most = Math.max(most, plain.length);
    if (round % 50 === 0) expect(entriesOf(list)).toEqual(plain);
  }
  expect(entriesOf(list)).toEqual(plain);
  expect(most).toBeGreaterThan(10 * 1024);
  const none = new Int32Array();
  const start = () => list.find(() => false);
  list.replace(start(), plain.length, none, 0);
  expect(entriesOf(list)).toEqual([]);
  list.replace(start(), 0, Int32Array.of(7, 8), 1);
  expect(entriesOf(list)).toEqual([7]);
  list.clear();
  expect(entriesOf(list)).toEqual([]);
});
