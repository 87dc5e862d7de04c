#include "app/shell/kiosk_worker.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

#include "app/shell/eyes_process.hpp"
#include "app/shell/kiosk_room.hpp"
#include "app/shell/mail_process.hpp"
#include "app/shell/print_process.hpp"
#include "app/shell/steward_desk.hpp"
#include "app/worker/alerting.hpp"
#include "app/worker/call_words.hpp"
#include "app/worker/filing.hpp"
#include "app/worker/home_parts.hpp"
#include "app/worker/machine.hpp"
#include "app/worker/progress.hpp"
#include "app/worker/recovering.hpp"
#include "app/worker/scribe.hpp"
#include "app/worker/status.hpp"
#include "app/worker/tickets.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::shell {

namespace {

constexpr auto kLook = std::chrono::seconds(2);  // how often the store is asked what the mail has done
constexpr auto kPrintLook = std::chrono::milliseconds(150);
constexpr std::int64_t kMailAfterMs = 1'500;  // the first screen comes first
constexpr std::int64_t kCheckMs = 10'000;     // how often disk, clock and content are looked at unasked

std::string text_of(const seal::SecretBytes& secret) { return std::string(base::as_text(secret.view())); }

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

EyesPlaces places_of(const worker::MachineConfig& config) { return {config.camera, config.scanner, config.sticks}; }

// One overload per effect; each answers with an event that carries the same ticket.
class Perform {
public:
    Perform(KioskRoom& room, PrintProcess& printing, EyesProcess& eyes, StewardDesk& steward, bool practice,
            std::function<void(flow::Event)> tell)
        : room_(room),
          printing_(printing),
          eyes_(eyes),
          steward_(steward),
          always_practice_(practice),
          practice_(practice),
          tell_(std::move(tell)) {}

