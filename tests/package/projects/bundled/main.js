import "district-charts";
import { load, validate } from "district-charts/core";
import { fromStatistics } from "district-charts/jsonstat";
import data from "../data.json";

const [published, converted] = document.querySelectorAll("district-chart");
published.data = data;
converted.data = fromStatistics(
  {
    columns: [
      { code: "Năm", text: "Năm", type: "t" },
      { code: "Hộ nghèo", text: "Hộ nghèo", type: "c" },
    ],
    data: [
      { key: ["2022"], values: ["4.47"] },
      { key: ["2023"], values: ["2.33"] },
    ],
  },
  { section: "poverty", place: data.place },
);

await load();
window.issues = validate({ version: 1 });
