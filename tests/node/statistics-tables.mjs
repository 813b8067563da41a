// Tables of statistics offices, and what becomes of them. The figures are those that
// Trà Vinh province published for 2023 and 2024, or made up where it says so.
import assert from "node:assert/strict";

export const dist = new URL("../../dist/", import.meta.url);
export const { fromStatistics, STATUS_CODES } = await import(new URL("jsonstat.js", dist));
const { load, renderSVG, validate } = await import(new URL("core.js?jsonstat", dist));
await load();

/** The words of a drawn chart. */
export const textOf = (dataset, chart) =>
  renderSVG(dataset, { chart, lang: "vi" }).replace(/<[^>]+>/g, " ");

export const SECTOR = {
  id: "sector",
  label: "Khu vực kinh tế",
  categories: {
    T: "Tổng số",
    1: "Nông, lâm nghiệp và thủy sản",
    2: "Công nghiệp và xây dựng",
    3: "Dịch vụ",
    4: "Thuế sản phẩm trừ trợ cấp sản phẩm",
  },
};
export const YEAR = { id: "Năm", categories: { 2023: "2023", 2024: "2024" } };
export const PLACE = { id: "Tỉnh", categories: { 84: "Trà Vinh" } };
export const MEASURE = {
  id: "Chỉ tiêu",
  categories: { share: "Cơ cấu" },
  unit: { share: { label: "Phần trăm", decimals: 2 } },
};
// By sector and year.
const SHARES = [
  [100, 100],
  [28.34, 27.31],
  [35.92, 38.6],
  [30.31, 29.03],
  [5.43, 5.06],
];
const SHARE_OF = new Map(
  Object.keys(SECTOR.categories).flatMap((sector) =>
    Object.keys(YEAR.categories).map((year) => [
      `${sector} ${year}`,
      // Integer-like keys of an object stand in the order of numbers, "T" after them.
      SHARES[["T", "1", "2", "3", "4"].indexOf(sector)][Number(year) - 2023],
    ]),
  ),
);

/** A JSON-stat dataset of the dimensions, in their order; `cell` is asked for each value. */
export function jsonStat(dimensions, cell, more = {}) {
  const ids = dimensions.map(({ order, categories }) => order ?? Object.keys(categories));
  const keys = ids.reduce((all, own) => all.flatMap((key) => own.map((id) => [...key, id])), [[]]);
  return {
    version: "2.0",
    class: "dataset",
    id: dimensions.map(({ id }) => id),
    size: ids.map((own) => own.length),
    value: keys.map((key) => cell(Object.fromEntries(key.map((id, i) => [dimensions[i].id, id])))),
    dimension: Object.fromEntries(
      dimensions.map(({ id, label = id, categories, unit, note }, i) => [
        id,
        { label, category: { index: ids[i], label: categories, unit, note } },
      ]),
    ),
    ...more,
  };
}

export const share = (at) => SHARE_OF.get(`${at.sector} ${at.Năm}`);
export const shares = (dimensions = [SECTOR, YEAR, PLACE, MEASURE], more) =>
  jsonStat(dimensions, share, {
    label: "Cơ cấu GRDP",
    source: "Cục Thống kê tỉnh Trà Vinh",
    updated: "2025-01-10T08:00:00Z",
    ...more,
  });
/** Rates of made-up series by year. */
export const rates = (values, more, years = ["2022", "2023"]) =>
  jsonStat(
    [
      { id: "series", categories: Object.fromEntries(Object.keys(values).map((id) => [id, id])) },
      {
        id: "year",
        categories: Object.fromEntries(years.map((year) => [year, year])),
        order: years,
      },
    ],
    ({ series, year }) => values[series][years.indexOf(year)],
    { label: "X", ...more },
  );

/** A document that the module takes without a word. */
export function accepted(json, options) {
  const dataset = fromStatistics(json, options);
  assert.deepEqual(validate(dataset, { lang: "en" }), []);
  return dataset;
}

/** Code, path and sentence of each problem. */
export function refused(json, options) {
  try {
    fromStatistics(json, { lang: "en", ...options });
  } catch (error) {
    assert.equal(error.name, "DistrictChartError", error.stack);
    assert.equal(error.code, error.issues[0].code);
    for (const issue of error.issues) {
      assert.deepEqual(Object.keys(issue), ["path", "code", "severity", "message"]);
      assert.doesNotMatch(issue.message, /[{]\w+[}]|undefined|\[object/);
    }
    return error.issues.map(({ code, path, message }) => `${code} ${path} ${message}`);
  }
  assert.fail("was not refused");
}

/** An answer of PX-Web: rows of a key and values, columns of a type and a code. */
export const pxWeb = (data, columns = ["d Nhóm", "t Năm", "c Tỷ lệ"]) => ({
  columns: columns.map((column) => {
    const [type, code] = [column.slice(0, 1), column.slice(2)];
    return { code, text: code, type };
  }),
  data: data.map(([key, ...values]) => ({ key: key.split("|"), values })),
});
