//! What a careful journalist would say of a chart. Nothing is said that the
//! figures do not make certain.

use super::extremes::{End, surely};
use crate::locale::{Locale, Word};
use crate::model::{ChartKind, Dataset, Figure, Missing, Part, Role, RowRef};
use crate::words::{self, Section};
use std::cmp::Ordering;

/// More rows than these are told as a whole: their number and the extremes.
const MAX_ROWS: usize = 6;
/// Names in one place of a sentence.
const MAX_NAMES: usize = 3;

/// Of rows and periods.
pub(super) fn summary(
    dataset: &Dataset,
    kind: ChartKind,
    highlight: Option<&str>,
    locale: &Locale,
) -> String {
    let Some(section) = Section::of(dataset, kind, locale) else { return String::new() };
    let story = Story::new(section, highlight);
    let sentences = [
        Some(lead(&section)),
        story.of_latest(Story::row_count),
        story.of_latest(Story::latest_figures),
        story.of_latest(Story::extremes),
        story.of_latest(Story::changes),
        story.of_latest(Story::change_counts),
        story.of_latest(Story::peaks),
        story.missing(),
        story.sums(),
        story.breaks(),
        words::denominators_note(&section),
        Some(words::source_line(kind, dataset, locale)),
    ];
    sentences.into_iter().flatten().collect::<Vec<String>>().join(" ")
}

/// What it is about: title, place, measure and period.
pub(super) fn lead(section: &Section) -> String {
    let Section { dataset, kind, locale, .. } = *section;
    let title = words::title(kind, dataset, locale);
    let subtitle = words::subtitle(kind, dataset, locale);
    let places = [
        ("title", words::unstopped(&title)),
        ("place", words::unstopped(section.text(&dataset.place))),
        ("subtitle", words::unstopped(&subtitle)),
    ];
    locale.say(Word::SummaryLead, &places)
}

struct Story<'a> {
    section: Section<'a>,
    locale: &'a Locale,
    rows: Vec<RowRef<'a>>,
    /// The rows that are told one by one, the highlighted first.
    told: Vec<RowRef<'a>>,
    has_highlight: bool,
    /// The last period of which anything is known.
    latest: Option<usize>,
}

