//! A laid-out chart: final coordinates, final strings, ink roles.
//!
//! Everything drawn is a mark, axes and labels too; `paint` is one `match`
//! over them. Beside the marks stand the targets: where a figure can be
//! pointed at, in the order of the table.

use crate::geom::{Point, Rect};
use crate::model::Key;
use crate::theme::{Ink, Weight};

#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// CSS pixels.
    pub width: f64,
    pub height: f64,
    /// In painting order, the first at the bottom.
    pub marks: Vec<Mark>,
    /// In reading order: row by row, as in the table.
    pub targets: Vec<Target>,
}

/// One thing that is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// An axis-parallel rectangle; `radius` rounds its corners.
    Rect {
        rect: Rect,
        radius: f64,
        fill: Option<Fill>,
        stroke: Option<Stroke>,
    },
    /// A closed shape, convex or not.
    Polygon {
        points: Vec<Point>,
        fill: Option<Fill>,
        stroke: Option<Stroke>,
    },
    /// An open line through its points.
    Line {
        points: Vec<Point>,
        stroke: Stroke,
    },
    Circle {
        center: Point,
        radius: f64,
        fill: Option<Fill>,
        stroke: Option<Stroke>,
    },
    Label(Label),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fill {
    Solid(Ink),
    /// Provisional: strokes at 45°, 2.4 wide, 6 apart, on the surface.
    Hatch(Ink),
    /// Remainder: dots of 2 in 3, on the surface.
    Dots(Ink),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    pub ink: Ink,
    pub width: f64,
    pub dash: Option<Dash>,
}

/// Lengths of a dash and of the gap after it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dash {
    pub on: f64,
    pub off: f64,
}

impl Stroke {
    pub const fn solid(ink: Ink, width: f64) -> Self {
        Stroke { ink, width, dash: None }
    }

    pub const fn dashed(ink: Ink, width: f64, on: f64, off: f64) -> Self {
        Stroke { ink, width, dash: Some(Dash { on, off }) }
    }
}

/// One line of text; `at` is on the baseline, at the end that `align` names.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    pub text: String,
    pub at: Point,
    pub align: Align,
    /// Font size in CSS pixels.
    pub size: f64,
    pub weight: Weight,
    pub ink: Ink,
    /// Width as measured by the layout, so that nobody measures again.
    pub width: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Start,
    Middle,
    End,
}

impl Label {
    /// The box of its ink: 1.17 em above the baseline for stacked diacritics
    /// (Ổ), 0.24 em below (ộ).
    pub fn ink_box(&self) -> Rect {
        let left = match self.align {
            Align::Start => self.at.x,
            Align::Middle => self.at.x - self.width / 2.0,
            Align::End => self.at.x - self.width,
        };
        Rect::new(left, self.at.y - 1.17 * self.size, self.width, 1.41 * self.size)
    }
}

/// Where one figure can be pointed at, tapped or reached by keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    pub key: Key,
    /// Round mark and label; the focus ring stands here.
    pub bounds: Rect,
    /// Where the tooltip points to.
    pub anchor: Point,
}

impl Target {
    /// "row:period": how a script names the target.
    pub fn id(&self) -> String {
        [self.key.row.to_string(), self.key.period.to_string()].join(":")
    }
}

/// The key that a target's id names.
fn key_of(id: &str) -> Option<Key> {
    let (row, period) = id.split_once(':')?;
    Some(Key { row: row.parse().ok()?, period: period.parse().ok()? })
}

/// Where a key of the keyboard goes from a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Next,
    Previous,
    /// The same period, or the nearest there is, in the row before.
    Up,
    Down,
    First,
    Last,
}

impl Step {
    pub fn parse(word: &str) -> Option<Step> {
        match word {
            "next" => Some(Step::Next),
            "previous" => Some(Step::Previous),
            "up" => Some(Step::Up),
            "down" => Some(Step::Down),
            "first" => Some(Step::First),
            "last" => Some(Step::Last),
            _ => None,
        }
    }
}

/// How far beside a target a finger may come down, in CSS pixels.
const REACH: f64 = 24.0;

impl Scene {
    /// The target at a point, or the nearest within reach of a finger; a target
    /// within another one comes before it.
    pub fn hit(&self, point: Point) -> Option<&Target> {
        if !(point.x.is_finite() && point.y.is_finite()) {
            return None;
        }
        // A label that had to move is not round its mark; both are hit.
        let from_anchor = |target: &Target| target.anchor.distance(point);
        let distance = |target: &Target| target.bounds.distance(point).min(from_anchor(target));
        let from_center =
            |target: &Target| target.bounds.center().distance(point).min(from_anchor(target));
        // Of thousands, most are told by two comparisons to be far.
        let may_reach = |target: &&Target| {
            let (bounds, anchor) = (&target.bounds, target.anchor);
            let spans = |from: f64, to: f64, mark: f64, at: f64| {
                at >= from.min(mark) - REACH && at <= to.max(mark) + REACH
            };
            spans(bounds.x, bounds.right(), anchor.x, point.x)
                && spans(bounds.y, bounds.bottom(), anchor.y, point.y)
        };
        let near = self.targets.iter().filter(may_reach);
        near.filter(|target| distance(target) <= REACH).min_by(|a, b| {
            let nearer = distance(a).total_cmp(&distance(b));
            let inner = a.bounds.holds(&b.bounds).cmp(&b.bounds.holds(&a.bounds));
            nearer.then(inner).then_with(|| from_center(a).total_cmp(&from_center(b)))
        })
    }

