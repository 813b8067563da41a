//! Which rows are drawn where they are too many to be read one by one.
//!
//! Charts of bars have room for each row, and with thousands would be higher than any
//! canvas. Of a crowd the largest are drawn, and of the parts of a whole the others
//! together, so that the whole stays whole. Table, CSV and summary have all.

use super::{Annotation, ChartKind, Dataset, Figure, Observation, Qualifier, Role};
use super::{Row, RowRef, Shares, Text};
use crate::order::order;

/// More rows than this are a crowd, and so are rows with more figures than this.
const MOST_ROWS: usize = 200;
const MOST_FIGURES: usize = 20_000;
/// So many of a crowd are drawn.
pub const DRAWN_OF_CROWD: usize = 24;

/// The rows of a chart that are drawn, where those are not all.
pub struct Drawn {
    /// By their places in the document; then the others come as one, at the place
    /// `REST`, in parts of a whole, then total, target and remainder.
    places: Vec<usize>,
    rest: Row,
}

const REST: usize = usize::MAX;

impl Dataset {
    /// How many parts a chart has, where they are too many to be drawn one by one.
    pub fn crowd(&self, kind: ChartKind) -> Option<usize> {
        use ChartKind::{Growth, LivingStandards, Structure};
        let periods = self.periods(kind)?.len();
        let parts = self.rows(kind).take_while(|row| row.role == Role::Part).count();
        let is_crowd = parts > MOST_ROWS || parts * periods > MOST_FIGURES;
        let is_of_bars = matches!(kind, Growth | Structure | LivingStandards);
        (is_of_bars && is_crowd && parts > DRAWN_OF_CROWD).then_some(parts)
    }

    /// The rows that are drawn of a crowd: the highlighted one, and the largest in the
    /// last period. `name` is what the others are called, by their number.
    pub fn drawn(
        &self,
        kind: ChartKind,
        highlight: Option<&str>,
        name: &dyn Fn(usize) -> String,
    ) -> Option<Drawn> {
        let parts = self.crowd(kind)?;
        let last = self.periods(kind)?.len() - 1;
        let mut weights = Vec::with_capacity(parts);
        let mut all = 0;
        for row in self.rows(kind) {
            let value = row.figure(last).and_then(Figure::value).map_or(-1.0, f64::abs);
            weights.push(if Some(row.id) == highlight { f64::INFINITY } else { value });
            all += 1;
        }
        let weight = |row: usize| weights.get(row).copied().unwrap_or(0.0);
        let mut places = order(parts, &|a, b| weight(b).total_cmp(&weight(a)));
        places.truncate(DRAWN_OF_CROWD);
        let in_order = order(DRAWN_OF_CROWD, &|a, b| places.get(a).cmp(&places.get(b)));
        let mut places: Vec<usize> =
            in_order.into_iter().filter_map(|at| places.get(at).copied()).collect();
        let mut values = Vec::new();
        if let Some(shares) = self.shares(kind) {
            for period in 0..=last {
                values.push(shares.others(&places, period));
            }
            places.push(REST);
        }
        places.extend(parts..all);
        let name = Some(Text(vec![(String::new(), name(parts - DRAWN_OF_CROWD))]));
        let annotation = Annotation::default();
        Some(Drawn { places, rest: Row { id: String::new(), name, values, annotation } })
    }
}

impl Drawn {
    pub fn rows<'d>(&'d self, dataset: &'d Dataset, kind: ChartKind) -> Vec<RowRef<'d>> {
        let mut rows = Vec::with_capacity(self.places.len());
        for &place in &self.places {
            if place == REST {
                rows.push(RowRef::of(Role::Part, &self.rest, &[]));
            } else {
                rows.extend(dataset.row(kind, place));
            }
        }
        rows
    }

    /// The row of the document that a drawn one is; none where it is several.
    pub fn place(&self, row: usize) -> Option<usize> {
        self.places.get(row).copied().filter(|place| *place != REST)
    }
}

impl Shares {
    /// What all parts but those at `places` add up to: about, since it is worked out
    /// from many rounded figures.
    fn others(&self, places: &[usize], period: usize) -> Figure {
        let Some(mut number) = self.sum(period) else { return Figure::none() };
        for row in places.iter().filter_map(|&place| self.parts.get(place)) {
            number.value -= row.values.get(period).and_then(Figure::value).unwrap_or(0.0);
        }
        // Subtracting leaves dust.
        number.value = number.value.max(0.0);
        let qualifier = Some(Qualifier::About);
        let observation = Observation::Known { number, qualifier, status: None };
        Figure { observation, ..Figure::none() }
    }
}
