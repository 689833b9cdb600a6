/**
 * What is found of zones before anything is read: their cells by the rule `center`, and which have nothing odd about
 * them. WebAssembly is compiled once for all threads, and fast from its first call on. src/zones/compiled-zones.ts puts
 * zones into memory; src/mask/center-runs.ts and src/zones/plain-rings.ts call this.
 */
export { cells } from "./cells";
export { plain } from "./plain";
export { free, place } from "./rings";
