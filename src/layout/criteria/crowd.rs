//! More areas than anybody reads one by one: a bar for each number of criteria
//! that some meet, and one for each criterion, with how many areas meet it.

use super::super::Area;
use super::super::bar::{self, Place, Way};
use super::super::inks::SeriesInk;
use super::super::sheet::Sheet;
use super::bins::end_width;
use crate::geom::{Point, Rect};
use crate::model::{Key, Trait};
use crate::scene::{Align, Stroke};
use crate::theme::Ink;
use crate::words::{self, Criteria};

const THICKNESS: f64 = 14.0;
const GAP: f64 = 12.0;

/// `set` is its index among the sets; returns the bottom of the last bar.
pub(super) fn draw(sheet: &mut Sheet, criteria: &Criteria, set: usize, area: Area) -> f64 {
    let ntm = criteria.ntm;
    let tallies = ntm.tallies(set);
    let mut titles = Vec::with_capacity(tallies.len());
    let mut labels = Vec::with_capacity(tallies.len());
    for tally in &tallies {
        titles.push(criteria.tally_title(set, tally));
        labels.push(words::progress_count(&tally.progress, criteria.locale));
    }
    let (name, value) = (sheet.name(), sheet.latest_value());
    let names = sheet.widest(titles.iter().map(String::as_str), name).min(area.width() * 0.42);
    let beside = sheet.widest(labels.iter().map(String::as_str), value).min(area.width() * 0.34);
    let thickness = sheet.px(THICKNESS);
    let zero = area.left + names + sheet.px(GAP);
    let longest = tallies.iter().map(|tally| end_width(&tally.progress.count, thickness));
    let room = (area.right - zero - beside - longest.fold(0.0, f64::max)).max(0.0);
    let mut y = area.top;
    let mut is_by_count = true;
    for (index, ((tally, title), label)) in tallies.iter().zip(&titles).zip(&labels).enumerate() {
        if is_by_count && matches!(tally.of, Trait::Criterion(_)) {
            is_by_count = false;
            y += sheet.px(GAP);
        }
        let count = &tally.progress.count;
        let lines = sheet.wrap(title, names, 3, name);
        let height = (lines.len() as f64 * name.line).max(thickness);
        let middle = y + height / 2.0;
        sheet.write_lines(&lines, (area.left, y), Align::Start, name);
        let place = Place { origin: Point::new(zero, middle), thickness, way: Way::Right };
        let length = room * count.value().unwrap_or(0.0) / tally.progress.of.value;
        bar::draw(sheet, place, length, count, SeriesInk::MET, false);
        let at = Point::new(zero + length + end_width(count, thickness), middle);
        let label = crate::text::fit(label, area.right - at.x, value.font, sheet.measure);
        sheet.write_centred(&label, at, Align::Start, value);
        let key = Key { row: ntm.bins.len() + ntm.areas.len() + set, period: index + 1 };
        sheet.target(key, Rect::new(area.left, y, area.width(), height), Point::new(at.x, middle));
        y += height + sheet.px(2.0);
    }
    sheet.vertical(zero, (area.top, y), Stroke::solid(Ink::Text, 1.0));
    y
}
