// Screening: which of the outcomes of the law fits the answers so far, why, and what would change it. The matrix is
// data of the pack (rules/screening.toml); this is its reader. It explains and suggests; it decides nothing and has no
// word for a refusal.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/domain/date.hpp"
#include "app/domain/expression.hpp"
#include "sync/base/result.hpp"

namespace courtyard::domain {

enum class Reply : std::uint8_t { Unknown, Yes, No };
enum class CourtCase : std::uint8_t {
    Unknown,
    Yes,
    No,
    Police
};  // G2; Police: still with the police or the procuratorate
enum class Fault : std::uint8_t { Unknown, Yes, No, None, Secondary, Equal, Main, All };  // N1
enum class Agency : std::uint8_t { Ok, Doubtful };
enum class Guardian : std::uint8_t { Proper, Wrongdoer };

// What is not answered is unknown; no E-row and no H-code means none fits.
struct ScreeningAnswers {
    Reply g1 = Reply::Unknown;
    CourtCase g2 = CourtCase::Unknown;
    Reply g3 = Reply::Unknown, g4 = Reply::Unknown, g5 = Reply::Unknown, g6 = Reply::Unknown, g7 = Reply::Unknown;
    Fault n1 = Fault::Unknown;
    Reply n4 = Reply::Unknown;
    std::bitset<10> e;  // bit i = E<i>, 1..9
    std::bitset<7> h;   // bit i = H<i>, 0..6; H0 stands alone
    Agency agency = Agency::Ok;
    Guardian guardian = Guardian::Proper;

    friend bool operator==(const ScreeningAnswers&, const ScreeningAnswers&) = default;
};

// The keys of questions: G1..G7, N1, N4, E, H, agency, guardian_is_wrongdoer, in this order.
[[nodiscard]] std::span<const std::string_view> screening_keys();
[[nodiscard]] bool is_list_key(std::string_view key);  // E and H
// The values that a key may take ("yes","no","unknown"), for E and H their codes; empty for an unknown key.
[[nodiscard]] std::vector<std::string_view> screening_values(std::string_view key);
[[nodiscard]] std::string screening_words(std::string_view key);  // the same for a sentence: "yes, no, unknown"
// The answer: one value, or for E and H the codes that were chosen.
[[nodiscard]] std::vector<std::string> screening_value(const ScreeningAnswers& answers, std::string_view key);
// Sets one answer; for E and H all codes at once. "screening.key", "screening.value", "screening.alone" (H0 beside
// another).
[[nodiscard]] base::Result<void> set_screening_value(ScreeningAnswers& answers, std::string_view key,
                                                     std::span<const std::string> values);

struct ScreeningRule {
    std::string id;
    std::optional<Expression> when;  // none: always holds
    std::string primary;             // empty: the rule only adds
    std::vector<std::string> also;
    std::string reason;        // one kind sentence
    std::string article;       // source document and article
    std::string article_says;  // what that article says, in short plain words
    std::vector<std::string> cases;
};

struct ScreeningOutcome {
    std::string id, title, say;
    std::vector<std::string> next;
    bool is_welcome = true;  // this court looks at it: what somebody who is sent elsewhere would want to reach
};

struct ScreeningOption {
    std::string value, say, help;
    std::string get;  // how somebody who has not got it may come to it ("ask the village for …"); empty: a fact
};
struct ScreeningQuestion {
    std::string key, ask, hint;
    std::optional<Expression> show;
    std::vector<ScreeningOption> options;
};

struct ScreeningMatrix {
    std::vector<ScreeningQuestion> questions;  // in the order in which they are asked
    std::vector<ScreeningRule> rules;          // from top to bottom; the last one has no condition
    std::vector<ScreeningOutcome> outcomes;    // best first

    [[nodiscard]] const ScreeningOutcome* outcome(std::string_view id) const;
    [[nodiscard]] const ScreeningQuestion* question(std::string_view key) const;
    [[nodiscard]] std::size_t rank(std::string_view outcome) const;  // 0 = best; outcomes.size() for an unknown one
};

// One single answer that would lead to another primary outcome.
struct ScreeningChange {
    std::string key;              // "G6"
    std::vector<std::string> to;  // the answer it would have to be: {"yes"}; for E and H all codes, {} = none
    std::string rule, primary;    // what it would lead to
    friend bool operator==(const ScreeningChange&, const ScreeningChange&) = default;
};

struct Screening {
    std::string rule, primary;
    std::vector<std::string> also;     // without repetition, never the primary one
    std::vector<std::string> reasons;  // sentences of the rules that spoke, the deciding one first
    std::vector<std::string> articles;
    std::vector<ScreeningChange> would_change;  // towards better outcomes first; one per key and outcome

    friend bool operator==(const Screening&, const Screening&) = default;
};

// Total: every combination of answers has an outcome (CHECKs that the last rule has no condition, which the pack's
// check makes sure of).
[[nodiscard]] Screening screen(const ScreeningMatrix& matrix, const ScreeningAnswers& answers);
// The same without would_change: rule, primary, also and reasons.
[[nodiscard]] Screening screen_once(const ScreeningMatrix& matrix, const ScreeningAnswers& answers);

// The deciding rule first, then those that only add; never null.
[[nodiscard]] std::vector<const ScreeningRule*> speaking_rules(const ScreeningMatrix& matrix,
                                                               const ScreeningAnswers& answers);

// The questions that are asked after these answers, in order.
[[nodiscard]] std::vector<const ScreeningQuestion*> questions_to_ask(const ScreeningMatrix& matrix,
                                                                     const ScreeningAnswers& answers);

}  // namespace courtyard::domain
