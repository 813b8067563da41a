//! Levels of the New Rural programme: so many of so many, each its own whole.

use crate::figure::{self, Figure, certain_extremes, number, read};
use crate::language::Language;
use crate::rows::{hear_missing, missing};
use crate::sentence::{place, places, sentences};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Name and what is counted.
const LEVELS: [(&str, &str); 8] = [
    ("Lúa", "xã"),
    ("Tôm", "xã"),
    ("Mía", "xã"),
    ("Dừa", "ấp"),
    ("Gạch", "ấp"),
    ("Chợ", "hộ"),
    ("Cảng", "hộ"),
    ("Điện", "thôn"),
];
const FEW: usize = 6;
const FIRST_YEAR: usize = 2018;

#[derive(Debug, Clone)]
struct Progress {
    count: Figure,
    of: i64,
    share: Option<Figure>,
}

#[derive(Debug, Clone)]
struct Level {
    name: &'static str,
    unit: &'static str,
    progress: Vec<Progress>,
}

#[derive(Debug, Clone)]
pub struct Levels {
    periods: usize,
    levels: Vec<Level>,
    highlight: Option<usize>,
}

pub fn any_levels() -> impl Strategy<Value = Levels> {
    (1usize..6, 1usize..LEVELS.len() + 1)
        .prop_flat_map(|(periods, levels)| {
            let share = prop::option::weighted(0.2, figure::any(100, 9000));
            // Often the whole is the same for long.
            let progress = (prop::sample::select(vec![12i64, 12, 12, 15, 2]), share);
            let of_period =
                progress.prop_flat_map(|(of, share)| (count(of), Just(of), Just(share)));
            let level = prop::collection::vec(of_period, periods);
            let levels = prop::collection::vec(level, levels);
            (Just(periods), levels, prop::option::weighted(0.2, 0usize..1))
        })
        .prop_map(|(periods, levels, highlight)| {
            let level = |(index, progress): (usize, Vec<(Figure, i64, Option<Figure>)>)| {
                let (name, unit) = LEVELS[index];
                let progress = progress.into_iter();
                let progress = progress.map(|(count, of, share)| Progress { count, of, share });
                Level { name, unit, progress: progress.collect() }
            };
            Levels {
                periods,
                levels: levels.into_iter().enumerate().map(level).collect(),
                highlight,
            }
        })
}

/// Whole numbers up to the whole; “over” all of it is refused.
fn count(of: i64) -> impl Strategy<Value = Figure> {
    figure::any(0, 100 * of).prop_map(move |mut figure| {
        if let Figure::Known { hundredths, qualifier, .. } = &mut figure {
            *hundredths = *hundredths / 100 * 100;
            *qualifier = qualifier.filter(|_| (100..100 * of).contains(hundredths));
        }
        figure
    })
}

impl Progress {
    /// A share of null is none.
    fn published_share(&self) -> Option<&Figure> {
        self.share.as_ref().filter(|share| **share != Figure::Missing("noFigure"))
    }

    /// What stands for it among the figures: the count, else the share.
    fn figure(&self) -> &Figure {
        let share = self.published_share();
        let stands_in = |share: &&Figure| {
            let is_number = share.hundredths().is_some();
            is_number || self.count == Figure::Missing("noFigure")
        };
        match &self.count {
            Figure::Missing(_) => share.filter(stands_in).unwrap_or(&self.count),
            count => count,
        }
    }

    fn fact(&self) -> String {
        let count = match self.count {
            Figure::Missing(_) => format!("{:?} of {}", self.count, self.of),
            Figure::Known { .. } => format!("{:?}/{}", self.count, self.of),
        };
        match (self.published_share(), self.count.exactly()) {
            (Some(share), _) => format!("{count}, {}", share_fact(share, &self.count, self.of)),
            (None, Some(_)) => format!("{count}, its share"),
            (None, None) => count,
        }
    }
}

