//! A scene as a standing SVG picture: the same painter on plotters-svg.

use crate::paint::{self, css_weight};
use crate::scene::{Mark, Scene};
use crate::theme::Theme;
use plotters_backend::FontStyle;
use plotters_svg::SVGBackend;

/// plotters-svg writes whole numbers: tenths of a pixel do not show.
const UNITS: f64 = 10.0;

/// plotters-svg divides every font size by this.
const PLOTTERS_SHRINKS: f64 = 1.24;

/// Bars and hairlines fall on whole pixels at whatever size they are shown.
const CRISP: &str = " shape-rendering=\"crispEdges\"";

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
    // Its `<svg>` is the first line.
    let marks = raw.split_once('\n').map_or("", |(_, rest)| rest);
    tidy(marks.strip_suffix("</svg>\n").unwrap_or(marks), scene)
}

/// Puts right what plotters-svg writes of text, and leaves out what says
/// nothing. It writes an element a line; a label stands on lines of its own,
/// where the breaks are not part of it.
fn tidy(marks: &str, scene: &Scene) -> String {
    let sizes = sizes(scene);
    let mut tidy = String::with_capacity(marks.len());
    for line in marks.lines() {
        if line.starts_with('<') {
            tidy_element(line, &sizes, &mut tidy);
        } else {
            tidy.push_str(line);
        }
    }
    tidy
}

/// Copies one element. Quotation marks within a value are escaped, so they
/// part names (`<text x=`, ` y=` …) from values.
fn tidy_element(line: &str, sizes: &[(String, String)], tidy: &mut String) {
    let mut parts = line.split('"');
    while let (Some(before), value) = (parts.next(), parts.next()) {
        let Some(value) = value else {
            tidy.push_str(before);
            break;
        };
        let (head, name) = before.rsplit_once(' ').unwrap_or(("", before));
        tidy.push_str(head);
        if head == "<rect" {
            tidy.push_str(CRISP);
        }
        if let Some((name, value)) = tidy_attribute(name, value, sizes) {
            [" ", name, "\"", value, "\""].iter().for_each(|part| tidy.push_str(part));
        }
    }
    if !line.starts_with("<text") {
        tidy.push('\n');
    }
}

/// None where the attribute says nothing, or says it for all.
fn tidy_attribute<'a>(
    name: &'a str,
    value: &'a str,
    sizes: &'a [(String, String)],
) -> Option<(&'a str, &'a str)> {
    match (name, value) {
        ("opacity=" | "dy=" | "font-family=", _) | ("text-anchor=", "start") => None,
        ("font-style=", _) => Some(("font-weight=", css_weight(FontStyle::Oblique))),
        ("font-weight=", _) => Some((name, css_weight(FontStyle::Bold))),
        ("font-size=", _) => {
            let size = sizes.iter().find(|(written, _)| written == value);
            Some((name, size.map_or(value, |(_, meant)| meant)))
        }
        _ => Some((name, value)),
    }
}

/// Each font size of the scene once, as plotters-svg writes it and as meant.
fn sizes(scene: &Scene) -> Vec<(String, String)> {
    let mut sizes = Vec::new();
    for mark in &scene.marks {
        if let Mark::Label(label) = mark {
            let units = label.size * UNITS;
            let pair = (number(units / PLOTTERS_SHRINKS), number(units.round()));
            if !sizes.contains(&pair) {
                sizes.push(pair);
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
