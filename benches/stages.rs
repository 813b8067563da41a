//! What each stage from a document to a picture takes: `npm run bench:native`, or
//! `cargo bench --locked -- areas/20000` for those with that in their names.
//!
//! Compiled as the module is, for size. No timing is a test: machines differ.

// A benchmark is there to say what it found.
#![allow(clippy::print_stdout)]

#[path = "../tests/common/mod.rs"]
mod common;

use common::corpus::{area_document, charts};
use common::record::record;
use criterion::{Criterion, Throughput};
use district_charts::describe;
use district_charts::input::Tree;
use district_charts::layout::{self, Frame, Options};
use district_charts::locale::Locale;
use district_charts::model::{self, ChartKind};
use district_charts::text::metrics::WidthTable;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Published documents that feed all seven charts between them.
const CORPUS: [&str; 2] = [
    include_str!("../tests/charts/tra-cu-2023.json"),
    include_str!("../tests/charts/tra-vinh-2024.json"),
];

/// The last are the most that a document may have. The first are drawn one by one,
/// which the others are too many for: ratios are to the second.
const AREAS: [usize; 4] = [100, 1_000, 10_598, 20_000];
const SERIES: [usize; 4] = [20, 1_000, 3_321, 5_000];

const STAGES: [&str; 7] = ["parse", "read", "lay out", "paint", "summary", "table", "csv"];

const SAMPLES: usize = 10;

fn main() {
    let criterion = Criterion::default().configure_from_args();
    let mut bench = Bench { criterion, seconds: BTreeMap::new() };
    bench.corpus();
    bench.crowds("areas", &AREAS, ChartKind::NtmCriteria, areas);
    bench.crowds("series", &SERIES, ChartKind::Poverty, series);
    bench.criterion.final_summary();
    bench.print_ratios("areas", &AREAS);
    bench.print_ratios("series", &SERIES);
}

struct Bench {
    criterion: Criterion,
    /// What the samples of a benchmark took, each for one time.
    seconds: BTreeMap<String, Vec<f64>>,
}

impl Bench {
    fn corpus(&mut self) {
        let mut seen = BTreeSet::new();
        for text in CORPUS {
            let tree = Tree::from_json(text).expect("the corpus is JSON");
            for (_, kind) in charts(&tree) {
                if seen.insert(kind.name()) {
                    self.stages(kind.name(), 1, text, kind);
                }
            }
        }
    }

    fn crowds(&mut self, of: &str, counts: &[usize], kind: ChartKind, make: fn(usize) -> Value) {
        for &count in counts {
            self.stages(&group(of, count), count, &make(count).to_string(), kind);
        }
    }

    /// A chart of a document, stage by stage.
    fn stages(&mut self, group: &str, units: usize, text: &str, kind: ChartKind) {
        let tree = Tree::from_json(text).expect("JSON");
        let read = || model::read(&tree, Some(kind.name()));
        let (dataset, _) = read().expect("a right document");
        let options = Options { frame: Frame::Plot, ..Options::default() };
        let lay_out = || layout::lay_out(&dataset, kind, &options, &WidthTable, &Locale::VI);
        let scene = lay_out();
        let [parsing, reading, layout, painting, summary, table, csv] =
            STAGES.map(|stage| Stage { group, units, stage });
        self.time(parsing, || Tree::from_json(text));
        self.time(reading, read);
        self.time(layout, lay_out);
        self.time(painting, || record(&scene).len());
        self.time(summary, || describe::summary(&dataset, kind, None, &Locale::VI));
        self.time(table, || describe::table(&dataset, kind, 0..usize::MAX, &Locale::VI));
        self.time(csv, || describe::csv(&dataset, kind, &Locale::VI));
    }

    fn time<T>(&mut self, Stage { group, units, stage }: Stage, mut work: impl FnMut() -> T) {
        let seconds = &mut self.seconds;
        let mut benchmarks = self.criterion.benchmark_group(group);
        benchmarks
            .sample_size(SAMPLES)
            .warm_up_time(Duration::from_millis(300))
            .measurement_time(Duration::from_secs(1))
            .throughput(Throughput::Elements(units as u64));
        benchmarks.bench_function(stage, |bencher| {
            bencher.iter_custom(|times| {
                let start = Instant::now();
                for _ in 0..times {
                    black_box(work());
                }
                let taken = start.elapsed();
                let samples = seconds.entry(format!("{group} {stage}")).or_default();
                samples.push(taken.as_secs_f64() / times as f64);
                taken
            });
        });
    }

    /// Whether the time grows with the units, and no faster: then each is 1.
    fn print_ratios(&self, of: &str, counts: &[usize]) {
        let [_, few, .., most] = *counts else { return };
        println!("\n{of}: time for each of {most} ÷ time for each of {few}");
        for stage in STAGES {
            let each = |count| Some(self.median(&group(of, count), stage)? / count as f64);
            if let (Some(of_most), Some(of_few)) = (each(most), each(few)) {
                println!("{stage:>8} {:.2}", of_most / of_few);
            }
        }
    }

    /// None where it was left out this time.
    fn median(&self, group: &str, stage: &str) -> Option<f64> {
        let seconds = self.seconds.get(&format!("{group} {stage}"))?;
        // Those before were to warm up.
        let mut samples = seconds.get(seconds.len().checked_sub(SAMPLES)?..)?.to_vec();
        samples.sort_by(f64::total_cmp);
        samples.get(SAMPLES / 2).copied()
    }
}

struct Stage<'a> {
    group: &'a str,
    /// How many the document has of what makes it large.
    units: usize,
    stage: &'static str,
}

fn group(of: &str, count: usize) -> String {
    format!("{of} {count}")
}

/// Four of five criteria are met, state by state.
fn areas(count: usize) -> Value {
    area_document(count, |index| {
        (1..=19).map(|id| (id.to_string(), json!((index * 7 + id * 3) % 5 != 0))).collect()
    })
}

/// Fifteen years of poverty that falls, faster in some communes than in others.
fn series(count: usize) -> Value {
    let value = |index: usize, year: usize| {
        let start = 400 + index * 37 % 4_000;
        start * (40 - year * (1 + index % 2)) / 40
    };
    let series = |index| {
        let values: Vec<f64> = (0..15).map(|year| value(index, year) as f64 / 100.0).collect();
        json!({ "id": format!("c{index}"), "name": format!("Xã {index}"), "values": values })
    };
    let series: Vec<Value> = (0..count).map(series).collect();
    let periods: Vec<String> = (2010..2025).map(|year: u16| year.to_string()).collect();
    json!({
        "version": 1,
        "place": "Cả nước",
        "poverty": { "periods": periods, "series": series },
    })
}
