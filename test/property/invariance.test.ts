import fc from "fast-check";
import { describe, it } from "vitest";
import { EngineCore, type EngineOptions } from "../../src/engine.ts";
import { draws, seed } from "../helpers/random.ts";
import { chunkingProperty, flipProperty, moveProperty, orderProperty } from "../helpers/zonal-properties.ts";

const engineOf = (options: EngineOptions) => new EngineCore({ ...options, backend: "cpu" });

/** With those of oracle.test.ts 1,000 draws; RASTRUM_DRAWS makes more or fewer. */
describe(`the same table bit for bit (seed ${seed})`, () => {
  it("by any chunks, read in any order, any number at once", { timeout: 120_000 }, () =>
    fc.assert(chunkingProperty(engineOf), { numRuns: draws(300), seed }),
  );
  it("for zones in any order, rings begun anywhere and walked either way", { timeout: 120_000 }, () =>
    fc.assert(orderProperty(engineOf), { numRuns: draws(150), seed }),
  );
  it("for rows stored from the south up", { timeout: 120_000 }, () =>
    fc.assert(flipProperty(engineOf), { numRuns: draws(100), seed }),
  );
  it("where raster and zones are moved by powers of two", { timeout: 120_000 }, () =>
    fc.assert(moveProperty(engineOf), { numRuns: draws(100), seed }),
  );
});
