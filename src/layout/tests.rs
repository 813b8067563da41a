use super::{Frame, Options, lay_out};
use crate::locale::Locale;
use crate::model::{Better, Break, ChartKind, Dataset, Missing, Outturn, Planned, Poverty, Status};
use crate::scene::{Fill, Mark, Scene, Target};
use crate::text::metrics::WidthTable;
use crate::theme::{HIGHLIGHTED, Ink};
use crate::words::sample::*;

fn scene(dataset: &Dataset, chart: ChartKind, width: f64) -> Scene {
    let options = Options { width, frame: Frame::Plot, ..Options::default() };
    lay_out(dataset, chart, &options, &WidthTable, &Locale::VI)
}

/// What is written, in painting order.
fn texts(dataset: &Dataset, chart: ChartKind, width: f64) -> Vec<String> {
    let scene = scene(dataset, chart, width);
    let text = |mark: &Mark| match mark {
        Mark::Label(label) => Some(label.text.replace('\u{A0}', " ")),
        _ => None,
    };
    scene.marks.iter().filter_map(text).collect()
}

#[test]
fn a_highlighted_line_lies_above_the_quiet_ones() {
    let series =
        ["poor", "nearPoor"].map(|id| row(id, vec![exact(4.0), exact(3.0)])).into_iter().collect();
    let dataset = poverty(&["2022", "2023"], series);
    let highlight = Some("poor".to_string());
    let options = Options { frame: Frame::Plot, highlight, ..Options::default() };
    let scene = lay_out(&dataset, ChartKind::Poverty, &options, &WidthTable, &Locale::VI);
    let thick = |mark: &Mark| match mark {
        Mark::Line { stroke, .. } if stroke.width == 3.0 => Some(stroke.ink),
        _ => None,
    };
    let inks: Vec<Ink> = scene.marks.iter().filter_map(thick).collect();
    assert_eq!(inks, [Ink::Quiet, Ink::Series(HIGHLIGHTED + 6)]);
}

#[test]
fn a_plan_without_a_result_carries_no_ink_of_a_figure() {
    let planned = Planned {
        actual: Some(gap(Missing::NoFigure)),
        plan: Some(exact(500.0)),
        achieved: Some(gap(Missing::NoFigure)),
        worked_out: None,
        outcome: None,
        better: Better::Higher,
    };
    let item = item("Cây xanh", "ha", Outturn::Planned(Box::new(planned)));
    let scene = scene(&targets(vec![item]), ChartKind::Targets, 720.0);
    let ink_of = |mark: &Mark| match mark {
        Mark::Rect { fill: Some(Fill::Solid(ink)), .. } => Some(*ink),
        _ => None,
    };
    let inks: Vec<Ink> = scene.marks.iter().filter_map(ink_of).collect();
    assert!(inks.contains(&Ink::Track), "{inks:?}");
    let is_of_figure = |ink: &Ink| matches!(ink, Ink::Series(_) | Ink::Tint(_) | Ink::QuietTint);
    assert!(!inks.iter().any(is_of_figure), "{inks:?}");
}

#[test]
fn hundreds_of_lines_are_thin_enough_to_see_through() {
    let thinnest = |count: usize| {
        let series = (0..count).map(|index| row(&index.to_string(), vec![exact(4.0), exact(3.0)]));
        let scene = scene(&poverty(&["2022", "2023"], series.collect()), ChartKind::Poverty, 720.0);
        let width = |mark: &Mark| match mark {
            Mark::Line { stroke, .. } if stroke.ink == Ink::Quiet => Some(stroke.width),
            _ => None,
        };
        scene.marks.iter().filter_map(width).fold(f64::MAX, f64::min)
    };
    assert_eq!(thinnest(40), 1.0);
    assert!(thinnest(300) < 0.25);
    assert_eq!(thinnest(4000), 0.1, "the least that is drawn");
}

