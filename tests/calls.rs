//! How many calls of a backend each chart of the corpus takes: what a picture
//! costs on a canvas, where each is a step out of the module.
//!
//! `BLESS=1 cargo test --test calls` writes tests/calls.txt anew.

mod common;

use common::corpus::{charts, documents, read};
use common::record::{Shape, record};
use district_charts::layout::{self, Frame, Options};
use district_charts::locale::Locale;
use district_charts::model::{ChartKind, Dataset};
use district_charts::scene::Scene;
use district_charts::text::metrics::WidthTable;
use std::fs;

fn count(scene: &Scene) -> String {
    let (mut rects, mut polygons, mut paths, mut circles, mut texts) = (0, 0, 0, 0, 0);
    // Of polygons and paths together.
    let mut all_points = 0;
    let calls = record(scene);
    for call in &calls {
        match call.shape {
            Shape::Rect { .. } => rects += 1,
            Shape::Polygon { points } => {
                polygons += 1;
                all_points += points;
            }
            Shape::Path { points, .. } => {
                paths += 1;
                all_points += points;
            }
            Shape::Circle { .. } => circles += 1,
            Shape::Text { .. } => texts += 1,
        }
    }
    // How often a call has another colour than the one before, and the first.
    let colors = calls.chunk_by(|one, next| one.color == next.color).count();
    format!(
        "rects {rects}, polygons {polygons}, paths {paths}, circles {circles}, texts {texts}; points {all_points}; colours {colors}"
    )
}

fn lay_out(dataset: &Dataset, kind: ChartKind) -> Scene {
    let options = Options { width: 720.0, frame: Frame::Plot, ..Options::default() };
    layout::lay_out(dataset, kind, &options, &WidthTable, &Locale::VI)
}

#[test]
fn each_chart_takes_as_many_calls_as_before() {
    let mut now = String::new();
    for path in documents("charts") {
        let name = path.file_stem().expect("a name").to_string_lossy();
        for (dataset, kind) in charts(&read(&path)) {
            let counts = count(&lay_out(&dataset, kind));
            now.push_str(&format!("{name} {}: {counts}\n", kind.name()));
        }
    }
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/calls.txt");
    if std::env::var_os("BLESS").is_some() {
        fs::write(golden, &now).expect("the golden file can be written");
    }
    let before = fs::read_to_string(golden).expect("the golden file can be read");
    let changed: Vec<&str> =
        now.lines().filter(|line| !before.lines().any(|other| other == *line)).collect();
    assert!(now == before, "calls changed, BLESS=1 writes them anew:\n{}", changed.join("\n"));
}
