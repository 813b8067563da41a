import { heading, list, MAX_SERIES, namedRow, object, ref, said } from "./form.mjs";

export const livingStandards = {
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
