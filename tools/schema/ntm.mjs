import {
  annotation,
  heading,
  list,
  MAX_AREAS,
  MAX_CRITERIA,
  namedRow,
  object,
  oneOrEach,
  ref,
  said,
  when,
} from "./form.mjs";

const LEVELS = ["ntm", "ntmAdvanced", "ntmModel", "ntmModern", "urban", "districtNtm"];
const SETS = ["commune-2021-2025", "commune-2026-2030", "urban-2022", "district-2021-2025"];

/** Of a level in a section of one period, and in one over time. */
const levelOnce = {
  required: ["count"],
  properties: { of: { type: "number" }, share: { type: ["number", "null", "object"] } },
};
const levelOverTime = { required: ["counts"], properties: { share: { type: "array" } } };

export const ntm = {
  ntm: {
    ...said(
      "The New Rural programme: the charts “ntm” (levels) and “ntm-criteria” (areas by criteria).",
      "Xây dựng nông thôn mới: biểu đồ “ntm” (các mức) và “ntm-criteria” (địa bàn theo tiêu chí).",
    ),
    ...object([], {
      ...heading,
      measure: ref("measure"),
      period: ref("onePeriod"),
      periods: ref("periods"),
      levels: list(ref("ntmLevel"), 200, {
        ...said(
          "How many reached each level, of how many.",
          "Mỗi mức đã đạt bao nhiêu trên tổng số.",
        ),
      }),
      bins: list(ref("ntmBin"), MAX_CRITERIA, {
        ...said(
          "Areas by the number of criteria that they meet.",
          "Số địa bàn theo số tiêu chí đã đạt.",
        ),
      }),
      criteria: ref("criteria"),
      areas: list(ref("ntmArea"), MAX_AREAS, {
        ...said(
          "The communes or other areas, one row each.",
          "Các xã hoặc địa bàn khác, mỗi địa bàn một dòng.",
        ),
      }),
    }),
    anyOf: [{ required: ["levels"] }, { required: ["bins"] }, { required: ["areas"] }],
    allOf: [
      when(
        { required: ["periods"] },
        { properties: { period: false, levels: { items: levelOverTime } } },
        { properties: { levels: { items: levelOnce } } },
      ),
      { anyOf: [{ required: ["period"] }, { required: ["periods"] }] },
      // Areas are held against the section's criteria, or bring their own.
      when(
        { not: { required: ["criteria"] } },
        {
          properties: { areas: { items: { required: ["criteria"] } } },
        },
      ),
    ],
    examples: [
      {
        period: "2023",
        levels: [
          { id: "ntm", count: 15, of: 15 },
          { id: "urban", count: 2, of: 2, unit: "thị trấn" },
        ],
      },
      {
        periods: ["2022", "2023"],
        levels: [{ id: "ntm", counts: [{ value: 12, qualifier: "atLeast" }, 15], of: 15 }],
      },
      {
        period: "2023",
        bins: [
          { from: 15, to: 18, count: 29 },
          { from: 19, to: 19, count: 44 },
        ],
      },
      {
        period: "2023",
        criteria: SETS[0],
        areas: [
          { code: "29479", name: "Ngãi Xuyên", met: "all", level: "ntm", since: "2022" },
          { code: "29482", name: "Kim Sơn", met: "all", level: "ntm", since: "2022" },
        ],
      },
    ],
  },
  ntmLevel: {
    ...said("A level of the programme.", "Một mức của chương trình."),
    ...namedRow(LEVELS, ["of"], {
      unit: ref("text", "What is counted.", "Đơn vị được đếm.", { examples: ["xã", "thị trấn"] }),
      count: ref(
        "countFigure",
        "How many reached the level, in a section of one period.",
        "Số đã đạt, khi phần này có một kỳ.",
        { examples: [15] },
      ),
      counts: ref(
        "countValues",
        "How many reached the level, in a section over time: one for each period.",
        "Số đã đạt, khi phần này có nhiều kỳ: mỗi kỳ một số.",
      ),
      of: {
        ...said(
          "Of how many; over time also a list, one for each period.",
          "Tổng số; theo thời gian có thể là danh sách, mỗi kỳ một số.",
        ),
        ...oneOrEach("whole"),
        examples: [15],
      },
      share: {
        ...said(
          "A published share, in per cent, that differs from count ÷ of: it stands.",
          "Tỷ lệ đã công bố, phần trăm, khác với phép chia: được giữ nguyên.",
        ),
        ...oneOrEach("shareFigure"),
        examples: [79.3],
      },
    }),
  },
  ntmBin: {
    ...said("Areas that meet so many criteria.", "Số địa bàn đạt chừng ấy tiêu chí."),
    ...object(["count"], {
      from: ref("count", "The fewest criteria.", "Ít nhất bao nhiêu tiêu chí.", {
        maximum: MAX_CRITERIA,
      }),
      to: ref("count", "The most criteria.", "Nhiều nhất bao nhiêu tiêu chí.", {
        maximum: MAX_CRITERIA,
      }),
      count: ref("countFigure", "The number of areas.", "Số địa bàn."),
      share: ref(
        "shareFigure",
        "A published share, in per cent, that differs from count ÷ of: it stands.",
        "Tỷ lệ đã công bố, phần trăm, khác với phép chia: được giữ nguyên.",
      ),
      ...annotation,
    }),
    anyOf: [{ required: ["from"] }, { required: ["to"] }],
    examples: [
      { from: 15, to: 18, count: 29, share: 28 },
      { to: 7, count: 0 },
    ],
  },
  criteria: {
    ...said(
      "The name of a built-in set, or a set of its own.",
      "Tên của một bộ có sẵn, hoặc một bộ tiêu chí riêng.",
    ),
    anyOf: [{ enum: SETS }, list(ref("criterion"), MAX_CRITERIA)],
    examples: [SETS[0]],
  },
  criterion: {
    ...said("A criterion of a set of one's own.", "Một tiêu chí của bộ tiêu chí riêng."),
    ...object(["id", "name"], {
      id: ref("id", "What “met” refers to.", "Mã mà “met” nhắc đến.", { examples: ["1"] }),
      name: ref("text", "What the criterion is about.", "Tên tiêu chí."),
      group: ref("text", "The group that it belongs to.", "Nhóm tiêu chí."),
    }),
  },
  ntmArea: {
    ...said("A commune or another area.", "Một xã hoặc địa bàn khác."),
    ...object(["code", "name"], {
      code: ref(
        "id",
        "Its code; areas may share a name, never a code.",
        "Mã; các địa bàn có thể trùng tên, không trùng mã.",
        { examples: ["29479"] },
      ),
      name: ref("text", "Its name.", "Tên.", { examples: ["Ngãi Xuyên"] }),
      met: {
        ...said(
          "The criteria that are met: all; the ids of those met (others are not); a state by id; or only how many.",
          "Tiêu chí đã đạt: tất cả; mã của các tiêu chí đã đạt (còn lại là chưa đạt); trạng thái theo mã; hoặc chỉ số lượng.",
        ),
        anyOf: [
          { const: "all" },
          { type: "array", maxItems: MAX_CRITERIA, items: ref("id") },
          {
            type: "object",
            patternProperties: { "^(\\$|x-)": true },
            additionalProperties: { enum: [true, false, null, "notApplicable"] },
          },
          ref("countFigure"),
        ],
        examples: ["all", ["1", "2"], { 1: true, 2: false, 3: null, 4: "notApplicable" }, 17],
      },
      level: ref("id", "The level that it has reached.", "Mức đã đạt.", { examples: LEVELS }),
      since: ref("date", "When it reached the level.", "Đạt từ khi nào.", {
        examples: ["2022"],
      }),
      criteria: ref(
        "criteria",
        "A set of its own; each set has a panel.",
        "Bộ tiêu chí riêng; mỗi bộ một bảng.",
      ),
      ...annotation,
    }),
  },
};
