/** All that only statistics need which keep cells or sketches of them: loaded by their jobs (keeping.ts). */
export { CellList } from "./cell-list.ts";
export { Distribution } from "./distribution.ts";
export {
  fractionOf,
  fractionsOf,
  majorityOf,
  minorityOf,
  modeOf,
  productFractionsOf,
  uniqueOf,
  varietyOf,
} from "./frequency.ts";
export { histogramEdges, histogramOf } from "./histogram.ts";
export { keepWhole } from "./keep-runs.ts";
export { KeptCells } from "./kept-cells.ts";
export { OwnStates, ownTotals } from "./own-states.ts";
export { quantileOf } from "./quantile.ts";
export { putQuantiles } from "./quantile-columns.ts";
export { Sketches, sketchQuantile } from "./sketch.ts";
