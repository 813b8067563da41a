// A page of WebKit with the face of puppeteer's, as far as the tests use it, so that one
// set of tests runs in every engine.
import { setTimeout as pause } from "node:timers/promises";

const WAIT_TIME = 30_000;
const FRAME_TIME = 16;
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** As the W3C's WebDriver numbers them. */
const KEYS = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Alt: "\uE00A",
  Escape: "\uE00C",
  Space: " ",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Delete: "\uE017",
};

/** Keeps what comes to the console; the driver tells nothing of it. */
const CONSOLE = `{
  const messages = [];
  for (const kind of ["debug", "info", "log", "warn", "error"]) {
    const tell = console[kind];
    console[kind] = (...said) => {
      messages.push(said.join(" "));
      tell.apply(console, said);
    };
  }
  window.takeMessages = () => messages.splice(0);
}`;

/** A document, of the page or of a frame in it. */
class Realm {
  /** Runs a script in the document; its last parameter is called with the answer. */
  async execute(_script, _args) {
    throw new Error("A document says how it runs scripts.");
  }

  /** Takes what came to the console. */
  tell(_messages) {}

  async evaluate(work, ...args) {
    return this.#run(callOf(work, args), []);
  }

  /** Runs `work` with this element before the other parameters. */
  async evaluateWith(element, work, ...args) {
    return this.#run(callOf(work, args, "parameters[0]"), [element]);
  }

  async #run(call, args) {
    const script = `const parameters = arguments;
      const done = parameters[parameters.length - 1];
      const answer = (result) =>
        done(JSON.stringify({ ...result, messages: window.takeMessages?.() ?? [] }));
      // A task of the page's own: in the driver's, WebKit runs microtasks amid other work.
      setTimeout(() => {
        (async () => ${call})().then(
          (value) => answer({ value }),
          (error) => answer({ error: [error, error?.cause].filter(Boolean).join(", by ") }),
        );
      });`;
    const { value, error, messages } = JSON.parse(await this.execute(script, args));
    this.tell(messages);
    if (error !== undefined) throw new Error(error);
    return value;
  }

  async $$(selector) {
    const script = `arguments[arguments.length - 1]((${findAll})(arguments[0]))`;
    const found = await this.execute(script, [selector]);
    return found.map((element) => new Element(this, element));
  }

  async $(selector) {
    return (await this.$$(selector))[0] ?? null;
  }

  async $eval(selector, work, ...args) {
    return (await this.#one(selector)).evaluate(work, ...args);
  }

  async $$eval(selector, work, ...args) {
    const found = `(${findAll})(${JSON.stringify(selector)})`;
    return this.#run(callOf(work, args, found), []);
  }

  async #one(selector) {
    const element = await this.$(selector);
    if (element === null) throw new Error(`There is no ${selector}.`);
    return element;
  }

  focus(selector) {
    return this.$eval(selector, (element) => element.focus());
  }

  async click(selector) {
    await (await this.#one(selector)).click();
  }

  select(selector, value) {
    return this.$eval(
      selector,
      (element, value) => {
        element.value = value;
        for (const type of ["input", "change"]) {
          element.dispatchEvent(new Event(type, { bubbles: true }));
        }
      },
      value,
    );
  }

  waitForFunction(work, { timeout } = {}, ...args) {
    return until(() => this.evaluate(work, ...args), `${work}`, timeout);
  }

  waitForSelector(selector, { timeout } = {}) {
    return until(() => this.$(selector), selector, timeout);
  }
}

export class WebKitPage extends Realm {
  #sessionAt;
  #session;
  #listeners = [];
  #scripts = [CONSOLE];

  /** `sessionAt` has a window for each number of device pixels. */
  static async open(sessionAt) {
    const page = new WebKitPage();
    page.#sessionAt = sessionAt;
    page.#session = await sessionAt(1);
    page.keyboard = new Keyboard(page);
    page.mouse = new Mouse(page);
    return page;
  }

  send(method, path, body = method === "POST" ? {} : undefined) {
    return this.#session.send(method, path, body);
  }

  execute(script, args) {
    return this.send("POST", "/execute/async", { script, args });
  }

