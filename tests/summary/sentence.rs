//! Taking sentences apart.

use crate::language::Language;

/// What stands in the `{}` of a pattern, if the text is made by it. Before the
/// last place the pattern's words are looked for from the end: the figures
/// before it may hold brackets of their own.
pub fn places<'t>(pattern: &str, text: &'t str) -> Option<Vec<&'t str>> {
    let parts: Vec<&str> = pattern.split("{}").collect();
    let (first, last) = (parts[0], parts[parts.len() - 1]);
    let mut rest = text.strip_prefix(first)?.strip_suffix(last)?;
    let between = &parts[1..parts.len() - 1];
    let mut found = Vec::new();
    for (index, part) in between.iter().enumerate() {
        let is_last = index + 1 == between.len();
        let at = if is_last { rest.rfind(part) } else { rest.find(part) }?;
        found.push(&rest[..at]);
        rest = &rest[at + part.len()..];
    }
    found.push(rest);
    Some(found)
}

/// The one place of a pattern.
pub fn place<'t>(pattern: &str, text: &'t str) -> Option<&'t str> {
    places(pattern, text).map(|found| found[0])
}

/// The sentences between the lead, which is checked here, and the source.
pub fn sentences<'t>(text: &'t str, last_period: &str, language: &Language) -> Vec<&'t str> {
    let (lead, rest) = text.split_once("). ").expect("a lead in brackets");
    assert!(lead.starts_with("Thử, Nơi thử ("), "{lead}");
    assert!(lead.ends_with(last_period), "{lead} is not of {last_period}");
    let rest = rest.strip_suffix('.').expect("a full stop");
    let mut sentences: Vec<&str> = rest.split(". ").collect();
    assert_eq!(sentences.pop(), Some(language.no_source), "{text}");
    sentences
}

/// “a, b, c và 2 mục khác”: those named, and how many more.
pub fn some_of<'t>(text: &'t str, separator: &str, language: &Language) -> (Vec<&'t str>, usize) {
    let (named, more) = without_more(text, language);
    (named.split(separator).collect(), more)
}

/// A list without “và 2 mục khác”, and how many those are.
pub fn without_more<'t>(text: &'t str, language: &Language) -> (&'t str, usize) {
    match places(language.more, text) {
        Some(found) => (found[0], found[1].parse().expect("a count")),
        None => (text, 0),
    }
}

/// The same, where the last of a few is joined by “và”.
pub fn names<'t>(text: &'t str, language: &Language) -> (Vec<&'t str>, usize) {
    let (mut names, more) = some_of(text, ", ", language);
    if let Some(pair) = names.last().and_then(|last| last.split_once(language.and)) {
        names.pop();
        names.extend([pair.0, pair.1]);
    }
    (names, more)
}

/// The first few of a list that a summary names, and how many are left.
pub fn first_few<T: Clone>(items: &[T], most: usize) -> (Vec<T>, usize) {
    let named = items[..items.len().min(most)].to_vec();
    let more = items.len() - named.len();
    (named, more)
}
