//! Thousands of areas are told by what they have in common, in a picture that a
//! person can read; the highlighted one keeps its row.

mod common;

use common::corpus::area_document;
use common::labels::label_faults;
use district_charts::describe;
use district_charts::input::Tree;
use district_charts::layout::{self, Options};
use district_charts::locale::Locale;
use district_charts::model::{self, ChartKind, Dataset};
use district_charts::scene::{Mark, Scene};
use district_charts::text::metrics::WidthTable;
use serde_json::json;

/// Every seventh area does not meet the criterion 17; of every ninth only the
/// number is known.
fn dataset(count: usize) -> Dataset {
    let met = |index: usize| match index {
        _ if index.is_multiple_of(9) => json!({ "value": 15, "qualifier": "atLeast" }),
        _ if index.is_multiple_of(7) => {
            json!((1..=19).filter(|id| *id != 17).map(|id| id.to_string()).collect::<Vec<_>>())
        }
        _ => json!("all"),
    };
    let document = area_document(count, met);
    let tree = Tree::from_json(&document.to_string()).expect("JSON");
    model::read(&tree, Some("ntm-criteria")).expect("a right document").0
}

fn lay_out(dataset: &Dataset, width: f64, highlight: Option<&str>, locale: &Locale) -> Scene {
    let highlight = highlight.map(str::to_string);
    let options = Options { width, highlight, ..Options::default() };
    layout::lay_out(dataset, ChartKind::NtmCriteria, &options, &WidthTable, locale)
}

fn has_label(scene: &Scene, text: &str) -> bool {
    scene.marks.iter().any(|mark| matches!(mark, Mark::Label(label) if label.text == text))
}

#[test]
fn two_hundred_areas_have_a_row_each_and_more_have_none() {
    let locale = Locale::VI;
    let rows = lay_out(&dataset(200), 720.0, None, &locale);
    assert!(has_label(&rows, "Xã 199"));
    let many = lay_out(&dataset(10_598), 720.0, None, &locale);
    assert!(!has_label(&many, "Xã 199"));
    assert!(many.height < 1_200.0 && many.marks.len() < 400, "{} high", many.height);
}

#[test]
fn what_many_have_in_common_keeps_its_place_at_any_width() {
    let dataset = dataset(1_000);
    for width in [280.0, 360.0, 720.0, 1600.0] {
        for locale in [Locale::VI, Locale::EN, Locale::parse("km")] {
            let scene = lay_out(&dataset, width, Some("00007"), &locale);
            let faults = label_faults(&scene, &width.to_string());
            assert!(faults.is_empty(), "{}", faults.join("\n"));
        }
    }
}

#[test]
fn the_highlighted_area_keeps_its_row() {
    let dataset = dataset(1_000);
    let scene = lay_out(&dataset, 720.0, Some("00007"), &Locale::VI);
    assert!(has_label(&scene, "Xã 7") && has_label(&scene, "18/19"));
    assert!(!has_label(&scene, "Xã 8"));
}

/// The key of its cells above it, the bars of all areas below.
#[test]
fn the_highlighted_area_has_room_round_its_row() {
    let dataset = dataset(1_000);
    for width in [360.0, 720.0] {
        let scene = lay_out(&dataset, width, Some("00007"), &Locale::VI);
        let (areas, bars): (Vec<_>, Vec<_>) =
            scene.targets.iter().partition(|target| target.key.row < 1_000);
        let bottom = areas.iter().map(|target| target.bounds.bottom()).fold(0.0, f64::max);
        let top = bars.iter().map(|target| target.bounds.y).fold(f64::MAX, f64::min);
        assert!(top - bottom >= 14.0, "{width}: {bottom} to {top}");
    }
}

#[test]
fn the_bars_say_how_many_areas_of_how_many() {
    let dataset = dataset(1_000);
    let locale = Locale::VI;
    let scene = lay_out(&dataset, 720.0, None, &locale);
    let tips: Vec<String> = scene
        .targets
        .iter()
        .map(|target| describe::tip(&dataset, ChartKind::NtmCriteria, target.key, &locale).text)
        .collect();
    // 112 numbers alone, 127 without criterion 17, the rest with all.
    assert_eq!(tips[0], "19\u{a0}tiêu chí, 2023: 761/1.000\u{a0}xã.");
    assert_eq!(tips[1], "18\u{a0}tiêu chí, 2023: 127/1.000\u{a0}xã.");
    assert_eq!(tips[2], "ít nhất 15\u{a0}tiêu chí, 2023: 112/1.000\u{a0}xã.");
    assert_eq!(tips.len(), 3 + 19);
    let seventeenth = "17 Môi trường và an toàn thực phẩm, 2023: 761/888\u{a0}xã.";
    assert_eq!(tips[3 + 16], seventeenth);
}
