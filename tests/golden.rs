//! The corpus: each document in `tests/charts` is drawn at a phone's and at a
//! desk's width, and described in two languages; what comes out is held
//! against the files beside it.
//!
//! `BLESS=1 cargo test --test golden` writes the files anew. A difference
//! leaves the new file beside the old one, with `.new` at its end.

mod common;

use common::corpus::{charts, documents, read};
use common::labels::label_faults;
use district_charts::describe;
use district_charts::layout::{self, Options};
use district_charts::locale::Locale;
use district_charts::model::{self, ChartKind, Dataset, Key};
use district_charts::scene::{Mark, Scene};
use district_charts::svg;
use district_charts::text::metrics::WidthTable;
use district_charts::theme::Theme;
use district_charts::words;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const WIDTHS: [f64; 2] = [360.0, 720.0];

fn scene(dataset: &Dataset, kind: ChartKind, width: f64, locale: &Locale) -> Scene {
    let options = Options { width, ..Options::default() };
    layout::lay_out(dataset, kind, &options, &WidthTable, locale)
}

/// Differences from the files on disk, or nothing where they are blessed.
struct Golden {
    differences: Vec<String>,
}

impl Golden {
    fn check(&mut self, path: &Path, actual: &str) {
        let new = PathBuf::from(format!("{}.new", path.display()));
        if std::env::var_os("BLESS").is_some() {
            fs::write(path, actual).expect("writable");
            let _ = fs::remove_file(new);
        } else if fs::read_to_string(path).unwrap_or_default() != actual {
            fs::write(&new, actual).expect("writable");
            self.differences.push(new.display().to_string());
        }
    }

    fn finish(self) {
        let list = self.differences.join("\n  ");
        assert!(self.differences.is_empty(), "other than before, see:\n  {list}");
    }
}

#[test]
fn every_document_is_drawn_as_before() {
    let mut golden = Golden { differences: Vec::new() };
    for path in documents("charts") {
        for (dataset, kind) in charts(&read(&path)) {
            for width in WIDTHS {
                let scene = scene(&dataset, kind, width, &Locale::VI);
                let title = words::title(kind, &dataset, &Locale::VI);
                let description = describe::summary(&dataset, kind, None, &Locale::VI);
                let metadata = describe::metadata(kind, &dataset, &Locale::VI);
                let words = svg::Words {
                    title: &title,
                    description: &description,
                    lang: "vi",
                    metadata: &metadata,
                };
                let svg = svg::render(&scene, &Theme::light(), words);
                let name = format!("{}.{width}.svg", kind.name());
                golden.check(&path.with_extension(name), &svg);
            }
        }
    }
    golden.finish();
}

#[test]
fn every_document_is_described_as_before() {
    let mut golden = Golden { differences: Vec::new() };
    for path in documents("charts") {
        for (dataset, kind) in charts(&read(&path)) {
            let mut text = String::new();
            for locale in [Locale::VI, Locale::EN] {
                text.push_str(&description(&dataset, kind, &locale));
            }
            golden.check(&path.with_extension(format!("{}.txt", kind.name())), &text);
        }
    }
    golden.finish();
}

/// Everything that is said of a chart, as a person can review it.
fn description(dataset: &Dataset, kind: ChartKind, locale: &Locale) -> String {
    let mut lines = vec![
        format!("== {} ==", locale.code()),
        words::title(kind, dataset, locale),
        words::place(dataset, locale),
        words::subtitle(kind, dataset, locale),
    ];
    lines.extend(words::notes(kind, dataset, locale));
    lines.push(words::source_line(kind, dataset, locale));
    lines.push(format!("\n{}", describe::summary(dataset, kind, None, locale)));
    let table = describe::table(dataset, kind, 0..usize::MAX, locale);
    lines.push(format!("\n{}\n{}", table.caption, table.columns.join(" | ")));
    for row in &table.rows {
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        lines.push(format!("{} | {}", row.header, cells.join(" | ")));
    }
    lines.push(String::new());
    for target in scene(dataset, kind, 720.0, locale).targets {
        lines.push(describe::tip(dataset, kind, target.key, locale).text);
    }
    lines.push(format!("\n{}", describe::csv(dataset, kind, locale).replace('\u{feff}', "")));
    lines.join("\n") + "\n"
}

