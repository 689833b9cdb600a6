import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ended, rastrum, start } from "./rastrum.ts";
import { writeFixture } from "./tiny-zarr.ts";

vi.setConfig({ testTimeout: 30_000 }); // each test starts processes

let folder: string;
beforeEach(async () => {
  folder = await writeFixture();
});

const onAir = ["zonal", "tiny.zarr", "zones.geojson", "--path", "air"];

describe("wrong usage: exit code 2, one line, before any work", () => {
  it.each([
    [[], "rastrum: No command was given: say zonal, combine, finalize, info, stats. See: rastrum --help"],
    [
      ["zonal", "r", "z", "--stat", "mean"],
      "rastrum: There is no option --stat. Did you mean --stats? See: rastrum zonal --help",
    ],
    [["zonal", "r"], "rastrum: ZONES must be given. See: rastrum zonal --help"],
    [
      ["zonal", "r", "z", "--out", "x.xlsx"],
      "rastrum: --out x.xlsx has the extension .xlsx: .csv, .json, .arrow, .geojson are known, or say --format." +
        " See: rastrum zonal --help",
    ],
    [["info"], "rastrum: RASTER must be given. See: rastrum info --help"],
  ])("rastrum %j", async (words, line) => {
    expect(await rastrum(words, folder)).toEqual({ code: 2, stdout: "", stderr: `${line}\n` });
  });

  it("an unknown statistic, with the nearest name, before the raster is looked for", async () => {
    const { code, stderr } = await rastrum(["zonal", "none.zarr", "none.json", "--stats", "count,meen"], folder);
    expect(stderr).toMatch(/^rastrum: There is no statistic "meen"\. Did you mean "mean"\? .*rastrum zonal --help\n$/);
    expect(code).toBe(2);
  });
});

describe("failures: exit code 1, one line without a stack trace", () => {
  const cases: [title: string, words: string[], line: RegExp][] = [
    ["no raster", ["info", "none.zarr"], /There is no folder none\.zarr/],
    ["no Zarr", ["info", "."], /holds no Zarr/],
    ["several arrays", ["zonal", "tiny.zarr", "none.geojson"], /air, height/],
    ["no such array", ["info", "tiny.zarr", "--path", "aire"], /air/],
    ["no zones", ["zonal", "tiny.zarr", "none.geojson", "--path", "air"], /none\.geojson is not there/],
    ["zones that are none", ["zonal", "tiny.zarr", "text.txt", "--path", "air"], /text\.txt is not in a format/],
    ["an unknown property", [...onAir, "--include", "nme"], /"nme".*Did you mean "name"/],
    ["an unknown dimension", [...onAir, "--select", "tiem=0:"], /"tiem".*time/],
    ["an unknown label", [...onAir, "--select", "time=2020-01-01"], /"2020-01-01"/],
    ["an unknown CRS", [...onAir, "--zones-crs", "EPSG:1"], /EPSG:1/],
    ["a server that is not there", ["info", "http://127.0.0.1:9/x.zarr", "--timeout", "2"], /127\.0\.0\.1:9/],
  ];
  it.each(cases)("%s", async (_title, words, line) => {
    writeFileSync(join(folder, "text.txt"), "just a text");
    const { code, stdout, stderr } = await rastrum(words, folder);
    expect(stderr).toMatch(line);
    expect(stderr).toMatch(/^rastrum: .+\n$/);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });

  it("RASTRUM_DEBUG=1 shows where it came from", async () => {
    const { code, stderr } = await rastrum(["info", "none.zarr"], folder, { RASTRUM_DEBUG: "1" });
    expect(stderr).toMatch(/\n {4}at /);
    expect(code).toBe(1);
  });

  it("an output that cannot be written, before anything is read", async () => {
    const { code, stderr } = await rastrum(["zonal", "none.zarr", "none.json", "--out", "none/x.csv"], folder);
    expect(stderr).toBe("rastrum: Cannot write none/x.csv: there is no such folder.\n");
    expect(code).toBe(1);
    mkdirSync(join(folder, "folder.csv"));
    const onFolder = await rastrum([...onAir, "--out", "folder.csv"], folder);
    expect(onFolder).toEqual({ code: 1, stdout: "", stderr: "rastrum: Cannot write folder.csv: it is a folder.\n" });
  });

  it("a truncated chunk leaves the former file as it was, and no other behind", async () => {
    writeFileSync(join(folder, "x.csv"), "before");
    writeFileSync(join(folder, "tiny.zarr/air/c/1/0/0"), Uint8Array.of(1, 2, 3));
    const { code, stderr } = await rastrum([...onAir, "--out", "x.csv"], folder);
    expect(stderr).toMatch(/^rastrum: Chunk 1, 0, 0 of tiny\.zarr\/air .*\n$/);
    expect(code).toBe(1);
    expect(readFileSync(join(folder, "x.csv"), "utf8")).toBe("before");
    expect(readdirSync(folder).sort()).toEqual(["tiny.zarr", "x.csv", "zones.geojson"]);
  });

  it("a missing chunk is no failure but a warning", async () => {
    rmSync(join(folder, "tiny.zarr/air/c/2/0/0"));
    const { code, stderr, stdout } = await rastrum([...onAir, "--stats", "max", "--select", "time=2"], folder);
    expect(stderr).toMatch(/^rastrum: warning: 1 chunks? .*fill value/m);
    expect(stdout).toContain("0,7,10\n"); // the fill value 0 × 0.5 + 10
    expect(code).toBe(0);
  });
});

describe("ending early", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s stops a job in the middle of a read: exit code %d, nothing left behind", async (signal, code) => {
    const stall = await stallingServer(folder, "/air/c/");
    const words = ["zonal", `${stall.url}/tiny.zarr`, "zones.geojson", "--path", "air", "--out", "x.csv"];
    const child = start(words, folder);
    const end = ended(child);
    await stall.reached;
    child.kill(signal);
    expect(await end).toEqual({ code, stdout: "", stderr: "rastrum: stopped.\n" });
    expect(readdirSync(folder).sort()).toEqual(["tiny.zarr", "zones.geojson"]);
    await stall.close();
  });

  it("a server that stalls is given up after --timeout", async () => {
    const stall = await stallingServer(folder, "/air/zarr.json");
    const { code, stderr } = await rastrum(
      ["info", `${stall.url}/tiny.zarr`, "--path", "air", "--timeout", "0.2"],
      folder,
    );
    expect(stderr).toMatch(/^rastrum: .*\n$/);
    expect(stderr).toContain("/air/zarr.json");
    expect(code).toBe(1);
    await stall.close();
  });

  it("a reader that goes away is no failure", async () => {
    const child = start([...onAir, "--quiet"], folder);
    child.stdout?.destroy();
    const errors: string[] = [];
    child.stderr?.setEncoding("utf8").on("data", (text: string) => errors.push(text));
    const [code] = await once(child, "close");
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
  });
});

/** Serves a folder, but never answers for paths that contain `stalled`; `reached` once such a path is asked for. */
async function stallingServer(root: string, stalled: string) {
  let reach = () => {};
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    if (path.includes(stalled)) return reach();
    try {
      response.end(readFileSync(join(root, path)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reached,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
