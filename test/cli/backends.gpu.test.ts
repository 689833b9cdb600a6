import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { rastrum } from "./rastrum.ts";
import { writeFixture } from "./tiny-zarr.ts";

vi.setConfig({ testTimeout: 60_000 }); // starts processes with a software GPU each

it.each(["csv", "json", "geojson", "arrow"])("the .%s of both backends is the same byte for byte", async (format) => {
  const folder = await writeFixture();
  const files: Buffer[] = [];
  for (const backend of ["cpu", "webgpu"]) {
    const name = `${backend}.${format}`;
    const words = ["zonal", "tiny.zarr", "zones.geojson", "--path", "air", "--stats", "count,sum,mean,stdev,min,max"];
    const { code, stderr } = await rastrum([...words, "--backend", backend, "--verbose", "--out", name], folder);
    expect(stderr).toMatch(new RegExp(`^rastrum: 9 rows in .* s on ${backend}`, "m"));
    expect(code).toBe(0);
    files.push(readFileSync(join(folder, name)));
  }
  expect(files[0].length).toBeGreaterThan(300);
  expect(files[1]).toEqual(files[0]);
});
