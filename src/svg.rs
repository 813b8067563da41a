//! A scene as a standing SVG picture: the same painter on plotters-svg.

use crate::paint::{self, css_weight};
use crate::scene::{Mark, Scene};
use crate::theme::Theme;
use plotters_backend::FontStyle;
use plotters_svg::SVGBackend;

/// plotters-svg writes whole numbers: tenths of a pixel do not show.
const UNITS: f64 = 10.0;

/// What is said of the picture, by whoever cannot see it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Words<'a> {
    pub title: &'a str,
    /// One paragraph: the summary.
    pub description: &'a str,
    /// BCP 47 tag of both, and of the text in the picture.
    pub lang: &'a str,
}

/// The scene as one SVG element, in CSS pixels. The same scene gives the same
/// bytes.
pub fn render(scene: &Scene, theme: &Theme, words: Words) -> String {
    let marks = marks(scene, theme);
    let id = checksum([&marks, words.title, words.description]);
    let mut svg = String::with_capacity(marks.len() + words.description.len() + 1024);
    let mut write = |parts: &[&str]| parts.iter().for_each(|part| svg.push_str(part));
    let (width, height) = (number(scene.width), number(scene.height));
    write(&["<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"", &width, "\" height=\"", &height]);
    write(&["\" viewBox=\"0 0 ", &width, " ", &height, "\" lang=\"", &escape(words.lang)]);
    write(&["\" role=\"img\" aria-labelledby=\"t", &id, " d", &id, "\">\n"]);
    write(&["<title id=\"t", &id, "\">", &escape(words.title), "</title>\n"]);
    write(&["<desc id=\"d", &id, "\">", &escape(words.description), "</desc>\n"]);
    write(&["<g transform=\"scale(0.1)\" stroke-linecap=\"round\" stroke-linejoin=\"round\""]);
    write(&[" font-family=\"", &escape(&theme.font_family), "\">\n", &marks, "</g>\n</svg>\n"]);
    svg.retain(is_xml);
    svg
}

/// The elements that plotters-svg writes, without their `<svg>`.
fn marks(scene: &Scene, theme: &Theme) -> String {
    let mut raw = String::new();
    let units = |length: f64| (length * UNITS).ceil().max(1.0);
    let (width, height) = (units(scene.width), units(scene.height));
    let backend = SVGBackend::with_string(&mut raw, (width as u32, height as u32));
    let area = paint::area(backend, width / UNITS, height / UNITS);
    // Writing into a string does not fail.
    let _ = paint::paint(scene, theme, &area);
    drop(area);
    let marks = raw.split_once(">\n").map_or("", |(_, rest)| rest);
    tidy(marks.trim_end_matches("</svg>\n"), scene, theme)
}

/// Puts right what plotters-svg writes of text, and leaves out what says
/// nothing. Patterns with quotation marks cannot meet a label: there they are
/// escaped.
fn tidy(marks: &str, scene: &Scene, theme: &Theme) -> String {
    let mut tidy = join_text(marks);
    let mut replace = |from: &str, to: &str| tidy = tidy.replace(from, to);
    replace(" opacity=\"1\"", "");
    replace(" dy=\"-0.5ex\"", "");
    replace(" text-anchor=\"start\"", "");
    replace(&attribute("font-family", &escape(&theme.font_family)), "");
    for style in [FontStyle::Oblique, FontStyle::Bold] {
        let name = if matches!(style, FontStyle::Bold) { "font-weight" } else { "font-style" };
        replace(&attribute(name, style.as_str()), &attribute("font-weight", css_weight(style)));
    }
    for size in sizes(scene) {
        replace(
            &attribute("font-size", &number(size / 1.24)),
            &attribute("font-size", &number(size)),
        );
    }
    tidy
}

/// plotters-svg writes a label on a line of its own; its breaks are not text.
fn join_text(marks: &str) -> String {
    let mut joined = String::with_capacity(marks.len());
    for line in marks.lines() {
        joined.push_str(line);
        if line.starts_with('<') && !line.starts_with("<text") {
            joined.push('\n');
        }
    }
    joined
}

fn attribute(name: &str, value: &str) -> String {
    [" ", name, "=\"", value, "\""].concat()
}

/// Each font size of the scene once, in units.
fn sizes(scene: &Scene) -> Vec<f64> {
    let mut sizes = Vec::new();
    for mark in &scene.marks {
        if let Mark::Label(label) = mark {
            let size = paint::font_size(label, UNITS);
            if !sizes.contains(&size) {
                sizes.push(size);
            }
        }
    }
    sizes
}

/// As plotters-svg writes it.
fn number(value: f64) -> String {
    value.to_string()
}

/// Text as it may stand in an element or an attribute.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Whether XML allows the character at all.
fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// Tells apart the ids of several pictures in one page; FNV-1a.
fn checksum(texts: [&str; 3]) -> String {
    let hash = texts
        .iter()
        .flat_map(|text| text.bytes())
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash.to_string()
}
