//! What is said of plans and results. Their items have neither rows of periods
//! nor one unit, so they have a table, tips and a summary of their own.

use super::extremes::{End, surely};
use super::summary::{lead, missing, some_of};
use super::table::{Cell, Table, TableRow, caption};
use super::tip::Tip;
use crate::locale::Word;
use crate::model::{Better, Figure, Item, Outcome, Outturn, Planned, RowRef};
use crate::words::{self, Section};
use core::ops::Range;

/// Items told one by one in a sentence of the summary.
const MAX_TOLD: usize = 6;

/// In the order of the columns.
const COLUMNS: [Column; 6] =
    [Column::Group, Column::Result, Column::Plan, Column::Share, Column::Verdict, Column::Change];

#[derive(Clone, Copy)]
enum Column {
    Group,
    Result,
    Plan,
    Share,
    Verdict,
    Change,
}

impl Column {
    fn label(self) -> Word {
        match self {
            Column::Group => Word::LabelGroup,
            Column::Result => Word::LabelResult,
            Column::Plan => Word::LabelPlan,
            Column::Share => Word::LabelOfPlan,
            Column::Verdict => Word::LabelVerdict,
            Column::Change => Word::LabelTrend,
        }
    }

    /// The text of an item, and the figure behind it; none where it has no such.
    fn text(self, section: &Section, item: &Item) -> Option<String> {
        let locale = section.locale;
        match self {
            Column::Group => item.group.as_ref().map(|group| section.text(group).to_string()),
            Column::Result => match words::item_part(item, locale) {
                Some(share) => {
                    Some([&*words::item_result(item, locale)?, " (", &share, ")"].concat())
                }
                None => words::item_result(item, locale),
            },
            Column::Plan => words::item_plan(item, locale),
            Column::Share => words::item_share(item, locale),
            Column::Verdict => words::item_verdict(item, locale),
            Column::Change => words::item_change(item, locale),
        }
    }

    fn is_missing(self, item: &Item) -> bool {
        let is_missing = |figure: &Figure| figure.missing().is_some();
        match self {
            Column::Group | Column::Verdict => false,
            Column::Result => item.actual().is_some_and(is_missing),
            Column::Plan => item.plan().is_some_and(is_missing),
            Column::Share => item.achieved().is_some_and(is_missing),
            Column::Change => item.change.as_ref().is_some_and(|c| is_missing(&c.figure)),
        }
    }

    fn cell(self, section: &Section, item: &Item) -> Cell {
        match self.text(section, item) {
            Some(text) => Cell { text, missing: self.is_missing(item), order: None },
            None => Cell { text: "–".to_string(), missing: true, order: None },
        }
    }
}

fn items<'a>(section: &Section<'a>) -> Vec<&'a Item> {
    section.dataset.targets.iter().flat_map(|targets| &targets.items).collect()
}

/// A row an item, a column for what any of them has.
pub fn table(section: &Section, rows: Range<usize>) -> Table {
    let items = items(section);
    let mut columns = COLUMNS.to_vec();
    columns.retain(|column| items.iter().any(|item| column.text(section, item).is_some()));
    let row = |item: &&Item| TableRow {
        header: section.text(&item.name).to_string(),
        cells: columns.iter().map(|column| column.cell(section, item)).collect(),
    };
    Table {
        caption: caption(section),
        columns: columns
            .iter()
            .map(|column| section.locale.word(column.label()).to_string())
            .collect(),
        rows: items.iter().skip(rows.start).take(rows.len()).map(row).collect(),
    }
}

