//! The words and sentences that a language must have.

/// An enum with the list of its variants.
macro_rules! words {
    ($(#[$about:meta])* pub enum Word { $($(#[$places:meta])* $word:ident,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Word { $($(#[$places])* $word,)* }

        impl Word {
            /// In the order in which a language's file has them.
            pub const ALL: &[Word] = &[$(Word::$word,)*];
        }
    };
}

words! {
/// One word, label or sentence, under this name in each language's file. The
/// places in braces are filled by [`fill`](super::fill).
pub enum Word {
    // Before a number.
    Over,
    Under,
    About,
    Nearly,
    AtLeast,
    AtMost,
    // In brackets after a number.
    Provisional,
    Estimated,
    Revised,
    Derived,
    // In place of a number.
    NoFigure,
    Suppressed,
    NotCollected,
    NotApplicable,
    Up,
    Down,
    // Parts of figures.
    /// `{count}` `{of}`
    CountOf,
    /// `{of}`
    OfOnly,
    Households,
    Points,
    PointsShort,
    And,
    // Names.
    /// `{id}`
    SectorNumeral,
    Target,
    /// `{value}`
    TargetValue,
    Contribution,
    /// `{value}` `{period}`
    ContributionLine,
    /// Beside the strip of parts below a total.
    ContributionShort,
    /// `{value}`
    RemainderValue,
    BreakName,
    // Titles and subtitles.
    GrowthTitle,
    PovertyTitle,
    PoorAndNearPoorTitle,
    NtmTitle,
    GrowthMeasure,
    PovertyMeasure,
    NtmMeasure,
    /// `{units}`
    NtmMeasureUnits,
    // Notes.
    NoteGaps,
    NoteSuppressed,
    NoteNotCollected,
    NoteNotApplicable,
    NoteDirection,
    NoteTrueTime,
    /// `{period}` `{name}`
    NoteBreak,
    NoteAcrossBreak,
    NoteAcrossBreaks,
    /// `{list}`
    NoteDerived,
    NoteDenominators,
    NoteShares,
    NoteMore,
    /// `{count}`
    AndOthers,
    // Sources.
    /// `{list}`
    Source,
    SourceNone,
    SourceSome,
    /// `{date}`
    AsOf,
    // Labels of tips and columns of tables.
    LabelValue,
    LabelPeriod,
    LabelCount,
    LabelHouseholds,
    LabelAchieved,
    LabelShare,
    LabelNote,
    LabelSource,
    /// `{period}`
    LabelChange,
    /// `{period}`
    ColumnContribution,
    // Changes.
    /// `{change}`
    Rose,
    /// `{change}`
    Fell,
    Unchanged,
    /// `{change}`
    Higher,
    /// `{change}`
    Lower,
    /// `{name}`
    NotComparable,
    // Sentences of the summary.
    /// `{title}` `{place}` `{subtitle}`
    SummaryLead,
    /// `{period}`
    InYear,
    /// `{count}`
    SummaryRows,
    /// `{figure}` `{period}`
    SummaryLast,
    /// `{period}` `{list}`
    SummaryChange,
    /// `{period}` `{count}` `{rose}` `{fell}` `{same}`
    SummaryChanges,
    /// `{names}` `{figure}`
    Highest,
    /// `{names}` `{figure}`
    Lowest,
    /// `{count}`
    AmongKnown,
    /// `{names}` `{figure}`
    MostContribution,
    /// `{name}` `{figure}` `{period}`
    PeakHigh,
    /// `{name}` `{figure}` `{period}`
    PeakLow,
    /// `{list}`
    SummaryBreaks,
    SummaryNothing,
    /// `{count}` `{total}` `{list}`
    SummaryMissing,
    /// `{count}`
    SummaryRest,
    // What is wrong with a document, and what to write instead.
    /// `{line}` `{column}`
    Syntax,
    SyntaxSomewhere,
    /// `{expected}` `{found}`
    Type,
    ExpectedObject,
    ExpectedArray,
    ExpectedFigure,
    ExpectedNumber,
    ExpectedNumberOrNull,
    ExpectedWholeNumber,
    ExpectedText,
    ExpectedString,
    FoundNull,
    FoundBoolean,
    FoundNumber,
    /// `{string}`
    FoundString,
    FoundArray,
    FoundObject,
    FoundNotData,
    /// `{found}` `{number}`
    NumberAsString,
    /// `{found}` `{whole}` `{decimal}`
    AmbiguousNumber,
    /// `{key}`
    Missing,
    /// `{keys}`
    MissingOneOf,
    /// `{section}`
    NoSection,
    /// `{sections}`
    NothingToDraw,
    /// `{found}`
    ChartNotNamed,
    /// `{found}` `{charts}`
    UnknownChart,
    /// `{chart}` `{charts}`
    ChartNotDrawn,
    /// `{key}`
    NotDrawn,
    /// `{key}`
    UnknownKey,
    /// `{key}` `{similar}`
    UnknownKeySimilar,
    /// `{found}` `{allowed}`
    UnknownValue,
    /// `{id}` `{ids}`
    NameNeeded,
    EmptyText,
    EmptyList,
    /// `{found}`
    Version,
    NotFinite,
    TooLarge,
    TooSmall,
    Negative,
    /// `{min}` `{max}`
    OutOfRange,
    NotWhole,
    /// `{count}` `{of}`
    CountAboveOf,
    /// `{word}` `{limit}`
    QualifierBeyond,
    /// `{found}` `{periods}`
    Length,
    /// `{value}`
    Duplicate,
    /// `{found}`
    Date,
    /// `{found}`
    PeriodAt,
    /// `{earlier}` `{later}`
    PeriodOrder,
    /// `{found}`
    BreakPeriod,
    /// `{key}` `{word}`
    OnlyWithNull,
    /// `{key}` `{word}`
    NeedsValue,
    /// `{one}` `{other}`
    Conflict,
    /// `{id}`
    UnknownSource,
    SourceNotNamed,
    /// `{found}` `{limit}` `{what}`
    TooMany,
    Areas,
    Series,
    Periods,
    Figures,
    Characters,
    Criteria,
    Entries,
    TooDeep,
    /// `{count}`
    More,
    // Built-in names; what a language has no sourced name for is empty there.
    // “Urban” is of wards or townships: which of them, the unit says.
    SectorI,
    SectorII,
    SectorIII,
    SectorTaxes,
    SectorTotal,
    SeriesPoor,
    SeriesNearPoor,
    LevelNtm,
    LevelNtmAdvanced,
    LevelNtmModel,
    LevelNtmModern,
    LevelUrban,
    LevelDistrictNtm,
    UnitNtm,
    UnitNtmAdvanced,
    UnitNtmModel,
    UnitNtmModern,
    UnitUrban,
    UnitDistrictNtm,
    // Months; empty where dates are written in digits.
    January,
    February,
    March,
    April,
    May,
    June,
    July,
    August,
    September,
    October,
    November,
    December,
}
}

/// What a built-in id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Builtin {
    Sector,
    Poverty,
    Level,
    /// What a level counts.
    LevelUnit,
}

