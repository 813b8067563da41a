// One browser for a test file, a site and a page for each test.
import { after, before } from "node:test";
import { launchEngine } from "../../../tools/engines.mjs";
import { engine } from "./engine.mjs";
import { site } from "./site.mjs";

let browser;

/** Starts the browser before the tests of the file that calls it, and ends it after them. */
export function useBrowser(options) {
  before(async () => {
    browser = await launchEngine(engine, options);
  });
  after(() => browser.close());
}

/**
 * Opens `path` of a site with these answers, and gives `work` the page, with
 * `problems`: what came to the console, uncaught errors, violations of a policy.
 */
export async function open(answers, work, { path = "/", headers, width = 800, prepare } = {}) {
  const page = await browser.newPage();
  const preparation = page.preparation === undefined ? undefined : () => page.preparation;
  const served = await site(answers, { headers, preparation });
  try {
    const problems = [];
    page.on("console", (message) => problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(`${error}`));
    await page.evaluateOnNewDocument(() => {
      addEventListener("error", (event) => console.error(`error: ${event.message}`));
      addEventListener("unhandledrejection", (event) => console.error(`rejected: ${event.reason}`));
      document.addEventListener("securitypolicyviolation", (event) =>
        console.error(`violation: ${event.violatedDirective} ${event.blockedURI}`),
      );
      // In the order they came: [type, code or detail], the latter as JSON has it.
      window.events = [];
      const copy = (detail) => JSON.parse(JSON.stringify(detail ?? null));
      for (const type of ["dc-ready", "dc-error", "dc-select"]) {
        addEventListener(type, ({ detail }) =>
          window.events.push([type, detail?.code ?? copy(detail)]),
        );
      }
    });
    await page.setViewport({ width, height: 700 });
    await prepare?.(page);
    await page.goto(served.url + path);
    await work(page, { problems, asked: served.asked, url: served.url });
  } finally {
    await page.close();
    await served.close();
  }
}

/**
 * Whether the first chart of the page was drawn, and again beside a scrollbar that it called
 * up: a picture that comes later would take away what keys and pointer show.
 */
export function drawn(page, selector = "district-chart") {
  return page.evaluate(async (selector) => {
    await customElements.whenDefined("district-chart");
    const isDrawn = await document.querySelector(selector).updateComplete;
    // A hidden tab has no frames.
    const frame = () => document.hidden || new Promise((done) => requestAnimationFrame(done));
    for (let i = 0; i < 2; i++) await frame();
    return isDrawn;
  }, selector);
}

/** The text of a part, null where it is not shown. */
export function part(page, name, selector = "district-chart") {
  return page.evaluate(
    (name, selector) => {
      const found = document.querySelector(selector).shadowRoot.querySelector(`[part~="${name}"]`);
      return found.checkVisibility() ? found.textContent : null;
    },
    name,
    selector,
  );
}

/** Two frames: what was asked for a frame is done. */
export function frames(page) {
  return page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

/** Whether the page's own content of the element, a `<p>`, is shown. */
export function showsFallback(page, selector = "district-chart") {
  return page.evaluate((at) => document.querySelector(`${at} > p`).checkVisibility(), selector);
}

/** The canvas of the first chart: its size in CSS pixels, and its bitmap's. */
export function canvasSize(page) {
  return page.evaluate(() => {
    const canvas = document.querySelector("district-chart").shadowRoot.querySelector("canvas");
    const { width, height } = canvas.getBoundingClientRect();
    return { width, height, bitmap: [canvas.width, canvas.height] };
  });
}

/** The colour of the canvas at a point in CSS pixels, as [red, green, blue, alpha]. */
export function pixel(page, x, y) {
  return page.evaluate(
    (x, y) => {
      const canvas = document.querySelector("district-chart").shadowRoot.querySelector("canvas");
      const scale = canvas.width / canvas.getBoundingClientRect().width;
      return [...canvas.getContext("2d").getImageData(x * scale, y * scale, 1, 1).data];
    },
    x,
    y,
  );
}

/** By the page's own clock, however busy it is: what the last key has to say is said. */
export function restOfKeys(page) {
  return page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
}
