//! Growth, structure, poverty and standards of living: rows of rates.

use crate::figure::{self, Figure, REASONS, certain_extremes, exact, hundredths, read};
use crate::language::Language;
use crate::sentence::{first_few, names, place, places, sentences, some_of};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const NAMES: [&str; 9] = ["Lúa", "Tôm", "Mía", "Dừa", "Gạch", "Chợ", "Cảng", "Điện", "Muối"];
/// More rows than these are told as a whole.
const FEW: usize = 6;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Role {
    Part,
    Total,
    Target,
}

#[derive(Debug, Clone)]
struct Row {
    name: &'static str,
    role: Role,
    figures: Vec<Figure>,
    contributions: Vec<Figure>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Period {
    year: u16,
    is_half: bool,
}

impl Period {
    fn label(self) -> String {
        if self.is_half { format!("6 tháng {}", self.year) } else { self.year.to_string() }
    }

    fn said(self, pattern: &str) -> String {
        if self.is_half { self.label() } else { pattern.replace("{}", &self.label()) }
    }
}

#[derive(Debug, Clone)]
pub struct Table {
    chart: &'static str,
    periods: Vec<Period>,
    rows: Vec<Row>,
    breaks: Vec<usize>,
    highlight: Option<usize>,
}

pub fn any_table() -> impl Strategy<Value = Table> {
    let charts = vec!["growth", "structure", "poverty", "living-standards"];
    let shape = (prop::sample::select(charts), 1usize..7, 1usize..10);
    shape.prop_flat_map(|(chart, periods, rows)| {
        let periods = if chart == "living-standards" { 1 } else { periods };
        let (least, most) = match chart {
            "growth" => (-900, 2000),
            "poverty" => (0, 900),
            _ => (0, 9900 / rows as i64),
        };
        let figures = move || prop::collection::vec(figure::any(least, most), periods);
        let a_row = (figures(), figures(), any::<bool>());
        let has = prop::bool::weighted(0.5);
        (
            Just(chart),
            prop::collection::vec((1u16..3, prop::bool::weighted(0.2)), periods),
            prop::collection::vec(a_row, rows),
            (has, figures(), has, figures()),
            prop::collection::vec(prop::bool::weighted(0.2), periods),
            prop::option::weighted(0.2, 0..rows),
            prop::collection::vec(prop::option::weighted(0.3, -60i64..60), periods),
        )
            .prop_map(|(chart, steps, rows, summed, breaks, highlight, off)| {
                let mut table = Table {
                    chart,
                    periods: periods_of(&steps),
                    rows: rows_of(chart, rows),
                    breaks: Vec::new(),
                    highlight,
                };
                if chart == "poverty" {
                    let at = breaks.iter().enumerate().skip(1).filter(|(_, breaks)| **breaks);
                    table.breaks = at.map(|(index, _)| index).take(3).collect();
                }
                if matches!(chart, "structure" | "living-standards") {
                    table.make_whole(&off);
                }
                table.add_sums(summed);
                table
            })
    })
}

fn periods_of(steps: &[(u16, bool)]) -> Vec<Period> {
    let mut year = 2010;
    let period = |&(step, is_half): &(u16, bool)| {
        year += step;
        Period { year, is_half }
    };
    steps.iter().map(period).collect()
}

fn rows_of(chart: &str, rows: Vec<(Vec<Figure>, Vec<Figure>, bool)>) -> Vec<Row> {
    let row = |(index, (figures, contributions, contributes)): (usize, (_, Vec<Figure>, bool))| {
        // Contributions of nothing but gaps are none.
        let is_told = chart == "growth" && contributes && !contributions.iter().all(is_blank);
        let contributions = if is_told { contributions } else { Vec::new() };
        Row { name: NAMES[index], role: Role::Part, figures, contributions }
    };
    rows.into_iter().enumerate().map(row).collect()
}

fn is_blank(figure: &Figure) -> bool {
    *figure == Figure::Missing("noFigure")
}

impl Table {
    /// Makes the parts of some periods add up to the whole, or nearly.
    fn make_whole(&mut self, off: &[Option<i64>]) {
        for (period, off) in off.iter().enumerate() {
            let Some(off) = off else { continue };
            let sum: i64 = self.rows.iter().filter_map(|r| r.figures[period].hundredths()).sum();
            let last = self.rows.last_mut().expect("a row");
            let others = sum - last.figures[period].hundredths().unwrap_or_default();
            last.figures[period] = exact((10_000 - others + off.clamp(&-60, &50)).min(10_000));
        }
    }