impl Levels {
    pub fn highlight(&self) -> Option<&'static str> {
        self.highlight.map(|index| self.levels[index].name)
    }

    pub fn document(&self) -> Value {
        let periods: Vec<String> = (0..self.periods).map(label).collect();
        let level = |level: &Level| {
            let counts: Vec<Value> = level.progress.iter().map(|p| p.count.json()).collect();
            let of: Vec<Value> = level.progress.iter().map(|p| number(100 * p.of)).collect();
            let share = |p: &Progress| p.share.as_ref().map_or(Value::Null, Figure::json);
            let shares: Vec<Value> = level.progress.iter().map(share).collect();
            json!({ "id": level.name, "name": level.name, "unit": level.unit,
                    "counts": counts, "of": of, "share": shares })
        };
        let levels: Vec<Value> = self.levels.iter().map(level).collect();
        json!({ "version": 1, "place": "Nơi thử",
                "ntm": { "title": "Thử", "measure": "Đo", "periods": periods, "levels": levels } })
    }

    pub fn facts(&self) -> Vec<String> {
        let mut facts = Vec::new();
        if let Some(latest) = self.latest() {
            if self.levels.len() > FEW {
                facts.push(format!("{} rows", self.levels.len()));
                facts.push(format!("{} more rows", self.levels.len() - FEW));
                facts.extend(self.counted_changes(latest));
            }
            let told = &self.levels[..self.levels.len().min(FEW)];
            for level in told {
                facts.push(level.latest_fact(latest));
                level.changes(latest, &mut facts);
            }
            let followed = if self.highlight.is_some() { &told[..1] } else { told };
            for level in followed.iter().filter(|_| followed.len() <= 2) {
                level.peaks(latest, &mut facts);
            }
        }
        let all = self.levels.iter().flat_map(|level| &level.progress);
        facts.push(missing(&all.map(Progress::figure).collect::<Vec<&Figure>>()));
        if self.have_different_wholes() {
            facts.push("different wholes".into());
        }
        facts
    }

    fn latest(&self) -> Option<usize> {
        let says = |period: &usize| {
            self.levels.iter().any(|level| level.progress[*period].figure().says_something())
        };
        (0..self.periods).rev().find(says)
    }

    fn counted_changes(&self, latest: usize) -> Option<String> {
        let from = latest.checked_sub(1)?;
        let changes = self.levels.iter().filter_map(|level| level.change(from, latest));
        let changes: Vec<i64> = changes.collect();
        let count = |sign: i64| changes.iter().filter(|change| change.signum() == sign).count();
        let (up, down, same) = (count(1), count(-1), count(0));
        (!changes.is_empty()).then(|| format!("{up} up {down} down {same} same since {from}"))
    }

    /// Of what is counted in one unit.
    fn have_different_wholes(&self) -> bool {
        let last = self.periods - 1;
        self.levels.iter().any(|one| {
            let others = self.levels.iter().filter(|other| other.unit == one.unit);
            others.into_iter().any(|other| other.progress[last].of != one.progress[last].of)
        })
    }

    pub fn told_facts(&self, summary: &str, language: &Language) -> Vec<String> {
        let mut facts = Vec::new();
        for sentence in sentences(summary, &label(self.periods - 1), language) {
            self.hear(sentence, language, &mut facts);
        }
        facts
    }

    fn hear(&self, sentence: &str, language: &Language, facts: &mut Vec<String>) {
        let lead =
            self.latest().map(|latest| language.in_year.replace("{}", &label(latest)) + ": ");
        if let Some(clauses) = lead.and_then(|lead| sentence.strip_prefix(lead.as_str())) {
            for clause in clauses.split("; ") {
                facts.push(match place(language.more_rows, clause) {
                    Some(count) => format!("{count} more rows"),
                    None => self.hear_latest(clause, language),
                });
            }
        } else if let Some(count) = place(language.rows, sentence) {
            facts.push(format!("{count} rows"));
        } else if let Some(found) = places(language.counted_changes, sentence) {
            let since = index_of(found[0], language);
            let (up, down, same) = (found[2], found[3], found[4]);
            facts.push(format!("{up} up {down} down {same} same since {since}"));
        } else if let Some(found) = places(language.against, sentence) {
            let since = index_of(found[0], language);
            for clause in found[1].split("; ") {
                let (level, text) = self.level_of(clause);
                let change = level.hear_change(text, language);
                facts.push(format!("{} since {since}: {change}", level.name));
            }
        } else if sentence == language.nothing || place(language.missing, sentence).is_some() {
            facts.push(hear_missing(sentence, language));
        } else if sentence == language.denominators {
            facts.push("different wholes".into());
        } else {
            self.hear_peaks(sentence, language, facts);
        }
    }

    fn level_of<'t>(&self, clause: &'t str) -> (&Level, &'t str) {
        let after = |level: &'_ Level| clause.strip_prefix(level.name)?.strip_prefix(' ');
        let found = self.levels.iter().find_map(|level| Some((level, after(level)?)));
        found.unwrap_or_else(|| panic!("no level in “{clause}”"))
    }

    fn hear_latest(&self, clause: &str, language: &Language) -> String {
        let (level, text) = self.level_of(clause);
        match places(language.last, text) {
            Some(found) => {
                let [now, last] =
                    [found[0], found[1]].map(|text| hear_progress(text, level.unit, language));
                format!("{}: {now}, {last} of {}", level.name, found[2])
            }
            None => format!("{}: {}", level.name, hear_progress(text, level.unit, language)),
        }
    }

    fn hear_peaks(&self, sentence: &str, language: &Language, facts: &mut Vec<String>) {
        for clause in sentence.split("; ") {
            let kinds = [("high", language.peak_high), ("low", language.peak_low)];
            let heard = kinds.iter().find_map(|(word, pattern)| {
                let found = places(pattern, clause)?;
                let (level, _) = self.level_of(clause);
                let progress = hear_progress(found[1], level.unit, language);
                Some(format!("peak {word} {}: {progress} of {}", level.name, found[2]))
            });
            facts.push(heard.unwrap_or_else(|| panic!("what is “{sentence}”?")));
        }
    }
}

