//! Areas and their criteria: bins of areas, then a panel for each set, in which
//! each area is a row of cells.

mod bins;
mod cell;
mod names;
mod panel;
mod strip;

use super::Area;
use super::inks::SeriesInk;
use super::sheet::Sheet;
use crate::geom::Point;
use crate::model::State;
use crate::order::order;
use crate::scene::Align;
use crate::words::Criteria;
use panel::Columns;

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
    let columns = Columns::new(sheet, criteria, &panels, area);
    y = draw_key(sheet, criteria, area, y);
    for (index, (set, areas)) in panels.iter().enumerate() {
        if index > 0 {
            y += sheet.px(28.0);
        }
        if panels.len() > 1 || !ntm.bins.is_empty() {
            y = draw_heading(sheet, &criteria.panel_title(set, areas.len()), area, y);
        }
        y = panel::draw(sheet, criteria, &columns, (set, areas), highlight, y);
        y = names::draw(sheet, criteria, set, Area { top: y, ..area });
    }
    sort_targets(sheet);
    y
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
