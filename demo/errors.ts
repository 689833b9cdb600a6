import { isRastrumError } from "rastrum";
import { byId, makeButton } from "./dom.ts";

export interface ErrorBanner {
  show(error: unknown): void;
  clear(): void;
}

/** Says what went wrong, where everyone sees it, and offers the arrays where the path was no array. */
export function createErrorBanner(onPath: (path: string) => void): ErrorBanner {
  const banner = byId("error");
  const clear = () => {
    banner.hidden = true;
  };
  const show = (error: unknown) => {
    byId("error-choices").replaceChildren(...choices(error, onPath));
    byId("error-text").textContent = sentence(error);
    banner.hidden = false;
  };
  byId("error-close").addEventListener("click", clear);
  banner.addEventListener("keydown", (event) => event.key === "Escape" && clear());
  addEventListener("error", ({ error, message }) => show(error ?? message));
  addEventListener("unhandledrejection", ({ reason }) => show(reason));
  return { show, clear };
}

function sentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text || "Something went wrong, and it does not say what.";
}

function choices(error: unknown, onPath: (path: string) => void): HTMLElement[] {
  if (!isRastrumError(error, "array-not-found")) return [];
  return error.arrays.slice(0, 12).map((path) => makeButton(path, () => onPath(path), { class: "small" }));
}
