//! Layout holds for documents nobody has tuned it to: random figures, names,
//! periods and widths.

mod common;

use common::labels::{crossed_labels, label_faults, mark_faults};
use common::strategies::{
    complete, criteria, growth, living_standards, ntm, poverty, structure, targets,
};
use district_charts::geom::Point;
use district_charts::input::Tree;
use district_charts::layout::{self, Frame, Options};
use district_charts::locale::Locale;
use district_charts::model::{self, ChartKind};
use district_charts::scene::{Dash, Label, Mark, Scene};
use district_charts::text::metrics::WidthTable;
use proptest::prelude::*;
use serde_json::{Value, json};

fn lay_out(
    document: &Value,
    kind: ChartKind,
    width: f64,
    frame: Frame,
    size: f64,
    locale: &Locale,
) -> Scene {
    let document = complete(document.clone());
    let tree = Tree::from_json(&document.to_string()).expect("JSON");
    let (dataset, kind) = model::read(&tree, Some(kind.name())).expect("a right document");
    let options = Options { width, font_size: size, frame, ..Options::default() };
    layout::lay_out(&dataset, kind, &options, &WidthTable, locale)
}

fn check(
    document: &Value,
    kind: ChartKind,
    width: f64,
    plot: bool,
    size: f64,
    locale: &Locale,
) -> Result<(), TestCaseError> {
    let frame = if plot { Frame::Plot } else { Frame::Full };
    let scene = lay_out(document, kind, width, frame, size, locale);
    let mut faults = label_faults(&scene, kind.name());
    faults.extend(mark_faults(&scene));
    if kind == ChartKind::Growth {
        faults.extend(crossed_labels(&scene));
    }
    prop_assert!(faults.is_empty(), "at {width}:\n{}", faults.join("\n"));
    Ok(())
}

/// Beside names and figures of a middling width little is left for the periods.
#[test]
fn long_periods_make_way_for_figures() {
    let document = json!({ "ntm": {
        "periods": ["xộĐaệệaaaộAĐĐĐ", "2001"],
        "levels": [
            { "id": "l0", "name": "sản sản lâm x nghiệp và", "unit": "đơn vị", "of": 1, "counts": [0, 0] },
            { "id": "l1", "name": "Nông", "unit": "đơn vị", "of": 1000, "counts": [null, null] },
        ],
    } });
    for width in (480..=560).step_by(4).map(f64::from) {
        check(&document, ChartKind::Ntm, width, false, 14.0, &Locale::VI).expect("no faults");
    }
}

/// Contributions stand beside these bars and their sum below: neither may leave only slivers of them.
#[test]
fn bars_can_be_compared_at_every_width() {
    let document = serde_json::from_str(include_str!("charts/tra-vinh-2024.json")).unwrap();
    for width in (280..=1600).step_by(10).map(f64::from) {
        let scene = lay_out(&document, ChartKind::Growth, width, Frame::Plot, 14.0, &Locale::VI);
        let lengths = scene.marks.iter().filter_map(|mark| match mark {
            Mark::Rect { rect, fill: Some(_), .. } => Some(rect.width),
            Mark::Polygon { points, fill: Some(_), .. } => {
                let xs = points.iter().map(|point| point.x);
                Some(xs.clone().fold(0.0, f64::max) - xs.fold(width, f64::min))
            }
            _ => None,
        });
        let longest = lengths.fold(0.0, f64::max);
        assert!(longest > 0.12 * width.min(900.0), "{longest} of {width}");
    }
}

fn labels(scene: &Scene) -> impl Iterator<Item = &Label> {
    scene
        .marks
        .iter()
        .filter_map(|mark| if let Mark::Label(label) = mark { Some(label) } else { None })
}

/// The steep line of the years before the gap passes where its words would stand.
#[test]
fn no_line_strikes_out_the_words_of_a_gap() {
    let series = json!([
        { "id": "poor", "values": [9.8, 11.2, 8.9, 7.1, 4, null, 6.3, 5.1, 3.8, 2.9] },
        { "id": "nearPoor", "values": [5.5, 6.1, 6, 5.4, 4.9, null, 5.2, null, 4.4, 4.1] }
    ]);
    let years = ["2015", "2016", "2017", "2018", "2020", "2021", "2022", "2023", "2024", "2025"];
    let breaks = json!([{ "before": "2022", "note": "Chuẩn nghèo 2022–2025" }]);
    let document = json!({ "poverty": { "periods": years, "series": series, "breaks": breaks } });
    for width in (280..=1600).step_by(20).map(f64::from) {
        let scene = lay_out(&document, ChartKind::Poverty, width, Frame::Plot, 14.0, &Locale::VI);
        let words: Vec<_> = labels(&scene).filter(|label| label.text.ends_with("liệu")).collect();
        assert_eq!(words.len(), 1, "at {width}");
        let lines = scene.marks.iter().filter_map(|mark| match mark {
            Mark::Line { points, stroke } if stroke.width == 3.0 => Some(points),
            _ => None,
        });
        for ends in lines.flat_map(|points| points.windows(2)) {
            let along = (0..=200).map(|step| f64::from(step) / 200.0);
            let mut points = along.map(|part| {
                let at = |from: f64, to: f64| from + part * (to - from);
                Point::new(at(ends[0].x, ends[1].x), at(ends[0].y, ends[1].y))
            });
            assert!(!points.any(|point| words[0].ink_box().contains(point)), "at {width}");
        }
    }
}

