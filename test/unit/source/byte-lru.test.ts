import { expect, it } from "vitest";
import { ByteLru } from "../../../src/source/byte-lru.ts";

/** What an entry costs beyond its value. */
const ENTRY = 64;
const lru = (maxBytes: number) => new ByteLru<Uint8Array>(maxBytes, ({ byteLength }) => byteLength);

it("keeps values up to its budget; what was used longest ago goes first", () => {
  const kept = lru(3 * (100 + ENTRY));
  for (const key of ["a", "b", "c"]) kept.set(key, new Uint8Array(100));
  expect(kept.get("a")).toBeDefined(); // now "b" was used longest ago
  kept.set("d", new Uint8Array(100));
  expect(["a", "b", "c", "d"].filter((key) => kept.get(key))).toEqual(["a", "c", "d"]);
  expect([kept.byteLength, kept.size, kept.maxBytes]).toEqual([3 * (100 + ENTRY), 3, 3 * (100 + ENTRY)]);
});

it("a value takes the place of the one before; one too large is not kept, nor the one before", () => {
  const kept = lru(200);
  kept.set("a", new Uint8Array(100));
  kept.set("a", new Uint8Array(10));
  expect(kept.byteLength).toBe(10 + ENTRY);
  kept.set("a", new Uint8Array(200));
  expect([kept.get("a"), kept.byteLength, kept.size]).toEqual([undefined, 0, 0]);
});

it("deletes and clears", () => {
  const kept = new ByteLru<string>(1000, (text) => 2 * text.length);
  kept.set("a", "four");
  kept.set("b", "");
  expect([kept.delete("a"), kept.delete("a"), kept.byteLength]).toEqual([true, false, ENTRY]);
  kept.clear();
  expect([kept.get("b"), kept.byteLength, kept.size]).toEqual([undefined, 0, 0]);
});

it("empty values cost too, so that there are not endlessly many", () => {
  const kept = lru(10 * ENTRY);
  for (let i = 0; i < 1000; i++) kept.set(String(i), new Uint8Array(0));
  expect(kept.size).toBe(10);
});
