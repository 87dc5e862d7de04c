#include "app/cases/fact_json.hpp"

#include <nlohmann/json.hpp>

namespace courtyard::cases {

namespace {

using nlohmann::json;

constexpr int kDepthMax = 4;

json value_json(const FieldValue& value) {
    return std::visit([](const auto& each) { return json(each); }, value);
}

json fields_json(const Fields& fields) {
    json out = json::object();
    for (const auto& [name, value] : fields)
        out[name] = value_json(value);
    return out;
}

bool all_texts(const json& list) {
    for (const json& item : list)
        if (!item.is_string()) return false;
    return true;
}

std::optional<FieldValue> value_of(const json& from) {
    if (from.is_boolean()) return FieldValue(from.get<bool>());
    if (from.is_number_unsigned() && from.get<std::uint64_t>() > static_cast<std::uint64_t>(domain::kFenMax.value))
        return std::nullopt;
    if (from.is_number_integer()) return FieldValue(from.get<std::int64_t>());
    if (from.is_string()) return FieldValue(from.get<std::string>());
    if (from.is_array() && from.size() <= kTextsMax && all_texts(from))
        return FieldValue(from.get<std::vector<std::string>>());
    return std::nullopt;
}

tl::unexpected<base::Error> no_fact(const std::string& why) {
    return base::fail("fact.payload", "the record is no fact of a case: " + why);
}

base::Result<json> object_of(std::string_view payload) {
    if (payload.size() > kFactBytesMax) return no_fact("it is too large");
    bool too_deep = false;
    const auto goes_on = [&too_deep](int depth, json::parse_event_t, const json&) {
        too_deep |= depth > kDepthMax;
        return !too_deep;
    };
    json parsed = json::parse(payload, goes_on, false);
    if (too_deep || !parsed.is_object()) return no_fact("its payload is no flat JSON object");
    return parsed;
}

base::Result<std::vector<FactId>> after_of(const json& from) {
    std::vector<FactId> after;
    const auto found = from.find("after");
    if (found == from.end()) return after;
    if (!found->is_array() || found->size() > kAfterMax || !all_texts(*found))
        return no_fact("\"after\" is no list of facts");
    for (const json& item : *found)
        after.push_back(TRY(FactId::parse(item.get_ref<const std::string&>())));
    return after;
}

}  // namespace

std::string write_fields(const Fields& fields) { return fields_json(fields).dump(); }

std::string write_fact(const Fact& fact) {
    json after = json::array();
    for (const FactId& each : fact.after)
        after.push_back(each.text());
    json out = {{"after", after}, {"fields", fields_json(fact.fields)}};
    if (fact.about != fact.id) out["case"] = fact.about.text();
    return out.dump();
}

base::Result<Fact> read_fact(const FactFrame& frame, std::string_view payload) {
    const json from = TRY(object_of(payload));
    Fact fact{frame.id, frame.id, frame.author, frame.kind, frame.claimed, TRY(after_of(from)), {}};
    if (const auto about = from.find("case"); about != from.end()) {
        if (!about->is_string()) return no_fact("\"case\" is no id");
        fact.about = TRY(CaseId::parse(about->get_ref<const std::string&>()));
    }
    const auto fields = from.find("fields");
    if (fields == from.end() || !fields->is_object() || fields->size() > kFieldsMax) return no_fact("it has no fields");
    for (const auto& [name, value] : fields->items())
        if (auto known = value_of(value)) fact.fields.emplace(name, std::move(*known));
    return fact;
}

}  // namespace courtyard::cases
