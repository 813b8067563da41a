//! Nothing is too small to read or told by colour alone: what stands side by side is held
//! apart by the colours of every sight, or else by a gap, a shape and a name.

mod common;

use common::corpus::{charts, documents, read};
use district_charts::geom::Point;
use district_charts::input::Tree;
use district_charts::layout::{self, Options};
use district_charts::locale::Locale;
use district_charts::model::{self, ChartKind, Dataset};
use district_charts::scene::{Fill, Mark, Scene};
use district_charts::text::metrics::WidthTable;
use district_charts::theme::{Ink, Rgb, Theme};
use std::collections::BTreeMap;

type Triple = [f64; 3];
type Matrix = [Triple; 3];

/// Protanopia, deuteranopia, tritanopia: Machado, Oliveira and Fernandes 2009, severity
/// 1.0, on linear RGB.
const DICHROMACIES: [Matrix; 3] = [
    [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
];

const NORMAL: Matrix = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

/// Under this, two colours that do not touch are hard to tell apart.
const NEAR: f64 = 10.0;

fn times(matrix: &Matrix, v: Triple) -> Triple {
    matrix.map(|row| row.iter().zip(v).map(|(a, b)| a * b).sum())
}

fn linear(color: Rgb) -> Triple {
    [color.0, color.1, color.2].map(|channel| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    })
}

/// CIE L*a*b* under D65.
fn lab(linear: Triple) -> Triple {
    let to_xyz = [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ];
    let [x, y, z] = times(&to_xyz, linear.map(|c| c.clamp(0.0, 1.0)));
    let f = |t: f64| if t > 0.008856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
    let (x, y, z) = (f(x / 0.95047), f(y), f(z / 1.08883));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn degrees(b: f64, a: f64) -> f64 {
    if a == 0.0 && b == 0.0 { 0.0 } else { b.atan2(a).to_degrees().rem_euclid(360.0) }
}

/// CIEDE2000 of two colours in L*a*b*, by the steps of Sharma, Wu and Dalal 2005.
fn ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple) -> f64 {
    let seventh = |c: f64| (c.powi(7) / (c.powi(7) + 25f64.powi(7))).sqrt();
    let g = 0.5 * (1.0 - seventh((a1.hypot(b1) + a2.hypot(b2)) / 2.0));
    let (a1, a2) = (a1 * (1.0 + g), a2 * (1.0 + g));
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let (h1, h2) = (degrees(b1, a1), degrees(b2, a2));
    let is_grey = c1 * c2 == 0.0;
    let turn = match h2 - h1 {
        _ if is_grey => 0.0,
        d if d > 180.0 => d - 360.0,
        d if d < -180.0 => d + 360.0,
        d => d,
    };
    let sin = |angle: f64| angle.to_radians().sin();
    let cos = |angle: f64| angle.to_radians().cos();
    let (dl, dc) = (l2 - l1, c2 - c1);
    let dh = 2.0 * (c1 * c2).sqrt() * sin(turn / 2.0);
    let (l, c) = ((l1 + l2) / 2.0, (c1 + c2) / 2.0);
    let h = match h1 + h2 {
        sum if is_grey => sum,
        sum if (h1 - h2).abs() <= 180.0 => sum / 2.0,
        sum if sum < 360.0 => (sum + 360.0) / 2.0,
        sum => (sum - 360.0) / 2.0,
    };
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0)
        - 0.20 * cos(4.0 * h - 63.0);
    let sl = 1.0 + 0.015 * (l - 50.0).powi(2) / (20.0 + (l - 50.0).powi(2)).sqrt();
    let (sc, sh) = (1.0 + 0.045 * c, 1.0 + 0.015 * c * t);
    let rt = -sin(60.0 * (-((h - 275.0) / 25.0).powi(2)).exp()) * 2.0 * seventh(c);
    let (dl, dc, dh) = (dl / sl, dc / sc, dh / sh);
    (dl * dl + dc * dc + dh * dh + rt * dc * dh).sqrt()
}

/// Distances in normal, protan, deutan and tritan sight.
fn distances(a: Rgb, b: Rgb) -> [f64; 4] {
    let [protan, deutan, tritan] = &DICHROMACIES;
    [&NORMAL, protan, deutan, tritan].map(|sight| {
        let seen = |color| lab(times(sight, linear(color)));
        ciede2000(seen(a), seen(b))
    })
}

