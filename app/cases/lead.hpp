// A lead: another body (civil affairs, a school, the procuratorate, a village) thinks that somebody may need judicial
// aid, 1+Nm in the court's words. It is no application and never becomes one: it calls for somebody to be told. Whoever
// then wants aid applies, and the lead remembers under which record.
//
// Leads are records of kind "lead" and "lead_step" sealed to the court's intake, not facts of a case.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/aid_case.hpp"
#include "sync/base/result.hpp"

namespace courtyard::cases {

struct Lead {
    base::RecordId id;
    std::string from, reference;  // the body that sent it, and its own number for it
    std::string name, village, reach;
    std::string why;
    std::string original_case;
    bool agreed = false;  // the person knows of it and wants to be called
    domain::Date on;      // when the body handed it over
    friend bool operator==(const Lead&, const Lead&) = default;
};

// Answered: its sender, who has no mailbox, was told how far it came; that moves it nowhere. Unsuitable: judicial aid
// is not for this. Duplicate: of another lead. Withdrawn: by its sender. Mistaken: it should never have been noted.
// Reopened: what ended it was a mistake, or holds no more. Agreed: its sender asked the person, who wants to be called;
// nobody of the court has reached them yet, so that moves it nowhere either.
enum class LeadMove : std::uint8_t {
    NotReached,
    Contacted,
    Explained,
    Declined,
    Elsewhere,
    Applied,
    Answered,
    Unsuitable,
    Duplicate,
    Withdrawn,
    Mistaken,
    Reopened,
    Agreed,
};
inline constexpr std::array<std::string_view, 13> kLeadMoveNames{
    "not_reached", "contacted", "explained", "declined", "elsewhere", "applied", "answered",
    "unsuitable",  "duplicate", "withdrawn", "mistaken", "reopened",  "agreed"};
// What ends a lead without an application, and what opens it again, says why in words.
[[nodiscard]] bool needs_words(LeadMove move);

struct LeadStep {
    base::RecordId id, lead;
    base::PersonId author;
    LeadMove move = LeadMove::Contacted;
    domain::Date day;
    std::string words;
    // Applied: what the person handed in; of an application by word of mouth, the case that was opened by it.
    std::optional<base::RecordId> application;
    // Reopened: the steps that count no more, because their author knew them. An end that somebody else set meanwhile
    // stands until it is opened again itself.
    std::vector<base::RecordId> takes_back;
    friend bool operator==(const LeadStep&, const LeadStep&) = default;
};

// How far it has come: the furthest of the steps that count, so that the order in which they arrive does not matter.
enum class LeadState : std::uint8_t {
    New,
    Tried,
    Contacted,
    Explained,
    Mistaken,
    Duplicate,
    Withdrawn,
    Unsuitable,
    Declined,
    Elsewhere,
    Applied,
};
inline constexpr std::array<std::string_view, 11> kLeadStateNames{"new",      "tried",     "contacted", "explained",
                                                                  "mistaken", "duplicate", "withdrawn", "unsuitable",
                                                                  "declined", "elsewhere", "applied"};
[[nodiscard]] LeadState state_after(LeadMove move);  // New for what moves nothing
[[nodiscard]] constexpr bool is_end(LeadState state) { return state >= LeadState::Mistaken; }

struct LeadView {
    Lead lead;
    LeadState state = LeadState::New;
    std::vector<LeadStep> steps;             // by day and id, doubles left out
    std::vector<base::RecordId> refused;     // steps without effect: of another lead, "applied" without the application
    std::vector<base::RecordId> taken_back;  // steps that count no more, because the lead was opened again; rising
    bool answered = false;                   // its sender was told, and nothing was taken back since
    [[nodiscard]] bool is_open() const { return !is_end(state); }
    // What opening it again takes back: its ends, and that its sender was told of them.
    [[nodiscard]] std::vector<base::RecordId> ends() const;
    // The person wants to be called: its sender said so at once, or asked later.
    [[nodiscard]] bool is_agreed() const;
    // Before anybody of the court calls, its sender asks.
    [[nodiscard]] bool is_to_ask() const { return state < LeadState::Contacted && !is_agreed(); }
};
[[nodiscard]] LeadView fold_lead(const Lead& lead, std::span<const LeadStep> steps);

// What is to be done with it. There is no task that files anything: "lead_ask" (does the person want to be told?
// through the sender, who knows them), "lead_contact", "lead_explain", "lead_wait" (told: the person decides), and of a
// closed one "lead_answer" as long as the sender has not been told (`answered`): who took it back knows, and of what
// should never have been noted there is nothing to tell. Nobody is named but who can open leads: they are sealed to the
// intake, which registrars and judges read.
struct LeadTask {
    std::string code;
    Roles who;
    domain::Date due;
    friend bool operator==(const LeadTask&, const LeadTask&) = default;
};
[[nodiscard]] std::optional<LeadTask> lead_task(const LeadView& view, bool answered);
// Whose such a task is.
[[nodiscard]] Roles who_does_lead(std::string_view code);

// What the sender hears: its own number and how far it came. Nothing of what the person said.
struct LeadAnswer {
    std::string reference;
    std::string_view state;  // "received", "told", "applied" or "closed"
};
[[nodiscard]] LeadAnswer answer_of(const LeadView& view);

// What a case by word of mouth can say of itself out of the lead: fields of "case_opened". A number to call is told
// from somebody who passes on a word by its digits.
[[nodiscard]] Fields opening_of(const Lead& lead);

// Cases that may be the same person's: whoever looks decides. By the original case's number, or by name and village.
struct LeadMatch {
    CaseId about;
    std::string_view why;  // "original_case" or "name_village"
    friend bool operator==(const LeadMatch&, const LeadMatch&) = default;
};
// `why` of LeadMatch for one case, "" for none.
[[nodiscard]] std::string_view match_of(const Lead& lead, std::string_view applicant, std::string_view village,
                                        std::string_view original_case);
[[nodiscard]] std::vector<LeadMatch> match_lead(const Lead& lead, std::span<const AidCase* const> cases);

// Another lead that may be of the same person, handed over twice: whoever looks decides, and ends one as a double. By
// the number that the same sender, or anybody of the same person, has for it ("reference"); by name and original case
// ("original_case"); by name and village ("name_village"). However each of them spells it.
struct LeadTwin {
    base::RecordId id;
    std::string_view why;
    friend bool operator==(const LeadTwin&, const LeadTwin&) = default;
};
// Those of each of these, in their order. What was ended as a double, or as wrongly noted, is nobody's twin any more;
// it has its own still.
[[nodiscard]] std::vector<std::vector<LeadTwin>> lead_twins(std::span<const LeadView* const> leads);

// Payloads: one JSON object each, keys sorted, no spaces. "lead.payload": no such object, a text beyond its limit, or
// "applied" without the application.
[[nodiscard]] std::string write_lead(const Lead& lead);
[[nodiscard]] base::Result<Lead> read_lead(const base::RecordId& id, std::string_view payload);
[[nodiscard]] std::string write_lead_step(const LeadStep& step);
[[nodiscard]] base::Result<LeadStep> read_lead_step(const base::RecordId& id, const base::PersonId& author,
                                                    std::string_view payload);

}  // namespace courtyard::cases
