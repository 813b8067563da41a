//! What is kept between calls: a document, how to show it, and the picture
//! that was laid out last. The page and native programs use the same.

use crate::describe::{self, Table};
use crate::error::Issue;
use crate::geom::{Point, Rect};
use crate::input::Tree;
use crate::layout::{self, Frame};
use crate::locale::Locale;
use crate::model::{self, ChartKind, Dataset};
use crate::scene::{Scene, Step, Target};
use crate::svg;
use crate::text::MeasureText;
use crate::text::metrics::WidthTable;
use crate::theme::Theme;
use crate::words;
use core::ops::Range;

/// How a document is to be shown.
#[derive(Debug, Clone)]
pub struct Options {
    /// As in the `chart` attribute; `None` where the document feeds one chart.
    pub chart: Option<String>,
    /// BCP 47 tag.
    pub lang: String,
    pub theme: Theme,
    /// The id of the row to bring forward.
    pub highlight: Option<String>,
    pub frame: Frame,
}

impl Default for Options {
    /// In Vietnamese and light, whole, nothing brought forward.
    fn default() -> Options {
        Options {
            chart: None,
            lang: "vi".to_owned(),
            theme: Theme::light(),
            highlight: None,
            frame: Frame::Full,
        }
    }
}

/// One chart of one document, in one language.
pub struct Chart {
    dataset: Dataset,
    kind: ChartKind,
    locale: Locale,
    options: Options,
    laid_out: Option<LaidOut>,
}

/// A scene and what it was laid out for; without its marks once they are drawn.
struct LaidOut {
    width: f64,
    height: Option<f64>,
    scene: Scene,
}

/// What is said where a figure is pointed at.
#[derive(Debug, Clone, PartialEq)]
pub struct Tip {
    /// Names the target for the next `step`.
    pub id: String,
    pub words: describe::Tip,
    /// Where the tooltip points to, in CSS pixels of the chart.
    pub anchor: Point,
    /// Mark and label together, for the focus ring.
    pub bounds: Rect,
}

/// What stands above and below the plot, for a page that shows it itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    pub title: String,
    pub place: String,
    pub subtitle: String,
    pub notes: Vec<String>,
    pub source: String,
}

/// CSS pixels: from what a canvas of one device pixel can stand for, with type of a
/// finite size, to wider than any screen or sheet and within what canvases hold.
const LENGTHS: (f64, f64) = (0.001, 20_000.0);
const USUAL_WIDTH: f64 = 720.0;

fn is_drawable(length: f64) -> bool {
    length >= LENGTHS.0 && length <= LENGTHS.1
}

impl Chart {
    /// Every problem of the document where it is refused; never empty.
    pub fn new(tree: &Tree, options: Options) -> Result<Chart, Vec<Issue>> {
        let (dataset, kind) = model::read(tree, options.chart.as_deref())?;
        let locale = Locale::parse(&options.lang);
        Ok(Chart { dataset, kind, locale, options, laid_out: None })
    }

    /// Takes another document, or keeps the old one where it is refused.
    pub fn update(&mut self, tree: &Tree) -> Result<(), Vec<Issue>> {
        (self.dataset, self.kind) = model::read(tree, self.options.chart.as_deref())?;
        self.forget_layout();
        Ok(())
    }

    pub fn set_lang(&mut self, lang: &str) {
        self.locale = Locale::parse(lang);
        self.forget_layout();
    }

    /// Other colours leave every mark where it is; other type does not.
    pub fn set_theme(&mut self, theme: Theme) {
        let old = core::mem::replace(&mut self.options.theme, theme);
        if !self.options.theme.sets_text_like(&old) {
            self.forget_layout();
        }
    }

    pub fn set_highlight(&mut self, id: Option<String>) {
        self.options.highlight = id;
        self.forget_layout();
    }

    /// After this the next picture is laid out anew: text has other widths.
    pub fn forget_layout(&mut self) {
        self.laid_out = None;
    }

