// Makes dist/: `npm run build`, or `npm run build -- --smallest` for publishing.
// From top to bottom:
//
//   src/ ──cargo──▶ .wasm ──generator──▶ target/pkg/ ──wasm-opt──▶ dist/district-charts.<hash>.wasm
//   src/locale/*.json ──▶ dist/words.<language>.<hash>.txt
//   www/*.ts + target/pkg/*.js + words ──esbuild──▶ dist/district-charts.js, core.js, jsonstat.js
//   www/table-data/, png-facts/, guide/ … ──esbuild──▶ dist/table-data.<hash>.js …
//   www/*.ts ──tsc──▶ dist/*.d.ts
//   www/embed/ ──esbuild──▶ dist/embed.html, embed.css, embed.js, embed-host.js
//   tools/schema.mjs, element-manifest.mjs ──▶ dist/district-charts.schema.json, custom-elements.json
//   tools/assets.mjs, hosting.mjs ──▶ dist/*.<hash>.js, *.gz, *.br, assets.json, hosting/
//   www/*.html, demo.ts, try/main.ts, styles, data, fonts ──▶ dist/demo/
//   docs/ ──marked──▶ dist/docs/
import { cpSync, readFileSync, rmSync } from "node:fs";
import { basename, resolve } from "node:path";
import { integrityOf, makeAssets } from "./assets.mjs";
import { cargo, cargoWithLibrary, hasWasmLibrary, WASM_TARGET } from "./cargo.mjs";
import { manifest } from "./element-manifest.mjs";
import { filesUnder, makeWhenChanged, placeHashed, readText, writeText } from "./files.mjs";
import { writeFonts } from "./fonts.mjs";
import { schema } from "./schema.mjs";
import { generatorPath, setUp } from "./setup.mjs";
import { root, run, Stop, step, whenRun } from "./steps.mjs";
import { builtInNames, LANGUAGES, wordsOf } from "./words.mjs";

const COMPILED = `target/${WASM_TARGET}/release/district_charts.wasm`;
const PACKAGE = "target/pkg";
const BOUND = `${PACKAGE}/district_charts_bg.wasm`;
const GLUE = `${PACKAGE}/district_charts.js`;
const SHORT_NAMES = "target/short-names.json";
const COMMAND = "dist/command.js";
const EMBED = "www/embed";
const FONTS = "target/fonts";
const ALL_TYPES = "target/types";

// Chromium then compiles beside the page what the first chart calls, 260 functions, not
// one by one as each is called: two charts are drawn in 0.85 to 0.9 of the time.
const ALL_COMPILED = "//# allFunctionsCalledOnLoad";

/**
 * Each script stands alone with the languages it carries: a page fetches it, the
 * module, and the words of a language that it does not carry. What it uses of
 * another package stands in it, with that package's licence.
 */
const SCRIPTS = [
  {
    from: "www/district-chart-define.ts",
    to: "dist/district-charts.js",
    carries: ["vi"],
    head: ALL_COMPILED,
  },
  { from: "www/element.ts", to: "dist/element.js", carries: ["vi"] },
  { from: "www/core.ts", to: "dist/core.js", carries: LANGUAGES },
  { from: "www/jsonstat.ts", to: "dist/jsonstat.js", carries: [], uses: "jsonstat-toolkit" },
];

/** What few charts need, by folder: scripts of their own, fetched when they are needed. */
const ON_DEMAND = [
  { name: "table-data", from: "www/table-data/read.ts" },
  { name: "png-facts", from: "www/png-facts/write.ts" },
  { name: "guide", from: "www/guide/read.ts" },
  { name: "find", from: "www/find/finder.ts" },
  { name: "table-sort", from: "www/table-sort/sort.ts" },
];
const NAMES_ON_DEMAND = ON_DEMAND.map(({ name }) => name).join("|");

// The oldest browsers that run the module itself: Rust's default for WebAssembly
// uses reference types, which these versions brought.
const BROWSERS = ["chrome96", "firefox90", "safari15"];

