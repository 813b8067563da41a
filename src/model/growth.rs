//! Reads `growth`: rates by sector, the total, a target, contributions.

use super::figure::Range;
use super::read::{Reader, Unknown};
use super::row::MAX_SERIES;
use super::{Figure, Growth, Row, Sector};
use crate::error::Problem;
use crate::input::Tree;

/// Sectors whose names are built in.
pub const SECTORS: &[&str] = &["I", "II", "III", "taxes", "total"];

const KEYS: &[&str] =
    &["title", "note", "source", "measure", "unit", "periods", "sectors", "total", "target"];
const SECTOR_KEYS: &[&str] = &["id", "name", "values", "contributions", "note", "source"];
const ROW_KEYS: &[&str] = &["name", "values", "note", "source"];

impl Reader {
    pub(super) fn growth(&mut self, tree: &Tree) -> Option<Growth> {
        let object = self.object(tree, KEYS, Unknown::Notice)?;
        let heading = self.heading(object);
        let periods = self.periods(object);
        let count = periods.len();
        let mut sectors = Vec::new();
        if object.get("sectors").is_some() {
            sectors = self.entries(object, "sectors", MAX_SERIES, |r, tree| r.sector(tree, count));
            self.unique(object, "sectors", "id");
        } else if object.get("total").is_none() {
            self.error(Problem::MissingOneOf { keys: &["sectors", "total"] });
        }
        let mut total = self.optional(object, "total", |r, tree| r.plain_row(tree, "total", count));
        let target = self.optional(object, "target", |r, tree| r.plain_row(tree, "target", count));
        // The total is told apart from its parts, wherever it was listed.
        if total.is_none()
            && let Some(index) = sectors.iter().position(|sector| sector.row.id == "total")
        {
            total = Some(sectors.remove(index).row);
        }
        // A target that was never set is not a row of gaps.
        let target = target.filter(|row| !row.values.iter().all(Figure::is_blank));
        Some(Growth { heading, periods, sectors, total, target })
    }

    fn sector(&mut self, tree: &Tree, periods: usize) -> Option<Sector> {
        let object = self.object(tree, SECTOR_KEYS, Unknown::Notice)?;
        let named = self.named(object, SECTORS)?;
        let row = self.row(object, named, periods, Range::Any);
        let contributions = self
            .optional(object, "contributions", |r, tree| Some(r.figures(tree, periods, Range::Any)))
            .filter(|figures| !figures.iter().all(Figure::is_blank))
            .unwrap_or_default();
        Some(Sector { row, contributions })
    }

    /// The total or the target, whose id is its key.
    fn plain_row(&mut self, tree: &Tree, id: &str, periods: usize) -> Option<Row> {
        let object = self.object(tree, ROW_KEYS, Unknown::Notice)?;
        let name = self.optional(object, "name", Reader::text);
        Some(self.row(object, (id.to_string(), name), periods, Range::Any))
    }
}
