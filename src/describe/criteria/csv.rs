//! A record for each criterion of each area, for each number of criteria, and
//! for each bin.

use super::super::csv::{Value, header, observation_words, push_cells};
use crate::locale::{Word, plain_number};
use crate::model::{Annotation, Bin, Figure, Missing, NtmArea, Number, Observation, State};
use crate::words::Criteria;

/// After the columns of every chart.
const COLUMNS: [&str; 4] = ["criterion", "criterion_name", "level", "since"];

pub(in super::super) fn csv(criteria: &Criteria) -> String {
    let mut out = header(&COLUMNS);
    for bin in &criteria.ntm.bins {
        push_bin(&mut out, criteria, bin);
    }
    for area in &criteria.ntm.areas {
        push_area(&mut out, criteria, area);
    }
    out
}

/// What a record has of its own.
struct Record<'a> {
    series: &'a str,
    name: &'a str,
    measure: &'static str,
    figure: &'a Figure,
    unit: &'a str,
    of: Option<Number>,
    annotation: &'a Annotation,
    more: [&'a str; COLUMNS.len()],
}

fn push_bin(out: &mut String, criteria: &Criteria, bin: &Bin) {
    let name = criteria.bin_in_full(bin);
    let end = |end: Option<Number>| end.map_or(String::new(), |end| plain_number(end.value));
    let series = [end(bin.from), end(bin.to)].join("..");
    let record = Record {
        series: &series,
        name: &name,
        measure: "count",
        figure: &bin.count,
        unit: criteria.bin_units(),
        of: bin.count.of,
        annotation: &bin.annotation,
        more: [""; COLUMNS.len()],
    };
    push_record(out, criteria, &record);
    if let Some(share) = &bin.share {
        let own = Record { measure: "share", figure: share, unit: "%", of: None, ..record };
        push_record(out, criteria, &own);
    }
}

/// One is met, zero not met.
fn push_area(out: &mut String, criteria: &Criteria, area: &NtmArea) {
    let name = criteria.section.text(&area.name);
    let level = area.level.as_deref().unwrap_or_default();
    let since = criteria.since(area).unwrap_or_default();
    let record = Record {
        series: &area.code,
        name,
        measure: "met",
        figure: &area.progress.count,
        unit: criteria.locale.word(Word::Criteria),
        of: Some(area.progress.of),
        annotation: &area.annotation,
        more: ["", "", level, &since],
    };
    if area.states.is_empty() {
        return push_record(out, criteria, &record);
    }
    let Some(set) = criteria.ntm.sets.get(area.set) else { return };
    for (index, (criterion, state)) in set.criteria.iter().zip(&area.states).enumerate() {
        let figure = state_figure(*state);
        let more = [&*criterion.id, criteria.criterion_name(set, index), level, &since];
        let own = Record { figure: &figure, unit: "", of: None, more, ..record };
        push_record(out, criteria, &own);
    }
}

fn state_figure(state: State) -> Figure {
    let known =
        |value| Observation::Known { number: Number::new(value), qualifier: None, status: None };
    let observation = match state {
        State::Met => known(1.0),
        State::NotMet => known(0.0),
        State::NotApplicable => Observation::Missing(Missing::NotApplicable),
        State::NoFigure => Observation::Missing(Missing::NoFigure),
    };
    Figure { observation, ..Figure::none() }
}

fn push_record(out: &mut String, criteria: &Criteria, record: &Record) {
    let section = &criteria.section;
    let annotations = [&record.figure.annotation, record.annotation];
    let (value, qualifier, status, direction) = observation_words(record.figure);
    let own = annotations.iter().find_map(|annotation| annotation.note.as_ref());
    let note = own.or(section.heading.annotation.note.as_ref());
    let source = section.dataset.nearest_source(section.kind, &annotations);
    let [criterion, criterion_name, level, since] = record.more;
    push_cells(
        out,
        &[
            Value::Text(section.text(&section.dataset.place)),
            Value::Text(section.kind.name()),
            Value::Text(record.series),
            Value::Text(record.name),
            Value::Text(record.measure),
            Value::Text(criteria.period()),
            Value::Number(value),
            Value::Text(record.unit),
            Value::Text(qualifier),
            Value::Text(status),
            Value::Text(direction),
            Value::Number(record.figure.count),
            Value::Number(record.of),
            Value::Text(""),
            Value::Text(note.map_or("", |note| section.text(note))),
            Value::Text(source.map_or("", |source| section.text(&source.name))),
            Value::Text(source.and_then(|source| source.url.as_deref()).unwrap_or_default()),
            Value::Text(criterion),
            Value::Text(criterion_name),
            Value::Text(level),
            Value::Text(since),
        ],
    );
}
