import { rastrumError } from "../errors.ts";
import type { ByteRange, Store, StoreReadOptions } from "./store.ts";

type FileSystem = typeof import("node:fs/promises");
type FileHandle = import("node:fs/promises").FileHandle;

/** A local folder. Node's modules are asked for at run time, so that no bundler ever sees them. */
export function fileStore(address: string): Store {
  const fs = builtin<FileSystem>("node:fs/promises", address);
  const path = builtin<typeof import("node:path")>("node:path", address);
  const url = builtin<typeof import("node:url")>("node:url", address);
  const root = address.startsWith("file:") ? url.fileURLToPath(address) : address;
  const locate = (key: string) => path.join(root, ...key.split("/").filter(Boolean));

  const read = async (key: string, range: ByteRange | null, options: StoreReadOptions = {}) => {
    options.signal?.throwIfAborted();
    const file = locate(key);
    const handle = await unlessMissing(fs.open(file, "r"));
    if (!handle) return undefined;
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) return undefined;
      const bytes = await readBytes(handle, file, stat.size, range, options.maxBytes);
      options.signal?.throwIfAborted();
      return bytes;
    } finally {
      await handle.close();
    }
  };
  return {
    url: address,
    get: (key, options) => read(key, null, options),
    getRange: read,
    async folders(key) {
      const entries = await unlessMissing(fs.readdir(locate(key), { withFileTypes: true }));
      return (entries ?? [])
        .filter((entry) => !entry.isFile())
        .map((entry) => entry.name)
        .sort();
    },
  };
}

/** True where the folder or file is there at all. */
export async function pathExists(address: string): Promise<boolean> {
  const fs = builtin<FileSystem>("node:fs/promises", address);
  const target = address.startsWith("file:") ? new URL(address) : address;
  return (await unlessMissing(fs.stat(target))) !== undefined;
}

async function readBytes(handle: FileHandle, file: string, size: number, range: ByteRange | null, maxBytes?: number) {
  const [start, length] = extent(range, size);
  if (start + length > size) {
    throw rastrumError("truncated", `${file} has ${size} bytes, but bytes up to ${start + length} were asked for.`, {
      path: file,
      expected: length,
      received: Math.max(size - start, 0),
    });
  }
  if (maxBytes !== undefined && length > maxBytes) {
    throw rastrumError(
      "truncated",
      `${file} has ${length} bytes, more than the ${maxBytes} that it can rightly have.`,
      {
        path: file,
        expected: maxBytes,
        received: length,
      },
    );
  }
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, start + done);
    if (bytesRead === 0) {
      throw rastrumError("truncated", `${file} ended after ${done} of ${length} bytes.`, {
        path: file,
        expected: length,
        received: done,
      });
    }
    done += bytesRead;
  }
  return bytes;
}

function extent(range: ByteRange | null, size: number): [start: number, length: number] {
  if (range === null) return [0, size];
  if ("suffixLength" in range) return [Math.max(size - range.suffixLength, 0), Math.min(range.suffixLength, size)];
  return [range.offset, range.length];
}

const MISSING = new Set(["ENOENT", "ENOTDIR", "EISDIR"]);

async function unlessMissing<Result>(promise: Promise<Result>): Promise<Result | undefined> {
  try {
    return await promise;
  } catch (error) {
    const { code, path = "", message } = error as NodeJS.ErrnoException;
    if (MISSING.has(code ?? "")) return undefined;
    throw rastrumError("not-found", `${path} cannot be read: ${message}.`, { path });
  }
}

function builtin<Module>(name: string, address: string): Module {
  const module = globalThis.process?.getBuiltinModule?.(name);
  if (module) return module as Module;
  throw rastrumError(
    "unsupported",
    `${address} is a local path, which can be read in Node only: give an http(s) address.`,
    {
      what: "local paths outside Node",
    },
  );
}
