import { gradient, rasterGrey, zoneRamp } from "./colors.ts";
import { byId, make } from "./dom.ts";
import { formatNumber, statisticTitle, statisticUnit } from "./format.ts";
import { valueRange } from "./result.ts";
import type { AppStore, State } from "./state.ts";

/** Says what the colours on the map mean: those of the zones, and those of the raster below. */
export function bindLegend(store: AppStore): void {
  const legend = byId("legend");
  store.watch(["result", "statistic", "step", "scale", "layer", "raster", "picture", "dark", "fill"], (state) => {
    legend.replaceChildren(...zonesPart(state), ...rasterPart(state));
    legend.hidden = legend.childElementCount === 0;
  });
}

/** The range of values that the colours span; the same one for the map and for the legend. */
export function colorRange({ result, statistic, step, scale }: State): [number, number] | null {
  return result && valueRange(result, statistic, scale === "all" ? null : step);
}

function zonesPart(state: State): HTMLElement[] {
  const range = colorRange(state);
  if (!range || state.fill === 0) return [];
  const unit = statisticUnit(state.statistic, state.layer.unit ?? state.raster?.unit);
  const title = `${statisticTitle(state.statistic)}${unit ? `, ${unit}` : ""}`;
  return ramp(title, gradient(zoneRamp(state.dark)), range);
}

function rasterPart({ picture, layer, dark, raster }: State): HTMLElement[] {
  if (layer.classes) {
    const entries = layer.classes.map(({ name, color }) =>
      make("li", {}, make("span", { class: "swatch", style: `background: ${color}` }), name),
    );
    return [make("ul", { class: "classes" }, ...entries)];
  }
  if (!picture || "missing" in picture) return [];
  const grey = (fraction: number) => `rgb(${Array(3).fill(rasterGrey(fraction, dark)).join(" ")})`;
  const unit = layer.unit ?? raster?.unit;
  return ramp(`Raster${unit ? `, ${unit}` : ""}`, gradient(grey), picture.range);
}

function ramp(title: string, background: string, [least, greatest]: readonly [number, number]): HTMLElement[] {
  const bar = make("span", { class: "ramp", style: `background: ${background}` });
  const name = make("span", { class: "legend-title" }, title);
  return [make("p", { class: "scale" }, name, formatNumber(least), bar, formatNumber(greatest))];
}
