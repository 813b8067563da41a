//! Problems as sentences for an editor who is no programmer: what was found,
//! and what to write instead.

use crate::error::{Counted, Expected, Found, Problem};
use crate::locale::{Locale, Word, plain_number};

/// Longer strings from a document are cut here.
const MAX_QUOTED: usize = 40;

pub fn problem(problem: &Problem, locale: &Locale) -> String {
    let say = |word: Word, places: &[(&str, &str)]| locale.say(word, places);
    let whole = |number: usize| locale.whole(number);
    match problem {
        Problem::Syntax { line: 0, .. } => say(Word::SyntaxSomewhere, &[]),
        Problem::Syntax { line, column } => {
            say(Word::Syntax, &[("line", &whole(*line)), ("column", &whole(*column))])
        }
        Problem::Type { expected, found: what } => {
            let places =
                [("expected", expected_word(*expected, locale)), ("found", &found(what, locale))];
            say(Word::Type, &places)
        }
        Problem::NumberAsString { found, number } => {
            say(Word::NumberAsString, &[("found", &quoted(found)), ("number", &quoted(number))])
        }
        Problem::AmbiguousNumber { found, whole, decimal } => say(
            Word::AmbiguousNumber,
            &[("found", &quoted(found)), ("whole", &quoted(whole)), ("decimal", &quoted(decimal))],
        ),
        Problem::Missing { key } => say(Word::Missing, &[("key", key)]),
        Problem::MissingOneOf { keys } => say(Word::MissingOneOf, &[("keys", &list(keys))]),
        Problem::NoSection { section } => say(Word::NoSection, &[("section", section)]),
        Problem::ChartNotNamed { found } if found.is_empty() => say(Word::NothingToDraw, &[]),
        Problem::ChartNotNamed { found } => say(Word::ChartNotNamed, &[("found", &list(found))]),
        Problem::UnknownChart { found } => say(Word::UnknownChart, &[("found", &quoted(found))]),
        Problem::ChartNotDrawn { chart } => say(Word::ChartNotDrawn, &[("chart", chart)]),
        Problem::NotDrawn { key } => say(Word::NotDrawn, &[("key", key)]),
        Problem::UnknownKey { key, similar: None } => {
            say(Word::UnknownKey, &[("key", &quoted(key))])
        }
        Problem::UnknownKey { key, similar: Some(similar) } => {
            say(Word::UnknownKeySimilar, &[("key", &quoted(key)), ("similar", similar)])
        }
        Problem::UnknownValue { found, allowed } => {
            say(Word::UnknownValue, &[("found", &quoted(found)), ("allowed", &list(allowed))])
        }
        Problem::NameNeeded { id, built_in } => {
            say(Word::NameNeeded, &[("id", &quoted(id)), ("ids", &list(built_in))])
        }
        Problem::EmptyText => say(Word::EmptyText, &[]),
        Problem::EmptyList => say(Word::EmptyList, &[]),
        Problem::Version { found } => say(Word::Version, &[("found", &quoted(found))]),
        Problem::NotFinite => say(Word::NotFinite, &[]),
        Problem::TooLarge => say(Word::TooLarge, &[]),
        Problem::TooSmall => say(Word::TooSmall, &[]),
        Problem::Negative => say(Word::Negative, &[]),
        Problem::OutOfRange { min, max } => {
            say(Word::OutOfRange, &[("min", &plain_number(*min)), ("max", &plain_number(*max))])
        }
        Problem::NotWhole => say(Word::NotWhole, &[]),
        Problem::CountAboveOf { count, of } => {
            say(Word::CountAboveOf, &[("count", &plain_number(*count)), ("of", &plain_number(*of))])
        }
        Problem::Length { found, periods } => {
            say(Word::Length, &[("found", &whole(*found)), ("periods", &whole(*periods))])
        }
        Problem::Duplicate { value } => say(Word::Duplicate, &[("value", &quoted(value))]),
        Problem::Date { found } => say(Word::Date, &[("found", &quoted(found))]),
        Problem::PeriodAt { found } => say(Word::PeriodAt, &[("found", &quoted(found))]),
        Problem::PeriodOrder { earlier, later } => {
            say(Word::PeriodOrder, &[("earlier", &quoted(earlier)), ("later", &quoted(later))])
        }
        Problem::BreakPeriod { found } => say(Word::BreakPeriod, &[("found", &quoted(found))]),
        Problem::OnlyWithNull { key, word } => {
            say(Word::OnlyWithNull, &[("key", key), ("word", &quoted(word))])
        }
        Problem::NeedsValue { key, word } => {
            say(Word::NeedsValue, &[("key", key), ("word", &quoted(word))])
        }
        Problem::Conflict { one, other } => say(Word::Conflict, &[("one", one), ("other", other)]),
        Problem::UnknownSource { id } => say(Word::UnknownSource, &[("id", &quoted(id))]),
        Problem::SourceNotNamed => say(Word::SourceNotNamed, &[]),
        Problem::TooMany { found, limit, what } => say(
            Word::TooMany,
            &[
                ("found", &whole(*found)),
                ("limit", &whole(*limit)),
                ("what", locale.word(counted(*what))),
            ],
        ),
        Problem::TooDeep => say(Word::TooDeep, &[]),
        Problem::More { count } => say(Word::More, &[("count", &whole(*count))]),
    }
}

