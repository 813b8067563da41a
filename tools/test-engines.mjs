// `npm run test:engines`: the browser tests in Chromium, Firefox and WebKit.
// With `-- firefox webkit` in those alone.
import { build } from "./build.mjs";
import { ENGINES } from "./engines.mjs";
import { ensureEngines, setUp } from "./setup.mjs";
import { CommandFailed, printError, run, Stop, step, whenRun } from "./steps.mjs";

/** What hangs is ended, and told as such: a test, and a whole file. */
const TEST_TIME = 300_000;

/** What a reader meets; the other files measure Chromium, or read it by its own tools. */
const FILES = [
  "data-errors",
  "demo",
  "embed",
  "explore",
  "exports",
  "highlight",
  "hostile",
  "hosting",
  "keys",
  "load-errors",
  "looks",
  "module",
  "page",
  "pixels",
  "policy",
  "print",
  "same-picture",
  "size",
  "table",
  "table-data",
  "toolbar",
  "tooltip",
  "try",
  "words",
].map((name) => `tests/browser/${name}.test.mjs`);

await whenRun(import.meta.url, async () => {
  const engines = chosen(process.argv.slice(2));
  await setUp({ forTests: true });
  await step("engines", () => ensureEngines(engines));
  await build();
  const failed = [];
  for (const engine of engines) {
    try {
      await step(engine, () => testIn(engine));
    } catch (error) {
      printError(error);
      failed.push(engine);
    }
  }
  if (failed.length > 0) throw new Stop(`Failed in: ${failed.join(", ")}.`);
});

function chosen(names) {
  const unknown = names.find((name) => !ENGINES.includes(name));
  if (unknown) throw new Stop(`“${unknown}” is none of the engines ${ENGINES.join(", ")}.`);
  return names.length > 0 ? names : ENGINES;
}

async function testIn(engine) {
  const options = ["--test-reporter=spec", "--test-concurrency=2", `--test-timeout=${TEST_TIME}`];
  const env = { ...process.env, ENGINE: engine };
  const output = await run(process.execPath, ["--test", ...options, ...FILES], { env });
  const [passed, skipped] = ["pass", "skipped"].map((name) =>
    Number(output.match(new RegExp(`^ℹ ${name} (\\d+)`, "m"))[1]),
  );
  // A run of skipped tests would be green and say nothing.
  if (passed === 0) throw new CommandFailed("node --test", "ran no test", output);
  return `${passed} passed, ${skipped} not possible with its driver`;
}
