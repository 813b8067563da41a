//! Vietnamese, as a provincial statistics office writes.

use super::{Builtin, Word};

pub fn word(word: Word) -> &'static str {
    use Word::*;
    match word {
        Over => "trên",
        Under => "dưới",
        About => "khoảng",
        Nearly => "gần",
        AtLeast => "ít nhất",
        AtMost => "không quá",
        Provisional => "sơ bộ",
        Estimated => "ước",
        Revised => "đã điều chỉnh",
        Derived => "số tính toán",
        NoFigure => "chưa có số liệu",
        Suppressed => "không công bố",
        NotCollected => "không thu thập",
        NotApplicable => "không áp dụng",
        Up => "tăng, không nêu số",
        Down => "giảm, không nêu số",
        CountOf => "{count} trong {of}",
        OfOnly => "trong tổng số {of}",
        Households => "hộ",
        Points => "điểm phần trăm",
        PointsShort => "điểm %",
        And => "và",
        SectorNumeral => "Khu vực {id}",
        Target => "Mục tiêu",
        TargetValue => "mục tiêu {value}",
        Contribution => "Đóng góp",
        ContributionLine => "đóng góp {value} điểm %, {period}",
        ContributionShort => "đóng góp",
        RemainderValue => "còn lại {value}",
        BreakName => "Đổi chuẩn hoặc cách tính",
        GrowthTitle => "Tăng trưởng theo khu vực kinh tế",
        PovertyTitle => "Tình hình nghèo",
        PoorAndNearPoorTitle => "Hộ nghèo và hộ cận nghèo",
        NtmTitle => "Xây dựng nông thôn mới",
        GrowthMeasure => "Tốc độ tăng",
        PovertyMeasure => "Tỷ lệ",
        NtmMeasure => "Số đã đạt trên tổng số",
        NtmMeasureUnits => "Số {units} đã đạt trên tổng số",
        NoteGaps => "Dấu nét đứt: chưa có số liệu.",
        NoteTrueTime => "Các kỳ cách nhau đúng theo thời gian.",
        NoteBreak => "Từ {period}: {name}.",
        NoteAcrossBreak => "Không so sánh số liệu trước và sau mốc này.",
        NoteAcrossBreaks => "Không so sánh số liệu trước và sau mỗi mốc.",
        NoteDerived => "Tính từ số đã công bố: {list}.",
        NoteDenominators => "Mỗi tỷ lệ tính trên tổng số của dòng đó; các tổng số khác nhau.",
        NoteShares => "Tỷ lệ ghi theo nguồn, có thể khác với phép chia.",
        NoteMore => "Còn ghi chú khác ở từng số liệu.",
        AndOthers => "và {count} mục khác",
        Source => "Nguồn: {list}.",
        SourceNone => "Không nêu nguồn.",
        SourceSome => "một số số liệu không nêu nguồn",
        AsOf => "Số liệu đến {date}.",
        LabelValue => "Giá trị",
        LabelPeriod => "Kỳ",
        LabelCount => "Số lượng",
        LabelHouseholds => "Số hộ",
        LabelAchieved => "Đã đạt",
        LabelShare => "Tỷ lệ",
        LabelNote => "Ghi chú",
        LabelSource => "Nguồn",
        LabelChange => "So với {period}",
        ColumnContribution => "Đóng góp {period}, điểm phần trăm",
        Rose => "tăng {change}",
        Fell => "giảm {change}",
        Unchanged => "không đổi",
        Higher => "cao hơn {change}",
        Lower => "thấp hơn {change}",
        NotComparable => "không so sánh được ({name})",
        SummaryLead => "{title}, {place} ({subtitle}).",
        InYear => "Năm {period}",
        SummaryRows => "Có {count} dòng số liệu.",
        SummaryLast => "gần nhất: {figure} ({period})",
        SummaryChange => "So với {period}: {list}.",
        SummaryChanges => {
            "So với {period}, trong {count} dòng so sánh được có {rose} dòng cao hơn, {fell} thấp hơn, {same} không đổi."
        }
        Highest => "cao nhất là {names}, {figure}",
        Lowest => "thấp nhất là {names}, {figure}",
        AmongKnown => "trong {count} dòng có số, ",
        MostContribution => "đóng góp nhiều nhất là {names}, {figure}",
        PeakHigh => "{name} cao nhất {figure} ({period})",
        PeakLow => "{name} thấp nhất {figure} ({period})",
        SummaryBreaks => "Số liệu trước {list} không so sánh được với số liệu từ đó về sau.",
        SummaryNothing => "Chưa có số liệu nào.",
        SummaryMissing => "Không có {count} trong {total} con số ({list}).",
        SummaryRest => "và {count} dòng khác",
        Syntax => {
            "Đây chưa phải JSON đúng cách viết: có lỗi ở dòng {line}, cột {column}. Hãy xem lại dấu phẩy, dấu nháy và dấu ngoặc gần chỗ đó."
        }
        SyntaxSomewhere => {
            "Đây chưa phải JSON đúng cách viết. Hãy xem lại các dấu phẩy, dấu nháy và dấu ngoặc."
        }
        Type => "Ở đây là {found}. Hãy viết {expected}.",
        ExpectedObject => "các khóa và giá trị trong dấu ngoặc nhọn { }",
        ExpectedArray => "một danh sách trong dấu ngoặc vuông [ ]",
        ExpectedFigure => "một số, null, hoặc { \"value\": số }",
        ExpectedNumber => "một số",
        ExpectedNumberOrNull => "một số, hoặc null nếu chưa có số",
        ExpectedWholeNumber => "một số nguyên",
        ExpectedText => "một chuỗi trong dấu nháy kép, hoặc chuỗi theo ngôn ngữ { \"vi\": \"…\" }",
        ExpectedString => "một chuỗi trong dấu nháy kép",
        FoundNull => "null",
        FoundBoolean => "true hoặc false",
        FoundNumber => "một số",
        FoundString => "chuỗi “{string}”",
        FoundArray => "một danh sách [ ]",
        FoundObject => "một đối tượng { }",
        FoundNotData => "một thứ không phải dữ liệu JSON",
        NumberAsString => {
            "Ở đây là chuỗi “{found}”. Hãy viết số {number}: không có dấu nháy, phần thập phân sau dấu chấm."
        }
        AmbiguousNumber => {
            "Ở đây là chuỗi “{found}”, có thể hiểu theo hai cách. Hãy viết số {whole} hoặc số {decimal}, không có dấu nháy."
        }
        Missing => "Thiếu khóa “{key}”. Hãy thêm khóa này.",
        MissingOneOf => "Thiếu một trong các khóa {keys}. Hãy thêm một khóa.",
        NoSection => {
            "Dữ liệu không có phần “{section}” mà biểu đồ này cần. Hãy thêm phần đó, hoặc chọn biểu đồ khác."
        }
        NothingToDraw => {
            "Dữ liệu không có phần nào vẽ được. Hãy thêm “growth”, “poverty” hoặc “ntm”."
        }
        ChartNotNamed => {
            "Dữ liệu vẽ được nhiều biểu đồ: {found}. Hãy nêu một biểu đồ trong thuộc tính “chart”."
        }
        UnknownChart => "Không có biểu đồ “{found}”. Hãy viết “growth”, “poverty” hoặc “ntm”.",
        ChartNotDrawn => {
            "Phiên bản này chưa vẽ biểu đồ “{chart}”. Hãy viết “growth”, “poverty” hoặc “ntm”."
        }
        NotDrawn => "Phiên bản này chưa vẽ phần “{key}”. Các phần khác vẫn được vẽ.",
        UnknownKey => {
            "Không có khóa “{key}”. Hãy xóa khóa này; muốn giữ lại thì đặt “x-” ở đầu tên khóa."
        }
        UnknownKeySimilar => "Không có khóa “{key}”. Có phải là “{similar}”?",
        UnknownValue => "Ở đây không dùng được “{found}”. Hãy viết một trong: {allowed}.",
        NameNeeded => "Mã “{id}” chưa có tên. Hãy thêm “name”, hoặc dùng một mã có sẵn: {ids}.",
        EmptyText => "Chuỗi này trống. Hãy viết nội dung, hoặc xóa cả khóa.",
        EmptyList => "Danh sách này trống. Hãy thêm ít nhất một mục.",
        Version => "Ở đây là phiên bản {found}. Hãy viết \"version\": 1.",
        NotFinite => {
            "Đây không phải là số (NaN hoặc vô cực). Hãy viết một số, hoặc null nếu chưa có số."
        }
        TooLarge => {
            "Số này lớn hơn 1.000.000 tỷ nên không giữ được đúng từng chữ số. Hãy dùng đơn vị lớn hơn, như tỷ đồng."
        }
        TooSmall => {
            "Số này quá nhỏ: chỉ ghi được sáu chữ số thập phân. Hãy dùng đơn vị nhỏ hơn, hoặc viết 0."
        }
        Negative => "Số này âm. Hãy viết số từ 0 trở lên.",
        OutOfRange => "Số này nằm ngoài khoảng từ {min} đến {max}. Hãy viết số trong khoảng đó.",
        NotWhole => "Số này có phần thập phân. Hãy viết số nguyên.",
        CountAboveOf => {
            "“count” là {count}, lớn hơn “of” là {of}. Hãy sửa lại: một phần không lớn hơn tổng số."
        }
        Length => {
            "Có {found} số cho {periods} kỳ. Hãy viết mỗi kỳ một số; kỳ chưa có số thì viết null."
        }
        Duplicate => "“{value}” đã có ở trên. Hãy viết mỗi giá trị một lần.",
        Date => "“{found}” không phải là ngày. Hãy viết năm-tháng-ngày, như 2024-01-05.",
        PeriodAt => {
            "“{found}” không phải là thời điểm. Hãy viết năm (2015), tháng (2015-06) hoặc khoảng (2010/2011)."
        }
        PeriodOrder => {
            "Kỳ “{later}” không sau kỳ “{earlier}” về thời gian. Hãy xếp lại các kỳ, hoặc sửa “at”."
        }
        BreakPeriod => {
            "“{found}” không phải là kỳ thứ hai hay kỳ sau đó. Hãy viết đúng tên một kỳ trong “periods”, trừ kỳ đầu."
        }
        OnlyWithNull => {
            "“{key}” là “{word}” thì không có số. Hãy viết \"value\": null, hoặc xóa “{key}”."
        }
        NeedsValue => {
            "“{key}” là “{word}” thì phải có số. Hãy viết số vào “value”, hoặc xóa “{key}”."
        }
        Conflict => "“{one}” và “{other}” không đi cùng nhau. Hãy xóa một trong hai.",
        UnknownSource => {
            "Trong “sources” không có nguồn mang mã “{id}”. Hãy thêm nguồn đó, hoặc sửa lại mã."
        }
        SourceNotNamed => {
            "Dữ liệu có nhiều nguồn, nhưng phần này không nêu nguồn nào. Hãy thêm “source” với mã của nguồn."
        }
        TooMany => {
            "Có {found} {what}, nhiều nhất chỉ được {limit}. Hãy bớt lại, hoặc chia thành nhiều biểu đồ."
        }
        Areas => "địa bàn",
        Series => "chuỗi số liệu",
        Periods => "kỳ",
        Figures => "số liệu",
        Characters => "ký tự",
        Criteria => "tiêu chí",
        Entries => "mục",
        TooDeep => "Các dấu ngoặc lồng nhau quá nhiều lớp. Hãy viết như mẫu trong hướng dẫn.",
        More => "Và {count} vấn đề khác.",
    }
}

