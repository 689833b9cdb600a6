import { rastrumError } from "../errors.ts";
import { invertTransform, type Transform } from "../grid/affine.ts";

/** What a caller says of a grid in place of the source. @throws `invalid-option` for what is no CRS or no transform. */
export function checkGridOverrides({
  crs,
  transform,
}: {
  readonly crs?: string;
  readonly transform?: Transform;
}): void {
  if (crs !== undefined && (typeof crs !== "string" || crs === "")) {
    const message = `crs must be a CRS as text, such as "EPSG:3763", not ${JSON.stringify(crs)}.`;
    throw rastrumError("invalid-option", message, { option: "crs", received: crs });
  }
  if (transform === undefined) return;
  if (Array.isArray(transform) && transform.length === 6 && invertTransform(transform as Transform)) return;
  const message = `transform must be six finite numbers a,b,c,d,e,f that can be inverted, not ${JSON.stringify(transform)}.`;
  throw rastrumError("invalid-option", message, { option: "transform", received: transform });
}
