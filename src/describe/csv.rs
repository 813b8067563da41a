//! The figures for machines: RFC 4180, one row a figure.

use crate::locale::{Locale, plain_number_with};
use crate::model::{
    Better, ChartKind, Dataset, Figure, Item, Missing, Number, Observation, Outcome, Part,
    Qualifier, RowRef, Status, Text,
};
use crate::words::{self, Section};

const COLUMNS: [&str; 17] = [
    "place",
    "chart",
    "series",
    "series_name",
    "measure",
    "period",
    "value",
    "unit",
    "qualifier",
    "status",
    "direction",
    "count",
    "of",
    "break",
    "note",
    "source",
    "source_url",
];

/// What an item has beside its figures, in columns after the others.
const ITEM_COLUMNS: [&str; 5] = ["group", "since", "basis", "outcome", "better"];

/// Of rows and periods.
pub(super) fn csv(dataset: &Dataset, kind: ChartKind, locale: &Locale) -> String {
    let mut out = header(if kind == ChartKind::Targets { &ITEM_COLUMNS } else { &[] });
    if let Some(section) = Section::of(dataset, kind, locale) {
        for row in dataset.rows(kind) {
            for period in 0..section.periods.len() {
                for (part, figure) in row.published(period) {
                    push_record(&mut out, &section, &row, period, part, figure);
                }
            }
        }
    }
    out
}

/// The byte order mark and the names of the columns, `more` after those of all.
pub(super) fn header(more: &[&str]) -> String {
    let columns = [&COLUMNS[..], more].concat();
    ["\u{FEFF}", &columns.join(","), "\r\n"].concat()
}

fn push_record(
    out: &mut String,
    section: &Section,
    row: &RowRef,
    period: usize,
    part: Part,
    figure: &Figure,
) {
    let (value, qualifier, status, direction) = observation_words(figure);
    let (count, of) = match (part, row.progress(period)) {
        (Part::Value, Some(progress)) => (None, Some(progress.of)),
        _ => (figure.count, figure.of),
    };
    let own = figure.annotation.note.as_ref().or(row.annotation.note.as_ref());
    let note = own.or(section.heading.annotation.note.as_ref());
    let source = section.dataset.source_of(section.kind, row, figure);
    let broken = section.breaks().iter().rfind(|a_break| a_break.before <= period);
    let mut cells = vec![
        Value::Text(section.text(&section.dataset.place)),
        Value::Text(section.kind.name()),
        Value::Text(row.id),
        Value::Text(section.name(row)),
        Value::Text(part_word(part, row)),
        Value::Text(section.period(period)),
        Value::Number(value),
        Value::Text(section.unit(row, part)),
        Value::Text(qualifier),
        Value::Text(status),
        Value::Text(direction),
        Value::Number(count),
        Value::Number(of),
        Value::Text(broken.map_or("", |a_break| section.break_name(a_break))),
        Value::Text(note.map_or("", |note| section.text(note))),
        Value::Text(source.map_or("", |source| section.text(&source.name))),
        Value::Text(source.and_then(|source| source.url.as_deref()).unwrap_or_default()),
    ];
    if let Some(item) = row.item {
        cells.extend(item_cells(section, item, part).map(Value::Text));
    }
    push_cells(out, &cells);
}

pub(super) fn push_cells(out: &mut String, cells: &[Value]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        match cell {
            Value::Text(text) => push_text(out, text),
            Value::Number(Some(number)) => {
                out.push_str(&plain_number_with(number.value, number.decimals));
            }
            Value::Number(None) => {}
        }
    }
    out.push_str("\r\n");
}

fn item_cells<'a>(
    section: &Section<'a>,
    item: &'a Item,
    part: Part,
) -> [&'a str; ITEM_COLUMNS.len()] {
    let text = |text: Option<&'a Text>| text.map_or("", |text| section.text(text));
    let change = item.change.as_ref().filter(|_| part == Part::Change);
    let planned = item.planned();
    [
        text(item.group.as_ref()),
        text(change.and_then(|change| change.since.as_ref())),
        text(words::basis(section, item)),
        planned.and_then(|planned| planned.outcome).map_or("", outcome_word),
        planned.map_or("", |planned| match planned.better {
            Better::Higher => "higher",
            Better::Lower => "lower",
        }),
    ]
}

fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::NotMet => "notMet",
        Outcome::Exceeded => "exceeded",
    }
}

