//! Plans and results, by groups: bullets and progress in rows, key figures in
//! columns, or on a phone as a list.

use super::Area;
use super::bullets;
use super::inks::SeriesInk;
use super::key_figures;
use super::sheet::Sheet;
use crate::geom::Point;
use crate::locale::{Locale, Word};
use crate::model::{Figure, Item, Key, Missing, Outcome, Outturn, Planned, Targets};
use crate::scene::{Align, Stroke};
use crate::theme::Ink;
use crate::words;

/// Slots of the palette: reached, not reached, progress without a verdict.
const REACHED: u8 = 0;
const MISSED: u8 = 6;
const PROGRESS: u8 = 7;

/// An item and all that is written of it.
pub(super) struct Entry<'d> {
    pub key: Key,
    pub item: &'d Item,
    pub name: String,
    /// Smaller lines below the name.
    pub asides: Vec<String>,
    /// “trên 89%”, “94/126”, “trên 62”.
    pub value: String,
    /// What stands smaller beside the value: the result, or the unit.
    pub beside: String,
    /// Why there is no value.
    pub missing: Option<Missing>,
    pub ink: SeriesInk,
}

pub(super) fn draw(
    sheet: &mut Sheet,
    targets: &Targets,
    highlight: Option<&str>,
    area: Area,
) -> f64 {
    let highlight = highlight.filter(|&id| targets.items.iter().any(|item| item.id == id));
    let items = targets.items.iter().enumerate();
    let entries: Vec<Entry> =
        items.map(|(row, item)| Entry::new(row, item, highlight, sheet.locale)).collect();
    let grid = bullets::Grid::new(sheet, &entries, area);
    let mut y = area.top;
    let mut rest = entries.as_slice();
    let mut group = None;
    // The whole of the plan is named once, over the first bullet.
    let mut is_named = false;
    while let Some(first) = rest.first() {
        let is_run = |other: &&Entry| {
            other.item.group == first.item.group && other.is_key() == first.is_key()
        };
        let (run, after) = rest.split_at(rest.iter().take_while(is_run).count());
        let is_top = rest.len() == entries.len();
        let starts_group = group != first.item.group.as_ref();
        if !is_top {
            y += sheet.px(if starts_group { 20.0 } else { 10.0 });
        }
        let names_plan = !is_named && run.iter().any(|entry| entry.item.planned().is_some());
        is_named |= names_plan;
        let plan = names_plan.then(|| grid.plan());
        y = draw_head(sheet, starts_group.then_some(first), plan, area, y);
        y = if first.is_key() {
            key_figures::draw(sheet, run, area, y)
        } else {
            bullets::draw(sheet, &grid, run, y)
        };
        group = first.item.group.as_ref();
        rest = after;
    }
    y
}

/// The name of a group over its rule; at `plan` what the bullets' rule means.
fn draw_head(
    sheet: &mut Sheet,
    group: Option<&Entry>,
    plan: Option<f64>,
    area: Area,
    top: f64,
) -> f64 {
    let style = sheet.heading();
    let code = sheet.locale.code();
    let name = group.and_then(|first| first.item.group.as_ref()).map(|name| name.get(code));
    let lines = sheet.wrap(name.unwrap_or_default(), area.width(), 2, style);
    let mut y = sheet.write_lines(&lines, (area.left, top), Align::Start, style);
    if let Some(plan) = plan {
        let small = sheet.small();
        let hundred = words::with_unit(&sheet.locale.whole(100), "%");
        let text = sheet.locale.say(Word::ShareOfPlan, &[("share", &hundred)]);
        let half = sheet.width(&text, small) / 2.0;
        let x = plan.min(area.right - half).max(area.left + half);
        let name_right = area.left + sheet.widest(lines.iter().map(String::as_str), style);
        let beside_name = lines.len() == 1 && name_right + sheet.px(12.0) <= x - half;
        if !beside_name {
            y += small.line;
        }
        let middle = Point::new(x, y - small.line / 2.0);
        sheet.write_centred(&text, middle, Align::Middle, small);
    }
    if group.is_some() {
        y += sheet.px(4.0);
        sheet.horizontal(y, (area.left, area.right), Stroke::solid(Ink::Rule, 1.0));
    }
    if y > top { y + sheet.px(8.0) } else { y }
}

impl<'d> Entry<'d> {
    fn new(row: usize, item: &'d Item, highlight: Option<&str>, locale: &Locale) -> Entry<'d> {
        let unit = words::item_unit(item, locale);
        let share = item.planned().and_then(Planned::share);
        let mut entry = Entry {
            key: Key { row, period: 0 },
            item,
            name: item.name.get(locale.code()).to_string(),
            asides: words::item_asides(item, locale),
            value: String::new(),
            beside: String::new(),
            missing: None,
            ink: SeriesInk::of_slot(slot(item)).with_highlight(highlight, &item.id),
        };
        match (share, item.actual()) {
            // A rate is not to be taken for its share of the plan: it comes first.
            (Some(share), Some(rate)) if words::is_percent(unit) && rate.number().is_some() => {
                entry.value = written(rate, unit, locale);
                let share_text = words::share_of_plan(share, locale);
                entry.beside = super::with_status(share_text, share, locale);
            }
            (Some(share), actual) => {
                entry.missing = share.missing();
                entry.value = written(share, "%", locale);
                let actual = actual.filter(|f| f.missing() != Some(Missing::NoFigure));
                entry.beside = actual.map_or(String::new(), |f| written(f, unit, locale));
            }
            (None, Some(actual)) => {
                entry.missing = actual.missing();
                entry.value = match &item.result {
                    Outturn::Part(progress) => words::progress_count(progress, locale),
                    _ => words::value_short(actual, unit, locale),
                };
                if entry.missing.is_none() {
                    let unit = if entry.value.ends_with(unit) { "" } else { unit };
                    entry.beside = super::with_status(unit.to_string(), actual, locale);
                }
            }
            (None, None) => {}
        }
        entry
    }

    pub fn is_key(&self) -> bool {
        matches!(self.item.result, Outturn::Key(_))
    }
}

fn written(figure: &Figure, unit: &str, locale: &Locale) -> String {
    super::with_status(words::figure_bare(figure, unit, locale), figure, locale)
}

/// The colour says the verdict, as its word does.
fn slot(item: &Item) -> u8 {
    match item.planned().and_then(Planned::verdict) {
        Some(Outcome::Met | Outcome::Exceeded) => REACHED,
        Some(Outcome::NotMet) => MISSED,
        None => PROGRESS,
    }
}
