import fc from "fast-check";
import { it } from "vitest";
import { oracleProperty } from "../helpers/oracle-property.ts";
import { draws, seed } from "../helpers/random.ts";

it(`every statistic is what exact arithmetic cell by cell says (seed ${seed})`, { timeout: 600_000 }, () =>
  fc.assert(oracleProperty(), { numRuns: draws(100), seed }),
);
