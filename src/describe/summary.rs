//! What a careful journalist would say of a chart. Nothing is said that the
//! figures do not make certain.

use super::extremes::{highest, lowest};
use crate::locale::{Locale, Word};
use crate::model::{ChartKind, Dataset, Figure, Missing, Part, Periods, Role, RowRef};
use crate::words;
use std::cmp::Ordering;

/// More rows than these are told as a whole: their number and the extremes.
const MAX_ROWS: usize = 6;
/// Names in one place of a sentence.
const MAX_NAMES: usize = 3;

/// A few sentences; the highlighted row comes first.
pub fn summary(
    dataset: &Dataset,
    kind: ChartKind,
    highlight: Option<&str>,
    locale: &Locale,
) -> String {
    let Some(periods) = dataset.periods(kind) else { return String::new() };
    let story = Story::new(dataset, kind, periods, highlight, locale);
    let mut sentences = vec![story.lead()];
    match story.latest {
        Some(latest) => {
            sentences.extend(story.row_count());
            sentences.extend(story.latest_figures(latest));
            sentences.extend(story.extremes(latest));
            sentences.extend(story.changes(latest));
            sentences.extend(story.change_counts(latest));
            sentences.extend(story.peaks(latest));
            sentences.extend(story.missing());
        }
        None => sentences.push(story.nothing()),
    }
    sentences.extend(story.breaks());
    sentences.extend(words::denominators_note(kind, dataset, locale).map(str::to_string));
    sentences.push(words::source_line(kind, dataset, locale));
    sentences.join(" ")
}

struct Story<'a> {
    dataset: &'a Dataset,
    kind: ChartKind,
    periods: &'a Periods,
    locale: &'a Locale,
    rows: Vec<RowRef<'a>>,
    /// The rows that are told one by one, the highlighted first.
    told: Vec<RowRef<'a>>,
    has_highlight: bool,
    /// The last period of which anything is known.
    latest: Option<usize>,
}

