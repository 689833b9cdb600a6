import { byId } from "./dom.ts";

/** Files that are dropped anywhere on the page; a sign shows where they will go. */
export function bindDrop(onFile: (file: File) => void): void {
  const sign = byId("drop-hint");
  let inside = 0;
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  addEventListener("dragenter", (event) => {
    if (holdsFiles(event)) sign.hidden = ++inside === 0;
  });
  addEventListener("dragleave", () => {
    inside = Math.max(0, inside - 1);
    sign.hidden = inside === 0;
  });
  addEventListener("dragover", (event) => {
    if (holdsFiles(event)) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    inside = 0;
    sign.hidden = true;
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    onFile(file);
  });
}

const TIFF = /^(II[*+]\0|MM\0[*+])/;
const ZARR_NAMES = /zarr\.json|\.z(array|group|metadata)/;
/** The list of an archive's files is at its end; kerchunk's references name metadata early. */
const LOOKED_AT = 65_536;

/** Whether a file is a raster: a TIFF, an archive with a Zarr in it, or references to one. What is none is taken for zones. */
export async function holdsRaster(file: File): Promise<boolean> {
  const head = await textOf(file.slice(0, LOOKED_AT));
  if (TIFF.test(head)) return true;
  if (head.startsWith("PK")) return ZARR_NAMES.test(await textOf(file.slice(-LOOKED_AT)));
  return /^\s*\{/.test(head) && ZARR_NAMES.test(head);
}

/** A character a byte. */
async function textOf(part: Blob): Promise<string> {
  return new TextDecoder("latin1").decode(await part.arrayBuffer());
}
