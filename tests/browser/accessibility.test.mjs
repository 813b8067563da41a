// The accessibility tree of Chromium: what a screen reader is given.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, open, useBrowser } from "./common/browser.mjs";
import { district } from "./common/data.mjs";
import { SCRIPT } from "./common/site.mjs";

useBrowser();

const POVERTY = {
  "/": `${SCRIPT}<district-chart chart="poverty" src="data.json"></district-chart>`,
  "/data.json": district,
};

test("figure, picture with summary, table and status are in the tree", () =>
  open(POVERTY, async (page) => {
    await drawn(page);
    const cdp = await page.createCDPSession();
    const { nodes } = await cdp.send("Accessibility.getFullAXTree");
    const found = (role) =>
      nodes
        .filter((node) => !node.ignored && node.role.value === role)
        .map((node) => node.name?.value ?? "");
    const [figure] = found("figure");
    const [image] = nodes.filter((node) => node.role?.value === "image");
    assert.equal(image.name.value, figure);
    assert.match(image.description.value, /2,33/);
    assert.equal(found("application").length, 1);
    assert.equal(found("table").length, 1);
    assert.deepEqual(found("columnheader"), ["2021", "2022", "2023"]);
    assert.deepEqual(found("rowheader").length, 2);
    assert.equal(found("cell").length, 6 + 1);
    assert.equal(found("status").length, 1);
    assert.deepEqual(found("button"), ["Bảng số liệu", "Cách đọc", "Tải về"]);
  }));

test("the chart's stop is in an application, and is not it: Orca would say nothing of it", () =>
  open(POVERTY, async (page) => {
    await drawn(page);
    await page.keyboard.press("Tab");
    const cdp = await page.createCDPSession();
    const { nodes } = await cdp.send("Accessibility.getFullAXTree");
    const isFocused = ({ properties }) => properties?.some(({ name }) => name === "focused");
    const stop = nodes.findLast(isFocused);
    assert.equal(stop.role.value, "group");
    assert.match(stop.name.value, /^Hộ nghèo/);
    assert.match(stop.description.value, /^Phím mũi tên/);
    const around = nodes.find(({ nodeId }) => nodeId === stop.parentId);
    assert.equal(around.role.value, "application");
    assert.equal(around.name.value, stop.name.value);
  }));

test("nobody who reads on lands on an empty status: it stands in the application", () =>
  open(POVERTY, async (page) => {
    await drawn(page);
    const cdp = await page.createCDPSession();
    const { nodes } = await cdp.send("Accessibility.getFullAXTree");
    const [status] = nodes.filter(({ role }) => role?.value === "status");
    const ancestors = [];
    for (let at = status; at; at = nodes.find(({ nodeId }) => nodeId === at.parentId)) {
      ancestors.push(at.role?.value);
    }
    assert.ok(ancestors.includes("application"), `${ancestors}`);
  }));
