#include "app/shell/desk_worker.hpp"

#include <chrono>
#include <cstdio>
#include <map>
#include <mutex>
#include <optional>

#include "app/pack/pack_file.hpp"
#include "app/shell/desk_cases.hpp"
#include "app/shell/desk_sheet.hpp"
#include "app/shell/eyes_process.hpp"
#include "app/shell/mail_process.hpp"
#include "app/shell/print_child.hpp"
#include "app/worker/alerting.hpp"
#include "app/worker/answering.hpp"
#include "app/worker/attached.hpp"
#include "app/worker/case_pictures.hpp"
#include "app/worker/machine.hpp"
#include "app/worker/recovering.hpp"
#include "app/worker/sealed_drafts.hpp"
#include "app/worker/status.hpp"
#include "app/worker/syncing.hpp"
#include "app/worker/view_mail.hpp"
#include "app/worker/way_to_hub.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/hash.hpp"

namespace courtyard::shell {

namespace {

constexpr std::chrono::milliseconds kWait{5'000};
constexpr std::chrono::milliseconds kPrinterWait{20};
constexpr std::size_t kPackFileMax = 64U << 20;

// One overload per effect; every question gets its answer.
class Perform {
public:
    Perform(std::filesystem::path home, std::function<void(DeskNews)> tell)
        : home_(std::move(home)), tell_(std::move(tell)) {}

    // The window has a sentence for the code; where it was started stands what is to be done.
    static void say(const base::Error& error) { std::fprintf(stderr, "courtyard-field: %s\n", error.message.c_str()); }

    // Before anybody unlocks: the words of the screens, checked against the court's root key.
    void greet() {
        const worker::Home home{home_};
        const auto config = worker::read_machine_config(home);
        const auto court = worker::read_court_public(home.court_pub());
        const auto file = os::read_file(home.pack(), kPackFileMax);
        if (!config || !court || !file) {
            const base::Error& error = !config ? config.error() : !court ? court.error() : file.error();
            say(error);
            tell(flow::desk::UnlockFailed{error.code});
            return;
        }
        auto opened = pack::open_pack(*file, court->root, 0);
        if (!opened) {
            say(opened.error());
            tell(flow::desk::UnlockFailed{opened.error().code});
            return;
        }
        tell_(DeskOpened{std::make_shared<const pack::Pack>(std::move(opened->pack)), config->person_name,
                         config->role ? std::string(mail::name_of(*config->role)) : std::string(), config->court_name});
    }

    void operator()(flow::desk::Unlock& unlock) {
        worker::OpenMachine request;
        request.home = home_;
        request.passphrase = base::as_bytes(unlock.passphrase);
        auto machine = worker::Machine::open(request, random_);
        if (!machine) {
            base::wipe(unlock.passphrase);
            tell(flow::desk::UnlockFailed{machine.error().code});
            return;
        }
        machine_ = std::move(*machine);
        book_.emplace(*machine_);
        tell_pack();
        // Before the window opens: what it asks for next is not to wait for it.
        std::optional<flow::desk::DraftsOpened> drafts = take_back_drafts(unlock.passphrase);
        const worker::MachineConfig& config = machine_->config();
        tell(flow::desk::Unlocked{config.person_name,
                                  config.role ? std::string(mail::name_of(*config.role)) : std::string(),
                                  config.court_name});
        tell_mail({});
        if (drafts) tell(*std::move(drafts));
        base::wipe(unlock.passphrase);
    }
    void operator()(flow::desk::Lock& lock) {
        drafts_.seal(lock.drafts, random_);
        printing_.let_go(os::monotonic_ms());
        book_.reset();
        machine_.reset();
        eyes_.end_session();
    }
    // By a program of its own: a printer may take a minute, and nothing waits for it.
    void operator()(const flow::desk::PrintPaper& print) {
        if (!machine_) return;
        printing_.start({"print", "sheet", "--home", home_.string(), "--title", print.title}, print.file->pdf,
                        os::monotonic_ms());
    }
    // Between the effects. How long the next one may be waited for.
    std::chrono::milliseconds look_after_printer() {
        if (const auto word = printing_.look(os::monotonic_ms()))
            tell(flow::desk::PaperPrinted{*word == "printed" ? std::string() : *word});
        return printing_.is_running() ? kPrinterWait : kWait;
    }
    // Unpacked by the eyes' process: a machine in bad hands could have sealed anything, and here are the court's keys.
    void operator()(const flow::desk::LoadPicture& load) {
        if (!machine_) return;
        auto jpeg = load.about ? worker::picture_in(*machine_, *load.about, load.digest)
                               : worker::picture_with(*machine_, load.digest);
        if (!jpeg) {
            tell(flow::desk::LoadedPicture{load.digest, nullptr});
            return;
        }
        {
            const std::lock_guard lock(shown_mutex_);
            shown_[++tickets_] = load.digest;
        }
        eyes_.ask(flow::ShowPhoto{tickets_, std::make_shared<flow::PhotoFile>(std::move(*jpeg))});
    }
    void operator()(const flow::desk::LookForPaper&) {
        if (!machine_) return;
        set_places();
        eyes_.ask(flow::LookThroughCamera{++tickets_, flow::LookFor::Paper});
    }
    void operator()(const flow::desk::TakePicture&) { eyes_.ask(flow::TakePhoto{++tickets_}); }
    void operator()(const flow::desk::ListPictures&) {
        if (!machine_) return;
        set_places();
        eyes_.ask(flow::ListStick{++tickets_});
    }
    void operator()(const flow::desk::TakeListed& take) { eyes_.ask(flow::TakeFromStick{++tickets_, take.index}); }
    void operator()(const flow::desk::LookForSlip&) {
        if (!machine_) return;
        set_places();
        eyes_.keep_listening();
        eyes_.ask(flow::LookThroughCamera{++tickets_, flow::LookFor::Codes});
    }
    void operator()(const flow::desk::StopLookingForSlip&) { eyes_.end_session(); }
    void operator()(const flow::desk::RecoverSlip& recover) {
        if (!machine_) return;
        const auto recovered = worker::recover_symbols(*machine_, recover.symbols, os::now());
        if (recovered)
            tell(flow::desk::RecoveredSlip{recovered->id, recovered->was_known, recovered->opened});
        else
            tell(flow::desk::RecoveryFailed{recovered.error().code});
        if (recovered) tell_mail({});
    }

    void operator()(const flow::desk::LoadInbox&) {
        if (!machine_ || !machine_->reads_intake()) return;
        const auto entries = worker::list_inbox(*machine_);
        if (!entries) {
            tell(flow::desk::LoadFailed{entries.error().code});
            return;
        }
        flow::desk::LoadedInbox loaded;
        loaded.rows.reserve(entries->size());
        for (const worker::InboxEntry& entry : *entries)
            loaded.rows.push_back(row_of(entry));
        loaded.index = book_->index_of(loaded.rows);
        if (const auto alerts = worker::list_alerts(*machine_)) {
            for (const worker::AlertEntry& alert : *alerts)
                if (!alert.looked_after)
                    loaded.alerts.push_back(
                        {alert.id, alert.said.site, alert.said.day, alert.said.part, alert.said.contact});
        }
        tell(std::move(loaded));
    }
    void operator()(const flow::desk::LoadSheet& load) {
        if (!machine_) return;
        auto sheet = read_sheet(load.id);
        if (sheet) {
            static_cast<void>(worker::note_view(*machine_, load.id, "application", os::now()));
            tell(flow::desk::LoadedSheet{std::move(*sheet)});
        } else {
            tell(flow::desk::LoadFailed{sheet.error().code});
        }
    }
    void operator()(flow::desk::SignAnswer& sign) {
        if (!machine_) return;
        worker::AnswerRequest request{sign.id.text(), sign.draft.status, std::move(sign.draft.text),
                                      std::move(sign.draft.papers), std::move(sign.draft.number)};
        const auto answered = worker::answer(*machine_, request, os::now(), random_);
        if (!answered) {
            tell(flow::desk::AnswerFailed{answered.error().code});
            return;
        }
        auto sheet = read_sheet(sign.id);
        if (sheet) {
            tell(flow::desk::Answered{std::move(*sheet)});
        } else {
            tell(flow::desk::AnswerFailed{sheet.error().code});
        }
        (*this)(flow::desk::LoadInbox{});  // it is found by another state now
        tell_mail({});
    }
    void operator()(const flow::desk::LookAfter& alert) {
        if (!machine_) return;
        const auto said = worker::look_after_alert(*machine_, alert.id.text(), {}, os::now(), random_);
        if (!said) {
            tell(flow::desk::LoadFailed{said.error().code});
            return;
        }
        (*this)(flow::desk::LoadInbox{});
        tell_mail({});
    }
    void operator()(const flow::desk::SyncNow&) {
        if (!machine_) return;
        std::string problem;
        auto courier = worker::way_to_hub(*machine_, os::now());
        if (!courier) {
            problem = courier.error().code;
        } else {
            const auto report = worker::sync_once(*machine_, **courier, os::now, random_);
            if (!report) {
                problem = report.error().code;
            } else {
                if (report->problem) problem = report->problem->code;
                if (report->pack_changed) tell_pack();
            }
        }
        tell_mail(problem);
        (*this)(flow::desk::LoadInbox{});
    }

    void operator()(const flow::desk::ListCases& effect) { about_cases(effect); }
    void operator()(const flow::desk::ShowCase& effect) { about_cases(effect); }
    void operator()(const flow::desk::MakePaper& effect) { about_cases(effect); }
    void operator()(const flow::desk::SavePaper& effect) { about_cases(effect); }
    void operator()(const flow::desk::DoAct& effect) { act_in_cases(effect); }
    void operator()(const flow::desk::OpenCaseFrom& effect) { act_in_cases(effect); }
    void operator()(const flow::desk::UndoAct& effect) { act_in_cases(effect); }
    void operator()(const flow::desk::ShowLead& effect) { about_cases(effect); }
    void operator()(const flow::desk::DoLead& effect) { act_in_cases(effect); }
    void operator()(const flow::desk::OpenCaseOfLead& effect) { act_in_cases(effect); }
    void operator()(const flow::desk::SayYearSent& effect) { act_in_cases(effect); }
    void operator()(const flow::desk::ShowDoubles& effect) { about_cases(effect); }
    void operator()(const flow::desk::WriteTokenList& effect) { about_cases(effect); }
    void operator()(const flow::desk::TakeTokenLists& effect) { act_in_cases(effect); }

private:
    template <class CaseEffect>
    void about_cases(const CaseEffect& effect) {
        if (!machine_) return;
        DeskCases(*machine_, *book_, random_, [this](flow::DeskEvent event) {
            tell(std::move(event));
        }).perform(effect);
    }
    // What is signed waits to be sent. Looking only must not say so: the window looks again at news of mail.
    template <class CaseEffect>
    void act_in_cases(const CaseEffect& effect) {
        about_cases(effect);
        if (machine_) tell_mail({});
    }
    // While the passphrase is at hand. Without a key for it, the next lock says that nothing was kept.
    std::optional<flow::desk::DraftsOpened> take_back_drafts(const std::string& passphrase) {
        std::vector<flow::KeptDraft> drafts = drafts_.open(base::as_bytes(passphrase));
        const bool lost = drafts_.is_lost();
        if (const auto ready = drafts_.get_ready(base::as_bytes(passphrase), random_); !ready) say(ready.error());
        if (drafts.empty() && !lost) return std::nullopt;
        return flow::desk::DraftsOpened{std::move(drafts), lost};
    }
    void tell(flow::DeskEvent event) { tell_(DeskNews{std::move(event)}); }
    void tell_pack() {
        const worker::MachineConfig& config = machine_->config();
        tell_(DeskOpened{machine_->shared_pack(), config.person_name,
                         config.role ? std::string(mail::name_of(*config.role)) : std::string(), config.court_name});
    }
    void tell_mail(const std::string& problem) {
        flow::MailState mail;
        mail.problem = problem;
        if (const auto status = worker::status_of(*machine_)) {
            mail.last_contact = status->last_contact;
            mail.unsent = status->outbox.queued + status->outbox.sent;
            mail.set_aside = status->outbox.quarantined;
        }
        tell(flow::desk::MailChanged{mail});
    }
    base::Result<flow::ApplicationSheet> read_sheet(const base::RecordId& id) {
        const worker::ShownApplication shown = TRY(worker::show_application(*machine_, id.text()));
        return sheet_of(*machine_, shown);
    }

    // From the eyes' threads.
    void hear(const flow::Event& event) {
        if (const auto* saw = std::get_if<flow::CameraSaw>(&event))
            tell(flow::desk::SawSlip{saw->frame});
        else if (const auto* failed = std::get_if<flow::CameraFailed>(&event))
            tell(flow::desk::LookFailed{failed->code});
        else if (const auto* scanned = std::get_if<flow::Scanned>(&event))
            tell(flow::desk::ScannedSymbol{scanned->text});
        else if (const auto* photo = std::get_if<flow::TookPhoto>(&event))
            tell_photo(*photo);
        else if (const auto* spoilt = std::get_if<flow::PhotoFailed>(&event))
            tell_spoilt(*spoilt);
        else if (const auto* listed = std::get_if<flow::ListedStick>(&event))
            tell(flow::desk::ListedPictures{listed->pictures});
        else if (const auto* no_stick = std::get_if<flow::StickFailed>(&event))
            tell(flow::desk::PictureFailed{no_stick->code});
    }
    // One that came with an application or a case, and was asked for; else one that was taken now.
    void tell_photo(const flow::TookPhoto& photo) {
        if (const auto digest = asked_with(photo.ticket))
            tell(flow::desk::LoadedPicture{*digest, photo.view});
        else if (photo.file)
            tell(flow::desk::TookPicture{{seal::sha256(photo.file->jpeg), photo.file, photo.view}});
    }
    void tell_spoilt(const flow::PhotoFailed& spoilt) {
        if (const auto digest = asked_with(spoilt.ticket))
            tell(flow::desk::LoadedPicture{*digest, nullptr});
        else
            tell(flow::desk::PictureFailed{spoilt.code});
    }
    std::optional<base::Digest> asked_with(std::uint64_t ticket) {
        std::optional<base::Digest> digest;
        const std::lock_guard lock(shown_mutex_);
        if (const auto found = shown_.find(ticket); found != shown_.end()) digest = found->second;
        shown_.erase(ticket);
        return digest;
    }
    void set_places() {
        const worker::MachineConfig& config = machine_->config();
        eyes_.set_places({config.camera, config.scanner, config.sticks});
    }

    std::filesystem::path home_;
    std::function<void(DeskNews)> tell_;
    os::OsRandom random_;
    std::unique_ptr<worker::Machine> machine_;
    std::optional<worker::CaseBook> book_;  // while it is unlocked
    worker::SealedDrafts drafts_;
    PrintChild printing_{program_folder() / "courtyardctl", PrintChild::WhenAlone::TakesBack};
    std::uint64_t tickets_ = 0;
    std::mutex shown_mutex_;
    std::map<std::uint64_t, base::Digest> shown_;  // pictures asked for
    EyesProcess eyes_{program_folder() / "courtyard-eyes", [this](flow::Event event) { hear(event); }};
};

}  // namespace

DeskWorker::DeskWorker(std::filesystem::path home, std::function<void()> wake)
    : home_(std::move(home)), wake_(std::move(wake)), thread_([this] { run(); }) {}

DeskWorker::~DeskWorker() {
    effects_.close();
    thread_.join();
}

void DeskWorker::ask(flow::DeskEffect effect) {
    const bool taken = effects_.push(std::move(effect));
    COURTYARD_CHECK(taken || effects_.closed());
}

DeskNews DeskWorker::first_news() {
    while (true) {
        if (auto news = news_.pop(std::chrono::seconds(60))) return std::move(*news);
    }
}

void DeskWorker::tell(DeskNews news) {
    const bool taken = news_.push(std::move(news));
    COURTYARD_CHECK(taken);
    wake_();
}

void DeskWorker::run() {
    Perform perform(home_, [this](DeskNews news) { tell(std::move(news)); });
    perform.greet();
    while (!effects_.closed()) {
        const auto wait = perform.look_after_printer();
        if (auto effect = effects_.pop(wait)) std::visit(perform, *effect);
    }
}

}  // namespace courtyard::shell
