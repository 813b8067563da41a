// The chart of the page's document, and what a person takes away of it.
import type { DistrictChartElement } from "../district-chart-element.js";
import type { DistrictChartError } from "../error.js";
import { download } from "../toolbar.js";
import type { ChartKind, Dataset, Issue } from "../types.js";
import { byId, offer } from "./dom.js";
import { chartsOf } from "./outcome.js";
import { languageOfPage, speak } from "./sentences.js";
import { FILE, iframe, plainHtml, type Shared, twoLines } from "./share.js";

export interface Drawn {
  drawn: boolean;
  issues: readonly Issue[];
}

export class ChartPart {
  readonly #chart = byId<DistrictChartElement>("chart");
  readonly #kind = byId<HTMLSelectElement>("kind");
  readonly #static = byId<HTMLDetailsElement>("static");
  #refused: readonly Issue[] = [];
  #shown: { dataset: Dataset; shared: Shared } | undefined;

  constructor() {
    this.#static.addEventListener("toggle", () => this.#writeStatic());
    this.#chart.addEventListener("dc-error", (event) => {
      this.#refused = (event as CustomEvent<DistrictChartError>).detail.issues;
    });
    byId("download").addEventListener("click", () => {
      download(new Blob([byId("json").textContent ?? ""], { type: "application/json" }), FILE);
    });
  }

  /** Draws the chart that is wanted, or the first that the document feeds. */
  async show(document: unknown, wanted: string): Promise<Drawn> {
    this.#chart.classList.remove("stale");
    const kind = this.#offer(chartsOf(document), wanted);
    await customElements.whenDefined("district-chart");
    this.#refused = [];
    this.#chart.chart = kind;
    this.#chart.data = document as Dataset;
    const drawn = await this.#chart.updateComplete;
    this.#share(drawn ? document : undefined, kind);
    return { drawn, issues: drawn ? this.#chart.notices : this.#refused };
  }

  /** Nothing to draw; the last picture fades where there may be another soon. */
  pause(outlook: "waits" | "empty"): void {
    if (outlook === "empty") this.#chart.data = undefined;
    this.#chart.classList.toggle("stale", outlook === "waits");
    this.#offer([], "");
    this.#share(undefined, null);
  }

  #offer(kinds: ChartKind[], wanted: string): ChartKind | null {
    const kind = kinds.find((one) => one === wanted) ?? kinds[0] ?? null;
    byId("kind-field").hidden = kinds.length < 2;
    offer(this.#kind, kinds);
    this.#kind.value = kind ?? "";
    return kind;
  }

  #share(document: unknown, kind: ChartKind | null) {
    this.#shown = undefined;
    byId("share").hidden = document === undefined || !kind;
    if (document === undefined || !kind) return;
    const shared = { chart: kind, language: languageOfPage(), title: speak(kind) };
    this.#shown = { dataset: document as Dataset, shared };
    this.#writeStatic();
    byId("lines").textContent = twoLines(shared);
    byId("frame").textContent = iframe(shared);
    byId("json").textContent = JSON.stringify(document, null, 2);
  }

  async #writeStatic() {
    const shown = this.#shown;
    if (!shown || !this.#static.open) return;
    const html = await plainHtml(shown.dataset, shown.shared);
    if (shown === this.#shown) byId("html").textContent = html;
  }
}
