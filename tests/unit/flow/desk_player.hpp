// The laptop's window as a value, played by tests: events in, effects out, cases out of told stories.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "app/flow/desk_update.hpp"
#include "tests/unit/cases/story.hpp"

namespace courtyard::test {

inline std::shared_ptr<flow::CaseView> view_of(const Story& story, const std::string& self) {
    auto view = std::make_shared<flow::CaseView>();
    view->facts = story.facts;
    view->folded = story.fold();
    for (const char* name : {"registrar", "registrar2", "judge", "judge2", "judge3", "committee", "committee2",
                             "committee3", "caller", "leader"}) {
        const std::string office(name);
        view->people.push_back(
            {story.person(office), office, *cases::role_of(office.substr(0, office.find_first_of("0123456789")))});
    }
    view->self = story.person(self);
    return view;
}

struct Player {
    flow::DeskState state;
    std::vector<flow::DeskEffect> effects;

    void play(const flow::DeskEvent& event) {
        flow::DeskStep step = flow::desk_update(std::move(state), event, state.now);
        state = std::move(step.state);
        effects = std::move(step.effects);
    }
    template <class T>
    const T* asked() const {
        for (const flow::DeskEffect& effect : effects)
            if (const T* found = std::get_if<T>(&effect)) return found;
        return nullptr;
    }
    void sit_down(const std::string& role) {
        state.now = {1'795'424'400'000};
        play(flow::desk::TypedPassphrase{"long enough"});
        play(flow::desk::PressedUnlock{});
        play(flow::desk::Unlocked{"叶知秋", role, "测试县人民法院"});
        play(flow::desk::LoadedInbox{});
    }
    void open(const std::shared_ptr<const flow::CaseView>& view) {
        play(flow::desk::PressedCase{view->folded.id});
        play(flow::desk::CaseShown{view});
    }
    [[nodiscard]] bool may(const std::string& kind) const {
        const auto& acts = state.cases.acts;
        return std::any_of(acts.begin(), acts.end(), [&](const flow::PossibleAct& act) { return act.kind == kind; });
    }
};

}  // namespace courtyard::test
