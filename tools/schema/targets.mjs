import { figure, figureKeys } from "./figure.mjs";
import { annotation, heading, list, MAX_SERIES, object, ref, said } from "./form.mjs";

export const targets = {
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
    ...figure({
      ...figureKeys,
      unit: ref("text", "The unit of the change.", "Đơn vị của mức thay đổi.", {
        examples: ["%", "điểm phần trăm"],
      }),
      since: ref("text", "The period that it is held against.", "So với kỳ nào.", {
        examples: ["2022"],
      }),
    }),
    examples: [{ value: 16.6, unit: "%", since: "2022" }],
  },
};
