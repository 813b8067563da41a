//! The reader: walks a `Tree` with its place in hand and collects every
//! problem, instead of stopping at the first.
//!
//! Each method reports what is wrong and answers `None`, or a stand-in, so
//! that its caller goes on; a document with any error is refused at the end.

use super::{Annotation, Date, Heading, Source, SourceIndex, Text};
use crate::error::{Counted, Expected, Found, Issue, Problem, Severity};
use crate::input::Tree;
use std::borrow::Cow;
use std::rc::Rc;

/// Problems reported one by one; the rest is counted.
const MAX_ISSUES: usize = 100;
/// Characters of one text.
const MAX_CHARACTERS: usize = 2_000;
/// Longest excerpt of a document that a problem carries.
const MAX_EXCERPT: usize = 60;

pub(super) struct Reader {
    path: Vec<Step>,
    errors: Vec<Issue>,
    notices: Vec<Issue>,
    unreported: usize,
    /// Ids of the document's sources, in its order.
    source_ids: Vec<String>,
    pub(super) figures: usize,
}

enum Step {
    Key(&'static str),
    Name(Rc<str>),
    Index(usize),
}

/// A map, with the keys that may stand in it.
#[derive(Clone, Copy)]
pub(super) struct Object<'a> {
    entries: &'a [(Rc<str>, Tree)],
}

impl<'a> Object<'a> {
    /// The value of a key; `null` and `undefined` count as absent.
    pub fn get(self, key: &str) -> Option<&'a Tree> {
        self.raw(key).filter(|tree| !matches!(tree, Tree::Null))
    }

    /// The value of a key, `null` included.
    pub fn raw(self, key: &str) -> Option<&'a Tree> {
        self.entries.iter().find(|(own, _)| **own == *key).map(|(_, value)| value)
    }
}

/// Whether an unknown key is refused or only noticed.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Unknown {
    Error,
    Notice,
}

impl Reader {
    pub fn new() -> Self {
        Reader {
            path: Vec::new(),
            errors: Vec::new(),
            notices: Vec::new(),
            unreported: 0,
            source_ids: Vec::new(),
            figures: 0,
        }
    }

    /// The errors, then the notices, or the notices alone.
    pub fn finish(mut self) -> Result<Vec<Issue>, Vec<Issue>> {
        if self.errors.is_empty() {
            return Ok(self.notices);
        }
        if self.unreported > 0 {
            let problem = Problem::More { count: self.unreported };
            self.errors.push(Issue { path: String::new(), severity: Severity::Error, problem });
        }
        self.errors.append(&mut self.notices);
        Err(self.errors)
    }

    pub fn error(&mut self, problem: Problem) {
        if self.errors.len() < MAX_ISSUES {
            let path = self.pointer();
            self.errors.push(Issue { path, severity: Severity::Error, problem });
        } else {
            self.unreported += 1;
        }
    }

    pub fn notice(&mut self, problem: Problem) {
        if self.notices.len() < MAX_ISSUES {
            let path = self.pointer();
            self.notices.push(Issue { path, severity: Severity::Notice, problem });
        }
    }