#[test]
fn a_gap_of_several_reasons_is_not_given_one() {
    let labels = ["2021", "2022", "2023"];
    let series = |first, second| {
        vec![
            row("poor", vec![exact(4.0), gap(first), exact(3.0)]),
            row("nearPoor", vec![exact(4.0), gap(second), exact(3.0)]),
        ]
    };
    let says_so = |first, second| {
        let dataset = poverty(&labels, series(first, second));
        texts(&dataset, ChartKind::Poverty, 720.0).join(" ").contains("chưa có số liệu")
    };
    assert!(says_so(Missing::NoFigure, Missing::NoFigure));
    assert!(!says_so(Missing::NoFigure, Missing::Up));
    assert!(!says_so(Missing::NotCollected, Missing::NoFigure));
}

#[test]
fn what_was_not_published_has_no_scale() {
    let ticks = |first| {
        let values = vec![first, gap(Missing::NoFigure)];
        let dataset = poverty(&["2021", "2022"], vec![row("poor", values)]);
        let texts = texts(&dataset, ChartKind::Poverty, 720.0);
        texts.into_iter().filter(|text| text.ends_with('%')).count()
    };
    assert_eq!(ticks(gap(Missing::Suppressed)), 0);
    assert_eq!(ticks(exact(0.0)), 2, "the figure and the top of the scale");
}

#[test]
fn a_share_without_a_count_says_what_it_is_of() {
    let mut one = progress(gap(Missing::NoFigure), 100.0);
    one.share = Some(exact(55.5));
    let dataset = ntm(&["2023"], vec![level("ntm", vec![one])]);
    let texts = texts(&dataset, ChartKind::Ntm, 720.0);
    assert_eq!(texts, ["Xã đạt chuẩn nông thôn mới", "55,5%", "trong tổng số 100 xã"]);
}

#[test]
fn a_figure_at_the_end_of_a_line_is_not_cut() {
    let value = with_status(45.0, Status::Revised);
    let dataset = poverty(&["2022", "2023"], vec![row("poor", vec![exact(40.0), value])]);
    let texts = texts(&dataset, ChartKind::Poverty, 280.0);
    assert!(texts.join(" ").contains("45% (đã điều chỉnh)"), "{texts:?}");
}

#[test]
fn periods_that_begin_alike_are_written_whole() {
    let labels = ["Cả năm 2023 (ước thực hiện)", "Cả năm 2023 (chính thức)"];
    let dataset = growth(&labels, vec![sector("I", vec![exact(4.0), exact(4.2)])]);
    let texts = texts(&dataset, ChartKind::Growth, 320.0).join(" ");
    for label in labels {
        assert!(texts.contains(label), "{texts}");
    }
}

#[test]
fn labels_of_points_that_meet_are_pointed_at_one_by_one() {
    let rows = [("poor", 2.33), ("nearPoor", 2.3), ("x", 2.31)];
    let rows = rows.map(|(id, last)| named_row(id, id, vec![exact(4.0 + last), exact(last)]));
    let dataset = poverty(&["2022", "2023"], rows.to_vec());
    let scene = scene(&dataset, ChartKind::Poverty, 320.0);
    let last: Vec<&Target> = scene.targets.iter().filter(|one| one.key.period == 1).collect();
    for (index, target) in last.iter().enumerate() {
        assert_eq!(scene.hit(target.bounds.center()), Some(*target));
        let others = last.iter().skip(index + 1);
        assert!(others.clone().all(|other| !other.bounds.overlaps(&target.bounds)));
        let beside = scene.hit(target.anchor).map(|hit| hit.key.period);
        assert_eq!(beside, Some(1), "its point is hit too");
    }
}

#[test]
fn figures_between_are_written_where_there_is_room() {
    let values = [9.0, 7.5, 6.0, 4.47, 2.33].map(exact).to_vec();
    let labels = ["2019", "2020", "2021", "2022", "2023"];
    let dataset = poverty(&labels, vec![row("poor", values)]);
    for width in [360.0, 1280.0] {
        let texts = texts(&dataset, ChartKind::Poverty, width);
        for figure in ["9%", "7,5%", "6%", "4,47%", "2,33%"] {
            assert!(texts.iter().any(|text| text == figure), "{figure} at {width}: {texts:?}");
        }
    }
}

