// Tables as editors have them, and the documents they become or the cells that
// keep them from it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { load, validate } from "../../dist/core.js";
import { source } from "./common.mjs";

const { readRows, writeRows, readHtmlTable } = await source("try/rows");
const { tableOf } = await source("try/table");
const { findFormat } = await source("try/format");
const { makeDocument, guessSection } = await source("try/section");

const schema = readFileSync(new URL("../../dist/district-charts.schema.json", import.meta.url));
const ofSchema = new Ajv({ strict: false, logger: false }).compile(JSON.parse(schema));

await load();

/** The document of a text, in the format its cells settle, or else Vietnamese. */
const make = (text, given) => makeOf(readRows(text), given);

function makeOf(rows, given = {}) {
  const table = tableOf(rows);
  const finding = findFormat(table);
  const section = given.section ?? guessSection(table) ?? "poverty";
  const format = finding.format ?? "vi";
  const particulars = { section, format, place: "Nơi", source: "", period: "", ...given };
  return { table, finding, section, ...makeDocument(table, particulars) };
}

const isError = ({ severity }) => severity === "error";
const keysOf = (problems) => problems.map(({ key }) => key);

function sectionOf(text, given) {
  const { dataset, section, problems } = make(text, given);
  assert.deepEqual([...problems, ...validate(dataset)].filter(isError), []);
  assert.ok(ofSchema(dataset), JSON.stringify(ofSchema.errors));
  return dataset[section];
}

test("names down, years across", () => {
  const made = make("\t2022\t2023\nHộ nghèo\t4,47\t2,33\nHộ cận nghèo\t…\t2,8\n");
  assert.equal(made.section, "poverty");
  assert.equal(made.finding.format, "vi");
  assert.deepEqual(made.dataset, {
    version: 1,
    place: "Nơi",
    poverty: {
      periods: ["2022", "2023"],
      series: [
        { id: "poor", values: [4.47, 2.33] },
        { id: "nearPoor", values: [null, 2.8] },
      ],
    },
  });
  assert.deepEqual(made.places.get("/poverty/series/0/values/1"), { row: 1, column: 2 });
});

test("years down, names across", () => {
  assert.deepEqual(sectionOf("Năm\tHộ nghèo\tHộ cận nghèo\n2022\t4,47\t\n2023\t2,33\t2,8"), {
    periods: ["2022", "2023"],
    series: [
      { id: "poor", values: [4.47, 2.33] },
      { id: "nearPoor", values: [null, 2.8] },
    ],
  });
});

test("title, unit, blank rows and columns, source and notes round the table", () => {
  const text = [
    "Tốc độ tăng giá trị sản xuất\t\t\t",
    "\t\t\tĐơn vị tính: %",
    "\t\t\t",
    "Khu vực\t\t2022\tSơ bộ 2023",
    "",
    "Khu vực I\t\t…\ttăng",
    "Khu vực II\t\t…\ttrên 36%",
    "Khu vực III\t\t…\ttăng",
    "Tổng số\t\t…\t16,6*",
    "",
    "* Theo giá so sánh 2010.",
    "Ghi chú: Số liệu khu vực I và III không nêu.",
    "Nguồn: Trang Thông tin điện tử huyện Trà Cú",
  ].join("\n");
  const { dataset } = make(text);
  assert.deepEqual(dataset.sources, [
    { id: "source", name: "Trang Thông tin điện tử huyện Trà Cú" },
  ]);
  assert.deepEqual(dataset.growth, {
    title: "Tốc độ tăng giá trị sản xuất",
    note: "Số liệu khu vực I và III không nêu.",
    periods: ["2022", "2023"],
    sectors: [
      { id: "I", values: [null, { value: null, direction: "up" }] },
      { id: "II", values: [null, { value: 36, qualifier: "over", status: "provisional" }] },
      { id: "III", values: [null, { value: null, direction: "up" }] },
    ],
    total: {
      values: [null, { value: 16.6, status: "provisional", note: "Theo giá so sánh 2010." }],
    },
  });
});

