//! Charts that draw the figure that was published.
//!
//! ```text
//! JS object ──serde──▶ input ──▶ model ─┬─▶ layout ─▶ Scene ─┬─▶ paint ─▶ canvas │ svg
//!  (page)            (Tree)  (truth)  │    ▲               └─▶ hit · step ─▶ Key ─▶ Tip
//!                                     │  scale · text · theme
//!                                     ├─▶ words
//!                                     └─▶ describe ─▶ summary · table · csv · tips · sentences
//! ```

pub mod chart;
pub mod describe;
pub mod error;
pub mod geom;
pub mod input;
pub mod layout;
pub mod locale;
pub mod model;
pub mod order;
pub mod paint;
pub mod scale;
pub mod scene;
pub mod svg;
pub mod text;
pub mod theme;
pub mod words;

#[cfg(target_arch = "wasm32")]
mod wasm;
