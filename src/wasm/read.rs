//! Reads a page's object, whatever it does while it is read.

use crate::input::{Keys, Shape, Source, Tree};
use core::cell::RefCell;
use core::fmt;
use js_sys::{Array, JsString, Reflect, Symbol};
use serde::de::{Deserializer as _, Visitor};
use serde_wasm_bindgen::Deserializer;
use wasm_bindgen::prelude::*;

// What a proxy or a getter of the page throws is caught at once: it would
// unwind past everything that is borrowed here.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Object, catch)]
    fn keys(object: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(js_namespace = Array, js_name = isArray, catch)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;

    type Names;
    /// With commas between. Not as a string of Rust: its memory is the module's to ask
    /// for, and what fails there must not be caught here.
    #[wasm_bindgen(method, catch)]
    fn join(this: &Names) -> Result<JsValue, JsValue>;
}

/// Keys of the maps that were read last: most are like one of those. None of a name with
/// a comma, which joined would be like others.
type Known = Vec<(String, Keys<JsValue>)>;

const MOST_KNOWN: usize = 8;
const MOST_KEYS: usize = 256;

thread_local! {
    static KNOWN: RefCell<Known> = const { RefCell::new(Vec::new()) };
}

/// The document in a page's value, strings in NFC.
pub fn read(value: JsValue) -> Tree {
    let mut tree = Tree::read(&value);
    tree.map_strings(&mut compose);
    tree
}

impl Source for JsValue {
    type Key = JsValue;

    fn shape(&self) -> Shape<JsValue> {
        // The most there are of, in one step each.
        if let Some(value) = self.as_bool() {
            Shape::Leaf(Tree::Bool(value))
        } else if let Some(value) = self.as_f64() {
            Shape::Leaf(Tree::Number(value))
        } else if self.is_bigint() {
            Shape::Leaf(Tree::NotData)
        } else if self.is_object() {
            shape_of_object(self).unwrap_or(Shape::Leaf(Tree::NotData))
        } else {
            let scalar = Deserializer::from(self.clone()).deserialize_any(Scalar);
            Shape::Leaf(scalar.unwrap_or(Tree::NotData))
        }
    }

    fn item(&self, index: usize) -> Option<JsValue> {
        Reflect::get_u32(self, index as u32).ok()
    }

    fn entry(&self, key: &JsValue) -> Option<JsValue> {
        Reflect::get(self, key).ok()
    }

    fn is(&self, other: &JsValue) -> bool {
        self == other
    }
}

/// None for a set, bytes … and where the page throws.
fn shape_of_object(value: &JsValue) -> Option<Shape<JsValue>> {
    if is_array(value).ok()? {
        let length = Reflect::get(value, &"length".into()).ok()?.as_f64()?;
        Some(Shape::List(length as usize))
    } else if Reflect::has(value, &Symbol::iterator()).ok()? {
        None
    } else {
        Some(Shape::Map(keys_of(value).ok()?))
    }
}

/// A name crosses from JavaScript once for many maps.
fn keys_of(map: &JsValue) -> Result<Keys<JsValue>, JsValue> {
    let keys = keys(map)?;
    let names = keys.unchecked_ref::<Names>().join()?.as_string().unwrap_or_default();
    let count = keys.length() as usize;
    let known = KNOWN.with_borrow(|known| {
        let alike = known.iter().find(|(own, keys)| *own == names && keys.len() == count);
        alike.map(|(_, keys)| keys.clone())
    });
    Ok(known.unwrap_or_else(|| read_keys(&keys, names)))
}

fn read_keys(keys: &Array, names: String) -> Keys<JsValue> {
    let mut named = Vec::new();
    for key in keys.to_vec() {
        named.push((key.as_string().unwrap_or_default().into(), key));
    }
    let named = Keys::new(named);
    let commas = names.bytes().filter(|byte| *byte == b',').count();
    if commas + 1 == named.len() && named.len() <= MOST_KEYS {
        KNOWN.with_borrow_mut(|known| {
            known.truncate(MOST_KNOWN - 1);
            known.insert(0, (names, named.clone()));
        });
    }
    named
}

/// A value that nothing of the page can run in: what is a list or a map, where a getter
/// or a proxy may, is walked above.
struct Scalar;

impl Visitor<'_> for Scalar {
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

    /// Whole numbers of a double come so; those of a BigInt are no JSON.
    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::String(value.into()))
    }

    /// Without a copy: it may be long.
    fn visit_string<E>(self, value: String) -> Result<Tree, E> {
        Ok(Tree::String(value))
    }
}

/// Most strings have no combining marks and need not cross to JavaScript.
fn compose(text: &mut String) {
    if text.chars().any(|c| matches!(c, '\u{300}'..='\u{36f}')) {
        *text = JsString::from(text.as_str()).normalize("NFC").into();
    }
}
