// The element as a page uses it, with summary, table, keys and tooltip.
// The page has loaded dist/district-charts.js.

const NAMES = { criteria: "ntm-criteria", series: "poverty" };

export const growth = (place, data) => chart(place, "growth", data);
export const poverty = (place, data) => chart(place, "poverty", data);
export const series = (place, data) => chart(place, "series", data);
export const criteria = (place, data) => chart(place, "criteria", data);

function chart(place, kind, data) {
  const element = document.createElement("district-chart");
  element.chart = NAMES[kind] ?? kind;
  element.data = data;
  place.append(element);
  const { shadowRoot } = element;
  return {
    element,
    canvases: () => [shadowRoot.querySelector("canvas")],
    ready: element.updateComplete,
    update(other) {
      element.data = other;
      return element.updateComplete;
    },
    marks: () => marksOf(shadowRoot, element.chart, element.data),
  };
}

/** Where each figure is, by the same layout: the element itself tells it to keys alone. */
async function marksOf(shadowRoot, kind, data) {
  const { Chart, load } = await import("../../dist/core.js");
  await load();
  const canvas = shadowRoot.querySelector("canvas");
  const { fontFamily, fontSize } = getComputedStyle(shadowRoot.querySelector(".probe"));
  const theme = { fontFamily, fontSize: Number.parseFloat(fontSize) };
  const chart = new Chart(data, { chart: kind, frame: "plot", theme });
  chart.draw(document.createElement("canvas"), { width: canvas.clientWidth });
  const marks = [];
  for (let tip = chart.step(null, "first"); tip; tip = chart.step(tip.id, "next")) {
    // Of an area, its cells are the marks.
    if (kind !== "ntm-criteria" || !tip.id.endsWith(":0")) marks.push(tip.anchor);
  }
  chart.free();
  return marks;
}
