// The three engines that the tests run in.
import { launch } from "./browser.mjs";
import { launchFirefox } from "./firefox.mjs";
import { launchWebKit } from "./webkit.mjs";

const LAUNCHERS = { chromium: launch, firefox: launchFirefox, webkit: launchWebKit };

export const ENGINES = Object.keys(LAUNCHERS);

/** What puppeteer calls a browser, or as much of it as the tests use. */
export function launchEngine(name, options) {
  return LAUNCHERS[name](options);
}
