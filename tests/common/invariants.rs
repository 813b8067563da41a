//! What holds for every chart, whatever the document, the size and the language.

use super::labels::{label_faults, mark_faults};
use super::record::{Shape, record_at};
use district_charts::chart::{Chart, Options, Tip};
use district_charts::describe::{self, Table};
use district_charts::geom::Point;
use district_charts::input::Tree;
use district_charts::locale::{self, Locale};
use district_charts::model::{self, ChartKind};
use district_charts::paint::pixels::{PIXEL, fitting_ratio};
use district_charts::scene::{Mark, Scene, Step};
use district_charts::text::metrics::WidthTable;
use district_charts::text::{self, Font};

pub const LANGUAGES: [&str; 4] = ["vi", "en", "km", "km-u-nu-khmr"];

/// What a page asks for, in numbers that may be any.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub width: f64,
    pub height: Option<f64>,
    pub pixel_ratio: f64,
}

/// Each problem of the document is told, and each chart that it feeds holds.
pub fn check_document(tree: &Tree, options: &Options, size: Size) {
    let locale = Locale::parse(&options.lang);
    for issue in model::validate(tree) {
        let sentence = describe::problem(&issue.problem, &locale);
        assert!(!sentence.is_empty(), "{issue:?} is told by nothing");
        assert!(issue.path.is_empty() || issue.path.starts_with('/'), "{}", issue.path);
    }
    for kind in ChartKind::ALL {
        let options = Options { chart: Some(kind.name().into()), ..options.clone() };
        match Chart::new(tree, options) {
            Ok(mut chart) => check_chart(&mut chart, size, has_braces(tree)),
            Err(issues) => assert!(!issues.is_empty(), "refused for nothing"),
        }
    }
}

fn check_chart(chart: &mut Chart, size: Size, may_have_braces: bool) {
    let table = chart.table();
    check_table(&table);
    check_parts_of(&table, chart);
    check_csv(&chart.csv());
    check_svg(&chart.svg(size.width, size.height));
    let mut said = vec![chart.summary(), table.caption];
    said.extend(check_picture(chart, size).into_iter().map(|tip| tip.words.text));
    let heading = chart.heading();
    said.extend([heading.title, heading.subtitle, heading.source]);
    said.extend(heading.notes);
    for sentence in said {
        let has_place = sentence.contains(['{', '}']);
        assert!(may_have_braces || !has_place, "a place is not filled: {sentence}");
    }
}

fn has_braces(tree: &Tree) -> bool {
    match tree {
        Tree::String(text) => text.contains(['{', '}']),
        Tree::List(items) => items.iter().any(has_braces),
        Tree::Map(entries) => entries.iter().any(|(_, value)| has_braces(value)),
        _ => false,
    }
}

fn check_table(table: &Table) {
    assert!(!table.rows.is_empty(), "an empty table");
    for row in &table.rows {
        assert_eq!(row.cells.len(), table.columns.len(), "cells of {}", row.header);
    }
}

/// A page shows thousands of rows part by part.
fn check_parts_of(table: &Table, chart: &Chart) {
    let count = table.rows.len();
    assert_eq!(chart.row_count(), count);
    for middle in [1, count / 2, count - 1] {
        let parts = [0..middle, middle..count + 1].map(|rows| chart.table_of(rows).rows);
        assert_eq!(parts.concat(), table.rows, "parts at {middle}");
    }
}

/// Records of one length, and nothing that a spreadsheet would run.
pub fn check_csv(text: &str) {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    for record in reader.records() {
        let record = record.expect("records of one length");
        for cell in &record {
            let begins = cell.trim_start().chars().next();
            let is_formula = begins.is_some_and(|c| "=+-@＝＋－＠".contains(c));
            assert!(!is_formula || cell.parse::<f64>().is_ok(), "a spreadsheet runs {cell:?}");
        }
    }
}

pub fn check_svg(svg: &str) {
    let document = roxmltree::Document::parse(svg).unwrap_or_else(|error| panic!("{error}: {svg}"));
    for node in document.descendants() {
        let name = node.tag_name().name();
        assert!(!["script", "foreignObject", "a", "image", "use"].contains(&name), "<{name}>");
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(!name.starts_with("on"), "{name}");
            let is_number = !matches!(name, "font-family" | "lang" | "aria-label");
            assert!(!is_number || !(value.contains("NaN") || value == "inf"), "{name}={value}");
        }
    }
}

/// The tips of all its targets.
fn check_picture(chart: &mut Chart, size: Size) -> Vec<Tip> {
    let Some(scene) = chart.lay_out(size.width, size.height, &WidthTable) else {
        let can_be_drawn = (0.001..=20_000.0).contains(&size.width);
        assert!(!can_be_drawn, "nothing is drawn at {size:?}");
        assert!(chart.hit(0.0, 0.0).is_none(), "a hit where nothing is drawn");
        return Vec::new();
    };
    let scene = scene.clone();
    assert!(scene.width == size.width && scene.height > 0.0 && scene.height.is_finite());
    check_marks(&scene);
    check_calls(&scene, size.pixel_ratio);
    check_steps(chart, &scene)
}

