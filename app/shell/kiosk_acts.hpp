// Performs what the kiosk's screen asks while its home is open.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "app/shell/eyes_process.hpp"
#include "app/shell/kiosk_tickets.hpp"
#include "app/shell/print_process.hpp"
#include "app/shell/steward_desk.hpp"
#include "sync/mail/delivery.hpp"

namespace courtyard::shell {

// One overload per effect; each answers with an event that carries the same ticket.
class KioskActs {
public:
    KioskActs(KioskRoom& room, PrintProcess& printing, EyesProcess& eyes, StewardDesk& steward, bool practice,
              std::function<void(flow::Event)> tell)
        : room_(room),
          printing_(printing),
          eyes_(eyes),
          steward_(steward),
          always_practice_(practice),
          practice_(practice),
          tell_(tell),
          tickets_(room, tell) {}

    void operator()(flow::File& file);
    // Nothing is answered, whatever comes of it: no screen may differ. What fails is tried again with the next look at
    // the mail; it waits in memory alone.
    void operator()(flow::RaiseAlert& alert);
    void operator()(flow::LookUpProgress& look_up);
    void operator()(const flow::EndSession&);
    void operator()(flow::EyesEffect& effect);
    void operator()(flow::Print& print);
    void operator()(const flow::CheckMachine&) { check(); }
    void operator()(const flow::IssueTicket& issue) { tickets_.issue(issue); }
    void operator()(flow::KeepDraft& keep) {
        if (!tickets_.keep(keep, draft())) check();
    }
    void operator()(flow::PackTicket& pack) { tickets_.pack(pack, draft()); }
    void operator()(flow::OpenTicket& open) { tickets_.open(open); }
    void operator()(const flow::Practise&) { practice_ = true; }
    void operator()(flow::TryPin& knock);
    void operator()(const flow::LookAtHealth& look);
    void operator()(const flow::TestPrinter& test);
    void operator()(const flow::AskForStick& ask) { steward_.ask_for_stick(ask); }
    void operator()(const flow::LetStickGo&) { steward_.let_stick_go(); }
    // The voice's (voice.hpp): nothing to do with the home.
    void operator()(const flow::Speak&) {}
    void operator()(const flow::StopSpeaking&) {}
    void operator()(const flow::SetLoudness&) {}
    // The scribe's; they do not come here.
    void operator()(const flow::RecogniseInk&) {}
    void operator()(const flow::SpellOut&) {}
    void operator()(const flow::ListForms&) {}
    void operator()(const flow::ListByRadical&) {}

    void check();
    // A disk that fills up, a clock that falls back, a day that passes: said before anybody begins to type.
    void check_now_and_then();
    // What the mail process has done meanwhile, as far as the store proves it.
    void look_at_mail();
    void fill_places() { tickets_.fill_places(); }

private:
    [[nodiscard]] KioskTickets::Draft draft() const {
        return practice_ ? KioskTickets::Draft::Practised : KioskTickets::Draft::Kept;
    }
    void forget_ticket();
    // Somebody's slip, all of it: on to the court, like mail, and no more readable here than before.
    void hand_in(flow::HandInSlip& slip);
    void say_alert();

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
    KioskTickets tickets_;
    std::pair<flow::Trouble, std::string> told_;
    std::int64_t checked_ms_ = 0;
    std::optional<Watched> filed_;
    std::optional<flow::RaiseAlert> unsaid_;
    std::optional<base::Instant> heard_;
};

}  // namespace courtyard::shell
