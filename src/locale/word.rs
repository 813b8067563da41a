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
    /// What parts that are “over” leave of a whole.
    AtMostLeft,
    /// What is left by parts of which some may be more and some less.
    NotBounded,
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
    // What an area is by a criterion.
    CriterionMet,
    CriterionNotMet,
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
    /// What the parts leave of their whole.
    Remainder,
    BreakName,
    // Areas and their criteria.
    /// `{area}` `{id}` `{name}`
    AreaCriterion,
    /// `{name}` `{code}`
    AreaCode,
    /// `{from}`
    BinFrom,
    // Plans and results.
    Met,
    Exceeded,
    NotMet,
    NotJudged,
    LowerIsBetter,
    /// `{share}`
    ShareOfPlan,
    /// `{value}`
    PlanValue,
    /// `{basis}`
    ItemBasis,
    /// `{since}`
    ChangeSince,
    // Titles and subtitles.
    GrowthTitle,
    PovertyTitle,
    PoorAndNearPoorTitle,
    StructureTitle,
    LivingStandardsTitle,
    NtmTitle,
    TargetsTitle,
    KeyFiguresTitle,
    GrowthMeasure,
    PovertyMeasure,
    StructureMeasure,
    LivingStandardsMeasure,
    NtmMeasure,
    /// `{units}`
    NtmMeasureUnits,
    CriteriaTitle,
    CriteriaTitleCommunes,
    /// `{units}`
    BinsTitle,
    /// `{count}`
    CriteriaSets,
    /// `{basis}`
    TargetsMeasure,
    // Notes.
    NoteGaps,
    NoteSuppressed,
    NoteNotCollected,
    NoteNotApplicable,
    NoteDirection,
    NoteOpen,
    NoteTrueTime,
    /// `{sum}` `{remainder}`
    NoteSum,
    /// `{sum}` `{list}` `{remainder}`
    NoteSumQualified,
    /// `{sum}` `{list}`
    NoteSumNotBounded,
    /// `{count}` `{word}`
    PartsQualified,
    /// `{list}`
    NoteRemainders,
    NoteRemainderMissing,
    NoteRounding,
    /// `{period}` `{name}`
    NoteBreak,
    NoteAcrossBreak,
    NoteAcrossBreaks,
    /// `{list}`
    NoteDerived,
    NoteDenominators,
    NoteShares,
    NoteCountOnly,
    NoteApplicable,
    /// `{count}`
    NoteSince,
    NoteOrder,
    /// `{limit}`
    NoteCut,
    NoteCrowd,
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
    LabelResult,
    LabelPlan,
    LabelOfPlan,
    LabelVerdict,
    LabelTrend,
    LabelGroup,
    LabelBasis,
    LabelNote,
    LabelSource,
    /// `{period}`
    LabelChange,
    /// `{period}`
    ColumnContribution,
    LabelMet,
    LabelNotMet,
    LabelLevel,
    LabelSince,
    /// `{units}`
    ColumnUnits,
    /// Over the changes beside a chart: `{period}` `{from}`
    ColumnChange,
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
    TheYear,
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
    /// `{total}` `{units}`
    SummaryEveryMet,
    /// `{count}` `{total}` `{units}`
    SummaryAllMet,
    /// `{list}`
    SummaryShort,
    /// `{list}`
    SummaryMostUnmet,
    /// `{list}`
    SummaryUnknown,
    /// `{list}`
    SummaryLevels,
    /// `{count}` `{list}`
    SummaryPlans,
    /// `{word}` `{count}`
    CountOfVerdict,
    /// `{names}` `{figure}`
    LargestShortfall,
    /// `{list}`
    SummaryParts,
    /// `{list}`
    SummaryKeyFigures,
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
    ExpectedCriteria,
    ExpectedState,
    ExpectedMet,
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
    NotPositive,
    /// `{min}` `{max}`
    OutOfRange,
    NotWhole,
    /// `{sum}` `{period}`
    SumAboveWhole,
    /// `{key}` `{count}` `{of}`
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
    OutcomeDiffers,
    /// `{id}`
    UnknownSource,
    /// `{id}` `{first}` `{last}`
    UnknownCriterion,
    /// `{from}` `{to}`
    BinRange,
    BinsOverlap,
    NotWebAddress,
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
    GroupPoor,
    GroupNearPoor,
    GroupAverage,
    GroupFair,
    GroupRich,
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
    // Levels as they stand beside an area, and sets of criteria.
    UnitDistrict,
    ShortNtm,
    ShortNtmAdvanced,
    ShortNtmModel,
    ShortNtmModern,
    ShortUrban,
    ShortDistrictNtm,
    /// `{count}`
    SetCommune2021,
    /// `{count}`
    SetCommune2026,
    /// `{count}`
    SetUrban2022,
    /// `{count}`
    SetDistrict2021,
    // Criteria, each set in its order; then the groups of the one that has some.
    Commune2021N1,
    Commune2021N2,
    Commune2021N3,
    Commune2021N4,
    Commune2021N5,
    Commune2021N6,
    Commune2021N7,
    Commune2021N8,
    Commune2021N9,
    Commune2021N10,
    Commune2021N11,
    Commune2021N12,
    Commune2021N13,
    Commune2021N14,
    Commune2021N15,
    Commune2021N16,
    Commune2021N17,
    Commune2021N18,
    Commune2021N19,
    Commune2026N1,
    Commune2026N2,
    Commune2026N3,
    Commune2026N4,
    Commune2026N5,
    Commune2026N6,
    Commune2026N7,
    Commune2026N8,
    Commune2026N9,
    Commune2026N10,
    Urban2022N1,
    Urban2022N2,
    Urban2022N3,
    Urban2022N4,
    Urban2022N5,
    Urban2022N6,
    Urban2022N7,
    Urban2022N8,
    Urban2022N9,
    District2021N1,
    District2021N2,
    District2021N3,
    District2021N4,
    District2021N5,
    District2021N6,
    District2021N7,
    District2021N8,
    District2021N9,
    Commune2021Group1,
    Commune2021Group2,
    Commune2021Group3,
    Commune2021Group4,
    Commune2021Group5,
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
    Group,
    Level,
    /// What a level counts.
    LevelUnit,
    /// A level as it stands beside an area.
    ShortLevel,
}

impl Builtin {
    pub fn word(self, id: &str) -> Option<Word> {
        let names: &[(&str, Word)] = match self {
            Builtin::Sector => SECTORS,
            Builtin::Poverty => SERIES,
            Builtin::Group => GROUPS,
            Builtin::Level => LEVELS,
            Builtin::LevelUnit => UNITS,
            Builtin::ShortLevel => SHORT_LEVELS,
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

const GROUPS: &[(&str, Word)] = &[
    ("poor", Word::GroupPoor),
    ("nearPoor", Word::GroupNearPoor),
    ("average", Word::GroupAverage),
    ("fair", Word::GroupFair),
    ("rich", Word::GroupRich),
];

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

const SHORT_LEVELS: &[(&str, Word)] = &[
    ("ntm", Word::ShortNtm),
    ("ntmAdvanced", Word::ShortNtmAdvanced),
    ("ntmModel", Word::ShortNtmModel),
    ("ntmModern", Word::ShortNtmModern),
    ("urban", Word::ShortUrban),
    ("districtNtm", Word::ShortDistrictNtm),
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
