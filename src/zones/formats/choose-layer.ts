import { rastrumError } from "../../errors.ts";

/** The layer asked for, or the only one. Throws `invalid-option` where that names none of them, or several could be meant. */
export function chooseLayer(layers: readonly string[], asked: string | undefined, name: string): string {
  if (asked !== undefined && layers.includes(asked)) return asked;
  if (asked === undefined && layers.length === 1) return layers[0];
  if (layers.length === 0) {
    throw rastrumError("invalid-zones", `${name} has no layers; pass a file with zones.`, { feature: null });
  }
  const list = layers.length > 20 ? `${layers.slice(0, 20).join(", ")}, …` : layers.join(", ");
  const why = asked === undefined ? `has several layers` : `has no layer ${JSON.stringify(asked)}`;
  const message = `${name} ${why}; choose one by zonesLayer (CLI --zones-layer): ${list}.`;
  throw rastrumError("invalid-option", message, { option: "zonesLayer", received: asked });
}