fn expected_word(expected: Expected, locale: &Locale) -> &'static str {
    locale.word(match expected {
        Expected::Object => Word::ExpectedObject,
        Expected::Array => Word::ExpectedArray,
        Expected::Figure => Word::ExpectedFigure,
        Expected::Number => Word::ExpectedNumber,
        Expected::NumberOrNull => Word::ExpectedNumberOrNull,
        Expected::WholeNumber => Word::ExpectedWholeNumber,
        Expected::Text => Word::ExpectedText,
        Expected::String => Word::ExpectedString,
    })
}

fn found(found: &Found, locale: &Locale) -> String {
    let word = match found {
        Found::Null => Word::FoundNull,
        Found::Boolean => Word::FoundBoolean,
        Found::Number => Word::FoundNumber,
        Found::String(string) => {
            return locale.say(Word::FoundString, &[("string", &quoted(string))]);
        }
        Found::Array => Word::FoundArray,
        Found::Object => Word::FoundObject,
        Found::NotData => Word::FoundNotData,
    };
    locale.word(word).to_string()
}

fn counted(what: Counted) -> Word {
    match what {
        Counted::Areas => Word::Areas,
        Counted::Series => Word::Series,
        Counted::Periods => Word::Periods,
        Counted::Figures => Word::Figures,
        Counted::Characters => Word::Characters,
        Counted::Criteria => Word::Criteria,
        Counted::Entries => Word::Entries,
    }
}

/// “poor”, “nearPoor”
fn list(words: &[&str]) -> String {
    let mut out = String::new();
    for word in words {
        if !out.is_empty() {
            out.push_str(", ");
        }
        out.push('“');
        out.push_str(word);
        out.push('”');
    }
    out
}

/// A string of the document, short and without what would break the line or
/// turn its direction.
fn quoted(text: &str) -> String {
    let mut out = String::new();
    for (index, char) in text.chars().enumerate() {
        if index == MAX_QUOTED {
            out.push('…');
            break;
        }
        out.push(if is_invisible(char) { '\u{FFFD}' } else { char });
    }
    out
}

