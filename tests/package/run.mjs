// The packed file, installed into small projects outside the source tree: each is
// built by its own tool and drawn in the browser, or rendered in Node. Started by
// `npm run test:package`; needs the network only where node_modules is not there yet.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build as esbuild } from "esbuild";
import ts from "typescript";
import { build as viteBuild, createServer as viteServer } from "vite";
import webpack from "webpack";
import { launch } from "../../tools/browser.mjs";
import { serve } from "../../tools/serve.mjs";

const run = promisify(execFile);
const here = fileURLToPath(new URL("./", import.meta.url));
const root = join(here, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "district-charts-package-"));
const inFolder = (...path) => join(folder, ...path);
const installed = inFolder("node_modules", "district-charts");
let browser;

before(async () => {
  cpSync(join(here, "projects"), folder, { recursive: true });
  const { stdout } = await npm(["pack", "--json", "--pack-destination", folder], root);
  const [{ filename }] = JSON.parse(stdout);
  await npm(["install", "--offline", "--ignore-scripts", "--no-save", `./${filename}`], folder);
  for (const name of ["react", "react-dom", "scheduler"]) {
    cpSync(join(here, "node_modules", name), inFolder("node_modules", name), { recursive: true });
  }
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

function npm(args, cwd) {
  const own = process.env.npm_execpath;
  return own ? run(process.execPath, [own, ...args], { cwd }) : run("npm", args, { cwd });
}

/** Both charts of a page are drawn, each in its language, and nobody complains. */
async function draws(address, work = () => {}) {
  const page = await browser.newPage();
  try {
    const problems = [];
    page.on("console", (message) => {
      if (["error", "warn"].includes(message.type())) problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(`${error}`));
    page.on("requestfailed", (request) => problems.push(`not loaded: ${request.url()}`));
    await page.goto(address);
    await page.waitForSelector("district-chart");
    const charts = await page.evaluate(async () => {
      await customElements.whenDefined("district-chart");
      const found = [...document.querySelectorAll("district-chart")];
      return Promise.all(
        found.map(async (chart) => {
          const drawn = await chart.updateComplete;
          const canvas = chart.shadowRoot.querySelector("canvas");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return { drawn, inks: new Set(data).size, summary: await chart.summary() };
        }),
      );
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      charts.map(({ drawn }) => drawn),
      [true, true],
    );
    for (const { inks } of charts) assert.ok(inks > 20, `${inks} values of colour`);
    assert.match(charts[0].summary, /Poor households/);
    assert.match(charts[1].summary, /Hộ nghèo/);
    await work(page);
  } finally {
    await page.close();
  }
}

async function drawsFrom(path, work) {
  const server = await serve({ root: folder });
  try {
    await draws(`${server.url}/${path}`, work);
  } finally {
    await server.close();
  }
}

const coreWorks = async (page) => {
  await page.waitForFunction("window.issues");
  const codes = await page.evaluate(() => window.issues.map(({ code }) => code));
  assert.deepEqual(codes, ["missing"]);
};

test("a page without any tool", () => drawsFrom("plain/index.html"));

const vite = (name) => ({
  root: inFolder(name),
  base: "./",
  configFile: false,
  logLevel: "error",
  build: { outDir: "built", target: "es2022" },
});

test("Vite, built", async () => {
  await viteBuild(vite("bundled"));
  await drawsFrom("bundled/built/index.html", coreWorks);
});

test("Vite, while one works on it", async () => {
  const server = await viteServer({ ...vite("bundled"), server: { port: 0, host: "127.0.0.1" } });
  await server.listen();
  try {
    await draws(server.resolvedUrls.local[0], coreWorks);
  } finally {
    await server.close();
  }
});

test("React, built by Vite", async () => {
  await viteBuild(vite("react"));
  await drawsFrom("react/built/index.html");
});

test("webpack", async () => {
  const built = inFolder("bundled", "webpack");
  const stats = await promisify(webpack)({
    mode: "production",
    context: inFolder("bundled"),
    entry: "./main.js",
    output: { path: built, filename: "main.js", module: true, chunkFormat: "module" },
    experiments: { outputModule: true },
    performance: { hints: false },
  });
  const { errors, warnings } = stats.toJson();
  assert.deepEqual([errors, warnings], [[], []]);
  cpSync(inFolder("bundled", "index.html"), join(built, "index.html"));
  await drawsFrom("bundled/webpack/index.html", coreWorks);
});

test("esbuild, with the files beside", async () => {
  const built = inFolder("bundled", "esbuild");
  const { errors, warnings } = await esbuild({
    absWorkingDir: inFolder("bundled"),
    entryPoints: ["main.js"],
    outdir: built,
    bundle: true,
    format: "esm",
    target: "es2022",
    logLevel: "silent",
  });
  assert.deepEqual([errors, warnings], [[], []]);
  // It leaves `new URL("…", import.meta.url)` as it is, and the file where it was.
  for (const name of readdirSync(join(installed, "dist")).filter((name) =>
    /\.(wasm|txt)$/.test(name),
  )) {
    cpSync(join(installed, "dist", name), join(built, name));
  }
  cpSync(inFolder("bundled", "index.html"), join(built, "index.html"));
  await drawsFrom("bundled/esbuild/index.html", coreWorks);
});

test("the class without its definition leaves nothing where it is not used", async () => {
  const { outputFiles } = await esbuild({
    stdin: {
      contents: 'import { DistrictChartElement } from "district-charts/element";',
      resolveDir: folder,
    },
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  assert.ok(outputFiles[0].text.length < 50, outputFiles[0].text);
});

test("Node, from its own file and from bytes", async () => {
  const [wasm] = readdirSync(join(installed, "dist")).filter((name) => name.endsWith(".wasm"));
  for (const args of [[], [join(installed, "dist", wasm)]]) {
    const { stdout } = await run(process.execPath, ["main.mjs", ...args], {
      cwd: inFolder("node"),
    });
    assert.match(stdout, /^<svg[\s\S]*Poor households[\s\S]*2\.33[\s\S]*<\/svg>\s*$/);
  }
});

test("TypeScript, as bundlers and as Node resolve", () => {
  for (const [module, moduleResolution] of [
    [ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
    [ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
  ]) {
    const program = ts.createProgram([inFolder("consumer.ts")], {
      module,
      moduleResolution,
      strict: true,
      noEmit: true,
      types: [],
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    });
    const found = ts.getPreEmitDiagnostics(program);
    const told = found.map(
      ({ file, messageText }) =>
        `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    );
    assert.deepEqual(told, []);
  }
});

test("the package holds what it names, and neither demo nor documentation", () => {
  const { exports, customElements } = JSON.parse(
    readFileSync(join(installed, "package.json"), "utf8"),
  );
  const named = Object.values(exports).flatMap((entry) =>
    typeof entry === "string" ? entry : Object.values(entry),
  );
  for (const path of [...named, customElements]) readFileSync(join(installed, path));
  const files = readdirSync(join(installed, "dist"));
  assert.deepEqual(
    files.filter((name) => name === "demo" || name === "docs"),
    [],
  );
});