fn check_marks(scene: &Scene) {
    let mut faults = mark_faults(scene);
    // Too narrow a picture, too large type or too long a name go past its edge.
    faults.retain(|fault| fault.contains("NaN") || fault.contains("inf"));
    assert!(faults.is_empty(), "at {}:\n{}", scene.width, faults.join("\n"));
    for mark in &scene.marks {
        let Mark::Label(label) = mark else { continue };
        assert!(label.size.is_finite() && label.width.is_finite() && !label.text.is_empty());
    }
}

/// What layout promises room for, as tests/layout.rs holds it: this width, or that of
/// larger type, and type of these sizes.
const NARROWEST: f64 = 280.0;
const NARROWEST_OF_LARGE_TYPE: f64 = 320.0;
const TYPE: core::ops::RangeInclusive<f64> = 10.0..=28.0;
const USUAL_TYPE: f64 = 14.0;

/// Of a right document with names as people write them nothing leaves the frame, and no
/// label covers another.
pub fn check_room(tree: &Tree, options: &Options, size: Size) {
    let type_size = options.theme.font_size;
    let narrowest = if type_size > USUAL_TYPE { NARROWEST_OF_LARGE_TYPE } else { NARROWEST };
    if size.width < narrowest || !TYPE.contains(&type_size) {
        return;
    }
    let Ok(mut chart) = Chart::new(tree, options.clone()) else { return };
    let Some(scene) = chart.lay_out(size.width, size.height, &WidthTable) else { return };
    let faults = [mark_faults(scene), label_faults(scene, "this chart")].concat();
    assert!(faults.is_empty(), "at {}:\n{}", size.width, faults.join("\n"));
}

/// A number that is none, or past what a whole number holds, would end as one of these.
fn check_calls(scene: &Scene, pixel_ratio: f64) {
    let ratio = fitting_ratio(scene.width, scene.height, pixel_ratio);
    let units = |length: f64| (length * ratio).round().max(1.0) as u32 * PIXEL as u32;
    let size = (units(scene.width), units(scene.height));
    let is_right = |at: (i32, i32)| at.0.abs() < i32::MAX && at.1.abs() < i32::MAX;
    for call in record_at(scene, size) {
        let right = match call.shape {
            Shape::Rect { from, to, .. } => is_right(from) && is_right(to),
            Shape::Polygon { points } => points > 2,
            Shape::Path { points, width } => points > 1 && width > 0,
            Shape::Circle { center, .. } => is_right(center),
            Shape::Text { ref text, at, size } => {
                !text.is_empty() && is_right(at) && size.is_finite()
            }
        };
        assert!(right, "{call} on {size:?}");
    }
}

/// From the first to the last by “next”, each once; and each is where it can be pointed at.
fn check_steps(chart: &Chart, scene: &Scene) -> Vec<Tip> {
    let mut tips: Vec<Tip> = Vec::new();
    while let Some(tip) = chart.step(tips.last().map(|tip| &*tip.id), Step::Next) {
        assert!(!tip.words.title.is_empty() && !tip.words.text.is_empty(), "{tip:?} says nothing");
        let Point { x, y } = tip.bounds.center();
        assert!(chart.hit(x, y).is_some(), "nothing is hit at the centre of {tip:?}");
        tips.push(tip);
        assert!(tips.len() <= scene.targets.len(), "steps go in a circle");
    }
    assert_eq!(tips.len(), scene.targets.len(), "targets without a step");
    tips
}

/// Lines hold the words in their order, and no more than what has room.
pub fn check_lines(text: &str, max_width: f64, max_lines: usize, font: Font) {
    let lines = text::wrap(text, max_width, max_lines, font, &WidthTable);
    assert!(lines.len() <= max_lines, "{} lines of {max_lines}", lines.len());
    let is_gap = |c: &char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{200b}');
    let words: String = text.chars().filter(|c| !is_gap(c)).collect();
    let shown: String = lines.concat().chars().filter(|c| !is_gap(c)).collect();
    let is_cut = shown != words;
    let kept = if is_cut { shown.strip_suffix('…').unwrap_or(&shown) } else { &shown };
    assert!(words.starts_with(kept), "{lines:?} says other than {text:?}");
    let can_part = |line: &str| line.chars().filter(|c| c.is_alphanumeric()).count() > 1;
    for line in lines.iter().filter(|line| line.is_ascii() && can_part(line)) {
        let has_room = font.width(line, &WidthTable) <= max_width;
        assert!(has_room || max_width.is_nan() || font.size.is_nan(), "{line:?} is too wide");
    }
}

/// The largest figure that a document may hold.
const LARGEST: f64 = 1e15;

/// What is written is the number, as near as its decimals allow.
pub fn check_number(value: f64, decimals: u8) {
    let needed = locale::decimals_needed(value, decimals);
    assert!(needed <= decimals.min(6), "{needed} decimals of {decimals}");
    for lang in LANGUAGES {
        assert!(!Locale::parse(lang).number(value, decimals).is_empty());
    }
    if value.abs() <= LARGEST {
        let written = locale::plain_number_with(value, decimals);
        let read: f64 = written.parse().expect("a number");
        let step = 0.1_f64.powi(decimals.min(6).into());
        let nearest = value.abs() * f64::EPSILON * 2.0;
        assert!((read - value).abs() <= step * 0.500_001 + nearest, "{value} became {written}");
        let english = Locale::parse("en").number(value, decimals);
        let plain = english.replace(',', "").replace('\u{2212}', "-");
        assert_eq!(plain, written);
    }
}
