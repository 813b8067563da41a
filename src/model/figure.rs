//! Reads a Figure: a number, `null`, or an object that says more.

use super::read::{Object, Reader, Unknown, Words, excerpt};
use super::spelled;
use super::{Annotation, Figure, Missing, Number, Observation, Qualifier, Status};
use crate::error::{Counted, Expected, Problem};
use crate::input::Tree;

const KEYS: &[&str] =
    &["value", "qualifier", "status", "direction", "decimals", "count", "of", "note", "source"];
type Keys = &'static [&'static str];

const MAX_FIGURES: usize = 2_000_000;
/// Above it the last digits of a double are no longer those given.
const LARGEST: f64 = 1e15;
/// Half a unit of the last decimal that is ever written.
const SMALLEST: f64 = 5e-7;
const MAX_DECIMALS: u8 = 6;

const QUALIFIERS: Words<Qualifier> = Words {
    names: &["over", "under", "about", "nearly", "atLeast", "atMost"],
    values: &[
        Qualifier::Over,
        Qualifier::Under,
        Qualifier::About,
        Qualifier::Nearly,
        Qualifier::AtLeast,
        Qualifier::AtMost,
    ],
};

const DIRECTIONS: Words<Missing> =
    Words { names: &["up", "down"], values: &[Missing::Up, Missing::Down] };

/// A status of a number, or a reason why there is none.
#[derive(Clone, Copy)]
enum AnyStatus {
    Of(Status),
    Without(Missing),
}

const STATUSES: Words<AnyStatus> = Words {
    names: &[
        "provisional",
        "estimated",
        "revised",
        "derived",
        "suppressed",
        "notCollected",
        "notApplicable",
    ],
    values: &[
        AnyStatus::Of(Status::Provisional),
        AnyStatus::Of(Status::Estimated),
        AnyStatus::Of(Status::Revised),
        AnyStatus::Of(Status::Derived),
        AnyStatus::Without(Missing::Suppressed),
        AnyStatus::Without(Missing::NotCollected),
        AnyStatus::Without(Missing::NotApplicable),
    ],
};

/// What numbers a figure may hold.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Range {
    Any,
    NotNegative,
    /// 0 to 100.
    Percent,
    /// −100 to 100.
    SignedPercent,
    /// 100, but for rounding.
    Whole,
    /// 0, 1, 2 …
    Count,
    /// Of which something is a part.
    Positive,
    /// 1, 2, 3 …
    PositiveCount,
}

impl Range {
    fn starts_at_zero(self) -> bool {
        matches!(self, Range::NotNegative | Range::Percent | Range::Count)
    }
}

impl Figure {
    /// A figure of which nothing is known, also the stand-in for a wrong one.
    pub(crate) fn none() -> Figure {
        Figure {
            observation: Observation::Missing(Missing::NoFigure),
            count: None,
            of: None,
            annotation: Annotation::default(),
        }
    }

    /// Says nothing at all: no number, no reason, no note.
    pub(super) fn is_blank(&self) -> bool {
        *self == Figure::none()
    }
}

impl Number {
    /// With the decimals that it takes to write `value`, at most six.
    pub fn new(value: f64) -> Number {
        Number { value, decimals: decimals_of(value) }
    }

    /// Part ÷ whole in per cent. With two decimals at most; with more only
    /// where fewer would make nearly all into all, or hardly any into none.
    pub fn percent_of(part: f64, whole: f64) -> Number {
        let value = 100.0 * part / whole;
        let rounds_away = |decimals: u8| {
            let half = 0.5 / 10f64.powi(decimals.into());
            part != 0.0 && part != whole && (value < half || (value - 100.0).abs() <= half)
        };
        let mut decimals = 2;
        while decimals < MAX_DECIMALS && rounds_away(decimals) {
            decimals += 1;
        }
        let unit = 10f64.powi(decimals.into());
        Number { value, decimals: decimals_of((value * unit).round() / unit) }
    }
}

/// The fewest decimals that give the number back; one that has no such form
/// within six (0.1 + 0.2) is rounded to them, without zeros at the end.
fn decimals_of(value: f64) -> u8 {
    let mut power = 1.0;
    for decimals in 0..=MAX_DECIMALS {
        if (value.abs() * power).round() / power == value.abs() {
            return decimals;
        }
        power *= 10.0;
    }
    let rounded = (value * 1e6).round();
    let trailing = |n: f64| (rounded / n).round() * n == rounded;
    let zeros = [1e1, 1e2, 1e3, 1e4, 1e5, 1e6].into_iter().take_while(|&n| trailing(n)).count();
    MAX_DECIMALS - zeros as u8
}

