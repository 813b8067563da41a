// The engine that the tests of this process run in: `ENGINE`, by default Chromium.
export const engine = process.env.ENGINE ?? "chromium";

/** What only some engines' drivers let a test do. */
const DRIVERS = {
  "developer tools": ["chromium"],
  "print as lines": ["chromium"],
  "media features": ["chromium"],
  fingers: ["chromium"],
  "requests that can be seen and changed": ["chromium", "firefox"],
  "a clipboard that can be read": ["chromium"],
  "scripts that can be turned off": ["chromium"],
  "a network that can be cut": ["chromium", "firefox"],
  "print to PDF": ["chromium", "firefox"],
  "zoom of an open page": ["chromium", "firefox"],
  "keys held down": ["chromium", "firefox"],
  "keys in frames": ["chromium"],
  "selections in shadow trees": ["chromium"],
  "a last tab stop": ["chromium", "firefox"],
  "windows under 290 pixels": ["chromium", "firefox"],
  "zoom as the standard has it": ["chromium", "firefox"],
};

/** For the options of a test: whether the engine's driver lacks one of these. */
export function needs(...abilities) {
  const missing = abilities.filter((ability) => !DRIVERS[ability].includes(engine));
  return { skip: missing.length > 0 && `${engine}'s driver has no ${missing.join(", no ")}` };
}