/// All that was published of an item, its result first.
pub fn tell(tip: &mut Tip, section: &Section, row: &RowRef, item: &Item) {
    let locale = section.locale;
    let mut told = vec![
        (Word::LabelResult, words::item_result(item, locale)),
        (Word::LabelShare, words::item_part(item, locale)),
        (Word::LabelPlan, words::item_plan(item, locale)),
        (Word::LabelOfPlan, words::item_share(item, locale)),
        (Word::LabelVerdict, words::item_verdict(item, locale)),
        (Word::LabelTrend, words::item_change(item, locale)),
    ];
    if let [(_, result @ None), _, _, (_, share), ..] = told.as_mut_slice() {
        // Without a result the share comes first, and says of what it is one.
        *share = None;
        *result = words::item_share_of_plan(item, locale);
    }
    for (label, text) in told {
        if let Some(text) = text {
            tip.push(locale.word(label), text);
        }
    }
    if let Some(count) = item.actual().and_then(|f| words::count_of(section.kind, row, f, locale)) {
        tip.push(words::count_label(section.kind, row, locale), count);
    }
    let basis = words::basis(section, item);
    for (label, text) in [(Word::LabelBasis, basis), (Word::LabelGroup, item.group.as_ref())] {
        if let Some(text) = text {
            tip.push(locale.word(label), section.text(text).to_string());
        }
    }
}

/// The highlighted item; how the plans came out, which were not reached, then
/// progress and the other figures.
pub fn summary(section: &Section, highlight: Option<&str>) -> String {
    let items = items(section);
    let is_highlighted = |item: &&&Item| Some(item.id.as_str()) == highlight;
    let alone = Story { section, items: items.iter().filter(is_highlighted).copied().collect() };
    let story = Story { section, items };
    let mut sentences = vec![lead(section)];
    for outcome in OUTCOMES {
        sentences.extend(alone.plans(outcome));
    }
    sentences.extend(alone.parts());
    sentences.extend(alone.key_figures());
    sentences.extend(story.counts());
    for outcome in OUTCOMES {
        sentences.extend(story.plans(outcome));
        if outcome == Some(Outcome::NotMet) {
            sentences.extend(story.shortfall());
        }
    }
    sentences.extend(story.parts());
    sentences.extend(story.key_figures());
    sentences.extend(story.missing());
    sentences.push(words::source_line(section.kind, section.dataset, section.locale));
    sentences.join(" ")
}

/// In the order in which they are told: first what needs attention.
const OUTCOMES: [Option<Outcome>; 4] =
    [Some(Outcome::NotMet), None, Some(Outcome::Exceeded), Some(Outcome::Met)];

struct Story<'s, 'a> {
    section: &'s Section<'a>,
    items: Vec<&'a Item>,
}

