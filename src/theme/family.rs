//! Families of type, as a canvas takes them.

/// A list of families in which each name is valid CSS: a canvas silently
/// keeps `10px sans-serif` where one is not (`Source Sans 3` without quotes).
pub(super) fn css_family(list: &str) -> Option<String> {
    let names: Vec<String> = split_outside_quotes(list).filter_map(css_name).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn split_outside_quotes(list: &str) -> impl Iterator<Item = &str> {
    let mut quote = None;
    list.split(move |c| {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
        c == ',' && quote.is_none()
    })
}

fn css_name(name: &str) -> Option<String> {
    let name = name.trim();
    let bare = name.trim_matches(['"', '\'']).trim();
    if bare.is_empty() {
        return None;
    }
    let is_identifier = |word: &str| {
        word.starts_with(|c: char| !c.is_ascii() || c.is_ascii_alphabetic() || c == '-' || c == '_')
            && word
                .chars()
                .all(|c| !c.is_ascii() || c.is_ascii_alphanumeric() || c == '-' || c == '_')
    };
    if bare == name && name.split(' ').all(is_identifier) {
        return Some(name.to_string());
    }
    let safe: String = bare.chars().filter(|c| !matches!(c, '"' | '\\' | '\n' | '\r')).collect();
    Some(["\"", &safe, "\""].concat())
}