test("merged heads over counts and rates are one figure each", () => {
  const text =
    "Chỉ tiêu\tNăm 2022\t\tNăm 2023\t\n\tSố hộ\tTỷ lệ (%)\tSố hộ\tTỷ lệ (%)\n" +
    "A\t1\t2\t3\t4\nHộ nghèo\t1.938\t4,47\t1.011\t2,33\n";
  assert.deepEqual(sectionOf(text), {
    periods: ["2022", "2023"],
    series: [
      {
        id: "poor",
        values: [
          { value: 4.47, count: 1938 },
          { value: 2.33, count: 1011 },
        ],
      },
    ],
  });
});

test("counts, rates and their whole in rows of their own are one series", () => {
  const text =
    "STT\tChỉ tiêu\tĐVT\t2023\n1\tTổng số hộ\thộ\t43.369\n2\tSố hộ nghèo\thộ\t1.011\n" +
    "3\tTỷ lệ hộ nghèo\t%\t2,33";
  assert.deepEqual(sectionOf(text), {
    periods: ["2023"],
    series: [{ id: "poor", values: [{ value: 2.33, count: 1011, of: 43369 }] }],
  });
});

test("a column of units tells counts from rates", () => {
  const text = "Chỉ tiêu\tĐơn vị tính\t2023\nHộ nghèo\thộ\t1.011\nHộ nghèo\t%\t2,33";
  assert.deepEqual(sectionOf(text), {
    periods: ["2023"],
    series: [{ id: "poor", values: [{ value: 2.33, count: 1011 }] }],
  });
});

test("counts alone are the values, with their unit", () => {
  assert.deepEqual(sectionOf("\t2022\t2023\nSố hộ nghèo\t1 938\t1 011"), {
    unit: "hộ",
    periods: ["2022", "2023"],
    series: [{ id: "poor", values: [1938, 1011] }],
  });
});

test("a count with its rate in one cell", () => {
  assert.deepEqual(sectionOf("\t2023\nHộ nghèo\t1.011 hộ (2,33%)\nHộ cận nghèo\t2,8%").series, [
    { id: "poor", values: [{ value: 2.33, count: 1011 }] },
    { id: "nearPoor", values: [2.8] },
  ]);
});

test("zeros at the end are kept, a name of its own gets an id", () => {
  assert.deepEqual(sectionOf("\t2023\nHộ nghèo\t7,50\nHộ nghèo Khmer\t2,78").series, [
    { id: "poor", values: [{ value: 7.5, decimals: 2 }] },
    { id: "ho-ngheo-khmer", name: "Hộ nghèo Khmer", values: [2.78] },
  ]);
});

test("decomposed letters are read and written composed", () => {
  const { dataset } = make("\tNăm 2023\nHộ nghèo Khmer\ttrên 2,78%".normalize("NFD"), {
    section: "poverty",
  });
  const [series] = dataset.poverty.series;
  assert.equal(series.name, "Hộ nghèo Khmer".normalize("NFC"));
  assert.deepEqual(series.values, [{ value: 2.78, qualifier: "over" }]);
});

test("shares of output by their words, growth without them", () => {
  const rows = "\t2023\t2024\nKhu vực I\t28,34\t27,31\nKhu vực II\t35,92\t38,60\n";
  assert.equal(make(`Cơ cấu GRDP (%)\n${rows}`).section, "structure");
  assert.equal(make(rows).section, "growth");
  assert.deepEqual(sectionOf(`Cơ cấu GRDP\n${rows}`).sectors[1], {
    id: "II",
    values: [35.92, { value: 38.6, decimals: 2 }],
  });
});

test("growth with contributions", () => {
  const text =
    "Khu vực\tTăng 2024 (%)\tĐóng góp 2024\nTổng số\t10,04\t10,04\nI\t4,15\t1,26\nII\t20,23\t6,56";
  assert.deepEqual(sectionOf(text), {
    periods: ["2024"],
    sectors: [
      { id: "I", values: [4.15], contributions: [1.26] },
      { id: "II", values: [20.23], contributions: [6.56] },
    ],
    total: { values: [10.04] },
  });
  assert.deepEqual(keysOf(make(text).problems), ["contributionNotDrawn"]);
});

