#include "app/ctl/lead_fields.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace courtyard::ctl {

namespace {

using Place = std::string cases::Lead::*;
constexpr std::array<std::pair<std::string_view, Place>, 7> kTexts{{{"from", &cases::Lead::from},
                                                                    {"reference", &cases::Lead::reference},
                                                                    {"name", &cases::Lead::name},
                                                                    {"village", &cases::Lead::village},
                                                                    {"reach", &cases::Lead::reach},
                                                                    {"why", &cases::Lead::why},
                                                                    {"original_case", &cases::Lead::original_case}}};

tl::unexpected<base::Error> bad_lead_field(const std::string& field, const std::string& what) {
    return base::fail("case.field", "field " + field + ": " + what);
}

base::Result<void> set(cases::Lead& lead, const std::string& name, const std::string& value) {
    if (name == "agreed") {
        if (value != "yes" && value != "no") return bad_lead_field(name, "takes yes or no");
        lead.agreed = value == "yes";
        return {};
    }
    if (name == "on") {
        const auto day = domain::Date::parse(value);
        if (!day) return bad_lead_field(name, "takes a day, for example 2026-11-23");
        lead.on = *day;
        return {};
    }
    const auto found = std::find_if(kTexts.begin(), kTexts.end(), [&](const auto& each) { return each.first == name; });
    if (found == kTexts.end()) return bad_lead_field(name, "a lead has no such field");
    lead.*(found->second) = value;
    return {};
}

}  // namespace

base::Result<cases::Lead> lead_of(const std::vector<std::string>& words) {
    cases::Lead lead;
    for (const std::string& each : words) {
        const auto equals = each.find('=');
        if (equals == std::string::npos) return bad_lead_field(each, "is written as name=value");
        TRY(set(lead, each.substr(0, equals), each.substr(equals + 1)));
    }
    return lead;
}

}  // namespace courtyard::ctl