/// Its rule alone does not say what changed.
#[test]
fn the_name_of_a_break_is_wrapped_and_not_cut() {
    let note = json!({
        "vi": "Chuẩn nghèo đa chiều giai đoạn 2022–2025",
        "km": "ស្តង់ដារភាពក្រីក្រពហុវិមាត្រ\u{200b}ដំណាក់កាល 2022–2025",
    });
    let years = ["2020", "2021", "2022", "2023", "2024"];
    for before in &years[1..] {
        let series = json!([{ "id": "poor", "values": [5.6, 4.9, 6.3, 5.1, 3.8] }]);
        let breaks = json!([{ "before": before, "note": note }]);
        let document =
            json!({ "poverty": { "periods": years, "series": series, "breaks": breaks } });
        for locale in ["vi", "km"].map(Locale::parse) {
            for width in (280..=900).step_by(10).map(f64::from) {
                let scene =
                    lay_out(&document, ChartKind::Poverty, width, Frame::Plot, 14.0, &locale);
                let cut = labels(&scene).find(|label| label.text.contains('…'));
                assert_eq!(cut.map(|label| &label.text), None, "before {before} at {width}");
            }
        }
    }
}

/// A name across the rule of another break would belong to both.
#[test]
fn no_name_of_a_break_crosses_the_rule_of_another() {
    let document = serde_json::from_str(include_str!("charts/poverty-series.json")).unwrap();
    for locale in ["vi", "en", "km"].map(Locale::parse) {
        for width in (280..=1600).step_by(10).map(f64::from) {
            let scene = lay_out(&document, ChartKind::Poverty, width, Frame::Plot, 14.0, &locale);
            let rules: Vec<_> = scene
                .marks
                .iter()
                .filter_map(|mark| match mark {
                    Mark::Line { points, stroke }
                        if stroke.dash == Some(Dash { on: 2.0, off: 3.0 }) =>
                    {
                        Some((points[0], points[1]))
                    }
                    _ => None,
                })
                .collect();
            assert_eq!(rules.len(), 2, "at {width}");
            for label in labels(&scene) {
                let text = label.ink_box();
                let crossed = rules.iter().find(|(top, end)| {
                    text.x < top.x
                        && top.x < text.right()
                        && top.y < text.bottom()
                        && text.y < end.y
                });
                assert!(crossed.is_none(), "{} at {width}", label.text);
            }
        }
    }
}

/// The bar whose label sets the scale leaves it just its width.
#[test]
fn the_count_of_a_bin_is_never_cut() {
    let count = json!({ "value": 20, "qualifier": "over", "status": "provisional" });
    let bins =
        json!([{ "from": 0, "to": 9, "count": count }, { "from": 10, "to": 19, "count": 4 }]);
    let document = json!({ "ntm": { "period": "2023", "bins": bins } });
    for locale in ["vi", "en", "km"].map(Locale::parse) {
        for width in (280..=1600).map(f64::from) {
            let scene =
                lay_out(&document, ChartKind::NtmCriteria, width, Frame::Plot, 14.0, &locale);
            let cut = labels(&scene).find(|label| label.text.contains('…'));
            assert_eq!(cut.map(|label| &label.text), None, "at {width}");
        }
    }
}

/// Where figures stand below the bars, each still stands by its own.
#[test]
fn figures_below_their_bars_meet_at_the_zero_line() {
    let long = json!({ "value": 9.5, "qualifier": "about", "status": "estimated" });
    let sectors =
        json!([{ "id": "I", "values": [-40.85, 1.04] }, { "id": "II", "values": [-2, long] }]);
    let periods = ["6 tháng 2023", "6 tháng 2024"];
    let document = json!({ "growth": { "periods": periods, "sectors": sectors } });
    let scene = lay_out(&document, ChartKind::Growth, 360.0, Frame::Plot, 14.0, &Locale::VI);
    let label = |text: &str| {
        labels(&scene).find(|label| label.text == text).map(Label::ink_box).expect("its label")
    };
    assert!((label("−40,85%").right() - label("1,04%").x).abs() < 2.0);
    assert!(label("−40,85%").y < label("1,04%").y);
}

