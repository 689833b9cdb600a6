import { scale } from "@observablehq/plot";

export type Ramp = (fraction: number) => string;

/**
 * Colours of the zones. All of these rise evenly in lightness, so colour-blind readers and grey printers see the order;
 * on a light page more is darker, on a dark page more is brighter.
 */
export function zoneRamp(dark: boolean): Ramp {
  return ramp(dark ? "viridis" : "ylgnbu");
}

function ramp(scheme: "viridis" | "ylgnbu"): Ramp {
  const colors = scale({ color: { type: "linear", scheme, domain: [0, 1] } });
  // the palest of the light scheme would be lost on the page
  const from = scheme === "ylgnbu" ? 0.08 : 0;
  return (fraction) => colors.apply(from + (1 - from) * Math.min(1, Math.max(0, fraction)));
}

/** Where `value` lies in `range`; the middle where the range is one value. */
export function fractionOf(value: number, [least, greatest]: readonly [number, number]): number {
  return greatest > least ? (value - least) / (greatest - least) : 0.5;
}

/** The picture of the raster stays grey, so that colour means zones and nothing else. */
export function rasterGrey(fraction: number, dark: boolean): number {
  const clamped = Math.min(1, Math.max(0, fraction));
  return Math.round(dark ? 52 + 168 * clamped : 140 + 112 * clamped);
}

export function parseHex(color: string): [number, number, number] {
  const number = Number.parseInt(color.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

/** A CSS gradient of a ramp, for legends. */
export function gradient(colors: Ramp): string {
  const stops = Array.from({ length: 9 }, (_, index) => colors(index / 8));
  return `linear-gradient(to right, ${stops.join(", ")})`;
}
