import fc from "fast-check";
import { it } from "vitest";
import { EngineCore } from "../../src/engine.ts";
import { splitProperty } from "../helpers/partial-properties.ts";
import { draws, seed } from "../helpers/random.ts";

const engine = new EngineCore({ backend: "cpu" });

it(
  `any split of a job, combined in any order, gives the table of zonalStats (seed ${seed})`,
  () => fc.assert(splitProperty([engine]), { numRuns: draws(150), seed }),
  120_000,
);
