//! The façade: what the page's script can call, and nothing else.

mod canvas;
mod draw;
mod flat;
mod measure;
mod object;

use crate::chart::{Chart, Options};
use crate::layout::Frame;
use crate::locale::{self, Language, Locale};
use crate::model;
use crate::scene::Step;
use crate::theme::Theme;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[wasm_bindgen]
pub struct WasmChart {
    chart: Chart,
    /// Of the widths that the last picture was laid out with.
    generation: u32,
}

#[wasm_bindgen]
impl WasmChart {
    /// Of a flat document, as all that follow. Throws the list of issues where it is refused.
    #[wasm_bindgen(constructor)]
    pub fn new(
        data: JsValue,
        chart: Option<String>,
        lang: String,
        full_frame: bool,
    ) -> Result<WasmChart, JsValue> {
        let locale = Locale::parse(&lang);
        let frame = if full_frame { Frame::Full } else { Frame::Plot };
        let options = Options { chart, lang, theme: Theme::light(), highlight: None, frame };
        let chart = Chart::new(&flat::read(data), options)
            .map_err(|issues| object::issues(&issues, &locale))?;
        Ok(WasmChart { chart, generation: measure::generation() })
    }

    pub fn kind(&self) -> String {
        self.chart.kind().name().into()
    }

    /// Throws the list of issues, and keeps the old document, where refused.
    pub fn update(&mut self, data: JsValue) -> Result<(), JsValue> {
        let locale = *self.chart.locale();
        self.chart.update(&flat::read(data)).map_err(|issues| object::issues(&issues, &locale))
    }

    #[wasm_bindgen(js_name = setLang)]
    pub fn set_lang(&mut self, lang: &str) {
        self.chart.set_lang(lang);
    }

    #[wasm_bindgen(js_name = setTheme)]
    pub fn set_theme(&mut self, theme: &JsValue) {
        self.chart.set_theme(Theme::new(&object::settings(theme)));
    }

    #[wasm_bindgen(js_name = setHighlight)]
    pub fn set_highlight(&mut self, id: Option<String>) {
        self.chart.set_highlight(id);
    }

    /// The height that the picture takes at this width; draws nothing.
    pub fn measure(&mut self, width: f64, height: Option<f64>) -> f64 {
        self.forget_old_widths();
        draw::lay_out(&mut self.chart, width, height).map_or(0.0, |scene| scene.height)
    }

    /// Sizes the canvas and draws; returns the size in CSS pixels.
    pub fn draw(
        &mut self,
        canvas: &HtmlCanvasElement,
        width: f64,
        height: Option<f64>,
        pixel_ratio: f64,
    ) -> JsValue {
        self.forget_old_widths();
        let (width, height) = draw::draw(&mut self.chart, canvas, width, height, pixel_ratio);
        object::size(width, height)
    }

    pub fn hit(&self, x: f64, y: f64) -> JsValue {
        self.chart.hit(x, y).map_or(JsValue::NULL, |tip| object::tip(&tip))
    }

    pub fn step(&self, from: Option<String>, direction: &str) -> JsValue {
        Step::parse(direction)
            .and_then(|step| self.chart.step(from.as_deref(), step))
            .map_or(JsValue::NULL, |tip| object::tip(&tip))
    }

    pub fn heading(&self) -> JsValue {
        object::heading(&self.chart.heading())
    }

    pub fn summary(&self) -> String {
        self.chart.summary()
    }

    /// With the rows from one on and before another.
    pub fn table(&self, from: usize, to: usize) -> JsValue {
        object::table(&self.chart.table_of(from..to))
    }

    #[wasm_bindgen(js_name = rowCount)]
    pub fn row_count(&self) -> usize {
        self.chart.row_count()
    }

    pub fn csv(&self) -> String {
        self.chart.csv()
    }

    pub fn svg(&self, width: f64, height: Option<f64>) -> String {
        self.chart.svg(width, height)
    }

    pub fn notices(&self) -> JsValue {
        object::issues(self.chart.notices(), self.chart.locale())
    }
}

impl WasmChart {
    fn forget_old_widths(&mut self) {
        if self.generation != measure::generation() {
            self.generation = measure::generation();
            self.chart.forget_layout();
        }
    }
}

/// Every issue of a document, also where no chart could be drawn.
#[wasm_bindgen]
pub fn validate(data: JsValue, lang: &str) -> JsValue {
    object::issues(&model::validate(&flat::read(data)), &Locale::parse(lang))
}

/// To be called when a font has loaded: text was measured with its stand-in.
#[wasm_bindgen(js_name = forgetWidths)]
pub fn forget_widths() {
    measure::forget();
}

/// Gives the module the words of a language; until then Vietnamese ones stand
/// in, so those come first.
#[wasm_bindgen(js_name = setWords)]
pub fn set_words(language: &str, lines: String) {
    if let Some(language) = Language::parse(language) {
        language.give(lines);
    }
}

/// Takes words that a page says in place of its language's, empty lines where it
/// does not; charts ask for them by their number, from 1.
#[wasm_bindgen(js_name = adoptWords)]
pub fn adopt_words(lines: String) {
    locale::adopt(lines);
}

/// How large the module's memory is; it never shrinks.
#[wasm_bindgen(js_name = memoryBytes)]
pub fn memory_bytes() -> f64 {
    const PAGE: f64 = 65_536.0;
    core::arch::wasm32::memory_size::<0>() as f64 * PAGE
}
