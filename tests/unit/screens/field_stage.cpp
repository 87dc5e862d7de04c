#include "tests/unit/screens/field_stage.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <utility>

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

flow::DeskState desk_sample(std::string_view name) {
    for (screens::DeskSample& each : screens::desk_gallery(demo_pack()))
        if (each.name == name) return std::move(each.state);
    FAIL("no such sample");
    return {};
}

namespace {

const pack::Words& plain_words() {
    static const pack::Words words = [] {
        std::ifstream file("assets/failure.toml", std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        auto parsed = screens::parse_plain_words(text.str());
        if (!parsed) FAIL("the plain words cannot be read: " << parsed.error().message);
        return std::move(*parsed);
    }();
    return words;
}

}  // namespace

DeskStage::DeskStage(flow::DeskState state, platform::Size size, Content content) : state_(std::move(state)) {
    if (content == Content::Demo) world_.pack = &demo_pack();
    driver_ =
        std::make_unique<UiDriver>(demo_fonts(), size, [this](const platform::Faces& faces) -> std::function<void()> {
            view_.view.fonts = {faces.text, faces.bold, faces.title, faces.icons};
            view_.view.find_word = [this](std::string_view key) -> const std::string* {
                const auto& words = (world_.pack ? world_.pack->words : plain_words()).all();
                const auto found = words.find(key);
                return found == words.end() ? nullptr : &found->second;
            };
            view_.view.hear_text = [](std::string_view text, ImVec2 min, ImVec2 max, float em, ImVec2 room_min,
                                      ImVec2 room_max) {
                platform::record_text(text, min, max, em, room_min, room_max);
            };
            view_.view.log = &log_;
            view_.view.moving = false;
            return [this] {
                log_.clear();
                std::vector<flow::DeskEvent> events;
                screens::draw(state_, world_, view_,
                              [&events](flow::DeskEvent event) { events.push_back(std::move(event)); });
                for (const flow::DeskEvent& event : events)
                    play(event);
            };
        });
}

void DeskStage::play(const flow::DeskEvent& event) {
    flow::DeskStep step = flow::desk_update(std::move(state_), event, state_.now);
    state_ = std::move(step.state);
    for (flow::DeskEffect& effect : step.effects)
        effects_.push_back(std::move(effect));
}

std::vector<flow::DeskEffect> DeskStage::take_effects() { return std::exchange(effects_, {}); }

void DeskStage::key_with_ctrl(ImGuiKey key) {
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
    driver_->key(key);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
    driver_->frames(2);
}

}  // namespace courtyard::test
