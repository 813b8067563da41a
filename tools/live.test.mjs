import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "./browser.mjs";
import { rebuildOnChange } from "./live.mjs";
import { serve } from "./serve.mjs";
import { Stop } from "./steps.mjs";

let folder;
let browser;
let live;
let server;
let page;
let builds = 0;

const source = (name) => join(folder, "source", name);

/** As editors save: a whole new file in the place of the old one. */
async function save(name, text) {
  await writeFile(source(`${name}.new`), text);
  await rename(source(`${name}.new`), source(name));
}

async function build() {
  builds++;
  const text = await readFile(source("index.html"), "utf8");
  if (text.includes("sai")) throw new Stop("Trang có chữ sai.");
  await cp(join(folder, "source"), join(folder, "site"), { recursive: true });
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "live-"));
  await mkdir(source("data"), { recursive: true });
  await save("index.html", "<p>một</p>");
  await build();
  live = rebuildOnChange({ folders: [join(folder, "source")], build });
  server = await serve({ root: join(folder, "site"), live });
  browser = await launch();
  page = await browser.newPage();
  await page.goto(`${server.url}/`);
});

after(async () => {
  await browser.close();
  await live.close();
  await server.close();
  await rm(folder, { recursive: true });
});

const shows = (text) =>
  page.waitForFunction((text) => document.body?.innerText === text, { timeout: 5000 }, text);

test("a page shows each change, also of a file that was put in the place of another", async () => {
  for (const text of ["hai", "ba", "bốn"]) {
    await save("index.html", `<p>${text}</p>`);
    await shows(text);
  }
});

test("folders that come later are followed too", async () => {
  await mkdir(source("later/deep"), { recursive: true });
  await new Promise((done) => setTimeout(done, 200));
  for (const text of ["1", "2"]) {
    await Promise.all([page.waitForNavigation(), save("later/deep/a.json", text)]);
  }
  assert.equal(await readFile(join(folder, "site/later/deep/a.json"), "utf8"), "2");
});

test("a failed build is told in the page, which stays until the mistake is mended", async () => {
  await save("index.html", "<p>sai</p>");
  await page.waitForSelector("[role=alert]");
  assert.equal(await page.$eval("[role=alert]", (box) => box.textContent), "Trang có chữ sai.");
  assert.equal(await page.$eval("p", (text) => text.innerText), "bốn");
  // A page that is opened meanwhile is told as well.
  await page.reload();
  await page.waitForSelector("[role=alert]");
  await save("index.html", "<p>đúng</p>");
  await shows("đúng");
});

test("what is touched and not changed builds nothing", async () => {
  const before = builds;
  await utimes(source("index.html"), new Date(), new Date());
  await new Promise((done) => setTimeout(done, 300));
  assert.equal(builds, before);
});

test("without it pages are as they are in their files", async () => {
  const plain = await serve({ root: join(folder, "site") });
  assert.equal(await (await fetch(`${plain.url}/`)).text(), "<p>đúng</p>");
  assert.equal((await fetch(`${plain.url}/-/builds`)).status, 404);
  await plain.close();
});
