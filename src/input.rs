//! A document as it came, before anybody asks what it means.
//!
//! A page's object (`www/flatten.ts`, `wasm/flat`) and a JSON text become the
//! same `Tree`. That never fails on a value it cannot hold: it says so in the
//! tree, so that the reader can name the place.

use std::rc::Rc;

/// Those of a document; what stands under others is not read.
pub const KEYS: &[&str] = &[
    "version",
    "place",
    "asOf",
    "sources",
    "growth",
    "structure",
    "poverty",
    "livingStandards",
    "ntm",
    "targets",
];

/// One below the deepest place that means anything, a note's language in a
/// figure.
#[cfg(not(target_arch = "wasm32"))]
const MAX_DEPTH: usize = 8;

/// Entries of one list, as many as there may be areas; of a longer one only
/// the length is read.
pub const MAX_ENTRIES: usize = 20_000;

#[derive(Debug, Clone, PartialEq)]
pub enum Tree {
    Null,
    Bool(bool),
    /// May still be NaN or infinite, from a page's object.
    Number(f64),
    String(String),
    List(Vec<Tree>),
    /// Maps share the names that they have in common.
    Map(Vec<(Rc<str>, Tree)>),
    /// A list of this length, too long to be read.
    TooLong(usize),
    /// Past the depth, or the amount, that is read; or inside itself.
    TooDeep,
    /// Nothing that JSON can hold: a function, a symbol, a set, a getter that
    /// throws …
    NotData,
}

impl Tree {
    /// The value of a key, where this is a map that has it.
    pub fn get(&self, key: &str) -> Option<&Tree> {
        match self {
            Tree::Map(entries) => {
                entries.iter().find(|(own, _)| **own == *key).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// Reads a JSON text, strings in NFC. The error is the line and column.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn from_json(text: &str) -> Result<Tree, (usize, usize)> {
        let value = serde_json::from_str(text).map_err(|error| (error.line(), error.column()))?;
        Ok(Tree::of(value, 0))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn of(value: serde_json::Value, depth: usize) -> Tree {
        use serde_json::Value;
        use unicode_normalization::UnicodeNormalization;
        match value {
            _ if depth > MAX_DEPTH => Tree::TooDeep,
            Value::Null => Tree::Null,
            Value::Bool(value) => Tree::Bool(value),
            Value::Number(value) => value.as_f64().map_or(Tree::NotData, Tree::Number),
            Value::String(text) => Tree::String(text.nfc().collect()),
            Value::Array(items) if items.len() > MAX_ENTRIES => Tree::TooLong(items.len()),
            Value::Array(items) => {
                Tree::List(items.into_iter().map(|item| Tree::of(item, depth + 1)).collect())
            }
            Value::Object(entries) => Tree::Map(
                entries
                    .into_iter()
                    // Keys that start so are the author's own; what they hold is not ours.
                    .filter(|(key, _)| !key.starts_with('$') && !key.starts_with("x-"))
                    .map(|(key, value)| match depth {
                        // A page passes a large object of its own: nor is theirs read here.
                        0 if !KEYS.contains(&key.as_str()) => (key.into(), Tree::Null),
                        _ => (key.into(), Tree::of(value, depth + 1)),
                    })
                    .collect(),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_json_type() {
        let tree = Tree::from_json(r#"{"place":[1,2.5,null,true,"x"]}"#).unwrap();
        let list = vec![
            Tree::Number(1.0),
            Tree::Number(2.5),
            Tree::Null,
            Tree::Bool(true),
            Tree::String("x".into()),
        ];
        assert_eq!(tree, Tree::Map(vec![("place".into(), Tree::List(list))]));
    }

    #[test]
    fn composes_strings_but_not_keys() {
        let tree = Tree::from_json("{\"place\":\"To\u{302}ng\"}").unwrap();
        assert_eq!(tree.get("place"), Some(&Tree::String("Tông".into())));
    }

    #[test]
    fn says_where_a_text_stops_being_json() {
        assert_eq!(Tree::from_json("{\n \"a\": 1,}"), Err((2, 9)));
    }

    #[test]
    fn ends_at_a_depth() {
        let deep = "[".repeat(100) + &"]".repeat(100);
        let mut tree = &Tree::from_json(&deep).unwrap();
        let mut depth = 0;
        while let Tree::List(items) = tree {
            tree = &items[0];
            depth += 1;
        }
        assert_eq!(*tree, Tree::TooDeep);
        assert_eq!(depth, MAX_DEPTH + 1);
    }

    #[test]
    fn reads_nothing_under_keys_of_no_document() {
        let tree = Tree::from_json(r#"{"children":[[1],[2]]}"#).unwrap();
        assert_eq!(tree.get("children"), Some(&Tree::Null));
    }

    #[test]
    fn of_a_list_too_long_it_reads_the_length() {
        let list = format!("[{}0]", "0,".repeat(MAX_ENTRIES));
        assert_eq!(Tree::from_json(&list), Ok(Tree::TooLong(MAX_ENTRIES + 1)));
    }

    #[test]
    fn leaves_the_authors_own_keys_alone() {
        assert_eq!(Tree::from_json(r#"{"$schema":"s","x-a":[1]}"#), Ok(Tree::Map(vec![])));
    }
}
