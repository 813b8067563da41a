//! Whether a plan was reached, told only where that is certain.

use super::{
    Better, Bound, Figure, Interval, Missing, Number, Observation, Outcome, Planned, Qualifier,
    Status,
};

/// “About 95” and “nearly 95” may be so much off.
const LOOSE: f64 = 0.1;
/// A bar against a plan is cut here, in per cent, and its figure stands.
pub const LONGEST_BAR: f64 = 200.0;
/// Larger shares can no longer be written to the last digit.
const LARGEST_SHARE: f64 = 1e15;

impl Planned {
    /// The publisher's own word, else what the figures make certain.
    pub fn verdict(&self) -> Option<Outcome> {
        self.outcome.or_else(|| self.worked_out_verdict())
    }

    /// By the published share, which stands even where arithmetic differs;
    /// where that leaves it open, by result and plan.
    pub(super) fn worked_out_verdict(&self) -> Option<Outcome> {
        let by_share =
            self.achieved.as_ref().and_then(|share| judge(possible(share)?, 100.0, self.better));
        by_share.or_else(|| self.verdict_by_plan())
    }

    fn verdict_by_plan(&self) -> Option<Outcome> {
        let (actual, plan) = (possible(self.actual.as_ref()?)?, self.plan.as_ref()?);
        let limit = plan.value()?;
        match (self.better, plan.qualifier()) {
            (_, None) => judge(actual, limit, self.better),
            // What is asked for is the whole range: within it nothing is exceeded.
            (Better::Higher, Some(Qualifier::Over | Qualifier::AtLeast))
            | (Better::Lower, Some(Qualifier::Under | Qualifier::AtMost)) => {
                match judge(actual, limit, self.better)? {
                    Outcome::NotMet => Some(Outcome::NotMet),
                    Outcome::Exceeded => Some(Outcome::Met),
                    // The limit itself is not over, nor under.
                    Outcome::Met => {
                        let is_within = [Some(Qualifier::AtLeast), Some(Qualifier::AtMost)];
                        is_within.contains(&plan.qualifier()).then_some(Outcome::Met)
                    }
                }
            }
            _ => None,
        }
    }

    /// The share of the plan as published, else worked out.
    pub fn share(&self) -> Option<&Figure> {
        self.published_share().or(self.worked_out.as_ref())
    }

    /// A share of `null` is none.
    pub fn published_share(&self) -> Option<&Figure> {
        self.achieved.as_ref().filter(|share| share.missing() != Some(Missing::NoFigure))
    }

    /// Where a bar against the plan ends, in per cent, and the figure that says
    /// how exact that is: the share, else where result and plan were published.
    pub fn bar(&self) -> Option<(f64, &Figure)> {
        if let Some(share) = self.share() {
            return Some((share.value().unwrap_or(0.0), share));
        }
        let actual = self.actual.as_ref()?;
        match actual.value() {
            Some(value) => Some((percent(value, self.plan.as_ref()?.value()?)?, actual)),
            None => Some((0.0, actual)),
        }
    }

    /// Whether the published share is another one than result ÷ plan.
    pub fn share_differs(&self) -> bool {
        let exact = |share: &Option<Figure>| {
            share.as_ref().filter(|share| share.is_exact()).and_then(Figure::number)
        };
        let (Some(share), Some(own)) = (exact(&self.achieved), exact(&self.worked_out)) else {
            return false;
        };
        let unit = 10_f64.powi(share.decimals.into());
        (share.value * unit).round() != (own.value * unit).round()
    }
}

/// Result ÷ plan; as open as the result is, and rounded so that it stays true:
/// over 100.857 is also over 100.85, but not over 100.86.
pub(super) fn worked_out_share(actual: &Figure, plan: &Figure) -> Option<Figure> {
    let Observation::Known { number, qualifier, status } = actual.observation else {
        return None;
    };
    let plan = plan.value().filter(|_| plan.is_exact())?;
    let percent = percent(number.value, plan)?;
    let number = match qualifier {
        Some(Qualifier::Over | Qualifier::AtLeast) => {
            Number::new((percent * 100.0).floor() / 100.0)
        }
        Some(Qualifier::Under | Qualifier::AtMost | Qualifier::Nearly) => {
            Number::new((percent * 100.0).ceil() / 100.0)
        }
        None | Some(Qualifier::About) => Number::percent_of(number.value, plan),
    };
    // What may still change says so first.
    let status = status.filter(|_| actual.is_open()).or(Some(Status::Derived));
    Some(Figure { observation: Observation::Known { number, qualifier, status }, ..Figure::none() })
}

