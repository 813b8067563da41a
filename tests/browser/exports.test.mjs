// Pictures that were taken from a page: they tell where their figures come from, and look
// the same to whoever opens them.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { hasLibrsvg, wordsDrawn } from "../../tools/librsvg.mjs";
import { hasPdfReader } from "../../tools/pdf.mjs";
import { drawn, open, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { policy, SCRIPT } from "./common/site.mjs";

useBrowser();

const SOURCE = {
  id: "web",
  name: { vi: "Trang <Thông tin> điện tử & “báo”", en: "The district's site" },
  publisher: "UBND huyện Trà Cú",
  date: "2024-01-05",
  license: "CC BY 4.0",
  url: "https://example.vn/?a=1&b=2",
};
const pages = (lang) => ({
  "/": `${SCRIPT}<district-chart chart="poverty" lang="${lang}" src="data.json"></district-chart>`,
  "/data.json": { ...district, sources: [SOURCE] },
});
const strict = { headers: { "content-security-policy": policy("'self' 'wasm-unsafe-eval'") } };
const isWriter = (path) => /^\/png-facts\.\w{8}\.js$/.test(path);
const writer = readdirSync(new URL("../../dist/", import.meta.url)).find((name) =>
  isWriter(`/${name}`),
);

/** The element's PNG as bytes, its width where the browser reads it, and its words. */
async function take(page) {
  const { bytes, ...taken } = await page.evaluate(async () => {
    const element = document.querySelector("district-chart");
    const png = await element.toPNG({ width: 300, pixelRatio: 1 });
    const textOf = (part) => element.shadowRoot.querySelector(`[part~="${part}"]`).textContent;
    return {
      bytes: [...new Uint8Array(await png.arrayBuffer())],
      type: png.type,
      width: (await createImageBitmap(png)).width,
      title: textOf("title"),
      summary: await element.summary(),
    };
  });
  return { ...taken, chunks: chunksOf(Buffer.from(bytes)) };
}

/** Each chunk of a PNG, with the checksum that it says and that it has. */
function chunksOf(png) {
  const chunks = [];
  for (let at = 8; at < png.length; ) {
    const end = at + 8 + png.readUInt32BE(at);
    const body = png.subarray(at + 4, end);
    chunks.push({
      type: body.toString("latin1", 0, 4),
      data: body.subarray(4),
      sums: [png.readUInt32BE(end), checksum(body)],
    });
    at = end + 4;
  }
  return chunks;
}

/** By the table of the PNG specification, which the writer does without. */
function checksum(bytes) {
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c;
  });
  const sum = bytes.reduce((crc, byte) => table[(crc ^ byte) & 255] ^ (crc >>> 8), 0xffffffff);
  return (sum ^ 0xffffffff) >>> 0;
}

/** What the iTXt chunks say: { keyword: [language, text] }. */
function factsOf(chunks) {
  const texts = chunks.filter(({ type }) => type === "iTXt");
  return Object.fromEntries(
    texts.map(({ data }) => {
      const [, keyword, language, text] = /^([^\0]+)\0\0\0([^\0]*)\0\0(.*)$/s.exec(data.toString());
      return [keyword, [language, text]];
    }),
  );
}

const PLACES = {
  vi: ["Huyện Trà Cú, tỉnh Trà Vinh", SOURCE.name.vi],
  en: ["Trà Cú district, Trà Vinh province", SOURCE.name.en],
};

for (const [lang, [place, name]] of Object.entries(PLACES)) {
  test(`a PNG in ${lang} says what the page says, under the strictest policy`, () =>
    open(
      pages(lang),
      async (page, { asked, problems }) => {
        assert.equal(await drawn(page), true);
        assert.ok(!asked.some(isWriter));
        const { chunks, type, width, title, summary } = await take(page);
        assert.deepEqual([type, width], ["image/png", 300]);
        assert.deepEqual([chunks[0].type, chunks.at(-1).type], ["IHDR", "IEND"]);
        for (const { sums, type } of chunks) assert.equal(sums[0], sums[1], type);
        const { publisher, date, license, url } = SOURCE;
        assert.deepEqual(factsOf(chunks), {
          Title: [lang, `${title} – ${place}, 2021–2023`],
          Description: [lang, summary],
          Source: [lang, [name, publisher, date, license, url].join(", ")],
          Copyright: [lang, license],
          Software: [lang, "district-charts"],
        });
        assert.equal(asked.filter(isWriter).length, 1);
        assert.deepEqual(problems, []);
      },
      strict,
    ));

  test(`an SVG in ${lang} is well formed, and its metadata say the same`, () =>
    open(pages(lang), async (page) => {
      assert.equal(await drawn(page), true);
      const facts = await page.evaluate(async () => {
        const svg = await document.querySelector("district-chart").toSVG();
        const { documentElement } = new DOMParser().parseFromString(svg, "image/svg+xml");
        const found = documentElement.querySelector("metadata").getElementsByTagNameNS("*", "*");
        return [...found]
          .filter((element) => element.childElementCount === 0)
          .map(({ namespaceURI, localName, textContent }) => [
            namespaceURI + localName,
            textContent,
          ]);
      });
      const title = { vi: "Hộ nghèo và hộ cận nghèo", en: "Poor and near-poor households" }[lang];
      const DC = "http://purl.org/dc/elements/1.1/";
      assert.deepEqual(facts, [
        [`${DC}title`, title],
        [`${DC}coverage`, place],
        [`${DC}coverage`, "2021–2023"],
        [`${DC}language`, lang],
        [`${DC}title`, name],
        [`${DC}publisher`, SOURCE.publisher],
        [`${DC}date`, SOURCE.date],
        [`${DC}rights`, SOURCE.license],
        [`${DC}identifier`, SOURCE.url],
      ]);
    }));
}

