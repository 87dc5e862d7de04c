// Answers what the kiosk's screen asks while its home cannot be used.
#pragma once

#include <functional>
#include <string>

#include "app/shell/eyes_process.hpp"
#include "app/shell/print_process.hpp"
#include "app/shell/steward_desk.hpp"

namespace courtyard::shell {

// Every question gets its answer, nothing is kept.
struct KioskDeclines {
    std::string code;
    PrintProcess& printing;
    EyesProcess& eyes;
    StewardDesk& steward;
    std::function<void(flow::Event)> tell;

    void operator()(flow::File& file) const;
    void operator()(flow::LookUpProgress& look_up) const;
    void operator()(const flow::IssueTicket& issue) const;
    void operator()(flow::KeepDraft& keep) const;
    void operator()(flow::PackTicket& pack) const;
    void operator()(flow::OpenTicket& open) const;
    void operator()(const flow::EndSession&) const;
    void operator()(const flow::Speak&) const {}
    void operator()(const flow::StopSpeaking&) const {}
    void operator()(const flow::SetLoudness&) const {}
    void operator()(const flow::RecogniseInk&) const {}
    void operator()(const flow::SpellOut&) const {}
    void operator()(const flow::ListForms&) const {}
    void operator()(const flow::ListByRadical&) const {}
    void operator()(flow::Print& print) const;
    void operator()(flow::EyesEffect& effect) const;
    void operator()(const flow::Practise&) const {}
    // The steward comes in all the more when something is broken.
    void operator()(flow::TryPin& knock) const;
    void operator()(const flow::LookAtHealth& look) const;
    void operator()(const flow::TestPrinter& test) const;
    void operator()(const flow::AskForStick& ask) const;
    void operator()(const flow::LetStickGo&) const {}
    void operator()(flow::RaiseAlert& alert) const;
    void operator()(const flow::CheckMachine&) const;
};

}  // namespace courtyard::shell
