//! The truth: a document that was read whole and found right.
//!
//! Every type here can only hold what can be drawn. Reading and validating is
//! in the files beside this one; nothing after it checks again.

use crate::error::Issue;

mod areas;
mod criteria;
mod document;
mod drawn;
mod figure;
mod growth;
mod interval;
mod ntm;
mod period;
mod poverty;
mod read;
mod row;
mod shares;
mod spelled;
mod table;
mod tally;
mod targets;
mod verdict;

pub use criteria::{Bin, BuiltInSet, CriteriaSet, Criterion, Group, NtmArea, State};
pub use document::{read, validate};
pub use drawn::DRAWN_OF_CROWD;
pub use growth::SECTORS;
pub use interval::{Bound, Interval};
pub use ntm::LEVELS;
pub use poverty::SERIES;
pub use shares::GROUPS;
pub use table::{Part, Role, RowRef};
pub use tally::{Tally, Trait};
pub use verdict::LONGEST_BAR;

/// What one document says of one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    pub place: Text,
    pub as_of: Option<Date>,
    pub sources: Vec<Source>,
    pub growth: Option<Growth>,
    pub structure: Option<Shares>,
    pub poverty: Option<Poverty>,
    pub living_standards: Option<Shares>,
    pub ntm: Option<Ntm>,
    pub targets: Option<Targets>,
    /// What the editor should look at, although the document is drawn.
    pub notices: Vec<Issue>,
}

/// A string in one or several languages; never empty, NFC.
///
/// A plain string has the language `""`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(pub(crate) Vec<(String, String)>);

impl Text {
    /// In the language asked for, else vi, else en, else the first.
    pub fn get(&self, lang: &str) -> &str {
        [lang, "vi", "en"]
            .iter()
            .find_map(|wanted| self.0.iter().find(|(lang, _)| lang == wanted))
            .or(self.0.first())
            .map_or("", |(_, text)| text)
    }

    /// Whether any language's string is `text`.
    pub fn is(&self, text: &str) -> bool {
        self.0.iter().any(|(_, own)| own == text)
    }
}

/// A calendar day, month or year; day and month are 0 where not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    pub year: u16,
    pub month: u8,
    pub day: u8,
}

impl Date {
    /// A number that grows with time; what is not told of a date comes first.
    pub fn order(self) -> u32 {
        (u32::from(self.year) * 100 + u32::from(self.month)) * 100 + u32::from(self.day)
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    pub id: String,
    pub name: Text,
    pub url: Option<String>,
    pub date: Option<Date>,
    pub publisher: Option<Text>,
    pub license: Option<Text>,
}

/// Index into `Dataset::sources`.
pub type SourceIndex = usize;

/// What stands beside any section, row or figure.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Annotation {
    pub note: Option<Text>,
    pub source: Option<SourceIndex>,
}

/// What every section has.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// None: the language's default title for the chart.
    pub title: Option<Text>,
    pub measure: Option<Text>,
    /// None: per cent.
    pub unit: Option<Text>,
    pub annotation: Annotation,
}

/// A published figure, or the published lack of one.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub observation: Observation,
    /// The count behind a rate (1011 of 43369 households), where published.
    pub count: Option<Number>,
    pub of: Option<Number>,
    pub annotation: Annotation,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Observation {
    Known { number: Number, qualifier: Option<Qualifier>, status: Option<Status> },
    Missing(Missing),
}

/// A finite number with the decimals it was published with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    pub value: f64,
    pub decimals: u8,
}

/// How a published number differs from the exact one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Qualifier {
    Over,
    Under,
    About,
    Nearly,
    AtLeast,
    AtMost,
}

/// Where the number comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Provisional,
    Estimated,
    Revised,
    /// Worked out by the editor from published figures.
    Derived,
}

/// Why there is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// No figure was published, or none is known.
    NoFigure,
    Suppressed,
    NotCollected,
    NotApplicable,
    /// It rose; by how much was not said.
    Up,
    /// It fell; by how much was not said.
    Down,
}

impl Figure {
    pub fn number(&self) -> Option<Number> {
        match self.observation {
            Observation::Known { number, .. } => Some(number),
            Observation::Missing(_) => None,
        }
    }

    pub fn value(&self) -> Option<f64> {
        self.number().map(|number| number.value)
    }

    pub fn qualifier(&self) -> Option<Qualifier> {
        match self.observation {
            Observation::Known { qualifier, .. } => qualifier,
            Observation::Missing(_) => None,
        }
    }

    /// Its number alone, as if it were exact.
    pub fn without_qualifier(&self) -> Figure {
        let mut observation = self.observation;
        if let Observation::Known { qualifier, .. } = &mut observation {
            *qualifier = None;
        }
        Figure { observation, ..Figure::none() }
    }

    pub fn status(&self) -> Option<Status> {
        match self.observation {
            Observation::Known { status, .. } => status,
            Observation::Missing(_) => None,
        }
    }

    pub fn missing(&self) -> Option<Missing> {
        match self.observation {
            Observation::Known { .. } => None,
            Observation::Missing(missing) => Some(missing),
        }
    }

