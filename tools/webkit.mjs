// WebKit as Debian has it: WebKitGTK's MiniBrowser on a display of its own, driven by
// WebKitWebDriver. Plain HTTP: a session takes a handful of the commands of the W3C's
// WebDriver, and a package for them would be larger than what it saves.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findProgram, Stop } from "./steps.mjs";
import { WebKitPage } from "./webkit-page.mjs";

// Less than a test has: what takes long on a busy machine is not what hangs.
const ANSWER_TIME = 200_000;
const START_TIME = 15_000;
const DISPLAY_SIZE = "1600x1400x24";
const PROGRAMS = ["/usr/lib", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"].flatMap(
  (folder) => ["4.1", "4.0"].map((version) => `${folder}/webkit2gtk-${version}/MiniBrowser`),
);

// Its tool bar would keep the window from the width of a phone.
const NARROW = `* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px }
image { -gtk-icon-transform: scale(0) }`;

/** { driver, program, display }, null where one is missing. WEBKIT_DRIVER_PATH wins. */
export function findWebKit() {
  const chosen = process.env.WEBKIT_DRIVER_PATH;
  if (chosen && !existsSync(chosen)) {
    throw new Stop(`WEBKIT_DRIVER_PATH names ${chosen}, which does not exist.`);
  }
  const driver = chosen || findProgram(["WebKitWebDriver"], []);
  const program = findProgram([], PROGRAMS);
  const display = findProgram(["Xvfb"], []);
  return driver && program && display ? { driver, program, display } : null;
}

/** Starts WebKit with nothing of the person who runs it; { newPage, version, close }. */
export async function launchWebKit() {
  // A test that takes too long is ended so, and its children have to be too.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));
  const paths = findWebKit();
  const home = await mkdtemp(join(tmpdir(), "district-charts-"));
  await mkdir(join(home, "gtk-3.0"));
  await writeFile(join(home, "gtk-3.0", "gtk.css"), NARROW);
  const screen = await startDisplay(paths.display);
  // A program has one number of device pixels, so that each has a program of its own.
  const sessions = new Map();
  const sessionAt = (scale) => {
    if (!sessions.has(scale)) {
      const env = { DISPLAY: screen.name, XDG_CONFIG_HOME: home, GDK_SCALE: `${scale}` };
      sessions.set(scale, startSession(paths, env));
    }
    return sessions.get(scale);
  };
  return {
    newPage: async () => WebKitPage.open(sessionAt),
    version: async () => `WebKitGTK ${(await sessionAt(1)).version}`,
    async close() {
      const started = await Promise.allSettled(sessions.values());
      await Promise.all(started.map(({ value }) => value?.close()));
      await screen.close();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function startDisplay(program) {
  const args = ["-displayfd", "3", "-screen", "0", DISPLAY_SIZE, "-nolisten", "tcp"];
  const server = start(program, args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await Promise.race([
    new Promise((done) => server.child.stdio[3].once("data", (data) => done(`${data}`.trim()))),
    server.ended.then(() => null),
    pause(START_TIME, null, { ref: false }),
  ]);
  if (number === null) {
    await server.close();
    throw new Stop("Xvfb, the display for WebKit, did not start.");
  }
  return { name: `:${number}`, close: server.close };
}

/** A driver and its one session: { send, version, close }. */
async function startSession({ driver, program }, env) {
  const port = await freePort();
  const server = start(driver, [`--port=${port}`], {
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
  const ask = (method, path, body) => request(`http://127.0.0.1:${port}${path}`, method, body);
  try {
    await untilReady(ask);
    const { sessionId, capabilities } = await ask("POST", "/session", {
      capabilities: {
        alwaysMatch: { "webkitgtk:browserOptions": { binary: program, args: ["--automation"] } },
      },
    });
    const send = (method, path, body) => ask(method, `/session/${sessionId}${path}`, body);
    const close = async () => {
      await send("DELETE", "").catch(() => {});
      await server.close();
    };
    return { send, close, version: capabilities.browserVersion };
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function untilReady(ask) {
  const deadline = performance.now() + START_TIME;
  for (;;) {
    try {
      return await ask("GET", "/status");
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await pause(20);
    }
  }
}

async function request(url, method, body) {
  const answer = await fetch(url, {
    method,
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(ANSWER_TIME),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`);
  return value;
}

/** A child that does not outlive this process: { child, ended, close }. */
function start(program, args, options) {
  const child = spawn(program, args, options);
  const ended = new Promise((done) => {
    child.once("exit", done).once("error", done);
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const close = async () => {
    process.removeListener("exit", kill);
    kill();
    await ended;
  };
  return { child, ended, close };
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
