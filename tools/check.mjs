// `npm run check`: formatters, linters and types, each to the end before it fails.
import { buildBindings } from "./build.mjs";
import { cargo, WASM_TARGET } from "./cargo.mjs";
import { setUp } from "./setup.mjs";
import { printError, run, Stop, step, whenRun } from "./steps.mjs";

const node = (script, ...args) => run(process.execPath, [`node_modules/${script}`, ...args]);
const clippy = (...args) => cargo("clippy", ...args, "--", "--deny=warnings");

const CHECKS = {
  "scripts, styles and JSON (biome)": () =>
    node("@biomejs/biome/bin/biome", "ci", "--colors=off", "."),
  "Rust format": () => run("cargo", ["fmt", "--all", "--check", "--", "--color=never"]),
  "Rust lints": () => clippy("--all-targets"),
  "Rust lints, WebAssembly": () => clippy("--lib", `--target=${WASM_TARGET}`),
  "Rust documentation": () => cargo("doc", "--no-deps"),
  types: () => node("typescript/bin/tsc", "--noEmit"),
};

export async function check() {
  // The types of the compiled module are among the types to check.
  await buildBindings();
  const failed = [];
  for (const [name, work] of Object.entries(CHECKS)) {
    try {
      await step(name, async () => {
        await work();
      });
    } catch (error) {
      printError(error);
      failed.push(name);
    }
  }
  if (failed.length > 0) throw new Stop(`Not in order: ${failed.join("; ")}.`);
}

await whenRun(import.meta.url, async () => {
  await setUp({ forTests: true });
  await check();
});
