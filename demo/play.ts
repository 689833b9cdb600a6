import { stepDimension } from "./dimensions.ts";
import { byId } from "./dom.ts";
import type { AppStore } from "./state.ts";

/** How long a step is looked at, at least; on slow machines until its picture is there. */
const STEP_MS = 250;

/** The button that moves the slider step by step, and from the end to the start, until it or the slider is used. */
export function bindPlay(store: AppStore): void {
  const button = byId<HTMLButtonElement>("play");
  let timer: ReturnType<typeof setTimeout> | null = null;
  const setPlaying = (playing: boolean) => {
    if (timer) clearTimeout(timer);
    timer = playing ? setTimeout(advance, STEP_MS) : null;
    button.textContent = playing ? "Pause" : "Play";
  };
  const advance = () => {
    const { raster, step } = store.get();
    store.set({ step: (step + 1) % (stepDimension(raster)?.size ?? 1) });
  };
  button.addEventListener("click", () => setPlaying(timer === null));
  byId("step").addEventListener("input", () => setPlaying(false));
  store.watch(["picture"], () => timer && setPlaying(true));
  store.watch(["raster"], () => setPlaying(false));
  // each step of a large cube is a job of its own: too slow to play
  store.watch(["span"], ({ span }) => {
    button.hidden = span === "one";
    if (button.hidden) setPlaying(false);
  });
}