test("a fall in words is negative", () => {
  assert.deepEqual(
    sectionOf("\t2023\nKhu vực I\tgiảm 2,5%\nKhu vực II\t(chưa có số liệu)").sectors,
    [
      { id: "I", values: [-2.5] },
      { id: "II", values: [null] },
    ],
  );
});

test("groups of households", () => {
  const text =
    "Mức sống hộ dân năm 2023\nNhóm\tTỷ lệ\nHộ nghèo\t2,33%\nHộ cận nghèo\t2,8%\n" +
    "Hộ có mức sống trung bình\ttrên 48%\nHộ khá\ttrên 36%\nHộ giàu\ttrên 2,3%";
  const made = make(text);
  assert.equal(made.section, "livingStandards");
  assert.deepEqual(made.dataset.livingStandards, {
    title: "Mức sống hộ dân năm 2023",
    period: "2023",
    groups: [
      { id: "poor", share: 2.33 },
      { id: "nearPoor", share: 2.8 },
      { id: "average", share: { value: 48, qualifier: "over" } },
      { id: "fair", share: { value: 36, qualifier: "over" } },
      { id: "rich", share: { value: 2.3, qualifier: "over" } },
    ],
  });
});

test("levels as fractions, and as counts beside their whole", () => {
  const levels = [
    { id: "ntm", count: 15, of: 15 },
    { id: "ntmAdvanced", count: 2, of: 15 },
    { id: "urban", count: 2, of: 2 },
  ];
  assert.deepEqual(
    sectionOf(
      "\t2023\nXã đạt chuẩn NTM\t15/15\nXã NTM nâng cao\t02/15\nThị trấn đạt chuẩn đô thị văn minh\t2/2",
    ),
    { period: "2023", levels },
  );
  assert.deepEqual(
    sectionOf(
      "Năm 2023\nDanh hiệu\tSố xã đạt\tTổng số\tTỷ lệ (%)\nXã đạt chuẩn NTM\t15\t15\t100\n" +
        "Xã NTM nâng cao\t02\t15\t13,33\nĐô thị văn minh\t2\t2\t",
    ),
    {
      title: "Năm 2023",
      period: "2023",
      levels: [{ ...levels[0], share: 100 }, { ...levels[1], share: 13.33 }, levels[2]],
    },
  );
});

test("levels over time", () => {
  assert.deepEqual(sectionOf("\t2022\t2023\nXã đạt chuẩn NTM\t12/15\t15/15"), {
    periods: ["2022", "2023"],
    levels: [{ id: "ntm", counts: [12, 15], of: [15, 15] }],
  });
});

test("targets: plan, result, rate and verdict, by groups", () => {
  const text = [
    "TT\tChỉ tiêu\tĐVT\tKế hoạch 2023\tThực hiện 2023\tTH/KH (%)\tĐánh giá",
    "I\tKinh tế\t\t\t\t\t",
    "1\tVốn đầu tư toàn xã hội\ttỷ đồng\t\t3.443\ttrên 89%\tChưa đạt",
    "2\tCông trình xây dựng cơ bản\t\t\t94/126 công trình\t\t",
    "3\tTổng giá trị sản xuất\ttỷ đồng\t\ttrên 14.120\ttrên 101%\tVượt",
  ].join("\n");
  const made = make(text, { format: "vi" });
  assert.equal(made.section, "targets");
  assert.deepEqual(validate(made.dataset), []);
  assert.deepEqual(made.dataset.targets, {
    period: "2023",
    items: [
      {
        group: "Kinh tế",
        name: "Vốn đầu tư toàn xã hội",
        unit: "tỷ đồng",
        actual: 3443,
        achieved: { value: 89, qualifier: "over" },
        outcome: "notMet",
      },
      {
        group: "Kinh tế",
        name: "Công trình xây dựng cơ bản",
        actual: 94,
        of: 126,
        unit: "công trình",
      },
      {
        group: "Kinh tế",
        name: "Tổng giá trị sản xuất",
        unit: "tỷ đồng",
        actual: { value: 14120, qualifier: "over" },
        achieved: { value: 101, qualifier: "over" },
        outcome: "exceeded",
      },
    ],
  });
});

