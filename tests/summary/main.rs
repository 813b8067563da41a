//! What a summary says is true: random documents of every chart are summed up in
//! two languages, the sentences are taken apart, and what they say is held
//! against what follows from the figures that were drawn. Nothing of the model is
//! used for that, neither its differences nor its order nor its words.

mod criteria;
mod figure;
mod language;
mod levels;
mod rows;
mod sentence;
mod targets;

use district_charts::describe;
use district_charts::input::Tree;
use district_charts::locale::Locale;
use district_charts::model;
use language::{EN, Language, VI};
use proptest::prelude::*;
use serde_json::Value;

fn summary(
    document: &Value,
    chart: &str,
    highlight: Option<&str>,
    language: &Language,
) -> Result<String, TestCaseError> {
    let tree = Tree::from_json(&document.to_string()).expect("JSON");
    let (dataset, kind) = model::read(&tree, Some(chart))
        .map_err(|issues| TestCaseError::fail(format!("refused: {issues:?} {document:#}")))?;
    let text = describe::summary(&dataset, kind, highlight, &Locale::parse(language.tag));
    Ok(text.replace('\u{A0}', " "))
}

/// Each fact is told, each that is told is one; “nothing is missing” is not said.
fn same_facts(
    mut expected: Vec<String>,
    mut told: Vec<String>,
    text: &str,
) -> Result<(), TestCaseError> {
    expected.retain(|fact| fact != "nothing is missing");
    expected.sort();
    told.sort();
    prop_assert_eq!(expected, told, "{}", text);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_told_of_rows_is_true(table in rows::any_table()) {
        for language in [VI, EN] {
            let document = table.document();
            let text = summary(&document, table.chart(), table.highlight(), &language)?;
            same_facts(table.facts(), table.told_facts(&text, &language), &text)?;
        }
    }

    #[test]
    fn what_is_told_of_levels_is_true(levels in levels::any_levels()) {
        for language in [VI, EN] {
            let text = summary(&levels.document(), "ntm", levels.highlight(), &language)?;
            same_facts(levels.facts(), levels.told_facts(&text, &language), &text)?;
        }
    }

    #[test]
    fn what_is_told_of_targets_is_true(items in targets::any_items()) {
        for language in [VI, EN] {
            let text = summary(&targets::document(&items), "targets", None, &language)?;
            same_facts(targets::facts(&items), targets::told_facts(&items, &text, &language), &text)?;
        }
    }

    #[test]
    fn what_is_told_of_criteria_is_true(grid in criteria::any_grid()) {
        for language in [VI, EN] {
            let text = summary(&grid.document(), "ntm-criteria", grid.highlight(), &language)?;
            same_facts(grid.facts(), grid.told_facts(&text, &language), &text)?;
        }
    }
}
