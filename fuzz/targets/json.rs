//! Any JSON text through the reader; what it takes is told and drawn.
#![no_main]

#[path = "../../tests/common/mod.rs"]
mod common;

use common::invariants::{LANGUAGES, Size, check_document};
use district_charts::chart::Options;
use district_charts::input::Tree;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    // By its length, which most changes change.
    let turn = text.len() % LANGUAGES.len();
    let lang = LANGUAGES[turn].to_string();
    let width = 280.0 + 240.0 * turn as f64;
    if let Ok(tree) = Tree::from_json(text) {
        let size = Size { width, height: None, pixel_ratio: 1.0 };
        check_document(&tree, &Options { lang, ..Options::default() }, size);
    }
});
