//! Problems as sentences for an editor who is no programmer: what was found,
//! and what to write instead.

use crate::error::{Counted, Expected, Found, Problem};
use crate::locale::{Locale, Word, plain_number};
use crate::model::{ChartKind, Number};

/// Longer strings from a document are cut here.
const MAX_QUOTED: usize = 40;

pub fn problem(problem: &Problem, locale: &Locale) -> String {
    let mut places = Places { locale, list: Vec::new() };
    let word = places.fill(problem);
    let list: Vec<(&str, &str)> = places.list.iter().map(|(name, text)| (*name, &**text)).collect();
    locale.say(word, &list)
}

/// What is put into the places of a sentence.
struct Places<'a> {
    locale: &'a Locale,
    list: Vec<(&'static str, String)>,
}

impl Places<'_> {
    /// Fills the places, and names the sentence that they belong to.
    fn fill(&mut self, problem: &Problem) -> Word {
        match problem {
            Problem::Syntax { line: 0, .. } => Word::SyntaxSomewhere,
            Problem::Syntax { line, column } => {
                self.whole("line", *line);
                self.whole("column", *column);
                Word::Syntax
            }
            Problem::Type { expected, found } => {
                let expected = self.locale.word(expected_word(*expected));
                self.list.push(("expected", expected.to_string()));
                self.found(found);
                Word::Type
            }
            Problem::NumberAsString { found, number } => {
                self.text("found", found);
                self.list.push(("number", number.clone()));
                Word::NumberAsString
            }
            Problem::AmbiguousNumber { found, whole, decimal } => {
                self.text("found", found);
                self.list.push(("whole", whole.clone()));
                self.list.push(("decimal", decimal.clone()));
                Word::AmbiguousNumber
            }
            Problem::Missing { key } => {
                self.text("key", key);
                Word::Missing
            }
            Problem::MissingOneOf { keys } => {
                self.list("keys", keys);
                Word::MissingOneOf
            }
            Problem::NoSection { section } => {
                self.text("section", section);
                Word::NoSection
            }
            Problem::ChartNotNamed { found } if found.is_empty() => {
                let mut sections = ChartKind::ALL.map(ChartKind::section).to_vec();
                // One section may feed two charts.
                sections.dedup();
                self.list("sections", &sections);
                Word::NothingToDraw
            }
            Problem::ChartNotNamed { found } => {
                self.list("found", found);
                Word::ChartNotNamed
            }
            Problem::UnknownChart { found } => {
                self.text("found", found);
                self.list("charts", &ChartKind::ALL.map(ChartKind::name));
                Word::UnknownChart
            }
            Problem::UnknownKey { key, similar } => {
                self.text("key", key);
                self.text("similar", similar.unwrap_or_default());
                if similar.is_some() { Word::UnknownKeySimilar } else { Word::UnknownKey }
            }
            Problem::UnknownValue { found, allowed } => {
                self.text("found", found);
                self.list("allowed", allowed);
                Word::UnknownValue
            }
            Problem::NameNeeded { id, built_in } => {
                self.text("id", id);
                self.list("ids", built_in);
                Word::NameNeeded
            }
            Problem::EmptyText => Word::EmptyText,
            Problem::EmptyList => Word::EmptyList,
            Problem::Version { found } => {
                self.text("found", found);
                Word::Version
            }
            Problem::NotFinite => Word::NotFinite,
            Problem::TooLarge => Word::TooLarge,
            Problem::TooSmall => Word::TooSmall,
            Problem::Negative => Word::Negative,
            Problem::NotPositive => Word::NotPositive,
            Problem::OutOfRange { min, max } => {
                self.number("min", *min);
                self.number("max", *max);
                Word::OutOfRange
            }
            Problem::NotWhole => Word::NotWhole,
            Problem::SumAboveWhole { sum, period } => {
                let decimals = Number::new(*sum).decimals;
                self.list.push(("sum", self.locale.number(*sum, decimals)));
                self.text("period", period);
                Word::SumAboveWhole
            }
            Problem::CountAboveOf { key, count, of } => {
                self.text("key", key);
                self.number("count", *count);
                self.number("of", *of);
                Word::CountAboveOf
            }
            Problem::QualifierBeyond { word, limit } => {
                self.text("word", word);
                self.number("limit", *limit);
                Word::QualifierBeyond
            }
            Problem::Length { found, periods } => {
                self.whole("found", *found);
                self.whole("periods", *periods);
                Word::Length
            }
            Problem::Duplicate { value } => {
                self.text("value", value);
                Word::Duplicate
            }
            Problem::Date { found } => {
                self.text("found", found);
                Word::Date
            }
            Problem::PeriodAt { found } => {
                self.text("found", found);
                Word::PeriodAt
            }
            Problem::PeriodOrder { earlier, later } => {
                self.text("earlier", earlier);
                self.text("later", later);
                Word::PeriodOrder
            }
            Problem::BreakPeriod { found } => {
                self.text("found", found);
                Word::BreakPeriod
            }
            Problem::OnlyWithNull { key, word } => {
                self.text("key", key);
                self.text("word", word);
                Word::OnlyWithNull
            }
            Problem::NeedsValue { key, word } => {
                self.text("key", key);
                self.text("word", word);
                Word::NeedsValue
            }
            Problem::Conflict { one, other } => {
                self.text("one", one);
                self.text("other", other);
                Word::Conflict
            }
            Problem::OutcomeDiffers => Word::OutcomeDiffers,
            Problem::UnknownSource { id } => {
                self.text("id", id);
                Word::UnknownSource
            }
            Problem::UnknownCriterion { id, first, last } => {
                self.text("id", id);
                self.text("first", first);
                self.text("last", last);
                Word::UnknownCriterion
            }
            Problem::BinRange { from, to } => {
                self.number("from", *from);
                self.number("to", *to);
                Word::BinRange
            }
            Problem::BinsOverlap => Word::BinsOverlap,
            Problem::NotWebAddress => Word::NotWebAddress,
            Problem::SourceNotNamed => Word::SourceNotNamed,
            Problem::TooMany { found, limit, what } => {
                self.whole("found", *found);
                self.whole("limit", *limit);
                self.text("what", self.locale.word(counted(*what)));
                Word::TooMany
            }
            Problem::TooDeep => Word::TooDeep,
            Problem::More { count } => {
                self.whole("count", *count);
                Word::More
            }
        }
    }

    fn text(&mut self, place: &'static str, text: &str) {
        self.list.push((place, quoted(text)));
    }

    fn whole(&mut self, place: &'static str, number: usize) {
        self.list.push((place, self.locale.whole(number)));
    }

    /// A number of the document, as the document writes it.
    fn number(&mut self, place: &'static str, number: f64) {
        self.list.push((place, plain_number(number)));
    }

    /// “poor”, “nearPoor”
    fn list(&mut self, place: &'static str, words: &[&str]) {
        let text = ["“", &words.join("”, “"), "”"].concat();
        self.list.push((place, text));
    }

    fn found(&mut self, found: &Found) {
        let word = match found {
            Found::Null => Word::FoundNull,
            Found::Boolean => Word::FoundBoolean,
            Found::Number => Word::FoundNumber,
            Found::String(_) => Word::FoundString,
            Found::Array => Word::FoundArray,
            Found::Object => Word::FoundObject,
            Found::NotData => Word::FoundNotData,
        };
        let string = if let Found::String(string) = found { quoted(string) } else { String::new() };
        self.list.push(("found", self.locale.say(word, &[("string", &string)])));
    }
}

