//! The section that a chart draws, with the language to write it in.

use super::name::{break_text, level_unit_text, name_text};
use super::targets::{change_unit, item_unit};
use crate::locale::{Locale, Word};
use crate::model::{Break, ChartKind, Dataset, Heading, Part, Periods, RowRef, Text};

#[derive(Clone, Copy)]
pub struct Section<'a> {
    pub dataset: &'a Dataset,
    pub kind: ChartKind,
    pub locale: &'a Locale,
    pub heading: &'a Heading,
    pub periods: &'a Periods,
}

impl<'a> Section<'a> {
    /// `None` where the document does not feed the chart.
    pub fn of(dataset: &'a Dataset, kind: ChartKind, locale: &'a Locale) -> Option<Section<'a>> {
        let (heading, periods) = (dataset.heading(kind)?, dataset.periods(kind)?);
        Some(Section { dataset, kind, locale, heading, periods })
    }

    pub fn text(&self, text: &'a Text) -> &'a str {
        text.get(self.locale.code())
    }

    pub fn period(&self, index: usize) -> &'a str {
        self.periods.labels.get(index).map_or("", |label| self.text(label))
    }

    pub fn name(&self, row: &RowRef<'a>) -> &'a str {
        name_text(self.kind, row.id, row.name, self.locale)
    }

    /// The unit of a figure of a row.
    pub fn unit(&self, row: &RowRef<'a>, part: Part) -> &'a str {
        match (part, row.level, row.item) {
            (Part::Contribution, ..) => self.locale.word(Word::Points),
            (Part::Share | Part::Achieved, ..) => "%",
            (Part::Change, _, Some(item)) => change_unit(item, self.locale),
            (_, Some(level), _) => level_unit_text(level, self.locale),
            (_, _, Some(item)) => item_unit(item, self.locale),
            _ => self.rate_unit(),
        }
    }

    /// The section's own unit; per cent where it gives none.
    pub fn rate_unit(&self) -> &'a str {
        self.heading.unit.as_ref().map_or("%", |unit| self.text(unit))
    }

    pub fn breaks(&self) -> &'a [Break] {
        self.dataset.breaks(self.kind)
    }

    pub fn break_name(&self, a_break: &'a Break) -> &'a str {
        break_text(a_break, self.locale)
    }
}
