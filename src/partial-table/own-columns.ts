import { type Data, Int64, type Table, Utf8 } from "apache-arrow";
import { rastrumError } from "../errors.ts";
import type { OwnStates } from "../stats/own-states.ts";
import { binaryData, columnOf, listData, listType, plainData } from "./arrow-data.ts";

/** States of statistics of the caller's own, as JSON, each with the number of its first cell: of one chunk each. */
export function ownColumns(own: OwnStates, rows: number, statistics: readonly string[]): [string, Data][] {
  return statistics.flatMap((statistic): [string, Data][] => {
    const lists = Array.from({ length: rows }, (_, row) => own.states(row, statistic));
    const all = lists.flat();
    const firsts = plainData(
      new Int64(),
      BigInt64Array.from(all, ({ first }) => BigInt(first)),
    );
    const texts = all.map(({ state }) => new TextEncoder().encode(textOf(statistic, state)));
    return [
      [`${statistic}_first_cells`, listData(lists, firsts)],
      [`${statistic}_states`, listData(lists, binaryData(texts, new Utf8()))],
    ];
  });
}

/** Takes the states of a table in. Throws `invalid-partials`. */
export function readOwn(table: Table, own: OwnStates, statistics: readonly string[]): void {
  for (const statistic of statistics) {
    const firsts = columnOf(table, `${statistic}_first_cells`, listType(new Int64()));
    const states = columnOf(table, `${statistic}_states`, listType(new Utf8()));
    for (let row = 0; row < table.numRows; row++) {
      const texts = [...states.get(row)] as string[];
      const cells = [...firsts.get(row)] as bigint[];
      texts.forEach((text, i) => {
        own.add(row, statistic, { first: Number(cells[i]), state: stateOf(statistic, text) });
      });
    }
  }
}

/** What JSON has no word for. */
const TAG = "$rastrum";

function textOf(statistic: string, state: unknown): string {
  return JSON.stringify(state, (_, value: unknown) => {
    if (typeof value === "bigint") return { [TAG]: `${value}n` };
    if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))) {
      return { [TAG]: Object.is(value, -0) ? "-0" : String(value) };
    }
    if (typeof value !== "function" && typeof value !== "symbol" && isPlain(value)) return value;
    const message =
      `A state of the statistic "${statistic}" holds what a table of partials cannot carry: let it be plain data ` +
      "(numbers, texts, booleans, null, bigints, and arrays and objects of them).";
    throw rastrumError("invalid-option", message, { option: "statistics", received: value });
  });
}

function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function stateOf(statistic: string, text: string): unknown {
  try {
    return JSON.parse(text, (_, value) => {
      const tagged: unknown = typeof value === "object" && value !== null ? value[TAG] : undefined;
      if (typeof tagged !== "string") return value;
      return tagged.endsWith("n") ? BigInt(tagged.slice(0, -1)) : Number(tagged);
    });
  } catch {
    const message = `The partials are damaged: the column "${statistic}_states" holds what is no JSON.`;
    throw rastrumError("invalid-partials", message, { what: `${statistic}_states` });
  }
}
