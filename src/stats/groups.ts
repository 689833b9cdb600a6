/** What cells are grouped by: zones, or zones × classes as they are met. Numbered from 0. */
export interface Groups {
  readonly length: number;
  /** The group of a zone's cells of a class; classes are numbered, 0 where there are none. */
  indexOf(zone: number, classNumber: number): number;
  zoneOf(group: number): number;
  /** Number of the class; null where there are none. */
  classOf(group: number): number | null;
}

/** A group for every zone, in their order. */
export function zoneGroups(zones: number): Groups {
  return { length: zones, indexOf: (zone) => zone, zoneOf: (group) => group, classOf: () => null };
}

/** A group for every zone × class that has a cell, in the order in which they are met. */
export class ClassGroups implements Groups {
  readonly #zones: number[] = [];
  readonly #classes: number[] = [];
  readonly #groups = new Map<number, number>();
  readonly #mostClasses: number;

  constructor(mostClasses: number) {
    this.#mostClasses = mostClasses;
  }

  get length(): number {
    return this.#zones.length;
  }

  indexOf(zone: number, classNumber: number): number {
    const key = zone * this.#mostClasses + classNumber;
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = this.#zones.push(zone) - 1;
      this.#classes.push(classNumber);
      this.#groups.set(key, group);
    }
    return group;
  }

  zoneOf(group: number): number {
    return this.#zones[group];
  }

  classOf(group: number): number {
    return this.#classes[group];
  }
}
