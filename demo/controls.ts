import { shippedZones } from "./catalog.ts";
import { bindColumns } from "./columns.ts";
import { isTime, otherDimensions, stepDimension, stepLabel } from "./dimensions.ts";
import { byId, fillSelect, make } from "./dom.ts";
import { sentence, statisticTitle } from "./format.ts";
import type { AppStore, Backend, Rule, State } from "./state.ts";
import { amountsAmong, columnsOf, statisticDescription } from "./statistics.ts";

export interface ControlEvents {
  onLayer(key: string): void;
  onOpen(url: string, path: string): void;
  onZones(key: string): void;
  onDraw(byKeyboard: boolean): void;
  /** A file of zones or a raster. */
  onFile(file: File): void;
  onZonesAddress(address: string): void;
  /** Something that only a new job can answer has changed. */
  onRecompute(): void;
}

/** Ties the form to the state, both ways. */
export function bindControls(store: AppStore, events: ControlEvents): void {
  byId("controls").addEventListener("submit", (event) => event.preventDefault());
  bindLayer(store, events);
  bindStatistic(store);
  bindColumns(store, events.onRecompute);
  bindRule(store, events);
  bindSteps(store, events);
  bindOthers(store, events);
  bindZones(store, events);
  bindView(store, events);
}

function bindLayer(store: AppStore, { onLayer, onOpen, onFile }: ControlEvents): void {
  const layer = byId<HTMLSelectElement>("layer");
  const url = byId<HTMLInputElement>("open-url");
  const path = byId<HTMLInputElement>("open-path");
  layer.addEventListener("change", () => onLayer(layer.value));
  const open = () => {
    if (url.value.trim()) onOpen(url.value.trim(), path.value.trim());
    else url.focus();
  };
  byId("open-go").addEventListener("click", open);
  for (const input of [url, path]) input.addEventListener("keydown", (event) => event.key === "Enter" && open());
  bindPicker("raster-open", "raster-file", onFile);
  store.watch(["layers", "layer"], (state) => {
    const group = (zones: string | null) => shippedZones.find(({ key }) => key === zones)?.place ?? "Opened by you";
    const choices = state.layers.map(({ key, name, zones }) => ({ value: key, name, group: group(zones) }));
    fillSelect(layer, choices, state.layer.key);
    byId("layer-about").textContent = state.layer.about;
  });
}

function bindStatistic(store: AppStore): void {
  const statistic = byId<HTMLSelectElement>("statistic");
  statistic.addEventListener("change", () => store.set({ statistic: statistic.value }));
  store.watch(["layer", "columns", "statistic"], (state) => {
    const amounts = amountsAmong(state.layer, columnsOf(state.layer, state.columns));
    const choices = amounts.map((name) => ({ value: name, name: statisticTitle(name) }));
    fillSelect(statistic, choices, state.statistic);
    byId("statistic-about").textContent = sentence(statisticDescription(state.statistic));
  });
}

const aboutRules: Readonly<Record<Rule, string>> = {
  center: "Zones that share a border share no cell and lose none.",
  touched: "Also those that a zone only grazes: neighbours share the cells on their border.",
  fraction: "Each cell weighs as much as the zone covers of it, so that counts are not whole.",
};

function bindRule(store: AppStore, { onRecompute }: ControlEvents): void {
  const rule = byId<HTMLSelectElement>("rule");
  rule.addEventListener("change", () => {
    store.set({ rule: rule.value as Rule });
    onRecompute();
  });
  store.watch(["rule"], ({ rule: chosen }) => {
    rule.value = chosen;
    byId("rule-about").textContent = aboutRules[chosen];
  });
}

function bindSteps(store: AppStore, { onRecompute }: ControlEvents): void {
  const step = byId<HTMLInputElement>("step");
  const scale = byId<HTMLInputElement>("scale");
  step.addEventListener("input", () => {
    store.set({ step: Number(step.value) });
    if (store.get().span === "one") onRecompute();
  });
  scale.addEventListener("change", () => store.set({ scale: scale.checked ? "all" : "step" }));
  store.watch(["raster", "step", "scale", "span"], (state) => {
    const dimension = stepDimension(state.raster);
    byId("steps").hidden = dimension === null;
    scale.checked = state.scale === "all";
    if (!dimension) return;
    const label = stepLabel(dimension, state.step);
    byId("step-name").textContent = isTime(dimension) ? "Time" : statisticTitle(dimension.name);
    byId("step-label").textContent = label;
    step.max = String(dimension.size - 1);
    step.value = String(state.step);
    step.setAttribute("aria-valuetext", label);
  });
}

/** One select a dimension that the slider does not move over: level, band, … */
function bindOthers(store: AppStore, { onRecompute }: ControlEvents): void {
  const section = byId("others");
  store.watch(["raster"], (state) => {
    const dimensions = otherDimensions(state.raster);
    section.hidden = dimensions.length === 0;
    section.replaceChildren();
    for (const dimension of dimensions) {
      const id = `dimension-${dimension.name}`;
      const select = make("select", { id });
      const choices = Array.from({ length: dimension.size }, (_, index) => ({
        value: String(index),
        name: stepLabel(dimension, index),
      }));
      fillSelect(select, choices, String(state.fixed[dimension.name] ?? 0));
      select.addEventListener("change", () => {
        store.set({ fixed: { ...store.get().fixed, [dimension.name]: Number(select.value) } });
        onRecompute();
      });
      section.append(make("label", { for: id }, statisticTitle(dimension.name)), select);
    }
  });
}

/** A button that lets a person choose a file. */
function bindPicker(button: string, input: string, onFile: (file: File) => void): void {
  const file = byId<HTMLInputElement>(input);
  byId(button).addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    if (file.files?.[0]) onFile(file.files[0]);
    file.value = "";
  });
}

function bindZones(store: AppStore, { onZones, onDraw, onFile, onZonesAddress }: ControlEvents): void {
  const zones = byId<HTMLSelectElement>("zones");
  const address = byId<HTMLInputElement>("zones-url");
  const nothing = { value: "", name: "Only what I draw" };
  zones.addEventListener("change", () => onZones(zones.value));
  // a click made by a key has no detail: 0 clicks
  byId("draw").addEventListener("click", (event) => onDraw((event as MouseEvent).detail === 0));
  bindPicker("file-open", "file", onFile);
  const open = () => (address.value.trim() ? onZonesAddress(address.value.trim()) : address.focus());
  byId("zones-go").addEventListener("click", open);
  address.addEventListener("keydown", (event) => event.key === "Enter" && open());
  store.watch(["zoneSources", "zoneSource"], ({ zoneSources, zoneSource }) => {
    const choices = zoneSources.map(({ key, name }) => ({ value: key, name }));
    fillSelect(zones, [...choices, nothing], zoneSource?.key ?? "");
  });
}

function bindView(store: AppStore, { onRecompute }: ControlEvents): void {
  const backend = byId<HTMLSelectElement>("backend");
  const fill = byId<HTMLInputElement>("fill");
  backend.addEventListener("change", () => {
    store.set({ backend: backend.value as Backend });
    onRecompute();
  });
  fill.addEventListener("input", () => store.set({ fill: Number(fill.value) / 100 }));
  const show = ({ fill: opacity, backend: chosen }: State) => {
    fill.value = String(Math.round(opacity * 100));
    backend.value = chosen;
  };
  store.watch(["fill", "backend"], show);
}
