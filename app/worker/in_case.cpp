#include "app/worker/in_case.hpp"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "app/worker/attachment.hpp"
#include "app/worker/case_keys.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/court_words.hpp"
#include "app/worker/given_account.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/own_letter.hpp"
#include "app/worker/sealing.hpp"
#include "app/worker/wiped.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::worker {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kApplication = "application";
constexpr int kLettersMax = 1'000'000;
// How many applications the intake was read from its beginning for.
constexpr std::string_view kFetchedAgain = "intake_fetched_again";
// seal::wrap takes so much at once, and adds so much.
constexpr std::size_t kPiece = 4'096, kWrapAdds = 48;

std::string purpose(const seal::RecordHash& hash, std::size_t at, std::size_t count) {
    return "courtyard/1/withheld " + hash.text() + " " + std::to_string(at) + "/" + std::to_string(count);
}

base::Result<base::Bytes> wrapped(base::ByteView record, const seal::SealPublicKey& to, base::Random& random) {
    const seal::RecordHash hash = seal::record_hash(record);
    const std::size_t count = (record.size() + kPiece - 1) / kPiece;
    base::Bytes out;
    out.reserve(record.size() + count * kWrapAdds);
    for (std::size_t i = 0; i < count; ++i) {
        const base::ByteView piece = record.subspan(i * kPiece, std::min(kPiece, record.size() - i * kPiece));
        const base::Bytes one = TRY(seal::wrap(piece, to, purpose(hash, i, count), random));
        out.insert(out.end(), one.begin(), one.end());
    }
    return out;
}

base::Result<base::Bytes> unwrapped(base::ByteView from, const seal::SealSecretKey& key, const seal::RecordHash& hash) {
    constexpr std::size_t kStep = kPiece + kWrapAdds;
    const std::size_t count = (from.size() + kStep - 1) / kStep;
    base::Bytes record;
    record.reserve(from.size());
    for (std::size_t i = 0; i < count; ++i) {
        const base::ByteView piece = from.subspan(i * kStep, std::min(kStep, from.size() - i * kStep));
        const seal::SecretBytes one = TRY(seal::unwrap(piece, key, purpose(hash, i, count)));
        const base::ByteView plain = one.view();
        record.insert(record.end(), plain.begin(), plain.end());
    }
    if (seal::record_hash(record) != hash)
        return base::fail("wrap.open", "what lies here wrapped is not the record that came");
    return record;
}

// Of an account that was told: its case, and a key of that, where its writer's program named one.
struct ToldIn {
    std::optional<cases::CaseId> about;
    std::optional<seal::SealPublicKey> key;
};
ToldIn told_in(const store::Letter& account) {
    ToldIn told;
    auto body = seal::parse_body(account.body);
    if (!body) return told;
    const WipeAtEnd wipe(body->payload);
    Json json = Json::parse(body->payload, nullptr, false);
    if (!json.is_object()) return told;
    const auto text = [&json](const char* name) {
        const auto found = json.find(name);
        return found != json.end() && found->is_string() ? found->get<std::string>() : std::string{};
    };
    if (const auto about = base::RecordId::parse(text("case"))) told.about = *about;
    if (const auto key = seal::SealPublicKey::parse(text("key"))) told.key = *key;
    if (const auto number = json.find("number"); number != json.end() && number->is_string())
        base::wipe(number->get_ref<std::string&>());
    return told;
}

// One letter, and what goes with it, in one transaction of the caller's.
base::Result<void> close_letter(Machine& machine, const store::Transaction& inside, const base::RecordId& id,
                                const seal::SealPublicKey& key) {
    auto letter = TRY(machine.store().inbox.find(id));
    if (!letter || !letter->opened) return {};
    const WipeAtEnd wipe(letter->body);
    const base::Bytes closed = TRY(wrapped(letter->record, key, machine.random()));
    return machine.store().withheld.withhold(inside, *letter, seal::key_id(key), closed);
}

// Its pictures are those that speak of it, and those that it names: it may have been filed anew.
base::Result<void> close_application(Machine& machine, const base::RecordId& id, const seal::SealPublicKey& key) {
    store::Inbox& inbox = machine.store().inbox;
    std::set<base::RecordId> pictures;
    for (const store::Letter& each : TRY(inbox.about(id, kAttachmentKind)))
        pictures.insert(each.id);
    auto letter = TRY(inbox.find(id));
    if (!letter) return {};
    const WipeAtEnd wipe(letter->body);
    if (auto body = seal::parse_body(letter->body)) {
        const WipeAtEnd wipe_payload(body->payload);
        for (const base::Digest& file : body->files)
            for (const store::Letter& each : TRY(inbox.with_number(kAttachmentKind, file.text())))
                pictures.insert(each.id);
    }
    auto inside = TRY(machine.store().begin());
    TRY(close_letter(machine, inside, id, key));
    for (const base::RecordId& picture : pictures)
        TRY(close_letter(machine, inside, picture, key));
    TRY(inside.commit());
    return {};
}

