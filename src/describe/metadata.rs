//! What catalogues and picture programs read of a chart: Dublin Core in RDF, as
//! other programs write it into an SVG.

use crate::locale::{Locale, plain_date};
use crate::model::{ChartKind, Dataset, Source, Text};
use crate::words;
use crate::xml::escape;

const OPEN: &str = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<rdf:Description rdf:about=\"\">\n";
const CLOSE: &str = "</rdf:Description>\n</rdf:RDF>\n";

/// Title, place, period and language of a chart, and each source of its figures. What
/// was not published has no element.
pub fn metadata(kind: ChartKind, dataset: &Dataset, locale: &Locale) -> String {
    let mut xml = OPEN.to_string();
    push(&mut xml, "title", &words::title(kind, dataset, locale));
    push(&mut xml, "coverage", &words::place(dataset, locale));
    push(&mut xml, "coverage", &words::periods_shown(kind, dataset, locale));
    push(&mut xml, "language", locale.code());
    for source in words::sources(kind, dataset).0 {
        push_source(&mut xml, source, locale);
    }
    xml.push_str(CLOSE);
    xml
}

fn push_source(xml: &mut String, source: &Source, locale: &Locale) {
    let push_text = |xml: &mut String, name, text: &Text| push(xml, name, text.get(locale.code()));
    xml.push_str("<dc:source rdf:parseType=\"Resource\">\n");
    push_text(xml, "title", &source.name);
    if let Some(publisher) = &source.publisher {
        push_text(xml, "publisher", publisher);
    }
    if let Some(date) = source.date {
        push(xml, "date", &plain_date(date.year, date.month, date.day));
    }
    if let Some(license) = &source.license {
        push_text(xml, "rights", license);
    }
    if let Some(url) = &source.url {
        push(xml, "identifier", url);
    }
    xml.push_str("</dc:source>\n");
}

fn push(xml: &mut String, name: &str, text: &str) {
    for part in ["<dc:", name, ">", &escape(text), "</dc:", name, ">\n"] {
        xml.push_str(part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Date;
    use crate::words::sample::*;

    fn lines(dataset: &Dataset, locale: &Locale) -> String {
        let xml = metadata(ChartKind::Poverty, dataset, locale);
        let inner = xml.strip_prefix(OPEN).and_then(|xml| xml.strip_suffix(CLOSE));
        inner.expect("opened and closed").to_string()
    }

    #[test]
    fn every_published_fact_of_a_source_is_told_and_no_other() {
        let mut dataset = tra_cu();
        let source = &mut dataset.sources[0];
        source.url = Some("https://example.vn/?a=1&b=<2>".into());
        source.publisher = Some(text_of("UBND \"huyện\""));
        source.license = Some(text_of("CC BY 4.0"));
        let expected = "<dc:title>Hộ nghèo và hộ cận nghèo</dc:title>\n\
            <dc:coverage>Huyện Trà Cú, tỉnh Trà Vinh</dc:coverage>\n\
            <dc:coverage>2021–2023</dc:coverage>\n\
            <dc:language>vi</dc:language>\n\
            <dc:source rdf:parseType=\"Resource\">\n\
            <dc:title>Trang Thông tin điện tử huyện Trà Cú</dc:title>\n\
            <dc:publisher>UBND &quot;huyện&quot;</dc:publisher>\n\
            <dc:date>2024-01-05</dc:date>\n\
            <dc:rights>CC BY 4.0</dc:rights>\n\
            <dc:identifier>https://example.vn/?a=1&amp;b=&lt;2&gt;</dc:identifier>\n\
            </dc:source>\n";
        assert_eq!(lines(&dataset, &Locale::VI), expected);
        assert!(lines(&dataset, &Locale::EN).contains("<dc:language>en</dc:language>"));

        dataset.sources[0] = a_source("web", "Báo cáo");
        dataset.sources[0].date = Some(Date { year: 2024, month: 1, day: 0 });
        let xml = lines(&dataset, &Locale::VI);
        let source =
            "Resource\">\n<dc:title>Báo cáo</dc:title>\n<dc:date>2024-01</dc:date>\n</dc:source>";
        assert!(xml.contains(source), "{xml}");
        dataset.sources.clear();
        assert!(!lines(&dataset, &Locale::VI).contains("dc:source"));
    }
}
