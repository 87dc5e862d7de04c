#include "app/worker/answering.hpp"

#include <algorithm>
#include <utility>

#include "app/domain/case_number.hpp"
#include "app/domain/date.hpp"
#include "app/domain/text.hpp"
#include "app/flow/desk_state.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/own_letter.hpp"
#include "app/worker/payload.hpp"
#include "app/worker/sealing.hpp"
#include "app/worker/wiped.hpp"

namespace courtyard::worker {

namespace {

using ReviewState = domain::ApplicationStatus;

constexpr std::size_t kPaperCharsMax = 200;
constexpr std::string_view kNoticeKind = "notice";

bool is_text(std::string_view text, std::size_t chars_max, domain::Lines lines) {
    const auto points = domain::code_points(text);
    return points && points->size() <= chars_max && domain::is_plain(*points, lines);
}

base::Result<void> check_text(const AnswerRequest& request) {
    if (!is_text(request.text, kAnswerTextMax, domain::Lines::Many)) {
        return base::fail("answer.text",
                          "--text must be plain UTF-8 of at most " + std::to_string(kAnswerTextMax) + " characters");
    }
    if (request.status == ReviewState::NotFiled && domain::trim(request.text).empty()) {
        return base::fail("answer.text",
                          "not filed needs the reasons, in words for the applicant: give them with --text");
    }
    return {};
}

base::Result<std::vector<std::string>> checked_papers(const AnswerRequest& request) {
    if (request.status != ReviewState::NeedMore && !request.papers.empty())
        return base::fail("answer.papers",
                          "papers are asked for with needs_more only; what else is to be said is --text");
    if (request.status == ReviewState::NeedMore && request.papers.empty())
        return base::fail("answer.papers", "more papers needed: say which, each with --papers");
    if (request.papers.size() > kAnswerPapersMax)
        return base::fail("answer.papers",
                          "at most " + std::to_string(kAnswerPapersMax) + " papers can be asked for at once");
    std::vector<std::string> papers;
    for (const std::string& paper : request.papers) {
        const std::string_view name = domain::trim(paper);
        const std::string which = "paper " + std::to_string(papers.size() + 1) + " of --papers";
        if (name.empty())
            return base::fail("answer.papers", which + " is empty: name it, or take the comma too many away");
        if (!is_text(name, kPaperCharsMax, domain::Lines::One)) {
            return base::fail("answer.papers", which + " must be plain UTF-8 of at most " +
                                                   std::to_string(kPaperCharsMax) + " characters on one line");
        }
        papers.emplace_back(name);
    }
    return papers;
}

// As the court writes it, whichever brackets were typed. Empty where none belongs.
base::Result<std::string> checked_number(Machine& machine, const AnswerRequest& request, base::Instant now) {
    if (request.status != ReviewState::Filed) {
        if (request.number.empty()) return std::string{};
        return base::fail("answer.number", "a case number is given with filed only");
    }
    if (domain::trim(request.number).empty())
        return base::fail("answer.number", "filed needs the court's number of the aid case: give it with --number");
    // A laptop whose clock fell back would find every number in the future.
    const base::Instant present = std::max(now, TRY(machine.time_floor()));
    const auto number = domain::CaseNumber::parse(request.number, domain::Date::in_china(present).year());
    const std::string& own = machine.pack().case_court;
    if (number && !own.empty() && number->court() != own)
        return base::fail("answer.number",
                          "--number is another court's: after the year this court's own numbers have " + own);
    if (number) return number->text();
    return base::fail("answer.number",
                      "--number is no case number: " + number.error().message + "; write it whole, as the court does");
}

base::Result<void> check_state(ReviewState before, ReviewState after) {
    const std::string name(review_state_name(after));
    if (std::find(flow::kDeskAnswers.begin(), flow::kDeskAnswers.end(), after) == flow::kDeskAnswers.end())
        return base::fail("answer.state", name + " is no answer to an application");
    const std::vector<ReviewState> allowed = flow::answers_that_may_follow(before);
    if (std::find(allowed.begin(), allowed.end(), after) != allowed.end()) return {};
    std::string others;
    for (const ReviewState each : allowed)
        others += (others.empty() ? "" : ", ") + std::string(review_state_name(each));
    return base::fail("answer.state", "this application stands at " + std::string(review_state_name(before)) + "; " +
                                          name + " cannot follow that, " +
                                          (others.empty() ? "nor can any other answer" : "but " + others + " can"));
}

// Nobody reads it here: it says which notice goes with the answer, should that be taken back.
base::Result<void> keep_own_notice(Machine& machine, const store::Transaction& inside, const SealedRecord& notice,
                                   const base::RecordId& review, base::Instant now) {
    store::Letter own = own_letter(notice.id, kNoticeKind, notice.bytes, now);
    own.about = review;
    TRY(machine.store().inbox.keep(inside, own));
    return {};
}

base::Result<bool> is_queued(Machine& machine, const base::RecordId& id) {
    const auto row = TRY(machine.store().outbox.find(id));
    return row && row->parcel.delivery == mail::Delivery::Queued;
}

// The notice of an answer that was said here; nothing of others, and of those that an older program wrote.
base::Result<std::optional<base::RecordId>> notice_with(Machine& machine, const base::RecordId& review) {
    const std::vector<store::Letter> notices = TRY(machine.store().inbox.about(review, kNoticeKind));
    return notices.empty() ? std::optional<base::RecordId>{} : std::optional(notices.front().id);
}

base::Result<store::Committed> write_both(Machine& machine, const ShownApplication& shown,
                                          const seal::ReceiptAddress& receipt, const AnswerPayload& answer,
                                          Answered& answered, base::Instant now, base::Random& random) {
    store::Store& store = machine.store();
    auto transaction = TRY(store.begin());

    std::string review_text = write_review(answer);
    const WipeAtEnd wipe_review(review_text);
    const seal::Recipient intake = mail::newest_intake_key(machine.roster()).recipient();
    SealedRecord review = TRY(seal_and_queue(
        machine, transaction, {.kind = "review", .payload = review_text, .recipient = intake}, now, random));
    TRY(keep_own_review(machine, transaction, review, shown.entry.id, now));

    std::string notice_text = write_notice(answer);
    const WipeAtEnd wipe_notice(notice_text);
    const seal::Recipient slip = receipt.recipient();
    const SealedRecord notice = TRY(seal_and_queue(machine, transaction,
                                                   {.kind = "notice",
                                                    .payload = notice_text,
                                                    .recipient = slip,
                                                    .box = mail::Box::Public,
                                                    .smallest = kNoticeClass},
                                                   now, random));
    TRY(keep_own_notice(machine, transaction, notice, review.id, now));
    answered.review = review.id;
    answered.notice = notice.id;
    return transaction.commit();
}

}  // namespace

base::Result<void> keep_own_review(Machine& machine, const store::Transaction& inside, const SealedRecord& review,
                                   const base::RecordId& about, base::Instant now) {
    store::Letter own = own_letter(review.id, "review", review.bytes, now);
    own.about = about;
    own.body = review.body;
    TRY(machine.store().inbox.keep(inside, own));
    return {};
}

base::Result<std::optional<UnsentAnswer>> unsent_answer(Machine& machine, const base::RecordId& application) {
    const std::vector<store::Letter> said = TRY(machine.store().inbox.about(application, kReviewKind));
    if (said.empty() || said.back().origin != store::Origin::Here) return std::optional<UnsentAnswer>{};
    const store::Letter& newest = said.back();
    const auto notice = TRY(notice_with(machine, newest.id));
    if (!notice || !TRY(is_queued(machine, newest.id)) || !TRY(is_queued(machine, *notice)))
        return std::optional<UnsentAnswer>{};
    return std::optional(UnsentAnswer{newest.id, newest.claimed});
}

base::Result<base::RecordId> undo_answer(Machine& machine, const base::RecordId& review) {
    TRY(must_read_intake(machine));
    const auto letter = TRY(machine.store().inbox.find(review));
    const auto notice = TRY(notice_with(machine, review));
    if (!letter || letter->kind != kReviewKind || !letter->about || !notice)
        return base::fail("undo.others", "only what was done on this laptop can be taken back here");
    const base::RecordId application = *letter->about;
    if (TRY(machine.store().inbox.about(application, kReviewKind)).back().id != review)
        return base::fail("undo.followed", "another answer came after it: say what holds in an answer of its own");
    auto inside = TRY(machine.store().begin());
    TRY(machine.store().inbox.take_back(inside, *notice));
    TRY(machine.store().inbox.take_back(inside, review));
    TRY(inside.commit());
    return application;
}

base::Result<Answered> answer(Machine& machine, const AnswerRequest& request, base::Instant now, base::Random& random) {
    TRY(check_text(request));
    std::vector<std::string> papers = TRY(checked_papers(request));
    std::string number = TRY(checked_number(machine, request, now));
    const ShownApplication shown = TRY(show_application(machine, request.id));
    if (!request.with_opening && TRY(case_from(machine, shown.entry.id)))
        return base::fail("answer.is_case",
                          "this application is a case, and the applicant hears what is done there: open the case "
                          "(courtyardctl case list --find)");
    const ReviewState before = shown.standing.status;
    TRY(check_state(before, request.status));
    const ApplicationHead head = TRY(read_application_head(shown.payload, machine.pack().form));
    TRY(machine.store().chain.reserve(random, 2));

    AnswerPayload payload;
    payload.application = shown.entry.id;
    payload.receipt = head.receipt.number.text;
    payload.court = machine.config().court_name;
    payload.status = request.status;
    payload.text = std::string(domain::trim(request.text));
    payload.papers = std::move(papers);
    payload.number = std::move(number);
    Answered answered{shown.entry.id, {}, {}, before, request.status};
    TRY(write_both(machine, shown, head.receipt, payload, answered, now, random));
    return answered;
}

}  // namespace courtyard::worker
