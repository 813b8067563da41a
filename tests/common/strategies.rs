//! Documents that nobody has tuned anything to, right ones and hostile ones.

use super::invariants::{LANGUAGES, Size};
use district_charts::chart::Options;
use district_charts::layout::Frame;
use district_charts::theme::{Settings, Theme};
use proptest::prelude::*;
use serde_json::{Value, json};

fn figure(value: BoxedStrategy<f64>) -> BoxedStrategy<Value> {
    let qualifiers = ["over", "under", "about", "nearly", "atLeast", "atMost"];
    let statuses = ["provisional", "estimated", "revised", "derived"];
    let reasons = ["suppressed", "notCollected", "notApplicable"];
    let exact = value.clone().prop_map(|v| json!(v));
    // Nothing is under 0 or over 100 per cent.
    let value = value.prop_map(|v| if v == 0.0 || v == 100.0 { 1.0 } else { v });
    let qualified = (value.clone(), prop::sample::select(qualifiers.to_vec()))
        .prop_map(|(v, q)| json!({ "value": v, "qualifier": q }));
    let with_status = (value, prop::sample::select(statuses.to_vec()))
        .prop_map(|(v, s)| json!({ "value": v, "status": s, "qualifier": "over" }));
    let reason =
        prop::sample::select(reasons.to_vec()).prop_map(|r| json!({ "value": null, "status": r }));
    let direction = prop::sample::select(&["up", "down"][..])
        .prop_map(|d| json!({ "value": null, "direction": d }));
    prop_oneof![
        6 => exact,
        2 => qualified,
        1 => with_status,
        2 => Just(Value::Null),
        1 => reason,
        1 => direction
    ]
    .boxed()
}

/// Rounded, as published figures are.
fn rounded(range: std::ops::Range<f64>) -> BoxedStrategy<f64> {
    (range, 0..4u32)
        .prop_map(|(v, d)| (v * 10f64.powi(d as i32)).round() / 10f64.powi(d as i32))
        .boxed()
}

fn name() -> BoxedStrategy<String> {
    let words = prop::collection::vec(
        prop::sample::select(
            &[
                "Nông",
                "lâm",
                "nghiệp",
                "và",
                "thủy",
                "sản",
                "Ổn",
                "định",
                "អត្រា",
                "x",
                "Siêuliênhợpxâydựngcơbản",
            ][..],
        ),
        1..9,
    );
    words.prop_map(|words| words.join(" ")).boxed()
}

fn periods(count: usize) -> BoxedStrategy<Value> {
    let years: Vec<String> = (0..count).map(|i| (2000 + i).to_string()).collect();
    let uneven: Vec<Value> = (0..count)
        .map(|i| json!({ "label": format!("kỳ {i}"), "at": (1990 + i * i).min(9999).to_string() }))
        .collect();
    let named: Vec<String> = (0..count).map(|i| format!("{i} tháng đầu năm")).collect();
    prop_oneof![Just(json!(years)), Just(json!(uneven)), Just(json!(named))].boxed()
}

fn rows(count: usize, periods: usize, value: BoxedStrategy<f64>) -> BoxedStrategy<Vec<Value>> {
    let row = (name(), prop::collection::vec(figure(value), periods));
    prop::collection::vec(row, count)
        .prop_map(|rows| {
            let rows = rows.into_iter().enumerate();
            rows.map(|(i, (name, values))| json!({ "id": format!("r{i}"), "name": name, "values": values }))
                .collect()
        })
        .boxed()
}

pub fn growth() -> BoxedStrategy<Value> {
    (1..9usize, 1..6usize)
        .prop_flat_map(|(count, sectors)| {
            let value = prop_oneof![3 => rounded(-20.0..40.0), 1 => rounded(-1e9..1e12)].boxed();
            (periods(count), rows(sectors, count, value.clone()), rows(2, count, value))
        })
        .prop_map(|(periods, sectors, rest)| {
            let (total, target) = (rest[0]["values"].clone(), rest[1]["values"].clone());
            json!({ "growth": { "periods": periods, "sectors": sectors,
                "total": { "values": total }, "target": { "values": target } } })
        })
        .boxed()
}

pub fn poverty() -> BoxedStrategy<Value> {
    (1..16usize, 1..7usize)
        .prop_flat_map(|(count, series)| {
            let value = prop_oneof![rounded(0.0..100.0), rounded(0.0..6.0)].boxed();
            (periods(count), rows(series, count, value), 0..count, name())
        })
        .prop_map(|(periods, series, before, note)| {
            let label = &periods[before];
            let label = label.get("label").unwrap_or(label).clone();
            let breaks =
                if before == 0 { json!([]) } else { json!([{ "before": label, "note": note }]) };
            json!({ "poverty": { "periods": periods, "series": series, "breaks": breaks } })
        })
        .boxed()
}

