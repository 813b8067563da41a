// Against a collapse: the ratios of a few rounds, held against bench/budgets.json. That has
// what a whole run reached; where it is to come to, the bars of bench/rows.js say.
import { readText } from "../tools/files.mjs";
import { linesOf } from "./report.mjs";

/** A few rounds on a busy machine are off by half at times; by this much, something broke. */
const COLLAPSE = 2;

const budgets = JSON.parse(readText("bench/budgets.json"));

export function hasBudget({ group, name }) {
  return `${group}: ${name}` in budgets;
}

/** What of a row is far over its budget, a sentence each. */
export function collapsesOf(measured) {
  return linesOf(measured).flatMap(({ group, name, peer, result }) => {
    const row = `${group}: ${name}`;
    const budget = budgets[row][peer];
    if (result <= COLLAPSE * budget) return [];
    return [`${row}: ${result.toFixed(2)} × ${peer}, where ${budget} was reached`];
  });
}
