#include "app/worker/letters.hpp"

#include <algorithm>
#include <map>

#include "app/flow/desk_state.hpp"
#include "app/worker/attachment.hpp"
#include "app/worker/case_rights.hpp"
#include "app/worker/court_words.hpp"
#include "app/worker/given_account.hpp"
#include "app/worker/leads.hpp"
#include "app/worker/payload.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::worker {

namespace {

constexpr std::string_view kApplication = "application";
constexpr int kReviewsMax = 100'000;
constexpr int kReopenMax = 1'000;

bool by_partner(const Machine& machine, const seal::Author& author) {
    const auto* id = std::get_if<base::PersonId>(&author);
    const mail::Person* person = id == nullptr ? nullptr : mail::find_person(machine.roster(), *id);
    return person != nullptr && person->role == mail::Role::Partner;
}

void describe(const Machine& machine, const seal::Opened& opened, store::Letter& letter) {
    letter.opened = true;
    letter.problem.clear();
    letter.kind = opened.body.kind;
    if (const auto* machine_id = std::get_if<base::MachineId>(&opened.body.author)) letter.machine = *machine_id;
    letter.claimed = opened.body.claimed_at;
    if (letter.kind == kAttachmentKind) {
        // A picture lies here sealed, as it came, and is opened when somebody looks at it.
        const auto picture = read_attachment(opened.body.payload);
        letter.body.clear();
        letter.number = picture ? picture->digest.text() : std::string{};
        if (picture) letter.about = picture->application;
        if (!picture) letter.problem = picture.error().code;
        return;
    }
    letter.body = std::string(base::as_text(opened.signed_body));
    const bool is_lead = letter.kind == kLeadKind || letter.kind == kLeadStepKind;
    if (by_partner(machine, opened.body.author) && !is_lead) {
        // A body hands people over; it applies for nobody, and says nothing in the court's name.
        letter.kind.clear();
        letter.body.clear();
        letter.opened = false;
        letter.problem = "partner.kind";
    } else if (is_lead) {
        if (const auto good = describe_lead(machine, opened, letter); !good) {
            letter.kind.clear();
            letter.body.clear();
            letter.opened = false;
            letter.problem = good.error().code;
        }
    } else if (letter.kind == kApplication) {
        const auto head = read_application_head(opened.body.payload, machine.pack().form);
        if (head) {
            letter.name = head->name;
            letter.number = head->receipt.number.text;
            letter.outcome = head->outcome;
            letter.urgent = head->urgent;
        } else {
            letter.problem = head.error().code;
        }
    } else if (letter.kind == kAccountKind) {
        if (!is_account_by_court(machine, opened.body)) {
            letter.body.clear();
            letter.problem = "account.author";
        }
    } else if (letter.kind == kAlertKind) {
        const auto alert = read_alert(opened.body.payload);
        if (!alert) letter.problem = alert.error().code;
        letter.urgent = true;
    } else if (letter.kind == kReviewKind) {
        const auto review = review_of_court(opened.body, machine.roster());
        if (!review) {
            letter.problem = review.error().code;
        } else {
            letter.about = review->application;
        }
    }
}

base::Result<Review> review_of(const Machine& machine, const store::Letter& letter) {
    const seal::Body body = TRY(seal::parse_body(letter.body));
    AnswerPayload answer = TRY(read_review(body.payload));
    Review review;
    review.id = letter.id;
    review.application = answer.application;
    review.status = answer.status;
    review.text = std::move(answer.text);
    review.papers = std::move(answer.papers);
    review.number = std::move(answer.number);
    review.claimed = letter.claimed;
    review.hub_sequence = letter.hub_sequence;
    if (const mail::Person* person = speaker_for_court(machine.roster(), body.author)) {
        review.by = person->name;
        review.person = person->id;
    }
    return review;
}

InboxEntry entry_of(const store::Letter& letter) {
    InboxEntry entry;
    entry.id = letter.id;
    entry.number = letter.number;
    entry.name = letter.name;
    entry.claimed = letter.claimed;
    entry.received = letter.received;
    entry.arrived = letter.arrived;
    entry.problem = letter.problem;
    entry.from_slip = letter.origin == store::Origin::Slip;
    entry.outcome = letter.outcome;
    entry.urgent = letter.urgent;
    return entry;
}

base::Result<store::Letter> find_application(Machine& machine, std::string_view id) {
    if (id.size() < kIdPrefixMin) {
        return base::fail("inbox.short", "give at least the first " + std::to_string(kIdPrefixMin) +
                                             " characters of the record id, or the whole receipt number");
    }
    std::string text(id);
    if (const auto number = seal::ReceiptNumber::parse(id)) text = number->text;
    auto found = TRY(machine.store().inbox.find_by_text(text));
    std::erase_if(found, [](const store::Letter& letter) { return letter.opened && letter.kind != kApplication; });
    if (found.empty())
        return base::fail(
            "inbox.unknown",
            "no application here has this id or receipt number; sync, or look at the list with: courtyardctl inbox");
    if (found.size() > 1)
        return base::fail("inbox.ambiguous", "several applications begin with this id; give more of it");
    return std::move(found.front());
}

void say_author(const Machine& machine, const seal::Author& author, ShownApplication& shown) {
    if (const auto* id = std::get_if<base::MachineId>(&author)) {
        shown.author = id->text();
        if (const mail::Machine* known = mail::find_machine(machine.roster(), *id)) {
            shown.site = known->site;
            shown.author_revoked = known->standing == mail::Standing::Revoked;
        }
        return;
    }
    const auto& id = std::get<base::PersonId>(author);
    const mail::Person* known = mail::find_person(machine.roster(), id);
    shown.author = known == nullptr ? id.text() : known->name;
    shown.author_revoked = known != nullptr && known->standing == mail::Standing::Revoked;
}

}  // namespace

