// What is taken from the page: two lines, the JSON, or an <iframe>.

/** The name under which the JSON is downloaded, and which the lines refer to. */
export const FILE = "so-lieu.json";

export interface Shared {
  chart: string;
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

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}
