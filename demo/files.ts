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
