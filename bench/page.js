// What the pages of the benchmark can do; bundled with one peer each.
import { documents } from "./documents.js";

const TURNS = 40;
const POINTS = 60;

/** Draws what the page's JSON names, then says so: what a visit measures. */
export async function draw(peer) {
  const charts = JSON.parse(document.querySelector("#charts").textContent);
  const drawn = charts.map(({ kind, data }) => peer[kind](place(), data));
  await Promise.all(drawn.map(({ ready }) => ready));
  window.drawn();
}

/** Puts the measures of a page that is open already where the browser's driver finds them. */
export function offer(peer) {
  Object.assign(window, { measures: measuresOf(peer) });
}

function measuresOf(peer) {
  async function open(kind, ...size) {
    const chart = peer[kind](place(), documents[kind](0, ...size));
    await chart.ready;
    return chart;
  }

  return {
    /** Marks, those of them without ink, and whether anything is there: no measure. */
    async look(kind, ...size) {
      const chart = await open(kind, ...size);
      const marks = await chart.marks();
      return { marks: marks.length, ...inkOf(chart.canvases(), marks) };
    },

    /** Once the document is there, to its pixels; once for all that is compiled then. */
    async first(kind, count) {
      const data = documents[kind](0, count);
      await open(kind, 20);
      return timed(async () => {
        const chart = peer[kind](place(), data);
        await chart.ready;
        chart.canvases().forEach(raster);
      });
    },

    async redraw(kind) {
      const chart = await open(kind);
      const times = [];
      for (let turn = 1; turn <= TURNS; turn++) {
        const data = documents[kind](turn);
        const time = await timed(async () => {
          await chart.update(data);
          chart.canvases().forEach(raster);
        });
        // Until all is compiled.
        if (turn > TURNS / 2) times.push(time);
      }
      return middle(times);
    },

    /** Of a `count` each picture is a first one, else the chart's next: for a profile. */
    async prepare(kind, count) {
      const chart = await open(kind, ...(count ? [20] : []));
      const data = Array.from({ length: count ? 1 : TURNS }, (_, turn) =>
        documents[kind](turn + 1, count),
      );
      window.drawAgain = async (turns) => {
        for (const document of data.slice(0, turns)) {
          const drawn = count ? peer[kind](place(), document) : chart;
          await (count ? drawn.ready : drawn.update(document));
          drawn.canvases().forEach(raster);
        }
      };
    },

    /** How much more than in proportion a document of many takes. */
    async linear(kind, few, many) {
      const times = [];
      for (let turn = 0; turn < 8; turn++) times.push(await this.first(kind, few));
      const time = await this.first(kind, many);
      return time / ((many / few) * middle(times.slice(2)));
    },

    async find(kind, count) {
      const { element } = await open(kind, count);
      return pointed(element);
    },

    /** Also an error where the picture itself is touched. */
    async hover(kind) {
      const { element, canvases } = await open(kind);
      const touched = watchDrawing(canvases()[0]);
      const time = await pointed(element);
      if (touched()) throw new Error("the picture was drawn again for a tooltip");
      return time;
    },
  };
}

/**
 * From a move of the pointer to the tooltip, moving on the marks of a chart: the script of
 * the move itself, and of the frame that shows the tooltip, where it takes its place.
 */
async function pointed(element) {
  const frame = requestAnimationFrame;
  let inFrame = 0;
  window.requestAnimationFrame = (work) =>
    frame(async () => {
      inFrame = await timed(work);
    });
  const plot = element.shadowRoot.querySelector(".plot");
  const tooltip = element.shadowRoot.querySelector("[part~=tooltip]");
  const box = plot.getBoundingClientRect();
  const times = [];
  let last;
  for (let index = 0; index < POINTS; index++) {
    const clientX = box.left + box.width * (0.1 + (0.7 * ((index * 7) % POINTS)) / POINTS);
    const clientY = box.top + box.height * (0.3 + (0.4 * ((index * 11) % POINTS)) / POINTS);
    const event = new PointerEvent("pointermove", { clientX, clientY, bubbles: true });
    inFrame = 0;
    const time = await timed(() => plot.dispatchEvent(event));
    await new Promise((shown) => frame(() => frame(shown)));
    if (tooltip.textContent !== last) times.push(time + inFrame);
    last = tooltip.textContent;
  }
  if (times.length < POINTS / 10) throw new Error("hardly a tooltip was shown");
  return middle(times);
}

function watchDrawing(canvas) {
  const context = canvas.getContext("2d");
  let calls = 0;
  for (const name of ["fill", "stroke", "fillRect", "fillText", "clearRect", "drawImage"]) {
    context[name] = () => {
      calls += 1;
    };
  }
  return () => calls > 0;
}

function place() {
  const place = document.createElement("div");
  place.style.width = "720px";
  document.body.append(place);
  return place;
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A pixel that is read has to be drawn before. */
function raster(canvas) {
  canvas.getContext("2d").getImageData(0, 0, 1, 1);
}

/** How many marks have nothing within three pixels that the picture's corner has not. */
function inkOf(canvases, marks) {
  const { width, height } = canvases[0];
  const flat = Object.assign(document.createElement("canvas"), { width, height });
  const context = flat.getContext("2d");
  for (const canvas of canvases) context.drawImage(canvas, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  const surface = pixels[0];
  const scale = width / canvases[0].getBoundingClientRect().width;
  const isBare = ({ x, y }) => {
    for (let dy = -3; dy <= 3; dy++) {
      for (let dx = -3; dx <= 3; dx++) {
        const at = Math.round(y * scale + dy) * width + Math.round(x * scale + dx);
        if (pixels[at] !== undefined && pixels[at] !== surface) return false;
      }
    }
    return true;
  };
  const isBlank = pixels.every((pixel) => pixel === surface);
  return { isBlank, bare: marks.filter(isBare).length };
}

function middle(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
