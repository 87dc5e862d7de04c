// A case as its facts make it. A value: made by fold() alone, compared and written out whole (case_json.hpp).
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/cases/acting.hpp"
#include "app/cases/ballots.hpp"
#include "app/cases/care.hpp"
#include "app/cases/clock.hpp"
#include "app/cases/fellows.hpp"
#include "app/cases/findings.hpp"
#include "app/cases/given_account.hpp"
#include "app/cases/inquiry.hpp"
#include "app/cases/ledger.hpp"
#include "app/cases/members.hpp"
#include "app/cases/order.hpp"
#include "app/cases/role.hpp"
#include "app/domain/contact_rule.hpp"

namespace courtyard::cases {

// The five stages of the reform: asking, applying, deciding, paying, helping together.
enum class Stage : std::uint8_t { Inquiry, Application, Review, Disbursement, Collaboration };
inline constexpr std::array<std::string_view, 5> kStageNames{"inquiry", "application", "review", "disbursement",
                                                             "collaboration"};
[[nodiscard]] constexpr std::string_view name_of(Stage stage) { return kStageNames[static_cast<std::size_t>(stage)]; }
[[nodiscard]] Stage stage_of(Status status);

// How a fact stands in the case.
enum class Standing : std::uint8_t {
    InForce,
    Refused,      // against a rule: `code`
    SetAside,     // corrected, or fallen when a contradiction was settled
    Contradicts,  // made by somebody who did not know what had happened: waits for somebody to settle it
    Unknown,      // of a kind that this program does not know: kept and shown
};
inline constexpr std::array<std::string_view, 5> kStandingNames{"in_force", "refused", "set_aside", "contradicts",
                                                                "unknown"};

struct Entry {
    FactId id;
    std::string kind;
    base::PersonId author;
    std::optional<Role> role;
    base::Instant claimed;
    domain::Date day;
    Standing standing = Standing::InForce;
    std::string code;                       // Refused: why
    std::optional<FactId> against;          // Contradicts: the fact that stands; SetAside: by which
    std::optional<domain::Date> came = {};  // Fact::came: never in a case that is shown or exchanged

    // The day of signing, and not the one that the fact bears: as its author's clock had it, and none after it came.
    [[nodiscard]] domain::Date signed_on() const {
        const domain::Date by_clock = domain::Date::in_china(claimed);
        return came ? std::min(by_clock, *came) : by_clock;
    }
    friend bool operator==(const Entry&, const Entry&) = default;
};

struct Step {
    Status to = Status::Received;
    FactId by;
    domain::Date day;
    friend bool operator==(const Step&, const Step&) = default;
};

struct AidCase {
    CaseId id;
    Status status = Status::Synced;  // Synced: no fact opens it yet
    std::vector<Step> steps;
    std::vector<Entry> entries;   // all facts, in order
    std::vector<FactId> missing;  // named and not here yet: the case may still change without anybody acting

    // What opened and filed it.
    std::string applicant, village, source, original_case, number;
    // What the applicant and the departments called the original case, in order: `original_case` is the newest.
    std::vector<std::string> original_cases;
    std::vector<std::string> names;  // of the applicant, in order: a slip that was corrected stands in older questions
    std::optional<base::RecordId> application;
    std::string receipt, notice_key;
    domain::SafeContact contact;
    domain::Date received_on;
    std::optional<FactId> told;  // the last step of which the slip was told by somebody else than its author

    Inquiry inquiry;
    Findings findings;
    Members members;
    Clock clock;
    Ballots ballots;
    Accounts accounts;
    Ledger ledger;
    Care care;
    Acting acting;
    Fellows fellows;

    [[nodiscard]] Stage stage() const { return stage_of(status); }
    // How far it came: of a case that was taken back, where it stood then.
    [[nodiscard]] Stage reached() const;
    [[nodiscard]] const Entry* entry(const FactId& id) const;
    [[nodiscard]] bool is_in_force(const FactId& id) const;
    // In force, or one of two opposite words (care_at_odds.cpp): both were said and count, only which holds is open.
    [[nodiscard]] bool is_taken(const FactId& id) const;
    // The day of the last step to `status` that is in force.
    [[nodiscard]] std::optional<domain::Date> day_of(Status status) const;
    friend bool operator==(const AidCase&, const AidCase&) = default;
};

}  // namespace courtyard::cases
