//! The façade: what the page's script can call.
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
pub fn ping() -> String { "pong".into() }
