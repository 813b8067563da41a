//! Reads `poverty`: rates by series and period, and breaks between standards.

use super::figure::Range;
use super::read::{Reader, Unknown, excerpt};
use super::row::MAX_SERIES;
use super::{Break, Heading, Periods, Poverty, Row};
use crate::error::{Counted, Problem};
use crate::input::Tree;

/// Series whose names are built in.
pub const SERIES: &[&str] = &["poor", "nearPoor"];

const KEYS: &[&str] =
    &["title", "note", "source", "measure", "unit", "periods", "series", "breaks"];
const SERIES_KEYS: &[&str] = &["id", "name", "values", "note", "source"];

/// Each has a line of its own above the plot.
const MAX_BREAKS: (usize, Counted) = (100, Counted::Entries);

impl Reader {
    pub(super) fn poverty(&mut self, tree: &Tree) -> Option<Poverty> {
        let object = self.object(tree, KEYS, Unknown::Notice)?;
        let heading = self.heading(object);
        let periods = self.periods(object);
        let (count, range) = (periods.len(), rate_range(&heading));
        let series =
            self.entries(object, "series", MAX_SERIES, |r, tree| r.series(tree, count, range));
        self.unique(object, "series", "id");
        let breaks = match object.get("breaks") {
            Some(Tree::List(items)) if items.is_empty() => Vec::new(),
            Some(_) => self.breaks(object, &periods),
            None => Vec::new(),
        };
        Some(Poverty { heading, periods, series, breaks })
    }

    fn series(&mut self, tree: &Tree, periods: usize, range: Range) -> Option<Row> {
        let object = self.object(tree, SERIES_KEYS, Unknown::Notice)?;
        let named = self.named(object, SERIES)?;
        Some(self.row(object, named, periods, range))
    }

    fn breaks(&mut self, object: super::read::Object<'_>, periods: &Periods) -> Vec<Break> {
        let mut breaks: Vec<Break> = Vec::new();
        for a_break in
            self.entries(object, "breaks", MAX_BREAKS, |r, tree| r.a_break(tree, periods))
        {
            let place = breaks.iter().take_while(|other| other.before <= a_break.before).count();
            breaks.insert(place, a_break);
        }
        self.at("breaks", |reader| {
            for pair in breaks.windows(2) {
                if let [one, other] = pair
                    && one.before == other.before
                    && let Some(label) = periods.labels.get(one.before)
                {
                    reader.error(Problem::Duplicate { value: excerpt(label.get("")) });
                }
            }
        });
        breaks
    }

    fn a_break(&mut self, tree: &Tree, periods: &Periods) -> Option<Break> {
        let object = self.object(tree, &["before", "note"], Unknown::Notice)?;
        let note = self.optional(object, "note", Reader::text);
        let before = self.required(object, "before", |reader, tree| {
            let label = reader.string(tree)?;
            let before = periods.position(&label).filter(|&index| index > 0);
            if before.is_none() && !periods.is_empty() {
                reader.error(Problem::BreakPeriod { found: excerpt(&label) });
            }
            before
        })?;
        Some(Break { before, note })
    }
}

/// A rate in per cent lies between 0 and 100; another unit is only not negative.
fn rate_range(heading: &Heading) -> Range {
    let is_percent = heading.unit.as_ref().is_none_or(|unit| unit.get("vi").trim() == "%");
    if is_percent { Range::Percent } else { Range::NotNegative }
}
