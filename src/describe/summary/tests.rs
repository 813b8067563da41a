use super::*;
use crate::model::{Break, Qualifier, Row, Sector, Status};
use crate::words::sample::*;
use proptest::prelude::*;

const SOURCE: &str = "Nguồn: Trang Thông tin điện tử huyện Trà Cú, 05/01/2024.";

/// The summary between its first sentence and the source.
fn told(dataset: &Dataset, kind: ChartKind, highlight: Option<&str>) -> String {
    let text = summary(dataset, kind, highlight, &Locale::VI).replace('\u{A0}', " ");
    let (_, text) = text.split_once("). ").unwrap();
    text.strip_suffix(SOURCE).unwrap().trim_end().to_string()
}

fn rates(labels: &[&str], values: Vec<Figure>) -> Dataset {
    poverty(labels, vec![row("poor", values)])
}

fn poor(labels: &[&str], values: Vec<Figure>) -> String {
    told(&rates(labels, values), ChartKind::Poverty, None)
}

fn many(figures: impl Fn(usize) -> Vec<Figure>) -> Vec<Row> {
    let name = |index: usize| (format!("x{index}"), format!("Xã {index}"));
    (0..100)
        .map(|index| (name(index), figures(index)))
        .map(|((id, name), values)| named_row(&id, &name, values))
        .collect()
}

#[test]
fn it_says_what_where_when_and_from_whom() {
    let text = summary(&tra_cu(), ChartKind::Growth, None, &Locale::VI);
    let expected = "Tăng trưởng theo khu vực kinh tế, Huyện Trà Cú, tỉnh Trà Vinh \
                    (Giá trị sản xuất, giá so sánh 2010, %, 2022–2023). \
                    Năm 2023: Nông, lâm nghiệp và thủy sản tăng, không nêu số; \
                    Công nghiệp và xây dựng trên 36%; Dịch vụ tăng, không nêu số; Tổng số 16,6%. \
                    Trong 8 con số, thiếu 6 (chưa có số liệu: 4; tăng, không nêu số: 2). \
                    Nguồn: Trang Thông tin điện tử huyện Trà Cú, 05/01/2024.";
    assert_eq!(text, expected);
}

#[test]
fn poverty_is_told_with_its_change_gaps_and_break() {
    let expected = "Năm 2023: Hộ nghèo 2,33% (1.011 trong 43.369 hộ); Hộ cận nghèo 2,8%. \
                    So với năm 2022: Hộ nghèo giảm 2,14 điểm phần trăm. \
                    Trong 6 con số, thiếu 3 (chưa có số liệu: 3). \
                    Số liệu trước năm 2022 (Chuẩn nghèo 2022–2025) không so sánh được với số liệu \
                    từ đó về sau.";
    assert_eq!(told(&tra_cu(), ChartKind::Poverty, None), expected);
}

#[test]
fn levels_are_told_with_their_own_totals() {
    let expected = "Năm 2023: Xã đạt chuẩn nông thôn mới 15/15 xã, 100%; \
                    Xã nông thôn mới nâng cao 2/15 xã, 13,33%; \
                    Đạt chuẩn đô thị văn minh 2/2 thị trấn, 100%; \
                    Tiêu chí huyện nông thôn mới 9/9 tiêu chí, 100%.";
    assert_eq!(told(&tra_cu(), ChartKind::Ntm, None), expected);
}

#[test]
fn the_highlighted_row_comes_first() {
    let text = told(&tra_cu(), ChartKind::Poverty, Some("nearPoor"));
    assert!(text.starts_with("Năm 2023: Hộ cận nghèo 2,8%; Hộ nghèo 2,33%"));
    let unknown = told(&tra_cu(), ChartKind::Poverty, Some("x"));
    assert_eq!(unknown, told(&tra_cu(), ChartKind::Poverty, None));
}

#[test]
fn six_months_and_a_year_are_not_compared_but_sectors_are() {
    let text = told(&tra_vinh(), ChartKind::Growth, None);
    assert!(!text.contains("So với"), "{text}");
    let extremes = "Năm 2024, cao nhất là Công nghiệp và xây dựng, 20,23%; \
                    thấp nhất là Nông, lâm nghiệp và thủy sản, 4,15%; \
                    đóng góp nhiều nhất là Công nghiệp và xây dựng, 6,56 điểm phần trăm.";
    assert!(text.contains(extremes), "{text}");
}

