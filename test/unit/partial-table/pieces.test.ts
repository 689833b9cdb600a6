import { describe, expect, it } from "vitest";
import { joinPieces, missingIn, type Piece } from "../../../src/partial-table/pieces.ts";

const piece = (first: number, stop: number, members: Partial<Piece> = {}): Piece => ({
  zones: [0, 10],
  ranges: [[0, 6]],
  tasks: [first, stop],
  of: 8,
  chunk: [2, 2],
  ...members,
});

describe("pieces of the work", () => {
  it("are one where they follow upon each other, whatever their order", () => {
    expect(joinPieces([piece(6, 8), piece(0, 2), piece(2, 6)])).toEqual([piece(0, 8)]);
    expect(joinPieces([piece(6, 8), piece(0, 2), piece(2, 2)])).toEqual([piece(0, 2), piece(6, 8)]);
    const [a, b] = [piece(0, 8, { ranges: [[0, 3]] }), piece(0, 8, { ranges: [[3, 6]] })];
    expect(joinPieces([b, a])).toEqual([a, b]);
  });

  it("must not hold the same cells", () => {
    const clash = (a: Piece, b: Piece) => expect(() => joinPieces([a, b])).toThrow();
    clash(piece(0, 2), piece(0, 2));
    clash(piece(0, 3), piece(2, 8));
    clash(piece(0, 8, { zones: [0, 5] }), piece(1, 2, { zones: [4, 6], ranges: [[5, 6]] }));
    expect(() => joinPieces([piece(0, 8, { zones: [0, 5] }), piece(1, 2, { zones: [5, 6] })])).not.toThrow();
    expect(() => joinPieces([piece(0, 8, { ranges: [[0, 5]] }), piece(0, 8, { ranges: [[5, 6]] })])).not.toThrow();
  });

  it("must be of one plan where they are of the same zones and slices", () => {
    const message = /other chunks/;
    expect(() => joinPieces([piece(0, 4), piece(4, 9, { of: 9 })])).toThrow(message);
    expect(() => joinPieces([piece(0, 4), piece(4, 8, { chunk: [2, 3] })])).toThrow(message);
    expect(() => joinPieces([piece(0, 8), piece(0, 9, { of: 9, zones: [10, 12] })])).not.toThrow();
  });

  it("lack chunks, or lack none, also where other pieces hold them slice by slice", () => {
    expect(missingIn([piece(0, 8)])).toBe(null);
    expect(missingIn([piece(0, 7)])).toBe("zones 0 to 9, indices 0 to 5 of dimension 0, chunks 0 to 6 of 8");
    const half = [piece(4, 8, { ranges: [[0, 2]] }), piece(4, 8, { ranges: [[2, 6]] })];
    expect(missingIn([piece(0, 4), ...half])).toBe(null);
    expect(missingIn([piece(0, 4), half[0]])).toMatch(/chunks 0 to 3 of 8/);
    expect(missingIn([piece(0, 4), piece(4, 8, { zones: [0, 9] })])).toMatch(/chunks 0 to 3 of 8/);
  });
});
