import { afterEach, beforeEach, expect, it } from "vitest";
import { openZarr, type ZarrOptions } from "../../../src/source/zarr.ts";
import { type FaultServer, startFaultServer } from "../../helpers/fault-server.ts";
import { countedShards } from "../../helpers/shard-fixture.ts";

/** 128 × 128 cells, two by two shards of 4 × 4 chunks of 16 × 16 cells: cell (row, column) is 128·row + column. */
const SIZE = 128;

let server: FaultServer;
beforeEach(async () => {
  server = await startFaultServer(countedShards(SIZE));
});
afterEach(() => server.close());

async function readAll(options: ZarrOptions = {}) {
  const raster = await openZarr(`${server.url}/z`, { retryDelayMs: 1, ...options });
  server.log.length = 0;
  const { data } = await raster.read({ row: 0, column: 0, width: SIZE, height: SIZE });
  expect(data).toEqual(Uint16Array.from({ length: SIZE * SIZE }, (_, i) => i));
  return server.log;
}

it("reads each index once, and chunks that lie together in one request: 16 where each by itself made 68", async () => {
  const log = await readAll({ concurrency: 6 });
  expect(log.filter((line) => line.includes("bytes=-260"))).toHaveLength(4); // 16 chunks of 16 bytes, and a checksum
  // 16 chunks are read at once; how many of them meet is a matter of timing.
  expect(log.length).toBeLessThanOrEqual(24);
});

it("joins nothing where it is told so: 4 indexes and 64 chunks", async () => {
  expect(await readAll({ joinMaxBytes: 0 })).toHaveLength(4 + 64);
});

it("from a server that ignores Range, reads each shard once", async () => {
  server.fault = () => ({ kind: "no-range" });
  expect((await readAll()).sort()).toHaveLength(4);
});

it("a shard that changes between its index and its chunks is told, and no cell of it is given", async () => {
  server.fault = (path, nth) => ({
    kind: "headers",
    headers: { etag: nth > 0 && path.endsWith("0/1") ? '"b"' : '"a"' },
  });
  const raster = await openZarr(`${server.url}/z`);
  const read = raster.read({ row: 0, column: 0, width: SIZE, height: SIZE }).catch((error: unknown) => error);
  expect(await read).toMatchObject({
    tag: "source-changed",
    url: `${server.url}/z/c/0/1`,
    before: 'ETag "a"',
    after: 'ETag "b"',
  });
});
