// What is read and refused of an answer of PX-Web.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accepted, pxWeb, refused } from "./statistics-tables.mjs";

// As a statistics office's PX-Web answers; the population of Việt Nam in thousands,
// published by its National Statistics Office.
const PX_WEB = {
  columns: [
    { code: "Cách tính", text: "Cách tính", type: "d" },
    { code: "Năm", text: "Năm", type: "t" },
    { code: "Phân tổ", text: "Phân tổ", type: "d" },
    { code: "Dân số trung bình", text: "Dân số trung bình", type: "c" },
  ],
  comments: [],
  data: [
    { key: ["0", "32", "0"], values: ["99467.93"] },
    { key: ["0", "33", "0"], values: ["100309.21"] },
    { key: ["0", "34", "0"], values: ["101343.75"] },
  ],
};

test("an answer of PX-Web is taken as it stands", () => {
  const { growth, place } = accepted(PX_WEB, { section: "growth", unit: "nghìn người" });
  assert.equal(place, "Dân số trung bình");
  assert.deepEqual(growth, {
    measure: "Cách tính: 0; Phân tổ: 0",
    unit: "nghìn người",
    periods: ["32", "33", "34"],
    sectors: [
      {
        id: "Dân số trung bình",
        name: "Dân số trung bình",
        values: [99467.93, 100309.21, 101343.75],
      },
    ],
  });
  const named = accepted(PX_WEB, {
    section: "growth",
    series: "Phân tổ",
    time: "Năm",
    place: "Việt Nam",
  });
  assert.deepEqual([named.place, named.growth.sectors[0].id], ["Việt Nam", "0"]);
});

test("the names behind PX-Web's codes come from its own description", () => {
  const metadata = {
    title: "Dân số trung bình",
    variables: [
      {
        code: "Năm",
        text: "Năm",
        values: ["32", "33", "34"],
        valueTexts: ["2022", "2023", "Sơ bộ 2024"],
      },
      { code: "Phân tổ", text: "Phân tổ", values: ["0"], valueTexts: ["Tổng số"] },
      { code: "Cách tính", text: "Cách tính", values: ["0"], valueTexts: ["Nghìn người"] },
    ],
  };
  const { growth } = accepted(PX_WEB, { section: "growth", metadata });
  assert.deepEqual(growth.periods, ["2022", "2023", "2024"]);
  assert.deepEqual(growth.sectors[0].values[2], { value: 101343.75, status: "provisional" });
  assert.equal(growth.measure, "Cách tính: Nghìn người");
  assert.equal(growth.title, "Dân số trung bình");
});

test("PX-Web's strings are numbers with a dot, or gaps; nothing else", () => {
  const json = pxWeb([
    ["a|2021", "2.50"],
    ["a|2022", ".."],
    ["a|2023", "-1"],
    ["a|2024", " 7 "],
    ["b|2021", "..."],
    ["b|2022", ""],
    ["b|2024", "0.1"],
  ]);
  const { sectors } = accepted(json, {
    section: "growth",
    status: { "...": { status: "notCollected" } },
  }).growth;
  assert.deepEqual(
    sectors.map(({ values }) => values),
    [
      [{ value: 2.5, decimals: 2 }, null, -1, 7],
      [{ value: null, status: "notCollected" }, null, null, 0.1],
    ],
  );
  const wrong = pxWeb([
    ["a|2021", "2,5"],
    ["a|2022", "1 234"],
    ["a|2023", "n/a"],
  ]);
  assert.deepEqual(
    refused(wrong, { section: "growth" }).map((text) => text.split(".")[0]),
    [
      "type /data/0/values/0 Here stands “2,5”",
      "type /data/1/values/0 Here stands “1 234”",
      "type /data/2/values/0 Here stands “n/a”",
    ],
  );
});

test("PX-Web with several columns of values asks which, or makes rows of them", () => {
  const json = pxWeb(
    [
      ["2022", "1.5", "3"],
      ["2023", "2.5", "4"],
    ],
    ["t Năm", "c Hộ nghèo", "c Hộ cận nghèo"],
  );
  json.columns[1].unit = "%";
  json.columns[2].unit = "percent";
  json.columns[2].comment = "Chuẩn 2022–2025";
  const { poverty } = accepted(json, { section: "poverty" });
  assert.deepEqual(poverty.series, [
    { id: "poor", name: "Hộ nghèo", values: [1.5, 2.5] },
    { id: "nearPoor", name: "Hộ cận nghèo", note: "Chuẩn 2022–2025", values: [3, 4] },
  ]);
  assert.equal(poverty.unit, "%");
});

test("a malformed answer of PX-Web is told with its place", () => {
  const starts = (json) =>
    refused(json, { section: "growth" }).map((text) => text.split(" ", 2).join(" "));
  assert.deepEqual(starts({ columns: [1, { text: "x" }], data: [] }), [
    "type /columns/0",
    "type /columns/1",
  ]);
  assert.deepEqual(starts(pxWeb([])), ["value /data"]);
  const rows = pxWeb([["a|2022", "1"], ["a", "1"], ["a|2023"], ["b|2022", "1"]]);
  rows.data.push({ key: ["c", 1], values: ["1"] }, null);
  assert.deepEqual(starts(rows), [
    "value /data/1",
    "value /data/2",
    "value /data/4",
    "value /data/5",
  ]);
  assert.deepEqual(
    starts(
      pxWeb([
        ["a|2022", "1"],
        ["a|2022", "2"],
      ]),
    ),
    ["value /data/1/key"],
  );
});
