// uPlot: lines and bars; it has no grid of cells.
import uPlot from "uplot";
import { COLORS, NAMES, rowsOfGrowth } from "./common.js";

const SIZE = { width: 720, height: 360 };
const fromZero = (_, __, highest) => [0, highest * 1.1];

export function growth(place, document) {
  const { names } = rowsOfGrowth(document);
  const dataOf = (of) => {
    const { values } = rowsOfGrowth(of);
    return [values.map((_, index) => index), values];
  };
  return chart(place, dataOf, document, {
    scales: { x: { time: false, range: [-0.5, names.length - 0.5] }, y: { range: fromZero } },
    axes: [{ splits: () => names.map((_, at) => at), values: () => names }, {}],
    series: [{}, { label: "%", fill: COLORS[0], paths: uPlot.paths.bars({ size: [0.6, 100] }) }],
  });
}

export function poverty(place, document) {
  const dataOf = ({ poverty: { periods, series } }) => [
    periods.map(Number),
    ...series.map(({ values }) => values),
  ];
  const series = document.poverty.series.map(({ id }, index) => ({
    label: NAMES[id],
    stroke: COLORS[index],
    width: 2,
    points: { show: true },
  }));
  return chart(place, dataOf, document, {
    scales: { x: { time: false }, y: { range: fromZero } },
    series: [{}, ...series],
  });
}

function chart(place, dataOf, document, options) {
  const drawn = new uPlot({ ...SIZE, title: document.place, ...options }, dataOf(document), place);
  const done = () => new Promise((resolve) => queueMicrotask(resolve));
  return {
    canvases: () => [drawn.ctx.canvas],
    // It draws in a microtask of its own.
    ready: done(),
    update(other) {
      drawn.setData(dataOf(other));
      return done();
    },
    marks: () =>
      drawn.data.slice(1).flatMap((values, index) =>
        values.map((value, at) => ({
          x: drawn.bbox.left / devicePixelRatio + drawn.valToPos(drawn.data[0][at], "x"),
          y:
            drawn.bbox.top / devicePixelRatio +
            drawn.valToPos(value, drawn.series[index + 1].scale),
        })),
      ),
  };
}