/// Weights of a period's parts, shared out so that they add up to `whole` at
/// most; the last decimals are dropped, so rounding never lifts the sum.
fn parts_of(whole: f64, weights: &[f64]) -> Vec<f64> {
    let sum: f64 = weights.iter().sum();
    weights.iter().map(|weight| (whole * weight / sum * 100.0).floor() / 100.0).collect()
}

/// The share as it may have been published: a weight of its own decides.
fn share(value: f64, kind: f64) -> Value {
    let qualifiers = ["over", "under", "about", "nearly", "atLeast", "atMost"];
    // Nothing is over 100% or under 0.
    let kind = if value > 0.0 && value < 100.0 { kind } else { kind.min(0.14) };
    match (kind * 20.0) as usize {
        0 => Value::Null,
        1 => json!({ "value": null, "status": "suppressed" }),
        2 => json!({ "value": null, "direction": "up" }),
        3 => json!({ "value": value, "status": "provisional", "qualifier": "over" }),
        index @ 4..=9 => json!({ "value": value, "qualifier": qualifiers[index - 4] }),
        _ => json!(value),
    }
}

/// Parts of a whole over periods: rows of shares.
fn shares(periods: usize, parts: usize) -> BoxedStrategy<Vec<Vec<Value>>> {
    let weight = prop_oneof![3 => 0.01..1.0f64, 1 => 0.0001..0.01f64];
    let column = (
        prop_oneof![1 => Just(100.0), 2 => 50.0..100.0f64],
        prop::collection::vec((weight, 0.0..1.0f64), parts),
    );
    prop::collection::vec(column, periods)
        .prop_map(move |columns| {
            let mut rows = vec![Vec::new(); parts];
            for (whole, column) in columns {
                let (weights, kinds): (Vec<f64>, Vec<f64>) = column.into_iter().unzip();
                let values = parts_of(whole, &weights);
                for (row, (value, kind)) in rows.iter_mut().zip(values.into_iter().zip(kinds)) {
                    row.push(share(value, kind));
                }
            }
            rows
        })
        .boxed()
}

pub fn structure() -> BoxedStrategy<Value> {
    (1..13usize, 1..8usize, any::<bool>(), any::<bool>())
        .prop_flat_map(|(count, parts, has_total, is_negative)| {
            let names = prop::collection::vec(name(), parts);
            let flags = (Just(has_total), Just(is_negative));
            (periods(count), shares(count, parts), names, flags)
        })
        .prop_map(|(periods, rows, names, (has_total, is_negative))| {
            let count = rows.first().map_or(0, Vec::len);
            let rows = rows.into_iter().zip(names).enumerate();
            let mut sectors: Vec<Value> = rows
                .map(|(i, (values, name))| json!({ "id": format!("r{i}"), "name": name, "values": values }))
                .collect();
            if is_negative {
                sectors.push(json!({ "id": "taxes", "values": vec![-1.5; count] }));
            }
            if has_total {
                sectors.push(json!({ "id": "total", "values": vec![100; count] }));
            }
            json!({ "structure": { "periods": periods, "sectors": sectors } })
        })
        .boxed()
}

pub fn living_standards() -> BoxedStrategy<Value> {
    (1..9usize)
        .prop_flat_map(|parts| (shares(1, parts), prop::collection::vec(name(), parts)))
        .prop_map(|(rows, names)| {
            let rows = rows.into_iter().zip(names).enumerate();
            let groups: Vec<Value> = rows
                .map(|(i, (values, name))| json!({ "id": format!("r{i}"), "name": name, "share": values[0] }))
                .collect();
            json!({ "livingStandards": { "period": "2023", "groups": groups } })
        })
        .boxed()
}

pub fn ntm() -> BoxedStrategy<Value> {
    let of = prop_oneof![2 => 1..31u32, 1 => 31..9000u32];
    let level = (name(), of, prop::collection::vec(0.0..1.0f64, 10), 0..4u32);
    (1..10usize, prop::collection::vec(level, 1..5))
        .prop_map(|(count, levels)| {
            let years: Vec<String> = (0..count).map(|i| (2000 + i).to_string()).collect();
            let levels = levels.into_iter().enumerate().map(|(i, (name, of, parts, kind))| {
                let count_of = |part: f64| {
                    let count = (part * f64::from(of + 1)).floor().min(f64::from(of));
                    match kind {
                        // Over the whole there is nothing.
                        0 if part < 0.9 && of > 1 => {
                            json!({ "value": count.min(f64::from(of - 1)), "qualifier": "over" })
                        }
                        1 if part < 0.3 => Value::Null,
                        _ => json!(count),
                    }
                };
                let counts: Vec<Value> = parts.iter().take(count).map(|p| count_of(*p)).collect();
                json!({ "id": format!("l{i}"), "name": name, "unit": "đơn vị", "counts": counts, "of": of })
            });
            let levels: Vec<Value> = levels.collect();
            json!({ "ntm": { "periods": years, "levels": levels } })
        })
        .boxed()
}

