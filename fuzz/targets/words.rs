//! Numbers, lines of text and what escapes them, with any values.
#![no_main]

#[path = "../../tests/common/mod.rs"]
mod common;

use common::invariants::{check_lines, check_number, check_svg};
use district_charts::scene::Scene;
use district_charts::svg::{self, Words};
use district_charts::text::Font;
use district_charts::theme::{Settings, Theme, Weight};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (f64, u8, f64, f64, u8, &str)| {
    let (value, decimals, size, max_width, max_lines, text) = input;
    check_number(value, decimals);
    check_lines(text, max_width, max_lines.into(), Font { size, weight: Weight::Medium });
    let settings = Settings {
        colors: vec![text.into()],
        font_family: Some(text.into()),
        letter_spacing: Some(text.into()),
        ..Settings::default()
    };
    let words = Words { title: text, description: text, lang: text, metadata: "" };
    let scene = Scene { width: 1.0, height: 1.0, marks: vec![], targets: vec![] };
    check_svg(&svg::render(&scene, &Theme::new(&settings), words));
});
