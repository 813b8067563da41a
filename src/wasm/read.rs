//! Reads a page's object, whatever it does while it is read.

use crate::input::Tree;
use js_sys::{Array, JsString};
use serde::Deserialize;
use serde_wasm_bindgen::Deserializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Calls `work` where what it throws is caught.
    #[wasm_bindgen(js_namespace = Reflect, js_name = apply, catch)]
    fn attempt(
        work: &mut dyn FnMut(),
        this: &JsValue,
        arguments: &Array,
    ) -> Result<JsValue, JsValue>;
}

/// The document in a page's value, strings in NFC.
///
/// A getter that throws would unwind past everything that is borrowed here,
/// so it is caught half-way: such a value is no data.
pub fn read(value: JsValue) -> Tree {
    let mut tree = Tree::NotData;
    let mut work = || {
        if let Ok(read) = Tree::deserialize(Deserializer::from(value.clone())) {
            tree = read;
        }
    };
    let _ = attempt(&mut work, &JsValue::UNDEFINED, &Array::new());
    tree.map_strings(&mut compose);
    tree
}

/// Most strings have no combining marks and need not cross to JavaScript.
fn compose(text: &mut String) {
    if text.chars().any(|c| matches!(c, '\u{300}'..='\u{36f}')) {
        *text = JsString::from(text.as_str()).normalize("NFC").into();
    }
}
