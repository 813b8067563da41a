// What is taken from the page: two lines, the JSON, an <iframe>, or plain HTML.
import { escaped } from "../markup.js";
import type { ChartKind, Dataset } from "../types.js";

/** The name under which the JSON is downloaded, and which the lines refer to. */
export const FILE = "so-lieu.json";

export interface Shared {
  chart: ChartKind;
  language: string;
  title: string;
}

export function twoLines({ chart }: Shared): string {
  return `<script type="module" src="district-charts.js"></script>
<district-chart chart="${escaped(chart)}" src="${FILE}"></district-chart>`;
}

export function iframe({ chart, language, title }: Shared): string {
  const query = new URLSearchParams({ src: FILE, chart, lang: language });
  const address = escaped(`embed.html?${query}`);
  return `<iframe src="${address}" title="${escaped(title)}" width="100%" height="480" loading="lazy"></iframe>`;
}

/** Asked for when somebody wants it: the module without the element comes then. */
export async function plainHtml(dataset: Dataset, { chart, language }: Shared): Promise<string> {
  const { load, renderHTML } = await import("../core.js");
  await load();
  return renderHTML(dataset, { chart, lang: language });
}