impl<'a> Story<'_, 'a> {
    fn planned(&self) -> Vec<(&'a Item, &'a Planned)> {
        self.items.iter().filter_map(|item| Some((*item, item.planned()?))).collect()
    }

    /// “Trong 22 chỉ tiêu có kế hoạch: 9 vượt, 12 đạt, 1 chưa đạt.”
    fn counts(&self) -> Option<String> {
        let locale = self.section.locale;
        let planned = self.planned();
        let mut list = String::new();
        for outcome in [Some(Outcome::Exceeded), Some(Outcome::Met), Some(Outcome::NotMet), None] {
            let with_outcome = planned.iter().filter(|(_, planned)| planned.verdict() == outcome);
            let count = with_outcome.count();
            if count > 0 {
                let word = words::uncapitalised(words::outcome(outcome, locale));
                let places = [("word", &*word), ("count", &*locale.whole(count))];
                list.push_str(if list.is_empty() { "" } else { ", " });
                list.push_str(&locale.say(Word::CountOfVerdict, &places));
            }
        }
        let places = [("count", &*locale.whole(planned.len())), ("list", &list)];
        (planned.len() > 1).then(|| locale.say(Word::SummaryPlans, &places))
    }

    /// “Chưa đạt: Vốn đầu tư toàn xã hội (3.443 tỷ đồng; trên 89% kế hoạch).”
    fn plans(&self, outcome: Option<Outcome>) -> Option<String> {
        let locale = self.section.locale;
        let mut clauses = Vec::new();
        for (item, planned) in self.planned() {
            if planned.verdict() == outcome {
                clauses.push(self.clause(item, words::item_share_of_plan(item, locale)));
            }
        }
        let word = words::outcome(outcome, locale);
        (!clauses.is_empty()).then(|| [word, ": ", &self.list(&clauses), "."].concat())
    }

    /// “Vốn đầu tư toàn xã hội (3.443 tỷ đồng; trên 89% kế hoạch; theo Nghị quyết)”.
    /// Figures in brackets: names may end in numbers.
    fn clause(&self, item: &Item, share: Option<String>) -> String {
        let locale = self.section.locale;
        let mut parts: Vec<String> =
            words::item_result(item, locale).into_iter().chain(share).collect();
        parts.extend(words::item_asides(item, locale));
        [self.section.text(&item.name), " (", &parts.join("; "), ")"].concat()
    }

    /// “a; b và 3 mục khác”
    fn list(&self, clauses: &[String]) -> String {
        let (told, rest) = clauses.split_at(clauses.len().min(MAX_TOLD));
        let mut text = told.join("; ");
        if !rest.is_empty() {
            let count = self.section.locale.whole(rest.len());
            text.push(' ');
            text.push_str(&self.section.locale.say(Word::AndOthers, &[("count", &count)]));
        }
        text
    }

    /// The plan that was missed by most, where all shares make that certain.
    fn shortfall(&self) -> Option<String> {
        let planned = self.planned();
        let missed: Vec<&(&Item, &Planned)> = planned
            .iter()
            .filter(|(_, planned)| planned.verdict() == Some(Outcome::NotMet))
            .collect();
        let shares: Vec<&Figure> = missed
            .iter()
            .filter(|(_, planned)| planned.better == Better::Higher)
            .filter_map(|(_, planned)| planned.share())
            .filter(|share| share.number().is_some())
            .collect();
        if shares.len() < missed.len() {
            return None;
        }
        let lowest = surely(End::Lowest, &shares);
        let names: Vec<&str> = lowest
            .iter()
            .filter_map(|&index| missed.get(index))
            .map(|(item, _)| self.section.text(&item.name))
            .collect();
        let locale = self.section.locale;
        let (furthest, _) = missed.get(*lowest.first()?)?;
        let share = words::item_share_of_plan(furthest, locale)?;
        let places = [("names", &*some_of(&names, locale)), ("figure", &*share)];
        Some(locale.say(Word::LargestShortfall, &places))
    }

    fn parts(&self) -> Option<String> {
        let clauses = self.results(|result| matches!(result, Outturn::Part(_)));
        let list = self.list(&clauses);
        let locale = self.section.locale;
        (!clauses.is_empty()).then(|| locale.say(Word::SummaryParts, &[("list", &list)]))
    }

    fn key_figures(&self) -> Option<String> {
        let clauses = self.results(|result| matches!(result, Outturn::Key(_)));
        let list = self.list(&clauses);
        if clauses.is_empty() {
            return None;
        }
        if clauses.len() < self.items.len() {
            let places = [("list", &*list)];
            return Some(self.section.locale.say(Word::SummaryKeyFigures, &places));
        }
        let period = self.section.periods.labels.first()?;
        let lead = words::period_lead(period, self.section.locale);
        Some([&lead, ": ", &list, "."].concat())
    }

    /// The items of one kind.
    fn results(&self, is_told: fn(&Outturn) -> bool) -> Vec<String> {
        let told = self.items.iter().filter(|item| is_told(&item.result));
        told.map(|item| self.clause(item, words::item_part(item, self.section.locale))).collect()
    }

    fn missing(&self) -> Option<String> {
        let told = |item: &&'a Item| {
            let known = item.actual().filter(|figure| figure.number().is_some());
            known.or(item.achieved()).or(item.actual())
        };
        let figures: Vec<&Figure> = self.items.iter().filter_map(told).collect();
        missing(&figures, self.section.locale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;
    use crate::model::{ChartKind, Dataset, Missing, Qualifier};
    use crate::words::sample::*;

    fn section(dataset: &Dataset) -> Section<'_> {
        Section::of(dataset, ChartKind::Targets, &Locale::VI).unwrap()
    }

    fn planned(name: &str, share: Figure) -> Item {
        item(name, "", achieved(share, Better::Higher))
    }

    fn summary_of(items: Vec<Item>) -> String {
        summary(&section(&targets(items)), None)
    }

    #[test]
    fn the_largest_shortfall_is_told_only_where_it_is_certain() {
        let missed = |b: Figure, c: Figure| {
            summary_of(vec![planned("A", exact(101.0)), planned("B", b), planned("C", c)])
        };
        let under = |value| qualified(value, Qualifier::Under);
        let text = missed(exact(89.0), exact(72.5));
        assert!(text.contains("Cách kế hoạch xa nhất là C, 72,5% kế hoạch."), "{text}");
        assert!(missed(exact(89.0), under(80.0)).contains("xa nhất là C, dưới 80% kế hoạch."));
        for (b, c) in [(exact(89.0), exact(89.0)), (under(89.0), exact(72.5))] {
            assert!(!missed(b, c).contains("xa nhất"));
        }
        let one = summary_of(vec![planned("A", exact(101.0)), planned("B", exact(89.0))]);
        assert!(!one.contains("xa nhất"));
    }

    #[test]
    fn whose_plan_it_is_is_told_of_an_item_that_has_its_own() {
        let mut own = planned("A", exact(89.0));
        own.basis = Some(text_of("chỉ tiêu tỉnh giao"));
        let mut key = item("B", "hộ", Outturn::Key(exact(3.0)));
        key.basis = Some(text_of("báo cáo xã."));
        let text = summary_of(vec![own, key, planned("C", exact(72.5))]).replace('\u{A0}', " ");
        assert!(text.contains("A (89% kế hoạch; theo chỉ tiêu tỉnh giao); C (72,5%"), "{text}");
        assert!(text.contains("B (3 hộ; theo báo cáo xã)"), "{text}");
    }

    #[test]
    fn many_items_are_counted_and_only_some_are_named() {
        let many = (0..9).map(|i| planned(&format!("N{i}"), exact(100.0))).collect();
        let text = summary_of(many);
        assert!(text.contains("Trong 9 chỉ tiêu có kế hoạch: 9 đạt."), "{text}");
        assert!(text.contains("N5 (100% kế hoạch) và 3 mục khác."), "{text}");
    }

    #[test]
    fn the_highlighted_is_told_first() {
        let key = |name: &str| item(name, "hộ", Outturn::Key(exact(3.0)));
        let dataset = targets(vec![key("A"), key("B")]);
        let text = summary(&section(&dataset), Some("B")).replace('\u{A0}', " ");
        assert!(
            text.contains("2023). Năm 2023: B (3 hộ). Năm 2023: A (3 hộ); B (3 hộ)."),
            "{text}"
        );
        let dataset = targets(vec![planned("C", exact(80.0)), planned("D", exact(101.0))]);
        let text = summary(&section(&dataset), Some("D")).replace('\u{A0}', " ");
        assert!(text.contains("2023). Vượt: D (101% kế hoạch). Trong 2 chỉ tiêu"), "{text}");
    }

    #[test]
    fn the_table_has_a_column_for_what_any_item_has() {
        let columns = |items| table(&section(&targets(items)), 0..0).columns;
        let key = || item("A", "", Outturn::Key(exact(3.0)));
        assert_eq!(columns(vec![key()]), ["Kết quả"]);
        let both = columns(vec![key(), planned("B", exact(89.0))]);
        assert_eq!(both, ["Kết quả", "So với kế hoạch", "Đánh giá"]);
    }

    #[test]
    fn a_cell_without_a_figure_says_so() {
        let dataset = targets(vec![
            planned("A", gap(Missing::Suppressed)),
            item("B", "", Outturn::Key(exact(3.0))),
        ]);
        let rows = table(&section(&dataset), 0..usize::MAX).rows;
        let cells = |row: &TableRow| {
            let cells = row.cells.iter().map(|cell| (cell.text.clone(), cell.missing));
            cells.collect::<Vec<(String, bool)>>()
        };
        let said = |text: &str, missing| (text.to_string(), missing);
        let none = || said("–", true);
        let first = [none(), said("không công bố", true), said("Chưa rõ", false)];
        assert_eq!(cells(&rows[0]), first);
        assert_eq!(cells(&rows[1]), [said("3", false), none(), none()]);
    }
}