// What a change of any step's output could come from beside its own inputs.
const TOOLS = ["tools/build.mjs", "package-lock.json"];

/** What people change while they work on it, for whoever watches. */
export const SOURCES = ["src", "www", "docs", "tests/charts"];

/** Sooner without what only those need who publish it, for who looks at the page. */
export async function build({ forPublishing = true } = {}) {
  await buildBindings();
  await step("smallest module", () => makeWhenChanged("wasm", [BOUND, ...TOOLS], shrinkModule));
  await step("words", () => makeWhenChanged("words", ["src/locale", ...TOOLS], writeWords));
  await step("scripts", () =>
    makeWhenChanged(
      "scripts",
      [...scriptSources(), hashedModule(), "src/locale", ...TOOLS],
      bundleScripts,
    ),
  );
  if (forPublishing) {
    await step("types", () =>
      makeWhenChanged("types", [...scriptSources(), "tsconfig.types.json", ...TOOLS], emitTypes),
    );
  }
  await step("embed page", () =>
    makeWhenChanged("embed", [EMBED, "www/language.ts", "www/page-theme.ts", ...TOOLS], makeEmbed),
  );
  await step("schema and manifest", writeDescriptions);
  await step("fonts", () =>
    makeWhenChanged("fonts", ["tools/fonts.mjs", ...TOOLS], () => writeFonts(FONTS)),
  );
  const ofDemo = ["www", "src/locale", "tests/charts", FONTS, "tsconfig.json", ...TOOLS];
  await step("demo", () => makeWhenChanged("demo", ofDemo, makeDemo));
  await step("documentation", async () => {
    // Asks for a package, which is there only after the set-up.
    const { docsSources, makeDocs } = await import("./docs.mjs");
    return makeWhenChanged("docs", docsSources(), makeDocs);
  });
  if (forPublishing) await step("hashed and compressed files", makeAssets);
}

/** The compiled module with its JavaScript and types, which the type checker needs too. */
export async function buildBindings() {
  // Where the library is not there compiled, its sources are all there is.
  const withLibrary = isSmallest || !(await hasWasmLibrary());
  // Cargo knows best what has changed for it.
  await step(withLibrary ? "module, with Rust's own library" : "module", () =>
    compileModule(withLibrary ? cargoWithLibrary : cargo),
  );
  await step("bindings", () =>
    makeWhenChanged("bindings", [COMPILED, "tools/bindgen", ...TOOLS], bindModule),
  );
}

// For what is published: a twentieth smaller, and minutes longer the first time.
const isSmallest = process.argv.includes("--smallest");

// Made together with the Rust library, as Cargo.toml has it, the module would be
// 14 % larger: then every function must be kept for other crates.
async function compileModule(compile) {
  const module = ["--lib", "--crate-type=cdylib", `--target=${WASM_TARGET}`];
  await compile("rustc", "--release", ...module, "--target-dir=target");
}

async function bindModule() {
  rmSync(resolve(root, PACKAGE), { recursive: true, force: true });
  await run(generatorPath(), [COMPILED, PACKAGE]);
  return filesUnder(PACKAGE);
}

// Pages fetch the module compressed. These make it 3 % larger and, by gzip, 5 %
// smaller: functions that stay apart are more alike than those drawn together,
// and so are sums that are written out twice.
const FOR_COMPRESSION = ["--one-caller-inline-max-function-size=20", "--skip-pass=local-cse"];

// The lowest bytes of memory are the far end of the stack, which Rust's linker puts first:
// no address is reckoned that would come round to them, so offsets may stand in the accesses.
const FOR_STACK_FIRST = ["--low-memory-unused"];

// The features that Rust's compiler uses and no others: "--all-features" makes
// wasm-opt write sections that browsers refuse.
const FEATURES = [
  "bulk-memory",
  "bulk-memory-opt",
  "reference-types",
  "mutable-globals",
  "nontrapping-float-to-int",
  "sign-ext",
  "multivalue",
].map((feature) => `--enable-${feature}`);

