//! Where the true number behind a published one can lie.

use super::{Figure, Observation, Qualifier};

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub low: Bound,
    pub high: Bound,
}

/// An end of an interval; an open one is not itself a possible value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bound {
    pub value: f64,
    pub open: bool,
}

impl Interval {
    /// `None` where no number was published.
    pub fn of(figure: &Figure) -> Option<Interval> {
        let Observation::Known { number, qualifier, .. } = figure.observation else { return None };
        let bound = |value: f64, open: bool| Bound { value, open };
        let (mut low, mut high) = (bound(number.value, false), bound(number.value, false));
        let (no_low, no_high) = (bound(f64::NEG_INFINITY, true), bound(f64::INFINITY, true));
        match qualifier {
            None => {}
            Some(Qualifier::Over) => (low.open, high) = (true, no_high),
            Some(Qualifier::AtLeast) => high = no_high,
            Some(Qualifier::Under | Qualifier::Nearly) => (low, high.open) = (no_low, true),
            Some(Qualifier::AtMost) => low = no_low,
            Some(Qualifier::About) => (low, high) = (no_low, no_high),
        }
        Some(Interval { low, high })
    }

    /// Seen from the other end of the number line.
    pub fn mirrored(self) -> Interval {
        let mirror = |bound: Bound| Bound { value: -bound.value, ..bound };
        Interval { low: mirror(self.high), high: mirror(self.low) }
    }

    pub fn is_surely_below(&self, other: &Interval) -> bool {
        self.high.value < other.low.value
            || (self.high.value == other.low.value && (self.high.open || other.low.open))
    }
}
