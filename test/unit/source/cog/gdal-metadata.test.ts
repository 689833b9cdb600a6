import { expect, it } from "vitest";
import { parseGdalMetadata, parseNodata } from "../../../../src/source/cog/gdal-metadata.ts";

it("scale, offset, description and unit of each band; all else is passed by", () => {
  const xml = `<GDALMetadata>
    <Item name="OVR_RESAMPLING_ALG">AVERAGE</Item>
    <Item name="SCALE" sample="0" role="scale">0.5</Item>
    <Item name='OFFSET' sample='1' role='offset'>-3e2</Item>
    <Item name="DESCRIPTION" sample="1" role="description">NIR &amp;lt;5 &#956;m&gt;</Item>
    <Item name="UNITTYPE" sample="0" role="unittype">m</Item>
    <Item name="SCALE" sample="7" role="scale">2</Item>
    <Item name="SCALE" sample="1" role="scale">many</Item>
  </GDALMetadata>`;
  expect(parseGdalMetadata(xml, 2)).toEqual([
    { scale: 0.5, offset: 0, description: null, unit: "m" },
    { scale: 1, offset: -300, description: "NIR <5 μm>", unit: null },
  ]);
});

it.each([
  "<Item".repeat(200_000),
  `<Item ${"a".repeat(1e6)}`,
  '<Item name="'.repeat(1e5),
  "<Item>".repeat(2e5),
  "&".repeat(1e6),
])("text that is no XML takes no time (%#)", (text) => {
  const started = performance.now();
  expect(parseGdalMetadata(text, 1)).toEqual([{ scale: 1, offset: 0, description: null, unit: null }]);
  expect(performance.now() - started).toBeLessThan(500);
});

it.each([
  ["-9999", "int16", -9999],
  ["-9999", "uint8", null], // no byte is that
  ["3.7", "uint8", 3], // cut off, as GDAL's masks have it
  ["-0.5", "int16", 0],
  ["-0.5", "uint8", null],
  ["-3.7", "int64", -3n],
  ["-1.#INF", "float32", Number.NEGATIVE_INFINITY],
  [" 255 \n", "uint8", 255],
  ["0.1", "float32", Math.fround(0.1)],
  ["-3.40282346638529e+38", "float32", -3.4028234663852886e38],
  ["-1.79769313486232e+308", "float64", -Number.MAX_VALUE], // printed with 15 digits it is beyond the largest
  ["-9223372036854775808", "int64", -(2n ** 63n)],
  ["18446744073709551615", "uint64", 2n ** 64n - 1n],
  ["nan", "float32", Number.NaN],
  ["-nan(ind)", "uint8", Number.NaN],
  ["-inf", "float32", Number.NEGATIVE_INFINITY],
  ["inf", "int16", null],
  ["none", "int16", null],
  ["", "int16", null],
] as const)("nodata %j of %s is %s", (text, dtype, expected) => {
  expect(parseNodata(text, dtype)).toEqual(expected);
});