/** What wasm-opt prints. */
function shrink(from, to, option) {
  const how = ["-Oz", ...FOR_COMPRESSION, ...FOR_STACK_FIRST, ...FEATURES];
  const options = [...how, option, "--output", to];
  return run(process.execPath, ["node_modules/binaryen/bin/wasm-opt", from, ...options]);
}

async function shrinkModule() {
  const small = "target/small.wasm";
  writeText(SHORT_NAMES, await shrink(BOUND, small, "--minify-imports-and-exports-and-modules"));
  const bytes = readFileSync(resolve(root, small));
  try {
    new WebAssembly.Module(bytes);
  } catch (error) {
    throw new Stop(`wasm-opt wrote a module that this Node refuses: ${error.message}`);
  }
  return [SHORT_NAMES, placeHashed("district-charts", "wasm", bytes)];
}

/**
 * What a language says, by keys: words of the charts, whose keys have a capital, which
 * the module takes one a line in the order of the file, sentences of scripts which few ask
 * for, whose keys begin with the script's name, and messages of the element.
 */
function sayingsOf(language) {
  const all = Object.entries(wordsOf(language));
  const isOfCharts = ([key]) => /^[A-Z]/.test(key);
  const isOfScript = ([key]) => /^(?:guide|find)[A-Z]/.test(key);
  const words = all.filter(isOfCharts);
  return {
    keys: words.map(([key]) => key).join("\n"),
    words: words.map(([, word]) => word).join("\n"),
    ofScripts: all.filter(isOfScript),
    messages: Object.fromEntries(all.filter((entry) => !isOfCharts(entry) && !isOfScript(entry))),
  };
}

/** The messages of languages, for a script to carry. */
export function messagesOf(languages) {
  return JSON.stringify(
    Object.fromEntries(languages.map((language) => [language, sayingsOf(language).messages])),
  );
}

/** What a script says that few ask for, in every language. */
export function sentencesOf(script) {
  const inLanguage = (language) =>
    sayingsOf(language).ofScripts.filter(([key]) => key.startsWith(script));
  return JSON.stringify(
    Object.fromEntries(
      LANGUAGES.map((language) => [language, Object.fromEntries(inLanguage(language))]),
    ),
  );
}

function writeWords() {
  return [
    ...LANGUAGES.slice(1).map((language) => {
      const { words, messages } = sayingsOf(language);
      return placeHashed(`words.${language}`, "txt", `${words}\f${JSON.stringify(messages)}`);
    }),
    placeHashed("words.keys", "txt", sayingsOf("vi").keys),
  ];
}

/** The name of the file in dist/ that holds the words of a language, or the keys of all. */
function wordFile(language) {
  const names = filesUnder("dist").map((path) => path.replace("dist/", ""));
  return names.find((name) => name.startsWith(`words.${language}.`) && name.endsWith(".txt"));
}

/** The path of the finished module in dist/. */
export function hashedModule() {
  return filesUnder("dist").find((path) => path.endsWith(".wasm"));
}

function scriptSources() {
  const scripts = filesUnder("www").filter((path) => path.endsWith(".ts"));
  return [...scripts, GLUE, SHORT_NAMES, `${PACKAGE}/district_charts.d.ts`];
}

async function bundleScripts() {
  const onDemand = new Map();
  for (const { name, from } of ON_DEMAND) onDemand.set(name, await bundleHashed(name, from));
  for (const { from, to, carries, uses, head = "" } of SCRIPTS) {
    const define = constantsOf(hashedModule(), carries);
    const js = uses ? `/*!\n${licenceOf(uses)}*/` : head;
    await bundle(from, to, {
      define,
      banner: { js },
      plugins: [shortNames, plainStyles, asNeighbours(onDemand)],
    });
  }
  await bundle("www/command.ts", COMMAND, {
    banner: { js: "#!/usr/bin/env node" },
    define: { __MESSAGES__: messagesOf(LANGUAGES) },
    external: ["./core.js"],
    platform: "node",
  });
  return [...SCRIPTS.map(({ to }) => to), ...onDemand.values(), COMMAND];
}

