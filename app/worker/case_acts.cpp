#include "app/worker/case_acts.hpp"

#include <algorithm>
#include <functional>

#include <nlohmann/json.hpp>

#include "app/cases/act_day.hpp"
#include "app/cases/deadlines.hpp"
#include "app/cases/fact_json.hpp"
#include "app/cases/told_documents.hpp"
#include "app/domain/text.hpp"
#include "app/domain/village.hpp"
#include "app/flow/form_codes.hpp"
#include "app/pack/application_json.hpp"
#include "app/pack/wages.hpp"
#include "app/worker/answering.hpp"
#include "app/worker/attached.hpp"
#include "app/worker/case_keys.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/case_pictures.hpp"
#include "app/worker/case_rights.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/clock_watch.hpp"
#include "app/worker/court_papers.hpp"
#include "app/worker/doubles.hpp"
#include "app/worker/filed_number.hpp"
#include "app/worker/given_account.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/pack_rules.hpp"
#include "app/worker/payload.hpp"
#include "app/worker/refusal.hpp"
#include "app/worker/screening_part.hpp"
#include "app/worker/sealing.hpp"
#include "app/worker/wiped.hpp"

namespace courtyard::worker {

namespace {

base::Result<void> allowed(const Machine& machine, const cases::AidCase& so_far, const cases::Fact& fact,
                           const cases::Verdict& refused) {
    if (!refused) return {};
    return tl::unexpected(refusal(machine, so_far, fact, refused->code));
}

// What is missing is named: the sentence alone would leave its reader to look for it.
base::Result<void> allowed_report(const Machine& machine, const cases::AidCase& aid_case, const cases::Fact& fact) {
    const cases::Verdict refused = cases::refused_report(aid_case, fact.kind, fact.fields);
    if (!refused) return {};
    const pack::Words& words = machine.pack().words;
    std::string missing;
    for (const std::string& each : cases::missing_for(aid_case, fact.text("proposal")))
        missing += (missing.empty() ? "" : words.text("report.missing.and")) + words.text("report.missing." + each);
    const std::string why = words.text("fact." + refused->code, {{"missing", missing}});
    const std::string what = words.text("act." + fact.kind + ".title");
    return base::fail("fact." + refused->code,
                      words.text("fact.refused", {{"what", what}, {"why", why}, {"code", refused->code}}));
}

// A body with a mailbox of its own is asked there.
void name_partner(const Machine& machine, cases::Fact& fact) {
    if (fact.kind != "referred" || fact.has("partner")) return;
    const mail::Person* partner = mail::find_partner(machine.roster(), fact.text("body"));
    if (partner != nullptr) fact.fields.emplace("partner", partner->id.text());
}

// An order names its account by the sealed record; the course of the case shows the fact that told of it.
void name_account(const cases::AidCase& aid_case, cases::Fact& fact) {
    const auto named = fact.kind == "pay_ordered" || fact.kind == "urgent_paid" ? fact.fact("account") : std::nullopt;
    const auto record = named ? cases::record_told_by(aid_case.accounts, *named) : std::nullopt;
    if (record) fact.fields["account"] = record->text();
}

// The most that its voters may grant is reckoned with the pack's wage where the report has none (A1).
void name_wage(const Machine& machine, std::span<const cases::Fact> facts, cases::Fact& fact) {
    if (fact.kind != "ballot_opened" || fact.has("wage")) return;
    const auto report = fact.fact("report");
    const auto found =
        std::find_if(facts.begin(), facts.end(), [&](const cases::Fact& each) { return each.id == report; });
    if (found == facts.end() || found->has("wage")) return;
    const std::vector<domain::WageRow> wages = pack::wages(machine.pack());
    if (const auto wage = domain::wage_on(fact.day(), wages)) fact.fields["wage"] = wage->month.value;
}

// What was served stands in the case by the paper's id: limits ask for that. Never before the paper was there: a limit
// would run from a day on which nobody could hold it.
cases::Verdict name_paper(const Machine& machine, std::span<const cases::Fact> facts, const cases::AidCase& aid_case,
                          cases::Fact& fact) {
    if (fact.kind != "served" || !fact.has("paper")) return std::nullopt;
    NamedPaper paper = served_paper(machine, facts, aid_case, domain::trim(fact.text("paper")));
    if (paper.refused) return std::move(paper.refused);
    fact.fields["paper"] = std::move(paper.id);
    const auto on = fact.date("on");
    return on && paper.since && *on < *paper.since ? cases::refuse("served.before") : cases::Verdict{};
}

// The fact's record, queued and kept here. `to_slip`: queues what the slip hears of it; the record that goes with it.
using ToSlip = std::function<base::Result<std::optional<base::RecordId>>()>;
base::Result<cases::FactId> say(Machine& machine, const store::Transaction& inside, const cases::Fact& fact, bool opens,
                                const seal::Recipient& to, base::Instant now, base::Random& random,
                                const ToSlip& to_slip = {}) {
    std::string payload = cases::write_fact(fact);
    const WipeAtEnd wipe_payload(payload);
    SealedRecord sealed = TRY(
        seal_and_queue(machine, inside,
                       {.kind = fact.kind, .payload = payload, .recipient = to, .box = mail::Box::Cases}, now, random));
    const WipeAtEnd wipe_body(sealed.body);
    const cases::CaseId about = opens ? sealed.id : fact.about;
    std::optional<base::RecordId> notice;
    if (to_slip) notice = TRY(to_slip());
    TRY(keep_own_case_record(machine, inside, sealed.id, about, fact.kind, sealed.bytes, sealed.body, now, notice));
    return sealed.id;
}

cases::Fact fact_by(Machine& machine, std::string_view kind, cases::Fields fields, base::Instant now) {
    cases::Fact fact;
    fact.author = std::get<base::PersonId>(machine.author());
    fact.kind = kind;
    fact.claimed = now;
    fact.fields = std::move(fields);
    return fact;
}

// What the applicant is told of a step.
AnswerPayload notice_of(const Machine& machine, const cases::AidCase& after, const cases::Fact& fact) {
    AnswerPayload notice;
    notice.court = machine.config().court_name;
    notice.status = after.status;
    notice.known = after.entries.size();
    const bool tells_reasons = after.status == cases::Status::NotFiled || after.status == cases::Status::Abandoned ||
                               after.status == cases::Status::DecidedRefuse ||
                               after.status == cases::Status::Terminated || after.status == cases::Status::Suspended;
    if (tells_reasons) notice.text = fact.text("reasons");
    if (after.status == cases::Status::NeedMore) notice.papers = fact.texts("papers");
    if (after.status == cases::Status::Filed) notice.number = after.number;
    return notice;
}

base::Result<std::optional<base::RecordId>> tell(Machine& machine, const store::Transaction& inside,
                                                 const cases::AidCase& after, const cases::Fact& fact,
                                                 base::Instant now, base::Random& random) {
    const auto key = seal::SealPublicKey::parse(after.notice_key);
    if (!key) return std::nullopt;
    std::string text = write_notice(notice_of(machine, after, fact));
    const WipeAtEnd wipe(text);
    const seal::Recipient slip = seal::ReceiptAddress::of(*key).recipient();
    const SealedRecord notice = TRY(seal_and_queue(
        machine, inside,
        {.kind = "notice", .payload = text, .recipient = slip, .box = mail::Box::Public, .smallest = kNoticeClass}, now,
        random));
    return notice.id;
}

std::string answer_at(const std::string& answers_json, std::string_view code) {
    const auto answers = nlohmann::json::parse(answers_json, nullptr, false);
    if (!answers.is_object()) return {};
    const auto found = answers.find(code);
    return found != answers.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

domain::SafeContact contact_in(const Machine& machine, const std::string& answers_json) {
    auto application = pack::parse_signed_application(machine.pack().form, answers_json);
    if (!application) {
        domain::SafeContact contact;
        contact.rule = answer_at(answers_json, flow::code::kSafeContact);
        return contact;
    }
    domain::SafeContact contact = domain::contact_of(*application, machine.pack().revisit.contact);
    domain::wipe(*application);
    return contact;
}

void put_contact(cases::Fields& fields, const domain::SafeContact& contact) {
    for (const auto& [name, text] :
         {std::pair{"phone", &contact.phone}, std::pair{"relay", &contact.relay},
          std::pair{"contact_rule", &contact.rule}, std::pair{"safe_number", &contact.number},
          std::pair{"messages", &contact.messages}, std::pair{"agreed_word", &contact.word}})
        if (!text->empty()) fields[name] = *text;
    if (!contact.hide.empty()) fields["hide_from"] = contact.hide;
}

base::Result<cases::Fields> fields_from(const Machine& machine, const ShownApplication& shown) {
    const ApplicationHead head = TRY(read_application_head(shown.payload, machine.pack().form));
    const ApplicationParts parts = TRY(read_application_parts(shown.payload));
    cases::Fields fields{{"applicant", head.name},
                         {"application", shown.entry.id.text()},
                         {"answers", without_account(parts.answers_json)},
                         {"notice_key", head.receipt.notice_key.text()},
                         {"receipt", head.receipt.number.text},
                         {"source", std::string(shown.site.empty() ? "window" : "kiosk")}};
    const base::Instant came = shown.entry.received.ms != 0 ? shown.entry.received : shown.entry.arrived;
    fields["received_on"] = domain::Date::in_china(came).text();
    const auto put = [&fields](const char* name, const std::string& text) {
        if (!text.empty()) fields[name] = text;
    };
    // Where they live; the shared courtroom that they came to is no place of theirs, and stands in for none.
    put("village", domain::village_in(answer_at(parts.answers_json, flow::code::kAddress), machine.pack().places));
    put("original_case", answer_at(parts.answers_json, flow::code::kOriginalCase));
    put_contact(fields, contact_in(machine, parts.answers_json));
    if (head.offender_acts) fields["offender_acts"] = true;
    if (head.says_urgent) fields["urgent"] = true;
    // An application that this pack cannot read in every part is a case all the same.
    if (const auto screening = shared_screening(parts.screening_json)) put("screening", *screening);
    return fields;
}

bool names_account(const std::string& answers_json) {
    const auto answers = nlohmann::json::parse(answers_json, nullptr, false);
    if (!answers.is_object()) return false;
    const auto keys = answers.items();
    return std::any_of(keys.begin(), keys.end(),
                       [](const auto& each) { return each.key().starts_with(flow::code::kAccount); });
}

// Whoever types answers instead of an application hears of each that the form does not take: it would stand on no
// paper. What was filed elsewhere is taken as it is, whatever form that was. An account is no answer of a case, which
// everybody on it has: it is noted by itself, sealed to those who pay.
base::Result<void> allowed_answers(const Machine& machine, const cases::Fact& opening) {
    const std::string answers(opening.text("answers"));
    const pack::Pack& pack = machine.pack();
    const auto refused = [&pack](const std::string& code, const std::map<std::string, std::string>& fills) {
        const std::string what = pack.words.text("act.case_opened.title"), why = pack.words.text("fact." + code, fills);
        return base::fail("fact." + code,
                          pack.words.text("fact.refused", {{"what", what}, {"why", why}, {"code", code}}));
    };
    if (names_account(answers)) return refused("answers.account", {});
    auto strict = answers.empty() ? domain::Application{} : pack::parse_application(pack.form, answers);
    if (strict) {
        domain::wipe(*strict);
        return {};
    }
    std::string fields;
    if (auto read = pack::parse_signed_application(pack.form, answers)) {
        for (const auto& [place, answer] : read->others) {
            const domain::Field* field =
                pack.form.field(place.substr(0, place.find_first_of("[.", place.find('.') + 1)));
            fields += (fields.empty() ? "" : pack.words.text("court.between")) + place +
                      (field == nullptr ? "" : " " + field->label);
        }
        domain::wipe(*read);
    }
    const std::string& detail = strict.error().message;
    if (fields.empty()) return refused("answers.json", {{"detail", detail}});
    return refused("answers.field", {{"fields", fields}, {"detail", detail}});
}

// What the answers say and nobody wrote beside them: as it is taken out of an application.
void fill_from_answers(const Machine& machine, cases::Fields& fields) {
    const auto found = fields.find("answers");
    const auto* told = found == fields.end() ? nullptr : std::get_if<std::string>(&found->second);
    if (told == nullptr || told->empty()) return;
    const pack::Pack& pack = machine.pack();
    cases::Fields said;
    const auto put = [&said](const char* name, const std::string& text) {
        if (!text.empty()) said[name] = text;
    };
    put("village", domain::village_in(answer_at(*told, flow::code::kAddress), pack.places));
    put("original_case", answer_at(*told, flow::code::kOriginalCase));
    put_contact(said, contact_in(machine, *told));
    for (const auto& [code, name] :
         {std::pair{flow::code::kWrongdoer, "offender_acts"}, {flow::code::kUrgent, "urgent"}})
        if (pack.form.field(code) != nullptr && answer_at(*told, code) == pack.form.yes) said[name] = true;
    fields.merge(said);
}

// The pictures of the application's papers, so that the judge and the members see them: those that have come.
base::Result<std::vector<std::string>> photos_here(Machine& machine, const ShownApplication& shown) {
    std::vector<std::string> photos;
    for (const AttachedPicture& picture : TRY(pictures_of(machine, shown)))
        if (picture.is_here && photos.size() < cases::kPicturesMax) photos.push_back(picture.digest.text());
    return photos;
}

// Key, opening, who else has it; one transaction.
enum class Answers : std::uint8_t { Typed, Filed };
base::Result<cases::CaseId> open_with(Machine& machine, cases::Fields fields, Answers answers,
                                      std::span<const base::Bytes> given, base::Instant now, base::Random& random) {
    TRY(must_have_cases(machine));
    cases::Fact opening = fact_by(machine, "case_opened", std::move(fields), now);
    opening.id = cases::FactId::random(random);
    opening.about = opening.id;
    TRY(allowed(machine, {}, opening, refused_by_matrix(machine, opening)));
    if (answers == Answers::Typed) {
        TRY(allowed_answers(machine, opening));
        fill_from_answers(machine, opening.fields);
    }
    TRY(allowed(machine, {}, opening, cases::wrong_day({}, opening)));
    TRY(allowed(machine, {}, opening, cases::wrong_document(opening)));
    TRY(allowed(machine, {}, opening, cases::would_refuse(opening.id, {}, opening, offices_of(machine))));
    const NewPictures pictures = TRY(new_pictures(machine, opening.id, pictures_of(opening), given));
    constexpr int kRecords = 2;
    TRY(machine.store().chain.reserve(random, kRecords + static_cast<int>(pictures.all.size())));
    auto inside = TRY(machine.store().begin());
    // The key bears the case's id, which the opening's record brings: made first, filed after.
    const seal::SealSecretKey secret = seal::SealSecretKey::make(random);
    const seal::Recipient to = seal::Recipient::of(secret.public_key());
    opening.about = opening.id;
    const cases::CaseId about = TRY(say(machine, inside, opening, true, to, now, random));
    store::CaseKey key{to.id, about, 1, base::Bytes(secret.secret().begin(), secret.secret().end())};
    TRY(machine.store().case_keys.put(inside, key));
    base::wipe(key.secret);
    cases::Fact holds = fact_by(machine, "key_given",
                                {{"key", to.id.text()},
                                 {"epoch", std::int64_t{1}},
                                 {"persons", std::vector<std::string>{opening.author.text()}}},
                                now);
    holds.about = about;
    holds.after = {about};
    TRY(say(machine, inside, holds, false, to, now, random));
    TRY(keep_pictures(machine, inside, about, opening.kind, to, pictures, now, random));
    TRY(inside.commit());
    return about;
}

}  // namespace

bool has_untold_step(const cases::AidCase& aid_case) {
    if (aid_case.steps.empty() || aid_case.notice_key.empty()) return false;
    const cases::FactId& step = aid_case.steps.back().by;
    const cases::Entry* entry = aid_case.entry(step);
    const bool tells_itself =
        entry == nullptr || entry->role == cases::Role::Registrar || entry->role == cases::Role::Judge;
    return !tells_itself && aid_case.told != step;
}

base::Result<bool> tell_step(Machine& machine, const cases::AidCase& aid_case, base::Instant now,
                             base::Random& random) {
    if (!has_untold_step(aid_case) || !machine.reads_intake()) return false;
    const cases::FactId& step = aid_case.steps.back().by;
    const std::vector<cases::Fact> facts = TRY(facts_of(machine, aid_case.id));
    const auto made =
        std::find_if(facts.begin(), facts.end(), [&](const cases::Fact& each) { return each.id == step; });
    if (made == facts.end()) return false;
    cases::Fact told = fact_by(machine, "told", {{"step", step.text()}}, now);
    told.about = aid_case.id;
    told.after = cases::heads(facts);
    const auto to = sealing_key(machine, aid_case);
    if (!to) return false;  // the fact that names the key is still on the way: told with the next exchange
    constexpr int kRecords = 2;
    TRY(machine.store().chain.reserve(random, kRecords));
    auto inside = TRY(machine.store().begin());
    const ToSlip to_slip = [&] { return tell(machine, inside, aid_case, *made, now, random); };
    TRY(say(machine, inside, told, false, *to, now, random, to_slip));
    TRY(inside.commit());
    return true;
}

base::Result<cases::FactId> say_in_case(Machine& machine, const store::Transaction& inside,
                                        const cases::AidCase& aid_case, std::string_view kind, cases::Fields fields,
                                        base::Instant now, base::Random& random) {
    cases::Fact fact = fact_by(machine, kind, std::move(fields), now);
    fact.about = aid_case.id;
    fact.after = cases::heads(TRY(facts_of(machine, aid_case.id)));
    const seal::Recipient to = TRY(sealing_key(machine, aid_case));
    return say(machine, inside, fact, false, to, now, random);
}

base::Result<void> say_key_given(Machine& machine, const store::Transaction& inside, const cases::AidCase& aid_case,
                                 const store::CaseKey& key, const std::vector<std::string>& persons, base::Instant now,
                                 base::Random& random) {
    cases::Fact given =
        fact_by(machine, "key_given",
                {{"key", key.id.text()}, {"epoch", static_cast<std::int64_t>(key.epoch)}, {"persons", persons}}, now);
    given.about = aid_case.id;
    given.after = cases::heads(TRY(facts_of(machine, aid_case.id)));
    const seal::RecipientKey own = TRY(recipient_key(key));
    const seal::Recipient to = seal::Recipient::of(own.key.public_key());
    TRY(say(machine, inside, given, false, to, now, random));
    return {};
}

base::Result<cases::FactId> act(Machine& machine, const Act& wanted, base::Instant now, base::Random& random) {
    const std::vector<cases::Fact> facts = TRY(facts_of(machine, wanted.about));
    const cases::Offices offices = offices_of(machine);
    std::optional<TypedAccount> typed;
    if (wanted.kind == "account_given") typed.emplace(wanted.fields);
    cases::Fact fact = fact_by(machine, wanted.kind, typed ? typed->kept() : wanted.fields, now);
    if (const cases::ActRule* rule = cases::find_act(fact.kind))
        fact.fields = cases::as_signed(*rule, std::move(fact.fields));
    fact.id = cases::FactId::random(random);
    fact.about = wanted.about;
    name_partner(machine, fact);
    const cases::AidCase before = fold_here(machine, wanted.about, facts);
    name_account(before, fact);
    name_wage(machine, facts, fact);
    const auto must = [&](const cases::Verdict& refused) { return allowed(machine, before, fact, refused); };
    TRY(must(refused_by_matrix(machine, fact)));
    const cases::Verdict refused = cases::would_refuse(wanted.about, facts, fact, offices);
    if (refused && refused->code == "corrected.rests")
        return tl::unexpected(
            refusal_of_rest(machine, before, fact, cases::would_fall(wanted.about, facts, fact, offices)));
    TRY(must(refused));
    // Nobody waits for years because somebody else's clock was ahead.
    const std::optional<TrueDays> days = TRY(true_days(machine, before, facts));
    const cases::AidCase& by_days = days ? days->by_days : before;
    // After the office and the seat: whoever may not do it hears that, whatever they named.
    TRY(must(name_paper(machine, days ? std::span<const cases::Fact>(days->facts) : facts, by_days, fact)));
    TRY(must(cases::wrong_day(by_days, fact)));
    TRY(must(cases::wrong_document(fact)));
    TRY(must(cases::wrong_papers(before.inquiry, fact)));
    TRY(must(cases::wrong_claim(fact)));
    TRY(must(cases::may_be_abandoned(by_days, fact, machine.pack().calendar)));
    TRY(must(cases::may_be_complex(by_days, fact, machine.pack().calendar, machine.pack().terms)));
    TRY(allowed_report(machine, before, fact));
    if (typed) {
        TRY(must_see(machine, cases::Right::Account));
        TRY(must(typed->refused(machine, facts, before)));
    }
    TRY(must(refused_by_pack(machine, facts, before, fact)));
    const cases::Verdict number = TRY(refused_by_number(machine, fact));
    TRY(must(number));
    fact.after = cases::heads(facts);
    const NewPictures pictures = TRY(new_pictures(machine, wanted.about, pictures_of(fact), wanted.pictures));

    const seal::Recipient to = TRY(sealing_key(machine, before));
    constexpr int kRecords = 2;  // the fact and, for a step, the notice, or what is sealed apart from it
    TRY(machine.store().chain.reserve(random, kRecords + static_cast<int>(pictures.all.size())));
    auto inside = TRY(machine.store().begin());
    ToSlip to_slip;
    if (typed) {
        const base::RecordId account = TRY(typed->seal(machine, inside, wanted.about, now, random));
        fact.fields["account"] = account.text();
        to_slip = [account] { return std::optional(account); };  // nothing for the slip: goes when the act is undone
    }
    std::vector<cases::Fact> all = facts;
    all.push_back(fact);
    const cases::AidCase after = fold_here(machine, wanted.about, all);
    if (after.status != before.status && machine.reads_intake())
        to_slip = [&] { return tell(machine, inside, after, fact, now, random); };
    const cases::FactId id = TRY(say(machine, inside, fact, false, to, now, random, to_slip));
    TRY(keep_pictures(machine, inside, wanted.about, fact.kind, to, pictures, now, random));
    TRY(inside.commit());
    if (after.members != before.members) TRY(settle_case(machine, wanted.about, now, random));
    const bool names_another = after.fellows != before.fellows || after.inquiry.identified != before.inquiry.identified;
    if (after.original_cases != before.original_cases || names_another)
        TRY(ask_about_doubles(machine, wanted.about, now, random));
    return id;
}

namespace {

base::Result<cases::CaseId> open_and_settle(Machine& machine, const cases::Fields& fields, Answers answers,
                                            std::span<const base::Bytes> pictures, base::Instant now,
                                            base::Random& random) {
    const cases::CaseId about = TRY(open_with(machine, fields, answers, pictures, now, random));
    TRY(settle_case(machine, about, now, random));  // the office joins
    TRY(ask_about_doubles(machine, about, now, random));
    return about;
}

}  // namespace

base::Result<cases::CaseId> open_case(Machine& machine, const cases::Fields& fields, base::Instant now,
                                      base::Random& random, std::span<const base::Bytes> pictures) {
    return open_and_settle(machine, fields, Answers::Typed, pictures, now, random);
}

base::Result<cases::CaseId> open_case(Machine& machine, std::string_view application, base::Instant now,
                                      base::Random& random) {
    const ShownApplication shown = TRY(show_application(machine, application));
    if (const auto known = TRY(case_from(machine, shown.entry.id)))
        return base::fail("case.exists", "this application is a case already: " + known->text().substr(0, 8));
    cases::Fields fields = TRY(fields_from(machine, shown));
    if (auto photos = TRY(photos_here(machine, shown)); !photos.empty()) fields["photos"] = std::move(photos);
    const auto opened = open_and_settle(machine, fields, Answers::Filed, {}, now, random);
    if (auto* answers = std::get_if<std::string>(&fields["answers"])) base::wipe(*answers);
    const cases::CaseId about = TRY(opened);
    // The applicant hears that somebody has seen it, and the other laptops' inboxes show it.
    if (shown.standing.status == cases::Status::Synced) {
        AnswerRequest seen;
        seen.id = shown.entry.id.text();
        seen.status = cases::Status::Received;
        seen.with_opening = true;
        TRY(answer(machine, seen, now, random));
    }
    return about;
}

}  // namespace courtyard::worker
