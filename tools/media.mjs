// What a person can ask of every page, as Chromium's developer tools tell it the page.

/** The four themes that everything is looked at in. */
export const THEMES = {
  light: { "prefers-color-scheme": "light" },
  dark: { "prefers-color-scheme": "dark" },
  "forced-colors": { "forced-colors": "active", "prefers-color-scheme": "dark" },
  "more-contrast": { "prefers-contrast": "more", "prefers-color-scheme": "light" },
};

export { LANGUAGES } from "./words.mjs";

/** Takes the place of all that was set before; the page is told of it at its next frame. */
export function setMedia(devtools, features, media = "") {
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  return devtools.send("Emulation.setEmulatedMedia", { media, features: list });
}
