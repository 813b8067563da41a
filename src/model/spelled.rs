//! A string in place of a figure: what to write instead.

use super::read::excerpt;
use crate::error::{Expected, Problem};

/// Bytes of a string that may spell a figure.
const LONGEST: usize = 120;

/// The qualifiers, with the words and signs that stand beside a number.
const WORDS: [(&str, &str); 6] = [
    ("over", "trên|hơn|>|over|more than"),
    ("under", "dưới|<|under|less than"),
    ("about", "khoảng|~|about"),
    ("nearly", "gần|nearly"),
    ("atLeast", "ít nhất|≥|>=|trở lên|at least|or more"),
    ("atMost", "không quá|≤|<=|trở xuống|at most|or less"),
];

/// What to write instead of “trên 36%” or “14.120 tỷ đồng”; `None` where no number is
/// spelled, or where words beside it may mean more than a unit.
pub(super) fn instead_of(text: &str, expected: Expected) -> Option<Problem> {
    if text.len() > LONGEST {
        return None;
    }
    let start = text.bytes().position(|byte| byte.is_ascii_digit())?;
    let end = text.bytes().rposition(|byte| byte.is_ascii_digit())? + 1;
    let (before, after) = (text.get(..start)?, text.get(end..)?.trim());
    let (before, sign) = match before.strip_suffix(['-', '−']) {
        Some(before) => (before.trim(), "-"),
        None => (before.trim(), ""),
    };
    let qualifier = match (qualifier(before), qualifier(after)) {
        (qualifier, None) if is_unit(after) && (before.is_empty() || qualifier.is_some()) => {
            qualifier
        }
        (None, qualifier @ Some(_)) if before.is_empty() => qualifier,
        _ => return None,
    };
    let written = |number: &str| written([sign, number].concat(), qualifier, expected);
    let digits: Vec<&str> = text.get(start..end)?.split_whitespace().collect();
    let digits = digits.concat();
    let found = excerpt(text);
    match (read(&digits, '.', ','), read(&digits, ',', '.')) {
        (Some(vietnamese), Some(english)) if vietnamese != english => {
            let (whole, decimal) =
                if digits.contains('.') { (vietnamese, english) } else { (english, vietnamese) };
            Some(Problem::AmbiguousNumber {
                found,
                whole: written(&whole)?,
                decimal: written(&decimal)?,
            })
        }
        (Some(number), _) | (None, Some(number)) => {
            Some(Problem::NumberAsString { found, number: written(&number)? })
        }
        (None, None) => None,
    }
}

/// As JSON, with its qualifier where one may stand.
#[inline(never)]
fn written(number: String, qualifier: Option<&str>, expected: Expected) -> Option<String> {
    let Some(qualifier) = qualifier else { return Some(number) };
    let (start, end) = match expected {
        Expected::Figure => ("{ ", " }"),
        // In an object that is there already.
        Expected::NumberOrNull => ("", ""),
        _ => return None,
    };
    let parts = [start, "\"value\": ", &number, ", \"qualifier\": \"", qualifier, "\"", end];
    Some(parts.concat())
}

#[inline(never)]
fn qualifier(text: &str) -> Option<&'static str> {
    let is = |word: &str| word.eq_ignore_ascii_case(text);
    WORDS.iter().find(|(_, words)| words.split('|').any(is)).map(|(name, _)| *name)
}

/// “%”, “triệu đồng/người/năm”; in brackets and after a star stands more.
fn is_unit(text: &str) -> bool {
    !text.bytes().any(|byte| b"(*[+-".contains(&byte))
}

/// How JSON writes a number whose thousands are parted by `group`, as far as it can be one.
fn read(digits: &str, group: char, decimal: char) -> Option<String> {
    let (whole, fraction) = digits.split_once(decimal).unwrap_or((digits, ""));
    let groups: Vec<&str> = whole.split(group).collect();
    let (first, others) = groups.split_first()?;
    let is_grouped = first.len() <= 3 && *first != "0" && others.iter().all(|g| g.len() == 3);
    let mut number = groups.concat();
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !(is_grouped || others.is_empty()) || !all_digits(&number) || !all_digits(fraction) {
        return None;
    }
    let fraction = fraction.trim_end_matches('0');
    if !fraction.is_empty() {
        number.push('.');
        number.push_str(fraction);
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instead(text: &str, expected: Expected) -> String {
        match instead_of(text, expected) {
            Some(Problem::NumberAsString { number, .. }) => number,
            Some(Problem::AmbiguousNumber { whole, decimal, .. }) => {
                [&*whole, &decimal].join(" or ")
            }
            _ => "none".to_string(),
        }
    }

    fn figure(text: &str) -> String {
        instead(text, Expected::Figure)
    }

    #[test]
    fn a_number_in_a_string_is_told_how_to_be_written() {
        for (text, number) in [
            ("2,33", "2.33"),
            ("2.33 %", "2.33"),
            ("−40,85", "-40.85"),
            ("14.120", "14120 or 14.12"),
            ("14,000", "14000 or 14"),
            ("0,125", "0.125"),
            ("1.234.567,89", "1234567.89"),
            ("1,234,567", "1234567"),
            ("14 120,5", "14120.5"),
            ("36", "36"),
            ("3.443 tỷ đồng", "3443 or 3.443"),
            ("62,8 triệu đồng/người/năm", "62.8"),
        ] {
            assert_eq!(figure(text), number, "{text}");
        }
    }

    #[test]
    fn a_qualifier_in_a_string_is_told_how_to_be_written() {
        for (text, number, qualifier) in [
            ("trên 36%", "36", "over"),
            ("Hơn 36 %", "36", "over"),
            ("> 36", "36", "over"),
            (">=36", "36", "atLeast"),
            ("khoảng 5", "5", "about"),
            ("dưới -2,5%", "-2.5", "under"),
            ("gần 1.234.567,8 đồng", "1234567.8", "nearly"),
            ("không quá 3%", "3", "atMost"),
            ("15 trở lên", "15", "atLeast"),
            ("Over 36%", "36", "over"),
            ("at least 5", "5", "atLeast"),
        ] {
            let pair = format!(r#""value": {number}, "qualifier": "{qualifier}""#);
            assert_eq!(figure(text), format!(r#"{{ {pair} }}"#), "{text}");
            assert_eq!(instead(text, Expected::NumberOrNull), pair, "{text}");
            assert_eq!(instead(text, Expected::WholeNumber), "none", "{text}");
        }
        let both =
            r#"{ "value": 14120, "qualifier": "over" } or { "value": 14.12, "qualifier": "over" }"#;
        assert_eq!(figure("trên 14.120 tỷ đồng"), both);
    }

    #[test]
    fn what_may_mean_more_is_not_guessed() {
        for text in [
            "trên dưới 36",
            "tăng 5%",
            "5 (sơ bộ)",
            "trên 15 trở lên",
            "5*",
            "94/126",
            "15-18",
            "1.2.3",
            "tháng 6/2024",
            "",
            "…",
            "không",
            ".5,",
            "5+",
        ] {
            assert_eq!(figure(text), "none", "{text}");
        }
    }
}
