//! The section of a chart seen as rows and periods, whatever its shape.

use super::{
    Annotation, Break, ChartKind, Dataset, Figure, Heading, Item, Key, Level, Missing, Outturn,
    Periods, Planned, Progress, Row, Shares, Source, SourceIndex, Text,
};

/// One row of a chart's table, as `Key::row` counts them.
#[derive(Debug, Clone, Copy)]
pub struct RowRef<'a> {
    pub role: Role,
    pub id: &'a str,
    pub name: Option<&'a Text>,
    pub annotation: &'a Annotation,
    /// Rates, one for each period; empty for a level.
    pub values: &'a [Figure],
    /// Percentage points, one for each period; empty where none is given.
    pub contributions: &'a [Figure],
    /// The level that the row is, in ntm.
    pub level: Option<&'a Level>,
    /// The item that the row is, in targets.
    pub item: Option<&'a Item>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A sector, a series, a group, a level, an item.
    Part,
    Total,
    Target,
    /// What the parts leave of their whole.
    Remainder,
}

/// What a published figure of a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A rate, the count of a level, the result of an item.
    Value,
    /// A level's share, as published.
    Share,
    /// A sector's part in the growth, in percentage points.
    Contribution,
    /// What was planned for an item.
    Plan,
    /// An item's result in per cent of its plan.
    Achieved,
    /// How an item changed.
    Change,
}

impl<'a> RowRef<'a> {
    pub(super) fn of(role: Role, row: &'a Row, contributions: &'a [Figure]) -> Self {
        let Row { id, name, values, annotation } = row;
        RowRef { role, name: name.as_ref(), values, contributions, ..RowRef::named(id, annotation) }
    }

    fn of_level(level: &'a Level) -> Self {
        RowRef {
            name: level.name.as_ref(),
            level: Some(level),
            ..RowRef::named(&level.id, &level.annotation)
        }
    }

    fn of_item(item: &'a Item) -> Self {
        RowRef {
            name: Some(&item.name),
            item: Some(item),
            ..RowRef::named(&item.id, &item.annotation)
        }
    }

    fn named(id: &'a str, annotation: &'a Annotation) -> Self {
        RowRef {
            role: Role::Part,
            id,
            name: None,
            annotation,
            values: &[],
            contributions: &[],
            level: None,
            item: None,
        }
    }

    /// The figure of a period: a rate, the count of a level, the result of an
    /// item, else its share of the plan.
    pub fn figure(&self, period: usize) -> Option<&'a Figure> {
        match (self.level, self.item) {
            (Some(level), _) => level.progress.get(period).map(|progress| &progress.count),
            (_, Some(item)) => item.actual().or(item.achieved()),
            // Where the parts leave nothing there is nothing to tell.
            _ if self.role == Role::Remainder => {
                let is_left = |figure: &&Figure| figure.missing() != Some(Missing::NotApplicable);
                self.values.get(period).filter(is_left)
            }
            _ => self.values.get(period),
        }
    }

    pub fn progress(&self, period: usize) -> Option<&'a Progress> {
        match self.item.map(|item| &item.result) {
            Some(Outturn::Part(progress)) => Some(progress),
            _ => self.level?.progress.get(period),
        }
    }

    pub fn contribution(&self, period: usize) -> Option<&'a Figure> {
        self.contributions.get(period)
    }

    /// All that was published for a period.
    pub fn published(&self, period: usize) -> impl Iterator<Item = (Part, &'a Figure)> {
        let figures = match self.item {
            Some(item) => [
                (Part::Value, item.actual()),
                (Part::Plan, item.plan()),
                (Part::Achieved, item.achieved()),
                (Part::Change, item.change.as_ref().map(|change| &change.figure)),
            ],
            None => [
                (Part::Value, self.figure(period)),
                (Part::Share, self.progress(period).and_then(|progress| progress.share.as_ref())),
                (Part::Contribution, self.contribution(period)),
                (Part::Change, None),
            ],
        };
        figures.into_iter().filter_map(|(part, figure)| Some((part, figure?)))
    }
}

impl Item {
    pub fn planned(&self) -> Option<&Planned> {
        if let Outturn::Planned(planned) = &self.result { Some(planned) } else { None }
    }

    /// The result, as published.
    pub fn actual(&self) -> Option<&Figure> {
        match &self.result {
            Outturn::Planned(planned) => planned.actual.as_ref(),
            Outturn::Part(progress) => Some(&progress.count),
            Outturn::Key(figure) => Some(figure),
        }
    }

    pub fn plan(&self) -> Option<&Figure> {
        self.planned()?.plan.as_ref()
    }

    /// Its share of the plan, as published.
    pub fn achieved(&self) -> Option<&Figure> {
        self.planned()?.achieved.as_ref()
    }
}