  tell(messages) {
    for (const text of messages) {
      for (const listener of this.#listeners) listener({ text: () => text });
    }
  }

  /** Done when the page has had the time to follow. */
  async act(actions) {
    await this.send("POST", "/actions", { actions: [actions] });
    await this.evaluate(() => new Promise((done) => requestAnimationFrame(() => done())));
  }

  /** Nothing of it is left for the next page, which stands in the same window. */
  async close() {
    await this.send("DELETE", "/actions");
    await this.goto("about:blank");
  }

  async setViewport({ width, height, deviceScaleFactor = 1, hasTouch = false }) {
    if (hasTouch) throw new Error("WebKit's driver has no fingers.");
    this.#session = await this.#sessionAt(deviceScaleFactor);
    const [besides, above] = await this.evaluate(() => [
      outerWidth - innerWidth,
      outerHeight - innerHeight,
    ]);
    const outer = { width: width + besides, height: height + above };
    await this.send("POST", "/window/rect", outer);
    const isSized = (width, height) => innerWidth === width && innerHeight === height;
    await this.waitForFunction(isSized, {}, width, height);
  }

  /** The driver cannot: who serves the page puts `preparation` before its own scripts. */
  async evaluateOnNewDocument(work, ...args) {
    this.#scripts.push(callOf(work, args));
  }

  get preparation() {
    return this.#scripts.join(";\n");
  }

  /** What comes to the console is told after the next call. */
  on(event, listener) {
    if (event === "console") this.#listeners.push(listener);
    else if (event !== "pageerror") throw new Error(`WebKit's driver does not tell of a ${event}.`);
  }

  async goto(url) {
    await this.send("POST", "/url", { url });
  }

  async reload() {
    await this.send("POST", "/refresh");
  }

  async screenshot() {
    return Buffer.from(await this.send("GET", "/screenshot"), "base64");
  }

  /** Into a field; WebKitGTK takes keys from a queue, and this waits for the last. */
  async type(selector, text) {
    await this.focus(selector);
    await this.keyboard.type(text);
    const has = (selector, text) => document.querySelector(selector).value.endsWith(text);
    await this.waitForFunction(has, {}, selector, text);
  }

  /** The page itself and the frames straight in it; puppeteer has them at once. */
  async frames() {
    const inner = await this.$$("iframe");
    return [this, ...inner.map((element) => new Frame(this, element.reference))];
  }

  /** A frame straight in the page, for whose address `isIt` answers. */
  waitForFrame(isIt) {
    const find = async () => {
      for (const frame of (await this.frames()).slice(1)) {
        const address = await frame.evaluate(() => location.href);
        if (isIt({ url: () => address })) return frame;
      }
      return null;
    };
    return until(find, "a frame");
  }
}

class Frame extends Realm {
  #page;
  #reference;

  constructor(page, reference) {
    super();
    this.#page = page;
    this.#reference = reference;
  }

  async execute(script, args) {
    await this.#page.send("POST", "/frame", { id: this.#reference });
    try {
      return await this.#page.execute(script, args);
    } finally {
      await this.#page.send("POST", "/frame", { id: null });
    }
  }

  tell(messages) {
    this.#page.tell(messages);
  }
}

class Element {
  #realm;

  constructor(realm, reference) {
    this.#realm = realm;
    this.reference = reference;
  }

  evaluate(work, ...args) {
    return this.#realm.evaluateWith(this.reference, work, ...args);
  }

  async click() {
    const middle = await this.evaluate((element) => {
      element.scrollIntoView({ block: "nearest" });
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    });
    await this.#realm.mouse.click(...middle);
  }

  async screenshot() {
    const path = `/element/${this.reference[ELEMENT]}/screenshot`;
    return Buffer.from(await this.#realm.send("GET", path), "base64");
  }
}

class Keyboard {
  #page;

  constructor(page) {
    this.#page = page;
  }

  async #act(...actions) {
    await this.#page.act({ type: "key", id: "keyboard", actions });
  }

  down(key) {
    return this.#act({ type: "keyDown", value: KEYS[key] ?? key });
  }

  up(key) {
    return this.#act({ type: "keyUp", value: KEYS[key] ?? key });
  }

  press(key) {
    const value = KEYS[key] ?? key;
    return this.#act({ type: "keyDown", value }, { type: "keyUp", value });
  }

  async type(text) {
    for (const character of text) await this.press(character);
  }
}

class Mouse {
  #page;

  constructor(page) {
    this.#page = page;
  }

  async #act(x, y, ...more) {
    const move = { type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y) };
    const parameters = { pointerType: "mouse" };
    await this.#page.act({ type: "pointer", id: "mouse", parameters, actions: [move, ...more] });
  }

  move(x, y) {
    return this.#act(x, y);
  }

  click(x, y) {
    return this.#act(x, y, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 });
  }
}

/** A call of `work`, a function or an expression, as text. */
function callOf(work, args, ...before) {
  if (typeof work === "string") return `(${work})`;
  const all = [...before, ...args.map((arg) => JSON.stringify(arg))];
  return `(${work})(${all.join(", ")})`;
}

/** In the page: all that `selector` finds, as puppeteer has it: “>>> ” is any depth of shadow. */
function findAll(selector) {
  const [first, ...inner] = selector.split(">>>").map((part) => part.trim());
  const deep = (root) => [
    root,
    ...[...root.querySelectorAll("*")].flatMap((one) =>
      one.shadowRoot ? deep(one.shadowRoot) : [],
    ),
  ];
  let found = first ? [...document.querySelectorAll(first)] : [document];
  for (const part of inner) {
    const roots = found.flatMap((one) => (one.shadowRoot ? deep(one.shadowRoot) : deep(one)));
    found = [...new Set(roots.flatMap((root) => [...root.querySelectorAll(part)]))];
  }
  return found;
}

async function until(find, name, timeout = WAIT_TIME) {
  const deadline = performance.now() + timeout;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${name}.`);
    await pause(FRAME_TIME);
  }
}
