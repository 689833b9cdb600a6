import type { Fail } from "../../source/broken-bytes.ts";

/** A column of a dBASE table: where it is in a record, and its type's letter. */
interface DbfField {
  readonly name: string;
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

/** A table of attributes, read row by row. */
export interface DbfTable {
  readonly length: number;
  /** Of a row that was deleted, which tables mark but keep. */
  isDeleted(row: number): boolean;
  record(row: number): Record<string, unknown>;
}

const [HEADER_BYTES, FIELD_BYTES, END_OF_FIELDS] = [32, 32, 0x0d];

/**
 * A dBASE table, as it goes with a shapefile (dBASE III and IV, FoxPro). Blank fields are null, dates are ISO texts.
 * @param codePage content of the .cpg file, which says how texts are encoded; null where there is none
 */
export function readDbf(bytes: Uint8Array, codePage: string | null, fail: Fail): DbfTable {
  if (bytes.length < HEADER_BYTES + 1) throw fail(`is a .dbf of ${bytes.length} bytes, which is less than its header`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = view.getUint16(8, true);
  const size = view.getUint16(10, true);
  const length = Math.min(view.getUint32(4, true), size > 0 ? Math.floor((bytes.length - start) / size) : 0);
  const decoder = decoderOf(codePage, bytes[29], fail);
  const fields = fieldsOf(bytes, Math.min(start, bytes.length), decoder).filter(
    ({ offset, length }) => offset + length <= size,
  );
  return {
    length: Math.max(length, 0),
    isDeleted: (row) => bytes[start + row * size] === 0x2a,
    record: (row) => {
      const at = start + row * size;
      return Object.fromEntries(
        fields.map(({ name, type, offset, length }) => [
          name,
          cellValue(bytes.subarray(at + offset, at + offset + length), type, decoder),
        ]),
      );
    },
  };
}

function fieldsOf(bytes: Uint8Array, end: number, decode: (bytes: Uint8Array) => string): DbfField[] {
  const fields: DbfField[] = [];
  let offset = 1;
  for (let at = HEADER_BYTES; at + FIELD_BYTES <= end && bytes[at] !== END_OF_FIELDS; at += FIELD_BYTES) {
    const nameBytes = bytes.subarray(at, at + 11);
    const zero = nameBytes.indexOf(0);
    const type = String.fromCharCode(bytes[at + 11]);
    // Texts of more than 255 bytes say how long they are in two.
    const length = type === "C" ? bytes[at + 16] + 256 * bytes[at + 17] : bytes[at + 16];
    fields.push({ name: decode(zero < 0 ? nameBytes : nameBytes.subarray(0, zero)).trim(), type, offset, length });
    offset += length;
  }
  return fields;
}

function cellValue(bytes: Uint8Array, type: string, decode: (bytes: Uint8Array) => string): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === "I" && bytes.length === 4) return view.getInt32(0, true);
  if (type === "O" && bytes.length === 8) return view.getFloat64(0, true);
  const text = decode(bytes).replace(/\0.*$/s, "").replace(/ +$/, "");
  if (text.trim() === "") return null;
  if (type === "N" || type === "F") return numberOf(text.trim());
  if (type === "L") return /^[YyTt]$/.test(text) ? true : /^[NnFf]$/.test(text) ? false : null;
  if (type === "D") return text.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
  return type === "M" ? null : text; // a memo's text lies in another file
}

/** Null for the stars that stand where a number was too long. */
function numberOf(text: string): number | bigint | null {
  const value = Number(text.replace(",", "."));
  if (Number.isNaN(value)) return null;
  return /^-?\d+$/.test(text) && !Number.isSafeInteger(value) ? BigInt(text) : value;
}

/** Code pages by the number in a table's header, where no file beside it names one. */
const drivers: Readonly<Record<number, string>> = {
  ...{ 3: "1252", 87: "1252", 38: "866", 101: "866", 200: "1250", 201: "1251", 202: "1254", 203: "1253", 204: "1257" },
  ...{ 19: "932", 123: "932", 77: "936", 122: "936", 78: "949", 121: "949", 79: "950", 120: "950" },
  ...{ 124: "874", 125: "1255", 126: "1256", 88: "1252", 89: "1252" },
};

/** What code pages of several bytes are called on the web. */
const names: Readonly<Record<string, string>> = {
  ...{ 65001: "utf-8", 932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 866: "ibm866", 874: "windows-874" },
  ...{ 20866: "koi8-r", 54936: "gb18030", 88591: "iso-8859-1" },
};

function decoderOf(codePage: string | null, driver: number, fail: Fail): (bytes: Uint8Array) => string {
  const said = codePage?.trim() || drivers[driver];
  if (!said) return decodeUnsaid;
  const number = /^(?:ANSI |OEM |cp|windows-)?(\d{3,5})$/i.exec(said)?.[1];
  const label = number === undefined ? said.replace(/^8859[-_]?/, "iso-8859-") : (names[number] ?? `windows-${number}`);
  try {
    const decoder = new TextDecoder(label);
    return (bytes) => decoder.decode(bytes);
  } catch {
    throw fail(`has texts in the code page ${JSON.stringify(said.slice(0, 40))}, which is not known`);
  }
}

/** UTF-8 where it is that, as new tables are; else Windows' Latin letters, as old ones were. */
function decodeUnsaid(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
