#include "app/worker/given_account.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/cases/sealed_fields.hpp"
#include "app/domain/check.hpp"
#include "app/domain/text.hpp"
#include "app/flow/form_codes.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/own_letter.hpp"
#include "app/worker/sealing.hpp"
#include "app/worker/wiped.hpp"
#include "sync/seal/body.hpp"

namespace courtyard::worker {

namespace {

using Json = nlohmann::ordered_json;

const cases::ActRule& rule() { return *cases::find_act("account_given"); }

// As the form judges the holder of its own account: an applicant, the guardian, an agent who may collect.
bool may_hold(const pack::Pack& pack, const domain::Application& answers, const std::string& holder,
              domain::Date today) {
    const domain::Field* field = pack.form.field(flow::code::kAccount);
    const domain::Field* column = field == nullptr ? nullptr : field->column_of_role("holder");
    if (column == nullptr) return true;
    domain::Application asked = answers;
    asked.answers.insert_or_assign(std::string(flow::code::kAccount),
                                   domain::Answer{domain::Row{{column->code, holder}}});
    const auto problems = domain::check(pack.form, asked, {today, nullptr, std::nullopt});
    domain::wipe(asked);
    return std::none_of(problems.begin(), problems.end(),
                        [](const domain::Problem& problem) { return problem.code == "account.holder"; });
}

// No form says who acts for the applicant: where the case itself does, it is nobody else.
bool may_hold_orally(const cases::AidCase& aid_case, const std::string& whose, const std::string& holder) {
    if (cases::is_same_person(holder, aid_case.applicant)) return true;
    if (whose == "applicant") return false;
    const auto& one = whose == "guardian" ? aid_case.acting.guardian : aid_case.acting.agent;
    if (!one) return true;
    return cases::is_same_person(one->name, holder) && (whose == "guardian" || one->may_collect);
}

}  // namespace

TypedAccount::~TypedAccount() {
    for (auto& [name, value] : typed_)
        if (auto* typed = std::get_if<std::string>(&value)) base::wipe(*typed);
}

std::string TypedAccount::text(std::string_view field) const {
    const auto found = typed_.find(field);
    const auto* typed = found == typed_.end() ? nullptr : std::get_if<std::string>(&found->second);
    return typed == nullptr ? std::string{} : std::string(domain::trim(*typed));
}

cases::Verdict TypedAccount::refused(const Machine& machine, std::span<const cases::Fact> facts,
                                     const cases::AidCase& aid_case) const {
    if (auto no = cases::check_typed(rule(), typed_)) return no;
    if (auto no = cases::check_sealed(rule(), typed_)) return no;
    const std::string holder = text("holder");
    const bool is_applicant = cases::is_same_person(holder, aid_case.applicant);
    if (text("whose") != "applicant" && is_applicant) return cases::refuse("account.whose");
    domain::Application answers = printing::answers_of(machine.pack(), facts);
    const bool has_form = !answers.answers.empty();
    printing::add_acting(machine.pack(), aid_case, answers);
    printing::add_fellows(machine.pack(), aid_case, answers);
    const bool fits = has_form ? may_hold(machine.pack(), answers, holder, aid_case.received_on)
                               : may_hold_orally(aid_case, text("whose"), holder);
    domain::wipe(answers);
    return fits ? cases::Verdict{} : cases::refuse("account.holder");
}

cases::Fields TypedAccount::kept() const { return cases::as_kept(rule(), typed_); }

base::Result<base::RecordId> TypedAccount::seal(Machine& machine, const store::Transaction& inside,
                                                const cases::CaseId& about, base::Instant now,
                                                base::Random& random) const {
    std::string digits = TRY(cases::account_digits(typed_));
    const WipeAtEnd wipe_digits(digits);
    Json json{{"case", about.text()}, {"whose", text("whose")}, {"holder", text("holder")},
              {"kind", text("kind")}, {"number", digits},       {"bank", text("bank")}};
    std::string payload = json.dump();
    const WipeAtEnd wipe_payload(payload);
    base::wipe(json["number"].get_ref<std::string&>());
    const seal::Recipient intake = mail::newest_intake_key(machine.roster()).recipient();
    SealedRecord sealed = TRY(seal_and_queue(
        machine, inside, {.kind = std::string(kAccountKind), .payload = payload, .recipient = intake}, now, random));
    store::Letter own = own_letter(sealed.id, kAccountKind, std::move(sealed.bytes), now);
    own.about = about;
    own.body = std::move(sealed.body);
    const WipeAtEnd wipe_body(own.body);
    TRY(machine.store().inbox.keep(inside, own));
    return sealed.id;
}

bool is_account_by_court(const Machine& machine, const seal::Body& body) {
    const auto* author = std::get_if<base::PersonId>(&body.author);
    const auto role = author == nullptr ? std::nullopt : offices_of(machine)(*author);
    return role && rule().who.has(*role);
}

base::Result<std::optional<printing::CourtAccount>> read_given_account(Machine& machine, const cases::AidCase& aid_case,
                                                                       const cases::GivenAccount& given) {
    auto letter = TRY(machine.store().inbox.find(given.record));
    const cases::Entry* entry = aid_case.entry(given.by);
    if (!letter || !letter->opened || letter->kind != kAccountKind || entry == nullptr) return std::nullopt;
    const WipeAtEnd wipe_letter(letter->body);
    seal::Body body = TRY(seal::parse_body(letter->body));
    const WipeAtEnd wipe_payload(body.payload);
    const auto* author = std::get_if<base::PersonId>(&body.author);
    if (author == nullptr || *author != entry->author) return std::nullopt;
    Json json = Json::parse(body.payload, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    const auto text = [&json](const char* name) {
        const auto found = json.find(name);
        return found != json.end() && found->is_string() ? found->get<std::string>() : std::string{};
    };
    if (text("case") != aid_case.id.text()) return std::nullopt;
    printing::CourtAccount account{text("number"), text("bank"), text("holder")};
    // The digits under which everybody knows it must be its own.
    if (!account.number.ends_with(given.ends)) return std::nullopt;
    return account;
}

}  // namespace courtyard::worker
