// The JSON Schema (draft 2020-12) of a chart's document, made anew in each build. It
// says what can be said without looking at two places of a document at once; the rest
// (lengths of rows, ids that stand twice, sums, order of time) is the validator's.
// Held by tests/node/schema.test.mjs to the types, to the validator and to the corpus.
//
// `x-vi` is the description in Vietnamese.

const MAX_NUMBER = 1e15;
const MAX_PERIODS = 2_000;
const MAX_SERIES = 5_000;
const MAX_AREAS = 20_000;
const MAX_CRITERIA = 200;
const MAX_CHARACTERS = 2_000;

/** An entry that refers to another, with its own words where they say more. */
const ref = (name, en, vi, more) => ({ ...said(en, vi), $ref: `#/$defs/${name}`, ...more });
const said = (en, vi) => (en ? { description: en, "x-vi": vi } : {});

/** A map of just these keys, and those that belong to the document's author. */
const object = (required, properties, more) => ({
  type: "object",
  properties,
  patternProperties: { "^(\\$|x-)": true },
  additionalProperties: false,
  required,
  ...more,
});

const when = (test, then, otherwise) => ({ if: test, then, else: otherwise });

const list = (items, maxItems, more) => ({ type: "array", minItems: 1, maxItems, items, ...more });

/** One for all periods, or one for each. */
const oneOrEach = (name) => ({ anyOf: [ref(name), list(ref(name), MAX_PERIODS)] });

const annotation = { note: ref("note"), source: ref("sourceId") };
const heading = { title: ref("title"), ...annotation };
const overTime = {
  ...heading,
  measure: ref("measure"),
  unit: ref("unit"),
  periods: ref("periods"),
};

/** A row whose id brings a name, or else needs one. */
const namedRow = (builtIn, required, properties) => ({
  ...object(["id", ...required], {
    id: {
      ...said(
        `Built in, with a name: ${builtIn.join(", ")}. Any other id needs a “name”.`,
        `Mã có sẵn tên: ${builtIn.join(", ")}. Mã khác phải có “name”.`,
      ),
      $ref: "#/$defs/id",
      examples: builtIn,
    },
    name: ref("rowName"),
    ...properties,
    ...annotation,
  }),
  ...when({ properties: { id: { enum: builtIn } } }, true, { required: ["name"] }),
});

/** A row whose key is its id. */
const keyedRow = () =>
  object(["values"], {
    name: ref("rowName"),
    values: ref("values"),
    ...annotation,
  });

const SECTORS = ["I", "II", "III", "taxes", "total"];
const LEVELS = ["ntm", "ntmAdvanced", "ntmModel", "ntmModern", "urban", "districtNtm"];
const SETS = ["commune-2021-2025", "commune-2026-2030", "urban-2022", "district-2021-2025"];
const REASONS = ["suppressed", "notCollected", "notApplicable"];

const isNull = { properties: { value: { type: "null" } } };
const isNumber = { properties: { value: { type: "number" } } };

