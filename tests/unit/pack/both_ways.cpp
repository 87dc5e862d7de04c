#include "tests/unit/pack/both_ways.hpp"

#include <algorithm>
#include <set>
#include <span>

#include "app/domain/credit_code.hpp"
#include "app/domain/text.hpp"
#include "app/pack/application_json.hpp"
#include "app/pack/form_schema.hpp"
#include "app/pack/schema_pattern.hpp"
#include "tests/unit/pack/demo_pack.hpp"

namespace courtyard::pack::test {

using domain::Field;
using domain::FieldType;
using Json = nlohmann::json;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i)
        out += text;
    return out;
}

std::vector<std::string> split(std::string_view texts) {
    std::vector<std::string> out;
    while (true) {
        const std::size_t bar = texts.find('|');
        out.emplace_back(texts.substr(0, bar));
        if (bar == std::string_view::npos) return out;
        texts.remove_prefix(bar + 1);
    }
}

const std::vector<std::string>& texts() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> out = split(
            "| |　|\n|x|不清楚| 不清楚|暂无|没有|由法院定|2026-11-23| 2026-11-23 |"
            "２０２６－０１－０２|2026-11-24|2026-13-01|2026-02-29|2024-02-29|1900-02-29|0000-01-01|"
            "2026-1-2|-1|-0|0|3|３|03|10|11|20|21|3.0|3.5|1e5|1,234.56|0,123|1,23|9.6万|9.6 万 元|¥ 5|"
            "¥￥5|10000000|9999999999.99|10000000000|999999.999999万|1000000万|1.234|1.230|13800000001|"
            "１３８０００００００１|138-0000 0001|+86 138 0000 0001|23800000001|1380000000|"
            "0571-64212345|0571 6421 2345|05711-64212345|+86-0571-64212345|330199198603140177|"
            "３３０１９９１９８６０３１４０１７７|330199 19860314 0177|330199198603140178|"
            "330199198602300177|33019919860314017|330199860314017|030199198603140177|33019919751230053x|"
            "330199201506020194|810000199408230021|830000199201300022|911124199001010000|No. 12|"
            "（2026）浙0199执123号|(2026)浙0199执123号|〔2026〕 浙民终 7 号|"
            "（2026）最高法民终1号|（2026）最高法1号|（2026）浙0199执123号之一|"
            "（1900）浙0199执1号|（2031）浙0199执1号|2026浙0199执1号|330122|33012|999999 某地|"
            "１２号|应小禾| 应小禾 |王5|·王|阿凡提•买|O'Brien|a\nb|a\tb|a\rb|"
            "9999990000000000014|9999 9900 0000 0000 014|9999990000000000015|12345|1234");
        for (const std::string& more :
             {std::string("王\xEE\xA1\xA3"), std::string("\xE2\x80\x8B"), repeated("7", 40), repeated("7", 41),
              repeated("字", 50), repeated("字", 51), repeated("字", 100), repeated("字", 101), repeated("字", 500),
              " " + repeated("字", 500) + "\n", repeated("字", 501)})
            out.push_back(more);
        return out;
    }();
    return all;
}

// Where only the words of the form are answers, a few others say it all.
std::span<const std::string> texts_for(const Field& field) {
    constexpr std::size_t kFew = 14;
    const std::span<const std::string> all(texts());
    return field.is_closed() ? all.first(kFew) : all;
}

const std::vector<Json>& others() {
    static const std::vector<Json> all{nullptr,
                                       true,
                                       false,
                                       0,
                                       1,
                                       -1,
                                       3,
                                       3.0,
                                       3.5,
                                       -0.0,
                                       11,
                                       21,
                                       1e5,
                                       9999999999,
                                       1e10,
                                       1e300,
                                       Json::array(),
                                       Json::object(),
                                       Json::array({""}),
                                       Json::array({"x"}),
                                       Json::array({Json::object()}),
                                       Json::array({Json::object(), Json::object()}),
                                       Json::array({1}),
                                       Json{{"x", "y"}}};
    return all;
}