/// Type of any size keeps below the top of the picture, where nobody would see it.
#[test]
fn no_type_stands_above_the_picture() {
    let mut faults = Vec::new();
    for path in common::corpus::documents("charts") {
        for (dataset, chart) in common::corpus::charts(&common::corpus::read(&path)) {
            for size in [8.0, 10.0, 14.0, 28.0, 40.0, 64.0] {
                for (width, frame) in
                    [(280.0, Frame::Plot), (720.0, Frame::Plot), (720.0, Frame::Full)]
                {
                    let options = Options { width, font_size: size, frame, ..Options::default() };
                    let scene =
                        layout::lay_out(&dataset, chart, &options, &WidthTable, &Locale::VI);
                    for label in labels(&scene).filter(|label| label.ink_box().y < -0.5) {
                        let case =
                            format!("{chart:?} of {path:?}, {size} px in {width}, {frame:?}");
                        faults.push(format!("“{}” at {:?} in {case}", label.text, label.ink_box()));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn growth_holds(document in growth(), width in 280.0..1600.0f64, plot: bool) {
        check(&document, ChartKind::Growth, width, plot, 14.0, &Locale::VI)?;
    }

    #[test]
    fn structure_holds(document in structure(), width in 280.0..1600.0f64, plot: bool) {
        check(&document, ChartKind::Structure, width, plot, 14.0, &Locale::VI)?;
    }

    #[test]
    fn living_standards_hold(document in living_standards(), width in 280.0..1600.0f64, plot: bool) {
        check(&document, ChartKind::LivingStandards, width, plot, 14.0, &Locale::VI)?;
    }

    #[test]
    fn poverty_holds(document in poverty(), width in 280.0..1600.0f64, plot: bool) {
        check(&document, ChartKind::Poverty, width, plot, 14.0, &Locale::VI)?;
    }

    #[test]
    fn ntm_holds(document in ntm(), width in 280.0..1600.0f64, plot: bool) {
        check(&document, ChartKind::Ntm, width, plot, 14.0, &Locale::VI)?;
    }

    #[test]
    fn levels_hold_beside_a_long_name_of_a_period(
        document in ntm(), long in "([A-Za-zĐđệộ]{1,60} ?){1,20}", at in any::<prop::sample::Index>(),
        width in 280.0..720.0f64, plot: bool,
    ) {
        let mut document = document;
        if let Some(periods) = document["ntm"]["periods"].as_array_mut() {
            let at = at.index(periods.len());
            periods[at] = json!(["x", &long].concat());
        }
        check(&document, ChartKind::Ntm, width, plot, 14.0, &Locale::VI)?;
    }

    #[test]
    fn criteria_hold(document in criteria(), width in 280.0..1600.0f64, plot: bool) {
        check(&document, ChartKind::NtmCriteria, width, plot, 14.0, &Locale::VI)?;
    }

    #[test]
    fn criteria_hold_at_any_text_size_and_in_khmer(document in criteria(), width in 280.0..1200.0f64, size in 8.0..28.0f64) {
        check(&document, ChartKind::NtmCriteria, width, true, size, &Locale::parse("km"))?;
    }

    #[test]
    fn targets_hold(document in targets(), width in 280.0..1600.0f64, plot: bool) {
        check(&document, ChartKind::Targets, width, plot, 14.0, &Locale::VI)?;
    }

    #[test]
    fn targets_hold_at_twice_the_text_size(
        document in targets(),
        width in 320.0..1600.0f64,
        plot: bool,
    ) {
        check(&document, ChartKind::Targets, width, plot, 28.0, &Locale::VI)?;
    }

    #[test]
    fn twice_the_text_size_holds(document in growth(), width in 320.0..1600.0f64, plot: bool) {
        check(&document, ChartKind::Growth, width, plot, 28.0, &Locale::VI)?;
    }

    #[test]
    fn parts_hold_at_any_text_size_and_in_khmer(
        structure in structure(), living in living_standards(), plot: bool, size in 8.0..28.0f64,
    ) {
        let km = Locale::parse("km-u-nu-khmr");
        for width in [280.0, 360.0, 760.0] {
            check(&structure, ChartKind::Structure, width, plot, size, &km)?;
            check(&living, ChartKind::LivingStandards, width, plot, size, &km)?;
        }
    }

    #[test]
    fn levels_hold_at_twice_the_text_size_and_in_khmer(document in ntm(), plot: bool, size in 8.0..28.0f64) {
        let km = Locale::parse("km-u-nu-khmr");
        for width in [280.0, 360.0] {
            check(&document, ChartKind::Ntm, width, plot, size, &km)?;
        }
    }
}
