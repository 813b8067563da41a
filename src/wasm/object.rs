//! What the page is given, as JSON: one text crosses where objects would key by key. And
//! what it passes in a plain object.

use crate::chart::{Heading, Tip};
use crate::describe::{self, Cell, Table, TableRow};
use crate::error::{Issue, Severity};
use crate::geom::Rect;
use crate::json::Json;
use crate::locale::{Locale, plain_number};
use crate::theme::Settings;
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;

pub fn issues(issues: &[Issue], locale: &Locale) -> String {
    let mut json = Json::default();
    json.begin('[');
    for Issue { path, severity, problem } in issues {
        json.begin('{');
        json.key("path").text(path);
        json.key("code").text(problem.code().as_str());
        json.key("severity").text(match severity {
            Severity::Error => "error",
            Severity::Notice => "notice",
        });
        json.key("message").text(&describe::problem(problem, locale));
        json.end('}');
    }
    json.end(']');
    json.finish()
}

pub fn size(width: f64, height: f64) -> String {
    let mut json = Json::default();
    numbers(&mut json, &[("width", width), ("height", height)]);
    json.finish()
}

fn numbers(json: &mut Json, entries: &[(&str, f64)]) {
    json.begin('{');
    for (key, number) in entries {
        json.key(key).raw(&plain_number(*number));
    }
    json.end('}');
}

pub fn tip(tip: Option<Tip>) -> String {
    let Some(Tip { id, words, anchor, bounds }) = tip else { return "null".into() };
    let mut json = Json::default();
    json.begin('{');
    json.key("id").text(&id);
    json.key("title").text(&words.title);
    json.key("rows").begin('[');
    for (label, text) in &words.rows {
        json.begin('{');
        json.key("label").text(label);
        json.key("text").text(text);
        json.end('}');
    }
    json.end(']');
    json.key("text").text(&words.text);
    numbers(json.key("anchor"), &[("x", anchor.x), ("y", anchor.y)]);
    let Rect { x, y, width, height } = bounds;
    numbers(json.key("bounds"), &[("x", x), ("y", y), ("width", width), ("height", height)]);
    json.end('}');
    json.finish()
}

pub fn heading(heading: &Heading) -> String {
    let mut json = Json::default();
    json.begin('{');
    json.key("title").text(&heading.title);
    json.key("place").text(&heading.place);
    json.key("subtitle").text(&heading.subtitle);
    json.key("notes").texts(&heading.notes);
    json.key("source").text(&heading.source);
    json.end('}');
    json.finish()
}

pub fn table(table: &Table) -> String {
    let mut json = Json::default();
    json.begin('{');
    json.key("caption").text(&table.caption);
    json.key("columns").texts(&table.columns);
    json.key("rows").begin('[');
    for TableRow { header, cells } in &table.rows {
        json.begin('{');
        json.key("header").text(header);
        json.key("cells").begin('[');
        cells.iter().for_each(|cell| table_cell(&mut json, cell));
        json.end(']');
        json.end('}');
    }
    json.end(']');
    json.end('}');
    json.finish()
}

fn table_cell(json: &mut Json, cell: &Cell) {
    json.begin('{');
    json.key("text").text(&cell.text);
    if cell.missing {
        json.key("missing").raw("true");
    }
    if let Some(order) = cell.order {
        json.key("order").raw(&order.to_string());
    }
    json.end('}');
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
