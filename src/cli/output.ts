import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  accessSync,
  closeSync,
  constants,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** Where a result goes. Nothing is seen of it before `commit`, unless it is the standard output. */
export interface Output {
  write(parts: Iterable<string | Uint8Array>): Promise<void>;
  commit(): void;
  /** Takes back what was not committed. */
  discard(): void;
}

/** Many small parts are written as one of this length, in characters. */
const BATCH_LENGTH = 65_536;

/**
 * The output named `path`, or the standard output for null. A file is written beside its place and renamed, so that
 * there is never half of one; that it can be written shows at once.
 */
export function createOutput(path: string | null): Output {
  if (path === null) return standardOutput();
  try {
    const target = resolveTarget(path);
    // A pipe or a device cannot be renamed over, only written to.
    return target.replaceable ? replacingOutput(target.path) : directOutput(target.path);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

function standardOutput(): Output {
  return {
    async write(parts) {
      for (const part of batches(parts)) if (!process.stdout.write(part)) await once(process.stdout, "drain");
    },
    commit() {},
    discard() {},
  };
}

function directOutput(path: string): Output {
  const file = openSync(path, "w");
  return {
    async write(parts) {
      for (const part of batches(parts)) writeFully(file, part);
    },
    commit() {},
    discard: () => closeSync(file),
  };
}

function replacingOutput(path: string): Output {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString("hex")}.tmp`);
  const file = openSync(temporary, "wx");
  let open = true;
  const close = () => {
    if (open) closeSync(file);
    open = false;
  };
  const discard = () => {
    process.off("exit", discard);
    close();
    rmSync(temporary, { force: true });
  };
  process.once("exit", discard); // also where the process is ended early
  return {
    async write(parts) {
      try {
        for (const part of batches(parts)) writeFully(file, part);
      } catch (error) {
        throw cannotWrite(path, error);
      }
    },
    commit() {
      try {
        close();
        renameSync(temporary, path);
      } catch (error) {
        throw cannotWrite(path, error);
      }
    },
    discard,
  };
}

/** Where a link leads, and whether what is there may be replaced by another file. */
function resolveTarget(path: string): { path: string; replaceable: boolean } {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return { path, replaceable: true };
  accessSync(path, constants.W_OK); // a rename would not mind that the file is protected
  return { path: realpathSync(path), replaceable: stat.isFile() };
}

function writeFully(file: number, part: string | Uint8Array): void {
  const bytes = typeof part === "string" ? Buffer.from(part) : part;
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

function* batches(parts: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let batch = "";
  for (const part of parts) {
    if (typeof part !== "string") yield part;
    else batch += part;
    if (batch.length < BATCH_LENGTH) continue;
    yield batch;
    batch = "";
  }
  if (batch !== "") yield batch;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "a part of the path is not a folder",
  EISDIR: "it is a folder",
  EACCES: "it is not allowed",
  EPERM: "it is not allowed",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
};

function cannotWrite(path: string, error: unknown): Error {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return new Error(`Cannot write ${path}: ${reasons[code] ?? message}.`, { cause: error });
}
