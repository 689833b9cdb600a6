import { expect, test } from "vitest";
import { crsOfGeoKeys, type GeoKeys } from "../../../src/grid/geo-keys.ts";

const keys = (entries: Readonly<Record<number, number | string | readonly number[]>>): GeoKeys =>
  new Map(Object.entries(entries).map(([id, value]) => [Number(id), value]));

test("a code is told as such, projected before geographic", () => {
  expect(crsOfGeoKeys(keys({ 1024: 1, 2048: 4326, 3072: 32733 }))).toBe("EPSG:32733");
  expect(crsOfGeoKeys(keys({ 1024: 2, 2048: 4326 }))).toBe("EPSG:4326");
  expect(crsOfGeoKeys(keys({ 2048: 4326 }))).toBe("EPSG:4326");
  expect(crsOfGeoKeys(keys({ 1024: 3, 2048: 7789 }))).toBe("EPSG:7789");
});

test("heights are left out, and so is the model of a file without codes", () => {
  expect(crsOfGeoKeys(keys({ 1024: 1, 3072: 25832, 4096: 5783, 4099: 9001 }))).toBe("EPSG:25832");
  expect(crsOfGeoKeys(keys({ 1025: 1 }))).toBeNull();
  expect(crsOfGeoKeys(new Map())).toBeNull();
});

test("parameters of a user-defined projection become a PROJ string", () => {
  const albers = { 1024: 1, 2048: 4269, 3072: 32767, 3074: 32767, 3075: 11, 3076: 9001, 3078: 29.5, 3079: 45.5 };
  expect(crsOfGeoKeys(keys({ ...albers, 3080: -96, 3081: 37.5, 3082: 0, 3083: 0 }))).toBe(
    "+proj=aea +lat_0=37.5 +lon_0=-96 +lat_1=29.5 +lat_2=45.5 +x_0=0 +y_0=0 +datum=NAD83 +units=m +no_defs",
  );
});

test("angles become degrees, lengths metres", () => {
  const feet = { 3076: 9003, 2054: 9105, 2057: 6378388, 2059: 297 };
  const crs = crsOfGeoKeys(
    keys({ 1024: 1, 3072: 32767, 3075: 1, 3080: 10, 3081: 50, 3082: 1000, 3092: 0.9996, ...feet }),
  );
  // 10 and 50 grads are 9 and 45 degrees; 1000 US survey feet are 1000 · 1200 / 3937 m.
  const foot = 1200 / 3937;
  expect(crs).toBe(
    `+proj=tmerc +lat_0=45 +lon_0=9 +k_0=0.9996 +x_0=${1000 * foot} +y_0=0 +a=6378388 +rf=297 +to_meter=${foot} +no_defs`,
  );
});

test("UTM by EPSG's code of the conversion, on a datum by its own code", () => {
  const utm = keys({ 1024: 1, 2050: 6230, 3072: 32767, 3074: 16133, 3076: 9001 });
  expect(crsOfGeoKeys(utm)).toBe("+proj=utm +zone=33 +south +datum=EPSG:4230 +units=m +no_defs");
});

test("WKT in a citation", () => {
  const wkt = 'PROJCS["x",GEOGCS["y"],PROJECTION["Mollweide"]]';
  expect(crsOfGeoKeys(keys({ 1024: 32767, 2048: 32767, 3073: `ESRI PE String = ${wkt}` }))).toBe(wkt);
});

test("shifts of the file's own, spheres and prime meridians", () => {
  const geographic = { 1024: 2, 2048: 32767, 2057: 6378388, 2059: 297, 2061: 2.5 };
  expect(crsOfGeoKeys(keys({ ...geographic, 2062: [-87, -98, -121] }))).toBe(
    "+proj=longlat +a=6378388 +rf=297 +towgs84=-87,-98,-121 +pm=2.5 +no_defs",
  );
  expect(crsOfGeoKeys(keys({ 1024: 2, 2048: 32767, 2057: 6371007.181, 2058: 6371007.181 }))).toBe(
    "+proj=longlat +R=6371007.181 +no_defs",
  );
});

test("what no PROJ string can say is told in words, which no CRS is", () => {
  expect(crsOfGeoKeys(keys({ 1024: 1, 3072: 32767, 3075: 2, 2048: 4326 }))).toBe(
    "a GeoTIFF projection by the transformation 2",
  );
  expect(crsOfGeoKeys(keys({ 1024: 1, 3072: 32767, 3074: 10101, 2048: 4267 }))).toBe(
    "a GeoTIFF projection by the EPSG conversion 10101",
  );
  expect(crsOfGeoKeys(keys({ 1024: 1, 2048: 4326 }))).toBe("a GeoTIFF projection that its keys do not tell");
});