    /// Keeps of a drawn picture what is pointed at. The marks are most of its memory, and
    /// laid out again sooner than painted, where colours change.
    pub fn forget_marks(&mut self) {
        if let Some(LaidOut { scene, .. }) = &mut self.laid_out {
            scene.marks = Vec::new();
            scene.targets.shrink_to_fit();
        }
    }

    pub fn kind(&self) -> ChartKind {
        self.kind
    }

    pub fn theme(&self) -> &Theme {
        &self.options.theme
    }

    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// What an editor should look at, although the document is shown.
    pub fn notices(&self) -> &[Issue] {
        &self.dataset.notices
    }

    /// The picture at this size in CSS pixels; without a height, as high as
    /// its content. It is kept, for `hit` and `step`, until something changes.
    /// None where the width cannot be drawn.
    pub fn lay_out(
        &mut self,
        width: f64,
        height: Option<f64>,
        measure: &dyn MeasureText,
    ) -> Option<&Scene> {
        if !is_drawable(width) {
            return None;
        }
        let is_same = |kept: &LaidOut| kept.width == width && kept.height == height;
        let is_whole = |kept: &LaidOut| !kept.scene.marks.is_empty();
        let kept = self.laid_out.take().filter(|kept| is_same(kept) && is_whole(kept));
        let laid_out = kept.unwrap_or_else(|| {
            let scene = self.scene(width, height, self.options.frame, measure);
            LaidOut { width, height, scene }
        });
        Some(&self.laid_out.insert(laid_out).scene)
    }

    fn scene(
        &self,
        width: f64,
        height: Option<f64>,
        frame: Frame,
        measure: &dyn MeasureText,
    ) -> Scene {
        let options = layout::Options {
            width,
            height: height.filter(|&height| is_drawable(height)),
            font_size: self.options.theme.font_size,
            frame,
            highlight: self.options.highlight.clone(),
        };
        layout::lay_out(&self.dataset, self.kind, &options, measure, &self.locale)
    }

    /// What is at a point of the last picture, or within a finger's reach.
    pub fn hit(&self, x: f64, y: f64) -> Option<Tip> {
        let target = self.laid_out.as_ref()?.scene.hit(Point::new(x, y))?;
        Some(self.tip(target))
    }

    /// What a step leads to from the target of this id; none beyond the ends.
    pub fn step(&self, from: Option<&str>, step: Step) -> Option<Tip> {
        let target = self.laid_out.as_ref()?.scene.step(from, step)?;
        Some(self.tip(target))
    }

    fn tip(&self, target: &Target) -> Tip {
        Tip {
            id: target.id(),
            words: describe::tip(&self.dataset, self.kind, target.key, &self.locale),
            anchor: target.anchor,
            bounds: target.bounds,
        }
    }

    pub fn heading(&self) -> Heading {
        Heading {
            title: words::title(self.kind, &self.dataset, &self.locale),
            place: words::place(&self.dataset, &self.locale),
            subtitle: words::subtitle(self.kind, &self.dataset, &self.locale),
            notes: words::notes(self.kind, &self.dataset, &self.locale),
            source: words::source_line(self.kind, &self.dataset, &self.locale),
        }
    }

    /// One paragraph for whoever cannot see the chart.
    pub fn summary(&self) -> String {
        let highlight = self.options.highlight.as_deref();
        describe::summary(&self.dataset, self.kind, highlight, &self.locale)
    }

    pub fn table(&self) -> Table {
        self.table_of(0..usize::MAX)
    }

    /// The table with these of its rows alone.
    pub fn table_of(&self, rows: Range<usize>) -> Table {
        describe::table(&self.dataset, self.kind, rows, &self.locale)
    }

    /// How many the table has.
    pub fn row_count(&self) -> usize {
        describe::row_count(&self.dataset, self.kind)
    }

    /// RFC 4180 with a byte order mark, one row a figure.
    pub fn csv(&self) -> String {
        describe::csv(&self.dataset, self.kind, &self.locale)
    }

