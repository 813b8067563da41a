//! Small datasets for tests, built by hand.

use crate::model::*;

pub fn text_of(text: &str) -> Text {
    Text(vec![(String::new(), text.to_string())])
}

pub fn number(value: f64) -> Number {
    Number { value, decimals: crate::locale::decimals_needed(value, 6) }
}

fn figure_of(observation: Observation) -> Figure {
    Figure { observation, count: None, of: None, annotation: Annotation::default() }
}

pub fn exact(value: f64) -> Figure {
    figure_of(Observation::Known { number: number(value), qualifier: None, status: None })
}

pub fn qualified(value: f64, qualifier: Qualifier) -> Figure {
    let qualifier = Some(qualifier);
    figure_of(Observation::Known { number: number(value), qualifier, status: None })
}

pub fn with_status(value: f64, status: Status) -> Figure {
    let status = Some(status);
    figure_of(Observation::Known { number: number(value), qualifier: None, status })
}

pub fn gap(missing: Missing) -> Figure {
    figure_of(Observation::Missing(missing))
}

pub fn counted(value: f64, count: Option<f64>, of: Option<f64>) -> Figure {
    Figure { count: count.map(number), of: of.map(number), ..exact(value) }
}

pub fn progress(count: Figure, of: f64) -> Progress {
    Progress { count, of: number(of), share: None }
}

pub fn row(id: &str, values: Vec<Figure>) -> Row {
    Row { id: id.to_string(), name: None, values, annotation: Annotation::default() }
}

pub fn named_row(id: &str, name: &str, values: Vec<Figure>) -> Row {
    Row { name: Some(text_of(name)), ..row(id, values) }
}

pub fn sector(id: &str, values: Vec<Figure>) -> Sector {
    Sector { row: row(id, values), contributions: vec![] }
}

pub fn level(id: &str, progress: Vec<Progress>) -> Level {
    let annotation = Annotation::default();
    Level { id: id.to_string(), name: None, unit: None, progress, annotation }
}

pub fn heading() -> Heading {
    Heading { title: None, measure: None, unit: None, annotation: Annotation::default() }
}

pub fn periods(labels: &[&str]) -> Periods {
    Periods { labels: labels.iter().map(|label| text_of(label)).collect(), middles: None }
}

pub fn a_source(id: &str, name: &str) -> Source {
    let id = id.to_string();
    Source { id, name: text_of(name), url: None, date: None, publisher: None, license: None }
}

fn empty() -> Dataset {
    Dataset {
        place: text_of("Huyện Trà Cú, tỉnh Trà Vinh"),
        as_of: None,
        sources: vec![Source {
            date: Some(Date { year: 2024, month: 1, day: 5 }),
            url: Some("https://tracu.travinh.gov.vn".to_string()),
            ..a_source("web", "Trang Thông tin điện tử huyện Trà Cú")
        }],
        growth: None,
        structure: None,
        poverty: None,
        living_standards: None,
        ntm: None,
        targets: None,
        notices: vec![],
    }
}

pub fn growth(labels: &[&str], sectors: Vec<Sector>) -> Dataset {
    let (heading, periods) = (heading(), periods(labels));
    Dataset {
        growth: Some(Growth { heading, periods, sectors, total: None, target: None }),
        ..empty()
    }
}

pub fn poverty(labels: &[&str], series: Vec<Row>) -> Dataset {
    let (heading, periods) = (heading(), periods(labels));
    Dataset { poverty: Some(Poverty { heading, periods, series, breaks: vec![] }), ..empty() }
}

fn shares(labels: &[&str], parts: Vec<Row>) -> Shares {
    Shares::new(heading(), periods(labels), parts, None)
}

pub fn structure(labels: &[&str], sectors: Vec<Row>) -> Dataset {
    Dataset { structure: Some(shares(labels, sectors)), ..empty() }
}

pub fn living_standards(groups: Vec<Row>) -> Dataset {
    Dataset { living_standards: Some(shares(&["2023"], groups)), ..empty() }
}

pub fn ntm(labels: &[&str], levels: Vec<Level>) -> Dataset {
    let (heading, periods) = (heading(), periods(labels));
    Dataset {
        ntm: Some(Ntm {
            heading,
            periods,
            levels,
            bins: vec![],
            sets: vec![],
            set: None,
            areas: vec![],
        }),
        ..empty()
    }
}

