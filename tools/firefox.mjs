// Firefox over WebDriver BiDi, by the same puppeteer that drives Chromium.
import { existsSync } from "node:fs";
import { findProgram, Stop } from "./steps.mjs";

const COMMANDS = ["firefox-esr", "firefox"];
const PLACES = ["/Applications/Firefox.app/Contents/MacOS/firefox"];

/** The path of Firefox, null where there is none. FIREFOX_PATH wins. */
export function findFirefox() {
  const chosen = process.env.FIREFOX_PATH;
  if (chosen && !existsSync(chosen)) {
    throw new Stop(`FIREFOX_PATH names ${chosen}, which does not exist.`);
  }
  return chosen || findProgram(COMMANDS, PLACES);
}

/** Starts it headless; the profile is puppeteer's, made for this start and deleted after. */
export async function launchFirefox() {
  const { default: puppeteer } = await import("puppeteer-core");
  return puppeteer.launch({
    browser: "firefox",
    executablePath: findFirefox(),
    headless: true,
    // What is emulated is a preference of the whole program, which pages may not touch.
    args: ["--remote-allow-system-access"],
  });
}
