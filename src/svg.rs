//! A scene as a standing SVG picture: the same painter on a backend that
//! writes elements.

mod elements;

use crate::locale::plain_number;
use crate::paint;
use crate::scene::Scene;
use crate::theme::Theme;
use crate::xml::{escape, is_xml};
use elements::Elements;

/// Backends draw in whole numbers: tenths of a pixel do not show.
const UNITS: f64 = 10.0;

/// What is said of the picture, by whoever cannot see it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Words<'a> {
    pub title: &'a str,
    /// One paragraph: the summary.
    pub description: &'a str,
    /// BCP 47 tag of both, and of the text in the picture.
    pub lang: &'a str,
    /// Where the figures come from, as XML for programs.
    pub metadata: &'a str,
}

/// The scene as one SVG element, in CSS pixels. The same scene gives the same
/// bytes.
pub fn render(scene: &Scene, theme: &Theme, words: Words) -> String {
    let marks = marks(scene, theme);
    let id = checksum([&marks, words.title, words.description]);
    let mut svg = String::with_capacity(marks.len() + words.description.len() + 1024);
    let mut write = |parts: &[&str]| parts.iter().for_each(|part| svg.push_str(part));
    let (width, height) = (plain_number(scene.width), plain_number(scene.height));
    write(&["<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"", &width, "\" height=\"", &height]);
    write(&["\" viewBox=\"0 0 ", &width, " ", &height, "\" lang=\"", &escape(words.lang)]);
    write(&["\" role=\"img\" aria-labelledby=\"t", &id, " d", &id, "\">\n"]);
    write(&["<title id=\"t", &id, "\">", &escape(words.title), "</title>\n"]);
    write(&["<desc id=\"d", &id, "\">", &escape(words.description), "</desc>\n"]);
    write(&["<metadata>\n", words.metadata, "</metadata>\n"]);
    write(&["<g transform=\"scale(0.1)\" stroke-linecap=\"round\" stroke-linejoin=\"round\""]);
    write(&[" font-family=\"", &escape(&theme.font_family), "\">\n", &marks, "</g>\n</svg>\n"]);
    svg.retain(is_xml);
    svg
}

/// The elements of all marks.
fn marks(scene: &Scene, theme: &Theme) -> String {
    let mut marks = String::new();
    let units = |length: f64| (length * UNITS).ceil().max(1.0);
    let (width, height) = (units(scene.width), units(scene.height));
    let backend = Elements::new(&mut marks, (width as u32, height as u32));
    let area = paint::area(backend, width / UNITS, height / UNITS);
    // Writing into a string does not fail.
    let _ = paint::paint(scene, theme, &area);
    drop(area);
    marks
}

/// Tells apart the ids of several pictures in one page; FNV-1a.
fn checksum(texts: [&str; 3]) -> String {
    let hash = texts
        .iter()
        .flat_map(|text| text.bytes())
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    plain_number(hash.into())
}