    /// The target after a step; none beyond the first and the last. From
    /// nowhere every step but `Last` leads to the first.
    pub fn step(&self, from: Option<&str>, step: Step) -> Option<&Target> {
        let last = self.targets.len().checked_sub(1)?;
        let key = from.and_then(key_of);
        let current = key.and_then(|key| self.targets.iter().position(|own| own.key == key));
        let index = match (step, current) {
            (Step::Last, _) => last,
            (Step::First, _) | (_, None) => 0,
            (Step::Next, Some(index)) => index + 1,
            (Step::Previous, Some(index)) => index.checked_sub(1)?,
            (Step::Up, Some(index)) => return self.beside(index, true),
            (Step::Down, Some(index)) => return self.beside(index, false),
        };
        self.targets.get(index)
    }

    /// In the next row that has targets, the period nearest to this one's.
    fn beside(&self, index: usize, is_before: bool) -> Option<&Target> {
        let key = self.targets.get(index)?.key;
        self.targets
            .iter()
            .filter(
                |other| if is_before { other.key.row < key.row } else { other.key.row > key.row },
            )
            .min_by_key(|other| {
                (other.key.row.abs_diff(key.row), other.key.period.abs_diff(key.period))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Targets of 10 by 10, at (period · 20, row · 40).
    fn scene(keys: &[(usize, usize)]) -> Scene {
        let target = |&(row, period): &(usize, usize)| {
            let bounds = Rect::new(20.0 * period as f64, 40.0 * row as f64, 10.0, 10.0);
            Target { key: Key { row, period }, bounds, anchor: bounds.center() }
        };
        let targets = keys.iter().map(target).collect();
        Scene { width: 100.0, height: 100.0, marks: vec![], targets }
    }

    const GAPPED: [(usize, usize); 6] = [(0, 0), (0, 1), (0, 3), (2, 1), (2, 2), (3, 0)];

    fn step(from: Option<&str>, step: Step) -> Option<String> {
        scene(&GAPPED).step(from, step).map(Target::id)
    }

    fn hit(x: f64, y: f64) -> Option<String> {
        scene(&GAPPED).hit(Point::new(x, y)).map(Target::id)
    }

    #[test]
    fn next_and_previous_follow_the_reading_order_across_rows() {
        assert_eq!(step(Some("0:3"), Step::Next).as_deref(), Some("2:1"));
        assert_eq!(step(Some("2:1"), Step::Previous).as_deref(), Some("0:3"));
    }

    #[test]
    fn there_is_nothing_beyond_the_ends() {
        assert_eq!(step(Some("0:0"), Step::Previous), None);
        assert_eq!(step(Some("3:0"), Step::Next), None);
        assert_eq!(step(Some("0:1"), Step::Up), None);
        assert_eq!(step(Some("3:0"), Step::Down), None);
    }

    #[test]
    fn up_and_down_keep_to_the_period_or_the_nearest() {
        assert_eq!(step(Some("0:1"), Step::Down).as_deref(), Some("2:1"));
        assert_eq!(step(Some("0:3"), Step::Down).as_deref(), Some("2:2"));
        assert_eq!(step(Some("3:0"), Step::Up).as_deref(), Some("2:1"));
    }

    #[test]
    fn from_nowhere_a_step_leads_to_an_end() {
        for from in [None, Some("9:9"), Some(""), Some("0:")] {
            assert_eq!(step(from, Step::Up).as_deref(), Some("0:0"));
            assert_eq!(step(from, Step::Last).as_deref(), Some("3:0"));
        }
        assert_eq!(scene(&[]).step(None, Step::First), None);
    }

    #[test]
    fn what_lies_within_a_target_comes_before_it() {
        let mut scene = scene(&[(0, 1), (0, 2)]);
        let row = Target { key: Key { row: 0, period: 0 }, ..scene.targets[0].clone() };
        scene.targets.push(Target { bounds: Rect::new(0.0, 0.0, 100.0, 10.0), ..row });
        let hit = |x| scene.hit(Point::new(x, 5.0)).map(Target::id);
        assert_eq!(hit(49.0).as_deref(), Some("0:2"));
        assert_eq!(hit(52.0).as_deref(), Some("0:0"));
    }

    #[test]
    fn a_point_hits_what_it_is_in_or_else_what_is_near() {
        assert_eq!(hit(5.0, 5.0).as_deref(), Some("0:0"));
        assert_eq!(hit(14.0, 5.0).as_deref(), Some("0:0"));
        assert_eq!(hit(16.0, 5.0).as_deref(), Some("0:1"));
        assert_eq!(hit(95.0, 5.0), None);
        assert_eq!(hit(f64::NAN, 5.0), None);
    }
}
