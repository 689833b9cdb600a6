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
  /** Pixels that there are; few bars take less. */
  readonly height: number;
  readonly label: string;
}

const across = { x: "value", y: "key" } as const;

/** Lying bars from 0, each with its name above it and its value behind it. */
export function namedBars(bars: readonly Bar[], { width, height, label }: BarsPlot): ReturnType<typeof Plot.plot> {
  return Plot.plot({
    width,
    height: Math.max(180, Math.min(height, 60 + bars.length * 40)),
    marginTop: 12,
    marginBottom: 2,
    marginLeft: 12,
    marginRight: 70,
    ariaLabel: label,
    x: { axis: null, zero: true },
    y: { domain: bars.map(({ key }) => key), axis: null, padding: 0.55 },
    marks: [
      Plot.barX(bars, {
        ...across,
        fill: "fill",
        stroke: ({ chosen }: Bar) => (chosen ? "var(--accent-strong)" : "var(--line)"),
        strokeWidth: 1.5,
        rx: 2,
      }),
      Plot.ruleX([0], { stroke: "var(--muted-line)" }),
      Plot.text(bars, { x: 0, y: "key", text: "name", textAnchor: "start", dx: 2, dy: -15.5, fill: "currentColor" }),
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