test("periods that are parts of a year have their place in time", () => {
  assert.deepEqual(sectionOf("\t2023\t6 tháng 2024\nKhu vực I\t3,2\t3,51").periods, [
    "2023",
    { label: "6 tháng 2024", at: "2024-01/2024-06" },
  ]);
});

test("a table that begins with the latest period is put in order of time", () => {
  const { places, dataset } = make("\t2023\t6 tháng 2023\t2022\nHộ nghèo\t2,33\t3\t4,47");
  assert.deepEqual(dataset.poverty.periods, [
    "2022",
    { label: "6 tháng 2023", at: "2023-01/2023-06" },
    "2023",
  ]);
  assert.deepEqual(dataset.poverty.series[0].values, [4.47, 3, 2.33]);
  assert.deepEqual(places.get("/poverty/periods/0"), { row: 0, column: 3 });
});

test("the format is settled by a cell that has just one reading", () => {
  const { finding } = make("\t2022\t2023\nGiá trị\t12.110\t14.120\nHộ nghèo\t4,47\t2,33");
  assert.equal(finding.kind, "settled");
  assert.equal(finding.format, "vi");
  assert.deepEqual(finding.by.place, { row: 2, column: 1 });
  assert.equal(make("\t2023\nA\t14,120\nB\t2.33").finding.format, "en");
  assert.equal(make("\t2023\nA\t14\nB\t2").finding.kind, "either");
});

test("14.120 alone is asked, with both readings", () => {
  const { finding } = make("\t2023\nGiá trị sản xuất\t14.120");
  assert.equal(finding.kind, "ask");
  assert.deepEqual(finding.examples, [
    { place: { row: 1, column: 1 }, text: "14.120", values: { vi: 14120, en: 14.12 } },
  ]);
});

test("cells that contradict each other are asked", () => {
  const { finding } = make("\t2023\nA\t2,33\nB\t2.8");
  assert.equal(finding.kind, "mixed");
  assert.deepEqual(
    finding.examples.map(({ text }) => text),
    ["2,33", "2.8"],
  );
});

test("a year in a name or a head, or a number in a note, settles nothing", () => {
  assert.equal(make("\t2.023\nHộ 1,5\t36\n\nGhi chú: tính trên 2,5 triệu").finding.kind, "either");
});

// [what, text, key, row, column]
const refusals = [
  ["a word", "\t2023\nHộ nghèo\tnhiều", "cellUnreadable", 1, 1],
  ["an error of the spreadsheet", "\t2023\nHộ nghèo\t#DIV/0!", "cellError", 1, 1],
  ["a column too narrow", "\t2023\nHộ nghèo\t###", "cellTooNarrow", 1, 1],
  ["a number made a date", "\t2023\nXã đạt chuẩn NTM\t15-thg 2", "cellDate", 1, 1],
  ["parentheses", "\t2023\nHộ nghèo\t(2,33)", "cellParentheses", 1, 1],
  ["a number of the other format", "\t2022\t2023\nHộ nghèo\t4,47\t2.33", "cellNotVi", 1, 2],
  ["a fall of over 2%", "\t2023\nKhu vực I\tgiảm trên 2%", "cellFallQualified", 1, 1],
  [
    "a unit that differs",
    "\t2023\nHộ nghèo\t2,33%\nHộ cận nghèo\t1.223 người",
    "unitDiffers",
    2,
    1,
  ],
  [
    "a head that is neither period nor kind",
    "\t2023\tTuyến\nHộ nghèo\t2,33\t4",
    "headUnknown",
    0,
    2,
  ],
  ["no head over figures", "\t2023\t\nHộ nghèo\t2,33\t4", "headMissing", 0, 2],
  ["no name beside figures", "\t2023\nHộ nghèo\t2,33\n\t2,8", "rowUnnamed", 2, 0],
  ["a number for a name", "\t2023\nHộ nghèo\t2,33\n36\t2,8", "rowNumber", 2, 0],
  ["one figure twice", "\t2023\nHộ nghèo\t2,33\nHộ nghèo\t2,8", "figureTwice", 2, 1],
  ["a level without its whole", "\t2023\nXã đạt chuẩn NTM\t15", "levelWithoutWhole", 1, 0],
  ["no period", "Nhóm\tTỷ lệ\nHộ nghèo\t2,33", "periodMissing"],
  ["an unknown verdict", "\tThực hiện 2023\tĐánh giá\nVốn\t3.443,5\tkhá", "outcomeUnknown", 1, 2],
];

