import { rastrumError } from "../errors.ts";
import { type CoverageWeight, coverageWeights } from "../mask/coverage-weight.ts";
import { type Rule, rules } from "../mask/rule.ts";
import { type Form, forms } from "../stats/forms.ts";
import { nearestName } from "../stats/nearest-name.ts";
import type { ZoneSet } from "../zones/zones.ts";
import type { CheckedOptions, Measure } from "./checked-options.ts";
import type { Resampling } from "./weight-reader.ts";
import type { ZonalOptions } from "./zonal-options.ts";

const MOST_CLASSES = 1024;

/** The options as they are meant. Throws `invalid-option`. */
export function checkOptions(options: ZonalOptions): CheckedOptions {
  const { classes, maxClasses = MOST_CLASSES } = options;
  oneOf("zonesBeside", options.zonesBeside ?? "skip", ["skip", "keep"]);
  return {
    form: checkForm(options.form ?? (classes ? "long" : "list")),
    counting: checkCounting(options),
    defaultValue: checkDefault("defaultValue", options.defaultValue),
    defaultWeight: checkDefault("defaultWeight", options.defaultWeight),
    resampling: checkResampling(options.resampling ?? "nearest"),
    classEdges: checkEdges(options.classEdges),
    maxClasses: classes ? checkMaxClasses(maxClasses) : MOST_CLASSES,
  };
}

function checkCounting(options: ZonalOptions): Measure {
  const rule = checkRule(options.rule ?? "center");
  const minCoverage = checkMinCoverage(options.minCoverage ?? 0, rule);
  const coverageWeight = checkCoverageWeight(options.coverageWeight ?? "fraction");
  const areaUnit = coverageWeight === "fraction" || coverageWeight === "none" ? null : coverageWeight;
  return { rule, minCoverage, whole: coverageWeight === "none", areaUnit };
}

function checkRule(rule: string): Rule {
  return oneOf("rule", rule, rules);
}

function checkCoverageWeight(received: string): CoverageWeight {
  return oneOf("coverageWeight", received, coverageWeights);
}

/** Only "fraction" knows how much of a cell is covered. */
function checkMinCoverage(received: number, rule: Rule): number {
  if (!(received >= 0 && received <= 1)) {
    throw invalid("minCoverage", received, `minCoverage cannot be ${String(received)}: give a fraction from 0 to 1.`);
  }
  if (received > 0 && rule !== "fraction") {
    const message = `minCoverage goes with rule "fraction" only: "${rule}" does not ask how much of a cell is covered.`;
    throw invalid("minCoverage", received, message);
  }
  return received;
}

function checkResampling(received: string): Resampling {
  return oneOf("resampling", received, ["nearest", "none"]);
}

function checkForm(received: string): Form {
  return oneOf("form", received, forms);
}

function checkEdges(edges: readonly number[] | undefined): readonly number[] | null {
  if (edges === undefined) return null;
  const rise = (edge: number, i: number) => Number.isFinite(edge) && (i === 0 || edge > edges[i - 1]);
  if (Array.isArray(edges) && edges.length >= 2 && edges.every(rise)) return edges;
  throw invalid(
    "classEdges",
    edges,
    `classEdges cannot be ${JSON.stringify(edges)}: give two or more numbers that increase.`,
  );
}

function checkMaxClasses(received: number): number {
  if (Number.isInteger(received) && received >= 1 && received <= 2 ** 20) return received;
  throw invalid(
    "maxClasses",
    received,
    `maxClasses cannot be ${String(received)}: give a number from 1 to ${2 ** 20}.`,
  );
}

function checkDefault(option: "defaultValue" | "defaultWeight", received: number | undefined): number | null {
  if (received === undefined) return null;
  if (typeof received === "number" && Number.isFinite(received)) return received;
  throw invalid(option, received, `${option} cannot be ${String(received)}: give a number, or leave it out.`);
}

function oneOf<Name extends string>(option: string, received: string, names: readonly Name[]): Name {
  const known = names.find((name) => name === received);
  if (known) return known;
  const nearest = nearestName(String(received), names);
  const hint = nearest ? ` Did you mean "${nearest}"?` : "";
  throw invalid(
    option,
    received,
    `There is no ${option} ${JSON.stringify(received)}.${hint} Known: ${names.join(", ")}.`,
  );
}

function invalid(option: string, received: unknown, message: string) {
  return rastrumError("invalid-option", message, { option, received });
}

/** Throws `unknown-property`. */
export function checkInclude(include: readonly string[], zones: ZoneSet): void {
  if (zones.length === 0) return; // all were left out by the file's index
  for (const property of include) {
    if (zones.properties.some((properties) => Object.hasOwn(properties, property))) continue;
    const properties = [...new Set(zones.properties.flatMap((record) => Object.keys(record)))];
    const nearest = nearestName(property, properties);
    const hint = nearest ? ` Did you mean "${nearest}"?` : "";
    const known = properties.length > 0 ? `They have: ${properties.join(", ")}.` : "They have none.";
    const message = `include names the property "${property}", which none of the zones has.${hint} ${known}`;
    throw rastrumError("unknown-property", message, { property, properties });
  }
}
