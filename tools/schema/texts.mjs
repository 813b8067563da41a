// Texts, ids, dates and periods.
import { list, MAX_CHARACTERS, MAX_PERIODS, object, ref, said, when } from "./form.mjs";

export const texts = {
  string: {
    ...said("A string that says something.", "Một chuỗi có nội dung."),
    type: "string",
    maxLength: MAX_CHARACTERS,
    pattern: "\\S",
  },
  id: ref("string", "A short name for use inside the document.", "Mã ngắn, dùng trong tài liệu."),
  text: {
    ...said(
      "A string, or one string by language. The language asked for wins, then vi, then en, then the first.",
      "Một chuỗi, hoặc mỗi ngôn ngữ một chuỗi. Dùng ngôn ngữ được yêu cầu, rồi vi, rồi en, rồi chuỗi đầu tiên.",
    ),
    type: ["string", "object"],
    maxLength: MAX_CHARACTERS,
    pattern: "\\S",
    minProperties: 1,
    properties: {
      vi: ref("string", "In Vietnamese.", "Tiếng Việt."),
      en: ref("string", "In English.", "Tiếng Anh."),
      km: ref("string", "In Khmer.", "Tiếng Khmer."),
    },
    patternProperties: { "^(\\$|x-)": true },
    additionalProperties: ref("string"),
    examples: ["Xã Đại An", { vi: "Xã Đại An", en: "Đại An commune" }],
  },
  date: {
    ...said("ISO 8601: a year, a month or a day.", "Theo ISO 8601: năm, tháng hoặc ngày."),
    type: "string",
    pattern: "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
    examples: ["2024-01-05", "2024-01", "2024"],
  },
  note: ref(
    "text",
    "A remark that is printed with what it stands on; the nearest wins.",
    "Ghi chú, in kèm phần chứa nó; ghi chú gần nhất được dùng.",
  ),
  sourceId: ref(
    "id",
    "The id of an entry of “sources”; the nearest wins.",
    "Mã của một nguồn trong “sources”; nguồn gần nhất được dùng.",
    { examples: ["web"] },
  ),
  title: ref(
    "text",
    "The chart's title; each language has a default.",
    "Tên biểu đồ; mỗi ngôn ngữ có sẵn một tên.",
  ),
  measure: ref("text", "What is measured, and how.", "Chỉ tiêu và cách tính.", {
    examples: ["Giá trị sản xuất, giá so sánh 2010"],
  }),
  unit: ref(
    "text",
    "The unit of the figures; per cent where it is left out.",
    "Đơn vị tính; không ghi thì là phần trăm.",
    { examples: ["%", "tỷ đồng"] },
  ),
  rowName: ref(
    "text",
    "The name of the row; it wins over a built-in one.",
    "Tên của dòng; được dùng thay cho tên có sẵn.",
  ),
  basis: ref("text", "What the plan stands in.", "Căn cứ của kế hoạch.", {
    examples: ["Nghị quyết Hội đồng nhân dân huyện"],
  }),
};

export const times = {
  period: {
    ...said(
      "A label, or a label with its place in time. Where all are years or have “at”, lines stand at their true distance in time.",
      "Tên kỳ, hoặc tên kỳ kèm thời điểm. Khi mọi kỳ đều là năm hoặc có “at”, các kỳ cách nhau đúng theo thời gian.",
    ),
    ...when(
      { type: "object", anyOf: [{ required: ["label"] }, { required: ["at"] }] },
      object(["label"], {
        label: ref("text", "What the period is called.", "Tên của kỳ."),
        at: {
          ...said(
            "A year, a month, or an interval that is drawn at its middle.",
            "Một năm, một tháng, hoặc một khoảng, được vẽ ở giữa khoảng.",
          ),
          type: "string",
          pattern: "^\\d{4}(-(0[1-9]|1[0-2]))?(/\\d{4}(-(0[1-9]|1[0-2]))?)?$",
          examples: ["2015", "2015-06", "2010/2011"],
        },
      }),
      ref("text"),
    ),
    examples: ["2023", { label: "6 tháng 2024", at: "2024-01/2024-06" }],
  },
  onePeriod: ref(
    "period",
    "The period of all figures of the section.",
    "Kỳ của mọi số liệu trong phần này.",
    { examples: ["2023"] },
  ),
  periods: {
    ...said(
      "The periods, in order of time; each row has one figure for each.",
      "Các kỳ, theo thứ tự thời gian; mỗi dòng có mỗi kỳ một số.",
    ),
    ...list(ref("period"), MAX_PERIODS, { uniqueItems: true, examples: [["2022", "2023"]] }),
  },
};