base::Result<void> close_accounts(Machine& machine, const TakenUp& taken) {
    for (store::Letter& account : TRY(machine.store().inbox.bodies(kAccountKind, kLettersMax))) {
        const WipeAtEnd wipe(account.body);
        const ToldIn told = told_in(account);
        if (!told.about || !taken.is_others(*told.about)) continue;
        const auto key = told.key ? told.key : TRY(taken.key_of_others(machine, *told.about));
        if (!key) continue;
        auto inside = TRY(machine.store().begin());
        TRY(close_letter(machine, inside, account.id, *key));
        TRY(inside.commit());
    }
    return {};
}

base::Result<void> close_late_pictures(Machine& machine) {
    const auto late = TRY(machine.store().withheld.late_attachments());
    if (late.empty()) return {};
    const TakenUp taken = TRY(TakenUp::of(machine));
    for (const base::RecordId& id : late) {
        const auto picture = TRY(machine.store().inbox.find(id));
        const auto whole = picture && picture->about ? TRY(machine.store().inbox.find(*picture->about)) : std::nullopt;
        if (!whole) continue;
        const auto key = TRY(taken.key_of_others(machine, whole->id, whole->number));
        if (!key) continue;
        auto inside = TRY(machine.store().begin());
        TRY(close_letter(machine, inside, id, *key));
        TRY(inside.commit());
    }
    return {};
}

// What was wrapped to a key that is here now.
base::Result<void> open_again(Machine& machine) {
    for (const store::WithheldLetters::Row& row : TRY(machine.store().withheld.all())) {
        auto key = TRY(machine.store().case_keys.find(row.key));
        if (!key) continue;
        const seal::RecipientKey own = TRY(recipient_key(*key));
        base::wipe(key->secret);
        auto letter = TRY(machine.store().inbox.find(row.id));
        if (!letter) continue;
        auto record = unwrapped(letter->record, own.key, row.hash);
        if (!record) continue;
        letter->record = std::move(*record);
        letter->kind.clear();
        const auto about = letter->about;
        read_letter(machine, *letter);
        if (about) letter->about = about;  // as it lay here: of what was filed anew it is the fresh one
        const WipeAtEnd wipe(letter->body);
        auto inside = TRY(machine.store().begin());
        TRY(machine.store().withheld.give_back(inside, *letter));
        TRY(inside.commit());
    }
    return {};
}

}  // namespace

std::string write_in_case(const InCase& said) {
    return Json{{"application", said.application.text()},
                {"receipt", said.receipt},
                {"case", said.about.text()},
                {"key", said.key.text()}}
        .dump();
}

base::Result<InCase> read_in_case(std::string_view payload) {
    const Json json = Json::parse(payload, nullptr, false);
    const auto text = [&json](const char* name) {
        const auto found = json.is_object() ? json.find(name) : json.end();
        return found != json.end() && found->is_string() ? found->get<std::string>() : std::string{};
    };
    const auto application = base::RecordId::parse(text("application"));
    const auto about = base::RecordId::parse(text("case"));
    const auto key = seal::SealPublicKey::parse(text("key"));
    if (!application || !about || !key)
        return base::fail("payload.in_case", "the record does not say which case stands on which application");
    return InCase{*application, text("receipt"), *about, *key};
}

base::Result<base::RecordId> tell_in_case(Machine& machine, const store::Transaction& inside, const InCase& said,
                                          base::Instant now, base::Random& random) {
    std::string payload = write_in_case(said);
    const seal::Recipient intake = mail::newest_intake_key(machine.roster()).recipient();
    SealedRecord sealed = TRY(seal_and_queue(
        machine, inside, {.kind = std::string(kInCaseKind), .payload = payload, .recipient = intake}, now, random));
    store::Letter own = own_letter(sealed.id, kInCaseKind, std::move(sealed.bytes), now);
    own.about = said.application;
    own.name = said.receipt;
    own.number = said.about.text();
    own.body = std::move(sealed.body);
    TRY(machine.store().inbox.keep(inside, own));
    return sealed.id;
}

void describe_in_case(const Machine& machine, const seal::Body& body, store::Letter& letter) {
    const auto said = read_in_case(body.payload);
    if (!said) {
        letter.problem = said.error().code;
    } else if (speaker_for_court(machine.roster(), body.author) == nullptr) {
        letter.problem = "in_case.author";
    } else {
        letter.about = said->application;
        letter.name = said->receipt;
        letter.number = said->about.text();
    }
}

