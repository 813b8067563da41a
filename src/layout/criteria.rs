//! Areas and their criteria: bins of areas, then a panel for each set, in which
//! each area is a row of cells, or, where they are many, only the highlighted one is.

mod bins;
mod cell;
mod crowd;
mod names;
mod panel;
mod strip;

use super::Area;
use super::inks::SeriesInk;
use super::sheet::Sheet;
use crate::geom::Point;
use crate::model::{Ntm, State};
use crate::order::order;
use crate::scene::Align;
use crate::words::Criteria;
use panel::Columns;

/// More areas of a set are not read one by one; the table has them all.
const MOST_ROWS: usize = 200;
/// What parts the row of one area from the bars of all.
const BELOW_ROW: f64 = 16.0;

pub(super) fn draw(
    sheet: &mut Sheet,
    criteria: &Criteria,
    highlight: Option<&str>,
    area: Area,
) -> f64 {
    let ntm = criteria.ntm;
    let panels = ntm.panels();
    let mut y = area.top;
    if !ntm.bins.is_empty() {
        if !panels.is_empty() {
            y = draw_heading(sheet, &criteria.bins_title(), area, y);
        }
        y = bins::draw(sheet, criteria, Area { top: y, ..area });
    }
    if panels.is_empty() {
        return y;
    }
    if !ntm.bins.is_empty() {
        y += sheet.px(24.0);
    }
    let highlight = highlight.filter(|code| ntm.areas.iter().any(|own| own.code == *code));
    let rows: Vec<_> = panels
        .iter()
        .map(|(set, areas)| (*set, rows_of(ntm, areas, highlight)))
        .filter(|(_, rows)| !rows.is_empty())
        .collect();
    let columns = Columns::new(sheet, criteria, &rows, area);
    if !rows.is_empty() {
        y = draw_key(sheet, criteria, area, y);
    }
    for (index, (set, areas)) in panels.iter().enumerate() {
        if index > 0 {
            y += sheet.px(28.0);
        }
        if panels.len() > 1 || !ntm.bins.is_empty() {
            y = draw_heading(sheet, &criteria.panel_title(set, areas.len()), area, y);
        }
        let rows = rows_of(ntm, areas, highlight);
        if !rows.is_empty() {
            y = panel::draw(sheet, criteria, &columns, (set, &rows), highlight, y);
        }
        let is_crowd = rows.len() < areas.len();
        if is_crowd && !rows.is_empty() {
            y += sheet.px(BELOW_ROW);
        }
        let below = Area { top: y, ..area };
        y = match ntm.sets.iter().position(|own| own == *set) {
            Some(set) if is_crowd => crowd::draw(sheet, criteria, set, below),
            _ => names::draw(sheet, criteria, set, below),
        };
    }
    sort_targets(sheet);
    y
}

/// The areas that have a row each: all, or of too many the highlighted one.
fn rows_of(ntm: &Ntm, areas: &[usize], highlight: Option<&str>) -> Vec<usize> {
    let is_chosen = |index: &&usize| {
        areas.len() <= MOST_ROWS
            || ntm.areas.get(**index).is_some_and(|area| Some(area.code.as_str()) == highlight)
    };
    areas.iter().filter(is_chosen).copied().collect()
}

/// Panels part what the document may mix; keys follow the document.
fn sort_targets(sheet: &mut Sheet) {
    let key = |index: usize| sheet.targets.get(index).map(|own| (own.key.row, own.key.period));
    let sorted = order(sheet.targets.len(), &|a, b| key(a).cmp(&key(b)));
    sheet.targets = sorted.iter().filter_map(|&index| sheet.targets.get(index)).cloned().collect();
}

fn draw_heading(sheet: &mut Sheet, text: &str, area: Area, top: f64) -> f64 {
    let style = sheet.heading();
    let lines = sheet.wrap(text, area.width(), 3, style);
    sheet.write_lines(&lines, (area.left, top), Align::Start, style) + sheet.px(8.0)
}

/// What the cells mean: met and not met always, the others where they occur.
fn draw_key(sheet: &mut Sheet, criteria: &Criteria, area: Area, top: f64) -> f64 {
    let occurs = |state| criteria.ntm.areas.iter().any(|own| own.states.contains(&state));
    let style = sheet.small();
    let (size, line) = (sheet.px(13.0), sheet.px(20.0));
    let (mut x, mut middle) = (area.left, top + line / 2.0);
    for state in [State::Met, State::NotMet, State::NotApplicable, State::NoFigure] {
        let is_always = matches!(state, State::Met | State::NotMet);
        if !is_always && !occurs(state) {
            continue;
        }
        let word = criteria.state(state);
        let width = size + sheet.px(6.0) + sheet.width(word, style);
        if x > area.left && x + width > area.right {
            (x, middle) = (area.left, middle + line);
        }
        cell::draw(sheet, state, Point::new(x + size / 2.0, middle), size, SeriesInk::MET.main);
        let at = Point::new(x + size + sheet.px(6.0), middle);
        let fitted = crate::text::fit(word, area.right - at.x, style.font, sheet.measure);
        sheet.write_centred(&fitted, at, Align::Start, style);
        x += width + sheet.px(20.0);
    }
    middle + line / 2.0 + sheet.px(10.0)
}
