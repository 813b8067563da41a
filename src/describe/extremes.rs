//! Which figures are surely the highest, where “over 36” may be anything
//! above 36.

use crate::model::{Figure, Interval};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Highest,
    Lowest,
}

/// Indices of the figures that are surely at that end: one, or several equal
/// ones. Empty where that is not certain, or where all are equal. Missing
/// figures are passed over.
pub fn surely(end: End, figures: &[&Figure]) -> Vec<usize> {
    let mut winners: Vec<usize> = Vec::new();
    let mut best: Option<Interval> = None;
    for interval in figures.iter().filter_map(|figure| interval(figure, end)) {
        let is_further = best.is_none_or(|best| {
            let (new, old) = (interval.low, best.low);
            new.value > old.value || (new.value == old.value && new.open && !old.open)
        });
        if is_further {
            best = Some(interval);
        }
    }
    let Some(best) = best else { return winners };
    let mut beaten = 0;
    for (index, figure) in figures.iter().enumerate() {
        match interval(figure, end) {
            None => {}
            Some(interval) if interval == best => winners.push(index),
            Some(interval) if interval.is_surely_below(&best) => beaten += 1,
            Some(_) => return Vec::new(),
        }
    }
    if beaten == 0 || (winners.len() > 1 && best.low != best.high) {
        winners.clear();
    }
    winners
}

/// For the lowest everything is mirrored at zero.
fn interval(figure: &Figure, end: End) -> Option<Interval> {
    let interval = Interval::of(figure)?;
    Some(if end == End::Lowest { interval.mirrored() } else { interval })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Missing, Qualifier};
    use crate::words::sample::*;
    use proptest::prelude::*;

    const NONE: [usize; 0] = [];

    fn high(figures: &[Figure]) -> Vec<usize> {
        surely(End::Highest, &figures.iter().collect::<Vec<_>>())
    }

    fn low(figures: &[Figure]) -> Vec<usize> {
        surely(End::Lowest, &figures.iter().collect::<Vec<_>>())
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
        assert_eq!(high(&figures), [1, 3]);
        assert_eq!(low(&figures), [2]);
        assert_eq!(high(&[exact(3.0), exact(3.0)]), NONE);
    }

    #[test]
    fn an_open_figure_wins_only_where_it_is_certain() {
        assert_eq!(high(&[over(36.0), exact(20.0)]), [0]);
        assert_eq!(high(&[over(36.0), exact(36.0)]), [0]);
        assert_eq!(high(&[over(36.0), exact(40.0)]), NONE);
        assert_eq!(high(&[over(36.0), over(20.0)]), NONE);
        assert_eq!(high(&[over(36.0), over(36.0), exact(2.0)]), NONE);
        assert_eq!(high(&[exact(36.0), under(36.0)]), [0]);
        assert_eq!(high(&[qualified(36.0, Qualifier::AtLeast), exact(36.0)]), NONE);
        assert_eq!(low(&[over(36.0), exact(36.0)]), [1]);
        assert_eq!(low(&[under(2.0), exact(2.0)]), [0]);
        assert_eq!(low(&[under(2.0), exact(1.0)]), NONE);
    }

    #[test]
    fn about_is_never_certain() {
        let about = qualified(36.0, Qualifier::About);
        assert_eq!(high(&[about.clone(), exact(1.0)]), NONE);
        assert_eq!(low(&[about, exact(99.0)]), NONE);
    }

    #[test]
    fn missing_figures_are_passed_over() {
        let figures = [gap(Missing::NoFigure), exact(1.0), gap(Missing::Up), exact(2.0)];
        assert_eq!(high(&figures), [3]);
        assert_eq!(high(&[gap(Missing::NoFigure), exact(1.0)]), NONE);
        assert_eq!(high(&[]), NONE);
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
