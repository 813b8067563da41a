//! Reads the periods of a section and their places in time.

use super::read::{Object, Reader, Unknown, excerpt, parse_date};
use super::{Date, Periods, Text};
use crate::error::{Counted, Problem};
use crate::input::Tree;

const MAX_PERIODS: usize = 2_000;

struct Period {
    label: Text,
    middle: Option<f64>,
}

impl Reader {
    /// The periods of a section; at least one, each once, in order of time.
    pub(super) fn periods(&mut self, object: Object<'_>) -> Periods {
        let limit = (MAX_PERIODS, Counted::Periods);
        let periods = self.entries(object, "periods", limit, Reader::period);
        self.at("periods", |reader| reader.check_periods(&periods));
        Periods::new(periods)
    }

    /// A section of one period.
    pub(super) fn single_period(&mut self, tree: &Tree) -> Periods {
        Periods::new(self.period(tree).into_iter().collect())
    }

    /// `"2023"`, a text by language, or `{ "label": …, "at": … }`.
    fn period(&mut self, tree: &Tree) -> Option<Period> {
        if tree.get("label").is_none() && tree.get("at").is_none() {
            let label = self.text(tree)?;
            let middle = label.0.iter().find_map(|(_, text)| middle_of_year(text));
            return Some(Period { label, middle });
        }
        let object = self.object(tree, &["label", "at"], Unknown::Notice)?;
        let middle = self.optional(object, "at", |reader, tree| {
            let at = reader.string(tree)?;
            let middle = middle_of(&at);
            if middle.is_none() {
                reader.error(Problem::PeriodAt { found: excerpt(&at) });
            }
            middle
        });
        let label = self.required(object, "label", Reader::text)?;
        let middle = middle.or_else(|| label.0.iter().find_map(|(_, text)| middle_of_year(text)));
        Some(Period { label, middle })
    }

    fn check_periods(&mut self, periods: &[Period]) {
        let mut seen: Vec<&str> = Vec::with_capacity(periods.len());
        for (index, period) in periods.iter().enumerate() {
            let label = period.label.get("");
            match seen.binary_search(&label) {
                Ok(_) => self.at_index(index, |reader| {
                    reader.error(Problem::Duplicate { value: excerpt(label) });
                }),
                Err(place) => seen.insert(place, label),
            }
        }
        if periods.iter().any(|period| period.middle.is_none()) {
            return;
        }
        for (index, pair) in periods.windows(2).enumerate() {
            if let [earlier, later] = pair
                && earlier.middle >= later.middle
                && earlier.label != later.label
            {
                self.at_index(index + 1, |reader| {
                    reader.error(Problem::PeriodOrder {
                        earlier: excerpt(earlier.label.get("")),
                        later: excerpt(later.label.get("")),
                    });
                });
            }
        }
    }
}

impl Periods {
    fn new(periods: Vec<Period>) -> Periods {
        let middles = periods.iter().map(|period| period.middle).collect();
        Periods { labels: periods.into_iter().map(|period| period.label).collect(), middles }
    }

    pub fn len(&self) -> usize {
        self.labels.len()
    }

    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// The period that `label` names, in any language.
    pub(super) fn position(&self, label: &str) -> Option<usize> {
        self.labels.iter().position(|own| own.is(label))
    }
}

/// A label that is a year, and nothing else.
fn middle_of_year(label: &str) -> Option<f64> {
    parse_date(label).filter(|date| date.month == 0).map(|date| span(date).0 + 0.5)
}

/// The middle, in years, of a year, a month or an interval of either.
fn middle_of(at: &str) -> Option<f64> {
    let mut ends = at.split('/').map(|end| parse_date(end).filter(|date| date.day == 0));
    let first = ends.next()??;
    let last = match ends.next() {
        Some(last) => last?,
        None => first,
    };
    let (start, end) = (span(first).0, span(last).1);
    (ends.next().is_none() && start < end).then_some((start + end) / 2.0)
}

/// Start and end of a year or a month, in years.
fn span(date: Date) -> (f64, f64) {
    let year = f64::from(date.year);
    match date.month {
        0 => (year, year + 1.0),
        month => (year + f64::from(month - 1) / 12.0, year + f64::from(month) / 12.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_stands_at_its_middle() {
        assert_eq!(middle_of("2015"), Some(2015.5));
        assert_eq!(middle_of("2010/2011"), Some(2011.0));
        assert_eq!(middle_of("2024-01/2024-06"), Some(2024.25));
        let january = middle_of("2024-01").unwrap();
        assert!((january - 2024.0 - 1.0 / 24.0).abs() < 1e-9);
        for wrong in ["2011/2010", "2010/2011/2012", "2010-01-01", "x", "", "2010/"] {
            assert_eq!(middle_of(wrong), None, "{wrong}");
        }
    }
}
