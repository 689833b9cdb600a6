import { DataType, type Table, tableToIPC } from "apache-arrow";
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
    if (result) save(`${name()}.arrow`, "application/vnd.apache.arrow.file", tableToIPC(result.table, "file"));
  });
  store.watch(["result"], ({ result }) => {
    csv.disabled = arrow.disabled = result === null;
  });
}

/** RFC 4180: quotes where needed, CRLF, nothing for null. */
export function tableToCsv(table: Table): string {
  const columns = table.schema.fields.map(({ name, type }) => {
    const vector = table.getChild(name);
    const date = DataType.isTimestamp(type);
    return { name, at: (row: number) => (date ? new Date(vector?.get(row)) : vector?.get(row)) as unknown };
  });
  const lines = [columns.map(({ name }) => csvField(name)).join(",")];
  for (let row = 0; row < table.numRows; row++) lines.push(columns.map(({ at }) => csvField(at(row))).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

function csvField(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = value instanceof Date ? value.toISOString() : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function save(name: string, type: string, content: string | Uint8Array): void {
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
