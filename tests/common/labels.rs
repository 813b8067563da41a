//! What a scene must hold at any width, whatever the data.

use district_charts::geom::{Point, Rect};
use district_charts::scene::{Label, Mark, Scene};
use district_charts::theme::Ink;

/// Labels that leave the frame or cover each other, a sentence each.
pub fn label_faults(scene: &Scene, case: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let labels: Vec<_> = scene
        .marks
        .iter()
        .filter_map(|mark| if let Mark::Label(label) = mark { Some(label) } else { None })
        .collect();
    for (index, label) in labels.iter().enumerate() {
        let ink = label.ink_box();
        let inside = ink.x >= -0.5
            && ink.right() <= scene.width + 0.5
            && ink.y >= -0.5
            && ink.bottom() <= scene.height + 0.5;
        if !inside {
            faults.push(format!("“{}” leaves the frame: {ink:?} in {case}", label.text));
        }
        for other in labels.iter().skip(index + 1) {
            // Capitals and figures, without the room for rare stacked marks.
            let (a, b) = (core_box(label), core_box(other));
            if a.overlaps(&b) {
                faults.push(format!("“{}” covers “{}” in {case}", label.text, other.text));
            }
        }
    }
    faults
}

/// Figures that a zero line or a target's rule runs through, a sentence each.
pub fn crossed_labels(scene: &Scene) -> Vec<String> {
    let mut faults = Vec::new();
    for mark in &scene.marks {
        let Mark::Line { points, stroke } = mark else { continue };
        let [from, to] = points.as_slice() else { continue };
        if stroke.ink != Ink::Text || from.x != to.x {
            continue;
        }
        // Its very ends may touch what is below a baseline.
        let (top, bottom) = (from.y.min(to.y) + 1.0, from.y.max(to.y) - 1.0);
        let rule = Rect::new(from.x - 0.4, top, 0.8, (bottom - top).max(0.0));
        for label in &scene.marks {
            let Mark::Label(label) = label else { continue };
            if core_box(label).overlaps(&rule) {
                faults.push(format!("a rule at {} runs through “{}”", from.x, label.text));
            }
        }
    }
    faults
}

/// Marks that are not finite or leave the frame.
pub fn mark_faults(scene: &Scene) -> Vec<String> {
    let frame = Rect::new(0.0, 0.0, scene.width, scene.height).grow(1.0);
    let inside = |p: &Point| p.x.is_finite() && p.y.is_finite() && frame.contains(*p);
    let corners = |r: &Rect| [Point::new(r.x, r.y), Point::new(r.right(), r.bottom())];
    let is_right = |mark: &Mark| match mark {
        Mark::Rect { rect, .. } => corners(rect).iter().all(inside),
        Mark::Polygon { points, .. } | Mark::Line { points, .. } => points.iter().all(inside),
        Mark::Circle { center, .. } => inside(center),
        Mark::Label(label) => inside(&label.at),
    };
    let wrong = scene.marks.iter().filter(|mark| !is_right(mark));
    wrong.map(|mark| format!("outside {frame:?}: {mark:?}")).collect()
}

fn core_box(label: &Label) -> Rect {
    let ink = label.ink_box();
    let top = label.at.y - 0.76 * label.size;
    Rect::new(ink.x, top, ink.width, label.size * 0.96)
}
