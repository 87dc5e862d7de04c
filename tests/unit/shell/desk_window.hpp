// The window's questions about cases and leads, asked of a laptop of a small court; what it hears is kept.
#pragma once

#include <string>
#include <vector>

#include "app/shell/desk_cases.hpp"
#include "app/worker/case_book.hpp"
#include "app/worker/letters.hpp"
#include "tests/support/small_court.hpp"

namespace courtyard::test {

struct DeskWindow {
    worker::Machine& machine;
    base::Random& random;
    std::vector<flow::DeskEvent> heard{};
    worker::CaseBook book{machine};

    template <class Effect>
    void ask(const Effect& effect) {
        shell::DeskCases(machine, book, random, [this](flow::DeskEvent event) {
            heard.push_back(std::move(event));
        }).perform(effect);
    }
    // A case of the only application that has come.
    cases::CaseId open_case() {
        ask(flow::desk::OpenCaseFrom{worker::list_inbox(machine).value().front().id});
        return last<flow::desk::ActDone>()->about;
    }
    // The code of the refusal, "" when it was signed.
    std::string act(const cases::CaseId& id, const char* kind, const cases::Fields& fields) {
        heard.clear();
        ask(flow::desk::DoAct{id, kind, fields});
        const auto* refused = last<flow::desk::ActRefused>();
        return refused ? refused->code : std::string{};
    }
    template <class Event>
    const Event* last() const {
        for (auto event = heard.rbegin(); event != heard.rend(); ++event)
            if (const auto* found = std::get_if<Event>(&*event)) return found;
        return nullptr;
    }
};

}  // namespace courtyard::test