    fn add_sums(&mut self, summed: (bool, Vec<Figure>, bool, Vec<Figure>)) {
        let (has_total, total, has_target, target) = summed;
        let row = |name, role, figures| Row { name, role, figures, contributions: Vec::new() };
        match self.chart {
            "growth" if has_total => self.rows.push(row("Tổng", Role::Total, total)),
            "structure" if has_total => {
                let whole = |figure: Figure| figure.reason().map_or(exact(10_000), |_| figure);
                let total = total.into_iter().map(whole).collect();
                self.rows.push(row("Tổng", Role::Total, total));
            }
            _ => {}
        }
        // A target that was never set is none.
        if self.chart == "growth" && has_target && !target.iter().all(is_blank) {
            self.rows.push(row("Đích", Role::Target, target));
        }
    }

    pub fn chart(&self) -> &'static str {
        self.chart
    }

    pub fn highlight(&self) -> Option<&'static str> {
        self.highlight.map(|index| self.rows[index].name)
    }

    pub fn document(&self) -> Value {
        let labels: Vec<String> = self.periods.iter().map(|period| period.label()).collect();
        let mut section = json!({ "title": "Thử", "measure": "Đo", "periods": labels });
        let of = |role| self.rows.iter().filter(move |row| row.role == role);
        let series = || of(Role::Part).map(Row::json).collect::<Vec<Value>>();
        match self.chart {
            "growth" => {
                section["sectors"] = json!(series());
                for (key, role) in [("total", Role::Total), ("target", Role::Target)] {
                    if let Some(row) = of(role).next() {
                        section[key] = json!({ "name": row.name, "values": row.values() });
                    }
                }
            }
            "structure" => {
                let mut sectors = series();
                let total = of(Role::Total).next();
                sectors.extend(
                    total.map(
                        |row| json!({ "id": "total", "name": row.name, "values": row.values() }),
                    ),
                );
                section["sectors"] = json!(sectors);
            }
            "poverty" => {
                section["series"] = json!(series());
                let a_break =
                    |at: &usize| json!({ "before": labels[*at], "note": format!("Mốc {at}") });
                section["breaks"] = self.breaks.iter().map(a_break).collect();
            }
            _ => {
                let group = |row: &Row| json!({ "id": row.name, "name": row.name, "share": row.values()[0] });
                section = json!({ "title": "Thử", "measure": "Đo", "period": labels[0] });
                section["groups"] = self.rows.iter().map(group).collect();
            }
        }
        let key = if self.chart == "living-standards" { "livingStandards" } else { self.chart };
        let mut document = Map::from_iter([(key.to_string(), section)]);
        document.extend([("version".into(), json!(1)), ("place".into(), json!("Nơi thử"))]);
        Value::Object(document)
    }

    /// What is true of the table and belongs into its summary.
    pub fn facts(&self) -> Vec<String> {
        let mut facts = Vec::new();
        if let Some(latest) = self.latest() {
            if self.rows.len() > FEW {
                facts.push(format!("{} rows", self.rows.len()));
            }
            let told = self.told();
            facts.extend(told.iter().map(|row| self.latest_fact(row, latest)));
            let contributed = |row: &&Row| {
                let figure = row.contributions.get(latest).filter(|f| f.hundredths().is_some())?;
                Some(format!("{} contributes {figure:?}", row.name))
            };
            facts.extend(told.iter().filter_map(contributed));
            self.extremes(latest, &mut facts);
            for row in told.iter().filter(|row| row.role != Role::Target) {
                self.changes(row, latest, &mut facts);
            }
            if self.rows.len() > FEW {
                facts.extend(self.counted_changes(latest));
            }
            let followed = if self.highlight.is_some() { &told[..1] } else { &told };
            for row in followed.iter().filter(|_| followed.len() <= 2) {
                self.peaks(row, latest, &mut facts);
            }
        }
        let all: Vec<&Figure> = self.rows.iter().flat_map(|row| &row.figures).collect();
        facts.push(missing(&all));
        self.rests(&mut facts);
        facts.extend(self.breaks.iter().map(|at| format!("break {}: Mốc {at}", self.label(*at))));
        facts
    }

    fn label(&self, period: usize) -> String {
        self.periods[period].label()
    }

    /// A target for a year to come is not the latest figure.
    fn latest(&self) -> Option<usize> {
        let last = |is_told: &dyn Fn(&Row) -> bool| {
            let says = |period: &usize| {
                self.rows.iter().any(|row| is_told(row) && row.figures[*period].says_something())
            };
            (0..self.periods.len()).rev().find(says)
        };
        last(&|row| row.role != Role::Target).or_else(|| last(&|_| true))
    }

    fn told(&self) -> Vec<&Row> {
        let highlighted = self.highlight.map(|index| &self.rows[index]);
        let is_other = |row: &&Row| highlighted.is_none_or(|other| other.name != row.name);
        let is_told = |row: &&Row| self.rows.len() <= FEW || row.role != Role::Part;
        let others = self.rows.iter().filter(is_other).filter(is_told);
        highlighted.into_iter().chain(others).collect()
    }

    fn latest_fact(&self, row: &Row, latest: usize) -> String {
        let now = &row.figures[latest];
        let before = (0..latest).rev().find(|&period| row.figures[period].says_something());
        match before.filter(|_| !now.says_something()) {
            Some(last) => {
                format!("{}: {now:?}, {:?} of {}", row.name, row.figures[last], self.label(last))
            }
            None => format!("{}: {now:?}", row.name),
        }
    }

    fn extremes(&self, latest: usize, facts: &mut Vec<String>) {
        let parts: Vec<&Row> = self.rows.iter().filter(|row| row.role == Role::Part).collect();
        let is_ranked = match self.chart {
            "growth" | "structure" => parts.len() > 2,
            "poverty" => parts.len() > FEW,
            _ => false,
        };
        if !is_ranked {
            return;
        }
        let figures: Vec<&Figure> = parts.iter().map(|row| &row.figures[latest]).collect();
        let before = facts.len();
        for (word, sign) in [("highest", 1), ("lowest", -1)] {
            facts.extend(extreme(word, &parts, &figures, sign));
        }
        let known = figures.iter().filter(|figure| figure.hundredths().is_some()).count();
        if facts.len() > before && known < parts.len() {
            facts.push(format!("among {known}"));
        }
        let contributions: Vec<&Figure> =
            parts.iter().filter_map(|row| row.contributions.get(latest)).collect();
        if contributions.len() == parts.len()
            && contributions.iter().all(|figure| figure.hundredths().is_some())
        {
            facts.extend(extreme("most contribution", &parts, &contributions, 1));
        }
    }

    /// Of the same months, and of one standard.
    fn are_comparable(&self, from: usize, to: usize) -> bool {
        let is_broken = self.breaks.iter().any(|at| from < *at && *at <= to);
        !is_broken && self.periods[from].is_half == self.periods[to].is_half
    }

    fn change(&self, row: &Row, from: usize, to: usize) -> Option<i64> {
        let change = row.figures[to].exactly()? - row.figures[from].exactly()?;
        self.are_comparable(from, to).then_some(change)
    }

    fn changes(&self, row: &Row, latest: usize, facts: &mut Vec<String>) {
        let mut since: Vec<usize> =
            (0..latest).filter(|&from| self.change(row, from, latest).is_some()).collect();
        let Some(nearest) = since.pop() else { return };
        // The long change is told where it is longer than by one period.
        let first = since.first().filter(|&&first| first + 1 < nearest);
        for from in first.filter(|_| self.chart != "growth").into_iter().chain([&nearest]) {
            let change = self.change(row, *from, latest).unwrap_or_default();
            facts.push(format!("{} since {}: {change}", row.name, self.label(*from)));
        }
    }

    fn counted_changes(&self, latest: usize) -> Option<String> {
        let from = (0..latest).rev().find(|&from| self.are_comparable(from, latest))?;
        let parts = self.rows.iter().filter(|row| row.role == Role::Part);
        let changes: Vec<i64> = parts.filter_map(|row| self.change(row, from, latest)).collect();
        let count = |sign: i64| changes.iter().filter(|change| change.signum() == sign).count();
        let (up, down, same) = (count(1), count(-1), count(0));
        let since = self.label(from);
        (!changes.is_empty()).then(|| format!("{up} up {down} down {same} same since {since}"))
    }

    /// Peaks between the ends, which the changes do not tell.
    fn peaks(&self, row: &Row, latest: usize, facts: &mut Vec<String>) {
        let is_told = |&period: &usize| {
            row.figures[period].hundredths().is_some() && self.are_comparable(period, latest)
        };
        let periods: Vec<usize> = (0..=latest).filter(is_told).collect();
        let figures: Vec<&Figure> = periods.iter().map(|&period| &row.figures[period]).collect();
        for (word, sign) in [("high", 1), ("low", -1)] {
            if let [at] = certain_extremes(sign, &figures)[..]
                && at > 0
                && at + 1 < periods.len()
            {
                let label = self.label(periods[at]);
                facts.push(format!("peak {word} {} {:?} {label}", row.name, figures[at]));
            }
        }
    }

    /// What the parts leave of 100%.
    fn rests(&self, facts: &mut Vec<String>) {
        if !matches!(self.chart, "structure" | "living-standards") {
            return;
        }
        let (mut rests, mut holds_missing, mut is_rounded) = (Vec::new(), false, false);
        for period in 0..self.periods.len() {
            let parts = self.rows.iter().filter(|row| row.role == Role::Part);
            let parts: Vec<&Figure> = parts.map(|row| &row.figures[period]).collect();
            let known: Vec<i64> = parts.iter().filter_map(|part| part.hundredths()).collect();
            let sum: i64 = known.iter().sum();
            let left = 10_000 - sum;
            if known.is_empty() || left == 0 {
                continue;
            }
            if left <= 50 {
                is_rounded = true;
                continue;
            }
            let is = |words: &[&str]| {
                parts.iter().any(|part| part.qualifier().is_some_and(|q| words.contains(&q)))
            };
            let kinds = [
                ("atMostLeft", is(&["over", "atLeast"])),
                ("atLeast", is(&["under", "atMost", "nearly"])),
                ("about", is(&["about"])),
            ];
            let mut kinds = kinds.iter().filter(|(_, is)| *is).map(|(word, _)| *word);
            let (qualifier, other) = (kinds.next(), kinds.next());
            holds_missing |= parts
                .iter()
                .any(|part| part.reason().is_some_and(|reason| reason != "notApplicable"));
            if self.periods.len() == 1 {
                facts.extend(figure::QUALIFIERS.iter().filter_map(|word| {
                    let of = parts.iter().filter(|part| part.qualifier() == Some(word)).count();
                    (of > 0).then(|| format!("{of} parts {word}"))
                }));
                facts.push(format!("sum {sum}"));
            }
            let label = self.label(period);
            rests.push(match other {
                Some(_) => format!("rest {label} not bounded"),
                None => format!("rest {label} {qualifier:?} {left}"),
            });
        }
        let (named, more) = first_few(&rests, 3);
        facts.extend(named);
        if more > 0 {
            facts.push(format!("{more} more rests"));
        }
        if holds_missing {
            facts.push("the rest holds missing parts".into());
        }
        if is_rounded {
            facts.push("rounded".into());
        }
    }

    /// What the summary says, in the same words as `facts`.
    pub fn told_facts(&self, summary: &str, language: &Language) -> Vec<String> {
        let last = self.label(self.periods.len() - 1);
        let mut facts = Vec::new();
        for sentence in sentences(summary, &last, language) {
            self.hear(sentence, language, &mut facts);
        }
        facts
    }

    fn hear(&self, sentence: &str, language: &Language, facts: &mut Vec<String>) {
        let lead = self.latest().map(|latest| self.periods[latest].said(language.in_year));
        let after = lead.as_ref().and_then(|lead| sentence.strip_prefix(lead.as_str()));
        if let Some(clauses) = after.and_then(|after| after.strip_prefix(": ")) {
            for clause in clauses.split("; ") {
                self.hear_latest(clause, language, facts);
            }
        } else if let Some(clauses) = after.and_then(|after| after.strip_prefix(", ")) {
            self.hear_extremes(clauses, language, facts);
        } else if let Some(count) = place(language.rows, sentence) {
            facts.push(format!("{count} rows"));
        } else if let Some(found) = places(language.counted_changes, sentence) {
            let counts: Vec<usize> =
                found[1..].iter().map(|n| n.parse().expect("a count")).collect();
            assert_eq!(counts[0], counts[1..].iter().sum::<usize>(), "{sentence}");
            let since = self.heard_label(found[0], language);
            let (up, down, same) = (counts[1], counts[2], counts[3]);
            facts.push(format!("{up} up {down} down {same} same since {since}"));
        } else if let Some(found) = places(language.against, sentence) {
            let since = self.heard_label(found[0], language);
            for clause in found[1].split("; ") {
                let (name, change) = self.row_of(clause);
                let change = self.hear_change(change, language);
                facts.push(format!("{name} since {since}: {change}"));
            }
        } else if sentence == language.nothing || place(language.missing, sentence).is_some() {
            facts.push(hear_missing(sentence, language));
        } else if sentence == language.rounding {
            facts.push("rounded".into());
        } else if sentence == language.rest_holds_missing {
            facts.push("the rest holds missing parts".into());
        } else if let Some(list) = place(language.breaks, sentence) {
            let (names, more) = names(list, language);
            assert_eq!(more, 0);
            for name in names {
                let (before, note) = name.trim_end_matches(')').split_once(" (").expect("a name");
                facts.push(format!("break {}: {note}", self.heard_label(before, language)));
            }
        } else if !self.hear_rests(sentence, language, facts) {
            self.hear_peaks(sentence, language, facts);
        }
    }

    /// The label of a period that stands inside a sentence.
    fn heard_label(&self, text: &str, language: &Language) -> String {
        let found = self.periods.iter().find(|period| period.said(language.year) == text);
        found.unwrap_or_else(|| panic!("{text} is no period")).label()
    }

    fn row_of<'t>(&self, clause: &'t str) -> (&'static str, &'t str) {
        let after = |row: &Row| Some((row.name, clause.strip_prefix(row.name)?.strip_prefix(' ')?));
        self.rows.iter().find_map(after).unwrap_or_else(|| panic!("no row in “{clause}”"))
    }

    fn hear_latest(&self, clause: &str, language: &Language, facts: &mut Vec<String>) {
        let (name, text) = self.row_of(clause);
        let (text, last) = match places(language.last, text) {
            Some(found) => (found[0], Some((found[1], found[2]))),
            None => (text, None),
        };
        let (now, contribution) = match places(language.contribution, text) {
            Some(found) => (found[0], Some(found[1])),
            None => (text, None),
        };
        let now = read(now, "%", language);
        facts.push(match last {
            Some((last, of)) => format!("{name}: {now:?}, {:?} of {of}", read(last, "%", language)),
            None => format!("{name}: {now:?}"),
        });
        facts.extend(contribution.map(|text| {
            format!("{name} contributes {:?}", read(text, language.word("points"), language))
        }));
    }

    fn hear_extremes(&self, clauses: &str, language: &Language, facts: &mut Vec<String>) {
        let mut clauses = clauses;
        if let Some(found) = places(language.among, clauses) {
            facts.push(format!("among {}", found[0]));
            clauses = found[1];
        }
        for clause in clauses.split("; ") {
            let kinds = [
                ("highest", language.highest, "%"),
                ("lowest", language.lowest, "%"),
                ("most contribution", language.most_contribution, language.word("points")),
            ];
            let heard = kinds.iter().find_map(|(word, pattern, unit)| {
                let (list, text) = place(pattern, clause)?.rsplit_once(", ")?;
                let (names, more) = names(list, language);
                Some(format!("{word} {names:?} {more}: {:?}", read(text, unit, language)))
            });
            facts.push(heard.unwrap_or_else(|| panic!("what is “{clause}”?")));
        }
    }

    fn hear_change(&self, text: &str, language: &Language) -> i64 {
        if text == language.word("unchanged") {
            return 0;
        }
        let (up, down) =
            if self.chart == "growth" { ("higher", "lower") } else { ("rose", "fell") };
        for (word, sign) in [(up, 1), (down, -1)] {
            if let Some(size) = text.strip_prefix(language.word(word)) {
                let Figure::Known { hundredths: size, qualifier: None, status: None } =
                    read(size.trim_start(), language.word("points"), language)
                else {
                    panic!("what is “{text}”?")
                };
                assert!(size > 0, "{text}");
                return sign * size;
            }
        }
        panic!("what is “{text}”?")
    }

    fn hear_rests(&self, sentence: &str, language: &Language, facts: &mut Vec<String>) -> bool {
        let mut rest = |label: &str, text: &str| {
            if text == language.word("notBounded") {
                facts.push(format!("rest {label} not bounded"));
                return;
            }
            let at_most = language.word("atMostLeft");
            let (qualifier, left) = match text.strip_prefix(at_most) {
                Some(number) => (Some("atMostLeft"), read(number.trim_start(), "%", language)),
                None => {
                    let figure = read(text, "%", language);
                    (figure.qualifier(), figure)
                }
            };
            let left = left.hundredths().expect("a number");
            facts.push(format!("rest {label} {qualifier:?} {left}"));
        };
        if let Some(list) = place(language.rests, sentence) {
            let (named, more) = some_of(list, "; ", language);
            for item in named {
                let (label, text) = item.split_once(": ").expect("a period and its rest");
                rest(label, text);
            }
            if more > 0 {
                facts.push(format!("{more} more rests"));
            }
            return true;
        }
        let label = self.label(0);
        let not_bounded = places(language.sum_not_bounded, sentence)
            .filter(|found| found[2] == language.word("notBounded"));
        let qualified = not_bounded.or_else(|| places(language.sum_qualified, sentence));
        let Some(found) = qualified.or_else(|| places(language.sum, sentence)) else {
            return false;
        };
        rest(&label, found[found.len() - 1]);
        let sum = hundredths(found[0].trim_end_matches('%'), language);
        facts.push(format!("sum {sum}"));
        if found.len() == 3 {
            for part in found[1].split(", ") {
                let found = places(language.parts_qualified, part).expect("so many parts");
                let word = language.which(&figure::QUALIFIERS, found[1]).expect("a qualifier");
                facts.push(format!("{} parts {word}", found[0]));
            }
        }
        true
    }

    fn hear_peaks(&self, sentence: &str, language: &Language, facts: &mut Vec<String>) {
        for clause in sentence.split("; ") {
            let kinds = [("high", language.peak_high), ("low", language.peak_low)];
            let heard = kinds.iter().find_map(|(word, pattern)| {
                let found = places(pattern, clause)?;
                let figure = read(found[1], "%", language);
                Some(format!("peak {word} {} {figure:?} {}", found[0], found[2]))
            });
            facts.push(heard.unwrap_or_else(|| panic!("what is “{sentence}”?")));
        }
    }
}

