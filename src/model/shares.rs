//! Reads `structure` and `livingStandards`: the parts of a whole of 100%, and
//! works out what they leave of it.

use super::figure::Range;
use super::read::{Object, Reader, Unknown, excerpt};
use super::row::MAX_SERIES;
use super::{
    Annotation, Figure, Heading, Missing, Number, Observation, Periods, Qualifier, Row, SECTORS,
    Shares, Status,
};
use crate::error::Problem;
use crate::input::Tree;

/// Groups of households whose names are built in.
pub const GROUPS: &[&str] = &["poor", "nearPoor", "average", "fair", "rich"];

const STRUCTURE_KEYS: &[&str] =
    &["title", "note", "source", "measure", "unit", "periods", "sectors"];
const SECTOR_KEYS: &[&str] = &["id", "name", "values", "note", "source"];
const LIVING_KEYS: &[&str] = &["title", "note", "source", "measure", "unit", "period", "groups"];
const GROUP_KEYS: &[&str] = &["id", "name", "share", "note", "source"];

/// Parts are added up in millionths, so that 2.33 + 2.8 is 5.13.
const MILLION: f64 = 1e6;
const WHOLE: i64 = 100_000_000;
/// As far as this from the whole, a sum of rounded parts is the whole.
const ROUNDING: i64 = 500_000;

impl Reader {
    pub(super) fn structure(&mut self, tree: &Tree) -> Option<Shares> {
        let object = self.object(tree, STRUCTURE_KEYS, Unknown::Notice)?;
        let heading = self.heading_in_percent(object);
        let periods = self.periods(object);
        let count = periods.len();
        let mut parts =
            self.entries(object, "sectors", MAX_SERIES, |r, tree| r.share_of_output(tree, count));
        self.unique(object, "sectors", "id");
        // Yearbooks print the whole above or below its parts.
        let total = parts.iter().position(|row| row.id == "total").map(|at| parts.remove(at));
        if total.is_some() && parts.is_empty() {
            self.at("sectors", |reader| reader.error(Problem::EmptyList));
        }
        let shares = Shares::new(heading, periods, parts, total);
        self.at("sectors", |reader| reader.check_sums(&shares));
        Some(shares)
    }

    fn share_of_output(&mut self, tree: &Tree, periods: usize) -> Option<Row> {
        let object = self.object(tree, SECTOR_KEYS, Unknown::Notice)?;
        let named = self.named(object, SECTORS)?;
        let range = match named.0.as_str() {
            "total" => Range::Whole,
            // More may be given in subsidies than is taken in taxes.
            "taxes" => Range::SignedPercent,
            _ => Range::Percent,
        };
        Some(self.row(object, named, periods, range))
    }

    pub(super) fn living_standards(&mut self, tree: &Tree) -> Option<Shares> {
        let object = self.object(tree, LIVING_KEYS, Unknown::Notice)?;
        let heading = self.heading_in_percent(object);
        let periods = self.required(object, "period", |r, tree| Some(r.single_period(tree)));
        let parts = self.entries(object, "groups", MAX_SERIES, Reader::group);
        self.unique(object, "groups", "id");
        let shares = Shares::new(heading, periods.unwrap_or_default(), parts, None);
        self.at("groups", |reader| reader.check_sums(&shares));
        Some(shares)
    }

    fn group(&mut self, tree: &Tree) -> Option<Row> {
        let object = self.object(tree, GROUP_KEYS, Unknown::Notice)?;
        let (id, name) = self.named(object, GROUPS)?;
        let share = match object.raw("share") {
            Some(tree) => self.at("share", |reader| reader.figure(tree, Range::Percent)),
            None => {
                self.missing("share");
                Figure::none()
            }
        };
        Some(Row { id, name, values: vec![share], annotation: self.annotation(object) })
    }

    /// Parts of a whole have no other unit than per cent.
    fn heading_in_percent(&mut self, object: Object<'_>) -> Heading {
        let heading = self.heading(object);
        let other = heading.unit.iter().flat_map(|unit| &unit.0).find(|(_, u)| !u.starts_with('%'));
        if let Some((_, unit)) = other {
            let problem = Problem::UnknownValue { found: excerpt(unit), allowed: &["%"] };
            self.at("unit", |reader| reader.error(problem));
        }
        heading
    }

