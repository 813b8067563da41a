// Data of a page that means harm, or does not know what it gives: each is drawn, or
// refused with its place and a sentence, in time, without noise, growth or a trap.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { drawn, open, part, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { BIDI, horrors, MARKUP } from "./common/horrors.js";
import { SCRIPT } from "./common/site.mjs";

useBrowser({ protocolTimeout: 600_000 });

const pages = {
  "/": SCRIPT,
  "/horrors.js": {
    body: readFileSync(new URL("common/horrors.js", import.meta.url)),
    type: "text/javascript",
  },
};

/** Runs `work` in the page with the module, the horrors and a good document. */
const inPage = (work) =>
  open(pages, async (page, { problems }) => {
    const faults = await page.evaluate(
      async (work, good) => {
        const core = await import("/core.js");
        await core.load();
        await customElements.whenDefined("district-chart");
        const { horrors, ordinary } = await import("/horrors.js");
        const options = { chart: "poverty", lang: "en" };
        /** Empty where a document was drawn, and should be, or was refused as it should. */
        const faultOf = ({ code, path }, issues) => {
          const errors = issues.filter(({ severity }) => severity === "error");
          if (!code) return errors.length === 0 ? "" : JSON.stringify(errors[0]);
          const [first] = errors;
          if (!first) return "was not refused";
          if (first.code !== code || first.path !== path) return JSON.stringify(first);
          const isSentence = (text) => /^[\p{Lu}“].*[.?]$/su.test(text) && text.length < 400;
          return errors.every(({ message }) => isSentence(message)) ? "" : "has no sentence";
        };
        /** The issues of what `make` throws. */
        const issuesOf = (make) => {
          try {
            make();
            return [];
          } catch (error) {
            if (!(error instanceof core.DistrictChartError)) throw error;
            return error.issues;
          }
        };
        const context = { core, horrors, ordinary, good, options, faultOf, issuesOf };
        // biome-ignore lint/security/noGlobalEval: the work of this test, not of a page.
        return eval(`(${work})`)(context);
      },
      `${work}`,
      district,
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(problems, []);
  });

test(`validate, new Chart and renderSVG draw or refuse each of ${horrors.length}`, () =>
  inPage(({ core, horrors, good, options, faultOf, issuesOf }) => {
    const picture = core.renderSVG(good, options);
    const ways = {
      validate: (data) => core.validate(data, options),
      "new Chart": (data) => issuesOf(() => new core.Chart(data, options).free()),
      renderSVG: (data) => issuesOf(() => core.renderSVG(data, options)),
    };
    const faults = [];
    for (const { make, name, size, ...expected } of horrors) {
      // The largest take a while, and the other tests have them.
      if (size > 20) continue;
      for (const [way, issues] of Object.entries(ways)) {
        const fault = faultOf(expected, issues(make(good)));
        if (fault) faults.push(`${name}, ${way}: ${fault}`);
      }
      if (core.renderSVG(good, options) !== picture) faults.push(`${name}: the next differs`);
    }
    return faults;
  }));

test("a chart that refuses an update keeps its document", () =>
  inPage(({ core, horrors, good, options, faultOf, issuesOf }) => {
    const faults = [];
    for (const { make, name, ...expected } of horrors) {
      const chart = new core.Chart(good, options);
      const summary = chart.summary();
      const fault = faultOf(
        expected,
        issuesOf(() => chart.update(make(good))),
      );
      if (fault) faults.push(`${name}: ${fault}`);
      if (expected.code && chart.summary() !== summary) faults.push(`${name}: it changed`);
      chart.update(good);
      chart.free();
    }
    return faults;
  }));

test("an element tells each refusal once, and draws what comes next", () =>
  inPage(async ({ horrors, good, faultOf }) => {
    const faults = [];
    for (const { make, name, ...expected } of horrors) {
      const element = document.createElement("district-chart");
      element.setAttribute("chart", "poverty");
      element.setAttribute("lang", "en");
      const refusals = [];
      element.addEventListener("dc-error", ({ detail }) => refusals.push(detail));
      element.data = make(good);
      document.body.append(element);
      const isDrawn = await element.updateComplete;
      const fault = faultOf(expected, refusals[0]?.issues ?? []);
      if (fault) faults.push(`${name}: ${fault}`);
      if (isDrawn !== (refusals.length === 0)) faults.push(`${name}: said ${isDrawn}`);
      const press = (key) => new KeyboardEvent("keydown", { key, bubbles: true });
      const plot = element.shadowRoot.querySelector(".plot");
      for (const key of ["ArrowDown", "ArrowRight", "Enter"]) plot.dispatchEvent(press(key));
      if (refusals.length > 1) faults.push(`${name}: ${refusals.length} events`);
      element.data = good;
      if (!(await element.updateComplete)) faults.push(`${name}: the next is not drawn`);
      element.remove();
    }
    return faults;
  }));

test("each takes time in proportion to its size, and leaves no memory taken", () =>
  inPage(({ core, horrors, ordinary, good, options }) => {
    const time = (make) => {
      const times = [];
      for (let i = 0; i < 3; i++) {
        const data = make(good);
        const start = performance.now();
        core.validate(data, options);
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    };
    const faults = [];
    const unit = Math.max(200, time(ordinary));
    for (const { name, make, size } of horrors) {
      const taken = time(make);
      if (taken > size * unit)
        faults.push(`${name}: ${taken} ms, ${unit} ms allowed ${size} times`);
    }
    const before = core.memoryBytes();
    for (const { make } of horrors) core.validate(make(good), options);
    const grown = core.memoryBytes() - before;
    return grown > 0 ? [...faults, `${grown} bytes more`] : faults;
  }));

test("a getter may use the module while its document is read", () =>
  inPage(async ({ core, good, options, issuesOf }) => {
    const chart = new core.Chart(good, options);
    const other = new core.Chart(good, options);
    const summary = other.summary();
    const reading = (use) =>
      Object.defineProperty({ ...good }, "place", {
        enumerable: true,
        get() {
          use();
          return "Trà Cú";
        },
      });
    const codes = [
      () => core.renderSVG(good, options),
      () => other.summary(),
      () => chart.update(good),
      // Gone before it could take what was read.
      () => chart.free(),
    ].map((use) => issuesOf(() => chart.update(reading(use)))[0]?.code);
    const after = new core.Chart(good, options);
    const faults = after.summary() === summary ? [] : ["the next differs"];
    return `${codes}` === ",,,wasm" ? faults : codes;
  }));

test("markup in every text stays text", () =>
  open(pages, async (page, { problems }) => {
    const seen = await page.evaluate(async (good) => {
      const { horrors } = await import("/horrors.js");
      const element = document.createElement("district-chart");
      element.setAttribute("chart", "poverty");
      element.data = horrors.find(({ name }) => name === "markup in every text").make(good);
      document.body.append(element);
      await element.updateComplete;
      const root = element.shadowRoot;
      const svg = await element.toSVG();
      const xml = new DOMParser().parseFromString(svg, "image/svg+xml");
      const foreign = "script, img, foreignObject, parsererror, [onerror]";
      const csv = await element.toCSV();
      return {
        inPage: root.querySelectorAll(foreign).length,
        inSvg: xml.querySelectorAll(foreign).length,
        pwned: window.pwned,
        title: root.querySelector('[part="table"] caption')?.textContent ?? "",
        svg: xml.documentElement.textContent,
        formulas: csv.split(/\r\n|,/).filter((cell) => /^"?=/.test(cell)),
      };
    }, district);
    assert.equal(seen.inPage, 0);
    assert.equal(seen.inSvg, 0);
    assert.equal(seen.pwned, undefined);
    assert.ok(seen.svg.includes("<script>pwned=1</script>"));
    assert.deepEqual(seen.formulas, []);
    await drawn(page);
    await page.focus(">>> .plot");
    await page.keyboard.press("ArrowDown");
    assert.ok((await part(page, "tooltip")).includes(MARKUP.slice(0, 9)));
    assert.equal(await page.evaluate(() => window.pwned), undefined);
    assert.deepEqual(problems, []);
  }));

test("direction marks in texts turn nothing around them", () =>
  open(pages, async (page) => {
    const texts = await page.evaluate(async (good) => {
      const { horrors } = await import("/horrors.js");
      const element = document.createElement("district-chart");
      element.setAttribute("chart", "poverty");
      element.data = horrors
        .find(({ name }) => name === "direction marks in every text")
        .make(good);
      document.body.append(element);
      await element.updateComplete;
      return [
        element.shadowRoot.textContent,
        await element.summary(),
        await element.toSVG(),
        (await element.toCSV()).slice(1),
      ];
    }, district);
    assert.equal(await drawn(page), true);
    for (const text of texts) {
      assert.ok(text.includes("Trà Cú"));
      for (const mark of BIDI) assert.ok(!text.includes(mark), JSON.stringify(mark));
    }
  }));
