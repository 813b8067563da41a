/** The page in the frame: one chart, as its address says, and its height told to the page around. */
import { baseLanguage, fill, type Language } from "../language.js";
import { type AskMessage, type HeightMessage, isOfKind, refuse } from "./messages.js";

/** Parameters that are the element's attributes of the same name. */
const ATTRIBUTES = ["chart", "src", "highlight", "toolbar", "print"];

const vi = {
  noSrc: "Địa chỉ nhúng thiếu src. Hãy viết embed.html?src=tệp.json&chart=growth.",
  otherSite:
    "Trang này chỉ vẽ dữ liệu của {own}, không vẽ {src}. Hãy đặt tệp JSON trên chính máy chủ ấy.",
};

const en: typeof vi = {
  noSrc: "The address lacks src. Write embed.html?src=file.json&chart=growth.",
  otherSite:
    "This page draws data of {own} only, and not {src}. Put the JSON file on that same server.",
};

// Awaiting a native reader.
const km: typeof vi = {
  noSrc: "អាសយដ្ឋានបង្កប់ខ្វះ src។ សូមសរសេរ embed.html?src=file.json&chart=growth។",
  otherSite: "ទំព័រនេះគូរតែទិន្នន័យរបស់ {own} មិនគូរ {src} ទេ។ សូមដាក់ឯកសារ JSON លើម៉ាស៊ីនមេនោះ។",
};

const WORDS: Record<Language, typeof vi> = { vi, en, km };

const root = document.documentElement;

async function start(parameters: URLSearchParams) {
  const { lang, theme } = Object.fromEntries(parameters);
  root.lang = lang || root.lang;
  root.dataset.theme = theme ?? "";
  addEventListener("message", ({ source, data }) => {
    if (!isOfKind(data, "district-charts:page")) return;
    if (source !== parent) return refuse("source");
    follow(data, { lang, theme });
  });
  const question: AskMessage = { type: "district-charts:ask" };
  parent.postMessage(question, "*");
  const content = chartOrReason(parameters);
  document.body.append(content);
  // Until then the height is only what is kept free for the chart.
  if ("updateComplete" in content) await content.updateComplete;
  new ResizeObserver(tellHeight).observe(root);
  addEventListener("message", ({ source, data }) => {
    if (source === parent && isOfKind(data, "district-charts:ask")) tellHeight();
  });
}

const THEME = /^(?:light|dark)$/;
const LANGUAGE = /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i;

/** Looks and speaks as the page around it, where its own address does not say how. */
function follow(page: Record<string, unknown>, own: { theme?: string; lang?: string }) {
  const { theme, lang = root.lang } = page;
  const isSaid = typeof theme === "string" && typeof lang === "string";
  if (!isSaid || !THEME.test(theme) || !LANGUAGE.test(lang)) return refuse("page");
  if (!own.theme) root.dataset.theme = theme;
  if (!own.lang) root.lang = lang;
}

function chartOrReason(parameters: URLSearchParams): HTMLElement {
  const src = parameters.get("src");
  const words = WORDS[baseLanguage(root.lang)];
  if (!src) return reason(words.noSrc);
  const sites = dataSites();
  forbidOthers(sites);
  if (!sites.includes(originOf(src))) {
    return reason(fill(words.otherSite, { own: location.origin, src }));
  }
  const chart = document.createElement("district-chart");
  for (const name of ATTRIBUTES) {
    const value = parameters.get(name);
    if (value !== null) chart.setAttribute(name, value);
  }
  chart.addEventListener("dc-ready", () => nameAfter(chart));
  return chart;
}

function reason(sentence: string) {
  const text = document.createElement("p");
  text.setAttribute("role", "alert");
  text.textContent = sentence;
  return text;
}

/** This site, and those that the page lists. Not the document's origin: a sandbox makes it opaque. */
function dataSites() {
  const listed = document.querySelector<HTMLMetaElement>("meta[name=data-sites]")?.content ?? "";
  return [location.origin, ...listed.split(/\s+/).filter(Boolean)];
}

/** An address of this site may lead elsewhere; only the browser can stop it there. */
function forbidOthers(sites: string[]) {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  // Not 'self', which Safari takes for nobody in a sandbox.
  policy.content = `connect-src ${sites.join(" ")}`;
  document.head.append(policy);
}

function originOf(src: string) {
  try {
    return new URL(src, location.href).origin;
  } catch {
    return "";
  }
}

/** A frame's title is what a screen reader lists it by. */
function nameAfter({ shadowRoot }: HTMLElement) {
  const text = (selector: string) => shadowRoot?.querySelector(selector)?.textContent ?? "";
  document.title = `${text('[part="title"]')} – ${text(".place")}`;
}

function tellHeight() {
  // Not scrollHeight, which is never less than the frame's own height.
  const height = Math.ceil(root.getBoundingClientRect().height);
  const message: HeightMessage = { type: "district-charts:height", height };
  parent.postMessage(message, "*");
}

start(new URLSearchParams(location.search));
