import { byId, make } from "./dom.ts";
import { sentence, statisticTitle } from "./format.ts";
import type { AppStore, State } from "./state.ts";
import {
  amountsAmong,
  columnsOf,
  defaultColumns,
  offeredStatistics,
  statisticDescription,
  withColumns,
} from "./statistics.ts";

/** The statistics that are columns: a box each, with the library's own words for it, and what they cost. */
export function bindColumns(store: AppStore, onRecompute: () => void): void {
  const list = byId("columns");
  const boxes = () => [...list.querySelectorAll("input")];
  list.addEventListener("change", () => {
    choose(
      store,
      boxes().flatMap(({ checked, value }) => (checked ? [value] : [])),
    );
    onRecompute();
  });
  for (const type of ["pointerover", "focusin"] as const) {
    list.addEventListener(type, ({ target }) => {
      const box = (target as Element).closest("label")?.querySelector("input");
      if (box) byId("column-about").textContent = sentence(statisticDescription(box.value));
    });
  }
  store.watch(["layer"], ({ layer }) => list.replaceChildren(...offeredStatistics(layer).map(choice)));
  store.watch(["layer", "columns"], (state) => mark(state, boxes()));
  store.watch(["result"], (state) => {
    byId("columns-where").textContent = where(state);
  });
}

function choice(statistic: string): HTMLElement {
  const box = make("input", { type: "checkbox", value: statistic });
  const title = sentence(statisticDescription(statistic));
  return make("label", { class: "check", title }, box, statisticTitle(statistic));
}

/** The statistic that colours and plots show is one of them. */
function choose(store: AppStore, chosen: readonly string[]): void {
  const { layer, columns, statistic } = store.get();
  const amounts = amountsAmong(layer, chosen);
  const shown = amounts.includes(statistic) ? statistic : amounts[0];
  store.set({ columns: withColumns(layer, columns, chosen), statistic: shown });
}

/** The last amount stays, since something has to be shown. */
function mark({ layer, columns }: State, boxes: readonly HTMLInputElement[]): void {
  const chosen = columnsOf(layer, columns);
  const amounts = amountsAmong(layer, chosen);
  for (const box of boxes) {
    box.checked = chosen.includes(box.value);
    box.disabled = amounts.length === 1 && amounts[0] === box.value;
  }
}

/** Where the columns that a person chose ran, and why: some statistics run on the CPU only, and take the others along. */
function where({ result, layer, columns }: State): string {
  if (!result || columnsOf(layer, columns) === columnsOf(layer, defaultColumns)) return "";
  const place = result.backend === "webgpu" ? "WebGPU" : "the CPU";
  return `The columns were computed on ${place}: ${result.reason.replace(/\.$/, "")}.`;
}
