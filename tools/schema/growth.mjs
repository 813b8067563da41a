import {
  keyedRow,
  list,
  MAX_SERIES,
  namedRow,
  object,
  overTime,
  ref,
  SECTORS,
  said,
} from "./form.mjs";

export const growth = {
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