/// The least distance of these pairs of slots in each sight.
fn least(theme: &Theme, pairs: &[(u8, u8)]) -> [f64; 4] {
    pairs.iter().fold([f64::MAX; 4], |least, &(a, b)| {
        let found = distances(theme.rgb(Ink::Series(a)), theme.rgb(Ink::Series(b)));
        core::array::from_fn(|sight| least[sight].min(found[sight]))
    })
}

fn neighbours(slots: &[u8]) -> Vec<(u8, u8)> {
    slots.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

fn every_pair(slots: &[u8]) -> Vec<(u8, u8)> {
    slots.iter().flat_map(|&a| slots.iter().map(move |&b| (a, b))).filter(|(a, b)| a < b).collect()
}

#[test]
fn distances_are_those_of_the_published_examples() {
    let examples = [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
        ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0011], 7.2195),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
        ([22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373),
    ];
    for (a, b, wanted) in examples {
        assert!((ciede2000(a, b) - wanted).abs() < 1e-4, "{a:?} {b:?} {}", ciede2000(a, b));
    }
}

/// What the palettes were chosen by: a colour that is changed may not come nearer to
/// those it stands beside.
#[test]
fn neighbours_are_as_far_apart_as_they_were_measured() {
    let sectors = neighbours(&[0, 1, 2, 3]);
    let groups = neighbours(&[6, 1, 7, 5, 2]);
    let slots = neighbours(&[0, 1, 2, 3, 4, 5, 6, 7]);
    let levels = every_pair(&[0, 5, 3, 4, 2]);
    for (name, pairs, light, dark) in [
        ("sectors", sectors, [45.9, 17.8, 27.1, 48.9], [43.8, 14.4, 20.2, 38.6]),
        ("groups", groups, [32.3, 27.1, 27.4, 26.8], [25.6, 21.3, 14.4, 14.4]),
        ("slots", slots, [22.7, 15.1, 15.6, 21.7], [26.2, 14.1, 16.0, 26.1]),
        ("levels", levels, [20.4, 10.0, 16.1, 14.2], [20.6, 7.8, 12.6, 10.3]),
    ] {
        for (theme, wanted) in [(Theme::light(), light), (Theme::dark(), dark)] {
            let found = least(&theme, &pairs);
            let is_far = found.iter().zip(wanted).all(|(found, wanted)| *found >= wanted - 0.1);
            assert!(is_far, "{name}: {found:.1?}, not {wanted:?}");
        }
    }
}

fn scene(dataset: &Dataset, kind: ChartKind, width: f64) -> Scene {
    let options = Options { width, ..Options::default() };
    layout::lay_out(dataset, kind, &options, &WidthTable, &Locale::parse("vi"))
}

/// Every chart of the corpus as it is drawn, narrow and wide.
fn scenes() -> Vec<(String, Scene)> {
    let mut scenes = Vec::new();
    for path in documents("charts") {
        for (dataset, kind) in charts(&read(&path)) {
            for width in [360.0, 720.0] {
                let name = format!("{} {} {width}", path.display(), kind.name());
                scenes.push((name, scene(&dataset, kind, width)));
            }
        }
    }
    assert!(scenes.len() > 40);
    scenes
}

#[test]
fn no_text_is_smaller_than_12_pixels() {
    for (name, scene) in scenes() {
        for mark in &scene.marks {
            if let Mark::Label(label) = mark {
                assert!(label.size >= 12.0, "{name}: “{}” at {}", label.text, label.size);
            }
        }
    }
}

fn middle(points: &[Point]) -> Point {
    let span = |of: fn(&Point) -> f64| {
        let (least, most) = points
            .iter()
            .map(of)
            .fold((f64::MAX, f64::MIN), |(least, most), x| (least.min(x), most.max(x)));
        (least + most) / 2.0
    };
    Point::new(span(|point| point.x), span(|point| point.y))
}

/// A shape without its place.
type Shape = Vec<Point>;

fn shape(points: &[Point]) -> Shape {
    let center = middle(points);
    points.iter().map(|point| Point::new(point.x - center.x, point.y - center.y)).collect()
}

fn are_alike(a: &Shape, b: &Shape) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.distance(*b) < 0.1)
}

/// The shapes of the points on lines, by the slot of their series; what tells them from
/// a chevron is the same shape in the surface's colour below them.
fn markers(scene: &Scene) -> BTreeMap<u8, Vec<Shape>> {
    let mut found: BTreeMap<u8, Vec<_>> = BTreeMap::new();
    for pair in scene.marks.windows(2) {
        if let [
            Mark::Polygon { points: halo, fill: Some(Fill::Solid(Ink::Surface)), .. },
            Mark::Polygon { points, fill: Some(Fill::Solid(Ink::Series(slot))), .. },
        ] = pair
            && halo.len() == points.len()
        {
            found.entry(*slot).or_default().push(shape(points));
        }
    }
    found
}

