import { byId, make, makeButton } from "./dom.ts";
import { columnFormat, statisticTitle } from "./format.ts";
import type { Result } from "./result.ts";
import type { AppStore, State } from "./state.ts";

/** More rows than this are not for reading; the files have all of them. */
const MAX_ROWS = 500;

interface Order {
  /** A statistic, or "name". */
  readonly column: string;
  readonly descending: boolean;
}

/** The numbers of the step that is looked at: one row a zone, sorted by any column. */
export function bindTable(store: AppStore): void {
  const container = byId("table");
  let order: Order | null = null;
  const sortBy = (column: string) => {
    order = { column, descending: order?.column === column ? !order.descending : column !== "name" };
    render(store.get());
    container.querySelector<HTMLElement>(`th[data-column="${column}"] button`)?.focus();
  };
  const choose = (key: string) => store.set({ selected: store.get().selected === key ? null : key });
  const render = (state: State) => {
    const { result } = state;
    const scrolled = container.scrollLeft;
    container.replaceChildren(...(result ? tableOf(result, state, order, sortBy) : []));
    container.scrollLeft = scrolled;
  };
  store.watch(["result", "step", "statistic"], render);
  store.watch(["selected"], ({ selected }) => mark(container, selected));
  container.addEventListener("click", (event) => {
    const row = (event.target as Element).closest<HTMLElement>("tr[data-key]");
    if (row?.dataset.key) choose(row.dataset.key);
  });
  container.addEventListener("keydown", moveByArrows);
}

function tableOf(result: Result, state: State, order: Order | null, sortBy: (column: string) => void): HTMLElement[] {
  const rows = sortedRows(result, state.step, order);
  const formats = result.statistics.map((statistic) =>
    columnFormat(rows.map((zone) => result.value(statistic, zone, state.step))),
  );
  const body = make("tbody", {}, ...rows.slice(0, MAX_ROWS).map((zone) => rowOf(result, zone, state, formats)));
  const columns = ["name", ...result.statistics];
  const head = make("tr", {}, ...columns.map((column) => headOf(column, order, sortBy, column === state.statistic)));
  const table = make("table", {}, make("thead", {}, head), body);
  if (rows.length <= MAX_ROWS) return [table];
  return [table, make("p", { class: "hint" }, `The first ${MAX_ROWS} of ${rows.length}; the files hold all.`)];
}

function headOf(column: string, order: Order | null, sortBy: (column: string) => void, shown: boolean): HTMLElement {
  const sorted = order?.column === column ? (order.descending ? "descending" : "ascending") : undefined;
  const title = column === "name" ? "Zone" : statisticTitle(column);
  const attributes = { scope: "col", "data-column": column, "aria-sort": sorted, class: shown ? "shown" : undefined };
  return make(
    "th",
    attributes,
    makeButton(title, () => sortBy(column)),
  );
}

type Format = (value: number) => string;

function rowOf(result: Result, zone: number, state: State, formats: readonly Format[]): HTMLElement {
  const { step, statistic, selected } = state;
  const { key, name } = result.zones[zone];
  const button = make("button", { type: "button", "aria-pressed": String(key === selected) }, name);
  const cells = result.statistics.map((column, index) => {
    const text = formats[index](result.value(column, zone, step));
    return make("td", { class: column === statistic ? "shown" : undefined }, text);
  });
  const attributes = { "data-key": key, class: key === selected ? "selected" : undefined };
  return make("tr", attributes, make("th", { scope: "row" }, button), ...cells);
}

/** Row numbers in order; undefined values come last either way. */
function sortedRows(result: Result, step: number, order: Order | null): number[] {
  const rows = result.zones.map((_, zone) => zone);
  if (!order) return rows;
  const sign = order.descending ? -1 : 1;
  const { column } = order;
  if (column === "name") {
    return rows.sort(
      (a, b) => sign * result.zones[a].name.localeCompare(result.zones[b].name, undefined, { numeric: true }),
    );
  }
  const value = (zone: number) => result.value(column, zone, step);
  return rows.sort((a, b) => {
    const [missingA, missingB] = [Number.isNaN(value(a)), Number.isNaN(value(b))];
    return missingA || missingB ? Number(missingA) - Number(missingB) : sign * (value(a) - value(b));
  });
}

function mark(container: HTMLElement, selected: string | null): void {
  for (const row of container.querySelectorAll<HTMLElement>("tr[data-key]")) {
    const chosen = row.dataset.key === selected;
    row.classList.toggle("selected", chosen);
    row.querySelector("button")?.setAttribute("aria-pressed", String(chosen));
    if (chosen) row.scrollIntoView({ block: "nearest" });
  }
}

/** Up and down walk through the rows. */
function moveByArrows(event: KeyboardEvent): void {
  const row = (event.target as Element).closest("tbody tr");
  if (!row || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
  const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
  next?.querySelector<HTMLElement>("button")?.focus();
  event.preventDefault();
}
