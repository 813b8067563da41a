// Figures and counts: a number, a number with what was said of it, or why there is none.
import { annotation, list, MAX_NUMBER, MAX_PERIODS, object, ref, said, when } from "./form.mjs";

const REASONS = ["suppressed", "notCollected", "notApplicable"];

const isNull = { properties: { value: { type: "null" } } };
const isNumber = { properties: { value: { type: "number" } } };

export const figureKeys = {
  value: {
    ...said("The number, or null where none was published.", "Con số, hoặc null nếu không nêu số."),
    type: ["number", "null"],
    minimum: -MAX_NUMBER,
    maximum: MAX_NUMBER,
  },
  qualifier: {
    ...said(
      "How the published number differs from the exact one: over, under, about, nearly, at least, at most. It needs a number.",
      "Số được nêu khác số chính xác thế nào: trên, dưới, khoảng, gần, ít nhất, không quá. Phải có số.",
    ),
    enum: ["over", "under", "about", "nearly", "atLeast", "atMost"],
  },
  status: {
    ...said(
      "Of a number: provisional, estimated, revised, or derived (worked out by the editor from published figures). Of a null: why there is no number.",
      "Khi có số: sơ bộ, ước, đã điều chỉnh, hoặc số tính toán (người biên tập tính từ số đã công bố). Khi là null: vì sao không có số.",
    ),
    enum: ["provisional", "estimated", "revised", "derived", ...REASONS],
  },
  direction: {
    ...said(
      "It rose or fell, by how much was not said. The value is null.",
      "Tăng hoặc giảm, không nêu bao nhiêu. Giá trị là null.",
    ),
    enum: ["up", "down"],
  },
  decimals: {
    ...said(
      "Digits after the decimal mark as published: keeps 7.50.",
      "Số chữ số thập phân như đã công bố: giữ được 7,50.",
    ),
    type: "integer",
    minimum: 0,
    maximum: 6,
  },
  count: ref(
    "count",
    "The count behind a rate: 1011 of 43369 households.",
    "Số lượng đứng sau tỷ lệ: 1011 trong 43369 hộ.",
  ),
  of: ref("count", "What the count is a part of.", "Tổng số mà số lượng ấy là một phần."),
  ...annotation,
};

/** What goes with what in a figure that is an object. */
const figureRules = [
  when({ required: ["direction"] }, { properties: { ...isNull.properties, status: false } }),
  when({ required: ["qualifier"] }, isNumber),
  when(
    { required: ["status"] },
    when({ properties: { status: { enum: REASONS } } }, isNull, isNumber),
  ),
];

/** A number, null, or an object of these keys. */
export const figure = (keys) => ({
  ...object(["value"], keys),
  type: ["number", "null", "object"],
  minimum: -MAX_NUMBER,
  maximum: MAX_NUMBER,
  allOf: figureRules,
});

/** A figure within limits, whether it is a number or an object. */
const limited = (limits, en, vi) =>
  ref("figure", en, vi, { ...limits, properties: { value: limits } });

const valuesOf = (kind, examples) => ({
  ...said("One figure for each period.", "Mỗi kỳ một số."),
  ...list(ref(kind), MAX_PERIODS, { examples }),
});

export const numbers = {
  count: {
    ...said("A whole number from 0 up.", "Số nguyên từ 0 trở lên."),
    type: "integer",
    minimum: 0,
    maximum: MAX_NUMBER,
  },
  whole: {
    ...said("Of how many: a whole number from 1 up.", "Tổng số: số nguyên từ 1 trở lên."),
    type: "integer",
    minimum: 1,
    maximum: MAX_NUMBER,
  },
  wholeAmount: {
    ...said("Of how much: a number above 0.", "Tổng số: số lớn hơn 0."),
    type: "number",
    exclusiveMinimum: 0,
    maximum: MAX_NUMBER,
  },
  figure: {
    ...said(
      "A number; null where no figure was published; or an object that says more. Never a string.",
      "Một số; null nếu chưa công bố; hoặc một đối tượng nói rõ hơn. Không viết thành chuỗi.",
    ),
    ...figure(figureKeys),
    examples: [
      16.6,
      null,
      { value: 36, qualifier: "over" },
      { value: null, direction: "up" },
      { value: 2.33, count: 1011, of: 43369 },
      { value: 7.5, decimals: 2 },
      { value: null, status: "suppressed" },
    ],
  },
  positiveFigure: limited({ minimum: 0 }, "A figure from 0 up.", "Số từ 0 trở lên."),
  shareFigure: limited({ minimum: 0, maximum: 100 }, "A figure from 0 to 100.", "Số từ 0 đến 100."),
  signedShareFigure: limited(
    { minimum: -100, maximum: 100 },
    "A figure from −100 to 100; only taxes less subsidies are below 0.",
    "Số từ −100 đến 100; chỉ thuế trừ trợ cấp mới âm.",
  ),
  countFigure: limited(
    { minimum: 0, multipleOf: 1 },
    "A figure that counts: 0, 1, 2 …",
    "Số đếm: 0, 1, 2 …",
  ),
  values: valuesOf("figure", [[4.47, null, { value: 2.33, status: "provisional" }]]),
  positiveValues: valuesOf("positiveFigure", [[4.47, 2.33]]),
  shareValues: valuesOf("shareFigure", [[28.34, 27.31]]),
  signedShareValues: valuesOf("signedShareFigure", [[5.43, 5.06]]),
  countValues: valuesOf("countFigure", [[12, 15]]),
};
