//! Figures as a document writes them and as a summary says them, and what a
//! reader may conclude from them. Numbers are whole hundredths here, so that
//! nothing is lost in sums and differences.

use crate::language::Language;
use proptest::prelude::*;
use serde_json::{Value, json};

pub const QUALIFIERS: [&str; 6] = ["over", "under", "about", "nearly", "atLeast", "atMost"];
pub const STATUSES: [&str; 4] = ["provisional", "estimated", "revised", "derived"];
pub const REASONS: [&str; 6] =
    ["noFigure", "suppressed", "notCollected", "notApplicable", "up", "down"];

#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    Known { hundredths: i64, qualifier: Option<&'static str>, status: Option<&'static str> },
    Missing(&'static str),
}

pub fn exact(hundredths: i64) -> Figure {
    Figure::Known { hundredths, qualifier: None, status: None }
}

/// 233 → 2.33, the nearest double to it.
pub fn number(hundredths: i64) -> Value {
    json!(hundredths as f64 / 100.0)
}

impl Figure {
    pub fn json(&self) -> Value {
        match self {
            Figure::Known { hundredths, qualifier, status } => {
                let mut object = json!({ "value": number(*hundredths) });
                for (key, word) in [("qualifier", qualifier), ("status", status)] {
                    if let Some(word) = word {
                        object[key] = json!(word);
                    }
                }
                object
            }
            Figure::Missing("noFigure") => Value::Null,
            Figure::Missing(way @ ("up" | "down")) => json!({ "value": null, "direction": way }),
            Figure::Missing(status) => json!({ "value": null, "status": status }),
        }
    }

    pub fn hundredths(&self) -> Option<i64> {
        if let Figure::Known { hundredths, .. } = self { Some(*hundredths) } else { None }
    }

    pub fn qualifier(&self) -> Option<&'static str> {
        if let Figure::Known { qualifier, .. } = self { *qualifier } else { None }
    }

    pub fn exactly(&self) -> Option<i64> {
        self.hundredths().filter(|_| self.qualifier().is_none())
    }

    pub fn reason(&self) -> Option<&'static str> {
        if let Figure::Missing(reason) = self { Some(reason) } else { None }
    }

    /// A number, or at least where it went.
    pub fn says_something(&self) -> bool {
        matches!(self.reason(), None | Some("up" | "down"))
    }

    /// The ends of what the true number can be, in thousandths of hundredths:
    /// “over 36” begins just above it.
    fn possible(&self) -> Option<(i64, i64)> {
        const FAR: i64 = 1 << 50;
        let value = self.hundredths()? * 1000;
        Some(match self.qualifier() {
            None => (value, value),
            Some("over") => (value + 1, FAR),
            Some("atLeast") => (value, FAR),
            Some("under" | "nearly") => (-FAR, value - 1),
            Some("atMost") => (-FAR, value),
            Some(_) => (-FAR, FAR),
        })
    }
}

/// Those that are highest (or, by `sign` −1, lowest) whatever the true numbers
/// are; none where that is not certain, or where all are equal.
pub fn certain_extremes(sign: i64, figures: &[&Figure]) -> Vec<usize> {
    let possible: Vec<Option<(i64, i64)>> = figures.iter().map(|f| f.possible()).collect();
    let known: Vec<(usize, (i64, i64))> =
        possible.iter().enumerate().filter_map(|(index, ends)| Some((index, (*ends)?))).collect();
    let is_above = |a: (i64, i64), b: (i64, i64)| if sign > 0 { a.0 > b.1 } else { a.1 < b.0 };
    let is_equal = |a: (i64, i64), b: (i64, i64)| a.0 == a.1 && a == b;
    let wins = |own: usize, ends: (i64, i64)| {
        known.iter().all(|(other, o)| *other == own || is_above(ends, *o) || is_equal(ends, *o))
    };
    let winners: Vec<usize> =
        known.iter().filter(|(index, ends)| wins(*index, *ends)).map(|(index, _)| *index).collect();
    if winners.len() == known.len() { Vec::new() } else { winners }
}

/// A figure as a sentence says it: “trên 36% (sơ bộ)”. Panics on what it cannot
/// read: the summary then says what no figure is.
pub fn read(text: &str, unit: &str, language: &Language) -> Figure {
    if let Some(reason) = REASONS.into_iter().find(|reason| language.word(reason) == text) {
        return Figure::Missing(reason);
    }
    let (text, status) = match text.split_once(" (") {
        Some((text, status)) => (text, language.which(&STATUSES, status.trim_end_matches(')'))),
        None => (text, None),
    };
    let qualifier =
        QUALIFIERS.into_iter().find(|key| text.starts_with(&format!("{} ", language.word(key))));
    let number = qualifier.map_or(text, |key| &text[language.word(key).len() + 1..]);
    let number = number.strip_suffix(unit).unwrap_or_else(|| panic!("{text} has no {unit}"));
    Figure::Known { hundredths: hundredths(number, language), qualifier, status }
}

/// −1.234,5 → −123450
pub fn hundredths(text: &str, language: &Language) -> i64 {
    let plain = text.replace(language.group, "");
    let (sign, digits) = plain.strip_prefix('−').map_or((1, &*plain), |digits| (-1, digits));
    let (whole, decimals) = digits.split_once(language.decimal).unwrap_or((digits, ""));
    assert!(decimals.len() <= 2, "{text}");
    let read = |digits: &str| digits.parse::<i64>().unwrap_or_else(|_| panic!("{text}: a number?"));
    sign * (100 * read(whole) + read(&format!("{decimals:0<2}")))
}

/// A figure of any kind; the last digits are often zero, the numbers often the
/// same, so that there are ties.
pub fn any(least: i64, most: i64) -> impl Strategy<Value = Figure> {
    let value = prop_oneof![
        2 => (least..=most).prop_map(|value| value / 100 * 100),
        1 => (least..=most).prop_map(|value| value / 10 * 10),
        1 => least..=most,
    ];
    let status = prop::option::weighted(0.2, prop::sample::select(STATUSES.to_vec()));
    let qualifier = prop::option::weighted(0.25, prop::sample::select(QUALIFIERS.to_vec()));
    let known = (value, qualifier, status).prop_map(move |(hundredths, qualifier, status)| {
        // “Under 0” of what is never negative is refused.
        let qualifier = qualifier.filter(|_| least < 0 || hundredths > 0);
        Figure::Known { hundredths, qualifier, status }
    });
    prop_oneof![
        5 => known,
        1 => prop::sample::select(REASONS.to_vec()).prop_map(Figure::Missing),
    ]
}