/// None of a plan of zero, and none that could not be written.
fn percent(actual: f64, plan: f64) -> Option<f64> {
    let percent = 100.0 * actual / plan;
    (plan > 0.0 && (0.0..=LARGEST_SHARE).contains(&percent)).then_some(percent)
}

/// Where the true number can lie. Nobody calls 85 “nearly 100”; but what is
/// called so may as well be reached as not.
fn possible(figure: &Figure) -> Option<Interval> {
    if !matches!(figure.qualifier(), Some(Qualifier::About | Qualifier::Nearly)) {
        return Interval::of(figure);
    }
    let value = figure.value()?;
    let loose = value.abs() * LOOSE;
    let bound = |value: f64| Bound { value, open: false };
    Some(Interval { low: bound(value - loose), high: bound(value + loose) })
}

fn judge(actual: Interval, limit: f64, better: Better) -> Option<Outcome> {
    let (actual, limit) = match better {
        Better::Higher => (actual, limit),
        Better::Lower => (actual.mirrored(), -limit),
    };
    let (low, high) = (actual.low, actual.high);
    if low.value > limit || (low.value == limit && low.open) {
        Some(Outcome::Exceeded)
    } else if low.value == limit {
        // “At least 100” may be more: that it was met holds in either case.
        Some(Outcome::Met)
    } else if high.value < limit || (high.value == limit && high.open) {
        Some(Outcome::NotMet)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn figure(value: f64, qualifier: Option<Qualifier>) -> Figure {
        let number = Number::new(value);
        Figure {
            observation: Observation::Known { number, qualifier, status: None },
            ..Figure::none()
        }
    }

    fn planned(actual: Option<Figure>, plan: Option<Figure>, better: Better) -> Planned {
        let both = actual.as_ref().zip(plan.as_ref());
        let worked_out = both.and_then(|(actual, plan)| worked_out_share(actual, plan));
        Planned { actual, plan, achieved: None, worked_out, outcome: None, better }
    }

    fn by_share(value: f64, qualifier: Option<Qualifier>, better: Better) -> Option<Outcome> {
        let achieved = Some(figure(value, qualifier));
        Planned { achieved, ..planned(None, None, better) }.verdict()
    }

    const MET: Option<Outcome> = Some(Outcome::Met);
    const NOT_MET: Option<Outcome> = Some(Outcome::NotMet);
    const EXCEEDED: Option<Outcome> = Some(Outcome::Exceeded);

    #[test]
    fn a_verdict_is_told_where_no_qualifier_can_turn_it() {
        use Qualifier::{About, AtLeast, AtMost, Nearly, Over, Under};
        for (value, qualifier, higher, lower) in [
            (99.99, None, NOT_MET, EXCEEDED),
            (100.0, None, MET, MET),
            (100.01, None, EXCEEDED, NOT_MET),
            (101.0, Some(Over), EXCEEDED, NOT_MET),
            (100.0, Some(Over), EXCEEDED, NOT_MET),
            (89.0, Some(Over), None, None),
            (89.0, Some(Under), NOT_MET, EXCEEDED),
            (100.0, Some(Under), NOT_MET, EXCEEDED),
            (101.0, Some(Under), None, None),
            (100.0, Some(AtLeast), MET, None),
            (101.0, Some(AtLeast), EXCEEDED, NOT_MET),
            (99.0, Some(AtLeast), None, None),
            (100.0, Some(AtMost), None, MET),
            (99.0, Some(AtMost), NOT_MET, EXCEEDED),
            (95.0, Some(About), None, None),
            (50.0, Some(About), NOT_MET, EXCEEDED),
            (150.0, Some(About), EXCEEDED, NOT_MET),
            (100.0, Some(Nearly), None, None),
            (105.0, Some(Nearly), None, None),
            (90.0, Some(Nearly), NOT_MET, EXCEEDED),
        ] {
            assert_eq!(by_share(value, qualifier, Better::Higher), higher, "{qualifier:?} {value}");
            assert_eq!(by_share(value, qualifier, Better::Lower), lower, "{qualifier:?} {value}");
        }
    }

    #[test]
    fn the_publisher_s_word_comes_first_then_the_published_share() {
        let result = planned(Some(figure(95.0, None)), Some(figure(100.0, None)), Better::Higher);
        assert_eq!(result.verdict(), NOT_MET);
        let rounded = Planned { achieved: Some(figure(100.0, None)), ..result.clone() };
        assert_eq!(rounded.verdict(), MET);
        assert!(rounded.share_differs());
        let open = Some(figure(89.0, Some(Qualifier::Over)));
        assert_eq!(Planned { achieved: open, ..result.clone() }.verdict(), NOT_MET);
        assert_eq!(Planned { outcome: EXCEEDED, ..rounded }.verdict(), EXCEEDED);
        assert_eq!(Planned { plan: None, ..result }.verdict(), None);
    }

    #[test]
    fn a_plan_that_is_a_range_is_met_and_not_exceeded() {
        use Qualifier::{About, AtLeast, AtMost, Over};
        for (actual, plan, qualifier, better, verdict) in [
            (63.0, 62.0, AtLeast, Better::Higher, MET),
            (62.0, 62.0, AtLeast, Better::Higher, MET),
            (61.0, 62.0, AtLeast, Better::Higher, NOT_MET),
            (62.0, 62.0, Over, Better::Higher, None),
            (2.5, 3.0, AtMost, Better::Lower, MET),
            (3.5, 3.0, AtMost, Better::Lower, NOT_MET),
            (2.5, 3.0, AtMost, Better::Higher, None),
            (63.0, 62.0, About, Better::Higher, None),
        ] {
            let result =
                planned(Some(figure(actual, None)), Some(figure(plan, Some(qualifier))), better);
            assert_eq!(result.verdict(), verdict, "{actual} of {qualifier:?} {plan}");
            assert_eq!(result.share(), None);
        }
    }

    #[test]
    fn a_plan_of_zero_is_judged_but_has_no_share() {
        for (actual, verdict) in [(0.0, MET), (2.0, NOT_MET)] {
            let result =
                planned(Some(figure(actual, None)), Some(figure(0.0, None)), Better::Lower);
            assert_eq!(result.verdict(), verdict);
            assert_eq!((result.share(), result.bar()), (None, None));
        }
        let loss = planned(Some(figure(-5.0, None)), Some(figure(10.0, None)), Better::Higher);
        assert_eq!((loss.verdict(), loss.share()), (NOT_MET, None));
    }

    #[test]
    fn a_share_is_worked_out_as_open_and_as_rounded_as_it_may_be() {
        use Qualifier::{Over, Under};
        for (actual, qualifier, plan, value, decimals) in [
            (3443.0, None, 3868.0, 89.01, 2),
            (15.0, None, 15.0, 100.0, 0),
            (99_999.0, None, 100_000.0, 99.999, 3),
            (14_120.0, Some(Over), 14_000.0, 100.85, 2),
            (14_120.0, Some(Under), 14_000.0, 100.86, 2),
        ] {
            let actual = Some(figure(actual, qualifier));
            let result = planned(actual, Some(figure(plan, None)), Better::Higher);
            let share = result.share().unwrap();
            let number = share.number().unwrap();
            assert_eq!((share.qualifier(), number.decimals), (qualifier, decimals));
            assert!((number.value - value).abs() < 0.006, "{number:?}");
            assert_eq!(share.status(), Some(Status::Derived));
        }
        let enormous = planned(Some(figure(1e15, None)), Some(figure(1e-6, None)), Better::Higher);
        assert_eq!((enormous.share(), enormous.bar()), (None, None));
        assert_eq!(enormous.verdict(), EXCEEDED);
    }

    #[test]
    fn a_published_share_of_null_is_none() {
        let gap = |missing| Figure { observation: Observation::Missing(missing), ..Figure::none() };
        let result = planned(Some(figure(9.0, None)), Some(figure(10.0, None)), Better::Higher);
        let unknown = Planned { achieved: Some(gap(Missing::NoFigure)), ..result.clone() };
        assert_eq!(unknown.share().and_then(|share| share.value()), Some(90.0));
        let suppressed = Planned { achieved: Some(gap(Missing::Suppressed)), ..result };
        assert_eq!(suppressed.share(), Some(&gap(Missing::Suppressed)));
    }

    proptest! {
        /// Whatever the true number behind “over”, “under” and the like is.
        #[test]
        fn a_verdict_holds_for_every_number_behind_it(
            value in 80u8..120,
            which in 0usize..4,
            off in 0.01..200.0f64,
            lower: bool,
        ) {
            use Qualifier::{AtLeast, AtMost, Over, Under};
            let value = f64::from(value);
            let qualifier = [Over, Under, AtLeast, AtMost][which];
            let better = if lower { Better::Lower } else { Better::Higher };
            let told = by_share(value, Some(qualifier), better);
            let sign = if matches!(qualifier, Over | AtLeast) { 1.0 } else { -1.0 };
            let truth = by_share(value + sign * off, None, better);
            match told {
                None => {}
                Some(Outcome::Met) => prop_assert!(truth != NOT_MET),
                told => prop_assert_eq!(told, truth),
            }
        }
    }
}