/// One cell of a record. Only text can be a formula: -3.5 is not one.
pub(super) enum Value<'a> {
    Text(&'a str),
    Number(Option<Number>),
}

/// A spreadsheet would run what begins like a formula, some also after spaces:
/// an apostrophe makes it text. Quotes are doubled; and where a spreadsheet's
/// own separator is a semicolon (in Vietnamese) or a tab, they keep a cell whole.
fn push_text(out: &mut String, text: &str) {
    let is_formula = text.starts_with(['\t', '\r', '\n'])
        || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let needs_quotes = text.contains(['"', ',', ';', '\t', '\r', '\n']);
    if needs_quotes {
        out.push('"');
    }
    if is_formula {
        out.push('\'');
    }
    for char in text.chars() {
        if char == '"' {
            out.push('"');
        }
        out.push(char);
    }
    if needs_quotes {
        out.push('"');
    }
}

/// Value, qualifier, status and direction, as the document writes them.
pub(super) fn observation_words(
    figure: &Figure,
) -> (Option<Number>, &'static str, &'static str, &'static str) {
    match figure.observation {
        Observation::Known { number, qualifier, status } => {
            (Some(number), qualifier.map_or("", qualifier_word), status.map_or("", status_word), "")
        }
        Observation::Missing(reason) => {
            let (status, direction) = missing_words(reason);
            (None, "", status, direction)
        }
    }
}

fn qualifier_word(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Over => "over",
        Qualifier::Under => "under",
        Qualifier::About => "about",
        Qualifier::Nearly => "nearly",
        Qualifier::AtLeast => "atLeast",
        Qualifier::AtMost => "atMost",
    }
}

fn status_word(status: Status) -> &'static str {
    match status {
        Status::Provisional => "provisional",
        Status::Estimated => "estimated",
        Status::Revised => "revised",
        Status::Derived => "derived",
    }
}

fn missing_words(reason: Missing) -> (&'static str, &'static str) {
    match reason {
        Missing::NoFigure => ("noFigure", ""),
        Missing::Suppressed => ("suppressed", ""),
        Missing::NotCollected => ("notCollected", ""),
        Missing::NotApplicable => ("notApplicable", ""),
        Missing::Up => ("noFigure", "up"),
        Missing::Down => ("noFigure", "down"),
    }
}

