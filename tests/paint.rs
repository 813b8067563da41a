//! Paints one scene with every kind of mark: into a backend that only notes it,
//! and as SVG against a golden file (`BLESS=1` writes it anew).

mod common;

use common::record::{Call, record};
use district_charts::geom::{Point, Rect};
use district_charts::scene::{Align, Fill, Label, Mark, Scene, Stroke};
use district_charts::svg::{self, Words};
use district_charts::theme::{Ink, Theme, Weight};

const WORDS: Words = Words {
    title: "Mọi loại dấu <mark> & \"chữ\"",
    description: "Hình thử: thanh, đường, vòng.",
    lang: "vi",
    metadata: "",
};

#[test]
fn every_kind_of_mark_is_drawn_as_before() {
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/paint/marks.svg");
    let svg = svg::render(&scene(), &Theme::light(), WORDS);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(golden, &svg).expect("the golden file can be written");
    }
    let before = std::fs::read_to_string(golden).expect("the golden file can be read");
    assert!(svg == before, "the picture changed; look at it, then BLESS=1 cargo test --test paint");
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let render = || svg::render(&scene(), &Theme::dark(), WORDS);
    assert_eq!(render(), render());
}

#[test]
fn text_is_never_markup() {
    let text = "</text><script>alert('1')</script> \u{0}\u{b}\u{1b}\u{ffff} \" onload=\"x &amp;";
    let mut theme = Theme::light();
    theme.font_family = "\"><script>".into();
    let words = Words { title: text, description: text, lang: "\"><x ", metadata: "" };
    let svg = svg::render(&Scene { marks: vec![label(text, 0.0, 20.0)], ..scene() }, &theme, words);
    assert!(!svg.contains("<script") && !svg.contains("<x ") && !svg.contains("\" onload"));
    assert!(svg.contains("&lt;/text&gt;&lt;script&gt;alert(&apos;1&apos;)"));
    assert!(svg.chars().all(|c| c == '\n' || (' '..'\u{fffe}').contains(&c)));
}

#[test]
fn text_keeps_its_size_weight_and_baseline() {
    let mut semibold = label("16,6%", 30.0, 40.0);
    let Mark::Label(inner) = &mut semibold else { unreachable!() };
    inner.size = 12.0;
    inner.weight = Weight::Semibold;
    let svg = svg::render(&Scene { marks: vec![semibold], ..scene() }, &Theme::light(), WORDS);
    let line = svg.lines().find(|line| line.starts_with("<text")).expect("a line of text");
    assert_eq!(
        line,
        "<text x=\"300\" y=\"400\" font-size=\"120\" fill=\"#241D17\" font-weight=\"600\">16,6%</text>"
    );
}

#[test]
fn an_empty_scene_is_a_surface() {
    let empty = Scene { width: 0.0, height: 0.0, marks: vec![], targets: vec![] };
    let svg = svg::render(&empty, &Theme::light(), WORDS);
    assert!(svg.contains("viewBox=\"0 0 0 0\"") && svg.ends_with("</g>\n</svg>\n"));
}

#[test]
fn the_surface_comes_first_and_covers_all() {
    let calls = calls(&scene());
    assert_eq!(calls[0], "rect (0, 0) (5120, 5120) 255,253,249 filled");
}

#[test]
fn a_level_hairline_is_a_bar_without_round_ends() {
    let marks = vec![Mark::Line {
        points: vec![Point::new(10.0, 20.0), Point::new(60.0, 20.0)],
        stroke: Stroke::solid(Ink::Grid, 1.0),
    }];
    let calls = calls(&Scene { marks, ..scene() });
    assert_eq!(calls[1], "rect (160, 312) (960, 328) 230,223,212 filled");
}

#[test]
fn outlines_stay_whole_pixels_apart_from_rounding() {
    let marks = vec![Mark::Circle {
        center: Point::new(20.0, 20.0),
        radius: 6.0,
        fill: None,
        stroke: Some(Stroke::solid(Ink::Text, 1.5)),
    }];
    assert_eq!(calls(&Scene { marks, ..scene() })[1], "circle (320, 320) 96 24 36,29,23");
}

#[test]
fn a_bar_of_an_earlier_period_is_not_an_empty_one_without_tints() {
    let corners = [(10.0, 10.0), (90.0, 10.0), (90.0, 26.0), (10.0, 26.0)];
    let bar = |ink: Ink| Mark::Polygon {
        points: corners.map(|(x, y)| Point::new(x, y)).to_vec(),
        fill: Some(Fill::Solid(ink)),
        stroke: Some(Stroke::solid(Ink::Series(0), 1.5)),
    };
    let stark = Theme { muted: Theme::light().text, ..Theme::light() };
    let plain = |theme: &Theme, ink: Ink| {
        svg::render(&Scene { marks: vec![bar(ink)], ..scene() }, theme, WORDS)
            .matches("fill=\"#347D61\"")
            .count()
    };
    assert_eq!(plain(&stark, Ink::Tint(0)), 1, "its core");
    assert_eq!(plain(&stark, Ink::Surface), 0, "a part that is drawn as an outline");
    assert_eq!(plain(&stark, Ink::Track), 0, "a plan, of which nothing is published yet");
    assert_eq!(plain(&Theme::light(), Ink::Tint(0)), 0, "its tint is enough");
}

