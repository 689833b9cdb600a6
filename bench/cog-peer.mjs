/** node bench/cog-peer.mjs rastrum|geotiff MODULE URL whole|zone: one reading, as milliseconds (passed, and of all threads) and the sum of the cells. */
import { zoneWindow } from "./cog-zone.mjs";

const [name, modulePath, url, task] = process.argv.slice(2);
const library = await import(modulePath);

const peers = {
  async rastrum() {
    const raster = await library.openCog(url);
    const { width, height } = raster.grid;
    if (task === "whole") return [(await raster.read({ row: 0, column: 0, width, height })).data];
    const { column, row, width: w, height: h } = zoneWindow(width, height);
    const { transform: t } = raster.grid;
    const at = (x, y) => [t[0] * x + t[2], t[4] * y + t[5]];
    const ring = [at(column, row), at(column + w, row), at(column + w, row + h), at(column, row + h), at(column, row)];
    const zones = { type: "Polygon", coordinates: [ring] };
    const engine = library.createEngine({ backend: "cpu" });
    const options = { statistics: ["sum"], zonesCrs: "raster", engine };
    const table = await library.zonalStats(raster, { type: "Feature", properties: {}, geometry: zones }, options);
    return [[...table.getChild("sum")].map(Number)];
  },
  async geotiff() {
    const image = await (await library.fromUrl(url)).getImage();
    const { column, row, width, height } = zoneWindow(image.getWidth(), image.getHeight());
    return image.readRasters(task === "whole" ? {} : { window: [column, row, column + width, row + height] });
  },
};

const [start, cpu] = [performance.now(), process.cpuUsage()];
const parts = await peers[name]();
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(cpu);
let sum = 0;
for (const cells of parts) for (const cell of cells) sum += cell;
process.stdout.write(JSON.stringify({ ms, cpuMs: (user + system) / 1000, sum }));
process.exit(0);
