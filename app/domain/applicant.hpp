// Who sits in front of the kiosk and applies: each kind has its own path through the form.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace courtyard::domain {

enum class ApplicantKind : std::uint8_t {
    Self,      // the applicant alone
    Guardian,  // a statutory representative for somebody without litigation capacity
    Agent,     // one appointed agent with special authority (2019 rules, article 5)
    Joint,     // close relatives of a dead victim, together in one file (2019 rules, article 4)
    Helper,    // a steward or village cadre types for the applicant, without becoming an agent
};

inline constexpr std::array kApplicantKinds{ApplicantKind::Self, ApplicantKind::Guardian, ApplicantKind::Agent,
                                            ApplicantKind::Joint, ApplicantKind::Helper};

[[nodiscard]] constexpr std::string_view id(ApplicantKind kind) {
    switch (kind) {
        case ApplicantKind::Self: return "self";
        case ApplicantKind::Guardian: return "guardian";
        case ApplicantKind::Agent: return "agent";
        case ApplicantKind::Joint: return "joint";
        case ApplicantKind::Helper: return "helper";
    }
    return "";
}

[[nodiscard]] constexpr std::optional<ApplicantKind> applicant_kind(std::string_view text) {
    for (const ApplicantKind kind : kApplicantKinds) {
        if (id(kind) == text) return kind;
    }
    return std::nullopt;
}

}  // namespace courtyard::domain
