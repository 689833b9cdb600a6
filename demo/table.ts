import { formatCode } from "./classes.ts";
import { byId, make, makeButton } from "./dom.ts";
import { columnFormat, statisticTitle } from "./format.ts";
import type { Result } from "./result.ts";
import type { AppStore, State } from "./state.ts";
import { isCode } from "./statistics.ts";

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
  // the chosen statistic first: there is no room for all of them on a phone
  const chosenFirst = result.statistics.toSorted(
    (a, b) => Number(b === state.statistic) - Number(a === state.statistic),
  );
  const columns = chosenFirst.map((name) => {
    const format = isCode(state.layer, name)
      ? (code: number) => formatCode(state.layer, code)
      : columnFormat(rows.map((zone) => result.value(name, zone, state.step)));
    return { name, text: (zone: number) => format(result.value(name, zone, state.step)) };
  });
  const body = make("tbody", {}, ...rows.slice(0, MAX_ROWS).map((zone) => rowOf(result, zone, state, columns)));
  const titles = ["name", ...chosenFirst];
  const head = make("tr", {}, ...titles.map((column) => headOf(column, order, sortBy, column === state.statistic)));
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

interface Column {
  /** The statistic. */
  readonly name: string;
  text(zone: number): string;
}

function rowOf(result: Result, zone: number, { statistic, selected }: State, columns: readonly Column[]): HTMLElement {
  const { key, name } = result.zones[zone];
  const button = make("button", { type: "button", "aria-pressed": String(key === selected) }, name);
  const cells = columns.map((column) =>
    make("td", { class: column.name === statistic ? "shown" : undefined }, column.text(zone)),
  );
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
    if (chosen) reveal(container, row);
  }
}

/** Scrolls the table alone: on a phone the page stays where it is, at the map. */
function reveal(container: HTMLElement, row: HTMLElement): void {
  const [above, below] = [row.offsetTop - row.offsetHeight, row.offsetTop + row.offsetHeight]; // the head covers one row
  if (above < container.scrollTop) container.scrollTop = above;
  else if (below > container.scrollTop + container.clientHeight) container.scrollTop = below - container.clientHeight;
}

/** Up and down walk through the rows. */
function moveByArrows(event: KeyboardEvent): void {
  const row = (event.target as Element).closest("tbody tr");
  if (!row || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
  const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
  next?.querySelector<HTMLElement>("button")?.focus();
  event.preventDefault();
}
