//! Labels of the points along a line: first, highest, lowest and what is
//! withheld always, the others where they fit.

use super::Area;
use super::lines::{Plot, Series, figure_label};
use super::marker;
use super::place::Obstacles;
use super::sheet::{Sheet, Style};
use crate::geom::{Point, Rect};
use crate::model::{Figure, Key, Missing};
use crate::scene::Align;

/// Capitals and figures reach so far above the baseline, commas below, in em.
const ASCENT: f64 = 0.8;
const DESCENT: f64 = 0.24;
/// With more periods than this, labels of points are a size smaller.
const LARGE_UP_TO: usize = 6;

pub(super) fn draw(
    sheet: &mut Sheet,
    plot: &Plot,
    series: &[Series],
    ends: &[Rect],
    taken: &mut Obstacles,
    area: Area,
) {
    for end in ends {
        taken.add(*end);
    }
    // Diacritics reach above the capitals that a place is made for.
    let top = area.top + sheet.px(3.0);
    let limits = Rect::new(area.left, top, area.width(), plot.baseline - top);
    let wanted = wanted_labels(plot, series);
    // What must be labelled chooses its place before what may be.
    let in_turn = [Need::Must, Need::Should, Need::May]
        .into_iter()
        .flat_map(|need| wanted.iter().filter(move |wanted| wanted.need == need));
    for &Wanted { series: one, period, need } in in_turn {
        let Some(figure) = one.figures.get(period) else { continue };
        let Some(text) = label_text(sheet, plot, figure) else { continue };
        let style = label_style(sheet, plot, figure, need);
        let key = Key { row: one.row, period };
        let point = match figure.value() {
            Some(value) => plot.point(period, value),
            // Where its sign was put, beside those of other series.
            None => match plot.target(&mut sheet.targets, key) {
                Some(target) => target.anchor,
                None => continue,
            },
        };
        let width = sheet.width(&text, style);
        let mut places = places_round(point, width, style, clearance(figure));
        places.retain(|place| {
            limits.holds(place)
                && is_own(taken, place, key, point, plot)
                && is_on_its_side(place, period, plot)
                && !taken.hits_box(place, need.room(), &marker::bounds(point))
        });
        let lines = |place: &Rect| taken.lines_through(place);
        let place = places.iter().min_by_key(|place| lines(place));
        // A label on a line can still be read.
        if let Some(place) = place.filter(|place| need == Need::Must || lines(place) == 0).copied()
        {
            write(sheet, plot, &text, place, style, &limits);
            taken.add(place);
            if let Some(target) = plot.target(&mut sheet.targets, key) {
                target.bounds = target.bounds.union(&place.grow(2.0));
            }
        }
    }
}

struct Wanted<'s, 'd> {
    series: &'s Series<'d>,
    period: usize,
    need: Need,
}

/// How badly a figure needs its label.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    /// First, highest, lowest, withheld.
    Must,
    /// On either side of a change of standard.
    Should,
    May,
}

impl Need {
    /// Free space round the label, in CSS pixels, but for its own marker.
    fn room(self) -> f64 {
        match self {
            Need::Must => 1.0,
            Need::Should => 2.0,
            Need::May => 8.0,
        }
    }
}

/// The labels of named series, but for the last figure, which the end has.
fn wanted_labels<'s, 'd>(plot: &Plot, series: &'s [Series<'d>]) -> Vec<Wanted<'s, 'd>> {
    let last = plot.xs.len().saturating_sub(1);
    let mut wanted = Vec::new();
    for one in series.iter().filter(|one| one.is_named) {
        let figures: Vec<&Figure> = one.figures.iter().collect();
        for (period, important) in super::by_importance(&figures) {
            let need = match (important, is_at_break(plot, period)) {
                (true, _) => Need::Must,
                (false, true) => Need::Should,
                (false, false) => Need::May,
            };
            if period != last {
                wanted.push(Wanted { series: one, period, need });
            }
        }
    }
    wanted
}

/// Whether a label at `place` stands nearer to its own point than to any
/// other: a label beside another's point would be read as that one's. Figures
/// that are equal stand at one point, and a label there is true of each.
fn is_own(taken: &Obstacles, place: &Rect, own: Key, point: Point, plot: &Plot) -> bool {
    let distance = place.distance(point);
    let is_few = plot.poverty.series.len() <= super::lines::MOST_NAMED;
    taken
        .points_in(place.grow(distance))
        .filter(|(key, _)| *key != own && (is_few || key.row == own.row))
        .all(|(_, other)| *other == point || place.distance(*other) > distance)
}

/// Whether a label stands on the same side of every change of standard as its point.
fn is_on_its_side(place: &Rect, period: usize, plot: &Plot) -> bool {
    let middle = place.center().x;
    plot.poverty.breaks.iter().all(|a_break| {
        let is_before = middle < plot.break_x(a_break);
        is_before == (period < a_break.before)
    })
}

/// The figures on both sides of a change of standard are not to be missed.
fn is_at_break(plot: &Plot, period: usize) -> bool {
    plot.poverty.breaks.iter().any(|b| b.before == period || b.before == period + 1)
}

/// A plain gap is said once for all; a reason is said where it stands.
fn label_text(sheet: &Sheet, plot: &Plot, figure: &Figure) -> Option<String> {
    match figure.missing() {
        Some(Missing::NoFigure) => None,
        _ => Some(figure_label(sheet, plot, figure)),
    }
}

fn label_style(sheet: &Sheet, plot: &Plot, figure: &Figure, need: Need) -> Style {
    if figure.value().is_none() {
        sheet.small()
    } else if need == Need::May {
        sheet.earlier_value()
    } else if plot.xs.len() <= LARGE_UP_TO {
        sheet.value()
    } else {
        sheet.latest_value()
    }
}

/// From the middle of a point to the label: a qualifier's sign is in between.
fn clearance(figure: &Figure) -> f64 {
    let sign = if figure.qualifier().is_some() { 9.0 } else { 0.0 };
    marker::SIZE / 2.0 + 4.0 + sign
}

/// Boxes round a point: above, below, right, left, then the corners.
fn places_round(point: Point, width: f64, style: Style, clear: f64) -> Vec<Rect> {
    let height = style.font.size * (ASCENT + DESCENT);
    let at = |x: f64, y: f64| Rect::new(x, y, width, height);
    let (x, y) = (point.x, point.y);
    let (centred, above, below) = (x - width / 2.0, y - clear - height, y + clear);
    let (right, left) = (x + clear + 2.0, x - clear - 2.0 - width);
    let level = y - height / 2.0;
    vec![
        at(centred, above),
        at(centred, below),
        at(right, level),
        at(left, level),
        at(x - 4.0, above),
        at(x + 4.0 - width, above),
        at(x - 4.0, below),
        at(x + 4.0 - width, below),
        at(right, above),
        at(left, above),
    ]
}

/// Writes the label on a plate of surface, so that no gridline crosses it.
fn write(sheet: &mut Sheet, plot: &Plot, text: &str, place: Rect, style: Style, limits: &Rect) {
    let left = (place.x - 3.0).max(limits.x);
    let right = (place.right() + 3.0).min(limits.right());
    plot.clear(sheet, Rect::new(left, place.y, right - left, place.height));
    let baseline = place.bottom() - style.font.size * DESCENT;
    sheet.write(text, Point::new(place.x, baseline), Align::Start, style);
}
