// What must and must not compile as a chart's document; checked with all other types
// by `npm run check`. An expected error that does not come is an error too.
import type { Dataset, Figure, Ntm, NtmArea, Period, TargetItem, Text } from "../../www/core.js";

export const figures: Figure[] = [
  16.6,
  null,
  { value: 36, qualifier: "over" },
  { value: null, direction: "up" },
  { value: null, status: "suppressed", note: { vi: "Không công bố", en: "Not published" } },
  { value: 2.33, decimals: 2, count: 1011, of: 43369, source: "web", status: "provisional" },
  // @ts-expect-error never a string
  "2,33",
  // @ts-expect-error nor one in an object
  { value: "2,33" },
  // @ts-expect-error a value is needed, if only null
  { qualifier: "over" },
  // @ts-expect-error not one of the words
  { value: 36, qualifier: "above" },
  // @ts-expect-error not a key of a figure
  { value: 36, nota: "x" },
];

export const texts: Text[] = [
  "Xã Đại An",
  { vi: "Xã Đại An", en: "Đại An commune" },
  // @ts-expect-error a string in each language
  { vi: 1 },
  // @ts-expect-error
  null,
];

export const periods: Period[] = [
  "2023",
  { vi: "6 tháng 2024", en: "6 months of 2024" },
  { label: { vi: "6 tháng 2024" }, at: "2024-01/2024-06" },
  // @ts-expect-error a year is a label too
  2023,
];

export const levels: Ntm = {
  periods: ["2022", "2023"],
  levels: [
    { id: "ntm", counts: [null, 15], of: [15, 15], share: [null, 100] },
    // @ts-expect-error of how many
    { id: "urban", counts: [1, 2] },
  ],
};

export const areas: NtmArea[] = [
  { code: "29479", name: "Ngãi Xuyên", met: "all", level: "ntm", since: "2022" },
  { code: "29482", name: "Kim Sơn", met: ["1", "2"] },
  {
    code: "29485",
    name: "Thanh Sơn",
    met: { "1": true, "2": false, "3": null, "4": "notApplicable" },
  },
  { code: "29488", name: "Hàm Giang", met: 17 },
  { code: "29491", name: "Đại An", met: { value: 17, qualifier: "atLeast" } },
  // @ts-expect-error a code is a string: some begin with 0
  { code: 29479, name: "Ngãi Xuyên" },
  // @ts-expect-error not a set that is built in
  { code: "29479", name: "Ngãi Xuyên", criteria: "commune-2009" },
];

export const items: TargetItem[] = [
  {
    id: "output",
    group: "Kinh tế",
    name: "Tổng giá trị sản xuất",
    unit: "tỷ đồng",
    actual: { value: 14120, qualifier: "over" },
    achieved: { value: 101, qualifier: "over" },
    change: { value: 16.6, unit: "%", since: "2022" },
    better: "higher",
    outcome: "exceeded",
  },
  { name: "Công trình xây dựng cơ bản", actual: 94, of: 126 },
  // @ts-expect-error a name is what is printed
  { id: "output", actual: 1 },
  // @ts-expect-error not one of the verdicts
  { name: "Vốn đầu tư", outcome: "failed" },
];

export const dataset: Dataset = {
  $schema: "./district-charts.schema.json",
  "x-editor": { anything: true },
  version: 1,
  place: "Huyện Trà Cú",
  growth: { periods: ["2023"], total: { values: [16.6] } },
  poverty: {
    periods: ["2022"],
    series: [{ id: "poor", values: [4.47] }],
    breaks: [{ before: "2022" }],
  },
};

export const wrong: Dataset[] = [
  // @ts-expect-error the version is a number, and 1
  { version: "1", place: "x" },
  // @ts-expect-error a place is needed
  { version: 1 },
  // @ts-expect-error not a key of a document
  { version: 1, place: "x", growht: {} },
  // @ts-expect-error figures stand in rows
  { version: 1, place: "x", poverty: { periods: ["2023"], series: [2.33] } },
];
