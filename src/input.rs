//! A document as it came, before anybody asks what it means.
//!
//! One walk reads a page's object and a JSON text into the same `Tree`. It
//! never fails on a value it cannot hold: it says so in the tree, so that the
//! reader can name the place.

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
const MAX_DEPTH: usize = 8;

/// Values of one document. Two million figures, each an object, stay below;
/// an object whose branches share theirs for ever does not.
const MAX_VALUES: usize = 12_000_000;

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
    /// Maps of a list share the keys that they have in common.
    Map(Vec<(Rc<str>, Tree)>),
    /// A list of this length, too long to be read.
    TooLong(usize),
    /// Past the depth, or the number of values, that is read; or inside itself.
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
        let mut tree = Tree::read(&&value);
        tree.map_strings(&mut |text| *text = text.nfc().collect());
        Ok(tree)
    }
}

/// A value where it stands, in a page's object or in a JSON text.
pub trait Source: Sized {
    type Key;

    fn shape(&self) -> Shape<Self::Key>;
    /// An entry of a list; None where reading it fails.
    fn item(&self, index: usize) -> Option<Self>;
    /// An entry of a map; None where reading it fails.
    fn entry(&self, key: &Self::Key) -> Option<Self>;
    /// Whether both are one and the same list or map.
    fn is(&self, other: &Self) -> bool;
}

/// What a value is, and what is in it.
pub enum Shape<Key> {
    /// Read as it is.
    Leaf(Tree),
    List(usize),
    Map(Keys<Key>),
}

/// Those of a map with their names; alike maps have one and the same.
pub type Keys<Key> = Rc<Vec<(Rc<str>, Key)>>;

impl Tree {
    pub fn read<S: Source>(source: &S) -> Tree {
        let mut left = MAX_VALUES;
        Place { source, above: None, depth: 0 }.read(&mut left)
    }
}

/// A value and what it is in.
struct Place<'a, S> {
    source: &'a S,
    above: Option<&'a Place<'a, S>>,
    depth: usize,
}

impl<S: Source> Place<'_, S> {
    /// Reads the value while there are values `left` to read.
    fn read(&self, left: &mut usize) -> Tree {
        // Those that are not read count too: an object that is in many others
        // would take for ever.
        *left = left.saturating_sub(1);
        if self.depth > MAX_DEPTH || *left == 0 {
            return Tree::TooDeep;
        }
        match self.source.shape() {
            Shape::Leaf(tree) => tree,
            Shape::List(length) if length > MAX_ENTRIES => Tree::TooLong(length),
            _ if self.is_inside_itself() => Tree::TooDeep,
            Shape::List(length) => Tree::List(self.items(length, left)),
            Shape::Map(keys) => Tree::Map(self.entries(&keys, left)),
        }
    }

    fn is_inside_itself(&self) -> bool {
        let mut above = self.above;
        while let Some(place) = above {
            if place.source.is(self.source) {
                return true;
            }
            above = place.above;
        }
        false
    }

    fn items(&self, length: usize, left: &mut usize) -> Vec<Tree> {
        let mut items = Vec::with_capacity(length);
        for index in 0..length {
            items.push(self.below(self.source.item(index), left));
        }
        items
    }

    fn entries(&self, keys: &Keys<S::Key>, left: &mut usize) -> Vec<(Rc<str>, Tree)> {
        let mut entries = Vec::with_capacity(keys.len());
        for (name, key) in keys.iter() {
            // Keys that start so are the author's own; what they hold is not ours.
            if name.starts_with('$') || name.starts_with("x-") {
                continue;
            }
            // A page that passes some other object of its own passes a large one.
            let is_read = self.above.is_some() || KEYS.contains(&&**name);
            let value = if is_read { self.below(self.source.entry(key), left) } else { Tree::Null };
            entries.push((name.clone(), value));
        }
        entries
    }

    fn below(&self, source: Option<S>, left: &mut usize) -> Tree {
        let Some(source) = &source else { return Tree::NotData };
        Place { source, above: Some(self), depth: self.depth + 1 }.read(left)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Source for &serde_json::Value {
    type Key = Rc<str>;

    fn shape(&self) -> Shape<Rc<str>> {
        use serde_json::Value;
        Shape::Leaf(match self {
            Value::Null => Tree::Null,
            Value::Bool(value) => Tree::Bool(*value),
            Value::Number(value) => value.as_f64().map_or(Tree::NotData, Tree::Number),
            Value::String(text) => Tree::String(text.clone()),
            Value::Array(items) => return Shape::List(items.len()),
            Value::Object(entries) => {
                let key = |key: &String| (Rc::from(key.as_str()), Rc::from(key.as_str()));
                return Shape::Map(Rc::new(entries.keys().map(key).collect()));
            }
        })
    }

    fn item(&self, index: usize) -> Option<Self> {
        self.as_array()?.get(index)
    }

    fn entry(&self, key: &Rc<str>) -> Option<Self> {
        self.as_object()?.get(&**key)
    }

    fn is(&self, _: &Self) -> bool {
        false
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
