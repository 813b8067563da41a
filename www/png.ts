import type { Chart } from "./chart.js";
import { Trouble } from "./error.js";

/** The chart on a canvas of its own as a file, with what the SVG says of title and source. */
export async function drawPng(chart: Chart, width: number, pixelRatio: number): Promise<Blob> {
  const canvas = document.createElement("canvas");
  const drawn = chart.draw(canvas, { width, pixelRatio });
  const png = await new Promise<Blob>((resolve, reject) => {
    canvas.toBlob((blob) =>
      blob && drawn.width ? resolve(blob) : reject(new Trouble("limit", "noPicture")),
    );
  });
  return withFacts(png, chart.svg());
}

/** A picture that lacks its facts is better than none. */
async function withFacts(png: Blob, svg: string) {
  const writer = await import("./png-facts/write.js").catch(() => undefined);
  return writer ? writer.withFacts(png, svg) : png;
}
