//! What a chart says: to ears, as a table, as CSV, as tips, and as the
//! sentences of its errors. Made from the model alone, so that it is right
//! even where nothing can be drawn.
//!
//! Most sections are rows of figures by period; what is not has files of its
//! own, and here is where the ways part.

mod criteria;
mod csv;
mod extremes;
mod metadata;
mod problem;
mod summary;
mod table;
mod targets;
mod tip;

pub use metadata::metadata;
pub use problem::problem;
pub use table::{Cell, Table, TableRow};
pub use tip::Tip;

use crate::locale::Locale;
use crate::model::{ChartKind, Dataset, Key};
use crate::words::{Criteria, Section};
use core::ops::Range;

/// A few sentences; the highlighted row comes first.
pub fn summary(
    dataset: &Dataset,
    kind: ChartKind,
    highlight: Option<&str>,
    locale: &Locale,
) -> String {
    match (grid(dataset, kind, locale), items(dataset, kind, locale)) {
        (Some(criteria), _) => criteria::summary(&criteria, highlight),
        (_, Some(targets)) => targets::summary(&targets, highlight),
        _ => summary::summary(dataset, kind, highlight, locale),
    }
}

/// The figures of a chart's section in the order of the document; of thousands of rows,
/// those that are asked for.
pub fn table(dataset: &Dataset, kind: ChartKind, rows: Range<usize>, locale: &Locale) -> Table {
    match (grid(dataset, kind, locale), items(dataset, kind, locale)) {
        (Some(criteria), _) => criteria::table(&criteria, rows),
        (_, Some(targets)) => targets::table(&targets, rows),
        _ => table::table(dataset, kind, rows, locale),
    }
}

/// How many rows the table has.
pub fn row_count(dataset: &Dataset, kind: ChartKind) -> usize {
    match &dataset.ntm {
        Some(ntm) if kind == ChartKind::NtmCriteria => ntm.bins.len() + ntm.areas.len(),
        _ => dataset.rows(kind).count(),
    }
}

/// UTF-8 with a byte order mark, without which spreadsheets read Vietnamese as
/// another encoding. Only published figures: shares worked out for the table
/// are not among them.
pub fn csv(dataset: &Dataset, kind: ChartKind, locale: &Locale) -> String {
    match grid(dataset, kind, locale) {
        Some(criteria) => criteria::csv(&criteria),
        None => csv::csv(dataset, kind, locale),
    }
}

/// The tip of a figure; empty where there is no such figure.
pub fn tip(dataset: &Dataset, kind: ChartKind, key: Key, locale: &Locale) -> Tip {
    match grid(dataset, kind, locale) {
        Some(criteria) => criteria::tip(&criteria, key),
        None => tip::tip(dataset, kind, key, locale),
    }
}

fn grid<'a>(dataset: &'a Dataset, kind: ChartKind, locale: &'a Locale) -> Option<Criteria<'a>> {
    Criteria::of(dataset, locale).filter(|_| kind == ChartKind::NtmCriteria)
}

fn items<'a>(dataset: &'a Dataset, kind: ChartKind, locale: &'a Locale) -> Option<Section<'a>> {
    Section::of(dataset, kind, locale).filter(|_| kind == ChartKind::Targets)
}