impl Row {
    fn values(&self) -> Vec<Value> {
        self.figures.iter().map(Figure::json).collect()
    }

    fn json(&self) -> Value {
        let mut row = json!({ "id": self.name, "name": self.name, "values": self.values() });
        if !self.contributions.is_empty() {
            row["contributions"] = self.contributions.iter().map(Figure::json).collect();
        }
        row
    }
}

/// “highest [Lúa, Tôm] 0: 5%”
fn extreme(word: &str, rows: &[&Row], figures: &[&Figure], sign: i64) -> Option<String> {
    let winners = certain_extremes(sign, figures);
    let figure = figures[*winners.first()?];
    let all: Vec<&str> = winners.iter().map(|&index| rows[index].name).collect();
    let (named, more) = first_few(&all, 3);
    Some(format!("{word} {named:?} {more}: {figure:?}"))
}

/// How many of the figures have no number, and why.
pub fn missing(figures: &[&Figure]) -> String {
    let count = |reason| figures.iter().filter(|figure| figure.reason() == Some(reason)).count();
    if count("noFigure") == figures.len() {
        return "nothing".into();
    }
    let by_reason: Vec<(&str, usize)> =
        REASONS.into_iter().map(|reason| (reason, count(reason))).filter(|(_, n)| *n > 0).collect();
    if by_reason.is_empty() {
        return "nothing is missing".into();
    }
    let sum: usize = by_reason.iter().map(|(_, count)| count).sum();
    format!("{sum} of {} missing: {by_reason:?}", figures.len())
}

/// The same from the sentence.
pub fn hear_missing(sentence: &str, language: &Language) -> String {
    let Some(found) = places(language.missing, sentence) else { return "nothing".into() };
    let mut counts: Vec<usize> =
        found[..2].iter().map(|count| count.parse().expect("a count")).collect();
    counts.sort_unstable();
    let by_reason: Vec<(&str, usize)> = found[2]
        .split("; ")
        .map(|item| {
            let (word, count) = item.rsplit_once(": ").expect("a reason and its count");
            let reason = language.which(&REASONS, word).expect("a reason");
            (reason, count.parse().expect("a count"))
        })
        .collect();
    format!("{} of {} missing: {by_reason:?}", counts[0], counts[1])
}
