import { describe, it } from "vitest";
import type { EngineOptions } from "../../src/backend/engine-options.ts";
import { EngineCore } from "../../src/engine.ts";
import { checkProperty } from "../helpers/check-property.ts";
import { chunkingProperty, flipProperty, moveProperty, orderProperty, takeTally } from "../helpers/zonal-properties.ts";

const engineOf = (options: EngineOptions) => new EngineCore({ ...options, backend: "cpu" });
const timeout = 900_000;

/** `npm run property` makes more draws than these. */
describe("the same table bit for bit, whatever is asked for", () => {
  it("by any chunks, read in any order, any number at once, in any number of passes", { timeout }, () =>
    checkProperty("chunks", chunkingProperty(engineOf), 80, takeTally),
  );
  it("for zones in any order, rings begun anywhere and walked either way", { timeout }, () =>
    checkProperty("order", orderProperty(engineOf), 30),
  );
  // But for zones whose boundary meets a centre, or by "touched" a corner: those ties are half-open.
  it("for rows stored from the south up", { timeout }, () =>
    checkProperty("from the south up", flipProperty(engineOf), 30),
  );
  it("where raster and zones are moved by powers of two", { timeout }, () =>
    checkProperty("moved", moveProperty(engineOf), 30),
  );
});
