//! What a chart says: to ears, as a table, as CSV, as tips, and as the
//! sentences of its errors. Made from the model alone, so that it is right
//! even where nothing can be drawn.

mod csv;
mod extremes;
mod problem;
mod summary;
mod table;
mod tip;

pub use csv::csv;
pub use problem::problem;
pub use summary::summary;
pub use table::{Cell, Table, TableRow, table};
pub use tip::{Tip, tip};
