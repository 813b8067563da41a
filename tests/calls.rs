//! How many calls of a backend each chart of the corpus takes: what a picture
//! costs on a canvas, where each is a step out of the module.
//!
//! `BLESS=1 cargo test --test calls` writes tests/calls.txt anew.

use core::convert::Infallible;
use district_charts::input::Tree;
use district_charts::layout::{self, Frame, Options};
use district_charts::locale::Locale;
use district_charts::model::{self, ChartKind, Dataset};
use district_charts::paint;
use district_charts::scene::Scene;
use district_charts::text::metrics::WidthTable;
use district_charts::theme::Theme;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

#[derive(Default)]
struct Counts {
    rects: usize,
    polygons: usize,
    paths: usize,
    circles: usize,
    texts: usize,
    /// Of polygons and paths together.
    points: usize,
    /// How often a call has another colour than the one before.
    colors: usize,
    last: Option<(u8, u8, u8)>,
}

impl Counts {
    fn color(&mut self, color: BackendColor) {
        if self.last.replace(color.rgb) != Some(color.rgb) {
            self.colors += 1;
        }
    }
}

struct Counter(Rc<RefCell<Counts>>);

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Counter {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (720 * 16, 2_000 * 16)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        panic!("no chart is drawn pixel by pixel")
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        _: BackendCoord,
        _: BackendCoord,
        style: &S,
        _: bool,
    ) -> Drawn {
        let mut counts = self.0.borrow_mut();
        counts.rects += 1;
        counts.color(style.color());
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let mut counts = self.0.borrow_mut();
        counts.paths += 1;
        counts.points += path.into_iter().count();
        counts.color(style.color());
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let mut counts = self.0.borrow_mut();
        counts.polygons += 1;
        counts.points += path.into_iter().count();
        counts.color(style.color());
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        _: BackendCoord,
        _: u32,
        style: &S,
        _: bool,
    ) -> Drawn {
        let mut counts = self.0.borrow_mut();
        counts.circles += 1;
        counts.color(style.color());
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, _: &str, style: &S, _: BackendCoord) -> Drawn {
        let mut counts = self.0.borrow_mut();
        counts.texts += 1;
        counts.color(style.color());
        Ok(())
    }
}

fn count(scene: &Scene) -> String {
    let counts = Rc::new(RefCell::new(Counts::default()));
    let area = paint::area(Counter(Rc::clone(&counts)), scene.width, scene.height);
    paint::paint(scene, &Theme::light(), &area).expect("a counter does not fail");
    let Counts { rects, polygons, paths, circles, texts, points, colors, .. } = *counts.borrow();
    format!(
        "rects {rects}, polygons {polygons}, paths {paths}, circles {circles}, texts {texts}; points {points}; colours {colors}"
    )
}

fn lay_out(dataset: &Dataset, kind: ChartKind) -> Scene {
    let options = Options {
        width: 720.0,
        height: None,
        font_size: 14.0,
        frame: Frame::Plot,
        highlight: None,
    };
    layout::lay_out(dataset, kind, &options, &WidthTable, &Locale::VI)
}

fn corpus() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/charts");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the corpus is there")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    paths.sort();
    paths
}

#[test]
fn each_chart_takes_as_many_calls_as_before() {
    let mut now = String::new();
    for path in corpus() {
        let text = fs::read_to_string(&path).expect("readable");
        let tree = Tree::from_json(&text).expect("JSON");
        let name = path.file_stem().expect("a name").to_string_lossy();
        for kind in ChartKind::ALL {
            let Ok((dataset, kind)) = model::read(&tree, Some(kind.name())) else { continue };
            let counts = count(&lay_out(&dataset, kind));
            now.push_str(&format!("{name} {}: {counts}\n", kind.name()));
        }
    }
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/calls.txt");
    if std::env::var_os("BLESS").is_some() {
        fs::write(golden, &now).expect("the golden file can be written");
    }
    let before = fs::read_to_string(golden).expect("the golden file can be read");
    let changed: Vec<&str> =
        now.lines().filter(|line| !before.lines().any(|other| other == *line)).collect();
    assert!(now == before, "calls changed, BLESS=1 writes them anew:\n{}", changed.join("\n"));
}
