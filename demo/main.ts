import { shippedLayers, shippedZones } from "./catalog.ts";
import { bindCells } from "./cells.ts";
import { bindCellsPlot } from "./cells-plot.ts";
import { bindChart } from "./chart.ts";
import { createComputer } from "./compute.ts";
import { bindControls } from "./controls.ts";
import { bindDetails } from "./details.ts";
import { byId, make } from "./dom.ts";
import { bindDownloads } from "./downloads.ts";
import { createErrorBanner } from "./errors.ts";
import { bindEstimate } from "./estimate.ts";
import { bindDrop, holdsRaster } from "./files.ts";
import { bindLegend } from "./legend.ts";
import { createZoneMap } from "./map.ts";
import { bindOverlay } from "./overlay.ts";
import { createPainter } from "./picture.ts";
import { bindPlay } from "./play.ts";
import { createSession, loadZones } from "./session.ts";
import { createState } from "./state.ts";
import { bindStatus } from "./status.ts";
import { bindTable } from "./table.ts";
import { bindTheme } from "./theme.ts";

const store = createState();
const banner = createErrorBanner((path) => {
  byId<HTMLInputElement>("open-path").value = path;
  banner.clear();
  void session.openPath(path);
});
bindTheme(store);

const zoneMap = createZoneMap(byId("map"));
zoneMap.map.on("error", ({ error }) => banner.show(error));
const computer = createComputer(store, banner.show);
const painter = createPainter(store, (image) => {
  zoneMap.setPicture(image);
  // a raster without zones: show where it lies
  if (image && !store.get().zoneSource && store.get().drawn.length === 0) zoneMap.fit(image.bounds);
});
const session = createSession(store, computer, { onError: banner.show, painter });

/** A new job; what went wrong before is no longer of interest. */
function recompute(): void {
  banner.clear();
  void computer.run();
}

/** After a cancelled job also the picture may be missing. */
function runAgain(): void {
  if (!store.get().picture) void painter.redraw();
  recompute();
}

bindStatus(store, { onCancel: session.cancel, onAgain: runAgain });
bindLegend(store);
bindEstimate(store);
bindTable(store);
bindChart(store);
bindCells(store);
bindCellsPlot(store);
bindDownloads(store);
bindPlay(store);
bindCredits();

await zoneMap.ready;
const overlay = bindOverlay(store, zoneMap, recompute);
bindDetails(store, { onDelete: overlay.deletePolygon });
bindControls(store, {
  onLayer(key) {
    banner.clear();
    const layer = store.get().layers.find((candidate) => candidate.key === key);
    if (layer) void session.openLayer(layer);
  },
  onOpen(url, path) {
    banner.clear();
    void session.openOther(url, path);
  },
  onZones(key) {
    store.set({ zoneSource: store.get().zoneSources.find((source) => source.key === key) ?? null, selected: null });
    recompute();
  },
  onDraw: overlay.startDrawing,
  onFile: (file) => void openFile(file),
  onZonesAddress: (address) => void openZones(address),
  onRecompute: recompute,
});
bindDrop((file) => void openFile(file));
store.watch(["step", "fixed", "dark"], () => void painter.redraw());

/** A raster or zones, whichever the file holds. */
async function openFile(file: File): Promise<void> {
  const isRaster = await holdsRaster(file).catch(() => false);
  if (!isRaster) return openZones(file);
  banner.clear();
  return session.openOther(file, "");
}

async function openZones(input: File | string): Promise<void> {
  banner.clear();
  try {
    await loadZones(store, input);
    await computer.run();
  } catch (error) {
    banner.show(error);
  }
}

function bindCredits(): void {
  const credits = [...shippedLayers, ...shippedZones].map(({ credit }) => credit);
  byId("credits").replaceChildren(...credits.map((credit) => make("li", {}, credit)));
  store.watch(["layer"], ({ layer }) => {
    byId("credit").textContent = layer.credit ? `Data: ${layer.credit}.` : "";
  });
}

await session.openLayer(store.get().layer);