for (const [what, text, key, row, column] of refusals) {
  test(`refused: ${what}`, () => {
    const { dataset, problems } = make(text);
    assert.equal(dataset, undefined);
    const found = problems.find((problem) => problem.key === key);
    assert.ok(found, `found ${keysOf(problems)}`);
    assert.deepEqual(found.place, row === undefined ? undefined : { row, column });
    assert.equal(found.severity, "error");
  });
}

const PIECES = {
  heads: [
    "2022",
    "Năm 2023",
    "Sơ bộ 2024",
    "Tỷ lệ (%)",
    "Số hộ",
    "ĐVT",
    "Ghi chú",
    "Kế hoạch 2023",
  ],
  names: ["Hộ nghèo", "Hộ cận nghèo", "Khu vực I", "Tổng số", "Xã đạt chuẩn NTM", "1. Hộ khá", ""],
  cells: [
    "36%",
    "trên 36%",
    "14.120",
    "2,33",
    "15/15",
    "…",
    "tăng",
    "1.011 hộ (2,33%)",
    "7,50*",
    "",
  ],
  others: [
    "STT",
    "2.33",
    "(2)",
    "abc",
    "Nguồn: A",
    "Ghi chú: B.",
    "####",
    "05/01/2024",
    "I",
    "vượt",
  ],
};

test("whatever the cells hold, nothing breaks; a document is accepted or its fault has a place", () => {
  let seed = 7;
  const next = (below) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const pick = (kind) => {
    const list = PIECES[next(12) === 0 ? "others" : kind];
    return list[next(list.length)];
  };
  const sections = ["growth", "structure", "poverty", "livingStandards", "ntm", "targets"];
  let accepted = 0;
  for (let round = 0; round < 1500; round++) {
    const rows = Array.from({ length: 1 + next(5) }, (_, row) =>
      Array.from({ length: 1 + next(4) }, (_, column) =>
        pick(row === 0 ? "heads" : column === 0 ? "names" : "cells"),
      ),
    );
    if (next(8) > 0) rows[0][0] = "";
    const section = sections[next(sections.length)];
    const { dataset, problems, places } = makeOf(rows, { section });
    for (const { place } of problems) assert.ok(!place || place.row < rows.length);
    assert.equal(dataset === undefined, problems.some(isError), JSON.stringify(rows));
    if (!dataset) continue;
    accepted++;
    for (const { path, code } of validate(dataset).filter(isError)) {
      const told = `${code} at ${path}: ${JSON.stringify(dataset)}`;
      assert.ok(code !== "type" && code !== "unknown", told);
      assert.ok(
        [...places.keys()].some((key) => path.startsWith(key)) || /^(\/\w+){1,2}$/.test(path),
        told,
      );
    }
  }
  assert.ok(accepted > 100, `${accepted}`);
});

test("what is left out is said", () => {
  const heading = make("\t2023\nTrong đó:\t\nHộ nghèo\t2,33");
  assert.deepEqual(keysOf(heading.problems), ["rowHeading"]);
  assert.ok(heading.dataset);
  const early = make("\t2022\t2023\nHộ khá\t30\t36\nHộ giàu\t2\t2,3");
  assert.deepEqual(keysOf(early.problems), ["onlyLastPeriod"]);
  assert.deepEqual(early.dataset.livingStandards.period, "2023");
  const sign = make("\t2023\nHộ nghèo\t2,33*");
  assert.deepEqual(keysOf(sign.problems), ["footnoteMissing"]);
});

test("notes in a column of their own stand with the rows", () => {
  const text = "\t2023\tGhi chú\nHộ nghèo\t2,33\tCuối năm\nHộ cận nghèo\t2,8\t";
  assert.deepEqual(sectionOf(text).series, [
    { id: "poor", note: "Cuối năm", values: [2.33] },
    { id: "nearPoor", values: [2.8] },
  ]);
});