impl Builtin {
    pub fn word(self, id: &str) -> Option<Word> {
        let names: &[(&str, Word)] = match self {
            Builtin::Sector => SECTORS,
            Builtin::Poverty => SERIES,
            Builtin::Level => LEVELS,
            Builtin::LevelUnit => UNITS,
        };
        names.iter().find(|(own, _)| *own == id).map(|(_, word)| *word)
    }
}

const SECTORS: &[(&str, Word)] = &[
    ("I", Word::SectorI),
    ("II", Word::SectorII),
    ("III", Word::SectorIII),
    ("taxes", Word::SectorTaxes),
    ("total", Word::SectorTotal),
];

const SERIES: &[(&str, Word)] = &[("poor", Word::SeriesPoor), ("nearPoor", Word::SeriesNearPoor)];

const LEVELS: &[(&str, Word)] = &[
    ("ntm", Word::LevelNtm),
    ("ntmAdvanced", Word::LevelNtmAdvanced),
    ("ntmModel", Word::LevelNtmModel),
    ("ntmModern", Word::LevelNtmModern),
    ("urban", Word::LevelUrban),
    ("districtNtm", Word::LevelDistrictNtm),
];

const UNITS: &[(&str, Word)] = &[
    ("ntm", Word::UnitNtm),
    ("ntmAdvanced", Word::UnitNtmAdvanced),
    ("ntmModel", Word::UnitNtmModel),
    ("ntmModern", Word::UnitNtmModern),
    ("urban", Word::UnitUrban),
    ("districtNtm", Word::UnitDistrictNtm),
];

const MONTHS: [Word; 12] = [
    Word::January,
    Word::February,
    Word::March,
    Word::April,
    Word::May,
    Word::June,
    Word::July,
    Word::August,
    Word::September,
    Word::October,
    Word::November,
    Word::December,
];

/// A month's name, from 1.
pub fn month(number: u8) -> Option<Word> {
    MONTHS.get(usize::from(number).wrapping_sub(1)).copied()
}
