//! Labels of the points along a line: first, highest, lowest and what is
//! withheld always, the others where they fit.

use super::lines::{Plot, Series, figure_label};
use super::marker;
use super::place::Obstacles;
use super::sheet::{Sheet, Style};
use super::Area;
use crate::geom::{Point, Rect};
use crate::model::{Figure, Missing};
use crate::scene::{Align, Label, Mark};
use crate::theme::Ink;

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
    let limits = Rect::new(area.left, area.top, area.width(), plot.baseline - area.top);
    let last = plot.xs.len().saturating_sub(1);
    let mut wanted: Vec<(&Series, usize, bool)> = Vec::new();
    for one in series.iter().filter(|one| one.is_named) {
        let figures: Vec<&Figure> = one.figures.iter().collect();
        wanted.extend(
            super::by_importance(&figures)
                .into_iter()
                .filter(|&(period, _)| period != last)
                .map(|(period, important)| (one, period, important)),
        );
    }
    // What must be labelled chooses its place before what may be.
    wanted.sort_by_key(|&(_, _, important)| !important);
    for (one, period, important) in wanted {
        let Some(figure) = one.figures.get(period) else { continue };
        let Some(text) = label_text(sheet, plot, figure) else { continue };
        let style = label_style(sheet, plot, figure, important);
        let point = point_of(sheet, one, period, plot, figure);
        let width = sheet.width(&text, style);
        let places = places_round(point, width, style, clearance(figure));
        let free = if important {
            taken.choose(&places, &limits)
        } else {
            taken.choose_free(places.get(..2).unwrap_or(&places), &limits)
        };
        if let Some(place) = free {
            write(sheet, &text, place, style, width);
            taken.add(place);
            widen_target(sheet, one.row, period, place);
        }
    }
}

/// A plain gap is said once for all; a reason is said where it stands.
fn label_text(sheet: &Sheet, plot: &Plot, figure: &Figure) -> Option<String> {
    match figure.missing() {
        Some(Missing::NoFigure) => None,
        _ => Some(figure_label(sheet, plot, figure)),
    }
}

fn label_style(sheet: &Sheet, plot: &Plot, figure: &Figure, important: bool) -> Style {
    if figure.value().is_none() {
        sheet.small()
    } else if !important {
        sheet.earlier_value()
    } else if plot.xs.len() <= LARGE_UP_TO {
        sheet.value()
    } else {
        sheet.latest_value()
    }
}

fn point_of(sheet: &Sheet, series: &Series, period: usize, plot: &Plot, figure: &Figure) -> Point {
    match figure.value() {
        Some(value) => plot.point(period, value),
        // Where its sign was put, beside those of other series.
        None => sheet
            .targets
            .iter()
            .find(|target| target.key.row == series.row && target.key.period == period)
            .map_or(Point::new(plot.x(period), plot.baseline), |target| target.anchor),
    }
}

/// From the middle of a point to the label: a qualifier's sign is in between.
fn clearance(figure: &Figure) -> f64 {
    let sign = if figure.qualifier().is_some() { 9.0 } else { 0.0 };
    marker::SIZE / 2.0 + 4.0 + sign
}

/// Boxes round a point: above, below, right, left, then the corners.
fn places_round(point: Point, width: f64, style: Style, clear: f64) -> Vec<Rect> {
    // Capitals and figures reach 0.74 em up, commas 0.2 em down.
    let (up, down) = (style.font.size * 0.8, style.font.size * 0.24);
    let height = up + down;
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
        at(centred, above - height),
        at(right, above),
        at(left, above),
        at(centred, above - 2.0 * height),
    ]
}

/// Writes the label on a plate of surface, so that no gridline crosses it.
fn write(sheet: &mut Sheet, text: &str, place: Rect, style: Style, width: f64) {
    sheet.fill(Rect::new(place.x - 3.0, place.y, width + 6.0, place.height), Ink::Surface);
    let baseline = place.bottom() - style.font.size * 0.24;
    sheet.marks.push(Mark::Label(Label {
        text: text.to_string(),
        at: Point::new(place.x, baseline),
        align: Align::Start,
        size: style.font.size,
        weight: style.font.weight,
        ink: style.ink,
        width,
    }));
}

fn widen_target(sheet: &mut Sheet, row: usize, period: usize, place: Rect) {
    let own = sheet.targets.iter_mut().find(|t| t.key.row == row && t.key.period == period);
    if let Some(target) = own {
        target.bounds = target.bounds.union(&place.grow(2.0));
    }
}
