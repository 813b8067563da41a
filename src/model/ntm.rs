//! Reads `ntm`: levels of the New Rural programme as progress against their
//! own denominators; `areas` reads who meets which criteria.

use super::areas::Grid;
use super::figure::Range;
use super::read::{Object, Reader, Unknown};
use super::{Figure, Level, Ntm, Number, Periods, Progress, Qualifier};
use crate::error::{Counted, Problem};
use crate::input::Tree;

/// Levels whose names are built in.
pub const LEVELS: &[&str] =
    &["ntm", "ntmAdvanced", "ntmModel", "ntmModern", "urban", "districtNtm"];

const KEYS: &[&str] = &[
    "title", "note", "source", "measure", "period", "periods", "levels", "bins", "criteria",
    "areas",
];
const LEVEL_KEYS: &[&str] =
    &["id", "name", "unit", "count", "counts", "of", "share", "note", "source"];
const MAX_LEVELS: (usize, Counted) = (200, Counted::Entries);

impl Reader {
    pub(super) fn ntm(&mut self, tree: &Tree) -> Option<Ntm> {
        let object = self.object(tree, KEYS, Unknown::Notice)?;
        let parts: &'static [&'static str] = &["levels", "bins", "areas"];
        if parts.iter().all(|key| object.get(key).is_none()) {
            self.error(Problem::MissingOneOf { keys: parts });
        }
        let heading = self.heading(object);
        let (periods, over_time) = self.when(object);
        let count = periods.len();
        let mut levels = Vec::new();
        if object.get("levels").is_some() {
            levels = self.entries(object, "levels", MAX_LEVELS, |reader, tree| {
                reader.level(tree, over_time.then_some(count))
            });
            self.unique(object, "levels", "id");
        }
        let Grid { bins, sets, set, areas } = self.grid(object, &levels);
        Some(Ntm { heading, periods, levels, bins, sets, set, areas })
    }

    /// The periods of the section, and whether it tells of several.
    fn when(&mut self, object: Object<'_>) -> (Periods, bool) {
        if object.get("periods").is_some() {
            if object.get("period").is_some() {
                self.error(Problem::Conflict { one: "period", other: "periods" });
            }
            return (self.periods(object), true);
        }
        if object.get("period").is_none() {
            self.error(Problem::MissingOneOf { keys: &["period", "periods"] });
        }
        let single = self.optional(object, "period", |r, tree| Some(r.single_period(tree)));
        (single.unwrap_or_default(), false)
    }

    /// A level; `periods` is their number where the section is over time.
    fn level(&mut self, tree: &Tree, periods: Option<usize>) -> Option<Level> {
        let object = self.object(tree, LEVEL_KEYS, Unknown::Notice)?;
        let (id, name) = self.named(object, LEVELS)?;
        let unit = self.optional(object, "unit", Reader::text);
        if object.get("count").is_some() && object.get("counts").is_some() {
            self.error(Problem::Conflict { one: "count", other: "counts" });
        }
        let progress = match periods {
            Some(periods) => self.progress_over_time(object, periods),
            None => self.progress_once(object).into_iter().collect(),
        };
        Some(Level { id, name, unit, progress, annotation: self.annotation(object) })
    }

    fn progress_once(&mut self, object: Object<'_>) -> Option<Progress> {
        let count = self.figure_at(object, "count", Range::Count);
        if count.is_none() {
            self.missing("count");
        }
        let of = self.required(object, "of", Reader::denominator);
        let share = self.optional(object, "share", |r, tree| Some(r.figure(tree, Range::Percent)));
        let (count, of) = (count?, of?);
        self.at("count", |reader| reader.check_part("count", &count, of));
        Some(Progress { count, of, share })
    }

    fn progress_over_time(&mut self, object: Object<'_>, periods: usize) -> Vec<Progress> {
        let counts = self
            .required(object, "counts", |r, tree| Some(r.figures(tree, periods, Range::Count)))
            .unwrap_or_default();
        let ofs = self.required(object, "of", |r, tree| r.denominators(tree, periods));
        let shares = self
            .optional(object, "share", |r, tree| Some(r.figures(tree, periods, Range::Percent)))
            .unwrap_or_default();
        let ofs = ofs.unwrap_or_default();
        let mut shares = shares.into_iter();
        let mut progress = Vec::with_capacity(counts.len());
        for (index, (count, of)) in counts.into_iter().zip(ofs).enumerate() {
            self.at("counts", |r| r.at_index(index, |r| r.check_part("count", &count, of)));
            progress.push(Progress { count, of, share: shares.next() });
        }
        progress
    }

    /// One denominator for all periods, or one for each.
    fn denominators(&mut self, tree: &Tree, periods: usize) -> Option<Vec<Number>> {
        let Tree::List(items) = tree else {
            return self.denominator(tree).map(|of| vec![of; periods]);
        };
        if items.len() != periods {
            self.error(Problem::Length { found: items.len(), periods });
        }
        let mut numbers = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            numbers.extend(self.at_index(index, |reader| reader.denominator(item)));
        }
        Some(numbers)
    }

    /// The figure under `key` is a part of `of`.
    pub(super) fn check_part(&mut self, key: &'static str, count: &Figure, of: Number) {
        let Some(value) = count.value() else { return };
        if value > of.value {
            self.error(Problem::CountAboveOf { key, count: value, of: of.value });
        } else if value == of.value && count.qualifier() == Some(Qualifier::Over) {
            self.beyond("over", value);
        }
    }
}