test("results of an earlier period beside targets are left out and said", () => {
  const text = "Chỉ tiêu\tThực hiện 2022\tKế hoạch 2023\tThực hiện 2023\nThu nhập\t58,5\t60\t62";
  const { dataset, problems } = make(text);
  assert.deepEqual(keysOf(problems), ["columnNotDrawn"]);
  assert.deepEqual(problems[0].place, { row: 0, column: 1 });
  assert.deepEqual(dataset.targets, {
    period: "2023",
    items: [{ name: "Thu nhập", plan: 60, actual: 62 }],
  });
});

test("names that tell nothing guess nothing", () => {
  assert.equal(guessSection(tableOf(readRows("\t2023\nDân số\t147.419"))), null);
});

test("a known row without any figure is drawn as missing, not left out", () => {
  assert.deepEqual(sectionOf("\t2023\nHộ nghèo\t2,33\nHộ cận nghèo\t").series[1], {
    id: "nearPoor",
    values: [null],
  });
});

test("CSV with semicolons, commas, quotes and a byte order mark", () => {
  const { series } = sectionOf('\ufeff;2022;2023\n"Hộ nghèo";4,47;2,33');
  assert.deepEqual(series[0].values, [4.47, 2.33]);
  assert.deepEqual(readRows(";2023\nHộ nghèo;2,33\n"), [
    ["", "2023"],
    ["Hộ nghèo", "2,33"],
  ]);
  assert.deepEqual(readRows("Bảng 1, năm 2023\n\nHộ nghèo;2,33\nHộ cận nghèo;2,8\n").at(-1), [
    "Hộ cận nghèo",
    "2,8",
  ]);
  assert.deepEqual(readRows('a,"b ""c"", d",1\r\n'), [["a", 'b "c", d', "1"]]);
  assert.deepEqual(readRows(",2023\nA,2.33\nB,2.8"), [
    ["", "2023"],
    ["A", "2.33"],
    ["B", "2.8"],
  ]);
  assert.deepEqual(readRows("a, b\tx y\n"), [["a, b", "x y"]]);
  assert.deepEqual(readRows("một dòng"), [["một dòng"]]);
});

test("what is written is read as it was", () => {
  const rows = [
    ["", "2023"],
    ['Hộ "nghèo"', "2\t33\n(1)"],
  ];
  assert.deepEqual(readRows(writeRows(rows)), rows);
});

test("an HTML table with merged cells, and numbers that settle the format", () => {
  const html = `<style>td{}</style><table><tr><td rowspan=2>Chỉ tiêu</td><td colspan=2>Năm<br>2023</td></tr>
    <tr><td>Số hộ</td><td>Tỷ&nbsp;lệ</td></tr>
    <tr><td>Hộ nghèo</td><td sdval="1011">1.011</td><td sdval="0.02">2%</td></tr></table>
    <table><tr><td>khác</td></tr></table>`;
  assert.deepEqual(readHtmlTable(html), {
    rows: [
      ["Chỉ tiêu", "Năm 2023", ""],
      ["", "Số hộ", "Tỷ lệ"],
      ["Hộ nghèo", "1.011", "2%"],
    ],
    witness: { format: "vi", place: { row: 2, column: 1 }, shown: "1.011" },
  });
  assert.equal(readHtmlTable("<p>14.120</p>"), null);
  assert.equal(readHtmlTable("<table><td>14.120<td>2</table>").witness, undefined);
});

test("empty text and a single cell are told", () => {
  assert.deepEqual(keysOf(make("", { section: "poverty" }).problems), ["tableEmpty"]);
  assert.equal(make("xin chào", { section: "poverty" }).dataset, undefined);
});

test("the longest table that is read keeps nobody waiting", () => {
  const row = (_, i) => `Nhóm a${i}\t1\t2\t\t\t`;
  const text = ["\t2019\t2020\t2021\t2022\t2023", ...Array.from({ length: 5000 }, row)].join("\n");
  const started = performance.now();
  const { dataset } = make(text, { section: "poverty" });
  const took = performance.now() - started;
  assert.equal(dataset.poverty.series.length, 5000);
  assert.ok(took < 3000, `${took} ms`);
});
