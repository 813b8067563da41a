// What one cell says, in the words of reports.
import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./common.mjs";

const { readCell } = await source("try/cell");

const figure = (number, more = {}) => {
  const { unit = "", of, ...marks } = more;
  return { kind: "figure", quantities: [{ number, unit, ...(of ? { of } : {}) }], ...marks };
};
/** Two in one cell. */
const both = (...figures) => ({
  kind: "figure",
  quantities: figures.flatMap(({ quantities }) => quantities),
});
const refused = (why) => ({ kind: "refused", why });
const missing = (status) => ({ kind: "missing", ...(status ? { status } : {}) });

const cases = [
  ["", { kind: "blank" }],
  ["  \u00a0 ", { kind: "blank" }],
  ["36", figure("36")],
  ["03", figure("03")],
  ["36%", figure("36", { unit: "%" })],
  ["2,33 %", figure("2,33", { unit: "%" })],
  ["2,33\u00a0%", figure("2,33", { unit: "%" })],
  ["36 phần trăm", figure("36", { unit: "%" })],
  ["3.443 tỷ đồng", figure("3.443", { unit: "tỷ đồng" })],
  ["3.443\u00a0tỷ\u202fđồng", figure("3.443", { unit: "tỷ đồng" })],
  ["62 triệu đồng/người/năm", figure("62", { unit: "triệu đồng/người/năm" })],
  ["2,14 điểm phần trăm", figure("2,14", { unit: "điểm phần trăm" })],
  ["120 km²", figure("120", { unit: "km²" })],
  ["120 m2", figure("120", { unit: "m2" })],
  ["03 hợp tác xã", figure("03", { unit: "hợp tác xã" })],
  ["1 899", figure("1 899")],
  ["-40,85", figure("-40,85")],
  ["−40,85%", figure("−40,85", { unit: "%" })],
  ["+4,5%", figure("+4,5", { unit: "%" })],

  ["trên 36%", figure("36", { unit: "%", qualifier: "over" })],
  ["Trên 14.120 tỷ đồng", figure("14.120", { unit: "tỷ đồng", qualifier: "over" })],
  ["trên 36%".normalize("NFD"), figure("36", { unit: "%", qualifier: "over" })],
  ["đạt trên 101%", figure("101", { unit: "%", qualifier: "over" })],
  ["hơn 6.899", figure("6.899", { qualifier: "over" })],
  [">36", figure("36", { qualifier: "over" })],
  ["over 36%", figure("36", { unit: "%", qualifier: "over" })],
  ["dưới 5%", figure("5", { unit: "%", qualifier: "under" })],
  ["< 5", figure("5", { qualifier: "under" })],
  ["khoảng 62", figure("62", { qualifier: "about" })],
  ["~62", figure("62", { qualifier: "about" })],
  ["gần 15%", figure("15", { unit: "%", qualifier: "nearly" })],
  ["ít nhất 10%", figure("10", { unit: "%", qualifier: "atLeast" })],
  ["10% trở lên", figure("10", { unit: "%", qualifier: "atLeast" })],
  ["≥ 10", figure("10", { qualifier: "atLeast" })],
  [">= 10", figure("10", { qualifier: "atLeast" })],
  ["không quá 4%", figure("4", { unit: "%", qualifier: "atMost" })],

  ["tăng", { kind: "direction", direction: "up" }],
  ["Đều tăng", { kind: "direction", direction: "up" }],
  ["tăng, không nêu số", { kind: "direction", direction: "up" }],
  ["tăng (không nêu số)", { kind: "direction", direction: "up" }],
  ["giảm", { kind: "direction", direction: "down" }],
  ["↑", { kind: "direction", direction: "up" }],
  ["tăng 16,6%", figure("16,6", { unit: "%", change: "up" })],
  ["tăng cao nhất trên 36%", figure("36", { unit: "%", change: "up", qualifier: "over" })],
  ["giảm 927 hộ", figure("927", { unit: "hộ", change: "down" })],
  ["tăng 16,6% so với cùng kỳ", figure("16,6", { unit: "%", change: "up" })],

  ["2,33 (sơ bộ)", figure("2,33", { status: "provisional" })],
  ["Sơ bộ 2,33%", figure("2,33", { unit: "%", status: "provisional" })],
  ["ước 2,33%", figure("2,33", { unit: "%", status: "estimated" })],
  ["ước đạt 62", figure("62", { status: "estimated" })],
  ["2.33 (revised)", figure("2.33", { status: "revised" })],

  ["…", missing()],
  ["...", missing()],
  ["..", missing()],
  ["-", missing()],
  ["–", missing()],
  ["chưa có số liệu", missing()],
  ["Chưa có số", missing()],
  ["không có số liệu", missing()],
  ["n/a", missing()],
  ["không công bố", missing("suppressed")],
  ["không thu thập", missing("notCollected")],
  ["không áp dụng", missing("notApplicable")],

  ["15/15", figure("15", { of: "15" })],
  ["15/15 xã", figure("15", { of: "15", unit: "xã" })],
  ["02/15 xã", figure("02", { of: "15", unit: "xã" })],
  ["94/126 công trình", figure("94", { of: "126", unit: "công trình" })],
  ["6.084/7.669", figure("6.084", { of: "7.669" })],
  ["1.011 hộ (2,33%)", both(figure("1.011", { unit: "hộ" }), figure("2,33", { unit: "%" }))],
  ["2,33% (1.011 hộ)", both(figure("2,33", { unit: "%" }), figure("1.011", { unit: "hộ" }))],
  [
    "1.011/43.369 hộ, chiếm 2,33%",
    both(figure("1.011", { of: "43.369", unit: "hộ" }), figure("2,33", { unit: "%" })),
  ],
  ["927 hộ, chiếm 2,14%", both(figure("927", { unit: "hộ" }), figure("2,14", { unit: "%" }))],

  ["2,33*", figure("2,33", { footnote: "*" })],
  ["2,33%¹", figure("2,33", { unit: "%", footnote: "¹" })],
  ["1.011 hộ (1)", figure("1.011", { unit: "hộ", footnote: "(1)" })],
  ["2,33 [2]", figure("2,33", { footnote: "[2]" })],

  ["####", refused("cellTooNarrow")],
  ["#DIV/0!", refused("cellError")],
  ["#N/A", refused("cellError")],
  ["#REF!", refused("cellError")],
  ["#NAME?", refused("cellError")],
  ["Err:502", refused("cellError")],
  ["1,45E+04", refused("cellShortened")],
  ["1.45e4", refused("cellShortened")],
  ["05/01/2024", refused("cellDate")],
  ["2024-01-05", refused("cellDate")],
  ["1.12.2023", refused("cellDate")],
  ["02-Mar", refused("cellDate")],
  ["15-thg 2", refused("cellDate")],
  ["Mar-15", refused("cellDate")],
  ["(2,33)", refused("cellParentheses")],
  ["abc", refused("cellUnreadable")],
  ["2,33 2,8", refused("cellUnreadable")],
  ["2–3", refused("cellUnreadable")],
  ["từ 4% lên 5%", refused("cellUnreadable")],
  ["927 hộ (1.011 hộ)", refused("cellUnreadable")],
  ["trên 1.000 hộ (2,33%)", refused("cellUnreadable")],
  ["=A1", refused("cellUnreadable")],
];

for (const [text, expected] of cases) {
  test(`“${text}”`, () => assert.deepEqual(readCell(text), expected));
}
