// What every tool here shares: named steps with progress, commands whose output
// stays hidden unless they fail, and errors that read as one sentence.
// Node's own modules only: set-up runs before node_modules is there.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** A reason to stop that a person can act on: one sentence, no stack. */
export class Stop extends Error {}

/** A command that failed; `output` is all it printed. */
export class CommandFailed extends Error {
  constructor(command, reason, output) {
    super(`The command "${command}" ${reason}.`);
    this.output = output;
  }
}

/** Runs `work`, shows its name with the time so far, then its time or its failure. */
export async function step(name, work) {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const stopTicking = showElapsed(name, seconds);
  try {
    const note = await work();
    stopTicking();
    console.log(`✓ ${name}${note ? `: ${note}` : ""} (${seconds().toFixed(1)} s)`);
  } catch (error) {
    stopTicking();
    console.log(`✗ ${name} (${seconds().toFixed(1)} s)`);
    throw error;
  }
}

// A terminal gets one line that counts; a log gets a line every ten seconds.
function showElapsed(name, seconds) {
  const terminal = process.stdout.isTTY;
  const show = () => {
    const line = `… ${name} ${Math.round(seconds())} s`;
    if (terminal) process.stdout.write(`\r${line}`);
    else console.log(line);
  };
  const timer = setInterval(show, terminal ? 1000 : 10_000);
  return () => {
    clearInterval(timer);
    if (terminal) process.stdout.write("\r\x1b[K");
  };
}

/** Runs a command without input; resolves to its output, or throws CommandFailed with it. */
export function run(command, args, options = {}) {
  const shown = [command, ...args].join(" ");
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: root,
      ...options,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (text) => {
      output += text;
    };
    child.stdout.setEncoding("utf8").on("data", collect);
    child.stderr.setEncoding("utf8").on("data", collect);
    child.on("error", () => fail(new CommandFailed(shown, "could not be started", output)));
    child.on("close", (code, signal) => {
      if (code === 0) done(output);
      else fail(new CommandFailed(shown, `ended with ${signal ?? `code ${code}`}`, output));
    });
  });
}

/** The output of a command, or null where it is absent or fails. */
export async function probe(command, args) {
  try {
    return (await run(command, args)).trim();
  } catch {
    return null;
  }
}

/** The path of the first of these commands that is there, or of these places; else null. */
export function findProgram(commands, places) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin"];
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...places].find((path) => existsSync(path)) ?? null;
}

export function printError(error) {
  console.error(textOf(error));
}

/** What a person needs to know of an error: of our own, its sentence; of others, their stack. */
export function textOf(error) {
  if (error instanceof CommandFailed) return `${error.output}\n${error.message}`;
  return error instanceof Stop ? error.message : inspect(error);
}

/** Runs `main` where the module is the program itself, not where another imports it. */
export async function whenRun(moduleUrl, main) {
  if (resolve(process.argv[1] ?? "") !== fileURLToPath(moduleUrl)) return;
  try {
    await main();
  } catch (error) {
    printError(error);
    process.exitCode = 1;
  }
}
