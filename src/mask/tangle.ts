/** The edges of a zone cross too often for its coverage to be found in time. */
export class Tangle extends Error {
  readonly zone: number;

  constructor(zone: number) {
    super("edges that cross too often");
    this.zone = zone;
  }
}