// One sound value of a part.
std::string sample(const Field& part) {
    if (!part.options.empty()) return part.options.front().value;
    switch (part.type) {
        case FieldType::Name: return "章绮禾";
        case FieldType::Date: return "2025-03-04";
        case FieldType::IdDocument: return "330199198911220283";
        case FieldType::Phone: return "13800000002";
        case FieldType::Money:
        case FieldType::Integer: return "3";
        default: return part.role == "account" ? "9999990000000000014" : "文字";
    }
}
Json sample_row(const Field& field) {
    Json row = Json::object();
    for (const Field& column : field.columns) {
        if (!column.from) row[column.code] = sample(column);
    }
    return row;
}

void add_row_values(const Field& field, std::vector<Json>& rows) {
    const Json sound = sample_row(field);
    rows.push_back(sound);
    for (const Field& column : field.columns) {
        Json without = sound;
        without.erase(column.code);
        rows.push_back(without);
        rows.push_back(Json{{column.code, sound.value(column.code, "3")}});
        const auto with = [&](const Json& value) {
            Json row = sound;
            row[column.code] = value;
            rows.push_back(std::move(row));
        };
        for (const std::string& text : texts_for(column))
            with(text);
        for (const Json& other : others())
            with(other);
        for (const domain::Option& option : column.options) {
            with(option.value);
            with(" " + option.value);
            // Every kind of document and account with a number of every kind.
            for (const Field& number : field.columns) {
                if (number.type != FieldType::IdDocument && number.role != "account" && number.role != "reason")
                    continue;
                for (const char* text : {"", "暂无", "330199198603140177", "810000199408230021", "911124199001010000",
                                         "811124199001010000", "No. 12", "12345", "9999990000000000015"}) {
                    Json row = sound;
                    row[column.code] = option.value;
                    row[number.code] = text;
                    rows.push_back(std::move(row));
                }
            }
        }
    }
}

}  // namespace

std::vector<Json> values_for(const Field& field) {
    std::vector<Json> out(others());
    for (const std::string& text : texts_for(field))
        out.emplace_back(text);
    for (const std::string& word : field.also) {
        out.emplace_back(word);
        out.push_back(Json::array({word}));
        out.push_back(Json::array({word, word}));
    }
    Json all = Json::array();
    for (const domain::Option& option : field.options) {
        out.emplace_back(option.value);
        out.emplace_back(option.value + " ");
        out.push_back(Json::array({option.value}));
        out.push_back(Json::array({option.value, option.value}));
        out.push_back(Json::array({option.value, field.options.front().value}));
        all.push_back(option.value);
    }
    out.push_back(all);
    if (field.type == FieldType::Signature) {
        for (const Json& made : std::vector<Json>{true, false, "true"}) {
            for (const std::string& date : texts())
                out.push_back(Json{{"signed", made}, {"date", date}});
            out.push_back(Json{{"signed", made}});
        }
        out.push_back(Json{{"date", ""}});
    }
    if (field.columns.empty()) return out;
    std::vector<Json> rows;
    add_row_values(field, rows);
    if (field.type != FieldType::Rows && field.type != FieldType::Papers) {
        out.insert(out.end(), rows.begin(), rows.end());
        return out;
    }
    for (const Json& row : rows)
        out.push_back(Json::array({row}));
    for (const std::size_t count :
         {std::size_t{2}, std::size_t{12}, std::size_t{13}, std::size_t{20}, std::size_t{21}, std::size_t{201}})
        out.push_back(Json(std::vector<Json>(count, sample_row(field))));
    out.push_back(Json::array({sample_row(field), Json::object()}));
    return out;
}

Json sound_value(const Field& field, base::SeededRandom& random) {
    std::vector<Json> out;
    for (const std::string& word : field.also)
        out.emplace_back(word);
    for (const domain::Option& option : field.options)
        out.push_back(field.type == FieldType::Multi ? Json::array({option.value}) : Json(option.value));
    if (field.type == FieldType::IdDocument)
        out = {"暂无",
               "330199198603140177",
               Json{{"type", "护照"}, {"number", "No. 12"}},
               Json{{"type", "户口簿"}, {"number", "330199198603140177"}},
               Json{{"number", "330199198603140177"}},
               Json{{"type", " "}, {"number", "330199198603140177"}}};
    if (!field.columns.empty() && field.type != FieldType::IdDocument) {
        const bool is_list = field.type == FieldType::Rows || field.type == FieldType::Papers;
        out.push_back(is_list ? Json::array({sample_row(field)}) : sample_row(field));
    }
    if (field.type == FieldType::Declaration || field.type == FieldType::Consent) out = {true, false};
    if (out.empty()) out.emplace_back(sample(field));
    return out[random.next() % out.size()];
}

