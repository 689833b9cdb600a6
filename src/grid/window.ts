/** A rectangle of cells: rows [row, row + height), columns [column, column + width). */
export interface Window {
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly width: number;
}

export function windowCells(window: Window): number {
  return window.height * window.width;
}
