// The money of a case: urgent aid, what finance sent, orders that two persons release, payments, returns,
// confirmations, and what must come back. That orders, ledger and budget agree at every moment: balance.hpp.
//
// Unlike votes, money is judged by where the case stands and not by what somebody had seen: two who order the same
// budget without knowing of each other cannot both have it, and the second in the case's order is refused. A payment
// that went out and fits no rule is kept apart (`stray`), so that nobody overlooks it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/cases/scene.hpp"

namespace courtyard::cases {

struct Care;
struct Entry;

// Who noted a payment and who handed the money over, rising: none of them says for the person that it came.
using Payers = std::set<base::PersonId>;

struct UrgentAid {
    FactId proposed;
    domain::Fen amount, wage;
    base::PersonId proposer;
    std::optional<FactId> approved, paid;
    std::optional<FactId> confirmed;  // money_confirmed, or a call that heard that it came
    std::optional<domain::Date> paid_on;
    domain::Fen came;              // as the person said
    bool came_whole = true;        // false: the person says that less came
    bool asks_no_more = false;     // somebody said why nobody is asked any more
    std::vector<FactId> returned;  // by the bank, each time; `paid` is of the payment that stands
    Payers payers;                 // of `paid`
    // Came back, and is to be paid again: it stays a part of the aid.
    [[nodiscard]] bool is_back() const { return !returned.empty() && !paid; }
    // Approved and not with the person: to be paid, whatever became of the case meanwhile, until it is or the approval
    // is taken back.
    [[nodiscard]] bool is_owed() const { return approved && !paid; }
    friend bool operator==(const UrgentAid&, const UrgentAid&) = default;
};

struct PayOrder {
    enum class State : std::uint8_t { Ordered, Released, Paid, Returned, Confirmed, Stopped };
    FactId by;
    base::PersonId orderer;
    domain::Fen amount;
    std::int64_t part = 1, parts = 1;
    std::string way, payee, account_ends;   // never more of the account than its last four digits
    std::optional<base::RecordId> account;  // that it was made on: the record in which the whole stands
    State state = State::Ordered;
    std::optional<FactId> released, paid, returned, confirmed;
    std::optional<domain::Date> paid_on;
    std::optional<domain::Date> next;  // of a part: the day that was set for the next one
    domain::Fen came;                  // as the person said when confirming
    bool came_whole = true;            // false: the person says that less came; stands until they say otherwise
    bool asks_no_more = false;         // somebody said why nobody is asked any more
    Payers payers;                     // of `paid`
    [[nodiscard]] bool is_live() const { return state != State::Returned && state != State::Stopped; }
    [[nodiscard]] bool is_out() const { return state == State::Paid || state == State::Confirmed; }
    friend bool operator==(const PayOrder&, const PayOrder&) = default;
};

// A payment of which somebody told and that is not in force: it broke a rule, or contradicts what others did meanwhile.
// The leader finds out: it did not go out, and is set aside; or it did, and is to come back ("payment_reclaimed").
struct StrayPayment {
    FactId by;
    std::string code;  // why it has no effect
    domain::Fen amount;
    bool is_crossed = false;  // its author could not know why: the money may well be gone
    bool is_urgent = false;
    friend bool operator==(const StrayPayment&, const StrayPayment&) = default;
};

// Asked for upon a grant that somebody set right: finance sends it all the same, unless it is told.
struct UnmadeRequest {
    FactId by;
    domain::Fen open;  // of it: not come
    std::optional<FactId> recalled;
    friend bool operator==(const UnmadeRequest&, const UnmadeRequest&) = default;
};

// What is not paid yet stays with the court: nothing is ordered, released or paid after it. Whoever pays without
// knowing of it contradicts it.
struct StoppedPayment {
    FactId by;           // payment_stopped, a recovery that was decided before all was paid, or money sent back later
    std::string ground;  // as that fact says it; money that was sent back says none
    friend bool operator==(const StoppedPayment&, const StoppedPayment&) = default;
};

// Of money that somebody noted: two who did not know of each other may have noted the same.
struct NotedMoney {
    FactId by;
    domain::Fen amount;
    domain::Date day;
    std::string proof;  // of what came back
    friend bool operator==(const NotedMoney&, const NotedMoney&) = default;
};

// The bank's serial number in the proof of a payment (serial_in() in bank_number.hpp).
struct SerialNoted {
    FactId by;
    std::string serial;
    friend bool operator==(const SerialNoted&, const SerialNoted&) = default;
};

// Two who did not know of each other noted two movements of money on one serial number of the bank: both stand, and the
// leader finds out whether one of them never was, and says so by a remark about it or a correction.
struct SameProof {
    FactId by, other;                // in the order of the case
    std::optional<FactId> answered;  // by a leader who knew both
    friend bool operator==(const SameProof&, const SameProof&) = default;
};

// Collected in the original case since. A judge or the leader says whether aid is deducted from it (A10).
struct Enforcement {
    NotedMoney money;
    std::optional<FactId> weighed;  // recovery_decided because of it, or enforced_left
    friend bool operator==(const Enforcement&, const Enforcement&) = default;
};

// Execution ended by consent: what is not paid stands in the register of special claims (A10).
struct SpecialClaim {
    FactId by;
    domain::Fen amount;  // of it open still; 0: nobody has said how much
    domain::Date since;
    friend bool operator==(const SpecialClaim&, const SpecialClaim&) = default;
};

// Of money that went out beside what the case pays: twice, or in spite of a stop.
inline constexpr std::string_view kBeside = "beside";

// One decision to take money back: its sum, its day, and whether the person was given it. Or money that went out beside
// what the case pays, which nobody has to decide about: it only comes back.
struct Recovery {
    FactId by;
    std::string ground;
    domain::Fen amount;
    domain::Date on;
    std::optional<domain::Date> until;  // none: as long as the pack says
    std::optional<FactId> told;         // the serving of this decision, or of the paper that asks for the money
    std::optional<FactId> of = {};      // kBeside: that payment
    bool is_urgent = false;             // and whether it was urgent aid
    domain::Fen back = {};              // of it: by the bank, which named that payment
    [[nodiscard]] bool is_decision() const { return !of; }
    // That the person is given.
    [[nodiscard]] std::string_view paper() const { return is_decision() ? "decision_recover" : "reclaim"; }
    friend bool operator==(const Recovery&, const Recovery&) = default;
};

struct Ledger {
    std::vector<UrgentAid> proposals;
    std::optional<UrgentAid> urgent;  // the one that was approved, else the last that was proposed
    domain::Fen requested, arrived;   // from and by finance
    domain::Fen given_back;           // of `arrived`: to finance, after a stop
    std::vector<PayOrder> orders;
    std::vector<NotedMoney> arrivals;  // of `arrived`
    std::optional<FactId> recalled;    // after a stop: finance need not send what was asked for
    // Came upon a grant that somebody set right: in no budget, it lies with the court, for another grant or to go back.
    std::vector<NotedMoney> lying;
    domain::Fen lying_used, lying_back;  // of `lying`
    std::vector<UnmadeRequest> unmade;
    domain::Fen enforced;  // collected in the original case since
    std::vector<Enforcement> enforcements;
    std::optional<SpecialClaim> claim;
    domain::Fen to_recover, recovered;
    std::vector<Recovery> recoveries;
    std::vector<NotedMoney> came_back;  // of `recovered`
    std::optional<FactId> recovery;     // the last decision to take something back
    // Of to_recover: it cannot be had, and the leader said why. What comes all the same counts, and makes it less.
    domain::Fen given_up;
    domain::Fen deducted;             // of to_recover: because of what was enforced (A10), which is deducted once
    std::optional<FactId> sent_back;  // by the bank after something was taken back: no leader who knew has spoken since
    std::optional<StoppedPayment> stopped;
    std::vector<StrayPayment> stray;
    std::vector<SerialNoted> serials;  // of money that left the court, whatever became of it since
    std::vector<SameProof> same_proofs;

