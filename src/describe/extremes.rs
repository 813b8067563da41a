//! Which figures are surely the highest, where “over 36” may be anything
//! above 36.

use crate::model::{Figure, Observation, Qualifier};

/// Where a published number can lie.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Interval {
    low: Bound,
    high: Bound,
}

/// An end of an interval; an open one is not itself a possible value.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Bound {
    value: f64,
    open: bool,
}

/// Indices of the figures that are surely the highest: one, or several equal
/// ones. `None` where that is not certain, or where all are equal. Missing
/// figures are passed over.
pub fn highest<'a>(figures: impl Iterator<Item = &'a Figure> + Clone) -> Option<Vec<usize>> {
    winners(figures.map(Interval::of))
}

/// The same for the lowest.
pub fn lowest<'a>(figures: impl Iterator<Item = &'a Figure> + Clone) -> Option<Vec<usize>> {
    winners(figures.map(|figure| Interval::of(figure).map(Interval::mirrored)))
}

fn winners(intervals: impl Iterator<Item = Option<Interval>> + Clone) -> Option<Vec<usize>> {
    let known = intervals.enumerate().filter_map(|(index, interval)| Some((index, interval?)));
    let best = known.clone().map(|(_, interval)| interval).reduce(|best, other| {
        let further = other.low.value > best.low.value
            || (other.low.value == best.low.value && other.low.open && !best.low.open);
        if further { other } else { best }
    })?;
    let mut winners = Vec::new();
    let mut beaten = 0;
    for (index, interval) in known {
        if interval == best {
            winners.push(index);
        } else if interval.is_surely_below(&best) {
            beaten += 1;
        } else {
            return None;
        }
    }
    let certain = winners.len() == 1 || best.is_exact();
    (certain && beaten > 0).then_some(winners)
}

impl Interval {
    fn of(figure: &Figure) -> Option<Interval> {
        let Observation::Known { number, qualifier, .. } = figure.observation else { return None };
        let closed = Bound { value: number.value, open: false };
        let open = Bound { value: number.value, open: true };
        let lowest = Bound { value: f64::NEG_INFINITY, open: true };
        let highest = Bound { value: f64::INFINITY, open: true };
        let (low, high) = match qualifier {
            None => (closed, closed),
            Some(Qualifier::Over) => (open, highest),
            Some(Qualifier::AtLeast) => (closed, highest),
            Some(Qualifier::Under | Qualifier::Nearly) => (lowest, open),
            Some(Qualifier::AtMost) => (lowest, closed),
            Some(Qualifier::About) => (lowest, highest),
        };
        Some(Interval { low, high })
    }

    fn mirrored(self) -> Interval {
        let mirror = |bound: Bound| Bound { value: -bound.value, ..bound };
        Interval { low: mirror(self.high), high: mirror(self.low) }
    }

    fn is_exact(&self) -> bool {
        self.low == self.high
    }

    fn is_surely_below(&self, other: &Interval) -> bool {
        self.high.value < other.low.value
            || (self.high.value == other.low.value && (self.high.open || other.low.open))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Missing;
    use crate::words::sample::*;
    use proptest::prelude::*;

    fn high(figures: &[Figure]) -> Option<Vec<usize>> {
        highest(figures.iter())
    }

    fn low(figures: &[Figure]) -> Option<Vec<usize>> {
        lowest(figures.iter())
    }

    fn over(value: f64) -> Figure {
        qualified(value, Qualifier::Over)
    }

    fn under(value: f64) -> Figure {
        qualified(value, Qualifier::Under)
    }

    #[test]
    fn exact_figures_are_ranked_with_their_ties() {
        let figures = [exact(1.0), exact(3.0), exact(-2.0), exact(3.0)];
        assert_eq!(high(&figures), Some(vec![1, 3]));
        assert_eq!(low(&figures), Some(vec![2]));
        assert_eq!(high(&[exact(3.0), exact(3.0)]), None);
    }

    #[test]
    fn an_open_figure_wins_only_where_it_is_certain() {
        assert_eq!(high(&[over(36.0), exact(20.0)]), Some(vec![0]));
        assert_eq!(high(&[over(36.0), exact(36.0)]), Some(vec![0]));
        assert_eq!(high(&[over(36.0), exact(40.0)]), None);
        assert_eq!(high(&[over(36.0), over(20.0)]), None);
        assert_eq!(high(&[over(36.0), over(36.0), exact(2.0)]), None);
        assert_eq!(high(&[exact(36.0), under(36.0)]), Some(vec![0]));
        assert_eq!(high(&[qualified(36.0, Qualifier::AtLeast), exact(36.0)]), None);
        assert_eq!(low(&[over(36.0), exact(36.0)]), Some(vec![1]));
        assert_eq!(low(&[under(2.0), exact(2.0)]), Some(vec![0]));
        assert_eq!(low(&[under(2.0), exact(1.0)]), None);
    }

    #[test]
    fn about_is_never_certain() {
        let about = qualified(36.0, Qualifier::About);
        assert_eq!(high(&[about.clone(), exact(1.0)]), None);
        assert_eq!(low(&[about, exact(99.0)]), None);
    }

    #[test]
    fn missing_figures_are_passed_over() {
        let figures = [gap(Missing::NoFigure), exact(1.0), gap(Missing::Up), exact(2.0)];
        assert_eq!(high(&figures), Some(vec![3]));
        assert_eq!(high(&[gap(Missing::NoFigure), exact(1.0)]), None);
        assert_eq!(high(&[]), None);
    }

    const QUALIFIERS: [Option<Qualifier>; 6] = [
        None,
        Some(Qualifier::Over),
        Some(Qualifier::Under),
        Some(Qualifier::AtLeast),
        Some(Qualifier::AtMost),
        Some(Qualifier::Nearly),
    ];

    /// A value that the figure allows, `by` away from the published one.
    fn possible(figure: &Figure, by: f64) -> f64 {
        let value = figure.value().unwrap();
        match figure.qualifier() {
            None | Some(Qualifier::About) => value,
            Some(Qualifier::Over) => value + by + 0.01,
            Some(Qualifier::AtLeast) => value + by,
            Some(Qualifier::AtMost) => value - by,
            Some(Qualifier::Under | Qualifier::Nearly) => value - by - 0.01,
        }
    }

    proptest! {
        #[test]
        fn what_is_called_highest_is_so_whatever_the_true_values(
            parts in prop::collection::vec((0u8..6, 0usize..6, 0.0..9.0f64), 1..7)
        ) {
            let figures: Vec<Figure> = parts
                .iter()
                .map(|(value, which, _)| match QUALIFIERS[*which] {
                    None => exact(f64::from(*value)),
                    Some(qualifier) => qualified(f64::from(*value), qualifier),
                })
                .collect();
            let true_values: Vec<f64> = figures
                .iter()
                .zip(&parts)
                .map(|(figure, (_, _, by))| possible(figure, *by))
                .collect();
            for (found, sign) in [(high(&figures), 1.0), (low(&figures), -1.0)] {
                let Some(found) = found else { continue };
                for (index, value) in true_values.iter().enumerate() {
                    for winner in &found {
                        let lead = sign * (true_values[*winner] - value);
                        let holds = if found.contains(&index) { lead == 0.0 } else { lead > 0.0 };
                        prop_assert!(holds);
                    }
                }
            }
        }
    }
}