#[test]
fn figures_that_are_equal_are_each_written() {
    let rows = [("poor", 2.0), ("nearPoor", 3.0)];
    let rows = rows.map(|(id, last)| row(id, vec![exact(4.4), exact(last)])).to_vec();
    let texts = texts(&poverty(&["2022", "2023"], rows), ChartKind::Poverty, 720.0);
    assert_eq!(texts.iter().filter(|text| *text == "4,4%").count(), 2, "{texts:?}");
}

#[test]
fn a_gap_has_its_words_where_the_standard_changes_within_it() {
    let gaps = [Missing::NoFigure; 2].map(gap);
    let values = [vec![exact(9.0)], gaps.to_vec(), vec![exact(5.0)]].concat();
    let mut dataset = poverty(&["2014", "2015", "2016", "2017"], vec![row("poor", values)]);
    let changes = |section: &mut Poverty| section.breaks = vec![Break { before: 2, note: None }];
    dataset.poverty.as_mut().map(changes);
    for width in [360.0, 720.0] {
        let texts = texts(&dataset, ChartKind::Poverty, width).join(" ");
        assert!(texts.contains("2015–2016: chưa có số liệu"), "{width}: {texts}");
    }
}

#[test]
fn a_target_that_is_withheld_is_said_beside_the_total_and_can_be_pointed_at() {
    let mut dataset = growth(&["2023"], vec![sector("I", vec![exact(4.0)])]);
    let growth = dataset.growth.as_mut().expect("the section");
    growth.total = Some(row("total", vec![exact(7.0)]));
    growth.target = Some(row("target", vec![gap(Missing::Suppressed)]));
    for width in [280.0, 720.0] {
        let texts = texts(&dataset, ChartKind::Growth, width);
        assert!(texts.iter().any(|text| text == "mục tiêu không công bố"), "{texts:?}");
        let targets = scene(&dataset, ChartKind::Growth, width).targets;
        assert!(targets.iter().any(|target| target.key.row == 2), "{width}");
    }
}

#[test]
fn a_missing_count_says_of_how_many() {
    let counts = vec![progress(gap(Missing::NotCollected), 15.0)];
    let dataset = ntm(&["2023"], vec![level("ntm", counts)]);
    for width in [280.0, 720.0] {
        let texts = texts(&dataset, ChartKind::Ntm, width);
        for said in ["không thu thập", "trong tổng số 15 xã"] {
            assert!(texts.iter().any(|text| text == said), "{texts:?}");
        }
    }
}

/// A line that ended at a label's plate would read as a gap: nothing published.
#[test]
fn no_ground_of_a_label_lies_above_a_line() {
    let values = [[3.0, 9.0, 3.0, 9.0], [9.0, 3.0, 8.5, 3.0], [6.0, 5.8, 6.2, 6.1]];
    let rows = ["poor", "nearPoor", "x"].iter().zip(values);
    let rows = rows.map(|(id, values)| row(id, values.map(exact).to_vec())).collect();
    let dataset = poverty(&["2020", "2021", "2022", "2023"], rows);
    let marks = scene(&dataset, ChartKind::Poverty, 280.0).marks;
    let is_line = |mark: &Mark| matches!(mark, Mark::Line { stroke, .. } if stroke.width == 3.0);
    let is_ground =
        |mark: &Mark| matches!(mark, Mark::Rect { fill: Some(Fill::Solid(Ink::Surface)), .. });
    let first_line = marks.iter().position(is_line).expect("a line");
    assert!(marks.iter().take(first_line).any(is_ground), "no label has a ground");
    assert!(!marks.iter().skip(first_line).any(is_ground));
}

#[test]
fn a_zero_is_a_label_on_the_zero_line() {
    let bars = |value: f64| {
        let values = [value, value].map(exact).to_vec();
        let dataset = growth(&["2022", "2023"], vec![sector("I", values)]);
        let scene = scene(&dataset, ChartKind::Growth, 720.0);
        scene.marks.iter().filter(|mark| matches!(mark, Mark::Polygon { .. })).count()
    };
    assert_eq!((bars(0.0), bars(4.0)), (0, 2));
}
