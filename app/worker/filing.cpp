#include "app/worker/filing.hpp"

#include <algorithm>
#include <utility>

#include "app/pack/application_json.hpp"
#include "app/pack/filing_json.hpp"
#include "app/pack/screening_json.hpp"
#include "app/worker/payload.hpp"
#include "app/worker/sealing.hpp"
#include "app/worker/wiped.hpp"
#include "sync/seal/hash.hpp"

namespace courtyard::worker {

namespace {

// The answers and what follows from them, as the person saw it.
std::string screening_json(const pack::Pack& pack, const domain::ScreeningAnswers& answers) {
    return "{\"answers\":" + pack::write_screening_answers(answers) +
           ",\"result\":" + pack::write_screening(domain::screen(pack.screening, answers)) + "}";
}

// A kiosk whose clock fell back would find every birth date in the future; no true date lies before the time floor.
base::Result<domain::Date> today(Machine& machine, base::Instant now) {
    return domain::Date::in_china(std::max(now, TRY(machine.time_floor())));
}

// Errors and warnings apart, each in the order of the form.
struct Judged {
    std::vector<domain::Problem> errors, warnings;
};

Judged judge(const pack::Pack& pack, const domain::Application& application, domain::Date today) {
    Judged judged;
    for (domain::Problem& problem : domain::check(pack.form, application, {today, &pack.areas, std::nullopt})) {
        auto& kind = problem.severity == domain::Severity::Error ? judged.errors : judged.warnings;
        kind.push_back(std::move(problem));
    }
    return judged;
}

// The first few in one line: the one that caused the others need not be the first of the form.
base::Result<void> must_be_sound(const pack::Pack& pack, const std::vector<domain::Problem>& problems) {
    constexpr std::size_t kNamedMax = 5;
    if (problems.empty()) return {};
    std::string says;
    for (std::size_t i = 0; i < problems.size() && i < kNamedMax; ++i) {
        says += (i == 0 ? "" : "; ") + pack::sentence(pack, problems[i]);
    }
    if (problems.size() > kNamedMax) says += "; and " + std::to_string(problems.size() - kNamedMax) + " more";
    return base::fail("application.problem", std::move(says));
}

// Each picture is a record of its own, after the application in the author's chain.
base::Result<void> attach(Machine& machine, const store::Transaction& inside, std::span<const Attachment> attachments,
                          const base::RecordId& application, base::Instant now, base::Random& random) {
    const seal::Recipient recipient = mail::newest_intake_key(machine.roster()).recipient();
    for (const Attachment& attachment : attachments) {
        std::string text;
        const WipeAtEnd wipe_text(text);
        write_attachment(attachment, application, text);
        // The smaller of the two classes hides whether it is a card or a page.
        SealedRecord sealed = TRY(seal_and_queue(machine, inside,
                                                 {.kind = std::string(kAttachmentKind),
                                                  .payload = text,
                                                  .recipient = recipient,
                                                  .smallest = seal::SizeClass::K64},
                                                 now, random));
        base::wipe(sealed.body);
    }
    return {};
}

}  // namespace

base::Result<void> prepare_filing(Machine& machine, base::Random& random) {
    TRY(machine.store().chain.reserve(random, store::Chain::kReserveBatch / 2));
    return machine.store().database().rest();
}

base::Result<std::vector<domain::Problem>> may_file(Machine& machine, const Submission& submission, base::Instant now) {
    const domain::Date date = TRY(today(machine, now));
    Judged judged = judge(machine.pack(), submission.application, date);
    TRY(must_be_sound(machine.pack(), judged.errors));
    return std::move(judged.warnings);
}

std::size_t papers_given(const domain::FormDefinition& form, const domain::Application& application) {
    std::size_t count = 0;
    for (const domain::Field& field : form.fields) {
        const domain::Answer* answer = field.type == domain::FieldType::Papers ? application.find(field.code) : nullptr;
        const domain::Field* state = field.column_of_role("state");
        if (answer == nullptr || answer->rows() == nullptr || state == nullptr) continue;
        for (const domain::Row& row : *answer->rows()) {
            const auto found = row.find(state->code);
            const domain::Option* said = found == row.end() ? nullptr : state->option(found->second);
            if (said != nullptr && said->kind == "given") ++count;
        }
    }
    return count;
}

base::Result<Receipt> file(Machine& machine, const Submission& submission, base::Instant now, base::Random& random) {
    return file(machine, submission, {}, now, random);
}

base::Result<Receipt> file(Machine& machine, const Submission& submission, std::span<const Attachment> attachments,
                           base::Instant now, base::Random& random) {
    const pack::Pack& pack = machine.pack();
    const domain::Date date = TRY(today(machine, now));
    TRY(must_be_sound(pack, judge(pack, submission.application, date).errors));
    TRY(may_attach(machine, submission.application, attachments));
    TRY(machine.store().chain.reserve(random, static_cast<int>(1 + attachments.size())));

    domain::Application normal = domain::normal(pack.form, submission.application, date);
    const std::size_t papers = papers_given(pack.form, normal);
    std::string answers = pack::write_application(pack.form, normal);
    const WipeAtEnd wipe_answers(answers);
    domain::wipe(normal);
    std::string screening = submission.screening ? screening_json(pack, *submission.screening) : std::string{};
    const WipeAtEnd wipe_screening(screening);

    seal::ReceiptSecret secret = seal::ReceiptSecret::make(random);
    ApplicationPayload payload{pack.form.id,     std::move(answers),      std::move(screening),
                               secret.address(), submission.helper_typed, submission.confirmed_alone};
    const WipeAtEnd wipe_moved_answers(payload.answers_json);
    const WipeAtEnd wipe_moved_screening(payload.screening_json);

    store::Store& store = machine.store();
    auto transaction = TRY(store.begin());
    std::string text;
    const WipeAtEnd wipe_text(text);
    write_payload(payload, text);
    const seal::Recipient recipient = mail::newest_intake_key(machine.roster()).recipient();
    std::vector<base::Digest> files;
    for (const Attachment& attachment : attachments)
        files.push_back(seal::sha256(attachment.jpeg));
    SealedRecord sealed = TRY(
        seal_and_queue(machine, transaction,
                       {.kind = "application", .payload = text, .recipient = recipient, .files = files}, now, random));
    base::wipe(sealed.body);
    TRY(attach(machine, transaction, attachments, sealed.id, now, random));
    store::Committed proof = TRY(transaction.commit());
    return Receipt(std::move(proof), std::move(secret), sealed.id, std::move(sealed.bytes), now, papers,
                   attachments.size());
}

base::Result<Submission> parse_submission(const pack::Pack& pack, std::string_view json) {
    return pack::parse_filing(pack.form, json);
}

void wipe(Submission& submission) noexcept {
    domain::wipe(submission.application);
    submission.screening.reset();
    submission.helper_typed.clear();
}

}  // namespace courtyard::worker
