import { tableToArrow, tableToCsv } from "rastrum";
import { byId } from "./dom.ts";
import type { AppStore } from "./state.ts";

/** The whole table, all steps of it, as files. */
export function bindDownloads(store: AppStore): void {
  const csv = byId<HTMLButtonElement>("csv");
  const arrow = byId<HTMLButtonElement>("arrow");
  const name = () =>
    `rastrum-${store
      .get()
      .layer.name.toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")}`;
  csv.addEventListener("click", () => {
    const { result } = store.get();
    if (result) save(`${name()}.csv`, "text/csv", tableToCsv(result.table));
  });
  arrow.addEventListener("click", () => {
    const { result } = store.get();
    if (result) save(`${name()}.arrow`, "application/vnd.apache.arrow.file", tableToArrow(result.table));
  });
  store.watch(["result"], ({ result }) => {
    csv.disabled = arrow.disabled = result === null || Boolean(result.estimate);
  });
}

function save(name: string, type: string, content: string | Uint8Array): void {
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
