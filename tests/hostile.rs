//! Documents of the corpus with a hostile value put anywhere in them: each is
//! refused, or drawn and told at any size, and nothing panics.
//!
//! `PROPTEST_CASES=100000 cargo test --test hostile` looks longer.

mod common;

use common::corpus::{charts, documents};
use district_charts::describe;
use district_charts::input::Tree;
use district_charts::layout::{self, Options};
use district_charts::locale::Locale;
use district_charts::model::{self, ChartKind, Dataset};
use district_charts::svg;
use district_charts::text::metrics::WidthTable;
use district_charts::theme::Theme;
use district_charts::words;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fs;
use std::sync::LazyLock;

static CORPUS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let mut paths = documents("charts");
    paths.extend(documents("rejects"));
    let read = |path: &_| fs::read_to_string(path).expect("readable");
    paths.iter().map(|path| serde_json::from_str(&read(path)).expect("JSON")).collect()
});

/// Numbers and texts at the ends of what is taken, and what is of another type.
fn hostile_value() -> impl Strategy<Value = Value> {
    let numbers = [0.0, -0.0, 1e-6, 5e-324, -1e-6, 99.5, 100.5, 100.500_001, 1e15, -1e15, 1e308];
    prop_oneof![
        any::<f64>().prop_map(Value::from),
        prop::sample::select(numbers.to_vec()).prop_map(Value::from),
        (-10i64..1000).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[\\-−+]?[0-9.,  ]{1,12}%?".prop_map(Value::from),
        "[\u{1780}-\u{17b3}\u{200b}\u{202e}\u{300}-\u{303} a-z]{0,60}".prop_map(Value::from),
        prop::sample::select(vec!["over", "nearly", "up", "suppressed", "2023", "all", "ntm", "I"])
            .prop_map(Value::from),
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!({ "value": null, "direction": "down" })),
        (any::<f64>(), prop::sample::select(vec!["over", "under", "about", "atMost"]))
            .prop_map(|(value, qualifier)| json!({ "value": value, "qualifier": qualifier })),
    ]
}

/// The value at a place that the numbers choose, a step down by each.
fn at<'a>(document: &'a mut Value, steps: &[prop::sample::Index]) -> &'a mut Value {
    let mut value = document;
    for step in steps {
        let count = match value {
            Value::Array(items) => items.len(),
            Value::Object(entries) => entries.len(),
            _ => 0,
        };
        if count == 0 {
            return value;
        }
        value = match value {
            Value::Array(items) => &mut items[step.index(count)],
            Value::Object(entries) => entries.values_mut().nth(step.index(count)).expect("counted"),
            _ => unreachable!("has entries"),
        };
    }
    value
}

fn tell_and_draw(dataset: &Dataset, kind: ChartKind, width: f64, height: Option<f64>) {
    for locale in [Locale::VI, Locale::EN, Locale::parse("km-u-nu-khmr")] {
        let description = describe::summary(dataset, kind, None, &locale);
        describe::table(dataset, kind, &locale);
        describe::csv(dataset, kind, &locale);
        let options = Options { width, height, ..Options::default() };
        let scene = layout::lay_out(dataset, kind, &options, &WidthTable, &locale);
        assert!(scene.width.is_finite() && scene.height.is_finite());
        for target in &scene.targets {
            describe::tip(dataset, kind, target.key, &locale);
        }
        let title = words::title(kind, dataset, &locale);
        let metadata = describe::metadata(kind, dataset, &locale);
        let svg_words = svg::Words {
            title: &title,
            description: &description,
            lang: "vi",
            metadata: &metadata,
        };
        let svg = svg::render(&scene, &Theme::light(), svg_words);
        assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{svg}");
    }
}

fn try_out(document: &Value, width: f64, height: Option<f64>) {
    let tree = Tree::from_json(&document.to_string()).expect("JSON");
    for issue in model::validate(&tree) {
        for locale in [Locale::VI, Locale::EN] {
            assert!(!describe::problem(&issue.problem, &locale).is_empty());
        }
    }
    for (dataset, kind) in charts(&tree) {
        tell_and_draw(&dataset, kind, width, height);
    }
}

proptest! {
    #[test]
    fn a_hostile_value_anywhere_is_refused_or_drawn(
        document in any::<prop::sample::Index>(),
        changes in prop::collection::vec(
            (prop::collection::vec(any::<prop::sample::Index>(), 1..7), hostile_value()),
            1..3,
        ),
        width in prop_oneof![1.0..2000.0f64, Just(1e-9), Just(1e5)],
        height in prop::option::of(1.0..2000.0f64),
    ) {
        let mut document = CORPUS[document.index(CORPUS.len())].clone();
        for (steps, value) in changes {
            *at(&mut document, &steps) = value;
        }
        try_out(&document, width, height);
    }

    #[test]
    fn any_text_is_json_or_is_not(text in any::<String>()) {
        if let Ok(tree) = Tree::from_json(&text) {
            model::validate(&tree);
        }
    }
}
