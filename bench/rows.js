// What is measured, and the ratio that each is to come to: ours ÷ the peer's, or a
// figure of our own with its unit where no peer does the same.

const TWO = ["growth", "poverty"];
const THREE = [...TWO, "criteria"];
const HUNDRED = Array.from({ length: 100 }, () => "poverty");
/** Every commune there was, and those of 2025. */
const ALL = 10_598;
const NOW = 3321;

export const rows = [
  { group: "Bytes", name: "two charts", visit: { charts: TWO }, of: "bytes", bars: { uplot: 1 } },
  {
    group: "Bytes",
    name: "three charts",
    visit: { charts: THREE },
    of: "bytes",
    bars: { chartjs: 0.63, echarts: 0.2 },
  },
  { group: "Navigation", name: "two charts", visit: { charts: TWO }, bars: { uplot: 1 } },
  {
    group: "Navigation",
    name: "three charts",
    visit: { charts: THREE },
    bars: { chartjs: 0.6, echarts: 0.6 },
  },
  {
    group: "Navigation",
    name: "two charts, slow 4G, CPU 4× slower",
    visit: { charts: TWO, slow: true },
    bars: { uplot: 1 },
  },
  { group: "100 charts", name: "time", visit: { charts: HUNDRED }, bars: { uplot: 1 } },
  {
    group: "100 charts",
    name: "memory, heap and wasm",
    visit: { charts: HUNDRED },
    of: "memory",
    unit: "MB",
    own: 3,
    peers: ["uplot", "chartjs"],
  },
  redraw("growth", { uplot: 1, chartjs: 0.3 }),
  redraw("poverty", { uplot: 1, chartjs: 0.3 }),
  redraw("criteria", { echarts: 0.1 }, "17 × 19 criteria"),
  first("criteria", NOW, { echarts: 0.1 }),
  first("criteria", ALL, { echarts: 0.1 }),
  first("series", NOW, { echarts: 0.1, chartjs: 0.1 }),
  {
    group: "Growth of time",
    name: "20,000 areas ÷ 20 × 1,000 areas",
    page: "linear",
    args: ["criteria", 1000, 20_000],
    unit: "×",
    own: 1.1,
  },
  {
    group: "Pointer",
    name: "one of 3,321 series found",
    page: "find",
    args: ["series", NOW],
    unit: "ms",
    own: 1,
  },
  {
    group: "Pointer",
    name: "to tooltip, script",
    page: "hover",
    args: ["poverty"],
    unit: "ms",
    own: 1,
  },
];

function redraw(kind, bars, name = kind) {
  return { group: "Redraw", name, page: "redraw", args: [kind], bars };
}

function first(kind, count, bars) {
  const many = `${count.toLocaleString("en")} ${kind === "series" ? "series × 15" : "× 19 criteria"}`;
  return { group: "First draw", name: many, page: "first", args: [kind, count], bars };
}
