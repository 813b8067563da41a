// How the modules are called, as far as the compiler can tell right from wrong.
import {
  Chart,
  type Dataset,
  DistrictChartError,
  type Issue,
  load,
  renderSVG,
  type Table,
  type Tip,
  validate,
} from "../../www/core.js";
import type { DistrictChartElement } from "../../www/district-chart-define.js";
import { fromStatistics, STATUS_CODES, type StatusMeaning } from "../../www/jsonstat.js";

export async function core(dataset: Dataset, canvas: HTMLCanvasElement) {
  await load();
  await load({ wasm: new URL("https://example.org/x.wasm") });

  const chart = new Chart(dataset, { chart: "poverty", lang: "vi", frame: "plot" });
  // @ts-expect-error not a chart
  new Chart(dataset, { chart: "pie" });
  const { height }: { height: number } = chart.draw(canvas, { width: 640, pixelRatio: 2 });
  // @ts-expect-error a canvas has a width on the page
  chart.draw(canvas, {});
  const tip: Tip | null = chart.step(null, "next");
  // @ts-expect-error not a direction
  chart.step(null, "forward");
  const table: Table = chart.table();
  const issues: Issue[] = validate({ any: "thing" }, { lang: "en" });
  const picture: string = renderSVG(dataset, { chart: "growth", width: 360 });
  // @ts-expect-error the whole chart is in the picture
  renderSVG(dataset, { chart: "growth", frame: "plot" });
  return { height, tip, table, issues, picture };
}

export function element(dataset: Dataset): DistrictChartElement {
  const chart = document.createElement("district-chart");
  chart.data = dataset;
  chart.messages = { vi: { table: "Xem bảng" } };
  // @ts-expect-error not a word of the widget
  chart.messages = { vi: { tables: "Xem bảng" } };
  chart.addEventListener("dc-error", ({ detail }) => detail.issues[0].path);
  document.addEventListener("dc-select", ({ detail }) => detail.section);
  // @ts-expect-error an error has no section
  window.addEventListener("dc-error", ({ detail }) => detail.section);
  const done: Promise<boolean> = chart.updateComplete;
  const picture: Promise<Blob> = chart.toPNG({ width: 640, pixelRatio: 2 });
  void [done, picture];
  return chart;
}

export function statistics(json: unknown): Dataset {
  const suppressed: StatusMeaning = { status: "suppressed" };
  try {
    return fromStatistics(json, {
      section: "livingStandards",
      series: "nhóm",
      select: { năm: "2023", nhóm: ["poor", "nearPoor"] },
      status: { ...STATUS_CODES, x: suppressed },
    });
  } catch (error) {
    if (error instanceof DistrictChartError) console.log(error.code, error.issues[0]?.path);
  }
  // @ts-expect-error a section is needed
  fromStatistics(json, {});
  // @ts-expect-error not a section
  return fromStatistics(json, { section: "levels" });
}