    /// Reads below a key of ours.
    pub fn at<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.enter_key(key);
        self.leaving(read)
    }

    /// Reads an entry of a list.
    pub fn at_index<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.enter_index(index);
        self.leaving(read)
    }

    /// Reads below a key of the author's.
    pub fn at_name<T>(&mut self, name: &Rc<str>, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(Step::Name(name.clone()));
        self.leaving(read)
    }

    fn leaving<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let result = read(self);
        self.leave();
        result
    }

    // What needs no type of its own is compiled once, not into every use.

    #[inline(never)]
    fn enter_key(&mut self, key: &'static str) {
        self.path.push(Step::Key(key));
    }

    #[inline(never)]
    fn enter_index(&mut self, index: usize) {
        self.path.push(Step::Index(index));
    }

    /// Enters the value under a key, where there is one.
    #[inline(never)]
    fn enter_value<'a>(&mut self, object: Object<'a>, key: &'static str) -> Option<&'a Tree> {
        let tree = object.get(key)?;
        self.enter_key(key);
        Some(tree)
    }

    /// Enters the value under a key that must be there.
    #[inline(never)]
    fn enter_required<'a>(&mut self, object: Object<'a>, key: &'static str) -> Option<&'a Tree> {
        let tree = self.enter_value(object, key);
        if tree.is_none() {
            self.missing(key);
        }
        tree
    }

    #[inline(never)]
    fn leave(&mut self) {
        self.path.pop();
    }

    /// RFC 6901.
    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.path {
            pointer.push('/');
            match step {
                Step::Key(key) => pointer.push_str(key),
                Step::Name(name) => {
                    pointer.push_str(&excerpt(name).replace('~', "~0").replace('/', "~1"));
                }
                Step::Index(index) => pointer.push_str(&index.to_string()),
            }
        }
        pointer
    }

    pub fn wrong_type(&mut self, expected: Expected, tree: &Tree) {
        let problem = match tree {
            Tree::TooDeep => Problem::TooDeep,
            Tree::TooLong(found) => Problem::TooMany {
                found: *found,
                limit: crate::input::MAX_ENTRIES,
                what: Counted::Entries,
            },
            _ => Problem::Type { expected, found: found(tree) },
        };
        self.error(problem);
    }

    /// A map; its unknown keys are reported against `known`.
    pub fn object<'a>(
        &mut self,
        tree: &'a Tree,
        known: &'static [&'static str],
        unknown: Unknown,
    ) -> Option<Object<'a>> {
        let Tree::Map(entries) = tree else {
            self.wrong_type(Expected::Object, tree);
            return None;
        };
        for (key, _) in entries {
            if !known.contains(&&**key) {
                self.unknown_key(key, known, unknown);
            }
        }
        Some(Object { entries })
    }

    fn unknown_key(&mut self, key: &Rc<str>, known: &'static [&'static str], unknown: Unknown) {
        let similar = known.iter().copied().find(|other| is_similar(key, other));
        let problem = Problem::UnknownKey { key: excerpt(key), similar };
        self.at_name(key, |reader| {
            if similar.is_some() || unknown == Unknown::Error {
                reader.error(problem);
            } else {
                reader.notice(problem);
            }
        });
    }

    /// A list of at least one and at most `limit` entries.
    pub fn list<'a>(&mut self, tree: &'a Tree, limit: usize, what: Counted) -> Option<&'a [Tree]> {
        let found = match tree {
            Tree::List(items) if items.is_empty() => {
                self.error(Problem::EmptyList);
                return None;
            }
            Tree::List(items) if items.len() <= limit => return Some(items),
            Tree::List(items) => items.len(),
            Tree::TooLong(length) => *length,
            _ => {
                self.wrong_type(Expected::Array, tree);
                return None;
            }
        };
        self.error(Problem::TooMany { found, limit, what });
        None
    }

    /// A list under a key that must be there, read entry by entry; entries
    /// that are wrong are left out.
    pub fn entries<T>(
        &mut self,
        object: Object<'_>,
        key: &'static str,
        (limit, what): (usize, Counted),
        mut read: impl FnMut(&mut Self, &Tree) -> Option<T>,
    ) -> Vec<T> {
        let mut entries = Vec::new();
        if let Some(tree) = self.enter_required(object, key) {
            let items = self.list(tree, limit, what).unwrap_or_default();
            for (index, item) in items.iter().enumerate() {
                if let Some(entry) = self.at_index(index, |reader| read(reader, item)) {
                    entries.push(entry);
                }
            }
            self.leave();
        }
        entries
    }

    pub fn missing(&mut self, key: &'static str) {
        self.error(Problem::Missing { key });
    }

    /// An optional value under a key.
    pub fn optional<T>(
        &mut self,
        object: Object<'_>,
        key: &'static str,
        read: impl FnOnce(&mut Self, &Tree) -> Option<T>,
    ) -> Option<T> {
        let tree = self.enter_value(object, key)?;
        self.leaving(|reader| read(reader, tree))
    }

    /// A value under a key that must be there.
    pub fn required<T>(
        &mut self,
        object: Object<'_>,
        key: &'static str,
        read: impl FnOnce(&mut Self, &Tree) -> Option<T>,
    ) -> Option<T> {
        let tree = self.enter_required(object, key)?;
        self.leaving(|reader| read(reader, tree))
    }

    /// A string that says something.
    pub fn string(&mut self, tree: &Tree) -> Option<String> {
        let Tree::String(raw) = tree else {
            self.wrong_type(Expected::String, tree);
            return None;
        };
        self.cleaned(raw)
    }

    /// One of the words of `words`.
    pub fn word<T: Copy>(&mut self, tree: &Tree, words: &'static Words<T>) -> Option<T> {
        let text = self.string(tree)?;
        match words.names.iter().position(|name| *name == text) {
            Some(index) => words.values.get(index).copied(),
            None => {
                self.error(Problem::UnknownValue { found: excerpt(&text), allowed: words.names });
                None
            }
        }
    }

    /// A string, or an object of strings by language.
    pub fn text(&mut self, tree: &Tree) -> Option<Text> {
        match tree {
            Tree::String(raw) => Some(Text(vec![(String::new(), self.cleaned(raw)?)])),
            Tree::Map(entries) if entries.is_empty() => {
                self.error(Problem::EmptyText);
                None
            }
            Tree::Map(entries) => {
                let mut texts = Vec::with_capacity(entries.len());
                for (language, tree) in entries {
                    let primary = language.split('-').next().unwrap_or("").to_ascii_lowercase();
                    let text = self.at_name(language, |reader| reader.string(tree))?;
                    texts.push((primary, text));
                }
                Some(Text(texts))
            }
            _ => {
                self.wrong_type(Expected::Text, tree);
                None
            }
        }
    }

    /// Without control and direction characters, which would let a name
    /// rearrange the sentence it stands in; never empty, never too long.
    fn cleaned(&mut self, raw: &str) -> Option<String> {
        let found = raw.chars().count();
        if found > MAX_CHARACTERS {
            let what = Counted::Characters;
            self.error(Problem::TooMany { found, limit: MAX_CHARACTERS, what });
            return None;
        }
        let mut raw = Cow::Borrowed(raw);
        // Hardly a text has them.
        if raw.contains(|c: char| c.is_control() || turns_direction(c)) {
            let kept = raw.chars().filter(|c| !turns_direction(*c));
            raw = kept.map(|c| if c.is_control() { ' ' } else { c }).collect();
        }
        let clean = raw.trim();
        if clean.is_empty() {
            self.error(Problem::EmptyText);
            return None;
        }
        Some(clean.to_string())
    }

    /// An ISO 8601 date: a year, a month or a day.
    pub fn date(&mut self, tree: &Tree) -> Option<Date> {
        let text = self.string(tree)?;
        let date = parse_date(&text);
        if date.is_none() {
            self.error(Problem::Date { found: excerpt(&text) });
        }
        date
    }

    pub fn sources(&mut self, tree: &Tree) -> Vec<Source> {
        const KEYS: &[&str] = &["id", "name", "url", "date", "publisher", "license"];
        let items = self.list(tree, 1000, Counted::Entries).unwrap_or_default();
        let mut sources = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            self.at_index(index, |reader| {
                let Some(object) = reader.object(item, KEYS, Unknown::Notice) else { return };
                let id = reader.required(object, "id", Reader::string);
                let name = reader.required(object, "name", Reader::text);
                let url = reader.optional(object, "url", Reader::web_address);
                let date = reader.optional(object, "date", Reader::date);
                let publisher = reader.optional(object, "publisher", Reader::text);
                let license = reader.optional(object, "license", Reader::text);
                let (Some(id), Some(name)) = (id, name) else { return };
                if reader.source_ids.contains(&id) {
                    reader.at("id", |reader| {
                        reader.error(Problem::Duplicate { value: excerpt(&id) })
                    });
                }
                reader.source_ids.push(id.clone());
                sources.push(Source { id, name, url, date, publisher, license });
            });
        }
        sources
    }

    /// Any string is kept: an address that cannot be opened is still what was written.
    fn web_address(&mut self, tree: &Tree) -> Option<String> {
        let url = self.string(tree)?;
        let scheme = match url.split_once(':') {
            Some((scheme, rest)) if rest.starts_with("//") => scheme,
            _ => "",
        };
        if !["https", "http"].iter().any(|web| scheme.eq_ignore_ascii_case(web)) {
            self.notice(Problem::NotWebAddress);
        }
        Some(url)
    }

    fn source(&mut self, tree: &Tree) -> Option<SourceIndex> {
        let id = self.string(tree)?;
        let index = self.source_ids.iter().position(|own| *own == id);
        if index.is_none() {
            self.error(Problem::UnknownSource { id: excerpt(&id) });
        }
        index
    }

    pub fn annotation(&mut self, object: Object<'_>) -> Annotation {
        Annotation {
            note: self.optional(object, "note", Reader::text),
            source: self.optional(object, "source", Reader::source),
        }
    }

    /// Title, measure, unit, note and source of a section.
    ///
    /// A section that names no source uses the only one there is.
    pub fn heading(&mut self, object: Object<'_>) -> Heading {
        let mut annotation = self.annotation(object);
        if object.get("source").is_none() {
            match self.source_ids.len() {
                0 => {}
                1 => annotation.source = Some(0),
                _ => self.notice(Problem::SourceNotNamed),
            }
        }
        Heading {
            title: self.optional(object, "title", Reader::text),
            measure: self.optional(object, "measure", Reader::text),
            unit: self.optional(object, "unit", Reader::text).filter(|unit| !unit.is("%")),
            annotation,
        }
    }
}