    fn check_sums(&mut self, shares: &Shares) {
        for (period, label) in shares.periods.labels.iter().enumerate() {
            if let Some(sum) = shares.sum(period).filter(|sum| is_above_whole(sum.value)) {
                let period = excerpt(label.get(""));
                self.error(Problem::SumAboveWhole { sum: sum.value, period });
            }
        }
    }
}

impl Shares {
    pub(crate) fn new(
        heading: Heading,
        periods: Periods,
        parts: Vec<Row>,
        total: Option<Row>,
    ) -> Shares {
        let mut shares = Shares { heading, periods, parts, total, remainder: None };
        let values: Vec<Figure> =
            (0..shares.periods.len()).map(|period| shares.rest(period)).collect();
        if values.iter().any(|figure| figure.missing() != Some(Missing::NotApplicable)) {
            let annotation = Annotation::default();
            let row = Row { id: "remainder".to_string(), name: None, values, annotation };
            shares.remainder = Some(row);
        }
        shares
    }

    /// What was published of the parts in a period.
    fn published(&self, period: usize) -> impl Iterator<Item = &Figure> {
        self.parts.iter().filter_map(move |row| row.values.get(period))
    }

    /// What the known parts add up to, with the decimals of the finest; `None`
    /// where no part is known.
    pub fn sum(&self, period: usize) -> Option<Number> {
        let mut sum: Option<(i64, u8)> = None;
        for number in self.published(period).filter_map(Figure::number) {
            let (value, decimals) = sum.unwrap_or_default();
            sum = Some((value + millionths(number.value), decimals.max(number.decimals)));
        }
        sum.map(|(value, decimals)| Number { value: value as f64 / MILLION, decimals })
    }

    /// Whether the parts add up to the whole only as rounded numbers do.
    pub fn is_rounded(&self, period: usize) -> bool {
        let sum = self.sum(period).map_or(WHOLE, |sum| millionths(sum.value));
        sum != WHOLE && (sum - WHOLE).abs() <= ROUNDING
    }

    /// Whether what the parts leave holds parts of which no figure was published.
    pub fn holds_missing(&self, period: usize) -> bool {
        let mut reasons = self.published(period).filter_map(Figure::missing);
        reasons.any(|reason| reason != Missing::NotApplicable)
    }

    /// What the parts leave of the whole: not applicable where they leave nothing, or
    /// where none of them is known; no figure where it may be more or less.
    fn rest(&self, period: usize) -> Figure {
        let rest = self.sum(period).map(|sum| (WHOLE - millionths(sum.value), sum.decimals));
        let observation = match (rest, self.qualifier_of_rest(period)) {
            (Some((rest, decimals)), Some(qualifier)) if rest > ROUNDING => {
                let number = Number { value: rest as f64 / MILLION, decimals };
                Observation::Known { number, qualifier, status: Some(Status::Derived) }
            }
            (Some((rest, _)), None) if rest > ROUNDING => Observation::Missing(Missing::NoFigure),
            _ => Observation::Missing(Missing::NotApplicable),
        };
        Figure { observation, ..Figure::none() }
    }

    /// Parts that may be larger leave at most so much, parts that may be smaller at
    /// least so much, and “about” about so much. Of several kinds nothing follows.
    fn qualifier_of_rest(&self, period: usize) -> Option<Option<Qualifier>> {
        let mut of_rest = None;
        for qualifier in self.published(period).filter_map(Figure::qualifier) {
            let own = match qualifier {
                Qualifier::Over | Qualifier::AtLeast => Qualifier::AtMost,
                Qualifier::Under | Qualifier::AtMost | Qualifier::Nearly => Qualifier::AtLeast,
                Qualifier::About => Qualifier::About,
            };
            if of_rest.is_some_and(|other| other != own) {
                return None;
            }
            of_rest = Some(own);
        }
        Some(of_rest)
    }
}

fn millionths(value: f64) -> i64 {
    (value * MILLION).round() as i64
}

