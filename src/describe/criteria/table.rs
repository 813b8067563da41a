//! A row for each bin and each area, a column for each criterion.

use super::super::table::{Cell, Table, TableRow, caption};
use crate::locale::Word;
use crate::model::{Bin, Date, Ntm, NtmArea, State};
use crate::words::Criteria;
use core::ops::Range;

/// What a column holds.
#[derive(Clone, Copy)]
enum Column {
    /// Areas in a bin.
    Count,
    Share,
    Met,
    Level,
    Since,
    /// Index of a set, and of its criterion.
    Criterion(usize, usize),
}

pub(in super::super) fn table(criteria: &Criteria, rows: Range<usize>) -> Table {
    let columns = columns(criteria);
    let has_several = criteria.ntm.panels().len() > 1;
    let Ntm { bins, areas, .. } = criteria.ntm;
    let of_bins = bins.iter().skip(rows.start).take(rows.len()).map(|bin| TableRow {
        header: criteria.bin_in_full(bin),
        cells: columns.iter().map(|column| column.of_bin(criteria, bin)).collect(),
    });
    let end = rows.end.saturating_sub(bins.len());
    let start = rows.start.saturating_sub(bins.len());
    let of_areas = areas.iter().skip(start).take(end.saturating_sub(start)).map(|area| TableRow {
        header: criteria.area_name(area),
        cells: columns.iter().map(|column| column.of_area(criteria, area)).collect(),
    });
    Table {
        caption: caption(&criteria.section),
        columns: columns.iter().map(|column| column.title(criteria, has_several)).collect(),
        rows: of_bins.chain(of_areas).collect(),
    }
}

/// Those of which any row has something to tell.
fn columns(criteria: &Criteria) -> Vec<Column> {
    let ntm = criteria.ntm;
    let mut columns = Vec::new();
    if !ntm.bins.is_empty() {
        columns.push(Column::Count);
        if ntm.bins.iter().any(|bin| criteria.bin_share(bin).is_some()) {
            columns.push(Column::Share);
        }
    }
    if !ntm.areas.is_empty() {
        columns.push(Column::Met);
    }
    if ntm.areas.iter().any(|area| area.level.is_some()) {
        columns.push(Column::Level);
    }
    if ntm.areas.iter().any(|area| area.since.is_some()) {
        columns.push(Column::Since);
    }
    for (index, set) in ntm.sets.iter().enumerate() {
        if ntm.areas.iter().any(|area| area.set == index && !area.states.is_empty()) {
            columns.extend((0..set.len()).map(|criterion| Column::Criterion(index, criterion)));
        }
    }
    columns
}

impl Column {
    /// Among the criteria of several sets, one says what has it: “1 Quy hoạch (xã)”.
    fn title(self, criteria: &Criteria, has_several: bool) -> String {
        let locale = criteria.locale;
        let word = match self {
            Column::Count => {
                return locale.say(Word::ColumnUnits, &[("units", criteria.bin_units())]);
            }
            Column::Criterion(set, index) => {
                let Some(set) = criteria.ntm.sets.get(set) else { return String::new() };
                let title = criteria.criterion(set, index);
                return if has_several {
                    [&title, " (", criteria.units(set), ")"].concat()
                } else {
                    title
                };
            }
            Column::Share => Word::LabelShare,
            Column::Met => Word::LabelMet,
            Column::Level => Word::LabelLevel,
            Column::Since => Word::LabelSince,
        };
        locale.word(word).to_string()
    }

    fn of_bin(self, criteria: &Criteria, bin: &Bin) -> Cell {
        match self {
            Column::Count => cell(criteria.bin_count(bin), bin.count.missing().is_some()),
            Column::Share => criteria.bin_share(bin).map_or_else(nothing, |text| cell(text, false)),
            _ => nothing(),
        }
    }

    fn of_area(self, criteria: &Criteria, area: &NtmArea) -> Cell {
        match self {
            Column::Count | Column::Share => nothing(),
            Column::Met => cell(criteria.met(area), area.progress.count.missing().is_some()),
            Column::Level => {
                let level = criteria.level(area);
                level.map_or_else(nothing, |level| cell(level.to_string(), false))
            }
            Column::Since => criteria.since_or_missing(area).map_or_else(nothing, |text| Cell {
                text,
                missing: area.since.is_none(),
                order: area.since.map(Date::order),
            }),
            // Of an area with a count it is not told which criteria it meets.
            Column::Criterion(set, _) if area.set != set || area.states.is_empty() => nothing(),
            Column::Criterion(_, index) => {
                let state = area.states.get(index).copied().unwrap_or(State::NoFigure);
                let is_missing = matches!(state, State::NoFigure | State::NotApplicable);
                cell(criteria.state(state).to_string(), is_missing)
            }
        }
    }
}

fn cell(text: String, missing: bool) -> Cell {
    Cell { text, missing, order: None }
}

/// Where a row has no such figure.
fn nothing() -> Cell {
    cell("–".to_string(), true)
}