base::Result<void> must_read_intake(const Machine& machine) {
    if (machine.reads_intake()) return {};
    return base::fail("inbox.role",
                      machine.is_kiosk()
                          ? "a kiosk has no inbox: it cannot open what it has filed"
                          : "this person's role has no inbox: applications are read by registrars and judges");
}

base::Result<std::vector<Review>> reviews_about(Machine& machine, const base::RecordId& id) {
    std::vector<Review> reviews;
    for (const store::Letter& letter : TRY(machine.store().inbox.about(id, kReviewKind))) {
        if (letter.kind != kReviewKind) continue;
        if (auto review = review_of(machine, letter)) reviews.push_back(std::move(*review));
    }
    return reviews;
}

base::Result<std::vector<InboxEntry>> list_inbox(Machine& machine, std::string_view name_part, int count_max) {
    TRY(must_read_intake(machine));
    store::Inbox& inbox = machine.store().inbox;
    std::map<base::RecordId, std::vector<Review>> reviews;
    for (const store::Letter& letter : TRY(inbox.bodies(kReviewKind, kReviewsMax))) {
        if (!letter.about) continue;
        if (auto review = review_of(machine, letter)) reviews[*letter.about].push_back(std::move(*review));
    }
    std::vector<InboxEntry> entries;
    for (const store::Letter& letter : TRY(inbox.list(kApplication, name_part, count_max))) {
        InboxEntry entry = entry_of(letter);
        const mail::Machine* author = letter.machine ? mail::find_machine(machine.roster(), *letter.machine) : nullptr;
        if (author != nullptr) entry.site = author->site;
        const auto about = reviews.find(letter.id);
        if (about != reviews.end()) entry.status = fold(about->second).status;
        entries.push_back(std::move(entry));
    }
    // An emergency must not lie under what came after it.
    std::stable_partition(entries.begin(), entries.end(), [](const InboxEntry& entry) {
        return entry.urgent && flow::filter_of(entry.status) != flow::InboxFilter::Ended;
    });
    // What could not be opened is shown and not dropped: somebody must look after it.
    if (name_part.empty()) {
        for (const store::Letter& letter : TRY(inbox.unopened(count_max)))
            entries.push_back(entry_of(letter));
    }
    return entries;
}

base::Result<ShownApplication> show_application(Machine& machine, std::string_view id) {
    TRY(must_read_intake(machine));
    store::Letter letter = TRY(find_application(machine, id));
    if (!letter.opened) {
        return base::fail("inbox.unopened", "this record cannot be opened here (" + letter.problem +
                                                "): the roster or an older key is missing; sync and try again");
    }
    const seal::Body body = TRY(seal::parse_body(letter.body));
    ShownApplication shown;
    shown.entry = entry_of(letter);
    shown.kind = body.kind;
    shown.pack = body.pack.name + "@" + std::to_string(body.pack.version);
    shown.sequence = body.seq;
    shown.hub_sequence = letter.hub_sequence;
    shown.payload = may_see(machine, cases::Right::Account) ? body.payload : payload_without_account(body.payload);
    shown.files = body.files;
    shown.record = std::move(letter.record);
    shown.standing = fold(TRY(reviews_about(machine, letter.id)));
    shown.entry.status = shown.standing.status;
    say_author(machine, body.author, shown);
    return shown;
}

base::Result<seal::Opened> open_letter(const Machine& machine, base::ByteView record) {
    const seal::Header header = TRY(seal::parse_header(record));
    for (const seal::RecipientKey& key : machine.intake_keys()) {
        if (key.id == header.recipient) return seal::open(record, key, machine.author_keys(), machine.dictionaries());
    }
    return base::fail("record.recipient", "the record is sealed to a key that this laptop does not hold");
}

base::Result<store::Kept> take_letter(Machine& machine, const store::Transaction& inside, const Arrival& came) {
    auto letter = store_row<store::Letter>(came, TRY(seal::parse_header(came.record)));
    const auto opened = open_letter(machine, came.record);
    if (opened) {
        describe(machine, *opened, letter);
    } else {
        letter.problem = opened.error().code;
    }
    return machine.store().inbox.keep(inside, letter);
}

base::Result<std::size_t> reopen_letters(Machine& machine) {
    auto letters = TRY(machine.store().inbox.unopened(kReopenMax));
    std::size_t count = 0;
    for (store::Letter& letter : letters) {
        const auto opened = open_letter(machine, letter.record);
        if (!opened) continue;
        describe(machine, *opened, letter);
        auto transaction = TRY(machine.store().begin());
        TRY(machine.store().inbox.opened(transaction, letter));
        TRY(transaction.commit());
        ++count;
    }
    return count;
}

}  // namespace courtyard::worker
