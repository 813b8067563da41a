// Heads of columns that are periods, and those that are not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./common.mjs";

const { readPeriod, yearIn } = await source("try/period");

// [text, period, status]; null is no period.
const cases = [
  ["2023", "2023"],
  ["Năm 2023", "2023"],
  ["năm\u00a02023", "2023"],
  ["Năm 2023".normalize("NFD"), "2023"],
  ["2.023", "2023"],
  ["2,023", "2023"],
  ["Sơ bộ 2023", "2023", "provisional"],
  ["Sơ bộ\nPrel. 2023", "2023", "provisional"],
  ["Sơ bộ - Prel. 2023", "2023", "provisional"],
  ["2023 (sơ bộ)", "2023", "provisional"],
  ["2023 (sb)", "2023", "provisional"],
  ["Ước 2024", "2024", "estimated"],
  ["Ước năm 2024", "2024", "estimated"],
  ["Ước thực hiện năm 2024", "2024", "estimated"],
  ["6 tháng 2024", { label: "6 tháng 2024", at: "2024-01/2024-06" }],
  ["6 tháng đầu năm 2024", { label: "6 tháng đầu năm 2024", at: "2024-01/2024-06" }],
  ["06 tháng năm 2024", { label: "06 tháng năm 2024", at: "2024-01/2024-06" }],
  ["6T/2024", { label: "6T/2024", at: "2024-01/2024-06" }],
  ["9 tháng 2024", { label: "9 tháng 2024", at: "2024-01/2024-09" }],
  ["6 tháng cuối năm 2024", { label: "6 tháng cuối năm 2024", at: "2024-07/2024-12" }],
  ["Ước 6 tháng 2024", { label: "6 tháng 2024", at: "2024-01/2024-06" }, "estimated"],
  ["Quý I/2024", { label: "Quý I/2024", at: "2024-01/2024-03" }],
  ["Quý 4 năm 2024", { label: "Quý 4 năm 2024", at: "2024-10/2024-12" }],
  ["Q2/2024", { label: "Q2/2024", at: "2024-04/2024-06" }],
  ["Tháng 6 năm 2024", { label: "Tháng 6 năm 2024", at: "2024-06" }],
  ["T6/2024", { label: "T6/2024", at: "2024-06" }],
  ["06/2024", { label: "06/2024", at: "2024-06" }],
  ["2024-06", { label: "2024-06", at: "2024-06" }],
  ["31/12/2023", { label: "31/12/2023", at: "2023-12" }],
  ["31-12-2023", { label: "31-12-2023", at: "2023-12" }],
  ["2023-12-31", { label: "2023-12-31", at: "2023-12" }],
  ["Đến ngày 31/12/2023", { label: "Đến ngày 31/12/2023", at: "2023-12" }],
  ["Cuối năm 2023", { label: "Cuối năm 2023", at: "2023-12" }],
  ["2021-2025", { label: "2021-2025", at: "2021/2025" }],
  ["Giai đoạn 2021–2025", { label: "Giai đoạn 2021–2025", at: "2021/2025" }],
  ["13/2024", null],
  ["31/13/2023", null],
  ["2025-2021", null],
  ["3023", null],
  ["36", null],
  ["2,33", null],
  ["Tỷ lệ (%)", null],
  ["Thực hiện 2023", null],
  ["", null],
];

for (const [text, period, status] of cases) {
  test(`“${text}”`, () => {
    const read = readPeriod(text);
    assert.deepEqual(read?.period ?? null, period);
    assert.equal(read?.status, status);
  });
}

test("a year is found in a sentence that has one", () => {
  assert.equal(yearIn("Hộ nghèo huyện Trà Cú năm 2023"), "2023");
  assert.equal(yearIn("Hộ nghèo từ 2021 đến 2023"), null);
  assert.equal(yearIn("Theo 12023 mẫu"), null);
});
