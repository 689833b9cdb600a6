import * as Plot from "@observablehq/plot";

export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  /** The value for people. */
  readonly text: string;
  readonly fill: string;
  readonly chosen: boolean;
}

export interface BarsPlot {
  readonly width: number;
  /** Pixels that there are; few bars take less, and many as many more as their names need. */
  readonly height: number;
  readonly label: string;
}

const across = { x: "value", y: "key" } as const;

/** Pixels from a bar to the next, so that a name fits between them and still is with its own. */
const STEP = { least: 27, most: 34 };
/** Parts of a step: of a bar, and of the space before the first and behind the last together. */
const PADDING = 0.55;
const MARGIN = { top: 12, bottom: 2 };

/** Lying bars from 0, each with its name above it and its value behind it. */
export function namedBars(bars: readonly Bar[], { width, height, label }: BarsPlot): ReturnType<typeof Plot.plot> {
  const [around, steps] = [MARGIN.top + MARGIN.bottom, bars.length + PADDING];
  const step = Math.min(STEP.most, Math.max(STEP.least, (height - around) / steps));
  const middleOfName = -(((1 - PADDING) * step) / 2 + 8.5);
  return Plot.plot({
    width,
    height: around + steps * step,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    marginLeft: 12,
    marginRight: 70,
    ariaLabel: label,
    x: { axis: null, zero: true },
    y: { domain: bars.map(({ key }) => key), axis: null, padding: PADDING },
    marks: [
      Plot.barX(bars, {
        ...across,
        fill: "fill",
        stroke: ({ chosen }: Bar) => (chosen ? "var(--accent-strong)" : "var(--line)"),
        strokeWidth: 1.5,
        rx: 2,
      }),
      Plot.ruleX([0], { stroke: "var(--muted-line)" }),
      Plot.text(bars, {
        x: 0,
        y: "key",
        text: "name",
        textAnchor: "start",
        dx: 2,
        dy: middleOfName,
        fill: "currentColor",
      }),
      Plot.text(bars, { ...across, text: "text", textAnchor: "start", dx: 6, fill: "currentColor" }),
      Plot.tip(
        bars,
        Plot.pointerY({
          ...across,
          title: ({ name, text }: Bar) => `${name}\n${text}`,
          fill: "var(--card)",
          stroke: "var(--line)",
        }),
      ),
    ],
  });
}
