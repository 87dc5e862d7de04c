#include "app/shell/kiosk_worker.hpp"

#include <sys/statvfs.h>
#include <unistd.h>

#include <chrono>
#include <optional>

#include "app/shell/mail_process.hpp"
#include "app/worker/filing.hpp"
#include "app/worker/machine.hpp"
#include "app/worker/progress.hpp"
#include "app/worker/status.hpp"
#include "app/worker/tickets.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::shell {

namespace {

constexpr auto kLook = std::chrono::seconds(2);     // how often the store is asked what the mail has done
constexpr std::int64_t kMailAfterMs = 1'500;        // the first screen comes first
constexpr std::uint64_t kDiskFreeMin = 32U << 20;   // bytes: one large application with its papers, several times over
constexpr std::int64_t kClockTrustMs = 86'400'000;  // a clock more than a day before what was signed is wrong

std::string text_of(const seal::SecretBytes& secret) { return std::string(base::as_text(secret.view())); }

flow::Receipt shown(const worker::Receipt& receipt) {
    flow::Receipt out;
    out.number = receipt.number();
    out.code = text_of(receipt.code());
    out.code_qr = text_of(receipt.qr_text());
    out.symbols = receipt.symbols();
    out.filed_at = receipt.filed();
    return out;
}

flow::ProgressFound shown(const worker::ProgressStep& step, const std::optional<base::Instant>& as_of) {
    flow::ProgressFound found;
    found.status = step.status;
    found.said = step.text;
    found.papers = step.papers;
    found.case_number = step.number;
    found.said_at = step.at;
    found.as_of = as_of;
    return found;
}

// The opened home and what it was last seen to look like on disk.
class Room {
public:
    Room(const std::filesystem::path& home, base::Random& random) : random_(random) { request_.home = home; }

    base::Result<void> open() {
        machine_.reset();
        seen_ = stamps();
        machine_ = TRY(worker::Machine::open(request_, random_));
        return worker::prepare_filing(*machine_, random_);
    }
    // The mail process may have brought a newer roster or pack: true when the home was opened anew.
    base::Result<bool> refresh() {
        if (machine_ && stamps() == seen_) return false;
        TRY(open());
        return true;
    }
    [[nodiscard]] worker::Machine& machine() { return *machine_; }
    [[nodiscard]] base::Random& random() { return random_; }

    [[nodiscard]] std::pair<flow::Trouble, std::string> trouble() {
        struct statvfs disk {};
        if (::statvfs(request_.home.c_str(), &disk) == 0) {
            if ((disk.f_flag & ST_RDONLY) != 0) return {flow::Trouble::DiskReadOnly, "store.read_only"};
            if (disk.f_bavail * disk.f_frsize < kDiskFreeMin) return {flow::Trouble::DiskFull, "store.disk_full"};
        }
        if (::access(request_.home.c_str(), W_OK) != 0) return {flow::Trouble::DiskReadOnly, "store.read_only"};
        const auto floor = machine_->time_floor();
        if (!floor) return {trouble_of(floor.error().code), floor.error().code};
        if (*floor - os::now() > kClockTrustMs) return {flow::Trouble::ClockWrong, "clock.behind"};
        return {flow::Trouble::None, {}};
    }

private:
    using Stamp = std::filesystem::file_time_type;
    [[nodiscard]] std::pair<Stamp, Stamp> stamps() const {
        std::error_code error;
        const worker::Home home{request_.home};
        return {std::filesystem::last_write_time(home.roster(), error),
                std::filesystem::last_write_time(home.pack(), error)};
    }

    base::Random& random_;
    worker::OpenMachine request_;
    std::unique_ptr<worker::Machine> machine_;
    std::pair<Stamp, Stamp> seen_;
};

// One overload per effect; each answers with an event that carries the same ticket.
class Perform {
public:
    Perform(Room& room, std::function<void(flow::Event)> tell) : room_(room), tell_(std::move(tell)) {}