pub fn item(name: &str, unit: &str, result: Outturn) -> Item {
    Item {
        id: name.to_string(),
        group: None,
        name: text_of(name),
        unit: (!unit.is_empty()).then(|| text_of(unit)),
        basis: None,
        result,
        change: None,
        annotation: Annotation::default(),
    }
}

pub fn achieved(share: Figure, better: Better) -> Outturn {
    let achieved = Some(share);
    let (actual, plan, worked_out, outcome) = (None, None, None, None);
    Outturn::Planned(Box::new(Planned { actual, plan, achieved, worked_out, outcome, better }))
}

pub fn targets(items: Vec<Item>) -> Dataset {
    let (heading, periods) = (heading(), periods(&["2023"]));
    Dataset { targets: Some(Targets { heading, periods, basis: None, items }), ..empty() }
}

/// What the district reported of 2023.
pub fn tra_cu() -> Dataset {
    let none = || gap(Missing::NoFigure);
    let mut dataset = growth(
        &["2022", "2023"],
        vec![
            sector("I", vec![none(), gap(Missing::Up)]),
            sector("II", vec![none(), qualified(36.0, Qualifier::Over)]),
            sector("III", vec![none(), gap(Missing::Up)]),
        ],
    );
    if let Some(growth) = &mut dataset.growth {
        growth.heading.measure = Some(text_of("Giá trị sản xuất, giá so sánh 2010"));
        growth.total = Some(row("total", vec![none(), exact(16.6)]));
    }
    let rates = counted(2.33, Some(1011.0), Some(43369.0));
    dataset.poverty = poverty(
        &["2021", "2022", "2023"],
        vec![
            row("poor", vec![none(), exact(4.47), rates]),
            row("nearPoor", vec![none(), none(), exact(2.8)]),
        ],
    )
    .poverty;
    if let Some(poverty) = &mut dataset.poverty {
        let note = Some(text_of("Chuẩn nghèo 2022–2025"));
        poverty.breaks.push(Break { before: 1, note });
    }
    let over = |value| qualified(value, Qualifier::Over);
    let groups = vec![
        row("poor", vec![exact(2.33)]),
        row("nearPoor", vec![exact(2.8)]),
        row("average", vec![over(48.0)]),
        row("fair", vec![over(36.0)]),
        row("rich", vec![over(2.3)]),
    ];
    dataset.living_standards = living_standards(groups).living_standards;
    let townships = Level {
        unit: Some(text_of("thị trấn")),
        ..level("urban", vec![progress(exact(2.0), 2.0)])
    };
    dataset.ntm = ntm(
        &["2023"],
        vec![
            level("ntm", vec![progress(exact(15.0), 15.0)]),
            level("ntmAdvanced", vec![progress(exact(2.0), 15.0)]),
            townships,
            level("districtNtm", vec![progress(exact(9.0), 9.0)]),
        ],
    )
    .ntm;
    dataset
}

/// Growth of a province, with contributions and two periods that are no series.
pub fn tra_vinh() -> Dataset {
    let rates = |values: [f64; 2]| values.map(exact).to_vec();
    let sector = |id, values, contributions| Sector {
        contributions: rates(contributions),
        ..sector(id, rates(values))
    };
    let mut dataset = growth(
        &["6 tháng 2024", "2024"],
        vec![
            sector("I", [3.51, 4.15], [0.94, 1.26]),
            sector("II", [22.15, 20.23], [7.54, 6.56]),
            sector("III", [5.25, 6.46], [1.75, 2.05]),
        ],
    );
    dataset.place = text_of("Tỉnh Trà Vinh");
    if let Some(growth) = &mut dataset.growth {
        growth.total = Some(row("total", rates([10.27, 10.04])));
    }
    let sectors = vec![
        row("I", rates([28.34, 27.31])),
        row("II", rates([35.92, 38.6])),
        row("III", rates([30.31, 29.03])),
        row("taxes", rates([5.43, 5.06])),
    ];
    dataset.structure = structure(&["2023", "2024"], sectors).structure;
    dataset
}
