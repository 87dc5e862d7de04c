#include "app/worker/partner_desk.hpp"

#include <algorithm>
#include <map>

#include "app/cases/act_day.hpp"
#include "app/cases/act_table.hpp"
#include "app/cases/fact_json.hpp"
#include "app/worker/case_keys.hpp"
#include "app/worker/leads.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/own_letter.hpp"
#include "app/worker/sealing.hpp"
#include "app/worker/wiped.hpp"

namespace courtyard::worker {

namespace {

using cases::Referral;

constexpr int kLettersMax = 10'000;

const std::string& own_body(const Machine& machine) {
    static const std::string kNone;
    const mail::Person* self = mail::find_person(machine.roster(), *machine.config().person);
    return self == nullptr ? kNone : self->body;
}

base::Result<BodyLetter> letter_of(const store::Letter& kept) {
    const seal::Body body = TRY(seal::parse_body(kept.body));
    const auto* author = std::get_if<base::PersonId>(&body.author);
    if (author == nullptr) return base::fail("body_letter.author", "a letter to a partner body is signed by a person");
    return read_body_letter(kept.id, *author, body.payload);
}

base::Result<std::vector<BodyLetter>> letters(Machine& machine) {
    std::vector<BodyLetter> list;
    for (const store::Letter& kept : TRY(machine.store().inbox.bodies(kBodyLetterKind, kLettersMax)))
        if (auto letter = letter_of(kept)) list.push_back(std::move(*letter));
    return list;
}

std::optional<cases::Fact> answer_of(const store::Letter& kept) {
    const auto body = seal::parse_body(kept.body);
    if (!body) return std::nullopt;
    auto fact = cases::read_fact({kept.id, std::get<base::PersonId>(body->author), body->kind, body->claimed_at},
                                 body->payload);
    return fact ? std::optional(std::move(*fact)) : std::nullopt;
}

// As the case does it (care_referral.cpp), with what the body knows. Nothing: not possible.
std::optional<Referral::State> after_answer(Referral::State from, std::string_view answer) {
    using S = Referral::State;
    if (answer == "accepted") return cases::after(from, Referral::Move::Accept);
    if (answer == "refused") return cases::after(from, Referral::Move::Refuse);
    if (answer == "done") return cases::after(from, Referral::Move::Finish);
    return from == S::Accepted || from == S::Done ? std::optional(S::Revoked) : std::nullopt;
}

// What the body answered it answered, and what it took back itself it took back; nothing of it goes on, and what the
// person no longer agrees to is shown to nobody.
void end(PartnerRequest& request) {
    using S = Referral::State;
    request.ended = true;
    request.by_court = request.state == S::Sent || request.state == S::Accepted;
    if (request.by_court) request.state = S::Revoked;
    for (std::string& each : request.letter.told)
        base::wipe(each);
    base::wipe(request.letter.asks);
    request.letter.told.clear();
    request.letter.asks.clear();
}

PartnerRequest* find(std::vector<PartnerRequest>& list, const cases::FactId& referral) {
    const auto found = std::find_if(list.begin(), list.end(),
                                    [&](const PartnerRequest& each) { return each.letter.referral == referral; });
    return found == list.end() ? nullptr : &*found;
}

base::Result<void> add_answers(Machine& machine, std::vector<PartnerRequest>& list) {
    for (const store::Letter& kept : TRY(machine.store().inbox.bodies(kBodyAnswerKind, kLettersMax))) {
        const auto fact = answer_of(kept);
        PartnerRequest* request = fact ? find(list, fact->fact("referral").value_or(cases::FactId{})) : nullptr;
        if (request == nullptr) continue;
        request->answers.push_back({std::string(fact->text("answer")), std::string(fact->text("words")),
                                    std::string(fact->text("evidence")), fact->day(), fact->id});
        if (const auto to = after_answer(request->state, fact->text("answer"))) request->state = *to;
    }
    return {};
}

base::Result<void> by_the_table(const Machine& machine, const cases::Verdict& no) {
    if (!no) return {};
    const std::string key = "fact." + no->code;
    const pack::Words& words = machine.pack().words;
    const std::string says = words.has(key)
                                 ? words.text(key)
                                 : words.text("fact.field", {{"field", no->code.substr(no->code.find('.') + 1)}});
    return base::fail(key, says);
}

cases::Verdict refused(const PartnerRequest& request, const cases::Fact& fact) {
    if (auto no = cases::check_fields(*cases::find_act(kBodyAnswerKind), fact.fields)) return no;
    const std::string_view answer = fact.text("answer");
    if ((answer == "refused" || answer == "revoked") && !fact.has("words")) return cases::refuse("field.words");
    if (answer == "done" && !fact.has("evidence")) return cases::refuse("field.evidence");
    if (request.ended || !after_answer(request.state, answer)) return cases::refuse("referral.move");
    // What a body took on or did it did after it was asked; what it takes back, after it had said yes.
    domain::Date first = request.asked_on;
    for (const BodyAnswer& each : request.answers)
        if (answer == "revoked" && each.on) first = std::max(first, *each.on);
    const auto on = fact.date("on");
    if (on && *on < first) return cases::refuse("referral.day");
    return cases::wrong_day({}, fact);
}

// The body's own copy: opened, so that it knows what it has answered; sealed, so that a stick can carry it.
base::Result<void> keep_own(Machine& machine, const store::Transaction& inside, const SealedRecord& sealed,
                            std::string_view kind, const std::optional<base::RecordId>& about, base::Instant now) {
    store::Letter own = own_letter(sealed.id, kind, sealed.bytes, now);
    own.about = about;
    own.number = own_body(machine);
    own.body = sealed.body;
    const WipeAtEnd wipe(own.body);
    TRY(machine.store().inbox.keep(inside, own));
    return {};
}

void describe_request(const Machine& machine, const seal::Opened& opened, store::Letter& letter) {
    const auto* author = std::get_if<base::PersonId>(&opened.body.author);
    const mail::Person* person = author == nullptr ? nullptr : mail::find_person(machine.roster(), *author);
    letter.kind = opened.body.kind;
    letter.claimed = opened.body.claimed_at;
    // A body asks another body for nothing in the court's name.
    if (person == nullptr || person->role == mail::Role::Partner || letter.kind != kBodyLetterKind) {
        letter.problem = "body_letter.author";
        return;
    }
    const auto read = read_body_letter(letter.id, *author, opened.body.payload);
    if (!read) {
        letter.problem = read.error().code;
        return;
    }
    letter.about = read->what == BodyLetter::What::Lead ? read->lead : read->referral;
    letter.opened = true;
    letter.body = std::string(base::as_text(opened.signed_body));
}

}  // namespace

base::Result<void> must_be_partner(const Machine& machine) {
    if (machine.is_partner()) return {};
    return base::fail("partner.role", "this is not the laptop of a partner body");
}

base::Result<std::vector<PartnerRequest>> partner_requests(Machine& machine) {
    TRY(must_be_partner(machine));
    std::vector<PartnerRequest> list;
    const std::vector<BodyLetter> all = TRY(letters(machine));
    for (const BodyLetter& letter : all) {
        if (letter.what != BodyLetter::What::Request) continue;
        if (PartnerRequest* known = find(list, letter.referral))
            known->letter = letter;
        else
            list.push_back({.letter = letter, .asked_on = letter.on, .answers = {}});
    }
    TRY(add_answers(machine, list));
    for (const BodyLetter& letter : all) {
        PartnerRequest* request = letter.what == BodyLetter::What::Revoked ? find(list, letter.referral) : nullptr;
        if (request != nullptr && !request->ended) end(*request);
    }
    return list;
}

base::Result<PartnerRequest> find_request(Machine& machine, std::string_view referral) {
    if (referral.size() < kIdPrefixMin) return base::fail("partner.short", machine.pack().words.text("partner.short"));
    std::vector<PartnerRequest> found = TRY(partner_requests(machine));
    std::erase_if(found,
                  [&](const PartnerRequest& each) { return !each.letter.referral.text().starts_with(referral); });
    if (found.empty()) return base::fail("partner.unknown", machine.pack().words.text("partner.unknown"));
    if (found.size() > 1) return base::fail("partner.ambiguous", machine.pack().words.text("partner.ambiguous"));
    return std::move(found.front());
}

base::Result<cases::FactId> answer_request(Machine& machine, std::string_view referral, const BodyAnswer& answer,
                                           base::Instant now, base::Random& random) {
    const PartnerRequest request = TRY(find_request(machine, referral));
    cases::Fact fact;
    fact.about = request.letter.about;
    fact.author = std::get<base::PersonId>(machine.author());
    fact.kind = kBodyAnswerKind;
    fact.claimed = now;
    fact.fields = {{"referral", request.letter.referral.text()}, {"answer", answer.answer}};
    if (!answer.words.empty()) fact.fields["words"] = answer.words;
    if (!answer.evidence.empty()) fact.fields["evidence"] = answer.evidence;
    if (answer.on) fact.fields["on"] = answer.on->text();
    TRY(by_the_table(machine, refused(request, fact)));
    fact.after = {request.letter.referral};
    if (!request.answers.empty()) fact.after = {*request.answers.back().id};

    const seal::Recipient to = seal::Recipient::of(TRY(seal::SealPublicKey::parse(request.letter.reply_key)));
    std::string payload = cases::write_fact(fact);
    const WipeAtEnd wipe_payload(payload);
    TRY(machine.store().chain.reserve(random));
    auto inside = TRY(machine.store().begin());
    SealedRecord sealed = TRY(
        seal_and_queue(machine, inside,
                       {.kind = fact.kind, .payload = payload, .recipient = to, .box = mail::Box::Cases}, now, random));
    const WipeAtEnd wipe_body(sealed.body);
    TRY(keep_own(machine, inside, sealed, kBodyAnswerKind, request.letter.referral, now));
    TRY(inside.commit());
    return sealed.id;
}

base::Result<base::RecordId> hand_over(Machine& machine, cases::Lead lead, base::Instant now, base::Random& random) {
    TRY(must_be_partner(machine));
    TRY(must_have_come(machine, lead.on, now));
    lead.from = own_body(machine);
    std::string payload = cases::write_lead(lead);
    const WipeAtEnd wipe_payload(payload);
    TRY(cases::read_lead({}, payload));
    TRY(machine.store().chain.reserve(random));
    auto inside = TRY(machine.store().begin());
    const seal::Recipient intake = mail::newest_intake_key(machine.roster()).recipient();
    SealedRecord sealed = TRY(seal_and_queue(
        machine, inside, {.kind = std::string(kLeadKind), .payload = payload, .recipient = intake}, now, random));
    const WipeAtEnd wipe_body(sealed.body);
    TRY(keep_own(machine, inside, sealed, kLeadKind, {}, now));
    TRY(inside.commit());
    return sealed.id;
}

base::Result<std::vector<HandedOver>> handed_over(Machine& machine) {
    TRY(must_be_partner(machine));
    std::vector<HandedOver> list;
    for (const store::Letter& kept : TRY(machine.store().inbox.bodies(kLeadKind, kLettersMax))) {
        const auto body = seal::parse_body(kept.body);
        auto lead =
            body ? cases::read_lead(kept.id, body->payload) : base::Result<cases::Lead>(tl::unexpected(body.error()));
        if (lead) list.push_back({std::move(*lead), {}});
    }
    // What was written knowing more counts, whatever comes late; of letters that knew as much, and of those of older
    // programs, the one that is further: received, told, then applied or closed.
    std::map<base::RecordId, std::uint64_t> known;
    const auto rank = [](std::string_view state) {
        return state.empty() ? 0 : state == "received" ? 1 : state == "told" ? 2 : state == "closed" ? 3 : 4;
    };
    for (const BodyLetter& letter : TRY(letters(machine)))
        for (HandedOver& each : list) {
            if (letter.what != BodyLetter::What::Lead || each.lead.id != letter.lead) continue;
            std::uint64_t& so_far = known[letter.lead];
            const bool further = letter.known == so_far && rank(letter.state) > rank(each.state);
            if (letter.known > so_far || further) each.state = letter.state;
            so_far = std::max(so_far, letter.known);
        }
    return list;
}

base::Result<store::Kept> take_body_letter(Machine& machine, const store::Transaction& inside, const Arrival& came) {
    auto letter = store_row<store::Letter>(came, TRY(seal::parse_header(came.record)));
    letter.number = own_body(machine);
    const seal::RecipientKey key = TRY(person_key(machine));
    const auto opened = seal::open(came.record, key, machine.author_keys(), machine.dictionaries());
    const WipeAtEnd wipe(letter.body);
    if (opened)
        describe_request(machine, *opened, letter);
    else
        letter.problem = opened.error().code;
    return machine.store().inbox.keep(inside, letter);
}

base::Result<std::vector<store::Letter>> letters_by_body(Machine& machine) {
    std::vector<store::Letter> all = TRY(machine.store().inbox.bodies(kBodyAnswerKind, kLettersMax));
    for (store::Letter& lead : TRY(machine.store().inbox.bodies(kLeadKind, kLettersMax)))
        all.push_back(std::move(lead));
    return all;
}

base::Result<void> reopen_body_letters(Machine& machine) {
    const seal::RecipientKey key = TRY(person_key(machine));
    for (store::Letter& letter : TRY(machine.store().inbox.unopened(kLettersMax))) {
        const auto opened = seal::open(letter.record, key, machine.author_keys(), machine.dictionaries());
        if (!opened) continue;
        letter.problem.clear();
        describe_request(machine, *opened, letter);
        const WipeAtEnd wipe(letter.body);
        auto inside = TRY(machine.store().begin());
        TRY(machine.store().inbox.opened(inside, letter));
        TRY(inside.commit());
    }
    return {};
}

}  // namespace courtyard::worker
