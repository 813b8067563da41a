import { list, MAX_SERIES, namedRow, object, overTime, ref, said } from "./form.mjs";

export const poverty = {
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
        maxItems: 100,
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