impl Level {
    fn latest_fact(&self, latest: usize) -> String {
        let now = &self.progress[latest];
        let before = (0..latest).rev().find(|&at| self.progress[at].figure().says_something());
        match before.filter(|_| !now.figure().says_something()) {
            Some(last) => {
                let then = self.progress[last].fact();
                format!("{}: {}, {then} of {}", self.name, now.fact(), label(last))
            }
            None => format!("{}: {}", self.name, now.fact()),
        }
    }

    /// Within one whole.
    fn change(&self, from: usize, to: usize) -> Option<i64> {
        let (from, to) = (&self.progress[from], &self.progress[to]);
        let change = to.count.exactly()? - from.count.exactly()?;
        (from.of == to.of).then_some(change / 100)
    }

    fn changes(&self, latest: usize, facts: &mut Vec<String>) {
        let mut since: Vec<usize> =
            (0..latest).filter(|&from| self.change(from, latest).is_some()).collect();
        let Some(nearest) = since.pop() else { return };
        let first = since.first().filter(|&&first| first + 1 < nearest);
        for &from in first.into_iter().chain([&nearest]) {
            let change = self.change(from, latest).unwrap_or_default();
            facts.push(format!("{} since {from}: {change}", self.name));
        }
    }

    fn peaks(&self, latest: usize, facts: &mut Vec<String>) {
        let is_told = |&period: &usize| {
            let progress = &self.progress[period];
            progress.count.hundredths().is_some() && progress.of == self.progress[latest].of
        };
        let periods: Vec<usize> = (0..=latest).filter(is_told).collect();
        let counts: Vec<&Figure> = periods.iter().map(|&p| &self.progress[p].count).collect();
        for (word, sign) in [("high", 1), ("low", -1)] {
            if let [at] = certain_extremes(sign, &counts)[..]
                && at > 0
                && at + 1 < periods.len()
            {
                let progress = self.progress[periods[at]].fact();
                facts.push(format!(
                    "peak {word} {}: {progress} of {}",
                    self.name,
                    label(periods[at])
                ));
            }
        }
    }

    fn hear_change(&self, text: &str, language: &Language) -> i64 {
        if text == language.word("unchanged") {
            return 0;
        }
        for (word, sign) in [("rose", 1), ("fell", -1)] {
            if let Some(size) = text.strip_prefix(language.word(word)) {
                let size = size.trim();
                let is_singular = language.tag == "en" && size == "1";
                let unit = if is_singular { "" } else { self.unit };
                let count = size.strip_suffix(unit).expect("the unit").trim_end();
                return sign * count.parse::<i64>().expect("a count");
            }
        }
        panic!("what is “{text}”?")
    }
}

fn label(period: usize) -> String {
    (FIRST_YEAR + period).to_string()
}

fn index_of(text: &str, language: &Language) -> usize {
    let year = place(language.year, text).expect("a year");
    year.parse::<usize>().expect("a year") - FIRST_YEAR
}

/// “ít nhất 3/9 xã (sơ bộ), 33,33%”, “không công bố (trong tổng số 9 xã)”
fn hear_progress(text: &str, unit: &str, language: &Language) -> String {
    let mut end = text.find(unit).expect("what is counted") + unit.len();
    let is_gap = !text.contains('/');
    if is_gap || text[end..].starts_with(" (") {
        end += text[end..].find(')').expect("a bracket") + 1;
    }
    let (counted, share) = text.split_at(end);
    let share = share.strip_prefix(", ");
    if is_gap {
        let (reason, whole) = counted.split_once(" (").expect("a bracket");
        let of = whole.split(' ').find(|word| word.parse::<i64>().is_ok()).expect("a count");
        let reason = read(reason, "", language);
        return match share {
            Some(share) => format!("{reason:?} of {of}, {:?}", read(share, "%", language)),
            None => format!("{reason:?} of {of}"),
        };
    }
    let (count, rest) = counted.split_once('/').expect("a fraction");
    let of = rest.split(' ').next().expect("a count");
    let status = rest.split_once(" (").map_or(String::new(), |(_, status)| format!(" ({status}"));
    let count = read(&[count, &status].concat(), "", language);
    let whole: i64 = of.parse().expect("a count");
    match share {
        None => format!("{count:?}/{of}"),
        Some(share) => {
            let share = share_fact(&read(share, "%", language), &count, whole);
            format!("{count:?}/{of}, {share}")
        }
    }
}

/// A share, or that it is what count ÷ whole gives to two decimals.
fn share_fact(share: &Figure, count: &Figure, of: i64) -> String {
    let is_own = |share: i64, count: i64| (share * of - 100 * count).abs() * 2 <= of;
    match (share, count.exactly()) {
        (Figure::Known { hundredths, qualifier: None, status: None }, Some(count))
            if is_own(*hundredths, count) =>
        {
            "its share".into()
        }
        _ => format!("{share:?}"),
    }
}
