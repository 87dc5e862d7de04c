#include "app/worker/answering.hpp"

#include "app/domain/text.hpp"
#include "app/worker/payload.hpp"
#include "app/worker/sealing.hpp"
#include "app/worker/wiped.hpp"

namespace courtyard::worker {

namespace {

using Status = domain::ApplicationStatus;

constexpr std::size_t kPaperCharsMax = 200;
constexpr std::size_t kNumberCharsMax = 60;

// Short answers must not be told apart by their length.
constexpr seal::SizeClass kNoticeClass = seal::SizeClass::K1;

bool is_text(std::string_view text, std::size_t chars_max, domain::Lines lines) {
    const auto points = domain::code_points(text);
    return points && points->size() <= chars_max && domain::is_plain(*points, lines);
}

base::Result<void> check_words(const AnswerRequest& request) {
    if (!is_text(request.text, kAnswerTextMax, domain::Lines::Many)) {
        return base::fail("answer.text",
                          "--text must be plain UTF-8 of at most " + std::to_string(kAnswerTextMax) + " characters");
    }
    if (request.status == Status::NotFiled && domain::trim(request.text).empty()) {
        return base::fail("answer.text",
                          "not filed needs the reasons, in words for the applicant: give them with --text");
    }
    if (request.status == Status::NeedMore && request.papers.empty() && domain::trim(request.text).empty()) {
        return base::fail("answer.papers", "more papers needed: say which, with --papers or --text");
    }
    if (request.papers.size() > kAnswerPapersMax)
        return base::fail("answer.papers",
                          "at most " + std::to_string(kAnswerPapersMax) + " papers can be asked for at once");
    for (const std::string& paper : request.papers) {
        if (domain::trim(paper).empty() || !is_text(paper, kPaperCharsMax, domain::Lines::One)) {
            return base::fail("answer.papers", "each paper must be named in 1 to " + std::to_string(kPaperCharsMax) +
                                                   " characters on one line");
        }
    }
    if (!is_text(request.number, kNumberCharsMax, domain::Lines::One))
        return base::fail("answer.number", "--number must be a case number of at most 60 characters");
    if (!request.number.empty() && request.status != Status::Filed)
        return base::fail("answer.number", "a case number is given with filed only");
    return {};
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
    store::Letter own;
    own.id = review.id;
    own.kind = "review";
    own.about = shown.entry.id;
    own.claimed = now;
    own.arrived = now;
    own.origin = store::Origin::Here;
    own.opened = true;
    own.record = review.bytes;
    own.body = review.body;
    TRY(store.inbox.keep(transaction, own));

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
    answered.review = review.id;
    answered.notice = notice.id;
    return transaction.commit();
}

}  // namespace

base::Result<Answered> answer(Machine& machine, const AnswerRequest& request, base::Instant now, base::Random& random) {
    TRY(check_words(request));
    const ShownApplication shown = TRY(show_application(machine, request.id));
    const Status before = shown.standing.status;
    if (!may_answer(before, request.status)) {
        return base::fail("answer.state", "this application stands at " + std::string(review_state_name(before)) +
                                              "; " + std::string(review_state_name(request.status)) +
                                              " cannot follow that");
    }
    const ApplicationHead head = TRY(read_application_head(shown.payload));
    TRY(machine.store().chain.reserve(random, 2));

    AnswerPayload payload;
    payload.application = shown.entry.id;
    payload.receipt = head.receipt.number.text;
    payload.court = machine.config().court_name;
    payload.status = request.status;
    payload.text = std::string(domain::trim(request.text));
    payload.papers = request.papers;
    payload.number = std::string(domain::trim(request.number));
    Answered answered{shown.entry.id, {}, {}, before, request.status};
    TRY(write_both(machine, shown, head.receipt, payload, answered, now, random));
    return answered;
}

}  // namespace courtyard::worker