/** What a script that carries languages knows of the files beside it. */
function constantsOf(module, carries) {
  const words = Object.fromEntries(
    carries.map((language) => [language, sayingsOf(language).words]),
  );
  return {
    __WASM_FILE__: JSON.stringify(basename(module)),
    // Shorter than others, and every page fetches it.
    __WASM_INTEGRITY__: JSON.stringify(integrityOf(readFileSync(resolve(root, module)), "sha256")),
    __WORDS__: JSON.stringify(words),
    __MESSAGES__: messagesOf(carries),
    __EN_FILE__: JSON.stringify(wordFile("en")),
    __KM_FILE__: JSON.stringify(wordFile("km")),
    __KEYS_FILE__: JSON.stringify(wordFile("keys")),
    __ROW_NAMES__: JSON.stringify(builtInNames("Sector", "Series", "Group", "Level")),
  };
}

/** For a profile: the module and the element's script as they are shipped, with names. */
export async function buildNamed(folder) {
  const named = `${folder}/named.wasm`;
  const bindings = "target/named";
  await run(generatorPath(), [COMPILED, bindings, "--names"]);
  await shrink(`${bindings}/district_charts_bg.wasm`, named, "--debuginfo");
  const { from, carries } = SCRIPTS[0];
  await bundle(from, `${folder}/district-charts.js`, {
    define: constantsOf(named, carries),
    minify: false,
    external: ON_DEMAND.map(({ from }) => from.replace(/^www(.*)ts$/, ".$1js")),
  });
}

async function bundleHashed(name, from) {
  const unhashed = `target/${name}.js`;
  await bundle(from, unhashed, {
    define: { __GUIDE__: sentencesOf("guide"), __FIND__: sentencesOf("find") },
  });
  return placeHashed(name, "js", readFileSync(resolve(root, unhashed)));
}

/** Leaves the import of what is fetched on demand in the script, by its name in dist/. */
function asNeighbours(paths) {
  return {
    name: "neighbours",
    setup(build) {
      build.onResolve({ filter: new RegExp(`/(?:${NAMES_ON_DEMAND})/\\w+\\.js$`) }, ({ path }) => ({
        path: paths.get(path.split("/").at(-2)).replace("dist/", "./"),
        external: true,
      }));
    },
  };
}

function licenceOf(name) {
  const { version } = JSON.parse(readText(`node_modules/${name}/package.json`));
  return `${name} ${version}\n${readText(`node_modules/${name}/LICENSE`)}`;
}

/** Writes the names into the bindings that wasm-opt gave the module's imports and exports. */
const shortNames = {
  name: "short names",
  setup(build) {
    build.onLoad({ filter: /district_charts\.js$/ }, () => {
      const { imports, exports } = JSON.parse(readText(SHORT_NAMES));
      const importNames = new Map(imports.map(([, name, short]) => [name, short]));
      const exportNames = new Map(exports);
      const contents = readText(GLUE)
        .replace(/"\.\/district_charts_bg\.js"(?=: import0)/, '"a"')
        .replace(/^( {8})(\w+)(?=: )/gm, (all, indent, name) =>
          importNames.has(name) ? `${indent}${importNames.get(name)}` : all,
        )
        .replace(/\bwasm\.(\w+)/g, (_, name) => `wasm.${exportNames.get(name)}`);
      return { contents };
    });
  },
};

/** What a style in a script says is fetched, not how it is written: no comment, no indent. */
const plainStyles = {
  name: "plain styles",
  setup(build) {
    build.onLoad({ filter: /element-style\.ts$/ }, async ({ path }) => {
      const { transform } = await import("esbuild");
      const parts = readFileSync(path, "utf8").split(/(?<=STYLE = `)|(?=\$\{PROBE_STYLE\}`)/);
      const options = { loader: "css", minify: true, charset: "utf8" };
      parts[1] = (await transform(parts[1], options)).code;
      return { contents: parts.join(""), loader: "ts" };
    });
  },
};