#[test]
fn a_cell_that_was_reached_before_differs_from_an_empty_one_without_tints() {
    let cell = |fill: Option<Fill>, ink: Ink| Mark::Rect {
        rect: Rect::new(10.0, 10.0, 16.0, 16.0),
        radius: 2.0,
        fill,
        stroke: Some(Stroke::solid(ink, 1.5)),
    };
    let stark = Theme { muted: Theme::light().text, ..Theme::light() };
    let fills = |theme: &Theme, mark: Mark| {
        let svg = svg::render(&Scene { marks: vec![mark], ..scene() }, theme, WORDS);
        svg.matches("fill=\"#347D61\"").count()
    };
    let reached = || cell(Some(Fill::Solid(Ink::Tint(0))), Ink::Series(0));
    assert_eq!(fills(&stark, reached()), 1, "its core");
    assert_eq!(fills(&stark, cell(None, Ink::Series(0))), 0);
    assert_eq!(fills(&Theme::light(), reached()), 0, "its tint is enough");
}

fn line(points: &[(f64, f64)], stroke: Stroke) -> Mark {
    Mark::Line { points: points.iter().map(|&(x, y)| Point::new(x, y)).collect(), stroke }
}

fn label(text: &str, x: f64, y: f64) -> Mark {
    Mark::Label(Label {
        text: text.into(),
        at: Point::new(x, y),
        align: Align::Start,
        size: 14.0,
        weight: Weight::Regular,
        ink: Ink::Text,
        width: 60.0,
    })
}

/// 320 by 320 CSS pixels.
fn scene() -> Scene {
    let fills = [
        Fill::Solid(Ink::Series(1)),
        Fill::Hatch(Ink::Series(1)),
        Fill::Dots(Ink::Muted),
        Fill::Solid(Ink::Tint(1)),
    ];
    let mut marks = Vec::new();
    for (index, fill) in fills.into_iter().enumerate() {
        let y = 16.0 + 40.0 * index as f64;
        let outline = Some(Stroke::solid(Ink::Series(1), 1.5));
        marks.push(Mark::Rect {
            rect: Rect::new(16.0, y, 80.0, 28.0),
            radius: 0.0,
            fill: Some(fill),
            stroke: outline.filter(|_| index > 0),
        });
        let pointed = [
            (112.0, y),
            (184.0, y),
            (192.0, y + 14.0),
            (184.0, y + 28.0),
            (112.0, y + 28.0),
            (120.0, y + 14.0),
        ];
        marks.push(Mark::Polygon {
            points: pointed.map(|(x, y)| Point::new(x, y)).to_vec(),
            fill: Some(fill),
            stroke: outline.filter(|_| index == 2),
        });
        marks.push(Mark::Circle {
            center: Point::new(224.0, y + 14.0),
            radius: 14.0,
            fill: Some(fill),
            stroke: outline.filter(|_| index % 2 == 1),
        });
        marks.push(Mark::Rect {
            rect: Rect::new(256.0, y, 48.0, 28.0),
            radius: 2.0 + 4.0 * index as f64,
            fill: Some(fill),
            stroke: Some(Stroke::dashed(Ink::Text, 2.0, 4.0, 3.0)).filter(|_| index == 3),
        });
    }
    marks.push(line(&[(16.0, 8.0), (16.0, 164.0)], Stroke::solid(Ink::Text, 1.0)));
    marks.push(line(&[(16.0, 180.0), (304.0, 180.0)], Stroke::solid(Ink::Grid, 1.0)));
    marks.push(line(&[(240.0, 184.0), (240.0, 260.0)], Stroke::dashed(Ink::Text, 1.0, 2.0, 3.0)));
    marks.push(line(
        &[(16.0, 190.0), (90.0, 240.0), (160.0, 200.0)],
        Stroke::solid(Ink::Series(6), 3.0),
    ));
    marks.push(line(
        &[(160.0, 200.0), (304.0, 250.0)],
        Stroke::dashed(Ink::Series(6), 3.0, 7.0, 5.0),
    ));
    marks.push(Mark::Circle {
        center: Point::new(160.0, 200.0),
        radius: 6.0,
        fill: Some(Fill::Solid(Ink::Series(6))),
        stroke: Some(Stroke::solid(Ink::Surface, 1.5)),
    });
    marks.push(Mark::Circle {
        center: Point::new(30.0, 270.0),
        radius: 6.0,
        fill: None,
        stroke: Some(Stroke::dashed(Ink::Series(1), 1.5, 2.5, 2.5)),
    });
    for (index, (align, weight)) in [
        (Align::Start, Weight::Regular),
        (Align::Middle, Weight::Medium),
        (Align::End, Weight::Semibold),
    ]
    .into_iter()
    .enumerate()
    {
        marks.push(Mark::Label(Label {
            text: "Ổ trên 36% ộ គ្រួសារ <&>".into(),
            at: Point::new(160.0, 270.0 + 20.0 * index as f64),
            align,
            size: 12.0 + 2.0 * index as f64,
            weight,
            ink: Ink::Text,
            width: 100.0,
        }));
    }
    Scene { width: 320.0, height: 320.0, marks, targets: vec![] }
}

/// What a backend of 16 units a pixel is asked to draw.
fn calls(scene: &Scene) -> Vec<String> {
    record(scene).iter().map(Call::to_string).collect()
}