/// A set of its own, some criteria in groups, or a built-in one; how many it has.
fn criteria_set() -> BoxedStrategy<(Value, usize)> {
    let built_in = [
        ("commune-2021-2025", 19),
        ("commune-2026-2030", 10),
        ("urban-2022", 9),
        ("district-2021-2025", 9),
    ];
    let built_in =
        prop::sample::select(built_in.to_vec()).prop_map(|(set, count)| (json!(set), count));
    let criterion = (name(), prop::option::of(0..4u32), prop::bool::ANY);
    let own = prop::collection::vec(criterion, 1..60).prop_map(|criteria| {
        let count = criteria.len();
        let criteria = criteria.into_iter().enumerate().map(|(i, (name, group, is_long))| {
            let id = if is_long { format!("tieu-chi-{i}") } else { i.to_string() };
            match group {
                Some(group) => json!({ "id": id, "name": name, "group": format!("Nhóm {group}") }),
                None => json!({ "id": id, "name": name }),
            }
        });
        (criteria.collect::<Vec<Value>>().into(), count)
    });
    prop_oneof![3 => built_in, 1 => own].boxed()
}

/// In any form; `set` is one that the area brings.
fn area(index: usize, set: Value, count: usize) -> BoxedStrategy<Value> {
    let ids = |set: &Value, states: &[u8]| -> Vec<(String, u8)> {
        let id = |i: usize| match set.get(i) {
            Some(own) => own["id"].as_str().unwrap_or_default().to_string(),
            None => (i + 1).to_string(),
        };
        states.iter().enumerate().map(|(i, state)| (id(i), *state)).collect()
    };
    let levels = [None, Some("ntm"), Some("ntmAdvanced"), Some("urban")];
    let whole = count as f64;
    let count_only = rounded(0.0..1.0).prop_map(move |part| (part * whole).floor()).boxed();
    let parts = (
        (name(), 0..5u8, prop::collection::vec(0..4u8, count), figure(count_only)),
        (prop::sample::select(levels.to_vec()), prop::option::of(2000..2030u32)),
    );
    parts
        .prop_map(move |((name, form, states, figure), (level, since))| {
            let met = match form {
                0 => json!("all"),
                1 => {
                    let met = ids(&set, &states).into_iter().filter(|(_, state)| *state == 0);
                    json!(met.map(|(id, _)| id).collect::<Vec<_>>())
                }
                2 => {
                    let value = |state| match state {
                        0 => json!(true),
                        1 => json!(false),
                        2 => Value::Null,
                        _ => json!("notApplicable"),
                    };
                    let states = ids(&set, &states).into_iter();
                    Value::Object(states.map(|(id, state)| (id, value(state))).collect())
                }
                // Over the whole there is nothing.
                _ if figure["qualifier"] == "over" && figure["value"] == whole => json!(whole),
                _ => figure,
            };
            let mut area =
                json!({ "code": index.to_string(), "name": name, "met": met, "criteria": set });
            if let Some(level) = level {
                area["level"] = json!(level);
            }
            if let Some(since) = since {
                area["since"] = json!(since.to_string());
            }
            area
        })
        .boxed()
}

fn bins() -> BoxedStrategy<Vec<Value>> {
    let count = prop_oneof![2 => 0..200u32, 1 => 0..900_000u32].prop_map(f64::from).boxed();
    prop::collection::vec((figure(count), prop::option::of(0..=100u32)), 0..6)
        .prop_map(|bins| {
            let bins = bins.into_iter().enumerate();
            bins.map(|(i, (count, share))| {
                let mut bin = json!({ "from": i * 3, "count": count });
                if i > 0 {
                    bin["to"] = json!(i * 3 + 2);
                }
                if let Some(share) = share {
                    bin["share"] = json!(share);
                }
                bin
            })
            .collect()
        })
        .boxed()
}

pub fn criteria() -> BoxedStrategy<Value> {
    let areas = prop::collection::vec(criteria_set(), 1..3).prop_flat_map(|sets| {
        let area_of = move |index: usize| {
            let (set, count) = sets[index % sets.len()].clone();
            area(index, set, count)
        };
        (1..9usize).prop_flat_map(move |count| (0..count).map(&area_of).collect::<Vec<_>>())
    });
    (areas, bins())
        .prop_map(|(areas, bins)| {
            let mut ntm = json!({ "period": "2023", "areas": areas });
            if !bins.is_empty() {
                ntm["bins"] = json!(bins);
            }
            json!({ "ntm": ntm })
        })
        .boxed()
}

