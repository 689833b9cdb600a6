/** Where a rectangle lies in the atlas. */
export interface Spot {
  page: number;
  row: number;
  column: number;
}

/** A page of the atlas: as large as what lies on it. */
export interface PageSize {
  width: number;
  height: number;
}

export interface Packing {
  /** One spot a rectangle, in the order of the input. */
  readonly spots: readonly Spot[];
  readonly pages: readonly PageSize[];
}

/**
 * Packs rectangles on shelves, the highest first, onto as few pages as come out; none may be larger than a page.
 * Shelves waste little where heights are sorted, and take O(n log n).
 */
export function packShelves(sizes: readonly PageSize[], limit: PageSize): Packing {
  const order = sizes.map((_, index) => index).sort((a, b) => sizes[b].height - sizes[a].height || a - b);
  const spots: Spot[] = new Array(sizes.length);
  const pages: PageSize[] = [];
  let page: PageSize = { width: 0, height: 0 };
  let row = 0;
  let column = 0;
  let shelfHeight = 0;
  for (const index of order) {
    const { width, height } = sizes[index];
    if (column + width > limit.width) {
      row += shelfHeight;
      column = 0;
      shelfHeight = 0;
    }
    if (pages.length === 0 || row + height > limit.height) {
      page = { width: 0, height: 0 };
      pages.push(page);
      row = 0;
      column = 0;
      shelfHeight = 0;
    }
    spots[index] = { page: pages.length - 1, row, column };
    column += width;
    shelfHeight = Math.max(shelfHeight, height);
    page.width = Math.max(page.width, column);
    page.height = Math.max(page.height, row + height);
  }
  return { spots, pages };
}
