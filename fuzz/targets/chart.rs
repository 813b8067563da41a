//! Right documents, some with hostile values in them, at any size, drawn and painted.
#![no_main]

#[path = "../../tests/common/mod.rs"]
mod common;

use common::invariants::{check_document, check_room};
use common::strategies::{change_at, changes, document, options, size};
use district_charts::input::Tree;
use libfuzzer_sys::fuzz_target;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

// A seed for each part, made by the strategies of the tests: a change of one leaves the
// other parts as they were, so that what reached something new meets other sizes.
fuzz_target!(|seeds: [u64; 4]| {
    let mut document = made(&document(), seeds[0]);
    let (options, size) = (made(&options(), seeds[2]), made(&size(), seeds[3]));
    let right = Tree::from_json(&document.to_string()).expect("JSON");
    check_room(&right, &options, size);
    change_at(&mut document, made(&changes(0..3), seeds[1]));
    let changed = Tree::from_json(&document.to_string()).expect("JSON");
    check_document(&changed, &options, size);
});

fn made<T: std::fmt::Debug>(strategy: &impl Strategy<Value = T>, seed: u64) -> T {
    let seed = seed.to_le_bytes().repeat(4);
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    strategy.new_tree(&mut runner).expect("a strategy without a filter").current()
}
