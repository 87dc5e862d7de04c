// What the court writes to a partner body, as the payload of a record of kind "body_letter": one JSON object, keys
// sorted, no spaces (FORMAT.md, section 3.1). It says what the referral tells, and nothing else of the case.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/fact.hpp"
#include "sync/base/result.hpp"

namespace courtyard::worker {

inline constexpr std::string_view kBodyLetterKind = "body_letter";

struct BodyLetter {
    enum class What : std::uint8_t {
        Request,  // the court asks for help with somebody
        Revoked,  // … and does so no more: it is not needed, or consent was taken back, even after the body's answer
        Lead      // how far the court came with somebody whom the body handed over
    };
    base::RecordId id;      // of the record
    base::PersonId author;  // who signed it
    What what = What::Request;
    std::string court;  // its name
    domain::Date on;

    // Request and Revoked.
    cases::CaseId about;
    cases::FactId referral;
    std::string reply_key;  // 64 digits: to which the answer is sealed; Request alone
    std::string item, title, asks;
    std::vector<std::string> told;  // what the person agreed that the body is told, each "<label>: <answer>"
    std::optional<domain::Date> answer_by;

    // Lead.
    base::RecordId lead;
    std::string reference, state;  // the body's own number for it; received | told | applied | closed
    std::uint64_t known = 0;       // steps with the lead that its author knew: of two letters the one with more counts
    friend bool operator==(const BodyLetter&, const BodyLetter&) = default;
};
inline constexpr std::array<std::string_view, 3> kBodyLetterNames{"request", "revoked", "lead"};

[[nodiscard]] std::string write_body_letter(const BodyLetter& letter);
// "body_letter.payload": no such object.
[[nodiscard]] base::Result<BodyLetter> read_body_letter(const base::RecordId& id, const base::PersonId& author,
                                                        std::string_view payload);

}  // namespace courtyard::worker
