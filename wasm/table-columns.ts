/**
 * What tables of the values of zones, with their weights, tell: a number or a list for each zone that has a table, all zones
 * at once. AssemblyScript (https://www.assemblyscript.org); src/stats/frequency.ts is the same of one table in JavaScript.
 */

/** Weights this near the greatest are as great. */
const SLACK: f64 = 1e-12;

let zones: i32 = 0;
/** Of each zone a byte, 1 where it has a table, and the end of its table. */
let tabled: usize = 0;
let ends: usize = 0;
let weights: usize = 0;
let values: usize = 0;

export function placeTables(itsZones: i32, itsTabled: usize, itsEnds: usize, itsWeights: usize, itsValues: usize): void {
  zones = itsZones;
  tabled = itsTabled;
  ends = itsEnds;
  weights = itsWeights;
  values = itsValues;
}

@inline
function isTabled(zone: i32): bool {
  return load<u8>(tabled + <usize>zone) === 1;
}

@inline
function endOf(zone: i32): i32 {
  return load<i32>(ends + (<usize>zone << 2));
}

@inline
function weightAt(place: i32): f64 {
  return load<f64>(weights + (<usize>place << 3));
}

@inline
function valueAt(place: i32): f64 {
  return <f64>load<i16>(values + (<usize>place << 1));
}

/** A byte a zone: 1 where there is no value. */
export function putEmpty(to: usize): void {
  let start = 0;
  for (let zone = 0; zone < zones; zone++) {
    if (!isTabled(zone)) continue;
    const stop = endOf(zone);
    store<u8>(to++, <u8>(start === stop));
    start = stop;
  }
}

/** How many values there are. */
export function putLengths(to: usize): void {
  let start = 0;
  for (let zone = 0; zone < zones; zone++) {
    if (!isTabled(zone)) continue;
    const stop = endOf(zone);
    store<f64>(to, <f64>(stop - start));
    to += 8;
    start = stop;
  }
}

/** The first value whose weight × sign is not less than `slack` times the greatest; 0 where there is none. */
function putFirst(to: usize, sign: f64, slack: f64): void {
  let start = 0;
  for (let zone = 0; zone < zones; zone++) {
    if (!isTabled(zone)) continue;
    const stop = endOf(zone);
    let greatest: f64 = -Infinity;
    for (let place = start; place < stop; place++) greatest = max(greatest, sign * weightAt(place));
    let place = start;
    while (place < stop && sign * weightAt(place) < greatest * slack) place++;
    store<f64>(to, start < stop ? valueAt(place) : 0);
    to += 8;
    start = stop;
  }
}

export function putFirstHeaviest(to: usize): void {
  putFirst(to, 1, 1 - SLACK);
}

export function putFirstLightest(to: usize): void {
  putFirst(to, -1, 1 + SLACK);
}

/** The last value whose weight is the greatest; 0 where there is none. */
export function putLastHeaviest(to: usize): void {
  let start = 0;
  for (let zone = 0; zone < zones; zone++) {
    if (!isTabled(zone)) continue;
    const stop = endOf(zone);
    let greatest: f64 = -Infinity;
    for (let place = start; place < stop; place++) greatest = max(greatest, weightAt(place));
    let place = stop - 1;
    while (place > start && weightAt(place) < greatest * (1 - SLACK)) place--;
    store<f64>(to, start < stop ? valueAt(place) : 0);
    to += 8;
    start = stop;
  }
}

/** Where each zone's values end among all. */
export function putEnds(to: usize): void {
  for (let zone = 0; zone < zones; zone++) {
    if (!isTabled(zone)) continue;
    store<i32>(to, endOf(zone));
    to += 4;
  }
}

/** All values. */
export function putValues(to: usize): void {
  const length = zones > 0 ? endOf(zones - 1) : 0;
  for (let place = 0; place < length; place++) store<f64>(to + (<usize>place << 3), valueAt(place));
}

/** The weights of each zone added up by Knuth's TwoSum, twice; NaN where two doubles do not hold it. @returns whether they hold all */
export function putSums(to: usize): bool {
  let start = 0;
  let areHeld = true;
  for (let zone = 0; zone < zones; zone++) {
    if (!isTabled(zone)) continue;
    const stop = endOf(zone);
    let high: f64 = 0;
    let low: f64 = 0;
    let isHeld = true;
    for (let place = start; place < stop; place++) {
      const weight = weightAt(place);
      const sum = high + weight;
      const added = sum - high;
      const rest = high - (sum - added) + (weight - added);
      const lowSum = low + rest;
      const lowAdded = lowSum - low;
      if (low - (lowSum - lowAdded) + (rest - lowAdded) !== 0) isHeld = false;
      high = sum;
      low = lowSum;
    }
    store<f64>(to, isHeld ? high + low : NaN);
    areHeld = areHeld && isHeld;
    to += 8;
    start = stop;
  }
  return areHeld;
}

/** What each value has of the sum of its zone. */
export function putShares(sums: usize, to: usize): void {
  let place = 0;
  for (let zone = 0; zone < zones; zone++) {
    if (!isTabled(zone)) continue;
    const sum = load<f64>(sums);
    sums += 8;
    for (const stop = endOf(zone); place < stop; place++) store<f64>(to + (<usize>place << 3), weightAt(place) / sum);
  }
}