    /// Whether the publisher may still change the number.
    pub fn is_open(&self) -> bool {
        matches!(self.status(), Some(Status::Provisional | Status::Estimated))
    }

    /// Whether the number is the exact one, so that a difference may be told.
    pub fn is_exact(&self) -> bool {
        self.number().is_some() && self.qualifier().is_none()
    }
}

/// The periods of a section, in the order given.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Periods {
    pub labels: Vec<Text>,
    /// Middle of each period in years (2015 → 2015.5), where all have one:
    /// then lines stand at their true distance in time.
    pub middles: Option<Vec<f64>>,
}

/// A row of figures, one for each period.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub id: String,
    /// None: the built-in name of `id`.
    pub name: Option<Text>,
    pub values: Vec<Figure>,
    pub annotation: Annotation,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Growth {
    pub heading: Heading,
    pub periods: Periods,
    pub sectors: Vec<Sector>,
    pub total: Option<Row>,
    pub target: Option<Row>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Sector {
    pub row: Row,
    /// Percentage points, one for each period; empty where none is given.
    pub contributions: Vec<Figure>,
}

/// Parts of a whole of 100%: sectors of output, groups of households.
#[derive(Debug, Clone, PartialEq)]
pub struct Shares {
    pub heading: Heading,
    pub periods: Periods,
    pub parts: Vec<Row>,
    /// The whole, where it was published among its parts.
    pub total: Option<Row>,
    /// What the parts leave in some period; derived, never published.
    pub remainder: Option<Row>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Poverty {
    pub heading: Heading,
    pub periods: Periods,
    pub series: Vec<Row>,
    pub breaks: Vec<Break>,
}

/// A change of standard: figures before and after are not one series.
#[derive(Debug, Clone, PartialEq)]
pub struct Break {
    /// Index of the first period under the new standard; at least 1.
    pub before: usize,
    pub note: Option<Text>,
}

/// The New Rural programme: levels, and areas with the criteria they meet. Any
/// of the lists may be empty, but not all.
#[derive(Debug, Clone, PartialEq)]
pub struct Ntm {
    pub heading: Heading,
    pub periods: Periods,
    pub levels: Vec<Level>,
    pub bins: Vec<Bin>,
    /// The sets that the section or an area names, each once.
    pub sets: Vec<CriteriaSet>,
    /// The section's own, which bins count too.
    pub set: Option<usize>,
    pub areas: Vec<NtmArea>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    pub id: String,
    pub name: Option<Text>,
    /// What is counted: communes, townships, criteria. None: built-in.
    pub unit: Option<Text>,
    /// One for each period.
    pub progress: Vec<Progress>,
    pub annotation: Annotation,
}

/// How many of how many.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    pub count: Figure,
    /// At least 1.
    pub of: Number,
    /// As published; it stands even where count ÷ of differs.
    pub share: Option<Figure>,
}

/// Plans and results, parts of wholes, key figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Targets {
    pub heading: Heading,
    /// One.
    pub periods: Periods,
    /// What the plans are those of: a resolution, the province's plan.
    pub basis: Option<Text>,
    pub items: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// As given, else its place in the list, from 1.
    pub id: String,
    pub group: Option<Text>,
    pub name: Text,
    pub unit: Option<Text>,
    pub basis: Option<Text>,
    pub result: Outturn,
    pub change: Option<ReportedChange>,
    pub annotation: Annotation,
}

/// What was published of an item.
#[derive(Debug, Clone, PartialEq)]
pub enum Outturn {
    Planned(Box<Planned>),
    /// A part of a whole: progress without a verdict.
    Part(Progress),
    Key(Figure),
}

/// A result beside its plan. The result or its share of the plan is there,
/// be it as a gap.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    pub actual: Option<Figure>,
    pub plan: Option<Figure>,
    /// Result ÷ plan in per cent, as published.
    pub achieved: Option<Figure>,
    /// The same as worked out, where it can be.
    pub worked_out: Option<Figure>,
    /// As published.
    pub outcome: Option<Outcome>,
    pub better: Better,
}

/// Whether a plan was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Met,
    NotMet,
    Exceeded,
}

/// Which results are better than planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    Higher,
    Lower,
}

/// A change that was published with a figure: it rose by so much since then.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportedChange {
    /// Negative where it fell.
    pub figure: Figure,
    pub unit: Option<Text>,
    pub since: Option<Text>,
}

/// A chart, named as in the `chart` attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    Growth,
    Structure,
    Poverty,
    LivingStandards,
    Ntm,
    NtmCriteria,
    Targets,
}

/// The address of one figure within the section of a chart.
///
/// `row` counts the rows of the chart's table from 0: in growth the sectors,
/// then the total, then the target; in poverty the series; in structure and
/// living standards the parts, then the total, then the remainder; in ntm the
/// levels; in ntm-criteria the bins, then the areas. There an area has no
/// periods: its 0 is the area as a whole, then come its criteria; in targets the
/// items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    pub row: usize,
    pub period: usize,
}
