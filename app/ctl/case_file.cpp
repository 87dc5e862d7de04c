#include "app/ctl/case_file.hpp"

#include <nlohmann/json.hpp>

#include "app/cases/fact_json.hpp"
#include "app/cases/fold.hpp"

namespace courtyard::ctl {

namespace {

tl::unexpected<base::Error> wrong(const std::string& where, const std::string& why) {
    return base::fail("case.file", where + " of the case file " + why);
}

std::string text_at(const nlohmann::json& object, const char* key) {
    if (!object.is_object()) return {};
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

base::Result<void> read_person(const nlohmann::json& from, const std::string& where, CaseFile& out) {
    const auto id = base::PersonId::parse(text_at(from, "id"));
    const auto role = cases::role_of(text_at(from, "role"));
    if (!id) return wrong(where, "needs an id of 16 hexadecimal digits");
    if (!role) return wrong(where, "needs a role: registrar, judge, committee, caller or leader");
    out.names[*id] = text_at(from, "name");
    out.roles.emplace(*id, *role);
    return {};
}

base::Result<void> read_one(const nlohmann::json& from, const std::string& where, CaseFile& out) {
    const auto id = base::RecordId::parse(text_at(from, "id"));
    const auto author = base::PersonId::parse(text_at(from, "author"));
    if (!id) return wrong(where, "needs an id of 32 hexadecimal digits");
    if (!author) return wrong(where, "needs an author of 16 hexadecimal digits");
    const auto claimed = from.find("claimed");
    const auto payload = from.find("payload");
    if (claimed == from.end() || !claimed->is_number_integer())
        return wrong(where, "needs 'claimed', a whole number of milliseconds");
    if (payload == from.end()) return wrong(where, "has no payload");
    const cases::FactFrame frame{*id, *author, text_at(from, "kind"), {claimed->get<std::int64_t>()}};
    auto fact = cases::read_fact(frame, payload->dump());
    if (!fact) return wrong(where, "is no fact: " + fact.error().message);
    out.facts.push_back(*std::move(fact));
    return {};
}

template <class Read>
base::Result<void> each(const nlohmann::json& root, const char* key, CaseFile& out, const Read& read) {
    const auto list = root.find(key);
    if (list == root.end() || !list->is_array()) return wrong(std::string("'") + key + "'", "is missing: a list");
    std::size_t n = 0;
    for (const nlohmann::json& one : *list)
        TRY(read(one, std::string(key) + "[" + std::to_string(++n) + "]", out));
    return {};
}

}  // namespace

cases::AidCase CaseFile::fold(std::span<const cases::Fact> of_them) const {
    const auto offices = [this](const base::PersonId& person) -> std::optional<cases::Role> {
        const auto found = roles.find(person);
        return found == roles.end() ? std::nullopt : std::optional(found->second);
    };
    return cases::fold(facts.front().about, of_them, offices);
}

std::string CaseFile::name_of(const base::PersonId& person) const {
    const auto found = names.find(person);
    return found == names.end() ? std::string() : found->second;
}

base::Result<CaseFile> parse_case_file(std::string_view json) {
    const nlohmann::json root = nlohmann::json::parse(json, nullptr, false);
    if (!root.is_object()) return wrong("the whole", "is no JSON object");
    CaseFile out;
    TRY(each(root, "people", out, read_person));
    TRY(each(root, "facts", out, read_one));
    if (out.facts.empty()) return wrong("'facts'", "has no fact");
    return out;
}

}  // namespace courtyard::ctl
