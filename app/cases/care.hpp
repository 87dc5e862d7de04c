// What follows the money: consent, referrals to other bodies, their promises, revisits and what they call for, alerts.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/cases/promise.hpp"
#include "app/cases/scene.hpp"

namespace courtyard::cases {

struct Referral {
    // The person agrees no more that this body uses what it was told.
    struct Ended {
        FactId by;
        domain::Date on;
        friend bool operator==(const Ended&, const Ended&) = default;
    };
    enum class State : std::uint8_t { Sent, Accepted, Refused, Done, Revoked };
    enum class Move : std::uint8_t { Accept, Refuse, Finish, Revoke };
    FactId by;
    std::string item, body, asks;
    std::vector<std::string> shared;  // codes of what the body is told
    State state = State::Sent;
    domain::Date sent_on, since;  // since: of the state
    std::optional<domain::Date> answer_by;
    std::optional<FactId> moved_by;
    // Consent was taken back: what was open is Revoked by that, what the body had answered stands as it answered it.
    std::optional<Ended> ended;
    // Revoked or ended: whether the body has been told. Until then somebody owes it that.
    bool told = false;
    std::optional<FactId> heard;            // refused: who told the person, or asked another body for the same
    std::optional<base::PersonId> partner;  // who alone answers for the body, where it has a mailbox of its own
    std::optional<base::RecordId> letter;   // the one that went there last
    bool late = false;                      // the body answered after the day that it was asked to
    bool taken_on = false;  // the body had said that it takes it on: what it says later was asked for no day
    bool by_body = false;   // the state is the body's own word, which what somebody noted of it does not outdo
    // Another of the same item to the same body, by somebody who did not know of that one: shown once, as its double.
    std::optional<FactId> double_of;
    [[nodiscard]] bool is_open() const { return !double_of && (state == State::Sent || state == State::Accepted); }
    // The body said no, and the person waits for it still.
    [[nodiscard]] bool owes_refusal() const { return state == State::Refused && !heard && !ended && !double_of; }
    // The court asks the body no more, or the person wants what it was told used no more.
    [[nodiscard]] bool is_called_off() const { return state == State::Revoked || ended; }
    // The body may still believe that it is asked, or may use what it was told. One with a mailbox whose letter never
    // left was never asked; one to which a double's letter left, too, has two.
    [[nodiscard]] bool owes_word() const { return is_called_off() && !told && (letter || (!partner && !double_of)); }
    // Of what is called off: by which fact, and on which day.
    [[nodiscard]] bool is_revoked_by_court() const { return state == State::Revoked && !by_body; }
    [[nodiscard]] std::optional<FactId> called_off_by() const {
        return ended && !is_revoked_by_court() ? std::optional(ended->by) : moved_by;
    }
    [[nodiscard]] domain::Date called_off_on() const { return ended && !is_revoked_by_court() ? ended->on : since; }
    friend bool operator==(const Referral&, const Referral&) = default;
};
inline constexpr std::array<std::string_view, 5> kReferralStateNames{"sent", "accepted", "refused", "done", "revoked"};
[[nodiscard]] constexpr std::string_view name_of(Referral::State state) {
    return kReferralStateNames[static_cast<std::size_t>(state)];
}
// Nothing: not possible from there.
[[nodiscard]] std::optional<Referral::State> after(Referral::State from, Referral::Move move);

// Aid together with another court or procuratorate, which grants its own money: it stands in no ledger of ours.
struct Linkage {
    enum class State : std::uint8_t { Asked, Granted, Refused, TakenBack };  // TakenBack: this court wants it no more
    FactId by;
    std::string court, who;  // who: answered for it
    State state = State::Asked;
    domain::Date asked_on, since;  // since: of the state
    std::optional<domain::Date> answer_by;
    domain::Fen wanted, granted;  // 0: no sum was named, nothing is granted
    std::optional<FactId> answered_by;
    std::optional<FactId> told;  // the person heard that it is granted
    // The same court, asked by somebody who did not know of that one: shown once, as its double.
    std::optional<FactId> double_of;
    [[nodiscard]] bool is_open() const { return state == State::Asked && !double_of; }
    // The person does not know that money comes from elsewhere, too.
    [[nodiscard]] bool owes_word() const { return state == State::Granted && !told; }
    friend bool operator==(const Linkage&, const Linkage&) = default;
};
inline constexpr std::array<std::string_view, 4> kLinkageStateNames{"asked", "granted", "refused", "taken_back"};
[[nodiscard]] constexpr std::string_view name_of(Linkage::State state) {
    return kLinkageStateNames[static_cast<std::size_t>(state)];
}

struct Revisit {
    FactId by;
    std::string plan;     // R0 …, S1 …, or "extra"
    bool made = false;    // false: an attempt
    std::string way;      // phone | visit | video | town
    std::string outcome;  // of an attempt: no_answer …; of one made: empty
    domain::Date day;
    std::string slot;  // morning | noon | afternoon | evening
    base::PersonId caller;
    std::vector<std::string> conclusions;  // O1 … O12, as whoever signed it said
    std::optional<domain::Date> next;      // the earliest, of those who did not know of each other
    // Of the money its author knew of urgent aid alone: what was paid upon the grant they did not ask about.
    bool urgent_alone = false;
    // The same row of the plan, made by somebody who did not know of that one: shown once, as its double, and not
    // counted. What it says more (an alert, another conclusion) is not lost.
    std::optional<FactId> double_of;
    friend bool operator==(const Revisit&, const Revisit&) = default;
};

// Something that must be acted on the same day.
struct Alert {
    FactId by;         // the revisit; of not_whole what the person confirmed, too; of guardian the opening of the case
    std::string what;  // unsafe | asked_for_fee | not_whole | guardian: who acts for the applicant did the harm
    domain::Date day;
    std::optional<FactId> passed;  // whoever heard it told somebody who can act: no mail may leave that day
    std::optional<FactId> handled;
    std::vector<FactId> passers = {}, handlers = {};  // all who did, not knowing of each other
    friend bool operator==(const Alert&, const Alert&) = default;
};
// What "alert_passed" calls a conclusion that is due the same day (O11).
inline constexpr std::string_view kNewHarm = "new_harm";
// Somebody may be hurt: before money, and before everything else.
[[nodiscard]] inline bool is_danger(std::string_view what) { return what == "unsafe" || what == "guardian"; }

// What a revisit called for (outcome_table() in next_tasks.hpp). One outcome stands open once.
struct Followup {
    FactId by;  // the revisit that said it first; of a death payment_stopped, too
    std::string outcome;
    domain::Date since;
    std::optional<domain::Date> due;  // the day that the revisit named
    std::optional<FactId> done;       // the fact that did it, or a later revisit that says otherwise
    // Told in the form, and not concluded by whoever signed it (told_outcomes() in next_tasks.hpp): by an older
    // program. Whoever closed the case by such a one was not asked about it, so it keeps nobody's closing from its
    // force, and is to be done all the same.
    bool only_told = false;
    // Due the same day, and heard by a caller: somebody who can act was told of it by telephone.
    std::optional<FactId> passed = {};
    std::vector<FactId> passers = {};  // all who did, not knowing of each other
    friend bool operator==(const Followup&, const Followup&) = default;
};

// The person died or moved away, or a revisit ended everything for one of these (O12): nobody calls them any more.
struct Gone {
    FactId by;
    std::string what;  // died | moved | ended
    domain::Date day;
    friend bool operator==(const Gone&, const Gone&) = default;
};

// Two who did not know of each other told opposite things, and nobody has said since which is so. `what`: "died" (one
// that the person did, the other spoke with them that day or later) | "money" (of the same asking other words; that it
// came, and that the bank sent it back).
//
// Why the later of them stands as a contradiction; of money that went back to the bank the person's word.
inline constexpr std::string_view kTwoWords = "revisit.two", kBankWord = "revisit.sent_back";

struct AtOdds {
    FactId earlier, later;  // in the order of the case
    std::string what;
    friend bool operator==(const AtOdds&, const AtOdds&) = default;
};

// A child's money that somebody watches over.
struct Supervision {
    FactId by;
    std::string by_whom;  // guardian | joint | notary | village
    bool used = false;    // as a revisit found
    friend bool operator==(const Supervision&, const Supervision&) = default;
};

struct Care {
    std::map<std::string, FactId> consents;     // bodies that may be told, each with the fact that said so last
    std::map<std::string, FactId> revocations;  // the last one of each body
    std::vector<Referral> referrals;
    std::vector<Linkage> linkages;
    std::vector<Promise> promises;
    std::vector<Revisit> revisits;
    std::vector<Alert> alerts;
    std::vector<Followup> followups;
    std::optional<Supervision> supervision;
    std::optional<Gone> gone;  // until somebody spoke with the person after all
    std::vector<AtOdds> at_odds;

