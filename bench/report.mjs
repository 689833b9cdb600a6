/** Min and median by name, as objects for --json and for the table. */
export function summarize({ times, estimate, reads }) {
  const floor = summary(times.get("floor"));
  const cellsRead = reads.reduce((sum, { window, ranges }) => sum + cellCount(window, ranges), 0);
  return [...times].map(([name, list]) => {
    const { min, median } = summary(list);
    return {
      name,
      minMs: min,
      medianMs: median,
      ratioToFloor: median / floor.median,
      zonesPerSecond: name === "floor" ? null : estimate.zones / (median / 1000),
      cellsPerSecond: (name === "floor" ? cellsRead : estimate.cells) / (median / 1000),
    };
  });
}

/** Lines of a table. */
export function tableLines(rows) {
  const text = rows.map((row) => [
    row.name,
    row.minMs.toFixed(1),
    row.medianMs.toFixed(1),
    row.ratioToFloor.toFixed(2),
    row.zonesPerSecond === null ? "" : thousands(row.zonesPerSecond),
    `${(row.cellsPerSecond / 1e6).toFixed(1)} M`,
  ]);
  const all = [["", "min ms", "median ms", "ratio to floor", "zones/s", "cells/s"], ...text];
  const widths = all[0].map((_, i) => Math.max(...all.map((cells) => cells[i].length)));
  return all.map((cells) => cells.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join("  "));
}

export function thousands(value) {
  return Math.round(value).toLocaleString("en-US");
}

function cellCount({ height, width }, ranges = []) {
  return ranges.reduce((cells, [start, stop]) => cells * (stop - start), height * width);
}

function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return { min: sorted[0], median: (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2 };
}
