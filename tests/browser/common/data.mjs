// One document, as an editor would write it, for the pages of the tests.
export const district = {
  version: 1,
  place: { vi: "Huyện Trà Cú, tỉnh Trà Vinh", en: "Trà Cú district, Trà Vinh province" },
  sources: [{ id: "web", name: "Trang Thông tin điện tử huyện Trà Cú", date: "2024-01-05" }],
  growth: {
    measure: "Giá trị sản xuất, giá so sánh 2010",
    unit: "%",
    periods: ["2023"],
    sectors: [
      { id: "I", values: [{ value: null, direction: "up" }] },
      { id: "II", values: [{ value: 36, qualifier: "over" }] },
      { id: "III", values: [{ value: null, direction: "up" }] },
    ],
    total: { values: [16.6] },
  },
  structure: {
    periods: ["2022", "2023"],
    sectors: [
      { id: "total", values: [100, 100] },
      { id: "I", values: [28.34, 27.31] },
      { id: "II", values: [35.92, 38.6] },
      { id: "III", values: [35.74, 34.09] },
    ],
  },
  poverty: {
    unit: "%",
    periods: ["2021", "2022", "2023"],
    series: [
      { id: "poor", values: [null, 4.47, { value: 2.33, count: 1011, of: 43369 }] },
      { id: "nearPoor", values: [null, null, 2.8] },
    ],
    breaks: [{ before: "2022", note: "Chuẩn nghèo 2022–2025" }],
  },
  livingStandards: {
    period: "2023",
    groups: [
      { id: "poor", share: 2.33 },
      { id: "average", share: { value: 48, qualifier: "over" } },
    ],
  },
  ntm: {
    period: "2023",
    levels: [
      { id: "ntm", count: 15, of: 15 },
      { id: "ntmAdvanced", count: 2, of: 15 },
      { id: "urban", count: 2, of: 2, unit: "thị trấn" },
    ],
  },
};

/** The same as JSON inside an element. */
export const inline = `<script type="application/json">${JSON.stringify(district)}</script>`;
