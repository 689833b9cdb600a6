import * as Plot from "@observablehq/plot";
import { namedBars } from "./bars.ts";
import type { ZoneCells } from "./cells.ts";
import type { ClassFraction } from "./classes.ts";
import { byId, make } from "./dom.ts";
import { formatNumber } from "./format.ts";
import type { AppStore } from "./state.ts";

type Histogram = Extract<ZoneCells, { kind: "histogram" }>;
type Size = Pick<HTMLElement, "clientWidth" | "clientHeight">;

const percent = new Intl.NumberFormat("en", { style: "percent", maximumSignificantDigits: 2 });

/** The cells of the chosen zone: a histogram of amounts, or a bar a class; and the same as a table, to be read out. */
export function bindCellsPlot(store: AppStore): void {
  const figure = byId("cells");
  const render = () => {
    const { cells, layer, raster } = store.get();
    byId("cells-title").textContent = cells ? `Cells of ${cells.zone.name}` : "Cells of a zone";
    if (!cells) figure.replaceChildren(hint("Choose a zone to see how its cells are distributed."));
    else if (cells.kind === "none") figure.replaceChildren(hint(cells.why));
    else if (figure.clientWidth > 0) {
      const unit = layer.unit ?? raster?.unit ?? "";
      const plot = cells.kind === "histogram" ? histogram(cells, unit, figure) : classBars(cells.classes, figure);
      figure.replaceChildren(plot, readableTable(cells));
    }
  };
  store.watch(["cells"], render);
  new ResizeObserver(render).observe(figure);
  // while the cells of another zone are on their way
  store.watch(["cells", "selected"], ({ cells, selected }) => {
    figure.ariaBusy = String(cells !== null && cells.zone.key !== selected);
  });
}

interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

function binsOf({ edges, counts }: Histogram): Bin[] {
  return counts.map((count, index) => ({ from: edges[index], to: edges[index + 1], count }));
}

function histogram(cells: Histogram, unit: string, { clientWidth, clientHeight }: Size): Element {
  const bins = binsOf(cells);
  const tip = ({ from, to, count }: Bin) =>
    `${formatNumber(from)} to ${formatNumber(to)} ${unit}\n${formatNumber(count)} cells`;
  const title = { title: tip, fill: "var(--card)", stroke: "var(--line)" };
  return Plot.plot({
    width: clientWidth,
    height: Math.max(180, clientHeight),
    marginLeft: 48,
    marginBottom: 34,
    ariaLabel: "How many cells have which values; the table below has the numbers",
    x: { label: unit || null, labelArrow: "none", ticks: 5, tickFormat: formatNumber },
    y: { label: "cells", grid: true, ticks: 5, tickFormat: formatNumber },
    marks: [
      Plot.rectY(bins, { x1: "from", x2: "to", y: "count", fill: "var(--accent)", insetLeft: 0.5, insetRight: 0.5 }),
      Plot.ruleY([0], { stroke: "var(--muted-line)" }),
      Plot.tip(bins, Plot.pointerX({ x1: "from", x2: "to", y: "count", ...title })),
    ],
  });
}

function classBars(classes: readonly ClassFraction[], { clientWidth, clientHeight }: Size): Element {
  const bars = classes.map(({ name, color, fraction }) => ({
    key: name,
    name,
    value: fraction,
    text: percent.format(fraction),
    fill: color ?? "var(--muted-line)",
    chosen: false,
  }));
  const label = "Which part of the cells is of which class; the table below has the numbers";
  return namedBars(bars, { width: clientWidth, height: clientHeight, label });
}

/** For those who cannot see the plot. */
function readableTable(cells: Exclude<ZoneCells, { kind: "none" }>): HTMLElement {
  const rows =
    cells.kind === "classes"
      ? [["Class", "Fraction"], ...cells.classes.map(({ name, fraction }) => [name, formatNumber(fraction)])]
      : [["From", "To", "Cells"], ...binsOf(cells).map(({ from, to, count }) => [from, to, count].map(formatNumber))];
  const caption = make("caption", {}, [cells.zone.name, cells.when].filter(Boolean).join(", "));
  const [head, ...body] = rows.map((row, index) =>
    make("tr", {}, ...row.map((text) => (index === 0 ? make("th", { scope: "col" }, text) : make("td", {}, text)))),
  );
  return make("table", { class: "unseen" }, caption, make("thead", {}, head), make("tbody", {}, ...body));
}

function hint(text: string): HTMLElement {
  return make("p", { class: "hint" }, text);
}
