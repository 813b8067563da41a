// The element's class, for who defines it himself, under any name: nothing happens here.
export { DistrictChartElement, type PngOptions } from "./district-chart-element.js";
export { DistrictChartError } from "./error.js";
export type { Messages } from "./messages.js";
export type * from "./types.js";