fn expected_word(expected: Expected) -> Word {
    match expected {
        Expected::Object => Word::ExpectedObject,
        Expected::Array => Word::ExpectedArray,
        Expected::Figure => Word::ExpectedFigure,
        Expected::Number => Word::ExpectedNumber,
        Expected::NumberOrNull => Word::ExpectedNumberOrNull,
        Expected::WholeNumber => Word::ExpectedWholeNumber,
        Expected::Text => Word::ExpectedText,
        Expected::String => Word::ExpectedString,
        Expected::Criteria => Word::ExpectedCriteria,
        Expected::State => Word::ExpectedState,
        Expected::Met => Word::ExpectedMet,
    }
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
    use std::collections::BTreeSet;

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
            Problem::NotPositive,
            Problem::OutOfRange { min: 0.0, max: 100.5 },
            Problem::NotWhole,
            Problem::SumAboveWhole { sum: 101.2, period: "2023".into() },
            Problem::CountAboveOf { key: "count", count: 16.0, of: 15.0 },
            Problem::QualifierBeyond { word: "over", limit: 15.0 },
            Problem::Length { found: 3, periods: 2 },
            Problem::Duplicate { value: text() },
            Problem::Date { found: text() },
            Problem::PeriodAt { found: text() },
            Problem::PeriodOrder { earlier: "2023".into(), later: "2022".into() },
            Problem::BreakPeriod { found: text() },
            Problem::OnlyWithNull { key: "direction", word: "up".into() },
            Problem::NeedsValue { key: "qualifier", word: "over".into() },
            Problem::Conflict { one: "period", other: "periods" },
            Problem::OutcomeDiffers,
            Problem::UnknownSource { id: text() },
            Problem::UnknownCriterion { id: "20".into(), first: "1".into(), last: "19".into() },
            Problem::BinRange { from: 18.0, to: 15.0 },
            Problem::BinsOverlap,
            Problem::NotWebAddress,
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

    /// The page of errors of the documentation is made of it. `BLESS=1` writes it anew.
    #[test]
    fn the_list_of_the_documentation_is_that_of_the_code() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/problems.json");
        let mut keys = BTreeSet::new();
        let mut entries = Vec::new();
        for what in every_problem() {
            let word = Places { locale: &Locale::VI, list: Vec::new() }.fill(&what);
            let key = format!("{word:?}");
            // One example of each sentence will do.
            if keys.insert(key.clone()) {
                entries.push(serde_json::json!({
                    "code": what.code().as_str(),
                    "key": key,
                    "vi": problem(&what, &Locale::VI),
                    "en": problem(&what, &Locale::EN),
                }));
            }
        }
        let list = serde_json::to_string_pretty(&entries).unwrap() + "\n";
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(path, &list).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap(), list);
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
                "Ở đây là chuỗi “2,33”. Hãy viết 2.33: số không kèm dấu nháy và đơn vị, phần thập phân sau dấu chấm.",
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
