#include <nlohmann/json.hpp>

#include "app/cases/lead.hpp"
#include "app/domain/text.hpp"

namespace courtyard::cases {

namespace {

using nlohmann::json;

constexpr std::size_t kLeadLineMax = 200, kLeadWordsMax = 2'000, kBytesMax = 64U << 10, kTakenBackMax = 100;
constexpr int kLeadDepthMax = 2;

tl::unexpected<base::Error> no_lead(const std::string& why) {
    return base::fail("lead.payload", "the record is no lead: " + why);
}

base::Result<json> lead_object_of(std::string_view payload) {
    if (payload.size() > kBytesMax) return no_lead("it is too large");
    bool too_deep = false;
    const auto goes_on = [&too_deep](int depth, json::parse_event_t, const json&) {
        too_deep |= depth > kLeadDepthMax;
        return !too_deep;
    };
    json parsed = json::parse(payload, goes_on, false);
    if (too_deep || !parsed.is_object()) return no_lead("its payload is no flat JSON object");
    return parsed;
}

class Reading {
public:
    explicit Reading(const json& from) : from_(from) {}

    std::string line(const char* name) { return text(name, kLeadLineMax, domain::Lines::One); }
    std::string words(const char* name) { return text(name, kLeadWordsMax, domain::Lines::Many); }
    std::string wanted(const char* name, bool long_text = false) {
        std::string said = long_text ? words(name) : line(name);
        if (said.empty()) wrong_ = name;
        return said;
    }
    domain::Date day(const char* name) {
        const auto parsed = domain::Date::parse(line(name));
        if (!parsed) wrong_ = name;
        return parsed ? *parsed : domain::Date{};
    }
    base::RecordId record(const char* name) {
        const auto parsed = base::RecordId::parse(line(name));
        if (!parsed) wrong_ = name;
        return parsed ? *parsed : base::RecordId{};
    }
    std::vector<base::RecordId> records(const char* name) {
        std::vector<base::RecordId> out;
        const auto found = from_.find(name);
        if (found == from_.end()) return out;
        if (!found->is_array() || found->size() > kTakenBackMax) return wrong_ = name, out;
        for (const json& each : *found) {
            const auto parsed = each.is_string() ? base::RecordId::parse(each.get_ref<const std::string&>())
                                                 : base::Result<base::RecordId>(base::RecordId{});
            if (!parsed || !each.is_string()) return wrong_ = name, out;
            out.push_back(*parsed);
        }
        return out;
    }
    bool yes(const char* name) { return from_.value(name, json()).is_boolean() && from_[name].get<bool>(); }
    bool has(const char* name) const { return from_.contains(name); }
    void is_wrong(const char* name) { wrong_ = name; }
    [[nodiscard]] const std::string& wrong() const { return wrong_; }

private:
    std::string text(const char* name, std::size_t chars_max, domain::Lines lines) {
        const auto found = from_.find(name);
        if (found == from_.end()) return {};
        if (!found->is_string()) return wrong_ = name, std::string();
        std::string said = found->get<std::string>();
        const auto points = domain::code_points(said);
        if (!points || points->size() > chars_max || !domain::is_plain(*points, lines)) wrong_ = name;
        return said;
    }

    const json& from_;
    std::string wrong_;
};

std::optional<LeadMove> lead_move_of(std::string_view name) {
    for (std::size_t i = 0; i < kLeadMoveNames.size(); ++i)
        if (kLeadMoveNames[i] == name) return static_cast<LeadMove>(i);
    return std::nullopt;
}

void put(json& out, const char* name, const std::string& text) {
    if (!text.empty()) out[name] = text;
}

}  // namespace

std::string write_lead(const Lead& lead) {
    json out = {
        {"from", lead.from}, {"name", lead.name}, {"why", lead.why}, {"agreed", lead.agreed}, {"on", lead.on.text()}};
    put(out, "reference", lead.reference);
    put(out, "village", lead.village);
    put(out, "reach", lead.reach);
    put(out, "original_case", lead.original_case);
    return out.dump();
}

base::Result<Lead> read_lead(const base::RecordId& id, std::string_view payload) {
    const json from = TRY(lead_object_of(payload));
    Reading reading(from);
    Lead lead;
    lead.id = id;
    lead.from = reading.wanted("from");
    lead.reference = reading.line("reference");
    lead.name = reading.wanted("name");
    lead.village = reading.line("village");
    lead.reach = reading.line("reach");
    lead.why = reading.wanted("why", true);
    lead.original_case = reading.line("original_case");
    lead.agreed = reading.yes("agreed");
    lead.on = reading.day("on");
    if (!reading.wrong().empty()) return no_lead("\"" + reading.wrong() + "\" is missing or wrong");
    return lead;
}

std::string write_lead_step(const LeadStep& step) {
    json out = {{"lead", step.lead.text()},
                {"step", kLeadMoveNames[static_cast<std::size_t>(step.move)]},
                {"on", step.day.text()}};
    put(out, "words", step.words);
    if (step.application) out["application"] = step.application->text();
    for (const base::RecordId& each : step.takes_back)
        out["takes_back"].push_back(each.text());
    return out.dump();
}

base::Result<LeadStep> read_lead_step(const base::RecordId& id, const base::PersonId& author,
                                      std::string_view payload) {
    const json from = TRY(lead_object_of(payload));
    Reading reading(from);
    LeadStep step;
    step.id = id;
    step.author = author;
    step.lead = reading.record("lead");
    const auto move = lead_move_of(reading.line("step"));
    if (!move) return no_lead("\"step\" is none that this program knows");
    step.move = *move;
    step.day = reading.day("on");
    step.words = reading.words("words");
    if (reading.has("application")) step.application = reading.record("application");
    if (step.application.has_value() != (step.move == LeadMove::Applied)) reading.is_wrong("application");
    step.takes_back = reading.records("takes_back");
    if (step.takes_back.empty() == (step.move == LeadMove::Reopened)) reading.is_wrong("takes_back");
    if (step.words.empty() && needs_words(step.move) && step.move >= LeadMove::Unsuitable) reading.is_wrong("words");
    if (!reading.wrong().empty()) return no_lead("\"" + reading.wrong() + "\" is missing or wrong");
    return step;
}

}  // namespace courtyard::cases
