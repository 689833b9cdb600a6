import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseArguments } from "../../../src/cli/arguments.ts";
import { commandNames } from "../../../src/cli/commands.ts";
import { helpText } from "../../../src/cli/help.ts";
import { UsageError } from "../../../src/cli/usage-error.ts";
import { version } from "../../../src/cli/version.ts";

/** Words as a shell would split them, without quoting. */
const parse = (line: string) => parseArguments(line.split(" ").filter(Boolean));

function faultOf(words: readonly string[]): string {
  try {
    parseArguments(words);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return "no fault";
}

describe("zonal", () => {
  it("needs only a raster and zones", () => {
    expect(parse("zonal r.zarr z.geojson")).toEqual({
      name: "zonal",
      raster: "r.zarr",
      zones: "z.geojson",
      parameters: {},
      include: [],
      select: [],
      backend: "auto",
      out: null,
      format: null,
      quiet: false,
      verbose: false,
    });
  });

  it("takes every option, before, between and after the operands", () => {
    const line =
      "zonal --stats quantile(0.1,0.9),mean r.zarr --rule center --include name,area --include code --path g/a" +
      " --zones-crs raster --crs EPSG:3763 --transform -30,0,5,0,-30,1e6 --timeout 2.5 --backend webgpu z.json" +
      " -o out.ARROW -q --verbose --select time=0:30 --select band=red --min-coverage 0.5 --coverage-weight none" +
      " --weights w.zarr --weights-path w --default-weight 0 --default-value -1 --cell x+p.a --param a=2 --param b=.5" +
      " --resampling none --classes c.zarr --classes-path c --class-edges 0,1.5,9 --max-classes 9 --form wide" +
      " --workers 3 --zones-beside keep";
    expect(parse(line)).toEqual({
      name: "zonal",
      raster: "r.zarr",
      zones: "z.json",
      path: "g/a",
      crs: "EPSG:3763",
      zonesCrs: "raster",
      zonesBeside: "keep",
      transform: [-30, 0, 5, 0, -30, 1e6],
      timeoutMs: 2500,
      statistics: ["quantile(0.1,0.9)", "mean"],
      rule: "center",
      minCoverage: 0.5,
      coverageWeight: "none",
      weights: "w.zarr",
      weightsPath: "w",
      defaultWeight: 0,
      defaultValue: -1,
      cell: "x+p.a",
      parameters: { a: 2, b: 0.5 },
      resampling: "none",
      classes: "c.zarr",
      classesPath: "c",
      classEdges: [0, 1.5, 9],
      maxClasses: 9,
      form: "wide",
      include: ["name", "area", "code"],
      select: [
        { dimension: "time", pick: { kind: "range", start: 0, stop: 30 } },
        { dimension: "band", pick: { kind: "label", label: "red" } },
      ],
      backend: "webgpu",
      workers: 3,
      out: "out.ARROW",
      format: "arrow",
      quiet: true,
      verbose: true,
    });
  });

  it("takes the standard output, and a format whatever the file is called", () => {
    expect(parse("zonal r z --out -")).toMatchObject({ out: null, format: null });
    expect(parse("zonal r z --out - --format json")).toMatchObject({ out: null, format: "json" });
    expect(parse("zonal r z --out x.txt --format csv")).toMatchObject({ out: "x.txt", format: "csv" });
  });

  it("takes operands that begin with a dash after --", () => {
    expect(parse("zonal -- -r.zarr -z.json")).toMatchObject({ raster: "-r.zarr", zones: "-z.json" });
  });
});

describe("parts of zonal", () => {
  it.each([
    ["zonal r z -o x.arrow --partials", {}],
    ["zonal r z -o x.arrow --part 1/4", { part: [1, 4] }],
    ["zonal r z --format arrow --first-zone 100 --part 0/1", { part: [0, 1], firstZone: 100 }],
    ["zonal r z", undefined],
  ])("%s", (line, partials) => {
    expect(parse(line)).toMatchObject({ name: "zonal", partials });
  });
});

describe("other commands", () => {
  it.each([
    ["info r.zarr --json --path a", { name: "info", raster: "r.zarr", json: true, path: "a" }],
    ["info r.zarr", { name: "info", raster: "r.zarr", json: false }],
    ["stats", { name: "stats" }],
    ["combine a.arrow b.arrow -o c.arrow", { name: "combine", files: ["a.arrow", "b.arrow"], out: "c.arrow" }],
    [
      "finalize a.arrow",
      { name: "finalize", files: ["a.arrow"], incomplete: false, out: null, format: null, quiet: false },
    ],
    [
      "finalize a.arrow --stats mean,max --incomplete -q -o c.json",
      {
        ...{ name: "finalize", files: ["a.arrow"], statistics: ["mean", "max"], incomplete: true },
        ...{ out: "c.json", format: "json", quiet: true },
      },
    ],
    ["--version", { name: "version" }],
    ["-V", { name: "version" }],
    ["--help", { name: "help", topic: null }],
    ["-h", { name: "help", topic: null }],
    ["help", { name: "help", topic: null }],
    ["help zonal", { name: "help", topic: "zonal" }],
    ["--help info", { name: "help", topic: "info" }],
    ["zonal --help", { name: "help", topic: "zonal" }],
    ["zonal r z -h", { name: "help", topic: "zonal" }],
    ["stats --help", { name: "help", topic: "stats" }],
  ])("%s", (line, expected) => {
    expect(parse(line)).toEqual(expected);
  });
});

describe("wrong usage", () => {
  it.each([
    ["", "No command was given: say zonal, combine, finalize, info, stats."],
    ["zonl r z", 'There is no command "zonl". Did you mean zonal?'],
    ["--quiet", "There is no option --quiet."],
    ["zonal r z --stat mean", "There is no option --stat. Did you mean --stats?"],
    ["zonal r z --zones_crs raster", "There is no option --zones_crs. Did you mean --zones-crs?"],
    ["zonal r z -x", "There is no option -x."],
    ["zonal r z --toString", "There is no option --toString."],
    ["zonal r", "ZONES must be given."],
    ["zonal", "RASTER and ZONES must be given."],
    ["zonal r z more", '"more" is one argument too many.'],
    ["info r --json=yes", '--json takes no value, but "yes" was given.'],
    ["zonal r z --stats", "--stats needs a value: --stats LIST."],
    ["zonal r z --stats --quiet", "--stats needs a value: --stats LIST."],
    ["zonal r z --stats=", "--stats needs a value: --stats LIST."],
    ["zonal r z --stats mean --stats max", "--stats is given twice."],
    ["zonal r z --stats mean,,max", '--stats has an empty name: "mean,,max".'],
    ["zonal r z --stats quantile(0.1", '--stats has a parenthesis without its partner: "quantile(0.1".'],
    ["zonal r z --backend webgp", '--backend is auto, cpu, webgpu, not "webgp". Did you mean webgpu?'],
    ["zonal r z --workers -1", '--workers is a number of threads, 0 for none, not "-1".'],
    ["zonal r z --workers many", '--workers is a number, not "many".'],
    ["zonal r z --rule centre", '--rule is center, touched, fraction, not "centre". Did you mean center?'],
    ["zonal r z --transform 1,2,3", `--transform is six numbers a,b,c,d,e,f in rasterio's order, not "1,2,3".`],
    [
      "zonal r z --transform 1,,0,0,1,0",
      `--transform is six numbers a,b,c,d,e,f in rasterio's order, not "1,,0,0,1,0".`,
    ],
    ["zonal r z --min-coverage half", '--min-coverage is a number, not "half".'],
    ["zonal r z --param a", '--param is NAME=NUMBER, not "a".'],
    ["zonal r z --param a=b", '--param a is a number, not "b".'],
    ["zonal r z --timeout 0", '--timeout is a number of seconds above 0, not "0".'],
    ["zonal r z --timeout soon", '--timeout is a number of seconds above 0, not "soon".'],
    [
      "zonal r z --out x.tif",
      "--out x.tif has the extension .tif: .csv, .json, .arrow, .geojson are known, or say --format.",
    ],
    [
      "zonal r z --out result",
      "--out result has no extension: .csv, .json, .arrow, .geojson are known, or say --format.",
    ],
    ["combine", "FILE… must be given."],
    ["combine a --out b.csv", "Parts are Arrow files: name b.csv so, as FILE.arrow."],
    ["finalize a --out b.geojson", "Parts have no geometries: --out is .csv, .json or .arrow."],
    ["zonal r z --part 0/4", "Parts are Arrow files: give --out FILE.arrow, or --format arrow."],
    ["zonal r z --partials --out x.csv", "Parts are Arrow files: give --out FILE.arrow, or --format arrow."],
    [
      "zonal r z --part 4/4 -o x.arrow",
      '--part is a share I/N, counted from 0, such as 0/4 for the first of four, not "4/4".',
    ],
    ["zonal r z --select time", '--select is DIM=WHAT, as in time=0:30, not "time".'],
    ["zonal r z --select =3", '--select is DIM=WHAT, as in time=0:30, not "=3".'],
    ["zonal r z --select time=2013..", '--select takes labels as FIRST..LAST, not "time=2013..".'],
    ["zonal r z --select t=1 --select t=2", '--select picks from "t" twice.'],
  ])("rastrum %s", (line, message) => {
    expect(faultOf(line.split(" ").filter(Boolean))).toBe(message);
  });

  it("an operand that is an empty text", () => {
    expect(faultOf(["zonal", "", "z"])).toBe("RASTER is an empty text.");
    expect(faultOf(["combine", "a", ""])).toBe("FILE… is an empty text.");
  });

  it("names the command whose help would help", () => {
    expect(() => parse("zonal r z --timeout x")).toThrow(expect.objectContaining({ topic: "zonal" }));
    expect(() => parse("zonl")).toThrow(expect.objectContaining({ topic: null }));
  });
});

describe("help", () => {
  it("has a line for every option, and no line is wider than 100 characters", () => {
    const zonal = helpText("zonal");
    for (const name of [
      "stats",
      "rule",
      "min-coverage",
      "coverage-weight",
      "cell",
      "param",
      "weights",
      "weights-path",
      "resampling",
      "classes",
      "classes-path",
      "class-edges",
      "max-classes",
      "form",
      "default-weight",
      "default-value",
      "include",
      "select",
      "path",
      "zones-beside",
      "zones-crs",
      "crs",
      "transform",
      "backend",
      "workers",
      "out",
      "part",
      "first-zone",
    ]) {
      expect(zonal).toMatch(new RegExp(`^  .*--${name} [A-Za-z/=,]+ `, "m"));
    }
    for (const line of [...commandNames.map(helpText), helpText(null)].join("\n").split("\n")) {
      expect(line.length).toBeLessThanOrEqual(100);
    }
  });

  it("lists the commands", () => {
    const help = helpText(null);
    expect(help).toMatch(/rastrum zonal RASTER ZONES .*\n.*rastrum combine FILE… .*\n.*rastrum finalize FILE… /);
    expect(help).toMatch(/rastrum info RASTER .*\n.*rastrum stats /);
  });
});

it("the version is that of package.json", () => {
  const file = join(import.meta.dirname, "../../../package.json");
  expect(version).toBe(JSON.parse(readFileSync(file, "utf8")).version);
});