namespace {

base::Result<bool> is_told(Machine& machine, const cases::AidCase& aid_case) {
    const auto told = TRY(machine.store().inbox.about(*aid_case.application, kInCaseKind));
    return std::any_of(told.begin(), told.end(), [&](const store::Letter& each) {
        return each.problem.empty() && each.number == aid_case.id.text();
    });
}

// A key of the case that lies here: the newest.
base::Result<std::optional<seal::SealPublicKey>> own_key(Machine& machine, const cases::CaseId& about) {
    const auto keys = TRY(machine.store().case_keys.of_case(about));
    if (keys.empty()) return std::optional<seal::SealPublicKey>{};
    return std::optional(TRY(recipient_key(keys.back())).key.public_key());
}

}  // namespace

base::Result<bool> has_to_tell_in_case(Machine& machine, const cases::AidCase& aid_case) {
    const cases::Entry* opening = aid_case.entry(aid_case.id);
    if (!aid_case.application || opening == nullptr || !machine.reads_intake()) return false;
    const auto self = std::get<base::PersonId>(machine.author());
    const cases::Members& members = aid_case.members;
    if (!members.has(self)) return false;
    const bool is_own = opening->author == self;
    const auto offices = offices_of(machine);
    const auto opened_by = offices(opening->author);
    const bool is_there =
        members.has(opening->author) && (opened_by == cases::Role::Registrar || opened_by == cases::Role::Judge);
    if (!is_own && (is_there || members.seats.at(self).as != "registrar")) return false;
    return !TRY(is_told(machine, aid_case));
}

base::Result<void> tell_in_case_late(Machine& machine, const cases::AidCase& aid_case, base::Instant now,
                                     base::Random& random) {
    const auto key = TRY(own_key(machine, aid_case.id));
    if (!key || !aid_case.application) return {};
    TRY(machine.store().chain.reserve(random));
    auto inside = TRY(machine.store().begin());
    TRY(tell_in_case(machine, inside, {*aid_case.application, aid_case.receipt, aid_case.id, *key}, now, random));
    TRY(inside.commit());
    return {};
}

base::Result<void> note_left_case(Machine& machine, const store::Transaction& inside, const cases::AidCase& aid_case) {
    const auto key = TRY(own_key(machine, aid_case.id));
    if (!key || !machine.reads_intake()) return {};
    const auto self = std::get<base::PersonId>(machine.author());
    return machine.store().withheld.has_left(
        inside, {aid_case.id, aid_case.application, aid_case.receipt,
                 base::Bytes(key->view().begin(), key->view().end()), aid_case.members.in_conflict.contains(self)});
}

base::Result<TakenUp> TakenUp::of(Machine& machine) {
    TakenUp taken;
    taken.is_judge_ = own_role(machine) == cases::Role::Judge;
    const auto held = TRY(machine.store().case_keys.cases());
    taken.here_.insert(held.begin(), held.end());
    const std::set<cases::CaseId>& here = taken.here_;
    const auto add = [&taken](Stands stands, const std::optional<base::RecordId>& application,
                              const std::string& receipt) {
        const std::size_t place = taken.all_.size();
        if (application) taken.by_application_.emplace(*application, place);
        if (application && !receipt.empty()) taken.by_receipt_.emplace(receipt, place);
        taken.by_case_.emplace(stands.about, place);
        taken.all_.push_back(std::move(stands));
    };
    for (const store::Letter& letter : TRY(machine.store().inbox.list(kInCaseKind, {}, kLettersMax))) {
        const auto about = base::RecordId::parse(letter.number);
        if (!letter.problem.empty() || !letter.about || !about) continue;
        add({*about, letter.id, {}, here.contains(*about), false}, letter.about, letter.name);
    }
    for (store::LeftCase& left : TRY(machine.store().withheld.left_cases())) {
        taken.has_conflict_ |= left.in_conflict && !here.contains(left.id);
        add({left.id, std::nullopt, std::move(left.key), here.contains(left.id), left.in_conflict}, left.application,
            left.receipt);
    }
    return taken;
}

std::vector<const TakenUp::Stands*> TakenUp::on(const base::RecordId& application, std::string_view receipt) const {
    std::set<std::size_t> places;
    const auto [first, last] = by_application_.equal_range(application);
    for (auto each = first; each != last; ++each)
        places.insert(each->second);
    const auto [from, to] = by_receipt_.equal_range(receipt);
    for (auto each = from; each != to; ++each)
        places.insert(each->second);
    std::vector<const Stands*> found;
    for (const std::size_t place : places)
        found.push_back(&all_[place]);
    return found;
}

bool TakenUp::is_others(const std::vector<const Stands*>& stands) const {
    if (stands.empty()) return false;
    if (std::any_of(stands.begin(), stands.end(), [](const Stands* each) { return each->is_here; })) return false;
    return is_judge_ || std::any_of(stands.begin(), stands.end(), [](const Stands* each) { return each->in_conflict; });
}

