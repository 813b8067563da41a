// The JSON Schema (draft 2020-12) of a chart's document, made anew in each build. It
// says what can be said without looking at two places of a document at once; the rest
// (lengths of rows, ids that stand twice, sums, order of time) is the validator's.
// Held by tests/node/schema.test.mjs to the types, to the validator and to the corpus.
// Each section has a file in schema/, beside what they share.
//
// `x-vi` is the description in Vietnamese.
import { numbers } from "./schema/figure.mjs";
import { list, object, ref, said } from "./schema/form.mjs";
import { growth } from "./schema/growth.mjs";
import { livingStandards } from "./schema/living-standards.mjs";
import { ntm } from "./schema/ntm.mjs";
import { poverty } from "./schema/poverty.mjs";
import { structure } from "./schema/structure.mjs";
import { targets } from "./schema/targets.mjs";
import { texts, times } from "./schema/texts.mjs";

const source = {
  ...said("Where figures were published.", "Nơi công bố số liệu."),
  ...object(["id", "name"], {
    id: ref("id", "What “source” refers to.", "Mã mà “source” nhắc đến.", { examples: ["web"] }),
    name: ref("text", "As it is printed below the chart.", "Tên in dưới biểu đồ.", {
      examples: ["Trang Thông tin điện tử huyện Trà Cú"],
    }),
    url: ref("string", "Its address.", "Địa chỉ."),
    date: ref("date", "When it was published.", "Ngày công bố."),
    publisher: ref("text", "Who published it.", "Cơ quan công bố."),
    license: ref("text", "Under which terms.", "Điều kiện sử dụng."),
  }),
};

const example = {
  version: 1,
  place: "Huyện Trà Cú, tỉnh Trà Vinh",
  sources: [{ id: "web", name: "Trang Thông tin điện tử huyện Trà Cú", date: "2024-01-05" }],
  growth: {
    measure: "Giá trị sản xuất tăng so với cùng kỳ",
    periods: ["2023"],
    sectors: [
      { id: "I", values: [{ value: null, direction: "up" }] },
      { id: "II", values: [{ value: 36, qualifier: "over" }] },
      { id: "III", values: [{ value: null, direction: "up" }] },
    ],
    total: { values: [16.6] },
  },
  ntm: {
    period: "2023",
    levels: [
      { id: "ntm", count: 15, of: 15 },
      { id: "ntmAdvanced", count: 2, of: 15 },
    ],
  },
};

export const schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "district-charts",
  ...said(
    "One document: what was published of one place. Each section is optional and feeds one or two charts. Keys that start with “$” or “x-” are left alone.",
    "Một tài liệu: số liệu đã công bố của một địa phương. Mỗi phần có thể có hoặc không, và vẽ một hoặc hai biểu đồ. Khóa bắt đầu bằng “$” hoặc “x-” là của riêng bạn.",
  ),
  ...object(["version", "place"], {
    version: {
      ...said("The version of this format.", "Phiên bản của định dạng này."),
      const: 1,
    },
    place: ref("text", "The place that the document describes.", "Địa phương được nói đến.", {
      examples: ["Huyện Trà Cú, tỉnh Trà Vinh"],
    }),
    asOf: ref("date", "The day to which the figures reach.", "Ngày chốt số liệu.", {
      examples: ["2023-12-31"],
    }),
    sources: list(ref("source"), 1_000, {
      ...said(
        "Where the figures were published. A section that names no source uses the only entry.",
        "Nơi công bố số liệu. Phần không nêu nguồn thì dùng nguồn duy nhất ở đây.",
      ),
    }),
    growth: ref("growth"),
    structure: ref("structure"),
    poverty: ref("poverty"),
    livingStandards: ref("livingStandards"),
    ntm: ref("ntm"),
    targets: ref("targets"),
  }),
  examples: [example],
  $defs: {
    ...texts,
    ...times,
    ...numbers,
    source,
    ...growth,
    ...structure,
    ...poverty,
    ...livingStandards,
    ...ntm,
    ...targets,
  },
};
