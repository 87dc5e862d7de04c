// Applications on which a case stands: said to every laptop that reads the intake, so that nobody opens a second case,
// and so that the application is of those alone who are on the case. A judge who is not on it, and a registrar whom a
// conflict of interest took off it, has of it that it came and that it is in a case, and no more: the letter, its
// attachments and accounts that were told are wrapped to a key of the case, which opens them again with it. Registrars
// keep the intake otherwise: they are the office that keeps the register.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/aid_case.hpp"
#include "app/worker/machine.hpp"
#include "sync/seal/body.hpp"

namespace courtyard::worker {

// {"application":"<record id>","receipt":"<number>","case":"<id>","key":"<64 hex>"}
inline constexpr std::string_view kInCaseKind = "in_case";
inline constexpr const char* kOthersCase = "inbox.others_case";  // code of errors, and InboxEntry::problem

struct InCase {
    base::RecordId application;
    std::string receipt;  // number
    cases::CaseId about;
    seal::SealPublicKey key;  // of the case: who is not on it wraps to it
    friend bool operator==(const InCase&, const InCase&) = default;
};
[[nodiscard]] std::string write_in_case(const InCase& said);
[[nodiscard]] base::Result<InCase> read_in_case(std::string_view payload);  // "payload.in_case"

// Seals it to the intake and keeps it here; takes one reserved id. The letter's id: it goes with the act that it goes
// with, when that is undone.
base::Result<base::RecordId> tell_in_case(Machine& machine, const store::Transaction& inside, const InCase& said,
                                          base::Instant now, base::Random& random);
// What the store keeps of such a letter beside its body. Not from a registrar or judge: "in_case.author".
void describe_in_case(const Machine& machine, const seal::Body& body, store::Letter& letter);

// Whether this person's laptop has to say it of the case: who opened it does, and where they are not there any more any
// registrar on it. Of cases that were opened by a program that did not say it.
[[nodiscard]] base::Result<bool> has_to_tell_in_case(Machine& machine, const cases::AidCase& aid_case);
base::Result<void> tell_in_case_late(Machine& machine, const cases::AidCase& aid_case, base::Instant now,
                                     base::Random& random);

// Before a case is forgotten here: what this laptop must know of it to keep its application closed.
base::Result<void> note_left_case(Machine& machine, const store::Transaction& inside, const cases::AidCase& aid_case);

// What this laptop knows of cases on applications. Asked by everybody who shows one.
class TakenUp {
public:
    [[nodiscard]] static base::Result<TakenUp> of(Machine& machine);

    // By record id or receipt: a second copy is the same application.
    [[nodiscard]] std::optional<cases::CaseId> case_on(const base::RecordId& application,
                                                       std::string_view receipt) const;
    // There is one, and this person is on none of them, and is a judge or was taken off by a conflict of interest.
    [[nodiscard]] bool is_others(const base::RecordId& application, std::string_view receipt) const;
    [[nodiscard]] bool is_others(const cases::CaseId& about) const;  // of what was told in a case
    // A key of a case that is somebody else's; nothing where none is known here.
    [[nodiscard]] base::Result<std::optional<seal::SealPublicKey>> key_of_others(Machine& machine,
                                                                                 const base::RecordId& application,
                                                                                 std::string_view receipt) const;
    [[nodiscard]] base::Result<std::optional<seal::SealPublicKey>> key_of_others(Machine& machine,
                                                                                 const cases::CaseId& about) const;
    // "inbox.others_case" where the application is not for this person; "inbox.unopened" where it is again, by another
    // case than the one that it is wrapped for, and has to come from the hub once more.
    [[nodiscard]] base::Result<void> must_be_for_us(const store::Letter& application) const;
    [[nodiscard]] bool may_withhold() const { return is_judge_ || has_conflict_; }

private:
    struct Stands {
        cases::CaseId about;
        std::optional<base::RecordId> letter;  // that says so; nothing: this person was on it
        base::Bytes key;                       // where no letter says it
        bool is_here = false;                  // a key of the case is
        bool in_conflict = false;
    };
    [[nodiscard]] std::vector<const Stands*> on(const base::RecordId& application, std::string_view receipt) const;
    [[nodiscard]] bool is_others(const std::vector<const Stands*>& stands) const;
    static base::Result<std::optional<seal::SealPublicKey>> key_in(Machine& machine, const Stands& stands);

    std::vector<Stands> all_;
    std::set<cases::CaseId> here_;
    std::multimap<base::RecordId, std::size_t> by_application_;
    std::multimap<std::string, std::size_t, std::less<>> by_receipt_;
    std::multimap<cases::CaseId, std::size_t> by_case_;
    bool is_judge_ = false, has_conflict_ = false;
};

// Whether this person is on a case that stands on the application, as far as the keys here say.
[[nodiscard]] base::Result<bool> is_on_case_of(Machine& machine, const base::RecordId& application);

// After anything has come: closes what is others', opens what is this person's again. What is wrapped for a case that
// this person is not on while they are on another one of the same application is fetched from the hub once more.
base::Result<void> withhold_others(Machine& machine);

}  // namespace courtyard::worker
