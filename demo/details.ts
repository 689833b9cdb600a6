import { formatCode } from "./classes.ts";
import { byId, make, makeButton } from "./dom.ts";
import { formatNumber, statisticTitle, statisticUnit } from "./format.ts";
import type { AppStore, State } from "./state.ts";
import { isCode } from "./statistics.ts";

export interface DetailsEvents {
  onDelete(key: string): void;
}

/** The strip below the map: all numbers of the zone that is looked at, and for a drawn one how to change it. */
export function bindDetails(store: AppStore, events: DetailsEvents): void {
  const strip = byId("details");
  store.watch(["selected", "result", "live", "step", "layer"], (state) => {
    const row = state.result?.zones.findIndex(({ key }) => key === state.selected) ?? -1;
    const hint = state.result ? "Choose a zone on the map or in the table to see its numbers." : "";
    strip.replaceChildren(...(row < 0 ? [make("p", { class: "hint" }, hint)] : content(store, state, row, events)));
  });
}

function content(store: AppStore, state: State, row: number, { onDelete }: DetailsEvents): HTMLElement[] {
  const { result, live, raster, layer, step } = state;
  if (!result) return [];
  const { key, name, drawn } = result.zones[row];
  const isLive = live?.key === key;
  const numberOf = (statistic: string) =>
    isLive ? live.result.value(statistic, 0, step) : result.value(statistic, row, step);
  const numbers = result.statistics.map((statistic) => {
    const unit = statistic === state.statistic ? ` ${statisticUnit(statistic, layer.unit ?? raster?.unit)}` : "";
    const format = isCode(layer, statistic) ? (code: number) => formatCode(layer, code) : formatNumber;
    const value = format(numberOf(statistic));
    const term = make("dt", {}, shortTitle(statistic));
    return make("div", {}, term, make("dd", {}, value, make("small", {}, unit)));
  });
  const remove = makeButton("Delete polygon", () => onDelete(key), { class: "small" });
  const close = makeButton("×", () => store.set({ selected: null }), { class: "quiet", "aria-label": "Close" });
  return [make("h2", {}, name), make("dl", {}, ...numbers), ...(drawn ? [remove] : []), close];
}

/** The strip has little room. */
function shortTitle(statistic: string): string {
  return statistic === "coefficient_of_variation" ? "Variation" : statisticTitle(statistic);
}
