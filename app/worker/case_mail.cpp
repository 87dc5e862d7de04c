#include "app/worker/case_mail.hpp"

#include <algorithm>
#include <optional>

#include "app/cases/fact_json.hpp"
#include "app/worker/attachment.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_keys.hpp"
#include "app/worker/case_pictures.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/clock_watch.hpp"
#include "app/worker/late_leads.hpp"
#include "app/worker/sealing.hpp"
#include "app/worker/view_mail.hpp"
#include "app/worker/wiped.hpp"
#include "app/worker/year_report.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::worker {

namespace {

// What a fact says it is about; the fact that opens a case is about itself.
std::optional<base::RecordId> about_of(const seal::Opened& opened) {
    const auto* author = std::get_if<base::PersonId>(&opened.body.author);
    if (author == nullptr) return std::nullopt;
    const auto fact =
        cases::read_fact({opened.header.id, *author, opened.body.kind, opened.body.claimed_at}, opened.body.payload);
    if (!fact) return std::nullopt;
    return fact->about;
}

// Large, and seldom looked at: it stays sealed, as one of its case.
void describe_picture(const seal::Opened& opened, const base::RecordId& key_of, store::CaseRecord& record) {
    auto picture = read_attachment(opened.body.payload);
    if (picture) base::wipe(picture->jpeg);
    if (!picture || picture->application != key_of) {
        record.problem = picture ? "case.other" : picture.error().code;
        return;
    }
    record.about = picture->application;
    record.kind = opened.body.kind;
    record.picture = picture->digest;
    record.problem.clear();
}

void describe(const base::Result<seal::Opened>& opened, const base::RecordId& key_of, store::CaseRecord& record) {
    if (!opened) {
        record.problem = opened.error().code;
        return;
    }
    if (opened->body.kind == kCasePictureKind) return describe_picture(*opened, key_of, record);
    const auto about = about_of(*opened);
    // Sealed to the key of one case and speaking of another: nobody's word on either.
    if (!about || *about != key_of) {
        record.problem = "case.other";
        return;
    }
    record.about = about;
    record.kind = opened->body.kind;
    record.problem.clear();
    record.body = std::string(base::as_text(opened->signed_body));
    record.opened = true;
}

base::Result<void> open_closed(Machine& machine, const store::Transaction& inside, const store::CaseKey& key) {
    const seal::RecipientKey own = TRY(recipient_key(key));
    for (store::CaseRecord& record : TRY(machine.store().case_records.closed_for(key.id))) {
        const auto opened = seal::open(record.record, own, machine.author_keys(), machine.dictionaries());
        describe(opened, key.about, record);
        const WipeAtEnd wipe(record.body);
        if (record.opened) TRY(note_clock(machine, inside, record, opened->body));
        TRY(machine.store().case_records.opened(inside, record));
    }
    return {};
}

// Keys come from people of the court. Whether a key counts, the case itself says (key_given). What else is sealed to a
// person: who looked at what.
base::Result<std::optional<store::CaseKey>> key_in(Machine& machine, const store::Transaction& inside,
                                                   store::CaseRecord& record, const seal::RecipientKey& person) {
    const auto opened = seal::open(record.record, person, machine.author_keys(), machine.dictionaries());
    if (!opened) {
        record.problem = opened.error().code;
        return std::nullopt;
    }
    record.kind = opened->body.kind;
    const auto* author = std::get_if<base::PersonId>(&opened->body.author);
    const mail::Person* giver = author == nullptr ? nullptr : mail::find_person(machine.roster(), *author);
    if (giver == nullptr || giver->role == mail::Role::Partner) return std::nullopt;
    if (record.kind == kViewsKind) {
        const auto taken = take_views(machine, inside, record.id, *author, opened->body.payload);
        if (!taken && taken.error().code != "views.payload") return tl::unexpected(taken.error());
        if (!taken) record.problem = taken.error().code;
    }
    if (record.kind == kYearReportKind) {
        const auto taken =
            take_year_report(machine, inside, record.id, *author, opened->body.claimed_at, opened->body.payload);
        if (!taken && taken.error().code != "year.payload") return tl::unexpected(taken.error());
        if (!taken) record.problem = taken.error().code;
    }
    if (record.kind == kLateLeadKind) {
        const auto taken =
            take_late_lead(machine, inside, record.id, *author, opened->body.claimed_at, opened->body.payload);
        if (!taken && taken.error().code != "late_lead.payload") return tl::unexpected(taken.error());
        if (!taken) record.problem = taken.error().code;
    }
    if (record.kind != kCaseKeyKind) return std::nullopt;
    auto key = read_case_key(opened->body.payload);
    if (!key) {
        record.problem = key.error().code;
        return std::nullopt;
    }
    record.about = key->about;
    return std::optional(std::move(*key));
}

base::Result<void> use_key(Machine& machine, const store::Transaction& inside, store::CaseRecord& record,
                           const seal::RecipientKey& person) {
    auto key = TRY(key_in(machine, inside, record, person));
    if (!key) return {};
    TRY(machine.store().case_keys.put(inside, *key));
    TRY(open_closed(machine, inside, *key));
    base::wipe(key->secret);
    return {};
}

// With it come back the keys that were forgotten: only the whole case says whether this person is on it again, or the
// key was sent before its sender heard that they had left.
base::Result<void> take_key(Machine& machine, const store::Transaction& inside, store::CaseRecord& record,
                            const seal::RecipientKey& person) {
    TRY(use_key(machine, inside, record, person));
    if (!record.about) return {};
    for (store::CaseRecord& earlier : TRY(machine.store().case_records.keys_for(person.id, *record.about)))
        TRY(use_key(machine, inside, earlier, person));
    return {};
}

}  // namespace