fn is_above_whole(sum: f64) -> bool {
    millionths(sum) > WHOLE + ROUNDING
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::sample::*;
    use proptest::prelude::*;

    fn shares(values: Vec<Figure>) -> Shares {
        let row = |(index, figure)| row(&format!("x{index}"), vec![figure]);
        let parts = values.into_iter().enumerate().map(row).collect();
        Shares::new(heading(), periods(&["2023"]), parts, None)
    }

    /// Number, decimals and qualifier of what the parts leave.
    fn rest(values: Vec<Figure>) -> Option<(f64, u8, Option<Qualifier>)> {
        let remainder = shares(values).remainder?;
        let figure = remainder.values.first()?;
        assert_eq!(figure.status(), Some(Status::Derived));
        figure.number().map(|number| (number.value, number.decimals, figure.qualifier()))
    }

    fn of(value: f64, qualifier: Qualifier) -> Figure {
        qualified(value, qualifier)
    }

    #[test]
    fn the_report_leaves_at_most_8_57() {
        use Qualifier::Over;
        let groups = vec![exact(2.33), exact(2.8), of(48.0, Over), of(36.0, Over), of(2.3, Over)];
        let shares = shares(groups.clone());
        assert_eq!(shares.sum(0), Some(Number { value: 91.43, decimals: 2 }));
        assert_eq!(rest(groups), Some((8.57, 2, Some(Qualifier::AtMost))));
    }

    #[test]
    fn half_a_point_is_rounding() {
        for (last, expected) in [
            (39.4, Some((0.6, 1, None))),
            (39.49, Some((0.51, 2, None))),
            (39.5, None),
            (40.0, None),
            (40.5, None),
        ] {
            assert_eq!(rest(vec![exact(60.0), exact(last)]), expected, "{last}");
        }
        assert!(shares(vec![exact(60.0), exact(40.5)]).is_rounded(0));
        assert!(!shares(vec![exact(60.0), exact(40.0)]).is_rounded(0));
        assert!(!is_above_whole(60.0 + 40.5));
        assert!(is_above_whole(60.0 + 40.51));
    }

    #[test]
    fn what_is_left_is_as_sure_as_its_parts() {
        use Qualifier::*;
        for (qualifiers, expected) in [
            (&[Over][..], Some(AtMost)),
            (&[AtLeast, Over], Some(AtMost)),
            (&[Under], Some(AtLeast)),
            (&[AtMost, Nearly], Some(AtLeast)),
            (&[About], Some(About)),
        ] {
            let mut values: Vec<Figure> = qualifiers.iter().map(|q| of(20.0, *q)).collect();
            values.push(exact(20.0));
            let (_, _, qualifier) = rest(values).expect("a remainder");
            assert_eq!(qualifier, expected, "{qualifiers:?}");
        }
    }

    #[test]
    fn of_parts_that_may_be_more_and_parts_that_may_be_less_nothing_follows() {
        use Qualifier::*;
        for pair in [[Over, Under], [AtLeast, Nearly], [Over, About], [About, AtMost]] {
            let shares = shares(pair.map(|qualifier| of(20.0, qualifier)).to_vec());
            let remainder = shares.remainder.expect("a remainder");
            assert_eq!(remainder.values, [gap(Missing::NoFigure)], "{pair:?}");
        }
    }

    #[test]
    fn a_missing_part_is_in_what_is_left_and_never_zero() {
        let values = vec![exact(60.0), gap(Missing::NoFigure)];
        assert_eq!(rest(values.clone()), Some((40.0, 0, None)));
        assert!(shares(values).holds_missing(0));
        // What does not apply has no share.
        assert!(!shares(vec![exact(60.0), gap(Missing::NotApplicable)]).holds_missing(0));
    }

    #[test]
    fn a_period_of_which_nothing_is_known_leaves_nothing() {
        let nothing = vec![gap(Missing::NoFigure), gap(Missing::Suppressed)];
        assert_eq!(shares(nothing.clone()).sum(0), None);
        assert_eq!(rest(nothing), None);
    }

    proptest! {
        #[test]
        fn parts_and_what_they_leave_make_the_whole(parts in proptest::collection::vec(0u32..20_000, 1..6)) {
            let values: Vec<f64> = parts.iter().map(|part| f64::from(*part) / 1000.0).collect();
            let shares = shares(values.iter().copied().map(exact).collect());
            let sum = shares.sum(0).expect("parts are known");
            match shares.remainder {
                Some(row) => {
                    let rest = row.values[0].number().expect("a number");
                    prop_assert_eq!(millionths(rest.value) + millionths(sum.value), WHOLE);
                    prop_assert_eq!(rest.decimals, sum.decimals);
                }
                None => prop_assert!(sum.value >= 99.5),
            }
        }
    }
}
