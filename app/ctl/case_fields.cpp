#include "app/ctl/case_fields.hpp"

#include <algorithm>
#include <charconv>

#include "app/camera/decode.hpp"
#include "app/camera/photo.hpp"
#include "app/cases/check_fields.hpp"
#include "app/cases/coded_fields.hpp"
#include "app/cases/revisit_plan.hpp"
#include "app/domain/contact_rule.hpp"
#include "app/domain/money.hpp"
#include "app/domain/text.hpp"
#include "app/pack/act_codes.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/hash.hpp"

namespace courtyard::ctl {

namespace {

using cases::FieldType;

tl::unexpected<base::Error> bad(std::string_view field, const std::string& what) {
    return base::fail("case.field", "field " + std::string(field) + ": " + what);
}

std::string_view words_for(FieldType type) {
    switch (type) {
        case FieldType::Line: return "a line of text";
        case FieldType::Words: return "a text";
        case FieldType::Data: return "a text";
        case FieldType::Money: return "an amount in yuan, for example 9600 or 1234.56";
        case FieldType::Count: return "a whole number";
        case FieldType::YesNo: return "yes or no";
        case FieldType::Yes: return "yes";
        case FieldType::Day: return "a day, for example 2026-11-23";
        case FieldType::Hours: return "hours of a day in China, for example 9-11";
        case FieldType::CaseNumber: return "the court's case number, whole";
        case FieldType::Person: return "a person of the roster, by name or id";
        case FieldType::Persons: return "persons of the roster, by name or id; may be given again";
        case FieldType::Fact: return "a fact of this case, by the first characters of its id";
        case FieldType::Facts: return "facts of this case; may be given again";
        case FieldType::Lines: return "lines of text; may be given again";
        case FieldType::Choice: return "one of a few words";
        case FieldType::Pictures:
            return "a picture: a PNG or JPEG file, or one of the case by its SHA-256; may be given again";
    }
    return "";
}

bool is_plan_row(const cases::FieldRule& rule) { return rule.name == "plan" && rule.type != FieldType::Choice; }

std::string place(std::size_t number) { return std::to_string(number); }

// A text as the table wants it: said, plain, not too long.
base::Result<void> check_text(std::string_view kind, const cases::FieldRule& rule, const std::string& word) {
    const bool many = rule.type == FieldType::Words;
    const std::size_t most = many ? cases::kWordsMax : cases::kLineMax;
    const auto points = domain::code_points(word);
    if (!points) return bad(rule.name, "is no UTF-8");
    if (domain::is_blank(word)) return bad(rule.name, "is empty: it takes " + what_it_takes(kind, rule));
    if (points->size() > most)
        return bad(rule.name, "has " + place(points->size()) + " characters: it takes at most " + place(most));
    if (!domain::is_plain(*points, many ? domain::Lines::Many : domain::Lines::One))
        return bad(rule.name, many ? "has control characters in it: write it without"
                                   : "has line ends or control characters in it: write it on one line");
    return {};
}

// Whether the field takes codes and this is none of them. Of the rows of a revisit plan a court's pack may have more.
bool is_strange_code(std::string_view kind, const cases::FieldRule& rule, const std::string& word) {
    const std::vector<std::string> codes = cases::codes_of(kind, rule);
    if (codes.empty() || std::find(codes.begin(), codes.end(), word) != codes.end()) return false;
    return !is_plan_row(rule) || !cases::is_plan(word);
}

base::Result<void> check_word(std::string_view kind, const cases::FieldRule& rule, const std::string& word) {
    if (is_strange_code(kind, rule, word)) return bad(rule.name, "takes " + what_it_takes(kind, rule));
    switch (rule.type) {
        case FieldType::Line:
        case FieldType::Lines:
        case FieldType::Words: return check_text(kind, rule, word);
        case FieldType::Day:
            if (!domain::Date::parse(word)) return bad(rule.name, "takes " + what_it_takes(kind, rule));
            return {};
        case FieldType::Hours:
            if (!domain::read_call_hours(word)) return bad(rule.name, "takes " + what_it_takes(kind, rule));
            return {};
        default: return {};
    }
}

base::Result<std::string> person_of(const worker::Machine& machine, std::string_view field, const std::string& word) {
    std::string found;
    for (const mail::Person& person : machine.roster().persons) {
        if (person.name != word && person.id.text() != word) continue;
        if (!found.empty()) return bad(field, "several persons of the roster are called so; give the id");
        found = person.id.text();
    }
    if (found.empty()) return bad(field, "nobody of the roster is called so");
    return found;
}

base::Result<std::string> fact_of(const std::vector<cases::Fact>& facts, std::string_view field,
                                  const std::string& word) {
    constexpr std::size_t kMin = 4;
    std::string found;
    for (const cases::Fact& fact : facts) {
        const std::string id = fact.id.text();
        if (word.size() < kMin || id.compare(0, word.size(), word) != 0) continue;
        if (!found.empty()) return bad(field, "several facts of this case begin so; give more of the id");
        found = id;
    }
    if (found.empty()) return bad(field, "no fact of this case begins so");
    return found;
}

base::Result<cases::FieldValue> single(const worker::Machine& machine, std::string_view kind,
                                       const cases::FieldRule& rule, const std::vector<cases::Fact>& facts,
                                       const std::string& word) {
    switch (rule.type) {
        case FieldType::Money: {
            const auto yuan = domain::parse_yuan(word);
            if (!yuan) return bad(rule.name, yuan.error().message);
            return cases::FieldValue(yuan->value);
        }
        case FieldType::Count: {
            std::int64_t number = 0;
            const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
            if (error != std::errc{} || end != word.data() + word.size()) return bad(rule.name, "takes a whole number");
            return cases::FieldValue(number);
        }
        case FieldType::YesNo:
        case FieldType::Yes:
            if (word != "yes" && word != "no") return bad(rule.name, "takes yes or no");
            return cases::FieldValue(word == "yes");
        case FieldType::Person: return cases::FieldValue(TRY(person_of(machine, rule.name, word)));
        case FieldType::Fact: return cases::FieldValue(TRY(fact_of(facts, rule.name, word)));
        default: TRY(check_word(kind, rule, word)); return cases::FieldValue(word);
    }
}

// A file is straightened and made small, as at the kiosk; a picture that the case or the inbox has is named.
base::Result<std::string> picture_of(std::string_view field, const std::string& word, worker::GivenPictures& pictures) {
    if (base::Digest::parse(word)) return word;
    auto bytes = os::read_file(word, camera::kFileBytesMax);
    if (!bytes) return bad(field, bytes.error().message);
    auto photo = camera::photo_of_file(*bytes);
    base::wipe(*bytes);
    if (!photo) return bad(field, word + ": " + photo.error().message);
    const std::string digest = seal::sha256(photo->jpeg).text();
    pictures.jpegs.push_back(std::move(photo->jpeg));
    return digest;
}

base::Result<std::string> item(const worker::Machine& machine, std::string_view kind, const cases::FieldRule& rule,
                               const std::vector<cases::Fact>& facts, const std::string& word,
                               worker::GivenPictures& pictures) {
    if (rule.type == FieldType::Pictures) return picture_of(rule.name, word, pictures);
    if (rule.type == FieldType::Persons) return person_of(machine, rule.name, word);
    if (rule.type == FieldType::Facts) return fact_of(facts, rule.name, word);
    TRY(check_word(kind, rule, word));
    return word;
}

// "department=X" as the field and what it says.
base::Result<const cases::FieldRule*> field_of(const cases::ActRule& rule, const std::string& word) {
    const auto equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const cases::FieldRule* field = cases::find_field(rule, name);
    if (name.empty()) return base::fail("case.field", "\"" + word + "\" names no field: write FIELD=VALUE");
    if (field == nullptr)
        return bad(name, "\"" + std::string(rule.kind) + "\" has no such field; courtyardctl case acts " +
                             std::string(rule.kind) + " lists them");
    if (equals == std::string::npos)
        return bad(name, "says nothing: write " + name + "=, and " + what_it_takes(rule.kind, *field));
    return field;
}

}  // namespace

std::string what_it_takes(std::string_view kind, const cases::FieldRule& rule) {
    const std::vector<std::string> codes = cases::codes_of(kind, rule);
    if (codes.empty()) return std::string(words_for(rule.type));
    std::string out = is_plan_row(rule) ? "a row of the revisit plan:" : "one of:";
    for (const std::string& code : codes)
        out += " " + code;
    return out + (cases::is_list(rule.type) ? "; may be given again" : "");
}

std::vector<std::string> field_lines(const cases::ActRule& rule, const pack::Words& words) {
    std::vector<std::string> lines;
    for (const auto fields : {rule.fields, cases::common_fields()})
        for (const cases::FieldRule& field : fields) {
            if (field.kept == cases::Kept::Made) continue;
            lines.push_back("  " + std::string(field.name) + "=  " + what_it_takes(rule.kind, field) +
                            (field.need == cases::Need::May ? "  (may be left out)" : "") +
                            (field.kept == cases::Kept::Sealed ? "  (sealed; - reads it from standard input)" : ""));
            for (const auto& [code, say] : pack::code_words(words, rule.kind, field))
                if (!say.empty()) lines.push_back("      " + code + "  " + say);
            for (const std::string& each : pack::offered_words(words, rule.kind, field))
                lines.push_back("      for example " + each);
        }
    return lines;
}

base::Result<cases::Fields> fields_of(const worker::Machine& machine, const cases::ActRule& rule,
                                      const std::vector<cases::Fact>& facts, const std::vector<std::string>& words,
                                      worker::GivenPictures& pictures) {
    cases::Fields fields;
    for (const std::string& each : words) {
        const cases::FieldRule* field = TRY(field_of(rule, each));
        const std::string name(field->name), word = each.substr(name.size() + 1);
        if (cases::is_list(field->type)) {
            auto& list = fields[name];
            if (!std::holds_alternative<std::vector<std::string>>(list)) list = std::vector<std::string>{};
            std::get<std::vector<std::string>>(list).push_back(
                TRY(item(machine, rule.kind, *field, facts, word, pictures)));
        } else if (fields.contains(name)) {
            return bad(name, "is given twice: say it once");
        } else {
            fields[name] = TRY(single(machine, rule.kind, *field, facts, word));
        }
    }
    return fields;
}

base::Result<void> need_all(const cases::ActRule& rule, const cases::Fields& fields) {
    for (const cases::FieldRule& field : rule.fields)
        if (field.need == cases::Need::Must && field.kept != cases::Kept::Made && !fields.contains(field.name))
            return bad(field.name, "is missing: " + what_it_takes(rule.kind, field));
    return {};
}

base::Result<std::vector<std::string>> with_typed_apart(const cases::ActRule& rule, std::vector<std::string> words,
                                                        std::istream& in) {
    for (std::string& word : words) {
        const auto equals = word.find('=');
        const cases::FieldRule* field = cases::find_field(rule, std::string_view(word).substr(0, equals));
        const bool is_apart = field != nullptr && field->kept == cases::Kept::Sealed && word.substr(equals) == "=-";
        if (!is_apart) continue;
        std::string line;
        if (!std::getline(in, line)) return bad(field->name, "nothing came on standard input");
        word.replace(equals + 1, 1, line);
        base::wipe(line);
    }
    return words;
}

}  // namespace courtyard::ctl
