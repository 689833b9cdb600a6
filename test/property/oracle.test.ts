import { it } from "vitest";
import { checkProperty } from "../helpers/check-property.ts";
import { oracleProperty } from "../helpers/oracle-property.ts";

it("every statistic is what exact arithmetic cell by cell says", { timeout: 900_000 }, () =>
  checkProperty("by exact arithmetic", oracleProperty(), 60),
);
