// ECharts, tree-shaken, on a canvas as the others.
import { BarChart, HeatmapChart, LineChart } from "echarts/charts";
import {
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
} from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { COLORS, cellsOf, NAMES, rowsOfGrowth } from "./common.js";

const HEIGHT = 360;
/** It puts what does not fit on top of each other. */
const MOST_HEIGHT = 1200;

export function growth(place, document) {
  use([BarChart, CanvasRenderer, GridComponent, TitleComponent, TooltipComponent]);
  const seriesOf = (of) => [
    { type: "bar", data: rowsOfGrowth(of).values, label: { show: true, position: "right" } },
  ];
  return chart(place, HEIGHT, seriesOf, document, {
    xAxis: { type: "value" },
    yAxis: { type: "category", data: rowsOfGrowth(document).names },
  });
}

export function poverty(place, document) {
  use([
    LineChart,
    CanvasRenderer,
    GridComponent,
    LegendComponent,
    TitleComponent,
    TooltipComponent,
  ]);
  return chart(place, HEIGHT, linesOf({ showSymbol: true }), document, {
    ...axesOfLines(document),
    legend: { top: 24 },
  });
}

export function series(place, document) {
  use([LineChart, CanvasRenderer, GridComponent, TitleComponent, TooltipComponent]);
  const thin = { showSymbol: false, lineStyle: { width: 1 } };
  return chart(place, HEIGHT, linesOf(thin), document, axesOfLines(document));
}

export function criteria(place, document) {
  use([
    CanvasRenderer,
    GridComponent,
    HeatmapChart,
    TitleComponent,
    TooltipComponent,
    VisualMapComponent,
  ]);
  const { areas } = document.ntm;
  const seriesOf = (of) => [
    {
      type: "heatmap",
      progressive: 0,
      data: cellsOf(of).map(({ column, row, met }) => [column, row, met ? 1 : 0]),
    },
  ];
  const height = Math.min(22 * areas.length + 100, MOST_HEIGHT);
  return chart(place, height, seriesOf, document, {
    xAxis: { type: "category", data: Object.keys(areas[0].met) },
    yAxis: { type: "category", data: areas.map(({ name }) => name) },
    visualMap: { min: 0, max: 1, dimension: 2, inRange: { color: COLORS.slice(0, 2) } },
  });
}

function linesOf(looks) {
  return ({ poverty }) =>
    poverty.series.map(({ id, name, values }) => ({
      type: "line",
      name: name ?? NAMES[id],
      data: values,
      ...looks,
    }));
}

function axesOfLines({ poverty }) {
  return { xAxis: { type: "category", data: poverty.periods }, yAxis: { type: "value" } };
}

function chart(place, height, seriesOf, document, options) {
  const drawn = init(place, null, { renderer: "canvas", height });
  paintAtOnce(drawn.getZr());
  drawn.setOption({
    animation: false,
    title: { text: document.place },
    tooltip: {},
    color: COLORS,
    ...options,
    series: seriesOf(document),
  });
  return {
    canvases: () => [...place.querySelectorAll("canvas")],
    update(other) {
      drawn.setOption({ series: seriesOf(other) });
    },
    marks: () => marksOf(drawn),
  };
}

/** Cells would be painted in slices, a frame each, for as many frames as it takes. */
function paintAtOnce(zrender) {
  const flush = zrender.flush.bind(zrender);
  zrender.flush = () => {
    for (const shape of zrender.storage.getDisplayList(true)) shape.incremental = 0;
    flush();
  };
}

/** Where the chart's own model has put each item: lines keep points, others a shape each. */
function marksOf(drawn) {
  const marks = [];
  drawn.getModel().eachSeries((series) => {
    const data = series.getData();
    const points = data.getLayout("points");
    for (let index = 0; index < data.count(); index++) {
      if (points) marks.push({ x: points[2 * index], y: points[2 * index + 1] });
      else marks.push(middleOf(data.getItemGraphicEl(index)));
    }
  });
  return marks;
}

function middleOf(shape) {
  const box = shape.getBoundingRect().clone();
  box.applyTransform(shape.getComputedTransform());
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