Json example() { return Json::parse(form_and_example(demo_pack())).at("example"); }

// Eighteen characters that a credit code may have: that the last one does not fit no schema can say.
bool is_mistyped_code(const domain::Problem& problem, const domain::Application& application) {
    const domain::Answer* document = application.find(problem.field);
    const domain::Row* parts = document == nullptr ? nullptr : document->row();
    if (problem.code != "identity.organisation" || parts == nullptr || !parts->contains("number")) return false;
    const std::string& number = parts->at("number");
    return number.size() == domain::kCreditCodeSize &&
           number.find_first_not_of(domain::kCreditCodeCharacters) == std::string::npos;
}

bool is_unsaid(const domain::FormDefinition& form, const domain::Problem& problem,
               const domain::Application& application) {
    static const std::set<std::string> codes{"identity.checksum", "identity.date",    "identity.future",
                                             "account.luhn",      "date.future",      "case_number.year",
                                             "computed.differs",  "computed.negative"};
    if (codes.contains(problem.code) || is_mistyped_code(problem, application)) return true;
    const domain::Application filled = domain::with_computed(form, application, today());
    const auto born = domain::Date::parse(domain::half_width(domain::trim(filled.text("F1.05"))));
    const int age = born ? domain::full_years(*born, today()) : 100;
    if (problem.field == "F1.20") return age < 18;
    if (problem.field != "F1.03" && problem.field != "F1.05") return false;
    const domain::Answer* document = application.find("F1.06");
    const domain::Row* parts = document == nullptr ? nullptr : document->row();
    if (parts == nullptr || !parts->contains("number")) return false;
    static const PatternMatcher identity(schema::identity_pattern());
    return identity.finds(*domain::code_points(parts->at("number")));
}

BothWays::BothWays(const domain::FormDefinition& form, std::string unsaid)
    : form_(form), validator_(Json::parse(form_schema(form))), unsaid_(std::move(unsaid)) {}

BothWays::BothWays(const domain::FormDefinition& schema_of, const domain::FormDefinition& check_of)
    : form_(check_of), validator_(Json::parse(form_schema(schema_of))), is_control_(true) {}

BothWays::Judged BothWays::judge(const Json& application) const {
    const auto parsed = parse_application(form_, application.dump());
    if (!parsed) return {{"reader " + parsed.error().code}, false};
    Judged out;
    out.is_unsaid = true;
    for (const domain::Problem& problem :
         domain::check(form_, *parsed, {test::today(), &demo_pack().areas, std::nullopt})) {
        if (problem.severity != domain::Severity::Error) continue;
        out.refusals.push_back(problem.field + " " + problem.code);
        out.is_unsaid = out.is_unsaid && (problem.field == unsaid_ || is_unsaid(form_, problem, *parsed));
    }
    return out;
}

void BothWays::compare(const Json& application, const std::string& what, Tally& tally) const {
    const bool fits = validator_.fits(application);
    const Judged judged = judge(application);
    const std::vector<std::string>& wrong = judged.refusals;
    if (fits && !wrong.empty() && judged.is_unsaid) {
        ++tally.unsaid;
        return;
    }
    ++(fits ? tally.accepted : tally.refused);
    if (fits == wrong.empty()) return;
    ++tally.differing;
    if (!is_control_)
        FAIL_CHECK((fits ? "fits, but is refused: " : "is accepted, but does not fit: ")
                   << what << (wrong.empty() ? "" : ": " + wrong.front()));
}

void BothWays::walk(const Field& field, const Json& sound, Tally& tally) const {
    Json changed = sound;
    changed.erase(field.code);
    compare(changed, field.code + " left out", tally);
    for (const Json& value : values_for(field)) {
        changed[field.code] = value;
        compare(changed, field.code + " = " + value.dump(-1, ' ', false), tally);
    }
}

}  // namespace courtyard::pack::test
