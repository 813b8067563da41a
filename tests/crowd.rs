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
use district_charts::words;
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

/// A section of this many rows and periods, with the figures of `value`.
fn section(
    kind: ChartKind,
    (rows, periods): (usize, usize),
    value: fn(usize, usize) -> f64,
) -> Dataset {
    let labels: Vec<String> = (0..periods).map(|period| (1000 + period).to_string()).collect();
    let sector = |row: usize| {
        let values: Vec<f64> = (0..periods).map(|period| value(row, period)).collect();
        json!({ "id": format!("r{row}"), "name": format!("Ngành {row}"), "values": values })
    };
    let sectors: Vec<_> = (0..rows).map(sector).collect();
    let name = kind.name();
    let document =
        json!({ "version": 1, "place": "X", name: { "periods": labels, "sectors": sectors } });
    let tree = Tree::from_json(&document.to_string()).expect("JSON");
    model::read(&tree, Some(name)).expect("a right document").0
}

fn lay_out_section(dataset: &Dataset, kind: ChartKind, highlight: Option<&str>) -> Scene {
    let options = Options { highlight: highlight.map(str::to_string), ..Options::default() };
    layout::lay_out(dataset, kind, &options, &WidthTable, &Locale::VI)
}

/// Every figure of two million had marks of its own once: a picture of 440 MB.
#[test]
fn of_thousands_of_sectors_the_largest_are_drawn() {
    for size in [(5_000, 4), (1_000, 21), (201, 100)] {
        for kind in [ChartKind::Growth, ChartKind::Structure] {
            let dataset = section(kind, size, |row, period| ((row + period) % 7) as f64 / 1e3);
            let scene = lay_out_section(&dataset, kind, None);
            // And what the parts leave of the whole.
            assert!([24, 25].contains(&(scene.targets.len() / size.1)), "{kind:?} {size:?}");
            assert!(scene.marks.len() < 6 * 26 * size.1, "{kind:?}: {}", scene.marks.len());
            assert!(scene.height < 6_000.0, "{kind:?} {size:?}: {}", scene.height);
            assert!(describe::row_count(&dataset, kind) >= size.0);
        }
    }
}

#[test]
fn two_hundred_sectors_are_drawn_whole() {
    for (rows, periods) in [(200, 4), (200, 100), (24, 2_000)] {
        let dataset = section(ChartKind::Growth, (rows, periods), |_, _| 1.0);
        let scene = lay_out_section(&dataset, ChartKind::Growth, None);
        assert_eq!(scene.targets.len(), rows * periods);
        assert!(words::notes(ChartKind::Growth, &dataset, &Locale::VI).is_empty());
    }
}

#[test]
fn what_is_drawn_of_a_crowd_is_told_by_its_own_place() {
    let value = |row: usize, period: usize| (row * 10 + period) as f64;
    let dataset = section(ChartKind::Growth, (1_000, 6), value);
    let scene = lay_out_section(&dataset, ChartKind::Growth, Some("r777"));
    let rows = scene.targets.chunk_by(|a, b| a.key.row == b.key.row);
    let rows: Vec<usize> = rows.map(|targets| targets[0].key.row).collect();
    // The highlighted one, and the largest of the last period, in their order.
    assert_eq!(rows, [777].into_iter().chain(977..1_000).collect::<Vec<_>>());
    for target in &scene.targets {
        let figure = dataset.figure_at(ChartKind::Growth, target.key).expect("a figure");
        assert_eq!(figure.value(), Some(value(target.key.row, target.key.period)));
    }
    let note = "Chỉ vẽ 24 trong 1.000 dòng, có số liệu kỳ cuối lớn nhất; bảng có đủ.";
    assert_eq!(words::notes(ChartKind::Growth, &dataset, &Locale::VI), [note]);
}

#[test]
fn parts_that_are_left_out_stand_together() {
    let value = |row: usize, _: usize| if row < 24 { 3.0 } else { 0.028 };
    let dataset = section(ChartKind::Structure, (1_024, 2), value);
    let scene = lay_out_section(&dataset, ChartKind::Structure, None);
    // 24 × 3% and 1.000 × 0,028% are the whole.
    assert!(has_label(&scene, "và 1.000 mục khác") && has_label(&scene, "28,000"));
    assert_eq!(scene.targets.len(), 2 * 24);
}

/// Each a part of a pixel wide, they stood past the side of the picture.
#[test]
fn columns_of_two_thousand_periods_stay_in_the_picture() {
    let dataset = section(ChartKind::Structure, (2, 2_000), |_, _| 50.0);
    let scene = lay_out_section(&dataset, ChartKind::Structure, None);
    assert!(scene.targets.iter().all(|target| target.bounds.right() < 720.0));
}