impl<'a> Story<'a> {
    fn new(section: Section<'a>, highlight: Option<&str>) -> Story<'a> {
        // What the parts leave is told in a sentence of its own.
        let rows = section.dataset.rows(section.kind);
        let rows: Vec<RowRef> = rows.filter(|row| row.role != Role::Remainder).collect();
        let highlighted = rows.iter().position(|row| Some(row.id) == highlight);
        let is_told = |index: usize, row: &RowRef| match section.kind {
            ChartKind::Ntm => index < MAX_ROWS,
            _ => rows.len() <= MAX_ROWS || row.role != Role::Part,
        };
        let mut told: Vec<RowRef> =
            highlighted.iter().filter_map(|&index| rows.get(index)).copied().collect();
        for (index, row) in rows.iter().enumerate() {
            if Some(index) != highlighted && is_told(index, row) {
                told.push(*row);
            }
        }
        // A target for a year to come does not make that year the latest.
        let (mut latest, mut aimed) = (None, None);
        for row in &rows {
            let last = if row.role == Role::Target { &mut aimed } else { &mut latest };
            *last = (*last).max(last_told(row, section.periods.len()));
        }
        let latest = latest.or(aimed);
        Story {
            section,
            locale: section.locale,
            rows,
            told,
            has_highlight: highlighted.is_some(),
            latest,
        }
    }

    fn of_latest(&self, tell: fn(&Self, usize) -> Option<String>) -> Option<String> {
        tell(self, self.latest?)
    }

    fn row_count(&self, _: usize) -> Option<String> {
        let count = self.locale.whole(self.rows.len());
        self.has_many().then(|| self.locale.say(Word::SummaryRows, &[("count", &count)]))
    }

    fn has_many(&self) -> bool {
        self.rows.len() > MAX_ROWS
    }

    /// “Năm 2023: Hộ nghèo 2,33%; Hộ cận nghèo 2,8%.”
    fn latest_figures(&self, latest: usize) -> Option<String> {
        let mut clauses: Vec<String> =
            self.told.iter().map(|row| self.told_figure(row, latest)).collect();
        // Levels are too few and too different to be told as a whole.
        let rest = self.rows.len() - self.told.len();
        if self.section.kind == ChartKind::Ntm && rest > 0 {
            let rest = self.locale.whole(rest);
            clauses.push(self.locale.say(Word::SummaryRest, &[("count", &rest)]));
        }
        self.sentence(latest, ": ", clauses)
    }

    fn told_figure(&self, row: &RowRef<'a>, latest: usize) -> String {
        let mut text = [self.section.name(row), &self.figure(row, latest)].join(" ");
        if let Some(part) = row.contribution(latest).filter(|part| part.number().is_some()) {
            let part = words::contribution(part, self.locale);
            text.push_str(", ");
            text.push_str(&[self.locale.word(Word::ContributionShort), &part].join(" "));
        }
        if let Some(last) = last_told(row, latest + 1).filter(|&last| last < latest) {
            let figure = self.figure(row, last);
            let places = [("figure", &*figure), ("period", self.section.period(last))];
            text.push_str(", ");
            text.push_str(&self.locale.say(Word::SummaryLast, &places));
        }
        text
    }

    fn figure(&self, row: &RowRef<'a>, period: usize) -> String {
        if let (Some(level), Some(progress)) = (row.level, row.progress(period)) {
            let count = words::progress_text(level, progress, self.locale);
            return match words::progress_share(progress, self.locale) {
                Some(share) => [count, share].join(", "),
                None => count,
            };
        }
        let figure = row.figure(period);
        figure.map_or(String::new(), |figure| words::figure_with_count(&self.section, row, figure))
    }

    /// The highest and the lowest of the parts, where they are certain. Levels
    /// are not ranked: one is a part of the other.
    fn extremes(&self, latest: usize) -> Option<String> {
        let parts: Vec<&RowRef> = self.rows.iter().filter(|row| row.role == Role::Part).collect();
        let is_ranked = match self.section.kind {
            ChartKind::Growth | ChartKind::Structure => parts.len() > 2,
            // Of poor and near-poor households neither leads.
            ChartKind::Poverty => self.has_many(),
            ChartKind::LivingStandards
            | ChartKind::Ntm
            | ChartKind::NtmCriteria
            | ChartKind::Targets => false,
        };
        if !is_ranked {
            return None;
        }
        let figures: Vec<&Figure> = parts.iter().filter_map(|row| row.figure(latest)).collect();
        let known = figures.iter().filter(|figure| figure.number().is_some()).count();
        let mut clauses = Vec::new();
        for (end, word) in [(End::Highest, Word::Highest), (End::Lowest, Word::Lowest)] {
            clauses.extend(self.extreme(&parts, &figures, end, word, Part::Value));
        }
        if let Some(first) = clauses.first_mut().filter(|_| known < parts.len()) {
            let count = self.locale.whole(known);
            first.insert_str(0, &self.locale.say(Word::AmongKnown, &[("count", &count)]));
        }
        let contributions: Vec<&Figure> =
            parts.iter().filter_map(|row| row.contribution(latest)).collect();
        // The largest is certain only where all of them are known.
        if contributions.len() == parts.len()
            && contributions.iter().all(|figure| figure.number().is_some())
        {
            let word = Word::MostContribution;
            let part = Part::Contribution;
            clauses.extend(self.extreme(&parts, &contributions, End::Highest, word, part));
        }
        self.sentence(latest, ", ", clauses)
    }

    /// “cao nhất là Công nghiệp và xây dựng, 20,23%”
    fn extreme(
        &self,
        rows: &[&RowRef<'a>],
        figures: &[&Figure],
        end: End,
        word: Word,
        part: Part,
    ) -> Option<String> {
        let indices = surely(end, figures);
        let names: Vec<&str> = indices
            .iter()
            .filter_map(|&index| rows.get(index))
            .map(|row| self.section.name(row))
            .collect();
        let first = *indices.first()?;
        let unit = self.section.unit(rows.get(first)?, part);
        let figure = words::figure(figures.get(first)?, unit, self.locale);
        let places = [("names", &*some_of(&names, self.locale)), ("figure", &*figure)];
        Some(self.locale.say(word, &places))
    }

    /// The changes of the told rows, by the period they are measured from.
    fn changes(&self, latest: usize) -> Option<String> {
        let mut groups: Vec<(usize, String)> = Vec::new();
        for row in self.told.iter().filter(|row| row.role != Role::Target) {
            for (from, change) in self.row_changes(row, latest) {
                let change = words::change_words(self.section.kind, &change, self.locale);
                let clause = [self.section.name(row), &change].join(" ");
                match groups.iter_mut().find(|(other, _)| *other == from) {
                    Some((_, list)) => {
                        list.push_str("; ");
                        list.push_str(&clause);
                    }
                    None => groups.push((from, clause)),
                }
            }
        }
        let mut sentences = Vec::new();
        for (from, list) in &groups {
            let places = [("period", &*self.period(*from)), ("list", list)];
            sentences.push(self.locale.say(Word::SummaryChange, &places));
        }
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }

    /// Against the period before; of a state that was followed for longer also
    /// against the first that can be compared. Growth is of one period, so the
    /// one before is enough.
    fn row_changes(&self, row: &RowRef, latest: usize) -> Vec<(usize, words::Change)> {
        let mut changes = Vec::new();
        let Some(change) = words::change_before(&self.section, row, latest) else { return changes };
        let longer = 0..change.0.saturating_sub(1);
        changes.push(change);
        if self.section.kind != ChartKind::Growth {
            let between = |from| words::change_between(&self.section, row, from, latest);
            changes.extend(longer.into_iter().find_map(|from| Some((from, between(from)?))));
        }
        changes
    }

    /// Of many rows, how many rose and fell.
    fn change_counts(&self, latest: usize) -> Option<String> {
        let is_comparable = |&from: &usize| words::is_comparable(&self.section, from, latest);
        let from = (0..latest).rev().find(is_comparable).filter(|_| self.has_many())?;
        let (mut rose, mut fell, mut same) = (0, 0, 0);
        for row in self.rows.iter().filter(|row| row.role == Role::Part) {
            let change = words::change_between(&self.section, row, from, latest);
            match change.map(|change| change.direction) {
                Some(Ordering::Greater) => rose += 1,
                Some(Ordering::Less) => fell += 1,
                Some(Ordering::Equal) => same += 1,
                None => {}
            }
        }
        let places = [
            ("period", &*self.period(from)),
            ("count", &*self.locale.whole(rose + fell + same)),
            ("rose", &*self.locale.whole(rose)),
            ("fell", &*self.locale.whole(fell)),
            ("same", &*self.locale.whole(same)),
        ];
        (rose + fell + same > 0).then(|| self.locale.say(Word::SummaryChanges, &places))
    }

    /// Highest and lowest points of a line that lie between its ends, which
    /// the changes do not tell: of the highlighted row, or of one or two.
    fn peaks(&self, latest: usize) -> Option<String> {
        let count = if self.has_highlight { 1 } else { self.told.len() };
        if count > 2 {
            return None;
        }
        let mut clauses = Vec::new();
        for row in self.told.iter().take(count) {
            let mut periods = Vec::new();
            let mut figures = Vec::new();
            for period in 0..=latest {
                let figure = row.figure(period).filter(|figure| figure.number().is_some());
                if let Some(figure) = figure
                    && words::is_comparable_row(&self.section, row, period, latest)
                {
                    periods.push(period);
                    figures.push(figure);
                }
            }
            for (end, word) in [(End::Highest, Word::PeakHigh), (End::Lowest, Word::PeakLow)] {
                // One point, and neither the first nor the last.
                let inner = match surely(end, &figures).as_slice() {
                    [index] if *index > 0 && index + 1 < periods.len() => periods.get(*index),
                    _ => None,
                };
                let Some(&period) = inner else { continue };
                let places = [
                    ("name", self.section.name(row)),
                    ("figure", &*self.figure(row, period)),
                    ("period", self.section.period(period)),
                ];
                clauses.push(self.locale.say(word, &places));
            }
        }
        (!clauses.is_empty()).then(|| words::stopped(&clauses.join("; ")))
    }

    fn missing(&self) -> Option<String> {
        let mut figures = Vec::new();
        for row in &self.rows {
            figures
                .extend((0..self.section.periods.len()).filter_map(|period| told_of(row, period)));
        }
        missing(&figures, self.locale)
    }

    /// What the parts add up to, where that is not the whole.
    fn sums(&self) -> Option<String> {
        let notes = words::sum_notes(&self.section);
        (!notes.is_empty()).then(|| notes.join(" "))
    }

    fn breaks(&self) -> Option<String> {
        let mut names = Vec::new();
        for a_break in self.section.breaks() {
            let name = words::unstopped(self.section.break_name(a_break));
            names.push([&self.period(a_break.before), " (", name, ")"].concat());
        }
        let list = some_of(&names, self.locale);
        (!names.is_empty()).then(|| self.locale.say(Word::SummaryBreaks, &[("list", &list)]))
    }

    /// As it stands inside a sentence.
    fn period(&self, index: usize) -> String {
        words::period_within(self.section.period(index), self.locale)
    }

    /// “Năm 2023: a; b.”
    fn sentence(&self, period: usize, after: &str, clauses: Vec<String>) -> Option<String> {
        let lead = words::period_lead(self.section.periods.labels.get(period)?, self.locale);
        let text = [&lead, after, &clauses.join("; ")].concat();
        (!clauses.is_empty()).then(|| words::stopped(&text))
    }
}

/// “a, b và c”; of more than a few, how many more.
pub(super) fn some_of<T: AsRef<str>>(items: &[T], locale: &Locale) -> String {
    let mut text = String::new();
    for (index, item) in items.iter().take(MAX_NAMES).enumerate() {
        if index > 0 && index + 1 == items.len() {
            text.push(' ');
            text.push_str(locale.word(Word::And));
            text.push(' ');
        } else if index > 0 {
            text.push_str(", ");
        }
        text.push_str(item.as_ref());
    }
    if items.len() > MAX_NAMES {
        let more = locale.whole(items.len() - MAX_NAMES);
        text.push(' ');
        text.push_str(&locale.say(Word::AndOthers, &[("count", &more)]));
    }
    text
}

/// How many figures there are not, and why.
pub(super) fn missing(figures: &[&Figure], locale: &Locale) -> Option<String> {
    let all: Vec<Missing> = figures.iter().filter_map(|figure| figure.missing()).collect();
    let count = |reason| all.iter().filter(|other| **other == reason).count();
    let mut list = Vec::new();
    let mut missing = 0;
    for reason in REASONS {
        let count = count(reason);
        if count == figures.len() && reason == Missing::NoFigure {
            return Some(locale.word(Word::SummaryNothing).to_string());
        }
        if count > 0 {
            missing += count;
            list.push([words::missing(reason, locale), &locale.whole(count)].join(": "));
        }
    }
    let places = [
        ("count", &*locale.whole(missing)),
        ("total", &*locale.whole(figures.len())),
        ("list", &*list.join("; ")),
    ];
    (missing > 0).then(|| locale.say(Word::SummaryMissing, &places))
}

/// In the order in which they are told.
const REASONS: [Missing; 6] = [
    Missing::NoFigure,
    Missing::Suppressed,
    Missing::NotCollected,
    Missing::NotApplicable,
    Missing::Up,
    Missing::Down,
];

/// The last of the first `periods` of which a row says anything: a number, or
/// at least where it went.
fn last_told(row: &RowRef, periods: usize) -> Option<usize> {
    (0..periods).rev().find(|&period| {
        told_of(row, period).is_some_and(|figure| {
            matches!(figure.missing(), None | Some(Missing::Up | Missing::Down))
        })
    })
}

/// The figure of a row, or the share that was published in place of a count.
fn told_of<'a>(row: &RowRef<'a>, period: usize) -> Option<&'a Figure> {
    let figure = row.figure(period)?;
    let share = row.progress(period).and_then(words::published_share);
    let stands_in = |share: &&Figure| {
        figure.missing() == Some(Missing::NoFigure)
            || (figure.missing().is_some() && share.number().is_some())
    };
    Some(share.filter(stands_in).unwrap_or(figure))
}

#[cfg(test)]
mod tests;
