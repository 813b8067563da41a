//! The documents that tests share.

use district_charts::input::Tree;
use district_charts::model::{self, ChartKind, Dataset};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Those of a folder of tests/, by name.
pub fn documents(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let entries = fs::read_dir(folder).expect("the corpus is there");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    paths
}

pub fn read(path: &Path) -> Tree {
    let text = fs::read_to_string(path).expect("readable");
    Tree::from_json(&text).expect("the corpus is JSON")
}

/// Each chart that a document feeds.
pub fn charts(tree: &Tree) -> Vec<(Dataset, ChartKind)> {
    let kinds = ChartKind::ALL.iter();
    kinds.filter_map(|kind| model::read(tree, Some(kind.name())).ok()).collect()
}

/// As many areas, and what each meets of 19 criteria.
pub fn area_document(count: usize, met: impl Fn(usize) -> Value) -> Value {
    let area = |index: usize| json!({ "code": format!("{index:05}"), "name": format!("Xã {index}"), "met": met(index) });
    let areas: Vec<Value> = (0..count).map(area).collect();
    let ntm = json!({ "period": "2023", "criteria": "commune-2021-2025", "areas": areas });
    json!({ "version": 1, "place": "Cả nước", "ntm": ntm })
}
