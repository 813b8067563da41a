import { list, MAX_SERIES, namedRow, object, overTime, ref, SECTORS, said, when } from "./form.mjs";

export const structure = {
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
