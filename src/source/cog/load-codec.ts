/**
 * Decoders that are large: each a file of its own beside the library, loaded when a tile needs it. The build turns these
 * imports into addresses of dist/codec-*.js (scripts/codec-files.mjs), which bundlers copy as they are.
 */
export const loadLerc = () => import("./codecs/lerc.ts");
export const loadWebp = () => import("./codecs/webp.ts");
