//! The sign of a verdict and its word.

use super::marker;
use super::sheet::Sheet;
use super::targets::Entry;
use crate::geom::{Point, Rect};
use crate::model::{Better, Outcome};
use crate::scene::{Align, Fill, Mark, Stroke};
use crate::theme::{Ink, Weight};
use crate::words;

/// The sign, across.
const SIGN: f64 = 12.0;
/// From the sign to its word.
const GAP: f64 = 6.0;

/// None where there is nothing to judge: no plan, or no figure and no word of
/// the publisher's.
fn word(sheet: &Sheet, entry: &Entry) -> Option<&'static str> {
    let planned = entry.item.planned()?;
    let outcome = planned.verdict();
    (outcome.is_some() || entry.missing.is_none()).then(|| words::outcome(outcome, sheet.locale))
}

/// Width of sign and word; 0 where there is no verdict.
pub(super) fn width(sheet: &Sheet, entry: &Entry) -> f64 {
    let style = sheet.verdict();
    word(sheet, entry).map_or(0.0, |word| sheet.px(SIGN + GAP) + sheet.width(word, style))
}

/// Draws the verdict of an entry from `left` on; its box.
pub(super) fn draw(sheet: &mut Sheet, entry: &Entry, left: Point) -> Option<Rect> {
    let (word, planned) = (word(sheet, entry)?, entry.item.planned()?);
    let mut style = sheet.verdict();
    let center = Point::new(left.x + sheet.px(SIGN / 2.0), left.y);
    match planned.verdict() {
        Some(Outcome::Met) => {
            disc(sheet, center, entry.ink.main);
            let r = sheet.px(SIGN / 2.0);
            let tick = [(-0.45, 0.05), (-0.1, 0.4), (0.5, -0.35)];
            let points = tick.map(|(x, y)| Point::new(center.x + x * r, center.y + y * r)).to_vec();
            sheet.marks.push(Mark::Line { points, stroke: Stroke::solid(Ink::Surface, 1.6) });
        }
        Some(Outcome::Exceeded) => {
            disc(sheet, center, entry.ink.main);
            let way = if planned.better == Better::Lower { 1.0 } else { -1.0 };
            let stroke = Stroke::solid(Ink::Surface, 1.6);
            marker::arrow(sheet, center, sheet.px(SIGN * 0.28), (0.0, way), stroke);
        }
        Some(Outcome::NotMet) => {
            let stroke = Some(Stroke::solid(entry.ink.main, 2.0));
            let radius = sheet.px(SIGN / 2.0) - 1.0;
            sheet.marks.push(Mark::Circle { center, radius, fill: None, stroke });
        }
        None => {
            style.font.weight = Weight::Regular;
            style.ink = Ink::Muted;
        }
    }
    let at = Point::new(left.x + sheet.px(SIGN + GAP), left.y);
    let label = sheet.write_centred(word, at, Align::Start, style);
    Some(label.union(&Rect::new(left.x, left.y, 0.0, 0.0)))
}

fn disc(sheet: &mut Sheet, center: Point, ink: Ink) {
    let radius = sheet.px(SIGN / 2.0);
    sheet.marks.push(Mark::Circle { center, radius, fill: Some(Fill::Solid(ink)), stroke: None });
}