impl Reader {
    pub(super) fn figure(&mut self, tree: &Tree, range: Range) -> Figure {
        self.figure_with(tree, range, KEYS)
    }

    /// The figure under a key; `null` is one, nothing is none.
    pub(super) fn figure_at(
        &mut self,
        object: Object<'_>,
        key: &'static str,
        range: Range,
    ) -> Option<Figure> {
        let tree = object.raw(key)?;
        Some(self.at(key, |reader| reader.figure(tree, range)))
    }

    /// A figure in whose object more may stand: `keys` are all its keys.
    pub(super) fn figure_with(&mut self, tree: &Tree, range: Range, keys: Keys) -> Figure {
        self.count_figures(1);
        match tree {
            Tree::Null => Figure::none(),
            Tree::Map(_) => self.described_figure(tree, range, keys),
            _ => match self.number(tree, range, Expected::Figure) {
                Some(number) => Figure {
                    observation: Observation::Known { number, qualifier: None, status: None },
                    ..Figure::none()
                },
                None => Figure::none(),
            },
        }
    }

    /// Reports the document's figures once, where they become too many.
    pub(super) fn count_figures(&mut self, more: usize) {
        let before = self.figures;
        self.figures += more;
        if before <= MAX_FIGURES && self.figures > MAX_FIGURES {
            let (found, limit) = (self.figures, MAX_FIGURES);
            self.error(Problem::TooMany { found, limit, what: Counted::Figures });
        }
    }

    /// An object whose own keys are `keys`, those of a figure among them.
    fn described_figure(&mut self, tree: &Tree, range: Range, keys: Keys) -> Figure {
        let Some(object) = self.object(tree, keys, Unknown::Error) else { return Figure::none() };
        let number = match object.raw("value") {
            None => {
                self.missing("value");
                return Figure::none();
            }
            Some(Tree::Null) => None,
            Some(tree) => {
                match self.at("value", |r| r.number(tree, range, Expected::NumberOrNull)) {
                    Some(number) => Some(self.with_decimals(object, number)),
                    None => return Figure::none(),
                }
            }
        };
        let count = self.optional(object, "count", Reader::count);
        let of = self.optional(object, "of", Reader::count);
        if let (Some(count), Some(of)) = (count, of)
            && count.value > of.value
        {
            let problem = Problem::CountAboveOf { key: "count", count: count.value, of: of.value };
            self.at("count", |reader| reader.error(problem));
        }
        let observation = self.observation(object, number);
        if let Observation::Known { number, qualifier: Some(qualifier), .. } = observation {
            self.check_qualifier(qualifier, number.value, range);
        }
        Figure { observation, count, of, annotation: self.annotation(object) }
    }

    fn check_qualifier(&mut self, qualifier: Qualifier, value: f64, range: Range) {
        match qualifier {
            Qualifier::Over if range == Range::Percent && value == 100.0 => {
                self.beyond("over", value);
            }
            Qualifier::Under if range.starts_at_zero() && value == 0.0 => {
                self.beyond("under", value);
            }
            _ => {}
        }
    }

    pub(super) fn beyond(&mut self, word: &'static str, limit: f64) {
        self.at("qualifier", |reader| reader.error(Problem::QualifierBeyond { word, limit }));
    }

    /// Number, qualifier, status and direction, as far as they go together.
    fn observation(&mut self, object: Object<'_>, number: Option<Number>) -> Observation {
        let qualifier = self.optional(object, "qualifier", |r, tree| r.word(tree, &QUALIFIERS));
        let status = self.optional(object, "status", |r, tree| r.word(tree, &STATUSES));
        let direction = self.optional(object, "direction", |r, tree| r.word(tree, &DIRECTIONS));
        match number {
            Some(number) => {
                if direction.is_some() {
                    self.only_with_null(object, "direction");
                }
                let status = match status {
                    Some(AnyStatus::Without(_)) => {
                        self.only_with_null(object, "status");
                        None
                    }
                    Some(AnyStatus::Of(status)) => Some(status),
                    None => None,
                };
                Observation::Known { number, qualifier, status }
            }
            None => {
                if qualifier.is_some() {
                    self.needs_value(object, "qualifier");
                }
                let reason = match status {
                    Some(AnyStatus::Of(_)) => {
                        self.needs_value(object, "status");
                        None
                    }
                    Some(AnyStatus::Without(reason)) => Some(reason),
                    None => None,
                };
                if reason.is_some() && direction.is_some() {
                    self.error(Problem::Conflict { one: "status", other: "direction" });
                }
                Observation::Missing(direction.or(reason).unwrap_or(Missing::NoFigure))
            }
        }
    }

