//! Documents of the corpus with a hostile value put anywhere in them: each is
//! refused, or drawn and told at any size, and nothing panics.
//!
//! `PROPTEST_CASES=100000 cargo test --test hostile` looks longer, and `npm run fuzz`
//! where it has not looked yet.

mod common;

use common::corpus::documents;
use common::invariants::check_document;
use common::strategies::{change_at, changes, options, size};
use district_charts::input::Tree;
use district_charts::model;
use proptest::prelude::*;
use serde_json::Value;
use std::fs;
use std::sync::LazyLock;

static CORPUS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let mut paths = documents("charts");
    paths.extend(documents("rejects"));
    let read = |path: &_| fs::read_to_string(path).expect("readable");
    paths.iter().map(|path| serde_json::from_str(&read(path)).expect("JSON")).collect()
});

proptest! {
    #[test]
    fn a_hostile_value_anywhere_is_refused_or_drawn(
        document in any::<prop::sample::Index>(), changes in changes(1..3),
        options in options(), size in size(),
    ) {
        let mut document = CORPUS[document.index(CORPUS.len())].clone();
        change_at(&mut document, changes);
        check_document(&Tree::from_json(&document.to_string()).expect("JSON"), &options, size);
    }

    #[test]
    fn any_text_is_json_or_is_not(text in any::<String>()) {
        if let Ok(tree) = Tree::from_json(&text) {
            model::validate(&tree);
        }
    }
}
