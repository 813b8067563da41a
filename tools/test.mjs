// `npm test`: sets up, checks, builds, runs every test, holds the sizes to their budgets.
// A failing part prints all its output; the parts that can do without it run all the same.
import { checkBudgets } from "./budget.mjs";
import { build } from "./build.mjs";
import { cargo } from "./cargo.mjs";
import { check } from "./check.mjs";
import { filesUnder } from "./files.mjs";
import { ensureLibrsvg, ensurePdfReader, ensureSpreadsheet, setUp } from "./setup.mjs";
import { printError, run, step, whenRun } from "./steps.mjs";

const count = { passed: 0, failed: 0 };
const failedParts = [];

await whenRun(import.meta.url, async () => {
  heading("Set-up");
  await setUp({ forTests: true });
  await step("spreadsheet program", ensureSpreadsheet);
  await step("PDF reader", ensurePdfReader);
  await step("second renderer of SVG", ensureLibrsvg);
  await part("Check", check);
  const built = await part("Build", build);
  await part("Rust tests", rustTests);
  if (built) {
    await part("Browser and Node tests", nodeTests);
    await part("Budgets", checkBudgets);
  }
  if (failedParts.length > 0) {
    console.log(`\nFailed: ${failedParts.join(", ")}`);
    process.exitCode = 1;
  }
  console.log(`\n${count.passed} passed, ${count.failed} failed`);
});

function heading(name) {
  console.log(`\n${name}`);
}

/** Whether the part passed. */
async function part(name, work) {
  heading(name);
  try {
    await work();
    return true;
  } catch (error) {
    printError(error);
    failedParts.push(name);
    return false;
  }
}

async function rustTests() {
  await step("cargo test", () =>
    counted(() => cargo("test", "--no-fail-fast"), {
      passed: /^test result: .* (\d+) passed/gm,
      failed: /^test result: .* (\d+) failed/gm,
    }),
  );
}

async function nodeTests() {
  const files = ["tests", "tools"].flatMap(filesUnder).filter((path) => path.endsWith(".test.mjs"));
  // Without a file Node would look for tests by itself.
  if (files.length === 0) return;
  // Two at once: pages that share a processor with many others miss their deadlines.
  const args = ["--test", "--test-reporter=spec", "--test-concurrency=2", ...files];
  await step("node --test", () =>
    counted(() => run(process.execPath, args), {
      passed: /^ℹ pass (\d+)/gm,
      failed: /^ℹ fail (\d+)/gm,
    }),
  );
}

/** Adds what a test runner says of itself to the count, whether it failed or not. */
async function counted(runTests, patterns) {
  const add = (output, kind) => {
    const numbers = [...output.matchAll(patterns[kind])].map(([, number]) => Number(number));
    const sum = numbers.reduce((total, number) => total + number, 0);
    count[kind] += sum;
    return sum;
  };
  try {
    return `${add(await runTests(), "passed")} passed`;
  } catch (error) {
    for (const kind of Object.keys(count)) add(error.output ?? "", kind);
    throw error;
  }
}
