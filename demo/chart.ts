import * as Plot from "@observablehq/plot";
import { namedBars } from "./bars.ts";
import { fractionOf, zoneRamp } from "./colors.ts";
import { isTime, stepDimension, stepLabel } from "./dimensions.ts";
import { byId } from "./dom.ts";
import { formatNumber, statisticTitle, statisticUnit } from "./format.ts";
import { type Result, valueRange } from "./result.ts";
import type { AppStore, State } from "./state.ts";

/** Bars beyond this many would be thinner than their names. */
const MAX_BARS = 16;

/** Lines of more points than this, over all zones, become a band. */
const MAX_POINTS = 5000;

/** A line a zone over time where the raster has steps, else the zones in order of their values. */
export function bindChart(store: AppStore): void {
  const figure = byId("chart");
  const render = () => {
    const state = store.get();
    const { result } = state;
    const overSteps = result !== null && result.steps.length > 1;
    byId("chart-title").textContent = overSteps
      ? `${statisticTitle(state.statistic)}: ${chosenName(state) ?? "all zones"}`
      : `Zones by ${statisticTitle(state.statistic).toLowerCase()}`;
    figure.replaceChildren();
    if (!result || figure.clientWidth === 0) return;
    figure.append(overSteps ? series(result, state, figure) : ranking(result, state, figure));
  };
  store.watch(["result", "statistic", "step", "selected", "dark", "scale"], render);
  new ResizeObserver(render).observe(figure);
  figure.addEventListener("click", () => {
    const under = (figure.firstElementChild as (Element & { value?: { step?: number; key?: string } }) | null)?.value;
    if (under?.step !== undefined) store.set({ step: under.step });
    if (under?.key !== undefined) store.set({ selected: under.key });
  });
}

function chosenName({ result, selected }: State): string | undefined {
  return result?.zones.find(({ key }) => key === selected)?.name;
}

interface Point {
  readonly key: string;
  readonly name: string;
  readonly step: number;
  readonly at: Date | number;
  readonly value: number;
}

function series(result: Result, state: State, { clientWidth, clientHeight }: HTMLElement): Element {
  const dimension = stepDimension(state.raster);
  const time = isTime(dimension);
  const at = (step: number) => (time ? new Date(Number(dimension?.labels?.values[step])) : step);
  const pointsOf = (zone: number): Point[] =>
    result.steps.map((step) => {
      const { key, name } = result.zones[zone];
      return { key, name, step, at: at(step), value: result.value(state.statistic, zone, step) };
    });
  const crowd = result.zones.length * result.steps.length > MAX_POINTS;
  const chosen = result.zones.flatMap(({ key }, zone) => (key === state.selected ? pointsOf(zone) : []));
  const all = crowd ? chosen : result.zones.flatMap((_, zone) => pointsOf(zone));
  const tip = ({ name, step, value }: Point) =>
    `${name}\n${dimension ? stepLabel(dimension, step) : step}\n${formatNumber(value)}`;
  return Plot.plot({
    width: clientWidth,
    height: Math.max(180, clientHeight),
    marginLeft: 52,
    ariaLabel: "Values of each zone over time; the table has the numbers",
    x: { type: time ? "utc" : "linear", label: null },
    y: { label: statisticUnit(state.statistic, unitOf(state)), grid: true, nice: true, tickFormat: formatNumber },
    marks: [
      crowd
        ? bandOf(result, state.statistic, at)
        : Plot.lineY(all, { ...line, stroke: "var(--muted-line)", strokeWidth: 1.4 }),
      Plot.ruleX([at(state.step)], { stroke: "var(--accent)", strokeWidth: 1.5, strokeDasharray: "3 3" }),
      Plot.lineY(chosen, { ...line, stroke: "var(--accent)", strokeWidth: crowd ? 1.4 : 2.6 }),
      Plot.dot(
        all.filter(({ step }) => step === state.step),
        { ...point, fill: "var(--muted-ink)", r: 2.5 },
      ),
      Plot.dot(
        chosen.filter(({ step }) => step === state.step),
        { ...point, fill: "var(--accent)", r: 5 },
      ),
      Plot.tip(all, Plot.pointer({ ...point, title: tip, fill: "var(--card)", stroke: "var(--line)" })),
    ],
  });
}

const point = { x: "at", y: "value" } as const;
const line = { ...point, z: "key" } as const;

/** From the least to the greatest zone at each step: lines of that many zones would be a tangle. */
function bandOf(result: Result, statistic: string, at: (step: number) => Date | number): Plot.Markish {
  const band = result.steps.flatMap((step) => {
    const range = valueRange(result, statistic, step);
    return range ? [{ at: at(step), least: range[0], greatest: range[1] }] : [];
  });
  return Plot.areaY(band, { x: "at", y1: "least", y2: "greatest", fill: "var(--muted-line)", fillOpacity: 0.45 });
}

function ranking(result: Result, state: State, { clientWidth, clientHeight }: HTMLElement): Element {
  const range = valueRange(result, state.statistic, state.step) ?? [0, 1];
  const ramp = zoneRamp(state.dark);
  const bars = result.zones
    .map(({ key, name }, zone) => ({ key, name, value: result.value(state.statistic, zone, state.step) }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => b.value - a.value)
    .slice(0, MAX_BARS)
    .map((bar) => ({
      ...bar,
      text: formatNumber(bar.value),
      fill: ramp(fractionOf(bar.value, range)),
      chosen: bar.key === state.selected,
    }));
  const label = "Zones in order of their values; the table has the numbers";
  return namedBars(bars, { width: clientWidth, height: clientHeight, label });
}

function unitOf({ raster, layer }: State): string | null {
  return layer.unit ?? raster?.unit ?? null;
}