#[test]
fn every_rejected_document_is_told_why() {
    let mut golden = Golden { differences: Vec::new() };
    for path in documents("rejects") {
        let issues = model::validate(&read(&path));
        assert!(!issues.is_empty(), "{}", path.display());
        let mut text = String::new();
        for locale in [Locale::VI, Locale::EN] {
            for issue in &issues {
                let place = if issue.path.is_empty() { "(document)" } else { &issue.path };
                let severity = if issue.severity == district_charts::error::Severity::Error {
                    issue.problem.code().as_str()
                } else {
                    "notice"
                };
                let sentence = describe::problem(&issue.problem, &locale);
                text.push_str(&format!("{place} [{severity}]\n    {sentence}\n"));
            }
            text.push('\n');
        }
        golden.check(&path.with_extension("txt"), &text);
    }
    golden.finish();
}

/// All that can be pointed at, row by row: figures, and of areas each with its
/// criteria.
fn keys_of(dataset: &Dataset, kind: ChartKind) -> Vec<Key> {
    let keys_of_row = |row: usize, count: usize| (0..count).map(move |period| Key { row, period });
    if kind == ChartKind::NtmCriteria {
        let ntm = dataset.ntm.as_ref().expect("the chart's section");
        let of_areas = ntm.areas.iter().map(|area| 1 + area.states.len());
        let counts = ntm.bins.iter().map(|_| 1).chain(of_areas).enumerate();
        return counts.flat_map(|(row, count)| keys_of_row(row, count)).collect();
    }
    let periods = dataset.periods(kind).map_or(0, |periods| periods.len());
    let rows = dataset.rows(kind).enumerate();
    rows.flat_map(|(index, row)| {
        keys_of_row(index, periods).filter(move |key| row.figure(key.period).is_some())
    })
    .collect()
}

/// From the narrowest to the widest: nothing outside the frame, no label on
/// another, every figure of the table within reach.
#[test]
fn no_label_is_clipped_or_covers_another_at_any_width() {
    let mut faults = Vec::new();
    for path in documents("charts") {
        for (dataset, kind) in charts(&read(&path)) {
            for locale in [Locale::VI, Locale::EN, khmer()] {
                for width in (280..=1600).step_by(40) {
                    let scene = scene(&dataset, kind, f64::from(width), &locale);
                    let case = format!("{} {} {width}", path.display(), kind.name());
                    faults.extend(label_faults(&scene, &case));
                    let keys: Vec<Key> = scene.targets.iter().map(|target| target.key).collect();
                    assert_eq!(keys, keys_of(&dataset, kind), "targets of {case}");
                }
            }
        }
    }
    let shown = faults.iter().take(40).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{} faults:\n{shown}", faults.len());
}

/// Everything that is said of a chart in Khmer, as one text without break hints.
fn said_in_khmer(dataset: &Dataset, kind: ChartKind) -> String {
    let words = include_str!("../src/locale/km.json");
    [words, &description(dataset, kind, &khmer())].concat().replace('\u{200b}', "")
}

fn khmer() -> Locale {
    Locale::parse("km")
}

/// Whether a text may be parted before the character at `at`: by the rules of the
/// script and not by a browser's graphemes, which differ. A vowel or sign belongs
/// to what is before it, and so does the consonant after a coeng.
fn is_cluster_border(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let is_mark = |c: char| {
        let non_spacing = matches!(c, '\u{17b4}' | '\u{17b5}' | '\u{17b7}'..='\u{17bd}'
            | '\u{17c6}' | '\u{17c9}'..='\u{17d3}' | '\u{17dd}');
        let spacing = matches!(c, '\u{17b6}' | '\u{17be}'..='\u{17c5}' | '\u{17c7}' | '\u{17c8}');
        non_spacing || spacing || matches!(c, '\u{200c}' | '\u{200d}')
    };
    !after.starts_with(is_mark) && !before.ends_with('\u{17d2}')
}

/// Lines and what an ellipsis ends: natively without a dictionary, so that long
/// words are cut, and at the widths where most of them are.
#[test]
fn khmer_is_cut_between_clusters_only() {
    let is_khmer = |c: char| ('\u{1780}'..='\u{17dd}').contains(&c);
    let mut faults = BTreeSet::new();
    for path in documents("charts") {
        for (dataset, kind) in charts(&read(&path)) {
            let said = said_in_khmer(&dataset, kind);
            for width in (200..=720).step_by(20) {
                for mark in scene(&dataset, kind, f64::from(width), &khmer()).marks {
                    let Mark::Label(label) = mark else { continue };
                    for piece in label.text.split(|c| !is_khmer(c)).filter(|run| !run.is_empty()) {
                        // One that stands at several places is right at any.
                        let is_whole = |(at, _): (usize, &str)| {
                            let ends = [at, at + piece.len()];
                            ends.into_iter().all(|end| is_cluster_border(&said, end))
                        };
                        if !said.match_indices(piece).any(is_whole) {
                            faults.insert(format!("“{piece}” in “{}”", label.text));
                        }
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
