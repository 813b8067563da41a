//! What a scene must hold at any width, whatever the data.

use district_charts::geom::Rect;
use district_charts::scene::{Label, Mark, Scene};

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

fn core_box(label: &Label) -> Rect {
    let ink = label.ink_box();
    let top = label.at.y - 0.76 * label.size;
    Rect::new(ink.x, top, ink.width, label.size * 0.96)
}