#[test]
fn growth_that_slows_is_lower_not_fallen() {
    let values = |values: [f64; 2]| values.map(exact).to_vec();
    let sectors = vec![
        sector("I", values([4.0, -3.5])),
        sector("II", values([10.0, 12.0])),
        sector("III", values([5.0, 5.0])),
    ];
    let text = told(&growth(&["2022", "2023"], sectors), ChartKind::Growth, None);
    let expected = "Năm 2023: Nông, lâm nghiệp và thủy sản −3,5%; Công nghiệp và xây dựng 12%; \
                    Dịch vụ 5%. \
                    Năm 2023, cao nhất là Công nghiệp và xây dựng, 12%; \
                    thấp nhất là Nông, lâm nghiệp và thủy sản, −3,5%. \
                    So với năm 2022: Nông, lâm nghiệp và thủy sản thấp hơn 7,5 điểm phần trăm; \
                    Công nghiệp và xây dựng cao hơn 2 điểm phần trăm; Dịch vụ không đổi.";
    assert_eq!(text, expected);
}

#[test]
fn ties_are_told_as_ties() {
    let values = [5.0, 5.0, 1.0, 1.0].map(|value| vec![exact(value)]);
    let ids = ["I", "II", "III", "taxes"];
    let sectors = ids.iter().zip(values).map(|(id, values)| sector(id, values)).collect();
    let text = told(&growth(&["2023"], sectors), ChartKind::Growth, None);
    let expected = "cao nhất là Nông, lâm nghiệp và thủy sản và Công nghiệp và xây dựng, 5%; \
                    thấp nhất là Dịch vụ và Thuế sản phẩm trừ trợ cấp sản phẩm, 1%.";
    assert!(text.ends_with(expected), "{text}");
    let equal = ["I", "II", "III"].map(|id| sector(id, vec![exact(5.0)])).to_vec();
    let text = told(&growth(&["2023"], equal), ChartKind::Growth, None);
    assert!(!text.contains("nhất"), "{text}");
}

#[test]
fn an_open_figure_is_highest_only_where_it_is_certain() {
    let of = |other: f64| {
        let sectors = vec![
            sector("I", vec![exact(other)]),
            sector("II", vec![qualified(36.0, Qualifier::Over)]),
            sector("III", vec![gap(Missing::Up)]),
        ];
        told(&growth(&["2023"], sectors), ChartKind::Growth, None)
    };
    let certain = "Năm 2023, trong 2 dòng có số liệu, cao nhất là Công nghiệp và xây dựng, trên 36%; \
                   thấp nhất là Nông, lâm nghiệp và thủy sản, 20%.";
    assert!(of(20.0).contains(certain), "{}", of(20.0));
    assert!(!of(40.0).contains("nhất"));
}

#[test]
fn the_largest_contribution_needs_all_of_them() {
    let mut dataset = tra_vinh();
    dataset.growth.as_mut().unwrap().sectors[0].contributions[1] = gap(Missing::NoFigure);
    let text = told(&dataset, ChartKind::Growth, None);
    assert!(!text.contains("đóng góp nhiều nhất"), "{text}");
    assert!(text.contains("Nông, lâm nghiệp và thủy sản 4,15%; Công nghiệp và xây dựng 20,23%, đóng góp 6,56 điểm phần trăm;"), "{text}");
}

#[test]
fn one_period_has_no_change() {
    assert_eq!(poor(&["2023"], vec![exact(2.33)]), "Năm 2023: Hộ nghèo 2,33%.");
}

#[test]
fn no_change_is_said_to_be_none() {
    let text = poor(&["2022", "2023"], vec![exact(2.33), exact(2.33)]);
    assert_eq!(text, "Năm 2023: Hộ nghèo 2,33%. So với năm 2022: Hộ nghèo không đổi.");
}

#[test]
fn no_change_is_told_across_a_qualifier() {
    let text = poor(&["2022", "2023"], vec![qualified(4.0, Qualifier::About), exact(2.33)]);
    assert_eq!(text, "Năm 2023: Hộ nghèo 2,33%.");
}

#[test]
fn the_long_change_and_a_peak_between_are_told() {
    let values = [5.0, 9.0, 4.0, 3.0].map(exact).to_vec();
    let text = poor(&["2016", "2018", "2020", "2022"], values);
    let expected = "Năm 2022: Hộ nghèo 3%. So với năm 2020: Hộ nghèo giảm 1 điểm phần trăm. \
                    So với năm 2016: Hộ nghèo giảm 2 điểm phần trăm. Hộ nghèo cao nhất 9% (2018).";
    assert_eq!(text, expected);
}