impl<'a> Story<'a> {
    fn new(
        dataset: &'a Dataset,
        kind: ChartKind,
        periods: &'a Periods,
        highlight: Option<&str>,
        locale: &'a Locale,
    ) -> Story<'a> {
        let rows: Vec<RowRef> = dataset.rows(kind).collect();
        let mut told = rows.clone();
        // A stable sort: the others keep the order of the document.
        told.sort_by_key(|row| Some(row.id) != highlight);
        let has_highlight = told.first().is_some_and(|row| Some(row.id) == highlight);
        if kind == ChartKind::Ntm {
            told.truncate(MAX_ROWS);
        } else if rows.len() > MAX_ROWS {
            told.retain(|row| row.role != Role::Part || Some(row.id) == highlight);
        }
        let tells = |row: &RowRef, period: usize| row.figure(period).is_some_and(tells);
        let latest = |aims: bool| {
            let rows = || rows.iter().filter(|row| aims || row.role != Role::Target);
            (0..periods.len()).rev().find(|&period| rows().any(|row| tells(row, period)))
        };
        // A target for a year to come does not make that year the latest.
        let latest = latest(false).or_else(|| latest(true));
        Story { dataset, kind, periods, locale, rows, told, has_highlight, latest }
    }

    fn lead(&self) -> String {
        let title = words::title(self.kind, self.dataset, self.locale);
        let place = words::place(self.dataset, self.locale);
        let subtitle = words::subtitle(self.kind, self.dataset, self.locale);
        let places = [
            ("title", words::unstopped(&title)),
            ("place", words::unstopped(&place)),
            ("subtitle", words::unstopped(&subtitle)),
        ];
        self.locale.say(Word::SummaryLead, &places)
    }

    fn row_count(&self) -> Option<String> {
        let count = self.locale.whole(self.rows.len());
        (self.rows.len() > MAX_ROWS)
            .then(|| self.locale.say(Word::SummaryRows, &[("count", &count)]))
    }

    /// “Năm 2023: Hộ nghèo 2,33%; Hộ cận nghèo 2,8%.”
    fn latest_figures(&self, latest: usize) -> Option<String> {
        let mut clauses: Vec<String> =
            self.told.iter().map(|row| self.told_figure(row, latest)).collect();
        // Levels are too few and too different to be told as a whole.
        if self.kind == ChartKind::Ntm && self.told.len() < self.rows.len() {
            let rest = self.locale.whole(self.rows.len() - self.told.len());
            clauses.push(self.locale.say(Word::SummaryRest, &[("count", &rest)]));
        }
        self.sentence(latest, ": ", clauses)
    }

    fn told_figure(&self, row: &RowRef, latest: usize) -> String {
        let mut text = self.name(row);
        text.push(' ');
        text.push_str(&self.figure(row, latest));
        let is_missing = row.figure(latest).is_some_and(|figure| !tells(figure));
        let before = (0..latest).rev().find(|&period| row.figure(period).is_some_and(tells));
        if let Some(before) = before.filter(|_| is_missing) {
            let (figure, period) = (self.figure(row, before), self.period(before));
            let places = [("figure", figure.as_str()), ("period", &period)];
            text.push_str(", ");
            text.push_str(&self.locale.say(Word::SummaryLast, &places));
        }
        text
    }

    fn figure(&self, row: &RowRef, period: usize) -> String {
        if let (Some(level), Some(progress)) = (row.level, row.progress(period)) {
            let mut text = words::progress_text(level, progress, self.locale);
            if let Some(share) = words::progress_share(progress, self.locale) {
                text.push_str(", ");
                text.push_str(&share);
            }
            return text;
        }
        let unit = words::part_unit(self.kind, self.dataset, row, Part::Value, self.locale);
        row.figure(period).map_or(String::new(), |figure| {
            words::figure_with_count(self.kind, row, figure, &unit, self.locale)
        })
    }

    /// The highest and the lowest of the parts, where they are certain. Levels
    /// are not ranked: one is a part of the other.
    fn extremes(&self, latest: usize) -> Option<String> {
        let parts: Vec<&RowRef> = self.rows.iter().filter(|row| row.role == Role::Part).collect();
        let ranked = match self.kind {
            ChartKind::Growth => parts.len() > 2,
            // Of poor and near-poor households neither leads.
            ChartKind::Poverty => self.rows.len() > MAX_ROWS,
            ChartKind::Ntm => false,
        };
        if !ranked {
            return None;
        }
        let known: Vec<(&RowRef, &Figure)> = parts
            .iter()
            .filter_map(|row| Some((*row, row.figure(latest)?)))
            .filter(|(_, figure)| figure.number().is_some())
            .collect();
        let figures = || known.iter().map(|(_, figure)| *figure);
        let clause = |word, indices: Vec<usize>| {
            let rows = indices.iter().filter_map(|&index| known.get(index));
            let names = self.names(rows.map(|(row, _)| *row));
            let (row, figure) = known.get(*indices.first()?)?;
            let unit = words::part_unit(self.kind, self.dataset, row, Part::Value, self.locale);
            let figure = words::figure(figure, &unit, self.locale);
            Some(self.locale.say(word, &[("names", &names), ("figure", &figure)]))
        };
        let high = highest(figures()).and_then(|indices| clause(Word::Highest, indices));
        let low = lowest(figures()).and_then(|indices| clause(Word::Lowest, indices));
        let mut clauses: Vec<String> = high.into_iter().chain(low).collect();
        if let Some(first) = clauses.first_mut().filter(|_| known.len() < parts.len()) {
            let count = self.locale.whole(known.len());
            first.insert_str(0, &self.locale.say(Word::AmongKnown, &[("count", &count)]));
        }
        clauses.extend(self.largest_contribution(&parts, latest));
        self.sentence(latest, ", ", clauses)
    }

    /// Only where every sector's contribution is known.
    fn largest_contribution(&self, parts: &[&RowRef], latest: usize) -> Option<String> {
        let figures = || parts.iter().filter_map(|row| row.contribution(latest));
        if figures().filter(|figure| figure.number().is_some()).count() < parts.len() {
            return None;
        }
        let indices = highest(figures())?;
        let names = self.names(indices.iter().filter_map(|&index| parts.get(index)).copied());
        let figure = figures().nth(*indices.first()?)?;
        let figure = words::contribution(figure, self.locale);
        Some(self.locale.say(Word::MostContribution, &[("names", &names), ("figure", &figure)]))
    }

    /// The changes of the told rows, by the period they are measured from.
    fn changes(&self, latest: usize) -> Option<String> {
        let mut groups: Vec<(usize, Vec<String>)> = Vec::new();
        for row in self.told.iter().filter(|row| row.role != Role::Target) {
            for (from, change) in self.row_changes(row, latest) {
                let change = words::change_words(self.kind, &change, self.locale);
                let clause = [self.name(row), change].join(" ");
                match groups.iter_mut().find(|(other, _)| *other == from) {
                    Some((_, clauses)) => clauses.push(clause),
                    None => groups.push((from, vec![clause])),
                }
            }
        }
        groups.sort_by_key(|(from, _)| std::cmp::Reverse(*from));
        let sentences: Vec<String> = groups
            .into_iter()
            .map(|(from, clauses)| {
                let places = [("period", &*self.period(from)), ("list", &*clauses.join("; "))];
                self.locale.say(Word::SummaryChange, &places)
            })
            .collect();
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }

    /// Against the period before; of a state that was followed for longer also
    /// against the first that can be compared. Growth is of one period, so the
    /// one before is enough.
    fn row_changes(&self, row: &RowRef, latest: usize) -> Vec<(usize, words::Change)> {
        let between = |from| {
            let span = (from, latest);
            words::change_between(self.dataset, self.kind, row, span, self.locale)
        };
        let before = words::change_before(self.dataset, self.kind, row, latest, self.locale);
        let Some((before, change)) = before else { return Vec::new() };
        let mut changes = vec![(before, change)];
        if self.kind != ChartKind::Growth {
            let longer = 0..before.saturating_sub(1);
            changes.extend(longer.into_iter().find_map(|from| Some((from, between(from)?))));
        }
        changes
    }

    /// Of many rows, how many rose and fell.
    fn change_counts(&self, latest: usize) -> Option<String> {
        if self.rows.len() <= MAX_ROWS {
            return None;
        }
        let is_comparable =
            |&from: &usize| words::is_comparable(self.dataset, self.kind, from, latest);
        let from = (0..latest).rev().find(is_comparable)?;
        let (mut rose, mut fell, mut same) = (0, 0, 0);
        for row in self.rows.iter().filter(|row| row.role == Role::Part) {
            let span = (from, latest);
            let change = words::change_between(self.dataset, self.kind, row, span, self.locale);
            match change.map(|change| change.direction) {
                Some(Ordering::Greater) => rose += 1,
                Some(Ordering::Less) => fell += 1,
                Some(Ordering::Equal) => same += 1,
                None => {}
            }
        }
        let compared = rose + fell + same;
        if compared == 0 {
            return None;
        }
        let [rose, fell, same] = [rose, fell, same].map(|count| self.locale.whole(count));
        let places = [
            ("period", &*self.period(from)),
            ("count", &*self.locale.whole(compared)),
            ("rose", &rose),
            ("fell", &fell),
            ("same", &same),
        ];
        Some(self.locale.say(Word::SummaryChanges, &places))
    }

    /// Highest and lowest points of a line that lie between its ends, which
    /// the changes do not tell.
    fn peaks(&self, latest: usize) -> Option<String> {
        let rows = match self.told.as_slice() {
            [first, ..] if self.has_highlight => std::slice::from_ref(first),
            rows if rows.len() <= 2 => rows,
            _ => return None,
        };
        let mut clauses = Vec::new();
        for row in rows.iter().filter(|row| row.role != Role::Target) {
            let is_comparable = |&period: &usize| {
                period == latest || words::is_comparable(self.dataset, self.kind, period, latest)
            };
            let points: Vec<(usize, &Figure)> = (0..=latest)
                .filter(is_comparable)
                .filter_map(|period| Some((period, row.figure(period)?)))
                .filter(|(_, figure)| figure.number().is_some())
                .collect();
            let figures = || points.iter().map(|(_, figure)| *figure);
            for (word, found) in
                [(Word::PeakHigh, highest(figures())), (Word::PeakLow, lowest(figures()))]
            {
                // One point, and neither the first nor the last.
                let Some([index]) = found.as_deref() else { continue };
                if let Some((period, _)) = points.get(*index).filter(|_| *index > 0)
                    && index + 1 < points.len()
                {
                    let places = [
                        ("name", &*self.name(row)),
                        ("figure", &*self.figure(row, *period)),
                        ("period", &*self.period(*period)),
                    ];
                    clauses.push(self.locale.say(word, &places));
                }
            }
        }
        (!clauses.is_empty()).then(|| words::stopped(&clauses.join("; ")))
    }

    /// How many figures there are not, and why.
    fn missing(&self) -> Option<String> {
        let (counts, total) = self.missing_counts();
        let mut list = Vec::new();
        for (reason, count) in REASONS.iter().zip(counts).filter(|(_, count)| *count > 0) {
            let word = words::missing(*reason, self.locale);
            list.push([word, &self.locale.whole(count)].join(": "));
        }
        let count: usize = counts.iter().sum();
        let places = [
            ("count", &*self.locale.whole(count)),
            ("total", &*self.locale.whole(total)),
            ("list", &*list.join("; ")),
        ];
        (count > 0).then(|| self.locale.say(Word::SummaryMissing, &places))
    }

    fn missing_counts(&self) -> ([usize; REASONS.len()], usize) {
        let mut counts = [0; REASONS.len()];
        let mut total = 0;
        for row in &self.rows {
            for figure in (0..self.periods.len()).filter_map(|period| row.figure(period)) {
                total += 1;
                for (reason, count) in REASONS.iter().zip(&mut counts) {
                    *count += usize::from(figure.missing() == Some(*reason));
                }
            }
        }
        (counts, total)
    }

    /// Where nothing is known of any period.
    fn nothing(&self) -> String {
        let (counts, total) = self.missing_counts();
        match counts {
            [none, ..] if none < total => self.missing().unwrap_or_default(),
            _ => self.locale.word(Word::SummaryNothing).to_string(),
        }
    }

    fn breaks(&self) -> Option<String> {
        let breaks = self.dataset.breaks(self.kind);
        let list = self.some_of(breaks.iter().map(|a_break| {
            let name = words::break_name(a_break, self.locale);
            [&*self.period(a_break.before), " (", words::unstopped(&name), ")"].concat()
        }));
        (!breaks.is_empty()).then(|| self.locale.say(Word::SummaryBreaks, &[("list", &list)]))
    }

    /// “Năm 2023: a; b.”
    fn sentence(&self, period: usize, after: &str, clauses: Vec<String>) -> Option<String> {
        let label = self.periods.labels.get(period)?;
        let mut text = words::period_lead(label, self.locale);
        text.push_str(after);
        text.push_str(&clauses.join("; "));
        (!clauses.is_empty()).then(|| words::stopped(&text))
    }

    fn names<'r>(&self, rows: impl Iterator<Item = &'r RowRef<'r>>) -> String {
        self.some_of(rows.map(|row| self.name(row)))
    }

    /// “a, b và c”; of more than a few, how many more.
    fn some_of(&self, items: impl Iterator<Item = String>) -> String {
        let items: Vec<String> = items.collect();
        let more = items.len().saturating_sub(MAX_NAMES);
        let mut text = String::new();
        for (index, item) in items.iter().take(MAX_NAMES).enumerate() {
            if index > 0 && index + 1 == items.len() {
                text.push(' ');
                text.push_str(self.locale.word(Word::And));
                text.push(' ');
            } else if index > 0 {
                text.push_str(", ");
            }
            text.push_str(item);
        }
        if more > 0 {
            let more = self.locale.whole(more);
            text.push(' ');
            text.push_str(&self.locale.say(Word::AndOthers, &[("count", &more)]));
        }
        text
    }

    fn name(&self, row: &RowRef) -> String {
        words::row_name(self.kind, row.id, row.name, self.locale)
    }

    fn period(&self, index: usize) -> String {
        let label = self.periods.labels.get(index);
        label.map(|label| words::period(label, self.locale)).unwrap_or_default()
    }
}

/// In the order in which they are counted and told.
const REASONS: [Missing; 6] = [
    Missing::NoFigure,
    Missing::Suppressed,
    Missing::NotCollected,
    Missing::NotApplicable,
    Missing::Up,
    Missing::Down,
];

/// Whether a figure says anything: a number, or at least where it went.
fn tells(figure: &Figure) -> bool {
    matches!(figure.missing(), None | Some(Missing::Up | Missing::Down))
}

#[cfg(test)]
mod tests;