    void operator()(flow::File& file) {
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
    // Nothing is answered, whatever comes of it: no screen may differ. What fails is tried again with the next look at
    // the mail; it waits in memory alone.
    void operator()(flow::RaiseAlert& alert) {
        unsaid_ = std::move(alert);
        say_alert();
    }
    void operator()(flow::LookUpProgress& look_up) {
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
    void operator()(const flow::EndSession&) {
        filed_.reset();
        forget_ticket();
        printing_.stop();
        eyes_.end_session();
        practice_ = always_practice_;
    }
    void operator()(flow::EyesEffect& effect) {
        if (auto* slip = std::get_if<flow::HandInSlip>(&effect))
            hand_in(*slip);
        else
            eyes_.ask(effect);
    }
    void operator()(flow::Print& print) { printing_.start(print, os::monotonic_ms()); }
    void operator()(const flow::CheckMachine&) { check(); }
    void operator()(const flow::IssueTicket& issue) {
        const seal::TicketSecret& secret = tickets_.issue(room_.random());
        tell_(flow::TicketIssued{issue.ticket, text_of(secret.code()), text_of(secret.qr_text())});
    }
    void operator()(flow::KeepDraft& keep) {
        const auto kept = tickets_.held() && !practice_
                              ? tickets_.keep(room_.machine(), keep.draft, os::now(), room_.random())
                              : base::Result<void>{};
        flow::wipe(keep.draft);
        if (!kept) check();
    }
    void operator()(flow::PackTicket& pack) {
        if (practice_) {
            flow::wipe(pack.draft);
            tell_(flow::TicketFailed{pack.ticket, "practice.never"});
            return;
        }
        auto symbols = tickets_.pack(room_.machine(), pack.draft, os::now(), room_.random());
        flow::wipe(pack.draft);
        if (!symbols) {
            tell_(flow::TicketFailed{pack.ticket, symbols.error().code});
            return;
        }
        const seal::TicketSecret& secret = *tickets_.held();
        tell_(flow::TicketPacked{pack.ticket, text_of(secret.code()), text_of(secret.qr_text()), std::move(*symbols)});
    }
    void operator()(flow::OpenTicket& open) {
        auto draft = tickets_.open(room_.machine(), open.code, open.symbols);
        base::wipe(open.code);
        if (!draft) {
            tell_(flow::TicketFailed{open.ticket, draft.error().code});
        } else if (!*draft) {
            tell_(flow::DraftNotHere{open.ticket});
        } else {
            const seal::TicketSecret& secret = *tickets_.held();
            tell_(
                flow::DraftOpened{open.ticket, std::move(**draft), text_of(secret.code()), text_of(secret.qr_text())});
        }
    }

    void operator()(const flow::Practise&) { practice_ = true; }
    void operator()(flow::TryPin& knock) { steward_.judge(knock, os::now()); }
    void operator()(const flow::LookAtHealth& look) {
        steward_.tell_health(look, &room_.machine(), room_.trouble().first, os::now());
    }
    void operator()(const flow::TestPrinter& test) { printing_.test(test, os::monotonic_ms()); }
    void operator()(const flow::AskForStick& ask) { steward_.ask_for_stick(ask); }
    void operator()(const flow::LetStickGo&) { steward_.let_stick_go(); }

    // Once a start, when nothing else is to do.
    void fill_places() {
        if (filled_) return;
        filled_ = true;
        (void)worker::fill_draft_places(room_.machine(), os::now(), room_.random());
    }
    // The voice's (voice.hpp): nothing to do with the home.
    void operator()(const flow::Speak&) {}
    void operator()(const flow::StopSpeaking&) {}
    void operator()(const flow::SetLoudness&) {}
    // The scribe's; they do not come here.
    void operator()(const flow::RecogniseInk&) {}
    void operator()(const flow::SpellOut&) {}
    void operator()(const flow::ListForms&) {}
    void operator()(const flow::ListByRadical&) {}

    void check() {
        told_ = room_.trouble();
        checked_ms_ = os::monotonic_ms();
        tell_(flow::TroubleChanged{told_.first, told_.second});
    }
    // A disk that fills up, a clock that falls back, a day that passes: said before anybody begins to type.
    void check_now_and_then() {
        if (os::monotonic_ms() - checked_ms_ < kCheckMs) return;
        checked_ms_ = os::monotonic_ms();
        if (room_.trouble() != told_) check();
    }

    // What the mail process has done meanwhile, as far as the store proves it.
    void look_at_mail() {
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

private:
    // A draft that cannot be written over opens for nobody but the person: the paper has the only key.
    void forget_ticket() {
        if (!tickets_.forget(room_.machine(), os::now(), room_.random())) check();
    }
    // Somebody's slip, all of it: on to the court, like mail, and no more readable here than before.
    void hand_in(flow::HandInSlip& slip) {
        const auto taken = worker::recover_symbols(room_.machine(), slip.symbols, os::now());
        for (std::string& symbol : slip.symbols)
            base::wipe(symbol);
        if (taken)
            tell_(flow::SlipTaken{slip.ticket, taken->was_known});
        else
            tell_(flow::SlipRefused{slip.ticket, taken.error().code});
    }

    void say_alert() {
        if (!unsaid_) return;
        std::string contact = unsaid_->contact;
        if (worker::raise_alert(room_.machine(), contact, os::now(), room_.random())) {
            base::wipe(unsaid_->contact);
            unsaid_.reset();
        }
    }

    struct Watched {
        std::uint64_t ticket = 0;
        base::RecordId record;
        mail::Delivery delivery = mail::Delivery::Queued;
    };

    KioskRoom& room_;
    PrintProcess& printing_;
    EyesProcess& eyes_;
    StewardDesk& steward_;
    const bool always_practice_;
    bool practice_;
    std::function<void(flow::Event)> tell_;
    std::pair<flow::Trouble, std::string> told_;
    std::int64_t checked_ms_ = 0;
    std::optional<Watched> filed_;
    worker::Tickets tickets_;
    bool filled_ = false;
    std::optional<flow::RaiseAlert> unsaid_;
    std::optional<base::Instant> heard_;
};

// While the home cannot be used: every question gets its answer, nothing is kept.
struct Decline {
    std::string code;
    PrintProcess& printing;
    EyesProcess& eyes;
    StewardDesk& steward;
    std::function<void(flow::Event)> tell;

    void operator()(flow::File& file) const {
        domain::wipe(file.application);
        tell(flow::FilingFailed{file.ticket, code});
    }
    void operator()(flow::LookUpProgress& look_up) const {
        base::wipe(look_up.code);
        tell(flow::ProgressFailed{look_up.ticket, code});
    }
    void operator()(const flow::IssueTicket& issue) const { tell(flow::TicketFailed{issue.ticket, code}); }
    void operator()(flow::KeepDraft& keep) const { flow::wipe(keep.draft); }
    void operator()(flow::PackTicket& pack) const {
        flow::wipe(pack.draft);
        tell(flow::TicketFailed{pack.ticket, code});
    }
    void operator()(flow::OpenTicket& open) const {
        base::wipe(open.code);
        tell(flow::TicketFailed{open.ticket, code});
    }
    void operator()(const flow::EndSession&) const { eyes.end_session(); }
    void operator()(const flow::Speak&) const {}
    void operator()(const flow::StopSpeaking&) const {}
    void operator()(const flow::SetLoudness&) const {}
    void operator()(const flow::RecogniseInk&) const {}
    void operator()(const flow::SpellOut&) const {}
    void operator()(const flow::ListForms&) const {}
    void operator()(const flow::ListByRadical&) const {}
    void operator()(flow::Print& print) const {
        wipe_secrets(print);
        tell(flow::PrintFailed{print.ticket, "printer.failed"});
    }
    void operator()(flow::EyesEffect& effect) const {
        const auto* slip = std::get_if<flow::HandInSlip>(&effect);
        if (slip != nullptr)
            tell(flow::SlipRefused{slip->ticket, code});
        else
            eyes.ask(effect);
    }
    void operator()(const flow::Practise&) const {}
    // The steward comes in all the more when something is broken.
    void operator()(flow::TryPin& knock) const { steward.judge(knock, os::now()); }
    void operator()(const flow::LookAtHealth& look) const {
        steward.tell_health(look, nullptr, trouble_of(code), os::now());
    }
    void operator()(const flow::TestPrinter& test) const { printing.test(test, os::monotonic_ms()); }
    void operator()(const flow::AskForStick& ask) const { tell(flow::Carried{ask.ticket, "carry.closed"}); }
    void operator()(const flow::LetStickGo&) const {}
    void operator()(flow::RaiseAlert& alert) const { base::wipe(alert.contact); }
    void operator()(const flow::CheckMachine&) const { tell(flow::TroubleChanged{trouble_of(code), code}); }
};

KioskOpened opened(worker::Machine& machine) {
    return {machine.shared_pack(),
            machine.config().court_name,
            machine.config().site,
            printer_of(machine.config()),
            !machine.config().camera.empty(),
            !machine.config().camera.empty() || !machine.config().scanner.empty()};
}

// What people can be told while what is kept cannot be reached: the content alone, if the court signed it.
std::optional<KioskOpened> opened_without_store(const std::filesystem::path& folder, const base::Error& why) {
    const bool is_content = why.code.starts_with("pack.") || why.code.starts_with("document.") ||
                            why.code.starts_with("roster.") || why.code == "store.older" ||
                            why.code == "home.court_pub";
    const worker::Home home{folder};
    const auto config = worker::config_of(home);
    const auto court = worker::court_of(home);
    if (is_content || !config || !court) return std::nullopt;
    auto pack = worker::pack_of(home, *court, 0);
    if (!pack) return std::nullopt;
    return KioskOpened{std::make_shared<pack::Pack>(std::move(pack->pack)),
                       config->court_name,
                       config->site,
                       printer_of(*config),
                       false,
                       false};
}

KioskRefused refused(const base::Error& error) { return {trouble_of(error.code), error.code, error.message}; }

}  // namespace

flow::Trouble trouble_of(std::string_view code) {
    if (code == "store.disk_full") return flow::Trouble::DiskFull;
    if (code == "store.read_only" || code == "file.write" || code == "file.folder") return flow::Trouble::DiskReadOnly;
    if (code == "pack.newer" || code == "document.format" || code == "store.newer") return flow::Trouble::UpdateNeeded;
    if (code.starts_with("document.")) return flow::Trouble::PackUnsigned;
    if (code.starts_with("pack.") || code == "store.older") return flow::Trouble::PackBad;
    if (code == "clock.behind") return flow::Trouble::ClockWrong;
    return flow::Trouble::StoreDamaged;
}

KioskWorker::KioskWorker(std::filesystem::path home, std::function<void()> wake, KioskSetUp set_up)
    : home_(std::move(home)), wake_(std::move(wake)), set_up_(std::move(set_up)), thread_([this] { run(); }) {}

KioskWorker::~KioskWorker() {
    effects_.close();
    thread_.join();
}

void KioskWorker::ask(flow::Effect effect) {
    const bool taken = effects_.push(std::move(effect));
    COURTYARD_CHECK(taken || effects_.closed());
}

KioskNews KioskWorker::first_news() {
    while (true) {
        if (auto news = news_.pop(std::chrono::seconds(60))) return std::move(*news);
    }
}

void KioskWorker::tell(KioskNews news) {
    const bool taken = news_.push(std::move(news));
    COURTYARD_CHECK(taken);
    wake_();
}

void KioskWorker::run() {
    os::OsRandom random;
    const auto tell_event = [this](flow::Event event) { tell(std::move(event)); };
    KioskRoom room(home_, random);
    worker::Scribe scribe(tell_event);
    PrintProcess printing(program_folder() / "courtyardctl", home_);
    EyesProcess eyes(program_folder() / "courtyard-eyes", tell_event);
    StewardDesk steward(home_, set_up_.carry.empty() ? std::filesystem::path(kCarryFolder) : set_up_.carry, tell_event);
    Perform perform(room, printing, eyes, steward, set_up_.practice, tell_event);
    MailProcess mail(program_folder() / "courtyardctl", home_);
    const std::int64_t started = os::monotonic_ms();
    std::string refused_code;  // why the home cannot be used now; told once, tried again until it can
    bool usable = false;
    auto wait = std::chrono::milliseconds(0);
    while (!effects_.closed()) {
        auto effect = effects_.pop(wait);
        wait = printing.is_running() ? kPrintLook : kLook;
        if (effect && scribe.perform(*effect)) continue;  // the next stroke does not wait for disk or mail
        if (auto done = printing.look(os::monotonic_ms())) tell(std::move(*done));
        const auto renewed = room.refresh();
        if (!renewed) {
            if (renewed.error().code != refused_code) tell_refused(renewed.error());
            refused_code = renewed.error().code;
            usable = false;
            if (effect) std::visit(Decline{refused_code, printing, eyes, steward, tell_event}, *effect);
            continue;
        }
        if (*renewed) {
            tell(opened(room.machine()));
            scribe.use_words(room.machine().shared_pack()->typing);
            eyes.set_places(places_of(room.machine().config()));
            if (!usable) perform.check();
            usable = true;
            refused_code.clear();
        }
        if (effect) std::visit(perform, *effect);
        if (os::monotonic_ms() - started > kMailAfterMs) {
            if (set_up_.mail == Mail::Ours) mail.keep_running(os::monotonic_ms());
            eyes.keep_listening();
        }
        perform.look_at_mail();
        perform.check_now_and_then();
        steward.look_at_carry();
        if (!effect && os::monotonic_ms() - started > kMailAfterMs) perform.fill_places();
    }
    // The window may be gone before the end of its session was heard: the draft is written over all the same.
    while (auto effect = effects_.try_pop())
        if (usable && std::holds_alternative<flow::EndSession>(*effect)) perform(flow::EndSession{});
}

void KioskWorker::tell_refused(const base::Error& why) {
    auto content = opened_without_store(home_, why);
    if (!content) return tell(refused(why));
    tell(std::move(*content));
    tell(flow::Event(flow::TroubleChanged{trouble_of(why.code), why.code}));
}

}  // namespace courtyard::shell
