#include "app/worker/body_mail.hpp"

#include <algorithm>

#include "app/cases/refer.hpp"
#include "app/printing/court_values.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_keys.hpp"
#include "app/worker/case_reader.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/own_letter.hpp"
#include "app/worker/sealing.hpp"
#include "app/worker/wiped.hpp"

namespace courtyard::worker {

namespace {

using cases::Referral;

constexpr std::string_view kLetterReader = "body letters";
constexpr int kBodyLettersMax = 10'000;

// What is to be written to one body because of one referral.
struct Due {
    const Referral* referral = nullptr;
    const mail::Person* partner = nullptr;
    BodyLetter::What what = BodyLetter::What::Request;
};

class Writing {
public:
    Writing(Machine& machine, base::Instant now, base::Random& random)
        : machine_(machine), now_(now), random_(random), self_(std::get<base::PersonId>(machine.author())) {}

    bool has_due(const cases::AidCase& folded) const { return next(folded).has_value(); }

    // One letter after the other: each fact comes after the one before it.
    base::Result<std::size_t> run(const cases::CaseId& about) {
        std::size_t made = 0;
        while (true) {
            const std::vector<cases::Fact> facts = TRY(facts_of(machine_, about));
            const cases::AidCase folded = fold_here(machine_, about, facts);
            const auto due = next(folded);
            if (!due) return made;
            const auto reply = sealing_key(machine_, folded);
            if (!reply) return made;
            TRY(send(folded, facts, *due, *reply));
            ++made;
        }
    }

private:
    std::optional<Due> next(const cases::AidCase& folded) const {
        if (!folded.members.has(self_)) return std::nullopt;
        for (const Referral& each : folded.care.referrals) {
            if (!each.partner) continue;
            const mail::Person* partner = mail::find_person(machine_.roster(), *each.partner);
            if (partner == nullptr || partner->role != mail::Role::Partner ||
                partner->standing != mail::Standing::Active || partner->body != each.body)
                continue;
            if (is_due(folded, each)) return Due{&each, partner, BodyLetter::What::Request};
            const auto by = each.owes_word() ? each.called_off_by() : std::nullopt;
            if (by && is_mine(folded, *by)) return Due{&each, partner, BodyLetter::What::Revoked};
        }
        return std::nullopt;
    }

    bool is_due(const cases::AidCase& folded, const Referral& each) const {
        return !each.double_of && each.state == Referral::State::Sent && !each.letter &&
               folded.care.may_tell(each.body) && is_mine(folded, each.by);
    }

    bool is_mine(const cases::AidCase& folded, const cases::FactId& fact) const {
        const cases::Entry* entry = folded.entry(fact);
        return entry != nullptr && entry->author == self_;
    }

    BodyLetter letter_of(const cases::AidCase& folded, const std::vector<cases::Fact>& facts, const Due& due,
                         const seal::Recipient& reply) const {
        const Referral& referral = *due.referral;
        BodyLetter letter;
        letter.what = due.what;
        letter.court = machine_.config().court_name;
        letter.on = domain::Date::in_china(now_);
        letter.about = folded.id;
        letter.referral = referral.by;
        if (due.what == BodyLetter::What::Revoked) return letter;
        const domain::Door* door = machine_.pack().doors.door(referral.item);
        letter.reply_key = reply.key.text();
        letter.item = referral.item;
        letter.title = door == nullptr ? referral.item : door->title;
        letter.asks = referral.asks;
        letter.answer_by = referral.answer_by;
        letter.told = told(folded, facts, referral);
        return letter;
    }

    // Whoever may not simply be called or visited: the body is asked to turn to the court first.
    bool needs_care(const cases::AidCase& folded, const domain::Application& answers) const {
        const domain::ContactWords& words = machine_.pack().revisit.contact;
        const auto contact = domain::filled_up(folded.contact, domain::contact_of(answers, words));
        return machine_.pack().words.has("court.careful") && domain::is_guarded(contact, words);
    }

