import { expect, it } from "vitest";
import { checkTile } from "../../../../src/source/cog/compressions.ts";
import { decodeTile } from "../../../../src/source/cog/decode-tile.ts";
import type { TileRecipe } from "../../../../src/source/cog/tile-recipe.ts";
import { draws, seed, seededRandom } from "../../../helpers/random.ts";
import { type TileFixture, tileFixtures } from "../../../helpers/tile-fixtures.ts";

/** Damaged tiles: each decodes to cells of its size or is refused by an error, soon, and takes no more memory than a tile. */
const EACH = draws(60);
const SLOW_MS = 2000;

type Random = () => number;

function damage(bytes: Uint8Array, random: Random): Uint8Array {
  const any = (most: number) => Math.floor(random() * most);
  let damaged = bytes.slice();
  for (let times = 1 + any(4); times > 0; times--) {
    const at = any(damaged.length);
    const kind = any(6);
    if (kind === 0) damaged[at] ^= 1 << any(8);
    else if (kind === 1) damaged[at] = any(256);
    else if (kind === 2) damaged.fill(random() < 0.5 ? 0 : 255, at, at + any(9));
    else if (kind === 3) damaged = damaged.slice(0, at);
    else if (kind === 4) damaged.copyWithin(at, any(damaged.length), any(damaged.length));
    else damaged = Uint8Array.of(...damaged.subarray(0, at), ...damaged.subarray(any(damaged.length)));
  }
  return damaged;
}

/** A recipe that says something else of the same bytes, as a damaged directory would. */
function misread(recipe: TileRecipe, random: Random): TileRecipe {
  const pick = <Value>(...values: Value[]): Value => values[Math.floor(random() * values.length)];
  const [samples, rows, columns] = recipe.shape;
  const changes: Partial<TileRecipe>[] = [
    { shape: [pick(1, 2, 3, 4, 5), rows, columns] },
    { shape: [samples, pick(1, rows, 300), pick(1, columns, 3000)] },
    { photometric: pick(0, 1, 2, 3, 5, 6, 8) },
    { predictor: pick(1, 2, 3, 9) },
    { compression: pick(1, 2, 3, 4, 5, 7, 8, 32773, 34887, 34925, 50000, 50001) },
    { fillOrder: 2, littleEndian: pick(true, false) },
    { ycbcrSubsampling: pick([1, 1], [4, 4]) as [number, number] },
    { jpegTables: null, lercParameters: [4, pick(0, 1, 2, 3)], faxOptions: pick(0, 1, 4, 5) },
  ];
  return { ...recipe, ...pick(...changes) };
}

async function outcome(recipe: TileRecipe, bytes: Uint8Array): Promise<"cells" | "refused"> {
  const [samples, rows, columns] = recipe.shape;
  try {
    checkTile(recipe);
    const { data, strides } = await decodeTile(recipe, bytes, rows);
    const last = (samples - 1) * strides[0] + (rows - 1) * strides[1] + (columns - 1) * strides[2];
    expect(data.length).toBeGreaterThan(last);
    expect(data.buffer.byteLength).toBeLessThan(16 * samples * rows * columns + 2 ** 17);
    return "cells";
  } catch (error) {
    if (!(error instanceof Error) || error.name === "AssertionError" || error instanceof TypeError) throw error;
    return "refused";
  }
}

const kinds = new Map<string, TileFixture[]>();
for (const fixture of tileFixtures) {
  const kind = String(fixture.recipe.compression);
  kinds.set(kind, [...(kinds.get(kind) ?? []), fixture]);
}

it.each([...kinds])(
  "tiles of compression %s, damaged",
  async (kind, fixtures) => {
    const random = seededRandom(seed + Number(kind));
    const seen = { cells: 0, refused: 0 };
    for (const { name, recipe, bytes } of fixtures) {
      for (let i = 0; i < EACH; i++) {
        const told = random() < 0.25 ? misread(recipe, random) : recipe;
        const damaged = damage(bytes, random);
        const before = performance.now();
        seen[await outcome(told, damaged)]++;
        expect(performance.now() - before, `${name}, case ${i}`).toBeLessThan(SLOW_MS);
      }
    }
    expect(seen.cells + seen.refused).toBe(fixtures.length * EACH);
    expect(seen.refused).toBeGreaterThan(0);
  },
  120_000,
);
