// Something to begin with: figures of the demo, as a table and as JSON.
import type { Work } from "./memory.js";

const TABLE = [
  ["Giá trị sản xuất tăng so với cùng kỳ", ""],
  ["Khu vực", "Năm 2023"],
  ["Khu vực I", "tăng, không nêu số"],
  ["Khu vực II", "trên 36%"],
  ["Khu vực III", "tăng, không nêu số"],
  ["Tổng số", "16,6%"],
  ["Nguồn: Trang Thông tin điện tử huyện Trà Cú", ""],
];

type Example = Pick<Work, "text"> & Partial<Work>;

export const EXAMPLES: Record<string, () => Promise<Example>> = {
  async table() {
    const text = TABLE.map((cells) => cells.join("\t")).join("\n");
    return { text, place: "Huyện Trà Cú, tỉnh Trà Vinh" };
  },
  async json() {
    const response = await fetch("data/tra-cu-2023.json");
    return { text: await response.text() };
  },
};