/** Bundles a script with all it imports. */
export async function bundle(from, to, options = {}) {
  const esbuild = await import("esbuild");
  try {
    await esbuild.build({
      absWorkingDir: root,
      entryPoints: [from],
      outfile: to,
      bundle: true,
      minify: true,
      format: "esm",
      charset: "utf8",
      target: BROWSERS,
      logLevel: "silent",
      ...options,
    });
  } catch (error) {
    throw new Stop(error.message);
  }
}

async function emitTypes() {
  rmSync(resolve(root, ALL_TYPES), { recursive: true, force: true });
  const compiler = "node_modules/typescript/bin/tsc";
  await run(process.execPath, [compiler, "--project", "tsconfig.types.json"]);

  for (const old of filesUnder("dist").filter((path) => path.endsWith(".d.ts"))) {
    rmSync(resolve(root, old));
  }
  // Among the published types, those of the bindings are a neighbour.
  const types = new Map([
    ["district-charts.d.ts", 'export * from "./district-chart-define.js";\n'],
    // Explicit resource management is not in every project's library of types.
    [
      "bindings.d.ts",
      readText(`${PACKAGE}/district_charts.d.ts`).replace(/^ *\[Symbol\.dispose\].*\n/gm, ""),
    ],
  ]);
  for (const path of filesUnder(ALL_TYPES).filter(isPublic)) {
    const text = readText(path).replaceAll(`../${PACKAGE}/district_charts.js`, "./bindings.js");
    types.set(path.slice(ALL_TYPES.length + 1), text);
  }
  for (const [name, text] of types) writeText(`dist/${name}`, text);
  return [...types.keys()].map((name) => `dist/${name}`);
}

/** What is fetched on demand is nobody's to import. */
function isPublic(path) {
  return !new RegExp(`/(?:${NAMES_ON_DEMAND}|try)/`).test(path);
}

async function makeEmbed() {
  const copied = ["embed.html", "embed.css"];
  for (const name of copied) copy(`${EMBED}/${name}`, `dist/${name}`);
  await bundle(`${EMBED}/embed.ts`, "dist/embed.js");
  // A page on another site may fetch this one as an ordinary script alone.
  await bundle(`${EMBED}/embed-host.ts`, "dist/embed-host.js", { format: "iife" });
  return [...copied, "embed.js", "embed-host.js"].map((name) => `dist/${name}`);
}

/** What describes document and element to editors. */
function writeDescriptions() {
  const write = (name, json) => writeText(`dist/${name}`, `${JSON.stringify(json, null, 2)}\n`);
  write("district-charts.schema.json", schema);
  write("custom-elements.json", manifest);
}

/** The demo as static files: any server, any folder, all addresses relative. */
async function makeDemo() {
  rmSync(resolve(root, "dist/demo"), { recursive: true, force: true });
  const assets = filesUnder("www").filter(
    (path) =>
      (/\.(html|css|svg|png)$/.test(path) && !path.startsWith(EMBED)) ||
      /^www\/data\/.*\.json$/.test(path),
  );
  for (const path of assets) copy(path, path.replace("www", "dist/demo"));
  // The documents of the tests are those of the demo.
  const corpus = filesUnder("tests/charts").filter((path) => path.endsWith(".json"));
  for (const path of corpus) copy(path, path.replace("tests/charts", "dist/demo/data"));
  for (const path of filesUnder(FONTS)) {
    if (path.endsWith(".woff2")) copy(path, path.replace(FONTS, "dist/demo/fonts"));
  }
  writeText("dist/demo/demo.css", readText(`${FONTS}/fonts.css`) + readText("www/demo.css"));
  await bundle("www/demo.ts", "dist/demo/demo.js");
  // The module without the element, of which few of its visitors have need.
  await bundle("www/try/main.ts", "dist/demo/try.js", {
    define: { __MESSAGES__: messagesOf(["vi", "en"]) },
    external: ["../core.js"],
  });
  return filesUnder("dist/demo");
}

function copy(from, to) {
  cpSync(resolve(root, from), resolve(root, to));
}

await whenRun(import.meta.url, async () => {
  await setUp({ forSmallest: isSmallest });
  await build();
});