    /// A picture that stands by itself, so with its title and source whatever
    /// the frame. Text is measured by the built-in table: the same document
    /// gives the same bytes on every machine. A width that cannot be drawn
    /// stands for the usual one.
    pub fn svg(&self, width: f64, height: Option<f64>) -> String {
        let width = if is_drawable(width) { width } else { USUAL_WIDTH };
        let scene = self.scene(width, height, Frame::Full, &WidthTable);
        let title = words::title(self.kind, &self.dataset, &self.locale);
        let description = self.summary();
        let metadata = describe::metadata(self.kind, &self.dataset, &self.locale);
        let words = svg::Words {
            title: &title,
            description: &description,
            lang: self.locale.code(),
            metadata: &metadata,
        };
        svg::render(&scene, &self.options.theme, words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Rgb;

    const DOCUMENT: &str = r#"{
        "version": 1, "place": "Huyện Trà Cú", "sources": [{ "id": "web", "name": "Báo cáo" }],
        "growth": { "periods": ["2022", "2023"], "sectors": [
            { "id": "I", "values": [2, 3.5] },
            { "id": "II", "values": [null, { "value": 36, "qualifier": "over" }] }
        ] }
    }"#;

    fn tree(text: &str) -> Tree {
        Tree::from_json(text).expect("a document of this test")
    }

    fn chart() -> Chart {
        Chart::new(&tree(DOCUMENT), Options::default()).expect("the document is right")
    }

    fn lay_out(chart: &mut Chart, width: f64) -> Option<Scene> {
        chart.lay_out(width, None, &WidthTable).cloned()
    }

    #[test]
    fn there_is_nothing_to_hit_before_a_layout() {
        let mut chart = chart();
        assert_eq!(chart.step(None, Step::First), None);
        lay_out(&mut chart, 600.0);
        let first = chart.step(None, Step::First).expect("a first figure");
        assert_eq!(first.id, "0:0");
        let center = first.bounds.center();
        assert_eq!(chart.hit(center.x, center.y), Some(first));
    }

    #[test]
    fn a_refused_document_leaves_the_old_one() {
        let mut chart = chart();
        let before = (chart.csv(), lay_out(&mut chart, 600.0));
        let issues = chart.update(&tree("{}")).expect_err("nothing is in it");
        assert!(!issues.is_empty());
        assert_eq!(before, (chart.csv(), lay_out(&mut chart, 600.0)));
    }

    #[test]
    fn colours_leave_the_layout_and_type_does_not() {
        let mut chart = chart();
        lay_out(&mut chart, 600.0);
        chart.set_theme(Theme { text: Rgb(0, 0, 0), ..Theme::dark() });
        assert!(chart.step(None, Step::First).is_some());
        chart.set_theme(Theme { font_size: 18.0, ..Theme::dark() });
        assert!(chart.step(None, Step::First).is_none());
    }

    #[test]
    fn a_drawn_picture_is_pointed_at_without_its_marks_and_drawn_again() {
        let mut chart = chart();
        let whole = lay_out(&mut chart, 600.0);
        let first = chart.step(None, Step::First);
        chart.forget_marks();
        assert_eq!(chart.step(None, Step::First), first);
        assert_eq!(lay_out(&mut chart, 600.0), whole);
    }

    #[test]
    fn a_width_that_cannot_be_drawn_gives_no_picture() {
        let mut chart = chart();
        for width in [0.0, 5e-324, -1.0, f64::NAN, f64::INFINITY, 20_001.0] {
            assert!(lay_out(&mut chart, width).is_none());
        }
        assert_eq!(chart.svg(f64::NAN, Some(f64::NAN)), chart.svg(720.0, None));
    }

    #[test]
    fn any_drawable_width_gives_finite_marks() {
        let mut chart = chart();
        for width in [0.001, 1.0, 40.0, 280.0, 20_000.0] {
            let scene = lay_out(&mut chart, width).expect("a picture");
            assert!(scene.height.is_finite() && !scene.targets.is_empty(), "{width}");
            assert!(!chart.svg(width, None).contains("NaN"));
        }
    }

    #[test]
    fn a_language_changes_the_words() {
        let mut chart = chart();
        let before = chart.heading();
        chart.set_lang("en-GB");
        assert_ne!(before.title, chart.heading().title);
        assert!(chart.svg(600.0, None).contains(" lang=\"en\" "));
    }
}