/// Marks, embeddings, overrides and isolates of the bidirectional algorithm.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Words of the format and what they mean, side by side.
pub(super) struct Words<T: 'static> {
    pub names: &'static [&'static str],
    pub values: &'static [T],
}

/// Long strings of the document, shortened for a sentence.
pub(super) fn excerpt(text: &str) -> String {
    match text.char_indices().nth(MAX_EXCERPT) {
        Some((end, _)) => [&text[..end], "…"].concat(),
        None => text.to_string(),
    }
}

fn found(tree: &Tree) -> Found {
    match tree {
        Tree::Null => Found::Null,
        Tree::Bool(_) => Found::Boolean,
        Tree::Number(_) => Found::Number,
        Tree::String(text) => Found::String(excerpt(text)),
        Tree::List(_) | Tree::TooLong(_) => Found::Array,
        Tree::Map(_) => Found::Object,
        Tree::TooDeep | Tree::NotData => Found::NotData,
    }
}

/// Within two letters of each other, and most of them the same.
fn is_similar(key: &str, known: &str) -> bool {
    // At once, for a hundred thousand unknown keys.
    if key.len().abs_diff(known.len()) > 2 {
        return false;
    }
    let distance = edit_distance(key.as_bytes(), known.as_bytes());
    distance <= 2 && 2 * distance < key.len().max(known.len())
}

