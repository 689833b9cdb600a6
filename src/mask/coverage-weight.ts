import type { AreaUnit } from "../grid/cell-area.ts";

/** What the covered fraction of a cell stands for: itself; 1, however little is covered; or the covered area. */
export type CoverageWeight = "fraction" | "none" | AreaUnit;

export const coverageWeights: readonly CoverageWeight[] = [
  "fraction",
  "none",
  "area_cartesian",
  "area_spherical_m2",
  "area_spherical_km2",
  "area_geodesic_m2",
];
