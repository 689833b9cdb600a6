import { byId } from "./dom.ts";
import type { AppStore } from "./state.ts";

/** Light or dark as the system says, until a person says otherwise; kept for the next visit. */
export function bindTheme(store: AppStore): void {
  const button = byId("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen = localStorage.getItem("theme");
  const apply = () => {
    const dark = chosen ? chosen === "dark" : system.matches;
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    button.textContent = dark ? "Light theme" : "Dark theme";
    button.setAttribute("aria-label", dark ? "Change to the light theme" : "Change to the dark theme");
    store.set({ dark });
  };
  button.addEventListener("click", () => {
    chosen = store.get().dark ? "light" : "dark";
    localStorage.setItem("theme", chosen);
    apply();
  });
  system.addEventListener("change", apply);
  apply();
}