impl Shares {
    fn row(&self, index: usize) -> Option<RowRef<'_>> {
        if let Some(part) = self.parts.get(index) {
            return Some(RowRef::of(Role::Part, part, &[]));
        }
        let total = self.total.iter().map(|row| (Role::Total, row));
        let remainder = self.remainder.iter().map(|row| (Role::Remainder, row));
        let (role, row) = total.chain(remainder).nth(index - self.parts.len())?;
        Some(RowRef::of(role, row, &[]))
    }
}

impl Dataset {
    /// The parts of a whole that a chart draws, where it draws such.
    pub fn shares(&self, kind: ChartKind) -> Option<&Shares> {
        match kind {
            ChartKind::Structure => self.structure.as_ref(),
            ChartKind::LivingStandards => self.living_standards.as_ref(),
            _ => None,
        }
    }

    pub fn heading(&self, kind: ChartKind) -> Option<&Heading> {
        match kind {
            ChartKind::Growth => self.growth.as_ref().map(|section| &section.heading),
            ChartKind::Poverty => self.poverty.as_ref().map(|section| &section.heading),
            ChartKind::Structure | ChartKind::LivingStandards => {
                self.shares(kind).map(|section| &section.heading)
            }
            ChartKind::Ntm | ChartKind::NtmCriteria => {
                self.ntm.as_ref().map(|section| &section.heading)
            }
            ChartKind::Targets => self.targets.as_ref().map(|section| &section.heading),
        }
    }

    pub fn periods(&self, kind: ChartKind) -> Option<&Periods> {
        match kind {
            ChartKind::Growth => self.growth.as_ref().map(|section| &section.periods),
            ChartKind::Poverty => self.poverty.as_ref().map(|section| &section.periods),
            ChartKind::Structure | ChartKind::LivingStandards => {
                self.shares(kind).map(|section| &section.periods)
            }
            ChartKind::Ntm | ChartKind::NtmCriteria => {
                self.ntm.as_ref().map(|section| &section.periods)
            }
            ChartKind::Targets => self.targets.as_ref().map(|section| &section.periods),
        }
    }

    pub fn breaks(&self, kind: ChartKind) -> &[Break] {
        match (kind, &self.poverty) {
            (ChartKind::Poverty, Some(poverty)) => &poverty.breaks,
            _ => &[],
        }
    }

    pub fn row(&self, kind: ChartKind, index: usize) -> Option<RowRef<'_>> {
        match kind {
            ChartKind::Growth => {
                let growth = self.growth.as_ref()?;
                if let Some(sector) = growth.sectors.get(index) {
                    return Some(RowRef::of(Role::Part, &sector.row, &sector.contributions));
                }
                let total = growth.total.iter().map(|row| (Role::Total, row));
                let target = growth.target.iter().map(|row| (Role::Target, row));
                let (role, row) = total.chain(target).nth(index - growth.sectors.len())?;
                Some(RowRef::of(role, row, &[]))
            }
            ChartKind::Poverty => {
                let series = self.poverty.as_ref()?.series.get(index)?;
                Some(RowRef::of(Role::Part, series, &[]))
            }
            ChartKind::Structure | ChartKind::LivingStandards => self.shares(kind)?.row(index),
            ChartKind::Ntm => self.ntm.as_ref()?.levels.get(index).map(RowRef::of_level),
            // Areas and bins are no rows of periods.
            ChartKind::NtmCriteria => None,
            ChartKind::Targets => self.targets.as_ref()?.items.get(index).map(RowRef::of_item),
        }
    }

    /// The rows in the order of the table.
    pub fn rows(&self, kind: ChartKind) -> impl Iterator<Item = RowRef<'_>> + Clone {
        (0..).map_while(move |index| self.row(kind, index))
    }

    pub fn figure_at(&self, kind: ChartKind, key: Key) -> Option<&Figure> {
        self.row(kind, key.row)?.figure(key.period)
    }

    /// The source of a section: its own, else the only one there is.
    pub fn section_source(&self, kind: ChartKind) -> Option<SourceIndex> {
        let own = self.heading(kind).and_then(|heading| heading.annotation.source);
        own.or((self.sources.len() == 1).then_some(0))
    }

    /// The source of a figure: the nearest one wins. What the parts leave has none.
    pub fn source_of(&self, kind: ChartKind, row: &RowRef<'_>, figure: &Figure) -> Option<&Source> {
        if row.role == Role::Remainder {
            return None;
        }
        self.nearest_source(kind, &[&figure.annotation, row.annotation])
    }

    /// The first source that `annotations` name, else the section's.
    pub fn nearest_source(&self, kind: ChartKind, annotations: &[&Annotation]) -> Option<&Source> {
        let own = annotations.iter().find_map(|annotation| annotation.source);
        self.sources.get(own.or_else(|| self.section_source(kind))?)
    }

    /// Whether a change of standard lies between two periods.
    pub fn is_broken_between(&self, kind: ChartKind, from: usize, to: usize) -> bool {
        self.breaks(kind).iter().any(|a_break| from < a_break.before && a_break.before <= to)
    }
}