base::Result<store::Kept> take_case_record(Machine& machine, const store::Transaction& inside, const Arrival& came) {
    const seal::Header header = TRY(seal::parse_header(came.record));
    auto letter = store_row<store::CaseRecord>(came, header);
    letter.hash = seal::record_hash(came.record);
    letter.recipient = header.recipient;
    const seal::RecipientKey person = TRY(person_key(machine));
    const WipeAtEnd wipe(letter.body);
    if (header.recipient == person.id) {
        TRY(take_key(machine, inside, letter, person));
    } else if (auto key = TRY(machine.store().case_keys.find(header.recipient))) {
        const auto opened =
            seal::open(came.record, TRY(recipient_key(*key)), machine.author_keys(), machine.dictionaries());
        describe(opened, key->about, letter);
        if (letter.opened) TRY(note_clock(machine, inside, letter, opened->body));
        base::wipe(key->secret);
    }
    return machine.store().case_records.keep(inside, letter);
}

namespace {

store::CaseRecord own_record(const base::RecordId& id, base::ByteView record, const base::KeyId& recipient,
                             std::string_view kind, base::Instant now) {
    store::CaseRecord own;
    own.id = id;
    own.hash = seal::record_hash(record);
    own.recipient = recipient;
    own.kind = kind;
    own.arrived = now;
    own.origin = store::Origin::Here;
    own.record.assign(record.begin(), record.end());
    return own;
}

}  // namespace

base::Result<void> keep_own_case_record(Machine& machine, const store::Transaction& inside, const base::RecordId& id,
                                        const base::RecordId& about, std::string_view kind, base::ByteView record,
                                        std::string_view body, base::Instant now,
                                        const std::optional<base::RecordId>& notice) {
    store::CaseRecord own = own_record(id, record, TRY(seal::parse_header(record)).recipient, kind, now);
    own.about = about;
    own.opened = true;
    own.body = body;
    own.notice = notice;
    const WipeAtEnd wipe(own.body);
    TRY(machine.store().case_records.keep(inside, own));
    return {};
}

base::Result<void> keep_own_case_picture(Machine& machine, const store::Transaction& inside, const base::RecordId& id,
                                         const base::RecordId& about, const base::Digest& picture,
                                         base::ByteView record, base::Instant now) {
    store::CaseRecord own = own_record(id, record, TRY(seal::parse_header(record)).recipient, kCasePictureKind, now);
    own.about = about;
    own.picture = picture;
    TRY(machine.store().case_records.keep(inside, own));
    return {};
}

base::Result<void> send_to_person(Machine& machine, const store::Transaction& inside, std::string_view kind,
                                  std::string& payload, const mail::Person& to, base::Instant now, base::Random& random,
                                  const std::optional<base::RecordId>& about) {
    const seal::Recipient recipient = seal::Recipient::of(to.seal_key);
    SealedRecord sealed = TRY(seal_and_queue(
        machine, inside,
        {.kind = std::string(kind), .payload = payload, .recipient = recipient, .box = mail::Box::Cases}, now, random));
    base::wipe(sealed.body);
    store::CaseRecord own = own_record(sealed.id, sealed.bytes, recipient.id, kind, now);
    own.about = about;
    TRY(machine.store().case_records.keep(inside, own));
    return {};
}

}  // namespace courtyard::worker
