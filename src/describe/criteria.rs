//! Areas, their criteria and bins of areas, as they are said.
//!
//! Their rows are the bins, then the areas, both in the order of the document:
//! `Key::row` counts them so. Of an area `Key::period` 0 is the whole, then come
//! its criteria.

mod csv;
mod summary;
mod table;
mod tip;

pub(super) use csv::csv;
pub(super) use summary::summary;
pub(super) use table::table;
pub(super) use tip::tip;