const figureKeys = {
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

/** A figure within limits, whether it is a number or an object. */
const limited = (limits, en, vi) =>
  ref("figure", en, vi, { ...limits, properties: { value: limits } });

const texts = {
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

const times = {
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

const valuesOf = (kind, examples) => ({
  ...said("One figure for each period.", "Mỗi kỳ một số."),
  ...list(ref(kind), MAX_PERIODS, { examples }),
});

const numbers = {
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
    ...object(["value"], figureKeys),
    type: ["number", "null", "object"],
    minimum: -MAX_NUMBER,
    maximum: MAX_NUMBER,
    allOf: figureRules,
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

const growth = {
  growth: {
    ...said(
      "Growth by economic sector: the chart “growth”.",
      "Tăng trưởng theo khu vực kinh tế: biểu đồ “growth”.",
    ),
    ...object(["periods"], {
      ...overTime,
      sectors: list(ref("sector"), MAX_SERIES, {
        ...said("The sectors, one row each.", "Các khu vực, mỗi khu vực một dòng."),
      }),
      total: {
        ...said("The whole, drawn apart from its parts.", "Tổng số, vẽ tách khỏi các khu vực."),
        ...keyedRow(),
      },
      target: { ...said("What was planned.", "Mục tiêu đề ra."), ...keyedRow() },
    }),
    anyOf: [{ required: ["sectors"] }, { required: ["total"] }],
  },
  sector: {
    ...said("An economic sector with its rates of growth.", "Một khu vực kinh tế với tốc độ tăng."),
    ...namedRow(SECTORS, ["values"], {
      values: ref("values"),
      contributions: ref(
        "values",
        "Contributions to the total in percentage points, one for each period.",
        "Đóng góp vào mức tăng chung, điểm phần trăm, mỗi kỳ một số.",
        { examples: [[6.56]] },
      ),
    }),
  },
};

const structure = {
  structure: {
    ...said(
      "Shares of output by sector: the chart “structure”.",
      "Cơ cấu theo khu vực kinh tế: biểu đồ “structure”.",
    ),
    ...object(["periods", "sectors"], {
      ...overTime,
      sectors: list(ref("sectorShare"), MAX_SERIES, {
        ...said(
          "The sectors, whose shares make the whole.",
          "Các khu vực, cộng lại thành tổng số.",
        ),
      }),
    }),
    examples: [
      {
        measure: "GRDP, giá hiện hành",
        periods: ["2023", "2024"],
        sectors: [
          { id: "I", values: [28.34, 27.31] },
          { id: "II", values: [35.92, { value: 38.6, decimals: 2 }] },
          { id: "III", values: [30.31, 29.03] },
          { id: "taxes", values: [5.43, 5.06] },
        ],
      },
    ],
  },
  sectorShare: {
    ...said("An economic sector with its shares.", "Một khu vực kinh tế với tỷ trọng."),
    ...namedRow(SECTORS, ["values"], { values: ref("signedShareValues") }),
    allOf: [
      when({ properties: { id: { const: "taxes" } } }, true, {
        properties: { values: ref("shareValues") },
      }),
    ],
  },
};

const poverty = {
  poverty: {
    ...said(
      "Poverty over time: the chart “poverty”.",
      "Tình hình nghèo theo thời gian: biểu đồ “poverty”.",
    ),
    ...object(["periods", "series"], {
      ...overTime,
      series: list(ref("povertySeries"), MAX_SERIES, {
        ...said("The groups of households, one line each.", "Các nhóm hộ, mỗi nhóm một đường."),
      }),
      breaks: {
        ...said(
          "Where another standard begins; no line crosses it.",
          "Nơi bắt đầu chuẩn khác; không nối đường qua đó.",
        ),
        type: "array",
        maxItems: MAX_PERIODS,
        items: object(["before"], {
          before: ref(
            "string",
            "The label of the first period under the new standard: the second period or a later one.",
            "Tên kỳ đầu tiên theo chuẩn mới: từ kỳ thứ hai trở đi.",
            { examples: ["2022"] },
          ),
          note: ref("text", "The name of the new standard.", "Tên của chuẩn mới.", {
            examples: ["Chuẩn nghèo 2022–2025"],
          }),
        }),
      },
    }),
    examples: [
      {
        periods: ["2021", "2022", "2023"],
        series: [
          { id: "poor", values: [null, 4.47, { value: 2.33, count: 1011, of: 43369 }] },
          { id: "nearPoor", values: [null, null, 2.8] },
        ],
        breaks: [{ before: "2022", note: "Chuẩn nghèo 2022–2025" }],
      },
    ],
  },
  povertySeries: {
    ...said("A group of households with its rates.", "Một nhóm hộ với tỷ lệ."),
    ...namedRow(["poor", "nearPoor"], ["values"], { values: ref("positiveValues") }),
  },
};

const livingStandards = {
  livingStandards: {
    ...said(
      "Households by standard of living: the chart “living-standards”.",
      "Hộ theo mức sống: biểu đồ “living-standards”.",
    ),
    ...object(["period", "groups"], {
      ...heading,
      measure: ref("measure"),
      unit: ref("unit"),
      period: ref("onePeriod"),
      groups: list(ref("livingStandardsGroup"), MAX_SERIES, {
        ...said("The groups, from poor to rich.", "Các nhóm, từ nghèo đến giàu."),
      }),
    }),
    examples: [
      {
        period: "2023",
        groups: [
          { id: "poor", share: 2.33 },
          { id: "nearPoor", share: 2.8 },
          { id: "average", share: { value: 48, qualifier: "over" } },
          { id: "fair", share: { value: 36, qualifier: "over" } },
          { id: "rich", share: { value: 2.3, qualifier: "over" } },
        ],
      },
    ],
  },
  livingStandardsGroup: {
    ...said("A group of households.", "Một nhóm hộ."),
    ...namedRow(["poor", "nearPoor", "average", "fair", "rich"], ["share"], {
      share: ref(
        "shareFigure",
        "Its share of all households, in per cent.",
        "Tỷ lệ trong tổng số hộ, phần trăm.",
        { examples: [2.33, { value: 48, qualifier: "over" }] },
      ),
    }),
  },
};

/** Of a level in a section of one period, and in one over time. */
const levelOnce = {
  required: ["count"],
  properties: { of: { type: "number" }, share: { type: ["number", "null", "object"] } },
};
const levelOverTime = { required: ["counts"], properties: { share: { type: "array" } } };

const ntm = {
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

const targets = {
  targets: {
    ...said(
      "Plan against result, and key figures: the chart “targets”.",
      "Kết quả so với kế hoạch, và số liệu chính: biểu đồ “targets”.",
    ),
    ...object(["period", "items"], {
      ...heading,
      period: ref("onePeriod"),
      basis: ref("basis"),
      items: list(ref("targetItem"), MAX_SERIES, {
        ...said(
          "The targets and key figures, one row each.",
          "Các chỉ tiêu và số liệu chính, mỗi mục một dòng.",
        ),
      }),
    }),
    examples: [
      {
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
            name: "Tổng giá trị sản xuất",
            unit: "tỷ đồng",
            actual: { value: 14120, qualifier: "over" },
            achieved: { value: 101, qualifier: "over" },
            change: { value: 16.6, unit: "%", since: "2022" },
          },
          { name: "Công trình xây dựng cơ bản", unit: "công trình", actual: 94, of: 126 },
        ],
      },
    ],
  },
  targetItem: {
    ...said(
      "A target with its result, a part of a whole, or a plain key figure.",
      "Một chỉ tiêu với kết quả, một phần của tổng số, hoặc chỉ một số liệu chính.",
    ),
    ...object(["name"], {
      id: ref("id", "By which “highlight” finds the row.", "Mã để “highlight” tìm dòng này."),
      group: ref("text", "The heading that it stands under.", "Nhóm chứa mục này.", {
        examples: ["Kinh tế"],
      }),
      name: ref("text", "What is planned or counted.", "Tên chỉ tiêu.", {
        examples: ["Vốn đầu tư toàn xã hội"],
      }),
      unit: ref("text", "Its unit.", "Đơn vị tính.", { examples: ["tỷ đồng"] }),
      basis: ref("basis"),
      actual: ref("figure", "What was reached.", "Kết quả.", { examples: [3443] }),
      plan: ref("figure", "What was planned.", "Kế hoạch."),
      achieved: ref(
        "positiveFigure",
        "actual ÷ plan in per cent, as published: it stands.",
        "Kết quả so với kế hoạch, phần trăm, như đã công bố: được giữ nguyên.",
        { examples: [{ value: 89, qualifier: "over" }] },
      ),
      of: ref(
        "wholeAmount",
        "A whole of which “actual” is a part: progress without a verdict.",
        "Tổng số mà “actual” là một phần: tiến độ, không xếp đạt hay chưa.",
        { examples: [126] },
      ),
      change: ref("targetChange"),
      better: {
        ...said(
          "Which way is better; higher where it is left out.",
          "Cao hơn hay thấp hơn là tốt; không ghi thì cao hơn là tốt.",
        ),
        enum: ["higher", "lower"],
      },
      outcome: {
        ...said(
          "The published verdict: it stands. Without it one is worked out where that is certain.",
          "Kết luận đã công bố: được giữ nguyên. Không ghi thì tính ra, nếu chắc chắn.",
        ),
        enum: ["met", "notMet", "exceeded"],
      },
      ...annotation,
    }),
    anyOf: ["actual", "plan", "achieved", "outcome"].map((key) => ({ required: [key] })),
    dependentRequired: { of: ["actual"] },
  },
  targetChange: {
    ...said(
      "How it changed, as published: negative where it fell.",
      "Mức thay đổi đã công bố: giảm thì ghi số âm.",
    ),
    ...object(["value"], {
      ...figureKeys,
      unit: ref("text", "The unit of the change.", "Đơn vị của mức thay đổi.", {
        examples: ["%", "điểm phần trăm"],
      }),
      since: ref("text", "The period that it is held against.", "So với kỳ nào.", {
        examples: ["2022"],
      }),
    }),
    type: ["number", "null", "object"],
    minimum: -MAX_NUMBER,
    maximum: MAX_NUMBER,
    allOf: figureRules,
    examples: [{ value: 16.6, unit: "%", since: "2022" }],
  },
};

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
