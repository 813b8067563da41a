// The browser that the tests and the benchmark drive: where it is, how it starts.
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram, Stop } from "./steps.mjs";

const COMMANDS = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];

const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...[process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => join(folder, "Google", "Chrome", "Application", "chrome.exe")),
];

/** The path of Chromium or Chrome, null where there is none. CHROME_PATH wins. */
export function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen && !existsSync(chosen)) {
    throw new Stop(`CHROME_PATH names ${chosen}, which does not exist.`);
  }
  if (chosen) return chosen;
  return findProgram(COMMANDS, PLACES);
}

/** Starts the browser headless with a fresh profile, which is deleted when it closes. */
export async function launch({ args = [], ...options } = {}) {
  const { default: puppeteer } = await import("puppeteer-core");
  const profile = await mkdtemp(join(tmpdir(), "district-charts-"));
  const browser = await puppeteer.launch({
    executablePath: findBrowser(),
    userDataDir: profile,
    args: [...flags(), ...args],
    ...options,
  });
  const close = browser.close.bind(browser);
  browser.close = async () => {
    await close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return browser;
}

function flags() {
  return [
    "--headless",
    // Chromium's sandbox refuses to run as root, as it would in many containers.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
}
