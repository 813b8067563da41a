//! Where the cells of a set stand in a row: parted by groups, on several lines
//! where one is too short.

use crate::model::CriteriaSet;

/// Gaps beside a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Gaps {
    pub cell: f64,
    /// Between groups, beside the cells' own.
    pub group: f64,
    pub line: f64,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Strip {
    pub cell: f64,
    /// Left edge and line of each cell.
    pub places: Vec<(f64, usize)>,
    pub width: f64,
    pub lines: usize,
    line_gap: f64,
}

/// Cells of one group on one line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Run {
    /// First and end, by index.
    pub cells: (usize, usize),
    pub left: f64,
    pub right: f64,
    pub line: usize,
}

/// The largest cell at which a set stays on one line.
pub(super) fn largest_cell(set: &CriteriaSet, width: f64, gaps: Gaps) -> f64 {
    let cells = set.len() as f64;
    let groups = set.runs().len() as f64;
    (width - (cells - 1.0) * gaps.cell - (groups - 1.0) * gaps.group) / cells
}

impl Strip {
    pub fn new(set: &CriteriaSet, cell: f64, width: f64, gaps: Gaps) -> Strip {
        let mut places = Vec::with_capacity(set.len());
        let (mut x, mut line, mut right) = (0.0, 0, 0.0_f64);
        for (first, end) in set.runs() {
            for index in first..end {
                if x > 0.0 {
                    x += gaps.cell + if index == first { gaps.group } else { 0.0 };
                }
                // Sums of lengths that fit exactly may differ in their last digits.
                if x > 0.0 && x + cell > width + 0.01 {
                    (x, line) = (0.0, line + 1);
                }
                places.push((x, line));
                x += cell;
                right = right.max(x);
            }
        }
        Strip { cell, places, width: right, lines: line + 1, line_gap: gaps.line }
    }

    /// From the top of the first line to the bottom of the last.
    pub fn height(&self) -> f64 {
        self.lines as f64 * self.pitch() - self.line_gap
    }

    /// From one line to the next.
    pub fn pitch(&self) -> f64 {
        self.cell + self.line_gap
    }

    pub fn runs(&self, set: &CriteriaSet) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for (first, end) in set.runs() {
            for index in first..end {
                let Some(&(left, line)) = self.places.get(index) else { continue };
                match runs.last_mut() {
                    Some(run) if index > first && run.line == line => {
                        run.cells.1 = index + 1;
                        run.right = left + self.cell;
                    }
                    _ => {
                        let right = left + self.cell;
                        runs.push(Run { cells: (index, index + 1), left, right, line });
                    }
                }
            }
        }
        runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Criterion, Group, Text};

    const GAPS: Gaps = Gaps { cell: 2.0, group: 4.0, line: 3.0 };

    fn set(groups: &[&str]) -> CriteriaSet {
        let group = |name: &str| Some(Group::Own(Text(vec![(String::new(), name.to_string())])));
        let criterion = |(index, name): (usize, &&str)| Criterion {
            id: index.to_string(),
            name: None,
            group: group(name),
        };
        CriteriaSet { built_in: None, criteria: groups.iter().enumerate().map(criterion).collect() }
    }

    #[test]
    fn the_largest_cell_fills_the_line() {
        let set = set(&["a", "b", "b", "c"]);
        let cell = largest_cell(&set, 100.0, GAPS);
        let strip = Strip::new(&set, cell, 100.0, GAPS);
        assert_eq!((strip.lines, strip.width), (1, 100.0));
        assert_eq!(strip.runs(&set).len(), 3);
    }

    #[test]
    fn a_line_that_is_full_goes_on_below() {
        let set = set(&["a", "a", "a", "b"]);
        let strip = Strip::new(&set, 10.0, 25.0, GAPS);
        assert_eq!(strip.places, [(0.0, 0), (12.0, 0), (0.0, 1), (0.0, 2)]);
        assert_eq!((strip.lines, strip.height()), (3, 36.0));
        let cells: Vec<_> = strip.runs(&set).iter().map(|run| run.cells).collect();
        assert_eq!(cells, [(0, 2), (2, 3), (3, 4)]);
    }
}