    [[nodiscard]] bool has_died() const { return gone && gone->what == "died"; }
    [[nodiscard]] bool may_tell(const std::string& body) const { return consents.contains(body); }
    [[nodiscard]] const Promise* find_promise(const FactId& id) const;
    // Of a double: the one it is a double of.
    [[nodiscard]] const Referral* find_referral(const FactId& id) const;
    [[nodiscard]] const Linkage* find_linkage(const FactId& id) const;
    friend bool operator==(const Care&, const Care&) = default;
};

// A case is not closed over somebody's head: danger that nobody handled, promises and referrals that nobody ended, a
// body that still believes it may help, a court that was asked to aid together and has not answered, its money of which
// the person has not heard, what a revisit called for and nobody has done or settled, and opposite words between which
// nobody has decided: "close.alert", "close.promise", "close.referral", "close.untold", "close.linkage",
// "close.linkage_told", "close.followup", "close.at_odds".
[[nodiscard]] Verdict may_close(const Care& care);

// Where the case was not filed the person has been told so, and why ("close.told").
[[nodiscard]] bool is_told_not_filed(const AidCase& so_far);

// Nothing was paid upon a grant yet, or nothing will be: of money only urgent aid can be asked about.
[[nodiscard]] bool is_before_paying(Status status);

// Whom nobody can ask or hand a paper any more: lost, moved away, died.
[[nodiscard]] bool is_out_of_reach(const Care& care);

// "refer.consent": the person has not said that this body may be told. "refer.double": the same item is open at the
// same body. "refer.never": what no body is ever told (kNeverShared in refer.hpp). "consent.none": nothing to revoke.
// "consent.revoked": the person has revoked since, which its author did not know. "referral.unknown", "referral.move":
// no such referral, or not possible as it stands. "referral.told": it is neither
// revoked nor refused, and its consent stands; or it was told. "linkage.unknown";
// "linkage.double": the same court is asked already. "linkage.answer_by": a day before the asking. "linkage.amount": a
// sum without a grant. "linkage.answered": another answer stands. "linkage.told": nothing
// is granted, or the person knows. "answer.body":
// signed by somebody else than the body that was asked. "referral.crossed": the body itself wrote something else, which
// its author did not know. "field.words", "field.evidence": a body refuses or takes back
// without saying why, or says "done" without saying by what one sees it. "letter.partner": no letter goes to them.
// "letter.closed": its author knew that the referral is over. "promise.unknown",
// "promise.move", "promise.due" (before the day it was made, or not later than before), "promise.body" (another body
// than the referral's), "promise.self" (overridden by who noted
// that it is kept), "promise.disputed" (the person disputes it, which its author did not know). "field.plan",
// "field.conclusions", "field.scores", "field.content"; "revisit.visitors" (at home two at least); "revisit.well",
// "revisit.ended", "revisit.reached" (conclusions that cannot stand together: O1 with what is still to be done, O12
// with what goes on, O10 of somebody who was spoken with); "revisit.unpaid" (before the grant is paid, by somebody who
// knows of no urgent aid that was); "revisit.double" (its author knew that this row of the plan
// is done), "closed.known" (a row of the plan, by who knew that the case is closed: what is told after that is
// "extra"), "revisit.money" (more came than was paid). "alert.unknown", "alert.handled".
// "followup.unknown", "followup.settled".
[[nodiscard]] Taken take(Care& care, const Scene& scene);

// Of "alert_handled" and "alert_passed", before somebody signs it: the call that it names told of more than one thing
// that is open, and it does not say which. Danger is not settled along with something else.
[[nodiscard]] bool leaves_open_which(const Care& care, const Fact& fact);

// A dispute that was taken back leaves this of itself: the person is asked once more before what they had confirmed is
// kept again. For the fold, at the place of the dispute; its author knew of the confirmation.
void ask_promise_again(Care& care, const Scene& scene);

// After somebody named another number: whoever moved away is reached there, and what was begun with them goes on. For
// the fold, when the number is in force (reach.hpp); who named it knew that they had moved.
void find_again(Care& care, const Scene& scene);

}  // namespace courtyard::cases
