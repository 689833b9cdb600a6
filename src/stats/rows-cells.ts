import type { Statistic } from "./statistic.ts";

/** Statistics that list or point at single cells, in the order of rows, then columns. */
export const cellRows: readonly Statistic[] = [
  {
    name: "values",
    description: "list of the values of the valid cells",
    needs: ["cells"],
    finalize: (row) => row.cellList.values,
    whenEmpty: () => [],
  },
  {
    name: "coverage",
    description: "list of the covered fractions of the valid cells",
    needs: ["cells"],
    finalize: (row) => row.cellList.coverage,
    whenEmpty: () => [],
  },
  {
    name: "weights",
    description: "list of the weights that a second raster gives the valid cells",
    needs: ["cells", "weights"],
    finalize: (row) => row.cellList.weights,
    whenEmpty: () => [],
  },
  {
    name: "cell_id",
    description: "list of the numbers of the valid cells: row × width + column",
    needs: ["cells"],
    finalize: (row) => row.cellList.ids,
    whenEmpty: () => [],
  },
  {
    name: "center_x",
    description: "list of the x coordinates of the centres of the valid cells, in the raster's CRS",
    needs: ["cells"],
    finalize: (row) => row.cellList.centers("x"),
    whenEmpty: () => [],
  },
  {
    name: "center_y",
    description: "list of the y coordinates of the centres of the valid cells, in the raster's CRS",
    needs: ["cells"],
    finalize: (row) => row.cellList.centers("y"),
    whenEmpty: () => [],
  },
  {
    name: "min_center_x",
    description: "x coordinate of the centre of the first cell that has the least value",
    needs: ["cells"],
    finalize: (row) => row.cellList.centerOfLeast("x"),
  },
  {
    name: "min_center_y",
    description: "y coordinate of the centre of the first cell that has the least value",
    needs: ["cells"],
    finalize: (row) => row.cellList.centerOfLeast("y"),
  },
  {
    name: "max_center_x",
    description: "x coordinate of the centre of the first cell that has the greatest value",
    needs: ["cells"],
    finalize: (row) => row.cellList.centerOfGreatest("x"),
  },
  {
    name: "max_center_y",
    description: "y coordinate of the centre of the first cell that has the greatest value",
    needs: ["cells"],
    finalize: (row) => row.cellList.centerOfGreatest("y"),
  },
];