std::optional<cases::CaseId> TakenUp::case_on(const base::RecordId& application, std::string_view receipt) const {
    const auto stands = on(application, receipt);
    return stands.empty() ? std::optional<cases::CaseId>{} : std::optional(stands.front()->about);
}

bool TakenUp::is_others(const base::RecordId& application, std::string_view receipt) const {
    return is_others(on(application, receipt));
}

bool TakenUp::is_others(const cases::CaseId& about) const {
    if (here_.contains(about)) return false;
    const auto [first, last] = by_case_.equal_range(about);
    return is_judge_ || std::any_of(first, last, [this](const auto& each) { return all_[each.second].in_conflict; });
}

base::Result<std::optional<seal::SealPublicKey>> TakenUp::key_in(Machine& machine, const Stands& stands) {
    if (!stands.letter) return std::optional(TRY(seal::SealPublicKey::from(stands.key)));
    const auto letter = TRY(machine.store().inbox.find(*stands.letter));
    if (!letter) return std::optional<seal::SealPublicKey>{};
    const seal::Body body = TRY(seal::parse_body(letter->body));
    return std::optional(TRY(read_in_case(body.payload)).key);
}

base::Result<std::optional<seal::SealPublicKey>> TakenUp::key_of_others(Machine& machine,
                                                                        const base::RecordId& application,
                                                                        std::string_view receipt) const {
    for (const Stands* each : on(application, receipt))
        if (auto key = TRY(key_in(machine, *each))) return key;
    return std::optional<seal::SealPublicKey>{};
}

base::Result<std::optional<seal::SealPublicKey>> TakenUp::key_of_others(Machine& machine,
                                                                        const cases::CaseId& about) const {
    const auto [first, last] = by_case_.equal_range(about);
    for (auto each = first; each != last; ++each)
        if (auto key = TRY(key_in(machine, all_[each->second]))) return key;
    return std::optional<seal::SealPublicKey>{};
}

base::Result<void> TakenUp::must_be_for_us(const store::Letter& application) const {
    if (!is_others(application.id, application.number)) {
        if (!store::is_withheld(application)) return {};
        return base::fail("inbox.unopened", "this application has to come from the hub once more: sync, and it opens");
    }
    return base::fail(kOthersCase,
                      "a case stands on this application, and you are not on that case: this laptop shows and keeps "
                      "nothing else of it. Whoever is on the case has it; ask the registrar");
}

base::Result<bool> is_on_case_of(Machine& machine, const base::RecordId& application) {
    for (const store::Letter& said : TRY(machine.store().inbox.about(application, kInCaseKind))) {
        const auto about = base::RecordId::parse(said.number);
        if (said.problem.empty() && about && !TRY(machine.store().case_keys.of_case(*about)).empty()) return true;
    }
    return false;
}

namespace {

// Once for as many as there are: what the hub does not have comes by no asking.
base::Result<void> fetch_again(Machine& machine, std::int64_t stuck) {
    store::Moments& moments = machine.store().moments;
    const std::int64_t asked = TRY(moments.value(kFetchedAgain)).value_or(0);
    if (stuck == asked) return {};
    auto inside = TRY(machine.store().begin());
    if (stuck > asked) {
        const std::string mailbox = machine.mailbox(mail::Box::Intake).text();
        const mail::Cursor cursor = TRY(machine.store().cursors.at(mailbox));
        TRY(machine.store().cursors.move(inside, mailbox, {cursor.generation, 0}));
    }
    TRY(moments.set(kFetchedAgain, stuck));
    TRY(inside.commit());
    return {};
}

}  // namespace

base::Result<void> withhold_others(Machine& machine) {
    if (!machine.reads_intake()) return {};
    TRY(open_again(machine));
    const TakenUp taken = TRY(TakenUp::of(machine));
    const std::vector<store::Letter> letters = TRY(machine.store().inbox.list(kApplication, {}, kLettersMax));
    const auto stuck = std::count_if(letters.begin(), letters.end(), [&taken](const store::Letter& letter) {
        return store::is_withheld(letter) && !taken.is_others(letter.id, letter.number);
    });
    TRY(fetch_again(machine, stuck));
    if (!taken.may_withhold()) return {};
    for (const store::Letter& letter : letters) {
        if (!letter.opened || !taken.is_others(letter.id, letter.number)) continue;
        const auto key = TRY(taken.key_of_others(machine, letter.id, letter.number));
        if (key) TRY(close_application(machine, letter.id, *key));
    }
    TRY(close_late_pictures(machine));
    return close_accounts(machine, taken);
}

}  // namespace courtyard::worker
