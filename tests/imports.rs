//! The arrows of ARCHITECTURE.md never turn back: what each room of `src` may
//! use of the others, held against its own lines.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Room → rooms that it may use. `wasm` may use anything; nothing uses it.
const MAY_USE: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("geom", &[]),
    ("locale", &[]),
    ("input", &[]),
    ("order", &[]),
    ("scale", &[]),
    ("xml", &[]),
    ("theme", &["geom"]),
    ("text", &["geom", "theme"]),
    ("model", &["input", "error", "order"]),
    ("words", &["model", "locale"]),
    ("scene", &["geom", "theme", "model"]),
    ("layout", &["model", "words", "locale", "scene", "scale", "text", "theme", "geom", "order"]),
    ("describe", &["model", "words", "locale", "error", "order", "xml"]),
    ("paint", &["scene", "theme", "geom"]),
    ("svg", &["scene", "theme", "paint", "locale", "xml"]),
    (
        "chart",
        &[
            "error", "geom", "locale", "input", "model", "words", "scene", "layout", "describe",
            "theme", "text", "svg",
        ],
    ),
];

/// Crates that only a browser has.
const BROWSER: &[&str] =
    &["wasm_bindgen", "web_sys", "js_sys", "plotters_canvas", "serde_wasm_bindgen"];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("readable") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Each room's code, its tests left out.
fn rooms() -> BTreeMap<String, String> {
    let mut files = Vec::new();
    rust_files(&source(), &mut files);
    let mut rooms: BTreeMap<String, String> = BTreeMap::new();
    for path in files {
        let inside = path.strip_prefix(source()).expect("below src");
        let first = inside.components().next().expect("a name").as_os_str().to_string_lossy();
        let room = first.trim_end_matches(".rs").to_string();
        let is_test = path.file_stem().is_some_and(|stem| stem == "tests" || stem == "sample");
        if room == "lib" || is_test {
            continue;
        }
        let text = fs::read_to_string(&path).expect("readable");
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        rooms.entry(room).or_default().push_str(code);
    }
    rooms
}

/// The rooms that code names by `crate::`.
fn used(code: &str) -> Vec<&str> {
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let uses = lines.flat_map(|line| line.split("crate::").skip(1));
    uses.map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(""))
        .collect()
}

#[test]
fn no_room_uses_one_that_it_may_not() {
    for (room, code) in rooms() {
        if room == "wasm" {
            continue;
        }
        let entry = MAY_USE.iter().find(|(name, _)| *name == room);
        let (_, allowed) = entry.unwrap_or_else(|| panic!("“{room}” is not in the table"));
        for other in used(&code) {
            assert!(other == room || allowed.contains(&other), "{room} uses {other}");
        }
    }
}

#[test]
fn only_the_facade_knows_the_browser() {
    for (room, code) in rooms() {
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in lines.filter(|_| room != "wasm") {
            let named = BROWSER.iter().find(|name| line.contains(&format!("{name}::")));
            assert!(named.is_none(), "{room}: {line}");
        }
    }
}

#[test]
fn the_page_describes_every_room() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md");
    let page = fs::read_to_string(page).expect("readable");
    for (room, _) in MAY_USE {
        let named = page.contains(&format!("`{room}`")) || page.contains(&format!("`{room}/`"));
        assert!(named, "ARCHITECTURE.md does not describe “{room}”");
    }
}
