#include "app/ctl/case_fields.hpp"

#include <charconv>

#include "app/camera/decode.hpp"
#include "app/camera/photo.hpp"
#include "app/domain/money.hpp"
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
        case FieldType::CaseNumber: return "the court's case number, whole";
        case FieldType::Person: return "a person of the roster, by name or id";
        case FieldType::Persons: return "persons of the roster, by name or id; may be given again";
        case FieldType::Fact: return "a fact of this case, by the first characters of its id";
        case FieldType::Facts: return "facts of this case; may be given again";
        case FieldType::Lines: return "lines of text; may be given again";
        case FieldType::Choice: return "one of: ";
        case FieldType::Pictures:
            return "a picture: a PNG or JPEG file, or one of the case by its SHA-256; may be given again";
    }
    return "";
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

base::Result<cases::FieldValue> single(const worker::Machine& machine, const cases::FieldRule& rule,
                                       const std::vector<cases::Fact>& facts, const std::string& word) {
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
        default: return cases::FieldValue(word);
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

base::Result<std::string> item(const worker::Machine& machine, const cases::FieldRule& rule,
                               const std::vector<cases::Fact>& facts, const std::string& word,
                               worker::GivenPictures& pictures) {
    if (rule.type == FieldType::Pictures) return picture_of(rule.name, word, pictures);
    if (rule.type == FieldType::Persons) return person_of(machine, rule.name, word);
    if (rule.type == FieldType::Facts) return fact_of(facts, rule.name, word);
    return word;
}

}  // namespace

std::vector<std::string> field_lines(const cases::ActRule& rule) {
    std::vector<std::string> lines;
    for (const auto fields : {rule.fields, cases::common_fields()})
        for (const cases::FieldRule& field : fields)
            lines.push_back("  " + std::string(field.name) + "=  " + std::string(words_for(field.type)) +
                            std::string(field.choices) + (field.need == cases::Need::May ? "  (may be left out)" : ""));
    return lines;
}

base::Result<cases::Fields> fields_of(const worker::Machine& machine, const cases::ActRule& rule,
                                      const std::vector<cases::Fact>& facts, const std::vector<std::string>& words,
                                      worker::GivenPictures& pictures) {
    cases::Fields fields;
    for (const std::string& each : words) {
        const auto equals = each.find('=');
        const std::string name = each.substr(0, equals);
        const cases::FieldRule* field = cases::find_field(rule, name);
        if (equals == std::string::npos || field == nullptr)
            return bad(name, "\"" + std::string(rule.kind) + "\" has no such field; courtyardctl case acts " +
                                 std::string(rule.kind) + " lists them");
        const std::string word = each.substr(equals + 1);
        if (cases::is_list(field->type)) {
            auto& list = fields[name];
            if (!std::holds_alternative<std::vector<std::string>>(list)) list = std::vector<std::string>{};
            std::get<std::vector<std::string>>(list).push_back(TRY(item(machine, *field, facts, word, pictures)));
        } else {
            fields[name] = TRY(single(machine, *field, facts, word));
        }
    }
    return fields;
}

}  // namespace courtyard::ctl
