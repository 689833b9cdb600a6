import { rastrumError } from "../errors.ts";
import { placeOf } from "./byte-range.ts";
import { sealOf } from "./file-seal.ts";
import { OpenFiles, openFile, readInto } from "./open-files.ts";
import { Pins } from "./pins.ts";
import type { FileState } from "./read-in-place.ts";
import { RequestQueue } from "./request-queue.ts";
import type { ByteRange, Store, StoreReadOptions } from "./store.ts";

type FileSystem = typeof import("node:fs");

/** Node has 4 threads for files; the rest waits for them. Far fewer than a process may open. */
const READS_AT_ONCE = 16;

/** A thread that decodes may wait so long for a file. */
const SLOW_MS = 20;
/** Files in a row for which others waited longer, or in vain, before they are read here, several at once, for good. */
const MOST_BAD_READS = 4;

const queue = new RequestQueue(READS_AT_ONCE);
let openFiles: OpenFiles | undefined;
let stores = 0;

/** A local folder. Node's modules are asked for at run time, so that no bundler ever sees them. */
export function fileStore(address: string): Store {
  const fs = builtin<FileSystem>("node:fs", address);
  const path = builtin<typeof import("node:path")>("node:path", address);
  const url = builtin<typeof import("node:url")>("node:url", address);
  const root = address.startsWith("file:") ? url.fileURLToPath(address) : address;
  const locate = (key: string) => path.join(root, ...key.split("/").filter(Boolean));
  const owner = String(stores++);
  const pins = new Pins();
  let badReads = 0;

  const read = async (file: string, descriptor: number, range: ByteRange | null, options: StoreReadOptions) => {
    const before = fs.fstatSync(descriptor);
    if (!before.isFile()) return undefined;
    pins.check(file, sealOf(before));
    options.signal?.throwIfAborted();
    const [start, length] = extent(file, before.size, range, options.maxBytes);
    const bytes = new Uint8Array(length);
    const received = await readInto(fs, descriptor, bytes, start);
    options.signal?.throwIfAborted();
    pins.check(file, sealOf(fs.fstatSync(descriptor)));
    if (received < length) throw tooShort(file, length, received, `it ended after ${received} of ${length} bytes`);
    return bytes;
  };
  /** A part may be followed by others of the same file, which then stays open; a whole file is not read again. */
  const readPart = (file: string, range: ByteRange, options: StoreReadOptions) => {
    openFiles ??= new OpenFiles(fs);
    return openFiles.use(owner, file, (descriptor) => read(file, descriptor, range, options));
  };
  const readWhole = async (file: string, options: StoreReadOptions) => {
    const descriptor = await openFile(fs, file);
    try {
      return await read(file, descriptor, null, options);
    } finally {
      fs.closeSync(descriptor);
    }
  };
  const start = async (key: string, range: ByteRange | null, options: StoreReadOptions = {}) => {
    const file = locate(key);
    const task = () => (range ? readPart(file, range, options) : readWhole(file, options));
    const bytes = await queue.run("files", READS_AT_ONCE, () => unlessMissing(task()), options.signal);
    if (bytes === undefined) pins.checkMissing(file);
    return bytes;
  };

  return {
    url: address,
    get: (key, options) => start(key, null, options),
    getRange: start,
    async locate(key, maxBytes) {
      if (badReads === MOST_BAD_READS) return null;
      const path = locate(key);
      const count = (isBad: boolean) => {
        if (badReads < MOST_BAD_READS) badReads = isBad ? badReads + 1 : 0;
      };
      const met = (state: FileState | null) => {
        count(state !== null && state.ms > SLOW_MS);
        if (state) pins.check(path, sealOf(state));
        else pins.checkMissing(path);
      };
      return { place: { path, maxBytes }, met, missed: () => count(true) };
    },
    async folders(key) {
      const entries = await unlessMissing(fs.promises.readdir(locate(key), { withFileTypes: true }));
      return (entries ?? [])
        .filter((entry) => !entry.isFile())
        .map((entry) => entry.name)
        .sort();
    },
  };
}

/** True where the folder or file is there at all. */
export async function pathExists(address: string): Promise<boolean> {
  const fs = builtin<FileSystem>("node:fs", address);
  const target = address.startsWith("file:") ? new URL(address) : address;
  return (await unlessMissing(fs.promises.stat(target))) !== undefined;
}

function extent(file: string, size: number, range: ByteRange | null, maxBytes: number | undefined): [number, number] {
  const [start, length] = placeOf(range, size);
  if (start + length > size) {
    const why = `it has ${size} bytes, but bytes up to ${start + length} were asked for`;
    throw tooShort(file, length, Math.max(size - start, 0), why);
  }
  if (maxBytes !== undefined && length > maxBytes) {
    throw tooShort(
      file,
      maxBytes,
      length,
      `it has ${length} bytes, more than the ${maxBytes} that it can rightly have`,
    );
  }
  return [start, length];
}

function tooShort(path: string, expected: number, received: number, why: string): Error {
  return rastrumError("truncated", `${path} is not as long as it must be: ${why}.`, { path, expected, received });
}

const MISSING = new Set(["ENOENT", "ENOTDIR", "EISDIR"]);

async function unlessMissing<Result>(promise: Promise<Result>): Promise<Result | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).syscall !== "string") throw error;
    const { code, path = "", message } = error as NodeJS.ErrnoException;
    if (MISSING.has(code ?? "")) return undefined;
    throw rastrumError("not-found", `${path} cannot be read: ${message}.`, { path });
  }
}

function builtin<Module>(name: string, address: string): Module {
  const module = globalThis.process?.getBuiltinModule?.(name);
  if (module) return module as Module;
  const message = `${address} is a local path, which can be read in Node only: give an http(s) address.`;
  throw rastrumError("unsupported", message, { what: "local paths outside Node" });
}