    fn only_with_null(&mut self, object: Object<'_>, key: &'static str) {
        let word = written(object, key);
        self.at(key, |reader| reader.error(Problem::OnlyWithNull { key, word }));
    }

    fn needs_value(&mut self, object: Object<'_>, key: &'static str) {
        let word = written(object, key);
        self.at(key, |reader| reader.error(Problem::NeedsValue { key, word }));
    }

    fn with_decimals(&mut self, object: Object<'_>, number: Number) -> Number {
        let decimals = self.optional(object, "decimals", |reader, tree| {
            let decimals = reader.count(tree)?.value;
            let max = f64::from(MAX_DECIMALS);
            if decimals > max {
                reader.error(Problem::OutOfRange { min: 0.0, max });
                return None;
            }
            Some(decimals as u8)
        });
        Number { decimals: decimals.unwrap_or(number.decimals), ..number }
    }

    /// A whole number from 0.
    pub(super) fn count(&mut self, tree: &Tree) -> Option<Number> {
        self.number(tree, Range::Count, Expected::WholeNumber)
    }

    /// A whole number from 1, the denominator of a progress.
    pub(super) fn denominator(&mut self, tree: &Tree) -> Option<Number> {
        self.number(tree, Range::PositiveCount, Expected::WholeNumber)
    }

    /// A number above zero, of which something is a part.
    pub(super) fn whole(&mut self, tree: &Tree) -> Option<Number> {
        self.number(tree, Range::Positive, Expected::Number)
    }

    fn number(&mut self, tree: &Tree, range: Range, expected: Expected) -> Option<Number> {
        let value = match tree {
            Tree::Number(value) => *value,
            Tree::String(text) => {
                match spelled::instead_of(text, expected) {
                    Some(problem) => self.error(problem),
                    None => self.wrong_type(expected, tree),
                }
                return None;
            }
            _ => {
                self.wrong_type(expected, tree);
                return None;
            }
        };
        if let Some(problem) = out_of_range(value, range) {
            self.error(problem);
            return None;
        }
        // Minus zero is zero to every reader.
        Some(Number::new(if value == 0.0 { 0.0 } else { value }))
    }
}

fn out_of_range(value: f64, range: Range) -> Option<Problem> {
    if !value.is_finite() {
        return Some(Problem::NotFinite);
    }
    if value.abs() > LARGEST {
        return Some(Problem::TooLarge);
    }
    if value != 0.0 && value.abs() < SMALLEST {
        return Some(Problem::TooSmall);
    }
    let outside = |min: f64, max: f64| {
        (value < min || value > max).then_some(Problem::OutOfRange { min, max })
    };
    match range {
        Range::Any => None,
        Range::SignedPercent => outside(-100.0, 100.0),
        Range::Whole => outside(99.5, 100.5),
        Range::Positive | Range::PositiveCount if value <= 0.0 => Some(Problem::NotPositive),
        _ if value < 0.0 => Some(Problem::Negative),
        Range::NotNegative | Range::Positive => None,
        Range::Percent => outside(0.0, 100.0),
        Range::Count | Range::PositiveCount => (value.fract() != 0.0).then_some(Problem::NotWhole),
    }
}

/// The word that the author wrote under `key`.
fn written(object: Object<'_>, key: &str) -> String {
    match object.get(key) {
        Some(Tree::String(word)) => excerpt(word),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_shown_are_the_digits_given() {
        for (value, decimals) in [
            (36.0, 0),
            (7.5, 1),
            (2.33, 2),
            (4.47, 2),
            (0.000_001, 6),
            (0.1 + 0.2, 1),
            (1.0 / 3.0, 6),
            (14120.0, 0),
            (1e15, 0),
            (123_456_789.123_456, 6),
            (-0.92, 2),
            (1_000_000.000_000_1, 0),
        ] {
            assert_eq!(decimals_of(value), decimals, "{value}");
        }
    }
}
