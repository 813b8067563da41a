// Pictures of the real page: `npm run screenshots`.
//
// Every chart of the demo, in every theme and language, at a phone's and at a
// desk's width, into target/screenshots/, with a page, index.html, to look at them; the
// README's picture, docs/charts.png; and the one that is shown beside a link to the
// demo, www/share.png.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { launch } from "./browser.mjs";
import { build } from "./build.mjs";
import { LANGUAGES, setMedia, THEMES } from "./media.mjs";
import { serve } from "./serve.mjs";
import { setUp } from "./setup.mjs";
import { root, step, whenRun } from "./steps.mjs";

const FOLDER = resolve(root, "target/screenshots");
const WIDTHS = [360, 1280];

async function openDemo(browser, url, width, scale) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 900, deviceScaleFactor: scale });
  await page.goto(`${url}/demo/`, { waitUntil: "networkidle0" });
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  return page;
}

/** Waits until every chart shows what it was last asked for. */
async function settle(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (const chart of document.querySelectorAll("district-chart")) {
      chart.scrollIntoView();
      await chart.updateComplete;
    }
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

/** The names of the files. */
async function picturesOf(page, name) {
  const files = [];
  for (const [index, chart] of (await page.$$("district-chart")).entries()) {
    // On paper the demo leaves some out.
    if ((await chart.boundingBox()) === null) continue;
    const kind = await chart.evaluate((element) => element.getAttribute("chart"));
    const number = String(index + 1).padStart(2, "0");
    const file = `${number}-${kind}-${name}.png`;
    await chart.screenshot({ path: `${FOLDER}/${file}` });
    files.push(file);
  }
  return files;
}

async function everyPicture(browser, url) {
  const files = [];
  for (const width of WIDTHS) {
    const page = await openDemo(browser, url, width, width < 480 ? 2 : 1);
    const devtools = await page.createCDPSession();
    const take = async (name) => {
      for (const language of LANGUAGES) {
        await page.evaluate((lang) => {
          document.documentElement.lang = lang;
        }, language);
        await settle(page);
        files.push(...(await picturesOf(page, `${width}-${name}-${language}`)));
      }
    };
    for (const [theme, features] of Object.entries(THEMES)) {
      await setMedia(devtools, features);
      await take(theme);
    }
    await setMedia(devtools, {}, "print");
    // What is beyond the window is laid out anew for a picture: elsewhere, on paper.
    await page.setViewport({ ...page.viewport(), height: 5000 });
    await page.addStyleTag({ content: "@media print { body { padding: 24px } }" });
    await take("print");
    await page.close();
  }
  writeFileSync(`${FOLDER}/index.html`, contactSheet(files.sort()));
  return `${files.length} in target/screenshots; open its index.html`;
}

/** A page of all pictures, the states of one chart beside each other. */
function contactSheet(files) {
  const figures = files.map(
    (file) =>
      `<figure><img src="${file}" loading="lazy" alt=""><figcaption>${file}</figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Screenshots</title>
<style>
  body { display: flex; flex-wrap: wrap; align-items: start; gap: 16px; margin: 16px; background: #777; }
  figure { margin: 0; font: 12px sans-serif; }
  img { display: block; max-width: 520px; }
</style>
${figures.join("\n")}
`;
}

/** Three charts of the district side by side, as the README shows them. */
async function readmePicture(browser, url) {
  const page = await openSheet(browser, url, { width: 1120, height: 900, deviceScaleFactor: 2 });
  await page.evaluate(() => {
    const sheet = document.querySelector("#sheet");
    const [growth, poverty, ntm] = ["growth", "poverty", "ntm"].map((chart) => window.take(chart));
    sheet.append(growth, poverty, ntm);
    sheet.style.cssText = "display:grid;grid-template-columns:720px 360px;align-items:start";
    poverty.style.cssText = "margin:0;grid-row:1/3;grid-column:2";
    document.body.style.cssText = "margin:0;padding:8px;max-width:none;width:1090px";
  });
  await settle(page);
  const sheet = await page.$("#sheet");
  await sheet.screenshot({ path: resolve(root, "docs/charts.png") });
  await page.close();
  return "docs/charts.png";
}

/** What the page is about, to be read at a third of its size. */
async function sharePicture(browser, url) {
  const page = await openSheet(browser, url, { width: 1200, height: 630, deviceScaleFactor: 1 });
  await page.evaluate(() => {
    const heading = document.createElement("h1");
    heading.textContent = document.title.split(" · ")[0];
    heading.style.cssText = "margin:0;padding:20px 44px 0;font-size:50px";
    const growth = window.take("growth");
    growth.style.cssText = "margin:0 20px;--dc-font-size:18px";
    document.querySelector("#sheet").append(heading, growth);
    document.body.style.cssText = "margin:0;padding:0;max-width:none";
  });
  await settle(page);
  await page.screenshot({ path: resolve(root, "www/share.png") });
  await page.close();
  return "www/share.png";
}

/** The demo with an empty sheet in its place; `take` in it fetches a chart of the district. */
async function openSheet(browser, url, viewport) {
  const page = await browser.newPage();
  await page.setViewport(viewport);
  await page.goto(`${url}/demo/`, { waitUntil: "networkidle0" });
  await page.evaluate(() => {
    window.take = (chart) => {
      const taken = document.createElement("district-chart");
      for (const [name, value] of [
        ["chart", chart],
        ["src", "data/tra-cu-2023.json"],
        ["toolbar", "none"],
      ]) {
        taken.setAttribute(name, value);
      }
      taken.style.margin = "0";
      return taken;
    };
    const sheet = document.createElement("div");
    sheet.id = "sheet";
    document.body.replaceChildren(sheet);
  });
  return page;
}

await whenRun(import.meta.url, async () => {
  await setUp({ forTests: true });
  await build();
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(resolve(root, "docs"), { recursive: true });
  mkdirSync(FOLDER, { recursive: true });
  const server = await serve({ root: resolve(root, "dist") });
  const browser = await launch();
  try {
    await step("README picture", () => readmePicture(browser, server.url));
    await step("share picture", () => sharePicture(browser, server.url));
    await step("screenshots", () => everyPicture(browser, server.url));
  } finally {
    await browser.close();
    await server.close();
  }
});
