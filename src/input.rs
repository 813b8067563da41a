//! A document as it came, before anybody asks what it means.
//!
//! One visitor reads a page's object (serde-wasm-bindgen) and a JSON text
//! (serde_json) into the same `Tree`. It never fails on a value it cannot
//! hold: it says so in the tree, so that the reader can name the place.

use core::cell::Cell;
use core::fmt;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

/// One below the deepest place that means anything, a note's language in a
/// figure; a cyclic object ends here.
const MAX_DEPTH: usize = 8;

/// Values of one document. Two million figures, each an object, stay below;
/// an object whose branches all lead back to itself does not.
const MAX_VALUES: usize = 12_000_000;

/// Entries of one list; past them the rest is not read, only counted.
pub const MAX_ENTRIES: usize = 2_000_001;

#[derive(Debug, Clone, PartialEq)]
pub enum Tree {
    Null,
    Bool(bool),
    /// May still be NaN or infinite, from a page's object.
    Number(f64),
    String(String),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
    /// A list of this length, too long to be read.
    TooLong(usize),
    /// Past the depth, or the number of values, that is read.
    TooDeep,
    /// Nothing that JSON can hold: a function, a symbol, a set …
    NotData,
}

impl Tree {
    /// The value of a key, where this is a map that has it.
    pub fn get(&self, key: &str) -> Option<&Tree> {
        match self {
            Tree::Map(entries) => {
                entries.iter().find(|(own, _)| own == key).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// Applies `change` to every string that is a value (not to keys).
    pub fn map_strings(&mut self, change: &mut dyn FnMut(&mut String)) {
        match self {
            Tree::String(text) => change(text),
            Tree::List(items) => items.iter_mut().for_each(|item| item.map_strings(change)),
            Tree::Map(entries) => {
                entries.iter_mut().for_each(|(_, value)| value.map_strings(change));
            }
            _ => {}
        }
    }

    /// Reads a JSON text, strings in NFC. The error is the line and column.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn from_json(text: &str) -> Result<Tree, (usize, usize)> {
        use unicode_normalization::UnicodeNormalization;
        let place = |error: serde_json::Error| (error.line(), error.column());
        let value: serde_json::Value = serde_json::from_str(text).map_err(place)?;
        let mut tree = Tree::deserialize(value).map_err(place)?;
        tree.map_strings(&mut |text| *text = text.nfc().collect());
        Ok(tree)
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Reading { depth: 0, left: &Cell::new(MAX_VALUES) }.deserialize(deserializer)
    }
}

/// Reads one value at a known depth, while there are values left to read.
#[derive(Clone, Copy)]
struct Reading<'a> {
    depth: usize,
    left: &'a Cell<usize>,
}

impl Reading<'_> {
    fn deeper(self) -> Self {
        Reading { depth: self.depth + 1, ..self }
    }
}

impl<'de> DeserializeSeed<'de> for Reading<'_> {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        if self.depth > MAX_DEPTH || self.left.get() == 0 {
            return Ok(Tree::TooDeep);
        }
        self.left.set(self.left.get() - 1);
        Ok(deserializer.deserialize_any(self).unwrap_or(Tree::NotData))
    }
}

impl<'de> Visitor<'de> for Reading<'_> {
    type Value = Tree;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON data")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::String(value.to_string()))
    }

    fn visit_string<E>(self, value: String) -> Result<Tree, E> {
        Ok(Tree::String(value))
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Tree, E> {
        Ok(Tree::NotData)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        // A sparse array of length 4e9 says its length before it is walked.
        let length = items.size_hint().unwrap_or(0);
        if length > MAX_ENTRIES {
            return Ok(Tree::TooLong(length));
        }
        let mut list = Vec::with_capacity(length.min(1024));
        while let Some(item) = items.next_element_seed(self.deeper())? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
        let mut map = Vec::new();
        while let Some(key) = entries.next_key::<String>()? {
            // Keys that start so are the author's own; what they hold is not ours.
            if key.starts_with('$') || key.starts_with("x-") {
                entries.next_value::<IgnoredAny>()?;
            } else {
                map.push((key, entries.next_value_seed(self.deeper())?));
            }
        }
        Ok(Tree::Map(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_json_type() {
        let tree = Tree::from_json(r#"{"a":[1,2.5,null,true,"x"]}"#).unwrap();
        let list = vec![
            Tree::Number(1.0),
            Tree::Number(2.5),
            Tree::Null,
            Tree::Bool(true),
            Tree::String("x".into()),
        ];
        assert_eq!(tree, Tree::Map(vec![("a".into(), Tree::List(list))]));
    }

    #[test]
    fn composes_strings_but_not_keys() {
        let tree = Tree::from_json("{\"a\":\"To\u{302}ng\"}").unwrap();
        assert_eq!(tree.get("a"), Some(&Tree::String("Tông".into())));
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
    fn leaves_the_authors_own_keys_alone() {
        assert_eq!(Tree::from_json(r#"{"$schema":"s","x-a":[1]}"#), Ok(Tree::Map(vec![])));
    }
}