fn is_invisible(char: char) -> bool {
    matches!(char,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}'
        | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vi(what: Problem) -> String {
        problem(&what, &Locale::VI)
    }

    fn every_problem() -> Vec<Problem> {
        let text = || "abc".to_string();
        let mut all = vec![
            Problem::Syntax { line: 3, column: 14 },
            Problem::Syntax { line: 0, column: 0 },
            Problem::NumberAsString { found: "2,33".into(), number: "2.33".into() },
            Problem::AmbiguousNumber {
                found: "14.120".into(),
                whole: "14120".into(),
                decimal: "14.12".into(),
            },
            Problem::Missing { key: "place" },
            Problem::MissingOneOf { keys: &["period", "periods"] },
            Problem::NoSection { section: "poverty" },
            Problem::ChartNotNamed { found: vec![] },
            Problem::ChartNotNamed { found: vec!["growth", "ntm"] },
            Problem::UnknownChart { found: text() },
            Problem::ChartNotDrawn { chart: "targets" },
            Problem::NotDrawn { key: "bins" },
            Problem::UnknownKey { key: text(), similar: None },
            Problem::UnknownKey { key: "actaul".into(), similar: Some("actual") },
            Problem::UnknownValue { found: text(), allowed: &["over", "under"] },
            Problem::NameNeeded { id: text(), built_in: &["poor", "nearPoor"] },
            Problem::EmptyText,
            Problem::EmptyList,
            Problem::Version { found: "2".into() },
            Problem::NotFinite,
            Problem::TooLarge,
            Problem::TooSmall,
            Problem::Negative,
            Problem::OutOfRange { min: 0.0, max: 100.5 },
            Problem::NotWhole,
            Problem::CountAboveOf { count: 16.0, of: 15.0 },
            Problem::Length { found: 3, periods: 2 },
            Problem::Duplicate { value: text() },
            Problem::Date { found: text() },
            Problem::PeriodAt { found: text() },
            Problem::PeriodOrder { earlier: "2023".into(), later: "2022".into() },
            Problem::BreakPeriod { found: text() },
            Problem::OnlyWithNull { key: "direction", word: "up".into() },
            Problem::NeedsValue { key: "qualifier", word: "over".into() },
            Problem::Conflict { one: "period", other: "periods" },
            Problem::UnknownSource { id: text() },
            Problem::SourceNotNamed,
            Problem::TooDeep,
            Problem::More { count: 12 },
        ];
        for what in [
            Counted::Areas,
            Counted::Series,
            Counted::Periods,
            Counted::Figures,
            Counted::Characters,
            Counted::Criteria,
            Counted::Entries,
        ] {
            all.push(Problem::TooMany { found: 5001, limit: 5000, what });
        }
        for expected in [
            Expected::Object,
            Expected::Array,
            Expected::Figure,
            Expected::Number,
            Expected::NumberOrNull,
            Expected::WholeNumber,
            Expected::Text,
            Expected::String,
        ] {
            all.push(Problem::Type { expected, found: Found::Null });
        }
        for found in [
            Found::Boolean,
            Found::Number,
            Found::String(text()),
            Found::Array,
            Found::Object,
            Found::NotData,
        ] {
            all.push(Problem::Type { expected: Expected::Figure, found });
        }
        all
    }

    #[test]
    fn every_problem_is_a_full_sentence_in_every_language() {
        for tag in ["vi", "en", "km"] {
            let locale = Locale::parse(tag);
            for what in every_problem() {
                let text = problem(&what, &locale);
                assert!(text.ends_with(['.', '?', '។']), "{text}");
                let without_examples = text.replace("{ }", "").replace("{ \"", "");
                assert!(!without_examples.contains('{'), "a place is not filled: {text}");
            }
        }
    }

    #[test]
    fn it_says_what_to_write_instead() {
        for (what, text) in [
            (
                Problem::NumberAsString { found: "2,33".into(), number: "2.33".into() },
                "Ở đây là chuỗi “2,33”. Hãy viết số 2.33: không có dấu nháy, phần thập phân sau dấu chấm.",
            ),
            (
                Problem::Length { found: 3, periods: 2 },
                "Có 3 số cho 2 kỳ. Hãy viết mỗi kỳ một số; kỳ chưa có số thì viết null.",
            ),
            (
                Problem::UnknownKey { key: "actaul".into(), similar: Some("actual") },
                "Không có khóa “actaul”. Có phải là “actual”?",
            ),
            (
                Problem::Type { expected: Expected::Figure, found: Found::Boolean },
                "Ở đây là true hoặc false. Hãy viết một số, null, hoặc { \"value\": số }.",
            ),
            (
                Problem::OutOfRange { min: 0.0, max: 100.0 },
                "Số này nằm ngoài khoảng từ 0 đến 100. Hãy viết số trong khoảng đó.",
            ),
            (Problem::More { count: 1200 }, "Và 1.200 vấn đề khác."),
        ] {
            assert_eq!(vi(what), text);
        }
        let more = problem(&Problem::More { count: 12 }, &Locale::EN);
        assert_eq!(more, "And 12 more.");
    }

    #[test]
    fn strings_of_the_document_are_short_and_harmless() {
        let text = vi(Problem::Date { found: "x".repeat(2000) });
        assert!(text.starts_with(&["“", &"x".repeat(40), "…”"].concat()));
        let text = vi(Problem::Date { found: "a\n\u{202E}b{found}".into() });
        assert!(text.starts_with("“a��b{found}”"));
    }
}
