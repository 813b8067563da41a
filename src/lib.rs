//! Charts that draw the figure that was published.
//!
//! A document of published figures (its format is in docs/en/data.md) becomes a [`chart::Chart`]:
//! a picture, a summary, a table, CSV. In the browser it is the custom element
//! `<district-chart>`; natively it draws SVG.
//!
//! ```
//! use district_charts::chart::{Chart, Options};
//! use district_charts::describe;
//! use district_charts::input::Tree;
//! use district_charts::locale::Locale;
//!
//! let document = Tree::from_json(r#"{
//!     "version": 1,
//!     "place": "Huyện Trà Cú, tỉnh Trà Vinh",
//!     "poverty": {
//!         "periods": ["2022", "2023"],
//!         "series": [{ "id": "poor", "values": [4.47, 2.33] }]
//!     }
//! }"#).expect("JSON");
//! let chart = Chart::new(&document, Options::default()).expect("a right document");
//! assert!(chart.summary().contains("2,33%"));
//! assert!(chart.svg(720.0, None).starts_with("<svg "));
//!
//! // What is wrong with a document is found at once, each problem with its place.
//! let wrong = Tree::from_json(r#"{ "version": 1, "place": 5 }"#).expect("JSON");
//! let issues = Chart::new(&wrong, Options::default()).err().expect("refused");
//! assert_eq!(issues[0].path, "/place");
//! println!("{}", describe::problem(&issues[0].problem, &Locale::parse("en")));
//! ```
//!
//! How it is made, room by room:
//!
//! ```text
//! JS object ─walk──▶ input ──▶ model ─┬─▶ layout ─▶ Scene ─┬─▶ paint ─▶ canvas │ svg
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
pub mod xml;

#[cfg(target_arch = "wasm32")]
mod wasm;
