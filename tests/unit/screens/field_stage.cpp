#include "tests/unit/screens/field_stage.hpp"

#include <doctest/doctest.h>

namespace courtyard::test {

const pack::Pack& demo_pack() {
    static const pack::Pack pack = [] {
        auto loaded = pack::load("assets/packs/zhejiang-demo");
        if (!loaded) FAIL("the demonstration pack cannot be read: " << loaded.error().message);
        return std::move(*loaded);
    }();
    return pack;
}

platform::FontLibrary& demo_fonts() {
    static const std::unique_ptr<platform::FontLibrary> fonts = [] {
        auto opened = platform::FontLibrary::open();
        if (!opened) FAIL("the fonts cannot be opened: " << opened.error().message);
        return std::move(*opened);
    }();
    return *fonts;
}

DeskStage::DeskStage(flow::DeskState state, platform::Size size, Drawing drawing) : state_(std::move(state)) {
    world_.pack = &demo_pack();
    driver_ = std::make_unique<UiDriver>(
        demo_fonts(), size,
        [this](const platform::Faces& faces) -> std::function<void()> {
            view_.view.fonts = {faces.text, faces.bold, faces.title, faces.icons};
            view_.view.find_word = [](std::string_view key) -> const std::string* {
                const auto& words = demo_pack().words.all();
                const auto found = words.find(key);
                return found == words.end() ? nullptr : &found->second;
            };
            view_.view.hear_text = [](std::string_view text, ImVec2 min, ImVec2 max, float em, ImVec2 room_min, ImVec2 room_max) {
                platform::record_text(text, min, max, em, room_min, room_max);
            };
            view_.view.log = &log_;
            view_.view.moving = false;
            return [this] {
                log_.clear();
                std::vector<flow::DeskEvent> events;
                screens::draw(state_, world_, view_, [&events](flow::DeskEvent event) { events.push_back(std::move(event)); });
                for (const flow::DeskEvent& event : events) play(event);
            };
        },
        drawing);
}

void DeskStage::play(const flow::DeskEvent& event) {
    flow::DeskStep step = flow::desk_update(std::move(state_), event, state_.now);
    state_ = std::move(step.state);
    for (flow::DeskEffect& effect : step.effects) effects_.push_back(std::move(effect));
}

std::vector<flow::DeskEffect> DeskStage::take_effects() { return std::exchange(effects_, {}); }

void DeskStage::key_with_ctrl(ImGuiKey key) {
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
    driver_->key(key);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
    driver_->frames(2);
}

}  // namespace courtyard::test