#[test]
fn series_on_lines_differ_in_shape_and_name_whatever_their_colours() {
    let series: Vec<String> = (0..8)
        .map(|i| format!(r#"{{ "id": "r{i}", "name": "Chuỗi {i}", "values": [{i}, {}] }}"#, i + 1))
        .collect();
    let json = format!(
        r#"{{ "version": 1, "place": "Nơi", "poverty": {{ "periods": ["2022", "2023"], "series": [{}] }} }}"#,
        series.join(",")
    );
    let tree = Tree::from_json(&json).expect("JSON");
    let (dataset, kind) = model::read(&tree, Some("poverty")).expect("a document");
    let scene = scene(&dataset, kind, 720.0);
    let markers: Vec<Vec<Shape>> = markers(&scene).into_values().collect();
    assert_eq!(markers.len(), 8);
    for (slot, shapes) in markers.iter().enumerate() {
        assert!(shapes.iter().all(|shape| are_alike(shape, &shapes[0])), "slot {slot}");
        let others = markers.iter().enumerate().filter(|(other, _)| *other != slot);
        for (other, others) in others {
            assert!(!are_alike(&shapes[0], &others[0]), "slots {slot} and {other}");
        }
        let name = format!("Chuỗi {slot}");
        let is_name = |mark: &Mark| matches!(mark, Mark::Label(label) if label.text == name && label.ink == Ink::Text);
        assert!(scene.marks.iter().any(is_name), "{name} is not written beside its line");
    }
}

/// Parts of a column or a bar: their fills, with the box that they fill.
fn parts(scene: &Scene) -> Vec<(Ink, [f64; 4])> {
    let mut parts = Vec::new();
    for mark in &scene.marks {
        let (ink, points) = match mark {
            Mark::Polygon { points, fill: Some(Fill::Solid(ink @ Ink::Part(_))), .. } => {
                (*ink, points.clone())
            }
            Mark::Rect { rect, fill: Some(Fill::Solid(ink @ Ink::Part(_))), .. } => {
                (*ink, vec![Point::new(rect.x, rect.y), Point::new(rect.right(), rect.bottom())])
            }
            _ => continue,
        };
        let xs: Vec<f64> = points.iter().map(|point| point.x).collect();
        let ys: Vec<f64> = points.iter().map(|point| point.y).collect();
        let least = |list: &[f64]| list.iter().copied().fold(f64::MAX, f64::min);
        let most = |list: &[f64]| list.iter().copied().fold(f64::MIN, f64::max);
        parts.push((ink, [least(&xs), least(&ys), most(&xs), most(&ys)]));
    }
    parts
}

#[test]
fn parts_of_a_whole_have_surface_between_them() {
    let mut compared = 0;
    for (name, scene) in scenes().iter().filter(|(name, _)| name.contains("structure-decade")) {
        for pair in parts(scene).windows(2) {
            let [(_, above), (_, below)] = [pair[0], pair[1]];
            if above[0] != below[0] {
                continue;
            }
            let gap = below[1] - above[3];
            assert!(gap >= 1.0, "{name}: {gap} between parts");
            compared += 1;
        }
    }
    assert!(compared > 20, "{compared} pairs of parts");
}

/// Where colours come near each other in some sight, or in grey, the series are in
/// different charts, or their shapes and names tell them apart: this is the whole list.
#[test]
fn the_pairs_that_colour_cannot_tell_apart_are_known() {
    let near = |theme: &Theme| -> Vec<(u8, u8)> {
        let colors = |(a, b)| distances(theme.rgb(Ink::Series(a)), theme.rgb(Ink::Series(b)));
        let all = every_pair(&[0, 1, 2, 3, 4, 5, 6, 7]);
        all.into_iter().filter(|&pair| colors(pair).iter().any(|d| *d < NEAR)).collect()
    };
    assert_eq!(near(&Theme::light()), [(0, 7), (1, 3), (2, 4)]);
    assert_eq!(near(&Theme::dark()), [(0, 7), (2, 4)]);
}

#[test]
fn neighbouring_slots_differ_in_grey_in_light_colours() {
    let grey = |slot| lab(linear(Theme::light().rgb(Ink::Series(slot))))[0];
    for (a, b) in neighbours(&[0, 1, 2, 3, 4, 5, 6, 7]) {
        assert!((grey(a) - grey(b)).abs() > 9.0, "{a} {b}: {} {}", grey(a), grey(b));
    }
}
