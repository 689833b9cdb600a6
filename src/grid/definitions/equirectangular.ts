/** What proj4 keeps of a projection: metres and radians. */
interface Equirectangular {
  readonly a: number;
  readonly es: number;
  readonly x0: number;
  readonly y0: number;
  readonly long0: number;
  readonly lat0: number;
  readonly lat_ts: number;
  /** Metres a radian of longitude. */
  rc: number;
  /** y of the origin. */
  m0: number;
}

interface Point {
  x: number;
  y: number;
}

/**
 * Equidistant cylindrical on the ellipsoid (EPSG method 1028; Snyder 1987, eq. 3-21, to the eighth power of the
 * eccentricity in n): y is the length of the meridian. proj4 has that of the sphere only, which is 25 km off.
 */
export const ellipsoidalEquirectangular = {
  names: ["rastrum_eqc"],
  init(this: Equirectangular): void {
    const sine = Math.sin(this.lat_ts);
    this.rc = (this.a * Math.cos(this.lat_ts)) / Math.sqrt(1 - this.es * sine * sine);
    this.m0 = meridian(this.lat0, this.a, this.es);
  },
  forward(this: Equirectangular, point: Point): Point {
    point.x = this.x0 + this.rc * wrapped(point.x - this.long0);
    point.y = this.y0 + meridian(point.y, this.a, this.es) - this.m0;
    return point;
  },
  inverse(this: Equirectangular, point: Point): Point {
    const length = point.y - this.y0 + this.m0;
    point.x = wrapped(this.long0 + (point.x - this.x0) / this.rc);
    let latitude = length / this.a;
    for (let i = 0; i < 8; i++) {
      const sine = Math.sin(latitude);
      const radius = (this.a * (1 - this.es)) / (1 - this.es * sine * sine) ** 1.5;
      latitude += (length - meridian(latitude, this.a, this.es)) / radius;
    }
    point.y = Math.abs(latitude) <= Math.PI / 2 + 1e-9 ? latitude : Number.NaN;
    return point;
  },
};

/** From the equator, in metres. */
function meridian(latitude: number, a: number, es: number): number {
  const root = Math.sqrt(1 - es);
  const n = (1 - root) / (1 + root);
  const [n2, n3, n4] = [n * n, n ** 3, n ** 4];
  const sum =
    (1 + n2 / 4 + n4 / 64) * latitude -
    (3 / 2) * (n - n3 / 8) * Math.sin(2 * latitude) +
    (15 / 16) * (n2 - n4 / 4) * Math.sin(4 * latitude) -
    (35 / 48) * n3 * Math.sin(6 * latitude) +
    (315 / 512) * n4 * Math.sin(8 * latitude);
  return (a / (1 + n)) * sum;
}

/** Within ±π, both ends kept. */
function wrapped(longitude: number): number {
  if (Math.abs(longitude) <= Math.PI + 1e-12) return longitude;
  return longitude - 2 * Math.PI * Math.round(longitude / (2 * Math.PI));
}
