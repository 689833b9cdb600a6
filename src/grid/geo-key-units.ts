/** Metres in EPSG's units of length, but for those that are so many metres: 9001 and 9036. */
const lengths: Readonly<Record<number, number>> = {
  9001: 1,
  9002: 0.3048,
  9003: 1200 / 3937,
  9005: 0.3047972654,
  9014: 1.8288,
  9030: 1852,
  9031: 1.0000135965,
  9033: 79200 / 3937,
  9034: 792 / 3937,
  9035: 6336000 / 3937,
  9036: 1000,
  9037: 0.9143917962,
  9038: 20.1166195164,
  9039: 0.201166195164,
  9040: 0.914398414616029,
  9041: 0.304799471538676,
  9042: 20.1167651215526,
  9043: 0.201167651215526,
  9050: 0.9143992,
  9051: 0.304799733333333,
  9060: 0.9143992,
  9061: 0.304799733333333,
  9062: 20.1167824,
  9063: 0.201167824,
  9070: 0.304799816,
  9080: 0.304799510248147,
  9081: 0.30479841,
  9082: 0.3047996,
  9083: 0.3047995,
  9084: 0.914398530744441,
  9085: 0.91439523,
  9086: 0.9143988,
  9087: 0.9143985,
  9093: 1609.344,
  9094: 0.304799710181509,
  9095: 0.3048007491,
  9096: 0.9144,
  9097: 20.1168,
  9098: 0.201168,
};

/** Degrees in EPSG's units of angle. */
const angles: Readonly<Record<number, number>> = {
  9101: 180 / Math.PI,
  9102: 1,
  9103: 1 / 60,
  9104: 1 / 3600,
  9105: 0.9,
  9106: 0.9,
  9109: 180e-6 / Math.PI,
  9122: 1,
};

/** Metres in a unit of length by its code, or by its size where it is the file's own; null for an unknown one. */
export function linearUnit(code: number | null, size: number | null): number | null {
  if (code === null) return 1;
  if (code in lengths) return lengths[code];
  return size !== null && size > 0 ? size : null;
}

/** Degrees in a unit of angle by its code, or by its size in radians where it is the file's own; null for an unknown one. */
export function angleFactor(code: number | null, size: number | null): number | null {
  if (code === null) return 1;
  if (code in angles) return angles[code];
  return size !== null && size > 0 ? (size * 180) / Math.PI : null;
}
