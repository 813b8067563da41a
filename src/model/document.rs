//! Reads the document: its parts, and which chart it feeds.

use super::read::{Reader, Unknown, excerpt};
use super::{ChartKind, Dataset, Ntm};
use crate::error::{Issue, Problem, Severity};
use crate::input::{self, Tree};

impl ChartKind {
    pub const ALL: [ChartKind; 7] = [
        ChartKind::Growth,
        ChartKind::Structure,
        ChartKind::Poverty,
        ChartKind::LivingStandards,
        ChartKind::Ntm,
        ChartKind::NtmCriteria,
        ChartKind::Targets,
    ];

    /// As in the `chart` attribute.
    pub fn name(self) -> &'static str {
        match self {
            ChartKind::Growth => "growth",
            ChartKind::Structure => "structure",
            ChartKind::Poverty => "poverty",
            ChartKind::LivingStandards => "living-standards",
            ChartKind::Ntm => "ntm",
            ChartKind::NtmCriteria => "ntm-criteria",
            ChartKind::Targets => "targets",
        }
    }

    /// The key of the document's section that feeds it.
    pub fn section(self) -> &'static str {
        match self {
            ChartKind::LivingStandards => "livingStandards",
            ChartKind::NtmCriteria => "ntm",
            _ => self.name(),
        }
    }

    /// What of it a document must have.
    fn needs(self) -> &'static str {
        match self {
            ChartKind::Ntm => "ntm.levels",
            ChartKind::NtmCriteria => "ntm.areas",
            _ => self.section(),
        }
    }

    fn is_fed_by(self, dataset: &Dataset) -> bool {
        match self {
            ChartKind::Growth => dataset.growth.is_some(),
            ChartKind::Structure => dataset.structure.is_some(),
            ChartKind::Poverty => dataset.poverty.is_some(),
            ChartKind::LivingStandards => dataset.living_standards.is_some(),
            ChartKind::Ntm => dataset.ntm.as_ref().is_some_and(|ntm| !ntm.levels.is_empty()),
            ChartKind::NtmCriteria => dataset.ntm.as_ref().is_some_and(Ntm::has_grid),
            ChartKind::Targets => dataset.targets.is_some(),
        }
    }
}

/// Reads a document for one chart, named or the only one that it feeds.
///
/// # Errors
///
/// Every problem of the whole document, errors first; never empty.
pub fn read(tree: &Tree, chart: Option<&str>) -> Result<(Dataset, ChartKind), Vec<Issue>> {
    let dataset = read_document(tree)?;
    match choose(&dataset, chart) {
        Ok(kind) => Ok((dataset, kind)),
        Err(problem) => {
            Err(vec![Issue { path: String::new(), severity: Severity::Error, problem }])
        }
    }
}

/// Every problem of a document, notices too; empty where there is none.
pub fn validate(tree: &Tree) -> Vec<Issue> {
    match read_document(tree) {
        Ok(dataset) => dataset.notices,
        Err(issues) => issues,
    }
}

fn choose(dataset: &Dataset, chart: Option<&str>) -> Result<ChartKind, Problem> {
    if let Some(name) = chart {
        let Some(kind) = ChartKind::ALL.into_iter().find(|kind| kind.name() == name) else {
            return Err(Problem::UnknownChart { found: excerpt(name) });
        };
        return if kind.is_fed_by(dataset) {
            Ok(kind)
        } else {
            Err(Problem::NoSection { section: kind.needs() })
        };
    }
    let fed: Vec<ChartKind> =
        ChartKind::ALL.into_iter().filter(|kind| kind.is_fed_by(dataset)).collect();
    match fed.as_slice() {
        [kind] => Ok(*kind),
        _ => Err(Problem::ChartNotNamed { found: fed.iter().map(|kind| kind.name()).collect() }),
    }
}

fn read_document(tree: &Tree) -> Result<Dataset, Vec<Issue>> {
    let mut reader = Reader::new();
    let dataset = reader.document(tree);
    let notices = reader.finish()?;
    // Without an error there is a dataset; an empty list would say "no problem".
    match dataset {
        Some(dataset) => Ok(Dataset { notices, ..dataset }),
        None => Err(notices),
    }
}

impl Reader {
    fn document(&mut self, tree: &Tree) -> Option<Dataset> {
        let object = self.object(tree, input::KEYS, Unknown::Notice)?;
        self.required(object, "version", Reader::version);
        let place = self.required(object, "place", Reader::text);
        let as_of = self.optional(object, "asOf", Reader::date);
        let sources =
            self.optional(object, "sources", |r, tree| Some(r.sources(tree))).unwrap_or_default();
        let growth = self.optional(object, "growth", Reader::growth);
        let structure = self.optional(object, "structure", Reader::structure);
        let poverty = self.optional(object, "poverty", Reader::poverty);
        let living_standards = self.optional(object, "livingStandards", Reader::living_standards);
        let ntm = self.optional(object, "ntm", Reader::ntm);
        let targets = self.optional(object, "targets", Reader::targets);
        Some(Dataset {
            place: place?,
            as_of,
            sources,
            growth,
            structure,
            poverty,
            living_standards,
            ntm,
            targets,
            notices: Vec::new(),
        })
    }

    fn version(&mut self, tree: &Tree) -> Option<()> {
        let found = match tree {
            Tree::Number(1.0) => return Some(()),
            Tree::Number(number) if number.is_finite() && number.abs() < 1e9 => {
                (*number as i64).to_string()
            }
            _ => {
                self.wrong_type(crate::error::Expected::WholeNumber, tree);
                return None;
            }
        };
        self.error(Problem::Version { found });
        None
    }
}
