/** The coefficients of a JPEG image, and what it takes to make samples of them. */
export interface Frame {
  /** Bits of a sample: 8 or 12. */
  readonly precision: number;
  readonly width: number;
  readonly height: number;
  readonly progressive: boolean;
  readonly components: readonly Component[];
  /** The largest sampling factors of all components. */
  readonly mostAcross: number;
  readonly mostDown: number;
}

export interface Component {
  readonly id: number;
  /** Sampling factors. */
  readonly across: number;
  readonly down: number;
  readonly quantTable: number;
  /** Samples that it has by itself. */
  readonly width: number;
  readonly height: number;
  /** Blocks of 8 × 8 samples; in whole units of all components. */
  readonly blocksAcross: number;
  readonly blocksDown: number;
  /** 64 a block, rows of a block one after the other. */
  readonly coefficients: Int16Array;
}

/** What a tile must be: a header that claims something else is refused before memory is taken. */
export interface Expected {
  readonly width: number;
  readonly leastHeight: number;
  readonly mostHeight: number;
  readonly components: number;
  readonly precision: number;
}

/** Where the coefficients of the bitstream's order belong in a block (ITU T.81, figure 5). */
export const NATURAL = Uint8Array.of(
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55,
  62, 63,
); // biome-ignore format: one table

/** Reads a frame header (ITU T.81, B.2.2). `header` begins after its length. */
export function readFrame(header: Uint8Array, progressive: boolean, expected: Expected): Frame {
  if (header.length < 6) throw new Error("the JPEG header is cut off");
  const [precision, , , , , count] = header;
  const height = (header[1] << 8) | header[2];
  const width = (header[3] << 8) | header[4];
  const { mostHeight, leastHeight } = expected;
  if (width !== expected.width || height < leastHeight || height > mostHeight) {
    throw new Error(`the JPEG data are of ${width} × ${height} cells, not ${expected.width} × ${mostHeight}`);
  }
  if (count !== expected.components || precision !== expected.precision) {
    const wanted = `${expected.components} of ${expected.precision}`;
    throw new Error(`the JPEG data have ${count} samples of ${precision} bits, not ${wanted}`);
  }
  if (header.length < 6 + 3 * count) throw new Error("the JPEG header is cut off");
  const specs = Array.from({ length: count }, (_, i) => header.subarray(6 + 3 * i, 9 + 3 * i));
  const mostAcross = Math.max(...specs.map((spec) => spec[1] >> 4));
  const mostDown = Math.max(...specs.map((spec) => spec[1] & 15));
  const unitsAcross = Math.ceil(width / (8 * mostAcross));
  const unitsDown = Math.ceil(height / (8 * mostDown));
  const components = specs.map(([id, factors, quantTable]): Component => {
    const across = factors >> 4;
    const down = factors & 15;
    if (!isFactor(across) || !isFactor(down) || mostAcross % across || mostDown % down || quantTable > 3) {
      throw new Error(`a JPEG component is sampled ${across} × ${down}`);
    }
    const blocksAcross = unitsAcross * across;
    const blocksDown = unitsDown * down;
    const own = {
      width: Math.ceil((width * across) / mostAcross),
      height: Math.ceil((height * down) / mostDown),
      coefficients: new Int16Array(blocksAcross * blocksDown * 64),
    };
    return { id, across, down, quantTable, blocksAcross, blocksDown, ...own };
  });
  return { precision, width, height, progressive, components, mostAcross, mostDown };
}

function isFactor(factor: number): boolean {
  return factor >= 1 && factor <= 4;
}