    // What the act named, and of that what no rule forbids now.
    std::vector<std::string> told(const cases::AidCase& folded, const std::vector<cases::Fact>& facts,
                                  const Referral& referral) const {
        domain::Application answers = printing::answers_of(machine_.pack(), facts);
        printing::add_told_document(machine_.pack(), folded, facts, answers);
        printing::add_acting(machine_.pack(), folded, answers);
        printing::add_fellows(machine_.pack(), folded, answers);
        const auto nobody = [](const base::PersonId&) { return std::string(); };
        const printing::CourtDesk desk{
            machine_.pack(), folded, facts, answers, nobody, domain::Date::in_china(now_), {}};
        std::vector<std::string> told;
        for (const std::string& code : referral.shared)
            if (!cases::may_share(machine_.pack().doors, machine_.pack().revisit.contact, folded, referral.item,
                                  referral.body, std::vector{code}))
                told.push_back(printing::told_answer(desk, code));
        if (needs_care(folded, answers)) told.push_back(machine_.pack().words.text("court.careful"));
        domain::wipe(answers);
        return told;
    }

    base::Result<void> send(const cases::AidCase& folded, const std::vector<cases::Fact>& facts, const Due& due,
                            const seal::Recipient& reply) {
        constexpr int kRecords = 2;  // the letter, and the fact that says so
        TRY(machine_.store().chain.reserve(random_, kRecords));
        BodyLetter letter = letter_of(folded, facts, due, reply);
        auto inside = TRY(machine_.store().begin());
        const base::RecordId id = TRY(send_body_letter(machine_, inside, *due.partner, letter, now_, random_));
        for (std::string& each : letter.told)
            base::wipe(each);
        base::wipe(letter.asks);
        const std::string referral = due.referral->by.text();
        if (due.what == BodyLetter::What::Request)
            TRY(say_in_case(machine_, inside, folded, "letter_sent",
                            {{"referral", referral}, {"partner", due.partner->id.text()}, {"letter", id.text()}}, now_,
                            random_));
        else
            TRY(say_in_case(machine_, inside, folded, "referral_told",
                            {{"referral", referral}, {"how", std::string("electronic")}}, now_, random_));
        TRY(inside.commit());
        return {};
    }

    Machine& machine_;
    base::Instant now_;
    base::Random& random_;
    base::PersonId self_;
};

}  // namespace

base::Result<std::size_t> write_body_letters(Machine& machine, base::Instant now, base::Random& random) {
    if (machine.is_kiosk() || machine.is_partner()) return std::size_t{0};
    std::size_t made = 0;
    Writing writing(machine, now, random);
    std::vector<cases::CaseId> due;
    const UnseenCases unseen = TRY(unseen_cases(machine, kLetterReader));
    TRY(read_cases(machine, unseen.cases, [&](const KnownCase& each, cases::AidCase&& folded) {
        if (writing.has_due(folded)) due.push_back(each.id);
    }));
    for (const cases::CaseId& each : due)
        made += TRY(writing.run(each));
    TRY(have_seen(machine, kLetterReader, unseen));
    return made;
}

base::Result<base::RecordId> send_body_letter(Machine& machine, const store::Transaction& inside,
                                              const mail::Person& partner, const BodyLetter& letter, base::Instant now,
                                              base::Random& random) {
    std::string payload = write_body_letter(letter);
    const WipeAtEnd wipe_payload(payload);
    SealedRecord sealed = TRY(seal_and_queue(machine, inside,
                                             {.kind = std::string(kBodyLetterKind),
                                              .payload = payload,
                                              .recipient = seal::Recipient::of(partner.seal_key),
                                              .box = mail::Box::Body,
                                              .body = partner.body},
                                             now, random));
    base::wipe(sealed.body);
    store::Letter own = own_letter(sealed.id, kBodyLetterKind, std::move(sealed.bytes), now);
    own.about = letter.what == BodyLetter::What::Lead ? letter.lead : letter.referral;
    own.number = partner.body;
    TRY(machine.store().inbox.keep(inside, own));
    return own.id;
}

base::Result<std::vector<store::Letter>> letters_to(Machine& machine, std::string_view body) {
    std::vector<store::Letter> all = TRY(machine.store().inbox.bodies(kBodyLetterKind, kBodyLettersMax));
    std::erase_if(all, [body](const store::Letter& each) { return each.number != body; });
    return all;
}

}  // namespace courtyard::worker
