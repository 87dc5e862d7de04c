#include "app/worker/case_account.hpp"

#include <algorithm>

#include "app/domain/bank_account.hpp"
#include "app/flow/form_codes.hpp"
#include "app/pack/application_json.hpp"
#include "app/worker/case_rights.hpp"
#include "app/worker/given_account.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/payload.hpp"

namespace courtyard::worker {

namespace {

std::optional<printing::CourtAccount> account_in(const pack::Pack& pack, const domain::Application& answers) {
    const domain::Field* field = pack.form.field(flow::code::kAccount);
    const domain::Answer* answer = answers.find(flow::code::kAccount);
    const domain::Row* row = answer == nullptr ? nullptr : answer->row();
    if (field == nullptr || row == nullptr) return std::nullopt;
    const auto part = [&](std::string_view role) -> std::string {
        const domain::Field* column = field->column_of_role(role);
        const auto found = column == nullptr ? row->end() : row->find(column->code);
        return found == row->end() ? std::string{} : found->second;
    };
    auto number = domain::parse_account(part("account"));
    if (!number) return std::nullopt;
    return printing::CourtAccount{std::move(*number), part("bank"), part("holder")};
}

std::optional<printing::CourtAccount> account_of_application(Machine& machine, const cases::AidCase& aid_case) {
    auto shown = show_application(machine, aid_case.application->text());
    if (!shown) return std::nullopt;
    auto parts = read_application_parts(shown->payload);
    base::wipe(shown->payload);
    if (!parts) return std::nullopt;
    auto answers = pack::parse_signed_application(machine.pack().form, parts->answers_json);
    base::wipe(parts->answers_json);
    if (!answers) return std::nullopt;
    auto account = account_in(machine.pack(), *answers);
    domain::wipe(*answers);
    return account;
}

}  // namespace

std::optional<printing::CourtAccount> account_of(Machine& machine, const cases::AidCase& aid_case,
                                                 const base::RecordId& record) {
    if (!may_see(machine, cases::Right::Account) || !must_read_intake(machine)) return std::nullopt;
    if (aid_case.application == record) return account_of_application(machine, aid_case);
    const cases::GivenAccount* given = aid_case.accounts.find(record);
    if (given == nullptr) return std::nullopt;
    auto account = read_given_account(machine, aid_case, *given);
    return account ? std::move(*account) : std::nullopt;
}

std::vector<base::RecordId> account_records(const cases::AidCase& aid_case) {
    std::vector<base::RecordId> records;
    for (const cases::GivenAccount* given : aid_case.accounts.counting())
        records.push_back(given->record);
    if (aid_case.application) records.push_back(*aid_case.application);
    return records;
}

std::string account_ends(const printing::CourtAccount& account) {
    return account.number.substr(account.number.size() - std::min(account.number.size(), kAccountEnds));
}

}  // namespace courtyard::worker