/// Levenshtein: insertions, deletions and replacements of letters, capitals
/// taken for small ones. Known keys are ASCII.
fn edit_distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, cb) in row.iter_mut().skip(1).zip(b) {
            let replaced = diagonal + usize::from(!ca.eq_ignore_ascii_case(cb));
            diagonal = *cell;
            left = replaced.min(left + 1).min(*cell + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and nothing else.
pub(super) fn parse_date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = parts.next().map(|part| digits(part, 2));
    let day = parts.next().map(|part| digits(part, 2));
    if parts.next().is_some() {
        return None;
    }
    let month = match month {
        None => return Some(Date { year, month: 0, day: 0 }),
        Some(month) => month.filter(|month| (1..=12).contains(month))? as u8,
    };
    let day = match day {
        None => 0,
        Some(day) => day.filter(|day| (1..=days_in(year, month)).contains(day))? as u8,
    };
    Some(Date { year, month, day })
}

fn digits(text: &str, count: usize) -> Option<u16> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn days_in(year: u16, month: u8) -> u16 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        assert_eq!(parse_date("2024"), Some(Date { year: 2024, month: 0, day: 0 }));
        assert_eq!(parse_date("2024-02-29"), Some(Date { year: 2024, month: 2, day: 29 }));
        for wrong in [
            "2023-02-29",
            "2024-13",
            "2024-00",
            "24-01-01",
            "2024-1-5",
            "05/01/2024",
            "",
            "2024-01-01-01",
        ] {
            assert_eq!(parse_date(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_address_that_a_browser_does_not_open_is_noticed() {
        let issues = |url: &str| {
            let source = format!(r#"{{ "id": "a", "name": "A", "url": "{url}" }}"#);
            let text = format!(r#"{{ "version": 1, "place": "X", "sources": [{source}] }}"#);
            crate::model::validate(&Tree::from_json(&text).unwrap())
        };
        for url in ["https://tracu.travinh.gov.vn", "HTTP://x.vn/?a=b"] {
            assert_eq!(issues(url), []);
        }
        for url in ["ftp://x.vn/a", "javascript:alert(1)", "www.x.vn", "/tin/1", "httpx://x"] {
            let found = issues(url);
            assert_eq!(
                (&*found[0].path, &found[0].problem),
                ("/sources/0/url", &Problem::NotWebAddress)
            );
            assert_eq!((found.len(), found[0].severity), (1, Severity::Notice), "{url}");
        }
    }

    #[test]
    fn similar_keys_are_within_two_letters() {
        assert!(is_similar("actaul", "actual"));
        assert!(is_similar("Title", "title"));
        assert!(is_similar("period", "periods"));
        assert!(is_similar("mets", "met"));
        assert!(!is_similar("at", "id"));
        assert!(!is_similar("name", "ntm"));
        assert!(!is_similar("atob", "asOf"));
        assert!(!is_similar("population", "poverty"));
    }
}