fn part_word(part: Part, row: &RowRef) -> &'static str {
    match part {
        Part::Value if row.item.is_some() => "actual",
        Part::Value if row.level.is_some() => "count",
        Part::Value => "value",
        Part::Share => "share",
        Part::Contribution => "contribution",
        Part::Plan => "plan",
        Part::Achieved => "achieved",
        Part::Change => "change",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::sample::*;

    /// The records that a reader of RFC 4180 finds.
    fn parse(text: &str) -> Vec<Vec<String>> {
        let (mut records, mut record, mut cell) = (vec![], vec![], String::new());
        let mut quoted = false;
        let mut chars = text.chars().peekable();
        while let Some(char) = chars.next() {
            match char {
                '"' if quoted && chars.peek() == Some(&'"') => {
                    cell.push('"');
                    chars.next();
                }
                '"' => quoted = !quoted,
                ',' if !quoted => record.push(std::mem::take(&mut cell)),
                '\r' if !quoted => {
                    assert_eq!(chars.next(), Some('\n'));
                    record.push(std::mem::take(&mut cell));
                    records.push(std::mem::take(&mut record));
                }
                _ => cell.push(char),
            }
        }
        assert!(!quoted && cell.is_empty() && record.is_empty());
        records
    }

    fn records(dataset: &Dataset, kind: ChartKind) -> Vec<Vec<String>> {
        let text = csv(dataset, kind, &Locale::VI);
        let mut records = parse(text.strip_prefix('\u{FEFF}').unwrap());
        assert_eq!(records.remove(0), COLUMNS);
        records
    }

    fn column(records: &[Vec<String>], name: &str) -> Vec<String> {
        let index = COLUMNS.iter().position(|column| *column == name).unwrap();
        records.iter().map(|record| record[index].clone()).collect()
    }

    #[test]
    fn a_record_says_all_of_its_figure() {
        let text = csv(&tra_cu(), ChartKind::Poverty, &Locale::VI);
        assert!(
            text.starts_with("\u{FEFF}place,chart,series,series_name,measure,period,value,unit,")
        );
        let record = "\r\n\"Huyện Trà Cú, tỉnh Trà Vinh\",poverty,poor,Hộ nghèo,value,2023,2.33,%,\
                      ,,,1011,43369,Chuẩn nghèo 2022–2025,,Trang Thông tin điện tử huyện Trà Cú,\
                      https://tracu.travinh.gov.vn\r\n";
        assert!(text.contains(record), "{text}");
    }

    #[test]
    fn a_missing_value_is_empty_and_says_why() {
        let mut dataset = tra_cu();
        dataset.growth.as_mut().unwrap().total = None;
        let records = records(&dataset, ChartKind::Growth);
        assert_eq!(column(&records, "value"), ["", "", "", "36", "", ""]);
        assert_eq!(column(&records, "qualifier"), ["", "", "", "over", "", ""]);
        let status = ["noFigure", "noFigure", "noFigure", "", "noFigure", "noFigure"];
        assert_eq!(column(&records, "status"), status);
        assert_eq!(column(&records, "direction"), ["", "up", "", "", "", "up"]);
    }

    #[test]
    fn no_published_figure_is_lost() {
        let sectors = records(&tra_vinh(), ChartKind::Growth);
        let measures = column(&sectors, "measure");
        assert_eq!(measures.iter().filter(|measure| *measure == "contribution").count(), 6);
        assert_eq!(column(&sectors, "unit")[1], "điểm phần trăm");

        let mut dataset = tra_cu();
        dataset.ntm.as_mut().unwrap().levels[1].progress[0].share = Some(exact(13.3));
        let levels = records(&dataset, ChartKind::Ntm);
        assert_eq!(column(&levels, "measure"), ["count", "count", "share", "count", "count"]);
        assert_eq!(column(&levels, "value"), ["15", "2", "13.3", "2", "9"]);
        assert_eq!(column(&levels, "of"), ["15", "15", "", "2", "9"]);
        assert_eq!(column(&levels, "unit"), ["xã", "xã", "%", "thị trấn", "tiêu chí"]);
    }

    #[test]
    fn numbers_have_a_dot_and_keep_their_decimals() {
        let figure = Figure {
            observation: Observation::Known {
                number: Number { value: -1234.5, decimals: 2 },
                qualifier: None,
                status: None,
            },
            ..exact(0.0)
        };
        let dataset = growth(&["2023"], vec![sector("I", vec![figure])]);
        assert_eq!(column(&records(&dataset, ChartKind::Growth), "value"), ["-1234.50"]);
    }

    #[test]
    fn the_nearest_note_wins() {
        let mut dataset = tra_cu();
        let poverty = dataset.poverty.as_mut().unwrap();
        poverty.heading.annotation.note = Some(text_of("phần"));
        poverty.series[1].annotation.note = Some(text_of("dòng"));
        poverty.series[1].values[2].annotation.note = Some(text_of("số"));
        let notes = column(&records(&dataset, ChartKind::Poverty), "note");
        assert_eq!(notes, ["phần", "phần", "phần", "dòng", "dòng", "số"]);
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        let escaped = |text: &str| {
            let dataset = poverty(&["2023"], vec![named_row("x", text, vec![exact(-3.5)])]);
            column(&records(&dataset, ChartKind::Poverty), "series_name").remove(0)
        };
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"x\",\"y\")"] {
            assert_eq!(escaped(text), ["'", text].concat());
        }
        assert_eq!(escaped(" \u{A0}=1+1"), "' \u{A0}=1+1");
        for text in ["Xã A", "a=b", "a\nb", "\"", "“=”", ""] {
            assert_eq!(escaped(text), text);
        }
    }

    #[test]
    fn another_separator_cuts_no_cell() {
        let dataset = poverty(&["2023"], vec![named_row("x", "Xã A;=1+1", vec![exact(2.0)])]);
        let text = csv(&dataset, ChartKind::Poverty, &Locale::VI);
        assert!(text.contains(",\"Xã A;=1+1\","), "{text}");
    }

    #[test]
    fn rows_have_ids_whatever_the_language() {
        let english = csv(&tra_cu(), ChartKind::Growth, &Locale::EN);
        assert!(english.contains(",II,Industry and construction,value,2023,36,%,over,"));
        let lines = csv(&tra_cu(), ChartKind::Growth, &Locale::VI).lines().count();
        assert_eq!(english.lines().count(), lines);
    }
}
