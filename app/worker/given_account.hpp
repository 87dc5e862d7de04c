// Accounts that somebody tells by word of mouth ("account_given"): what was typed is sealed to the court's intake,
// which registrars and judges alone open, before the fact is signed. The fact bears the record's id and the last four
// digits; no other office's laptop ever holds more, neither in its store nor in a log.
#pragma once

#include <string>

#include "app/cases/aid_case.hpp"
#include "app/printing/court_paper.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// {"case":"<id>","whose":"applicant","holder":"…","kind":"card","number":"<digits>","bank":"…"}
inline constexpr std::string_view kAccountKind = "account";

// What was typed, taken out of the fields of an act. Wiped when it goes.
class TypedAccount {
public:
    explicit TypedAccount(cases::Fields typed) : typed_(std::move(typed)) {}
    ~TypedAccount();
    TypedAccount(const TypedAccount&) = delete;
    TypedAccount& operator=(const TypedAccount&) = delete;

    // "fact.<code>" by V-CARD (cases::check_typed, cases::check_sealed), and of the holder, who is the applicant, a
    // guardian, or an agent who may collect the money: "account.holder", "account.whose". As far as the case knows:
    // where nobody filled in a form, a guardian or agent is whom the one who signs has before them.
    [[nodiscard]] cases::Verdict refused(const Machine& machine, std::span<const cases::Fact> facts,
                                         const cases::AidCase& aid_case) const;
    // What the fact bears of it, with stand-ins for what sealing makes.
    [[nodiscard]] cases::Fields kept() const;
    // Takes one reserved id. The letter lies in this laptop's inbox as the others' will.
    base::Result<base::RecordId> seal(Machine& machine, const store::Transaction& inside, const cases::CaseId& about,
                                      base::Instant now, base::Random& random) const;

private:
    [[nodiscard]] std::string text(std::string_view field) const;
    cases::Fields typed_;
};

// The whole account, for whom account_of() lets see it: of the record that this fact of the case names. Nothing when
// the record has not come, or was not written by the one who signed the fact.
[[nodiscard]] base::Result<std::optional<printing::CourtAccount>> read_given_account(Machine& machine,
                                                                                     const cases::AidCase& aid_case,
                                                                                     const cases::GivenAccount& given);

// Whether such a record is one: written by somebody of an office that takes accounts down.
[[nodiscard]] bool is_account_by_court(const Machine& machine, const seal::Body& body);

}  // namespace courtyard::worker
