// What a page loads: defines `<district-chart>` and starts the module at once.
import { DistrictChartElement } from "./district-chart-element.js";
import { start } from "./engine.js";
import type { DistrictChartError } from "./error.js";
import type { Selection } from "./selection.js";

export * from "./element.js";

// A second copy of this script on the page leaves the first one's element alone.
if (globalThis.customElements && !customElements.get("district-chart")) {
  // Asked for before the elements of the page are made; a failure is theirs to tell.
  start().catch(() => {});
  customElements.define("district-chart", DistrictChartElement);
}

declare global {
  interface HTMLElementTagNameMap {
    "district-chart": DistrictChartElement;
  }
  // They bubble: of the element, the document and the window.
  interface GlobalEventHandlersEventMap {
    "dc-ready": CustomEvent<null>;
    "dc-error": CustomEvent<DistrictChartError>;
    "dc-select": CustomEvent<Selection>;
  }
}