fn change() -> BoxedStrategy<Value> {
    (figure(rounded(-60.0..60.0)), name())
        .prop_map(|(figure, since)| {
            let mut change = if figure.is_object() { figure } else { json!({ "value": figure }) };
            change["unit"] = json!("%");
            change["since"] = json!(since);
            change
        })
        .boxed()
}

/// An item of each kind, with any figures.
fn target() -> BoxedStrategy<Value> {
    let amount = || prop_oneof![3 => rounded(-20.0..4000.0), 1 => rounded(-1e9..1e12)].boxed();
    let share = prop_oneof![4 => rounded(0.0..150.0), 1 => rounded(0.0..1e7)].boxed();
    let units = ["tỷ đồng", "%", "triệu đồng/người/năm", "Siêuliênhợpxâydựngcơbản"];
    let outcomes = [None, Some("met"), Some("notMet"), Some("exceeded")];
    let figures = (figure(amount()), figure(amount()), figure(share), 1..60u32, 0.0..1.0f64);
    let words = (
        name(),
        prop::option::of(name()),
        prop::sample::select(units.to_vec()),
        prop::option::of(change()),
        prop::option::of(name()),
    );
    let choices = (0..6u8, prop::sample::select(outcomes.to_vec()), any::<bool>());
    (figures, words, choices)
        .prop_map(|((actual, plan, achieved, of, part), (name, group, unit, change, basis), choice)| {
            let (kind, outcome, lower) = choice;
            let mut item = json!({ "name": name, "unit": unit, "actual": actual, "group": group,
                "change": change, "basis": basis, "better": if lower { "lower" } else { "higher" } });
            match kind {
                0 => item["plan"] = plan,
                1 => item["achieved"] = achieved,
                2 => (item["plan"], item["achieved"]) = (plan, achieved),
                3 => {
                    item["of"] = json!(of);
                    item["actual"] = json!((f64::from(of) * part * 10.0).floor() / 10.0);
                }
                4 => item["outcome"] = json!(outcome),
                _ => {}
            }
            item
        })
        .boxed()
}

pub fn targets() -> BoxedStrategy<Value> {
    prop::collection::vec(target(), 1..12)
        .prop_map(|items| json!({ "targets": { "period": "2023", "items": items } }))
        .boxed()
}

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

/// Hostile values, each with the steps to its place.
pub type Changes = Vec<(Vec<prop::sample::Index>, Value)>;

pub fn changes(count: std::ops::Range<usize>) -> impl Strategy<Value = Changes> {
    let steps = prop::collection::vec(any::<prop::sample::Index>(), 1..7);
    prop::collection::vec((steps, hostile_value()), count)
}

pub fn change_at(document: &mut Value, changes: Changes) {
    for (steps, value) in changes {
        *at(document, &steps) = value;
    }
}

/// A right document of one section, whose own place is read.
pub fn document() -> impl Strategy<Value = Value> {
    let section = prop_oneof![
        growth(),
        structure(),
        living_standards(),
        poverty(),
        ntm(),
        criteria(),
        targets(),
    ];
    section.prop_map(complete)
}

/// With what every document has.
pub fn complete(mut document: Value) -> Value {
    document["version"] = json!(1);
    document["place"] = json!("Huyện Trà Cú");
    document
}

/// As a page may set them.
pub fn options() -> impl Strategy<Value = Options> {
    let font_size = prop_oneof![3 => Just(14.0), 2 => 8.0..64.0f64, 1 => any::<f64>()];
    let highlight =
        prop_oneof![Just(None), any::<String>().prop_map(Some), Just(Some("r0".into()))];
    let lang = prop_oneof![4 => prop::sample::select(&LANGUAGES[..]).prop_map(String::from), 1 => any::<String>()];
    (font_size, highlight, lang, any::<bool>(), any::<bool>()).prop_map(
        |(font_size, highlight, lang, is_full, dark)| {
            let settings = Settings { font_size: Some(font_size), dark, ..Settings::default() };
            let frame = if is_full { Frame::Full } else { Frame::Plot };
            Options { chart: None, lang, theme: Theme::new(&settings), highlight, frame }
        },
    )
}

/// From what a page has to what none should ask for.
pub fn size() -> impl Strategy<Value = Size> {
    let hostile = [0.0, -0.0, -1.0, 5e-324, 1e-9, 19_999.9, 20_000.0, 20_001.0, 1e308];
    let hostile = prop_oneof![prop::sample::select(hostile.to_vec()), prop::num::f64::ANY];
    let length = prop_oneof![6 => 280.0..1600.0f64, 2 => 0.0..20_000.0f64, 1 => hostile];
    let pixel_ratio =
        prop_oneof![prop::sample::select(vec![1.0, 1.25, 2.0, 3.0]), prop::num::f64::ANY];
    (length.clone(), prop::option::of(length), pixel_ratio)
        .prop_map(|(width, height, pixel_ratio)| Size { width, height, pixel_ratio })
}
