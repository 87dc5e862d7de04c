#include "app/shell/kiosk_acts.hpp"

#include <algorithm>

#include "app/worker/alerting.hpp"
#include "app/worker/call_words.hpp"
#include "app/worker/filing.hpp"
#include "app/worker/progress.hpp"
#include "app/worker/recovering.hpp"
#include "app/worker/status.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::shell {

namespace {

constexpr std::int64_t kCheckMs = 10'000;  // how often disk, clock and content are looked at unasked

flow::Receipt shown(const worker::Receipt& receipt) {
    flow::Receipt out;
    out.number = receipt.number();
    out.code = text_of(receipt.code());
    out.code_qr = text_of(receipt.qr_text());
    out.symbols = receipt.symbols();
    out.filed_at = receipt.filed();
    out.papers = receipt.papers();
    out.pictures = static_cast<int>(receipt.pictures());
    return out;
}

flow::ProgressFound shown(const worker::ProgressStep& step, const std::optional<base::Instant>& as_of,
                          std::vector<domain::DayWord> call_words) {
    flow::ProgressFound found;
    found.status = step.status;
    found.said = step.text;
    found.papers = step.papers;
    found.case_number = step.number;
    found.said_at = step.at;
    found.as_of = as_of;
    found.call_words = std::move(call_words);
    return found;
}

// Photos in the order in which they were chosen, the pages of each paper counted.
std::vector<worker::Attachment> attachments_of(const std::vector<flow::Photo>& photos) {
    std::vector<worker::Attachment> out;
    for (const flow::Photo& photo : photos) {
        const auto same =
            std::count_if(out.begin(), out.end(), [&](const auto& one) { return one.paper == photo.paper; });
        out.push_back({photo.paper, static_cast<int>(same) + 1, photo.file->jpeg});
    }
    return out;
}
static_assert(flow::kPhotosMax == worker::kAttachmentsMax);

}  // namespace

void KioskActs::operator()(flow::File& file) {
    // The moves send none in practice; should one come all the same, this door is locked as well.
    if (practice_) {
        domain::wipe(file.application);
        tell_(flow::FilingFailed{file.ticket, "practice.never"});
        return;
    }
    worker::Submission submission;
    submission.application = std::move(file.application);
    if (file.screened) submission.screening = file.screening_answers;
    submission.helper_typed.assign(file.typed_by_helper.begin(), file.typed_by_helper.end());
    submission.confirmed_alone = file.confirmed_alone;
    const auto receipt =
        worker::file(room_.machine(), submission, attachments_of(file.photos), os::now(), room_.random());
    worker::wipe(submission);
    if (!receipt) {
        tell_(flow::FilingFailed{file.ticket, receipt.error().code});
        return;
    }
    forget_ticket();
    filed_ = Watched{file.ticket, receipt->record_id(), mail::Delivery::Queued};
    tell_(flow::Filed{file.ticket, shown(*receipt)});
}

void KioskActs::operator()(flow::RaiseAlert& alert) {
    unsaid_ = std::move(alert);
    say_alert();
}

void KioskActs::operator()(flow::LookUpProgress& look_up) {
    const auto progress = worker::progress_by_code(room_.machine(), look_up.code);
    base::wipe(look_up.code);
    if (!progress) return tell_(flow::ProgressFailed{look_up.ticket, progress.error().code});
    auto words =
        worker::call_words_around(room_.machine().pack(), progress->notice_key, domain::Date::in_china(os::now()));
    if (const worker::ProgressStep* newest = progress->newest())
        tell_(flow::FoundProgress{look_up.ticket, shown(*newest, progress->as_of, std::move(words))});
    else
        tell_(flow::ProgressNotKnown{look_up.ticket, progress->as_of, std::move(words)});
}

void KioskActs::operator()(const flow::EndSession&) {
    filed_.reset();
    forget_ticket();
    printing_.stop();
    eyes_.end_session();
    practice_ = always_practice_;
}

void KioskActs::operator()(flow::EyesEffect& effect) {
    if (auto* slip = std::get_if<flow::HandInSlip>(&effect))
        hand_in(*slip);
    else
        eyes_.ask(effect);
}

void KioskActs::operator()(flow::Print& print) { printing_.start(print, os::monotonic_ms()); }

void KioskActs::operator()(flow::TryPin& knock) { steward_.judge(knock, os::now()); }

void KioskActs::operator()(const flow::LookAtHealth& look) {
    steward_.tell_health(look, &room_.machine(), room_.trouble().first, os::now());
}

void KioskActs::operator()(const flow::TestPrinter& test) { printing_.test(test, os::monotonic_ms()); }

void KioskActs::check() {
    told_ = room_.trouble();
    checked_ms_ = os::monotonic_ms();
    tell_(flow::TroubleChanged{told_.first, told_.second});
}

void KioskActs::check_now_and_then() {
    if (os::monotonic_ms() - checked_ms_ < kCheckMs) return;
    checked_ms_ = os::monotonic_ms();
    if (room_.trouble() != told_) check();
}

void KioskActs::look_at_mail() {
    say_alert();
    if (filed_) {
        const auto row = room_.machine().store().outbox.find(filed_->record);
        if (row && *row && (*row)->parcel.delivery != filed_->delivery) {
            filed_->delivery = (*row)->parcel.delivery;
            tell_(flow::DeliveryChanged{filed_->ticket, filed_->delivery});
        }
    }
    const auto status = worker::status_of(room_.machine());
    if (status && status->last_contact && status->last_contact != heard_) {
        heard_ = status->last_contact;
        tell_(flow::HeardFromHub{*heard_});
    }
}

void KioskActs::forget_ticket() {
    if (!tickets_.forget()) check();
}

void KioskActs::hand_in(flow::HandInSlip& slip) {
    const auto taken = worker::recover_symbols(room_.machine(), slip.symbols, os::now());
    for (std::string& symbol : slip.symbols)
        base::wipe(symbol);
    if (taken)
        tell_(flow::SlipTaken{slip.ticket, taken->was_known});
    else
        tell_(flow::SlipRefused{slip.ticket, taken.error().code});
}

void KioskActs::say_alert() {
    if (!unsaid_) return;
    std::string contact = unsaid_->contact;
    if (worker::raise_alert(room_.machine(), contact, os::now(), room_.random())) {
        base::wipe(unsaid_->contact);
        unsaid_.reset();
    }
}

}  // namespace courtyard::shell
