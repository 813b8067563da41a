//! Plain objects for the page, and what the page passes in plain objects.

use crate::chart::{Heading, Tip};
use crate::describe::{self, Table};
use crate::error::{Issue, Severity};
use crate::locale::Locale;
use crate::theme::Settings;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// There are so many cells that the names of their keys may not cross each time.
    type PageCell;
    #[wasm_bindgen(method, setter)]
    fn set_text(this: &PageCell, text: &str);
    #[wasm_bindgen(method, setter)]
    fn set_missing(this: &PageCell, missing: bool);
    #[wasm_bindgen(method, setter)]
    fn set_order(this: &PageCell, order: f64);
}

fn object<const N: usize>(entries: [(&str, JsValue); N]) -> JsValue {
    let object = Object::new();
    for (key, value) in entries {
        set(&object, key, value);
    }
    object.into()
}

fn set(object: &Object, key: &str, value: JsValue) {
    // Setting a key of a plain object does not fail.
    let _ = Reflect::set(object, &key.into(), &value);
}

fn list(items: impl Iterator<Item = JsValue>) -> JsValue {
    let list = Array::new();
    items.for_each(|item| {
        list.push(&item);
    });
    list.into()
}

fn strings(texts: &[String]) -> JsValue {
    list(texts.iter().map(|text| text.into()))
}

pub fn issues(issues: &[Issue], locale: &Locale) -> JsValue {
    list(issues.iter().map(|issue| {
        let severity = match issue.severity {
            Severity::Error => "error",
            Severity::Notice => "notice",
        };
        object([
            ("path", (&issue.path).into()),
            ("code", issue.problem.code().as_str().into()),
            ("severity", severity.into()),
            ("message", describe::problem(&issue.problem, locale).into()),
        ])
    }))
}

pub fn size(width: f64, height: f64) -> JsValue {
    object([("width", width.into()), ("height", height.into())])
}

pub fn tip(tip: &Tip) -> JsValue {
    let row =
        |(label, text): &(String, String)| object([("label", label.into()), ("text", text.into())]);
    let bounds = &tip.bounds;
    object([
        ("id", (&tip.id).into()),
        ("title", (&tip.words.title).into()),
        ("rows", list(tip.words.rows.iter().map(row))),
        ("text", (&tip.words.text).into()),
        ("anchor", object([("x", tip.anchor.x.into()), ("y", tip.anchor.y.into())])),
        (
            "bounds",
            object([
                ("x", bounds.x.into()),
                ("y", bounds.y.into()),
                ("width", bounds.width.into()),
                ("height", bounds.height.into()),
            ]),
        ),
    ])
}

pub fn heading(heading: &Heading) -> JsValue {
    object([
        ("title", (&heading.title).into()),
        ("place", (&heading.place).into()),
        ("subtitle", (&heading.subtitle).into()),
        ("notes", strings(&heading.notes)),
        ("source", (&heading.source).into()),
    ])
}

pub fn table(table: &Table) -> JsValue {
    let cell = |cell: &describe::Cell| {
        let object: PageCell = Object::new().unchecked_into();
        object.set_text(&cell.text);
        if cell.missing {
            object.set_missing(true);
        }
        if let Some(order) = cell.order {
            object.set_order(order.into());
        }
        object.into()
    };
    let row = |row: &describe::TableRow| {
        object([("header", (&row.header).into()), ("cells", list(row.cells.iter().map(cell)))])
    };
    object([
        ("caption", (&table.caption).into()),
        ("columns", strings(&table.columns)),
        ("rows", list(table.rows.iter().map(row))),
    ])
}

/// What cannot be read of a theme, a getter that throws too, is not set.
pub fn settings(theme: &JsValue) -> Settings {
    let get = |key: &str| Reflect::get(theme, &key.into()).unwrap_or_default();
    let text = |key: &str| get(key).as_string();
    let colors = get("colors");
    Settings {
        colors: match Array::is_array(&colors) {
            true => Array::from(&colors)
                .iter()
                .map(|color| color.as_string().unwrap_or_default())
                .collect(),
            false => Vec::new(),
        },
        text: text("text"),
        muted: text("muted"),
        grid: text("grid"),
        highlight: text("highlight"),
        highlight_text: text("highlightText"),
        surface: text("surface"),
        font_family: text("fontFamily"),
        font_size: get("fontSize").as_f64(),
        letter_spacing: text("letterSpacing"),
        word_spacing: text("wordSpacing"),
        dark: get("dark").is_truthy(),
        patterns: get("patterns").is_truthy(),
    }
}
