// The module without an element: `district-charts/core`. No DOM but the canvas
// it is given, so it runs in Node too.
import { Chart } from "./chart.js";
import { start, validate as validateInModule, type WasmSource } from "./engine.js";
import { asError } from "./error.js";
import { languageTag } from "./language.js";
import { dataOf } from "./static-data.js";
import { imageOf, staticForm } from "./static-form.js";
import type { ChartOptions, Dataset, Issue } from "./types.js";

export { Chart } from "./chart.js";
export { memoryBytes } from "./engine.js";
export { DistrictChartError } from "./error.js";
export type * from "./types.js";

export interface LoadOptions {
  /** Where the module comes from, when not from its file beside this script. */
  wasm?: WasmSource;
}

export type { WasmSource };

/** Loads the drawing module once; later calls share it, one that failed may be tried again. */
export async function load(options?: LoadOptions): Promise<void> {
  try {
    await start(options?.wasm);
  } catch (error) {
    throw asError(error);
  }
}

export interface SvgOptions extends Omit<ChartOptions, "frame"> {
  /** CSS pixels. */
  width?: number;
  /** Left out, the chart takes what it needs. */
  height?: number;
}

/** The whole chart as an SVG document, title and source included. */
export function renderSVG(dataset: Dataset, options?: SvgOptions): string {
  const chart = new Chart(dataset, options);
  try {
    return chart.svg(options);
  } finally {
    chart.free();
  }
}

export interface HtmlOptions extends SvgOptions {
  /** Address of a picture, in place of the drawing itself. */
  image?: string;
}

/** A `<figure>` of the drawing, its table, notes and source: for a page without scripts. */
export function renderHTML(dataset: Dataset, options?: HtmlOptions): string {
  const chart = new Chart(dataset, options);
  try {
    const svg = chart.svg(options).trim();
    const address = options?.image;
    const lang = languageTag(options?.lang);
    return staticForm({
      lang,
      heading: chart.heading(),
      table: chart.table(),
      data: dataOf(dataset, chart.kind(), lang),
      picture: address ? imageOf(svg, address, chart.summary()) : svg,
    });
  } finally {
    chart.free();
  }
}

/** Every problem of a document, notices too; never throws. */
export function validate(dataset: unknown, options?: { lang?: string }): Issue[] {
  const lang = languageTag(options?.lang);
  try {
    return validateInModule(dataset, lang);
  } catch (error) {
    return [...asError(error, lang).issues];
  }
}
