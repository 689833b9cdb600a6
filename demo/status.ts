import { stepDimension, stepLabel } from "./dimensions.ts";
import { byId } from "./dom.ts";
import { formatDuration } from "./format.ts";
import type { Result } from "./result.ts";
import type { AppStore, State } from "./state.ts";

export interface StatusEvents {
  onCancel(): void;
  onAgain(): void;
}

/** The line below the map: what is going on, how far it is, and afterwards what ran, where, why and how long. */
export function bindStatus(store: AppStore, { onCancel, onAgain }: StatusEvents): void {
  const progress = byId<HTMLProgressElement>("progress");
  const cancel = byId("cancel");
  const again = byId("again");
  cancel.addEventListener("click", onCancel);
  again.addEventListener("click", onAgain);
  store.watch(["activity", "result", "span", "picture"], (state) => {
    const { activity } = state;
    const busy = activity.kind === "opening" || activity.kind === "computing";
    progress.hidden = !busy;
    cancel.hidden = !busy;
    again.hidden = activity.kind !== "cancelled" && activity.kind !== "failed";
    if (activity.kind === "computing" && activity.total > 0) {
      progress.max = activity.total;
      progress.value = activity.done;
    } else progress.removeAttribute("value");
    say(words(state));
  });
}

/** Says a sentence once; a live region that is written anew is read anew. */
function say(sentence: string): void {
  const status = byId("status");
  if (status.textContent !== sentence) status.textContent = sentence;
}

function words(state: State): string {
  const { activity, result } = state;
  if (activity.kind === "opening") return "Opening the raster…";
  const shown = result?.estimate ? `The numbers shown are ${result.estimate}.` : "";
  if (activity.kind === "computing") return `Computing… ${shown}`.trim();
  if (activity.kind === "cancelled") {
    return result ? `Cancelled. ${shown || "The numbers shown are from before."}` : "Cancelled.";
  }
  if (activity.kind === "failed") return "That did not work; the message above says why.";
  const answer = result
    ? [summary(result), oneStep(state), ...result.warnings]
    : ["No zones yet: draw a polygon or open a file of them."];
  return [...answer, aboutPicture(state)].filter(Boolean).join(" ");
}

function summary({ zones, steps, milliseconds, backend, reason }: Result): string {
  const what = `${zones.length} ${zones.length === 1 ? "zone" : "zones"}${steps.length > 1 ? ` × ${steps.length} steps` : ""}`;
  const where = backend === "webgpu" ? "on WebGPU" : "on the CPU";
  return `${what} in ${formatDuration(milliseconds)} ${where}${reason ? `: ${reason.replace(/\.$/, "")}` : ""}.`;
}

function oneStep({ span, raster, step }: State): string {
  const dimension = stepDimension(raster);
  if (span === "all" || !dimension) return "";
  return `The cube is large, so only ${stepLabel(dimension, step)} was read.`;
}

/** What is to know of the picture: numbers are those of the raster's own cells, whatever it shows. */
function aboutPicture({ picture }: State): string {
  if (!picture) return "";
  if ("missing" in picture) return picture.missing;
  if (picture.coarser === 1) return "";
  return `Numbers are of the raster's own cells; its picture is an overview, ${picture.coarser} times as coarse.`;
}