    [[nodiscard]] domain::Fen open_recovery() const;  // still to be taken back
    [[nodiscard]] domain::Fen urgent_paid() const;
    [[nodiscard]] domain::Fen ordered() const;        // not returned
    [[nodiscard]] domain::Fen paid() const;           // out and not returned, urgent aid included
    [[nodiscard]] domain::Fen paid_by_order() const;  // the same without urgent aid
    [[nodiscard]] domain::Fen beside() const;         // went out beside that, and is to come back: of `to_recover`
    [[nodiscard]] domain::Fen awaited() const;        // after a stop: asked for, not sent, and not called off
    [[nodiscard]] domain::Fen still_sent() const;     // of `unmade`: not come
    [[nodiscard]] bool is_recall_due() const;         // finance waits for a word: after a stop, or of `unmade`
    // What may be deducted because of money of which nobody has said yet whether it is (A10); 0: nothing is to be said.
    [[nodiscard]] domain::Fen to_weigh() const;
    // What is open of each decision in `recoveries`: what the bank sent back of a payment goes to that payment,
    // what came back else, or was given up, to the earlier ones first.
    [[nodiscard]] std::vector<domain::Fen> open_parts() const;
    [[nodiscard]] domain::Fen lies() const;  // of `lying`: there still
    // Arrived, and nobody is paid with it any more: finance gets it back. Less what may have gone out beside, or did
    // and has not come back.
    [[nodiscard]] domain::Fen left() const;
    [[nodiscard]] const PayOrder* find(const FactId& id) const;
    [[nodiscard]] bool is_beside(const FactId& payment) const;  // it went out, and is to come back
    friend bool operator==(const Ledger&, const Ledger&) = default;
};

// Urgent aid that was approved and not paid, and for which what was granted has room: what finance was asked for
// without knowing of it was asked for rightly, and whoever approves aid unmakes nothing that others signed (A8).
[[nodiscard]] bool is_urgent_owed(const Ledger& ledger, const AidCase& so_far);
// Of what is granted: what of urgent aid was paid, or is owed so.
[[nodiscard]] domain::Fen urgent_share(const Ledger& ledger, const AidCase& so_far);

// Urgent aid went out beside the grant, and the leader has not said what becomes of it.
[[nodiscard]] bool is_urgent_beside(const AidCase& so_far);

// Every refusal is named in ledger.cpp, urgent_aid.cpp and pay_order.cpp.
[[nodiscard]] Taken take(Ledger& ledger, const Scene& scene, const Offices& offices);

// Whether a case to which urgent aid was paid may end without a decision: "urgent.undecided" (A8). Who has died needs
// no topping up, and nobody takes back from the dead what was given them in need.
[[nodiscard]] Verdict refused_end(const Ledger& ledger, const Fact& fact);

// Asked before signing: "enforced.claim": what is kept as a special claim has a sum, and nothing else has one.
[[nodiscard]] Verdict wrong_claim(const Fact& fact);

// Whether a payment is confirmed by what a call heard, and not by what was written of the payment itself.
[[nodiscard]] bool is_by_call(const std::optional<FactId>& confirmed, const Scene& scene);
// For the fold, once the fact is in force and the opposite words are known: a call that heard that all of it came
// confirms the payments that are out, whoever called having paid none of them (heard_money.cpp).
void hear_of_money(Ledger& ledger, const Care& care, const Scene& scene);

// Why money that was noted already does not count again: by somebody who did not know of it. Which of them holds is for
// people to say; where it came twice indeed, who knows of both notes it anew.
inline constexpr std::string_view kMoneyTwice = "money.twice";
[[nodiscard]] std::optional<FactId> noted_before(const Ledger& ledger, const Scene& scene);

// For the fold: money that was asked for upon a grant that was set right afterwards. The request has no effect any
// more; finance sends it all the same, or has sent it.
void note_unmade_request(Ledger& ledger, const Scene& scene, std::string_view code);
// Acts on what comes, or came, of it, whatever state the case is in.
[[nodiscard]] bool moves_lying(const Ledger& ledger, std::string_view kind);

// Why urgent aid went out beside the grant: who had not heard of it has asked finance for so much that both are more.
inline constexpr std::string_view kUrgentGranted = "urgent.granted";

// Keeps a payment that was refused where it is seen; nothing for facts of other kinds. `is_crossed`: it contradicts
// what its author could not know.
void note_refused(Ledger& ledger, const Scene& scene, const std::string& code, bool is_crossed);

// Whether a payment stands in no ledger of the case although somebody signed it: the leader may say that it went out.
[[nodiscard]] bool is_beside(const AidCase& of, const Entry& entry);

}  // namespace courtyard::cases
