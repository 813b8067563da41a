// axe-core in a page.
import { createRequire } from "node:module";

/** The script to add to each frame of a page. */
export const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** What axe finds: the rule, and the places with what it says of each. */
export const violations = (page) =>
  page.evaluate(async (tags) => {
    const found = await window.axe.run(document, {
      runOnly: { type: "tag", values: tags },
      resultTypes: ["violations"],
    });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id} ${target.flat().join(" ")} ${failureSummary}`,
      ),
    );
  }, TAGS);
