import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it, vi } from "vitest";
import { rastrum } from "./rastrum.ts";
import { writeFixture } from "./tiny-zarr.ts";

vi.setConfig({ testTimeout: 30_000 }); // each test starts processes

let folder: string;
beforeAll(async () => {
  folder = await writeFixture();
});

const onAir = ["zonal", "tiny.zarr", "zones.geojson", "--path", "air", "--stats", "count,mean,stdev,median", "-q"];
const done = { code: 0, stdout: "", stderr: "" };
const fileOf = (name: string) => readFileSync(join(folder, name));

it("parts, combined in any order, give the files of the whole job byte for byte", async () => {
  for (const name of ["whole.csv", "whole.json", "whole.arrow"]) {
    expect(await rastrum([...onAir, "--out", name], folder)).toEqual(done);
  }
  for (const part of ["0/3", "1/3", "2/3"]) {
    expect(await rastrum([...onAir, "--part", part, "--out", `${part[0]}.arrow`], folder)).toEqual(done);
  }
  expect(await rastrum(["combine", "2.arrow", "0.arrow", "--out", "some.arrow"], folder)).toEqual(done);
  for (const [extension, files] of [
    ["csv", ["some.arrow", "1.arrow"]],
    ["json", ["2.arrow", "1.arrow", "0.arrow"]],
    ["arrow", ["1.arrow", "some.arrow"]],
  ] as const) {
    expect(await rastrum(["finalize", ...files, "-q", "--out", `parts.${extension}`], folder)).toEqual(done);
    expect(fileOf(`parts.${extension}`).equals(fileOf(`whole.${extension}`))).toBe(true);
  }
});

it("says what is wrong with files, and with parts that are no whole", async () => {
  const part = ["--part", "0/2", "--stats", "max", "--select", "time=0", "--out", "half.arrow"];
  await rastrum(["zonal", "tiny.zarr", "zones.geojson", "--path", "air", "-q", ...part], folder);
  const failure = async (words: readonly string[]) => {
    const { code, stderr } = await rastrum(words, folder);
    expect(code).toBe(1);
    return stderr;
  };
  expect(await failure(["finalize", "half.arrow"])).toMatch(/^rastrum: Parts are missing .*all of them/);
  expect(await failure(["combine", "half.arrow", "half.arrow", "-o", "twice.arrow"])).toMatch(/count twice/);
  expect(await failure(["combine", "none.arrow", "-o", "x.arrow"])).toBe(
    "rastrum: Cannot read none.arrow: there is no such file.\n",
  );
  expect(await failure(["combine", "zones.geojson", "-o", "x.arrow"])).toMatch(
    /^rastrum: zones.geojson is no Arrow file/,
  );
  const { code, stdout, stderr } = await rastrum(
    ["finalize", "half.arrow", "--incomplete", "--stats", "range"],
    folder,
  );
  // The first zone's cells are 0, 1, 10 and 11, each × 0.5; the second zone's cell is in the other half.
  expect([code, stdout]).toEqual([0, "zone,id,range\n0,7,5.5\n1,b,\n2,,\n"]);
  expect(stderr).toBe("rastrum: warning: 1 of 3 zones lie wholly outside the raster (rows 2).\n");
});
