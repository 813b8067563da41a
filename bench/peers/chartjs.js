// Chart.js with what it takes for each chart, and no more: title, legend and tooltip
// are what the element shows too.
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Title,
  Tooltip,
} from "chart.js";
import { COLORS, canvasIn, cellsOf, NAMES, rowsOfGrowth } from "./common.js";

export function growth(place, document) {
  Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, Title, Tooltip);
  const dataOf = (of) => {
    const { names, values } = rowsOfGrowth(of);
    return { labels: names, datasets: [{ data: values, backgroundColor: COLORS[0] }] };
  };
  return chart(place, "bar", dataOf, document, {
    indexAxis: "y",
    plugins: { title: { display: true, text: document.place }, legend: { display: false } },
  });
}

export function poverty(place, document) {
  registerLines();
  return chart(place, "line", linesOf, document, {
    plugins: { title: { display: true, text: document.place } },
    scales: { y: { beginAtZero: true } },
  });
}

export function series(place, document) {
  registerLines();
  return chart(place, "line", linesOf, document, {
    plugins: { title: { display: true, text: document.place }, legend: { display: false } },
    elements: { point: { radius: 0 }, line: { borderWidth: 1 } },
    scales: { y: { beginAtZero: true } },
  });
}

/** Without the matrix of a further package: squares at the points of a grid. */
export function criteria(place, document) {
  Chart.register(LinearScale, Legend, PointElement, ScatterController, Title, Tooltip);
  const { areas } = document.ntm;
  const points = (of, wanted) =>
    cellsOf(of)
      .filter(({ met }) => met === wanted)
      .map(({ column, row }) => ({ x: column, y: row }));
  const dataOf = (of) => ({
    datasets: [true, false].map((met, index) => ({
      label: met ? "Đạt" : "Chưa đạt",
      data: points(of, met),
      backgroundColor: COLORS[index],
    })),
  });
  return chart(place, "scatter", dataOf, document, {
    elements: { point: { pointStyle: "rect", radius: 5 } },
    plugins: { title: { display: true, text: document.place } },
    scales: {
      x: { min: -1, max: 19, ticks: { stepSize: 1, callback: (value) => value + 1 } },
      y: {
        min: -1,
        max: areas.length,
        ticks: { stepSize: 1, callback: (row) => areas[row]?.name },
      },
    },
  });
}

function registerLines() {
  Chart.register(
    CategoryScale,
    Legend,
    LinearScale,
    LineController,
    LineElement,
    PointElement,
    Title,
    Tooltip,
  );
}

function linesOf({ poverty }) {
  return {
    labels: poverty.periods,
    datasets: poverty.series.map(({ id, name, values }, index) => ({
      label: name ?? NAMES[id],
      data: values,
      borderColor: COLORS[index % COLORS.length],
    })),
  };
}

function chart(place, type, dataOf, document, options) {
  const canvas = canvasIn(place);
  const drawn = new Chart(canvas, {
    type,
    data: dataOf(document),
    options: { animation: false, locale: "vi", ...options },
  });
  return {
    canvases: () => [canvas],
    update(other) {
      drawn.data = dataOf(other);
      drawn.update("none");
    },
    marks: () => drawn.getSortedVisibleDatasetMetas().flatMap(({ data }) => data.map(placeOf)),
  };
}

function placeOf({ x, y }) {
  return { x, y };
}