/// Names as yearbooks, decisions and reports print them. “urban” is of wards or
/// townships: which of them, the unit says.
pub const BUILTINS: &[(Builtin, &str, &str)] = &[
    (Builtin::Sector, "I", "Nông, lâm nghiệp và thủy sản"),
    (Builtin::Sector, "II", "Công nghiệp và xây dựng"),
    (Builtin::Sector, "III", "Dịch vụ"),
    (Builtin::Sector, "taxes", "Thuế sản phẩm trừ trợ cấp sản phẩm"),
    (Builtin::Sector, "total", "Tổng số"),
    (Builtin::Poverty, "poor", "Hộ nghèo"),
    (Builtin::Poverty, "nearPoor", "Hộ cận nghèo"),
    (Builtin::Level, "ntm", "Xã đạt chuẩn nông thôn mới"),
    (Builtin::Level, "ntmAdvanced", "Xã nông thôn mới nâng cao"),
    (Builtin::Level, "ntmModel", "Xã nông thôn mới kiểu mẫu"),
    (Builtin::Level, "ntmModern", "Xã nông thôn mới hiện đại"),
    (Builtin::Level, "urban", "Đạt chuẩn đô thị văn minh"),
    (Builtin::Level, "districtNtm", "Tiêu chí huyện nông thôn mới"),
    (Builtin::LevelUnit, "ntm", "xã"),
    (Builtin::LevelUnit, "ntmAdvanced", "xã"),
    (Builtin::LevelUnit, "ntmModel", "xã"),
    (Builtin::LevelUnit, "ntmModern", "xã"),
    (Builtin::LevelUnit, "urban", "phường, thị trấn"),
    (Builtin::LevelUnit, "districtNtm", "tiêu chí"),
];
