//! Reads a page's object, whatever it does while it is read.

use crate::input::{Shape, Source, Tree};
use js_sys::{Array, JsString, Reflect, Symbol};
use wasm_bindgen::prelude::*;

// What a proxy or a getter of the page throws is caught at once: it would
// unwind past everything that is borrowed here.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Object, catch)]
    fn keys(object: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(js_namespace = Array, js_name = isArray, catch)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
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
        if let Some(number) = self.as_f64() {
            Shape::Leaf(Tree::Number(number))
        } else if let Some(text) = self.as_string() {
            Shape::Leaf(Tree::String(text))
        } else if self.is_null() || self.is_undefined() {
            Shape::Leaf(Tree::Null)
        } else if let Some(truth) = self.as_bool() {
            Shape::Leaf(Tree::Bool(truth))
        } else {
            shape_of_object(self).unwrap_or(Shape::Leaf(Tree::NotData))
        }
    }

    fn name(key: &JsValue) -> String {
        key.as_string().unwrap_or_default()
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

/// None for a function, a set, bytes … and where the page throws.
fn shape_of_object(value: &JsValue) -> Option<Shape<JsValue>> {
    if !value.is_object() {
        None
    } else if is_array(value).ok()? {
        let length = Reflect::get(value, &"length".into()).ok()?.as_f64()?;
        Some(Shape::List(length as usize))
    } else if Reflect::has(value, &Symbol::iterator()).ok()? {
        None
    } else {
        Some(Shape::Map(keys(value).ok()?.to_vec()))
    }
}

/// Most strings have no combining marks and need not cross to JavaScript.
fn compose(text: &mut String) {
    if text.chars().any(|c| matches!(c, '\u{300}'..='\u{36f}')) {
        *text = JsString::from(text.as_str()).normalize("NFC").into();
    }
}
