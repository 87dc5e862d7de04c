// Tickets of unfinished work at the kiosk (worker/tickets.hpp): what the screen asks about them, and what it is told.
#pragma once

#include <functional>
#include <string>

#include "app/flow/kiosk_effect.hpp"
#include "app/flow/kiosk_event.hpp"
#include "app/shell/kiosk_room.hpp"
#include "app/worker/tickets.hpp"

namespace courtyard::shell {

// For the screen, which shows it to the person and to nobody else.
[[nodiscard]] std::string text_of(const seal::SecretBytes& secret);

class KioskTickets {
public:
    using Tell = std::function<void(flow::Event)>;
    // Practice keeps nothing.
    enum class Draft { Kept, Practised };

    KioskTickets(KioskRoom& room, Tell tell) : room_(room), tell_(std::move(tell)) {}

    void issue(const flow::IssueTicket& issue);
    // False: it could not be kept, which is the machine's trouble.
    [[nodiscard]] bool keep(flow::KeepDraft& keep, Draft draft);
    void pack(flow::PackTicket& pack, Draft draft);
    void open(flow::OpenTicket& open);
    // A draft that cannot be written over (false) opens for nobody but the person: the paper has the only key.
    [[nodiscard]] bool forget();
    // Once a start, when nothing else is to do.
    void fill_places();

private:
    KioskRoom& room_;
    Tell tell_;
    worker::Tickets tickets_;
    bool filled_ = false;
};

}  // namespace courtyard::shell