    void operator()(flow::File& file) {
        worker::Submission submission;
        submission.application = std::move(file.application);
        if (file.screened) submission.screening = file.screening_answers;
        submission.helper_typed.assign(file.typed_by_helper.begin(), file.typed_by_helper.end());
        const auto receipt = worker::file(room_.machine(), submission, os::now(), room_.random());
        worker::wipe(submission);
        if (!receipt) {
            tell_(flow::FilingFailed{file.ticket, receipt.error().code});
            return;
        }
        forget_ticket();
        filed_ = Watched{file.ticket, receipt->record_id(), mail::Delivery::Queued};
        tell_(flow::Filed{file.ticket, shown(*receipt)});
    }
    void operator()(flow::LookUpProgress& look_up) {
        const auto progress = worker::progress_by_code(room_.machine(), look_up.code);
        base::wipe(look_up.code);
        if (!progress) {
            tell_(flow::ProgressFailed{look_up.ticket, progress.error().code});
        } else if (const worker::ProgressStep* newest = progress->newest()) {
            tell_(flow::FoundProgress{look_up.ticket, shown(*newest, progress->as_of)});
        } else {
            tell_(flow::ProgressNotKnown{look_up.ticket, progress->as_of});
        }
    }
    void operator()(const flow::EndSession&) {
        filed_.reset();
        forget_ticket();
    }
    void operator()(const flow::CheckMachine&) { check(); }
    void operator()(const flow::IssueTicket& issue) {
        const seal::TicketSecret& secret = tickets_.issue(room_.random());
        tell_(flow::TicketIssued{issue.ticket, text_of(secret.code()), text_of(secret.qr_text())});
    }
    void operator()(flow::KeepDraft& keep) {
        const auto kept = tickets_.held() ? tickets_.keep(room_.machine(), keep.draft, os::now(), room_.random())
                                          : base::Result<void>{};
        flow::wipe(keep.draft);
        if (!kept) check();
    }
    void operator()(flow::PackTicket& pack) {
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

    // Once a start, when nothing else is to do.
    void fill_places() {
        if (filled_) return;
        filled_ = true;
        (void)worker::fill_draft_places(room_.machine(), os::now(), room_.random());
    }

    void check() {
        const auto [trouble, code] = room_.trouble();
        tell_(flow::TroubleChanged{trouble, code});
    }

    // What the mail process has done meanwhile, as far as the store proves it.
    void look_at_mail() {
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

    struct Watched {
        std::uint64_t ticket = 0;
        base::RecordId record;
        mail::Delivery delivery = mail::Delivery::Queued;
    };

    Room& room_;
    std::function<void(flow::Event)> tell_;
    std::optional<Watched> filed_;
    worker::Tickets tickets_;
    bool filled_ = false;
    std::optional<base::Instant> heard_;
};

// While the home cannot be used: every question gets its answer, nothing is kept.
struct Decline {
    std::string code;
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
    void operator()(const flow::EndSession&) const {}
    void operator()(const flow::CheckMachine&) const { tell(flow::TroubleChanged{trouble_of(code), code}); }
};

KioskOpened opened(worker::Machine& machine) {
    return {machine.shared_pack(), machine.config().court_name, machine.config().site};
}

KioskRefused refused(const base::Error& error) { return {trouble_of(error.code), error.code, error.message}; }

}  // namespace

flow::Trouble trouble_of(std::string_view code) {
    if (code == "store.disk_full") return flow::Trouble::DiskFull;
    if (code == "store.read_only" || code == "file.write" || code == "file.folder") return flow::Trouble::DiskReadOnly;
    if (code.starts_with("pack.") || code.starts_with("document.")) return flow::Trouble::PackBad;
    if (code == "clock.behind") return flow::Trouble::ClockWrong;
    return flow::Trouble::StoreDamaged;
}

KioskWorker::KioskWorker(std::filesystem::path home, Mail mail, std::function<void()> wake)
    : home_(std::move(home)), mail_(mail), wake_(std::move(wake)), thread_([this] { run(); }) {}

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
    Room room(home_, random);
    Perform perform(room, [this](flow::Event event) { tell(std::move(event)); });
    MailProcess mail(program_folder() / "courtyardctl", home_);
    const std::int64_t started = os::monotonic_ms();
    std::string refused_code;  // why the home cannot be used now; told once, tried again until it can
    bool usable = false;
    auto wait = std::chrono::milliseconds(0);
    while (!effects_.closed()) {
        auto effect = effects_.pop(wait);
        wait = kLook;
        const auto renewed = room.refresh();
        if (!renewed) {
            if (renewed.error().code != refused_code) tell(refused(renewed.error()));
            refused_code = renewed.error().code;
            usable = false;
            if (effect)
                std::visit(Decline{refused_code, [this](flow::Event event) { tell(std::move(event)); }}, *effect);
            continue;
        }
        if (*renewed) {
            tell(opened(room.machine()));
            if (!usable) perform.check();
            usable = true;
            refused_code.clear();
        }
        if (effect) std::visit(perform, *effect);
        if (mail_ == Mail::Ours && os::monotonic_ms() - started > kMailAfterMs) mail.keep_running(os::monotonic_ms());
        perform.look_at_mail();
        if (!effect && os::monotonic_ms() - started > kMailAfterMs) perform.fill_places();
    }
    // The window may be gone before the end of its session was heard: the draft is written over all the same.
    while (auto effect = effects_.try_pop())
        if (usable && std::holds_alternative<flow::EndSession>(*effect)) perform(flow::EndSession{});
}

}  // namespace courtyard::shell
