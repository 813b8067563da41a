//! Units of a sixteenth of a device pixel, and what falls on whole pixels, so
//! that edges and hairlines are sharp at any ratio.

use plotters_backend::BackendCoord;

/// Units in one device pixel.
pub const PIXEL: i32 = 16;

/// Bars at least so many device pixels thick keep their edges; thinner ones
/// keep their thickness, so that all hairlines of a picture are alike.
const THICK: i32 = 4;

/// What browsers hold: device pixels a side, and in all.
const MAX_SIDE: f64 = 16_384.0;
const MAX_AREA: f64 = 268_435_456.0;

const RATIOS: (f64, f64) = (0.5, 8.0);

/// The nearest edge between device pixels.
pub fn whole(units: i32) -> i32 {
    (units + PIXEL / 2).div_euclid(PIXEL) * PIXEL
}

/// At least one device pixel, and the thinner one where two are as near: a
/// hairline of 1.5 stays a hairline.
pub fn whole_width(units: i32) -> i32 {
    whole(units - 1).max(PIXEL)
}

/// The start and end of a bar; one without length stays without.
pub fn whole_span(from: i32, to: i32) -> (i32, i32) {
    let length = to - from;
    if length == 0 || length >= THICK * PIXEL {
        return (whole(from), whole(to));
    }
    let width = whole_width(length);
    let start = whole(from + (length - width) / 2);
    (start, start + width)
}

/// Where a stroke of a whole width covers whole pixels.
pub fn center_line(units: i32, width: i32) -> i32 {
    whole(units - width / 2) + width / 2
}

/// Device pixels in a CSS pixel: as many as asked for, or fewer where a canvas of
/// this size in CSS pixels would be larger than browsers can hold.
pub fn fitting_ratio(width: f64, height: f64, asked: f64) -> f64 {
    let asked = if asked.is_finite() { asked.clamp(RATIOS.0, RATIOS.1) } else { 1.0 };
    let by_side = MAX_SIDE / width.max(height);
    let by_area = (MAX_AREA / (width * height)).sqrt();
    asked.min(by_side).min(by_area)
}

/// Puts level and upright sides on the edges between pixels.
pub fn align_sides(path: &mut [BackendCoord]) {
    let original = path.to_vec();
    for (index, &to) in original.iter().enumerate() {
        let before = (index + original.len() - 1) % original.len();
        let from = original[before];
        if from.0 == to.0 {
            path[before].0 = whole(from.0);
            path[index].0 = whole(to.0);
        }
        if from.1 == to.1 {
            path[before].1 = whole(from.1);
            path[index].1 = whole(to.1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Thickness of a hairline of one CSS pixel at every place, in pixels.
    fn hairlines(ratio: f64) -> Vec<i32> {
        let width = (ratio * f64::from(PIXEL)) as i32;
        let spans = (0..200).map(|place| whole_span(place, place + width));
        let widths = spans.map(|(from, to)| {
            assert_eq!((from % PIXEL, to % PIXEL), (0, 0));
            (to - from) / PIXEL
        });
        let mut widths: Vec<i32> = widths.collect();
        widths.dedup();
        widths
    }

    #[test]
    fn hairlines_are_alike_wherever_they_stand() {
        for (ratio, width) in [(0.5, 1), (1.0, 1), (1.25, 1), (1.5, 1), (2.0, 2), (3.0, 3)] {
            assert_eq!(hairlines(ratio), [width], "at a ratio of {ratio}");
        }
    }

    #[test]
    fn a_canvas_is_never_larger_than_browsers_hold() {
        for width in [0.001, 280.0, 20_000.0] {
            for height in [1.0, 700.0, 3e6] {
                for asked in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1.25, 1e308] {
                    let ratio = fitting_ratio(width, height, asked);
                    let (w, h) = (width * ratio, height * ratio);
                    assert!(ratio > 0.0 && w.max(h) <= 16_384.5 && w * h <= 268_435_457.0);
                }
            }
        }
        assert_eq!(fitting_ratio(720.0, 400.0, 1.25), 1.25);
    }

    #[test]
    fn bars_that_meet_still_meet() {
        for seam in 0..64 {
            assert_eq!(whole_span(-100, seam).1, whole_span(seam, 200).0);
        }
    }

    #[test]
    fn a_bar_without_length_is_not_drawn() {
        assert_eq!(whole_span(7, 7), (0, 0));
        assert_eq!(whole_span(7, 8), (0, 16));
    }

    #[test]
    fn an_odd_stroke_runs_through_the_middle_of_a_pixel() {
        assert_eq!(center_line(33, PIXEL), 40);
        assert_eq!(center_line(33, 2 * PIXEL), 32);
    }

    #[test]
    fn only_level_and_upright_sides_are_aligned() {
        let mut pointed = [(3, 3), (103, 3), (121, 53), (103, 103), (3, 103)];
        align_sides(&mut pointed);
        assert_eq!(pointed, [(0, 0), (103, 0), (121, 53), (103, 96), (0, 96)]);
    }
}
