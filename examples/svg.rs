//! Writes a chart of a document as SVG:
//!
//! ```text
//! cargo run --example svg -- tra-cu-2023.json poverty vi > poverty.svg
//! ```
#![allow(clippy::print_stdout)]

use district_charts::chart::{Chart, Options};
use district_charts::describe;
use district_charts::error::Issue;
use district_charts::input::Tree;
use district_charts::locale::Locale;
use std::env;
use std::error::Error;
use std::fs;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let path = arguments.next().ok_or("Give the path of a document, a chart and a language.")?;
    let chart = arguments.next();
    let lang = arguments.next().unwrap_or_else(|| "vi".to_owned());

    let text = fs::read_to_string(&path)?;
    let document = Tree::from_json(&text).map_err(|(line, column)| {
        format!("{path} is no JSON from line {line}, column {column}.")
    })?;
    let locale = Locale::parse(&lang);
    let chart = Chart::new(&document, Options { chart, lang, ..Options::default() })
        .map_err(|issues| sentences(&issues, &locale))?;
    print!("{}", chart.svg(720.0, None));
    Ok(())
}

/// Every problem with its place, a line each.
fn sentences(issues: &[Issue], locale: &Locale) -> String {
    let sentence =
        |issue: &Issue| format!("{}: {}", issue.path, describe::problem(&issue.problem, locale));
    issues.iter().map(sentence).collect::<Vec<_>>().join("\n")
}
