// What a project in TypeScript sees of the package.
import type { DistrictChartElement, Messages } from "district-charts";
import { type ChartOptions, type Dataset, load, renderSVG } from "district-charts/core";
import type { PngOptions } from "district-charts/element";
import { fromStatistics, type StatisticsOptions } from "district-charts/jsonstat";

const options: StatisticsOptions = { section: "poverty" };
const dataset: Dataset = fromStatistics({}, options);
const chart: ChartOptions = { chart: "poverty", lang: "vi" };
const messages: Messages = { vi: { table: "Xem bảng" } };
const element: DistrictChartElement = document.createElement("district-chart");
element.messages = messages;
const png: PngOptions = { width: 640 };

load().then(() => element.toPNG(png));
export const svg: string = renderSVG(dataset, chart);
// @ts-expect-error the version is 1
export const wrong: Dataset = { version: 2, place: "x" };