#[test]
fn several_breaks_are_named_and_nothing_crosses_them() {
    let mut dataset = rates(&["2015", "2016", "2022"], [9.0, 12.0, 3.0].map(exact).to_vec());
    let breaks = &mut dataset.poverty.as_mut().unwrap().breaks;
    breaks.push(Break { before: 1, note: Some(text_of("Chuẩn 2016–2020")) });
    breaks.push(Break { before: 2, note: None });
    let expected = "Năm 2022: Hộ nghèo 3%. \
                    Số liệu trước năm 2016 (Chuẩn 2016–2020) và năm 2022 (Đổi chuẩn hoặc cách tính) \
                    không so sánh được với số liệu từ đó về sau.";
    assert_eq!(told(&dataset, ChartKind::Poverty, None), expected);
}

#[test]
fn a_row_that_ends_early_is_told_with_its_last_figure() {
    let series = vec![
        row("poor", vec![exact(4.0), exact(3.0)]),
        row("nearPoor", vec![exact(2.8), gap(Missing::NotCollected)]),
    ];
    let text = told(&poverty(&["2022", "2023"], series), ChartKind::Poverty, None);
    let expected = "Hộ cận nghèo không thu thập, gần nhất: 2,8% (2022).";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn a_target_to_come_is_not_the_latest_figure() {
    let none = || gap(Missing::NoFigure);
    let mut dataset = growth(&["2023", "2024"], vec![sector("I", vec![exact(3.0), none()])]);
    dataset.growth.as_mut().unwrap().target = Some(row("target", vec![none(), exact(4.0)]));
    let text = told(&dataset, ChartKind::Growth, None);
    assert!(text.starts_with("Năm 2023: Nông, lâm nghiệp và thủy sản 3%; Mục tiêu chưa có"));
}

#[test]
fn a_target_alone_is_told() {
    let mut dataset = growth(&["2024"], vec![sector("I", vec![gap(Missing::NoFigure)])]);
    dataset.growth.as_mut().unwrap().target = Some(row("target", vec![exact(4.0)]));
    let text = told(&dataset, ChartKind::Growth, None);
    assert!(
        text.starts_with("Năm 2024: Nông, lâm nghiệp và thủy sản chưa có số liệu; Mục tiêu 4%.")
    );
}

#[test]
fn where_all_is_missing_nothing_is_made_up() {
    let nothing = || vec![gap(Missing::NoFigure), gap(Missing::NoFigure)];
    assert_eq!(poor(&["2022", "2023"], nothing()), "Chưa có số liệu nào.");
    let text = poor(&["2022", "2023"], vec![gap(Missing::Suppressed), gap(Missing::NoFigure)]);
    assert_eq!(text, "Trong 2 con số, thiếu 2 (chưa có số liệu: 1; không công bố: 1).");
    assert_eq!(told(&growth(&["2023"], vec![]), ChartKind::Growth, None), "Chưa có số liệu nào.");
}

#[test]
fn a_status_is_told_with_its_figure() {
    let text = poor(&["2023"], vec![with_status(2.33, Status::Provisional)]);
    assert_eq!(text, "Năm 2023: Hộ nghèo 2,33% (sơ bộ).");
}

#[test]
fn many_rows_are_told_as_a_whole() {
    let figures = |index: usize| vec![exact(index as f64), exact((99 - index) as f64)];
    let dataset = poverty(&["2022", "2023"], many(figures));
    let expected = "Có 100 dòng số liệu. \
                    Năm 2023, cao nhất là Xã 0, 99%; thấp nhất là Xã 99, 0%. \
                    So với năm 2022, trong 100 dòng so sánh được có 50 dòng cao hơn, 50 thấp hơn, \
                    0 không đổi.";
    assert_eq!(told(&dataset, ChartKind::Poverty, None), expected);
    let highlighted = told(&dataset, ChartKind::Poverty, Some("x7"));
    assert!(highlighted.starts_with("Có 100 dòng số liệu. Năm 2023: Xã 7 92%. Năm 2023, cao"));
    assert!(highlighted.contains("So với năm 2022: Xã 7 tăng 85 điểm phần trăm."));
}

#[test]
fn a_change_of_level_is_told_in_its_unit() {
    let counts = [12.0, 15.0].map(|count| progress(exact(count), 15.0)).to_vec();
    let text = told(&ntm(&["2022", "2023"], vec![level("ntm", counts)]), ChartKind::Ntm, None);
    let expected = "Năm 2023: Xã đạt chuẩn nông thôn mới 15/15 xã, 100%. \
                    So với năm 2022: Xã đạt chuẩn nông thôn mới tăng 3 xã.";
    assert_eq!(text, expected);
}

#[test]
fn a_section_that_is_not_there_is_not_told() {
    let dataset = growth(&["2023"], vec![]);
    assert_eq!(summary(&dataset, ChartKind::Ntm, None, &Locale::VI), "");
}

fn any_figure() -> impl Strategy<Value = Figure> {
    let qualifier = prop::sample::select(vec![
        Qualifier::Over,
        Qualifier::Under,
        Qualifier::About,
        Qualifier::Nearly,
        Qualifier::AtLeast,
        Qualifier::AtMost,
    ]);
    let value = || (0i32..400).prop_map(|value| f64::from(value) / 8.0);
    prop_oneof![
        4 => value().prop_map(exact),
        1 => (value(), qualifier).prop_map(|(value, qualifier)| qualified(value, qualifier)),
        1 => prop::sample::select(REASONS.to_vec()).prop_map(gap),
    ]
}

proptest! {
    /// Every “giảm” and “tăng” of one series is the difference of two exact
    /// figures between which no standard changed.
    #[test]
    fn a_told_change_is_true(
        values in prop::collection::vec(any_figure(), 1..6),
        before in 1usize..6,
        broken in any::<bool>(),
    ) {
        let labels = ["2018", "2019", "2020", "2021", "2022"];
        let labels = &labels[..values.len()];
        let mut dataset = rates(labels, values.clone());
        let breaks = &mut dataset.poverty.as_mut().unwrap().breaks;
        if broken && before < values.len() {
            breaks.push(Break { before, note: None });
        }
        let text = told(&dataset, ChartKind::Poverty, None);
        for part in text.split("So với ").skip(1) {
            let (year, rest) = part.split_once(": Hộ nghèo ").unwrap();
            let year = year.strip_prefix("năm ").unwrap();
            let from = labels.iter().position(|label| *label == year).unwrap();
            let last = values.iter().rposition(|figure| {
                matches!(figure.missing(), None | Some(Missing::Up | Missing::Down))
            }).unwrap();
            prop_assert!(values[from].is_exact() && values[last].is_exact());
            prop_assert!(!broken || from >= before || before > last, "{}", text);
            let change = values[last].value().unwrap() - values[from].value().unwrap();
            let (verb, amount) = rest.split_once(' ').unwrap();
            match verb {
                "không" => prop_assert_eq!(change, 0.0),
                _ => {
                    let amount = amount.split_once(" điểm phần trăm").unwrap().0;
                    let amount: f64 = amount.replace(',', ".").parse().unwrap();
                    prop_assert_eq!(change, if verb == "giảm" { -amount } else { amount });
                }
            }
        }
    }

    #[test]
    fn nothing_that_a_model_holds_traps(
        values in prop::collection::vec(prop::collection::vec(any_figure(), 0..4), 0..9),
        tag in prop::sample::select(vec!["vi", "en", "km-u-nu-khmr"]),
    ) {
        let locale = Locale::parse(tag);
        let labels = ["2020", "2021", "2022"];
        let sectors = values.iter().map(|values| Sector {
            contributions: values.clone(),
            ..sector("II", values.clone())
        });
        let levels = values.iter().map(|values| {
            level("ntm", values.iter().map(|count| progress(count.clone(), 50.0)).collect())
        });
        let mut dataset = growth(&labels, sectors.collect());
        dataset.poverty = poverty(&labels, values.iter().map(|v| row("poor", v.clone())).collect()).poverty;
        dataset.ntm = ntm(&labels, levels.collect()).ntm;
        for kind in [ChartKind::Growth, ChartKind::Poverty, ChartKind::Ntm] {
            for text in [
                summary(&dataset, kind, Some("II"), &locale),
                words::notes(kind, &dataset, &locale).concat(),
                crate::describe::table(&dataset, kind, 0..0, &locale).caption,
            ] {
                prop_assert!(!text.contains(['{', '}']), "{}", text);
            }
            for (row, period) in (0..10).flat_map(|row| (0..5).map(move |period| (row, period))) {
                crate::describe::tip(&dataset, kind, crate::model::Key { row, period }, &locale);
            }
        }
    }
}
