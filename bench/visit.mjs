// One sample: of a page that is visited anew, or of a measure in a page of its own.
import { Stop } from "../tools/steps.mjs";

const PATIENCE = 60_000;

/** What a page takes from navigation to all charts drawn: `of` time, bytes or memory. */
export async function visit({ browser, url }, path, { of, slow }) {
  const address = `${url}/${path}`;
  return inPage(browser, async (page) => {
    await page.evaluateOnNewDocument(watch, PATIENCE);
    if (slow) await slowDown(page);
    await page.goto(address, { timeout: PATIENCE });
    const { time, failure } = await page.evaluate(() => window.outcome);
    if (failure) throw new Stop(`The page at ${address} failed: ${failure}.`);
    if (of === "time") return time;
    if (of === "bytes") return page.evaluate(fetchedBytes);
    return (await memoryOf(page)) / 2 ** 20;
  });
}

/** What a measure of bench/page.js answers in a new page of the peer. */
export async function measure({ browser, url }, peer, name, args) {
  return inPage(browser, async (page) => {
    await page.goto(`${url}/${peer}/open/`);
    await page.waitForFunction(() => window.measures);
    const answer = page.evaluate((name, args) => window.measures[name](...args), name, args);
    try {
      return await answer;
    } catch (error) {
      throw new Stop(`${peer} could not do ${name} of ${args.join(", ")}: ${error.message}`);
    }
  });
}

async function inPage(browser, work) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.setViewport({ width: 800, height: 600 });
    return await work(page);
  } finally {
    await context.close();
  }
}

/** Runs in the page before its own scripts. */
function watch(patience) {
  window.outcome = new Promise((done) => {
    window.drawn = () => done({ time: performance.now() });
    window.failed = (failure) => done({ failure });
    setTimeout(() => window.failed("not everything was drawn in time"), patience);
  });
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...args) => {
    const made = await instantiate.apply(WebAssembly, args);
    const { exports } = made.instance ?? made;
    window.wasmMemory = Object.values(exports).find((one) => one instanceof WebAssembly.Memory);
    return made;
  };
}

async function slowDown(page) {
  const { PredefinedNetworkConditions } = await import("puppeteer-core");
  await page.emulateNetworkConditions(PredefinedNetworkConditions["Slow 4G"]);
  await page.emulateCPUThrottling(4);
}

function fetchedBytes() {
  return performance
    .getEntriesByType("resource")
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
}

async function memoryOf(page) {
  const devtools = await page.createCDPSession();
  await devtools.send("Performance.enable");
  // Weak and finalized objects go with a second one.
  for (let time = 0; time < 2; time++) await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const heap = metrics.find(({ name }) => name === "JSHeapUsedSize").value;
  return heap + (await page.evaluate(() => window.wasmMemory?.buffer.byteLength ?? 0));
}