test("where the writer of the facts is missing the PNG comes without them", () =>
  open({ ...pages("vi"), [`/${writer}`]: { status: 404, body: "" } }, async (page) => {
    assert.equal(await drawn(page), true);
    const { chunks, width } = await take(page);
    assert.equal(width, 300);
    assert.deepEqual(factsOf(chunks), {});
  }));

const corpus = new URL("../charts/", import.meta.url);
const CHARTS = [
  ["tra-vinh-2024", "growth"],
  ["tra-vinh-2024", "structure"],
  ["tra-cu-2023", "poverty"],
  ["living-standards-whole", "living-standards"],
  ["tra-cu-2023", "ntm"],
  ["tra-cu-2023", "ntm-criteria"],
  ["targets-every", "targets"],
].map(([name, chart]) => [JSON.parse(readFileSync(new URL(`${name}.json`, corpus))), chart]);
const LANGUAGES = ["vi", "en", "km"];

const { load, renderSVG } = await import(new URL("../../dist/core.js", import.meta.url));
await load();

test("Node draws the same SVG as the browser, byte by byte", () =>
  open({ "/": "" }, async (page) => {
    const drawings = await page.evaluate(
      async (charts, languages) => {
        const { load, renderSVG } = await import("/core.js");
        await load();
        return charts.map(([data, chart]) =>
          languages.map((lang) => renderSVG(data, { chart, lang, width: 640 })),
        );
      },
      CHARTS,
      LANGUAGES,
    );
    const here = CHARTS.map(([data, chart]) =>
      LANGUAGES.map((lang) => renderSVG(data, { chart, lang, width: 640 })),
    );
    assert.deepEqual(here, drawings);
  }));

const skip = hasLibrsvg() && hasPdfReader() ? false : "librsvg or poppler is not installed";

test("librsvg draws every letter that the browser has of an SVG made in Node", { skip }, () =>
  open({ "/": "" }, async (page) => {
    for (const [data, chart] of CHARTS) {
      for (const lang of ["vi", "en"]) {
        const svg = renderSVG(data, { chart, lang });
        const texts = await page.evaluate((svg) => {
          const { documentElement } = new DOMParser().parseFromString(svg, "image/svg+xml");
          return [...documentElement.querySelectorAll("text")].map((text) => text.textContent);
        }, svg);
        // What reads the page goes from line to line, and parts a word whose letters come
        // of two fonts.
        const letters = (texts) =>
          [...texts.join("").normalize().replace(/\s/g, "")].sort().join("");
        assert.ok(letters(texts).length > 50);
        assert.equal(letters(await wordsDrawn(svg)), letters(texts), `${chart} ${lang}`);
      }
    }
  }),
);

test("no picture is empty: without a width it is the element's, and too wide a one is refused", () =>
  open(pages("vi"), async (page) => {
    await drawn(page);
    const widths = await page.evaluate(async () => {
      const element = document.querySelector("district-chart");
      const widths = [];
      for (const width of [undefined, 0, Number.NaN, -1, 1e9]) {
        const png = await element.toPNG({ width, pixelRatio: 1 }).catch((error) => error.message);
        widths.push(png instanceof Blob ? (await createImageBitmap(png)).width : png);
      }
      return widths;
    });
    const [own, zero, nan, negative, refused] = widths;
    assert.ok(own > 300, `${own}`);
    assert.deepEqual([zero, nan, negative], [own, own, own]);
    assert.match(refused, /ảnh rộng như vậy/);
  }));

test("a canvas off screen is refused in a sentence, not left empty", () =>
  open(pages("vi"), async (page) => {
    const refused = await page.evaluate(async (data) => {
      const { load, Chart, DistrictChartError } = await import("/core.js");
      await load();
      const chart = new Chart(data, { chart: "poverty" });
      try {
        chart.draw(new OffscreenCanvas(1, 1), { width: 400, pixelRatio: 2 });
      } catch (error) {
        return [error instanceof DistrictChartError, error.code, error.message];
      }
      return [];
    }, district);
    assert.deepEqual(refused.slice(0, 2), [true, "type"]);
    assert.match(refused[2], /phần tử canvas/);
  }));
