#include "tests/unit/screens/kiosk_stage.hpp"

#include <doctest/doctest.h>

#include "app/platform/ui_recorder.hpp"

namespace courtyard::test {

KioskStage::KioskStage(flow::KioskState state, platform::Size size, Drawing drawing)
    : state_(std::move(state)), world_(screens::gallery_world(demo_pack())) {
    driver_ = std::make_unique<UiDriver>(
        demo_fonts(), size,
        [this](const platform::Faces& faces) -> std::function<void()> {
            view_.fonts = {faces.text, faces.bold, faces.title, faces.icons};
            view_.find_word = screens::words_of(&demo_pack());
            view_.hear_text = [](std::string_view text, ImVec2 min, ImVec2 max, float em, ImVec2 room_min,
                                 ImVec2 room_max) { platform::record_text(text, min, max, em, room_min, room_max); };
            view_.log = &log_;
            view_.moving = false;
            return [this] {
                log_.clear();
                std::vector<flow::Event> events;
                screens::draw(state_, world_, view_,
                              [&events](flow::Event event) { events.push_back(std::move(event)); });
                for (const flow::Event& event : events)
                    play(event);
            };
        },
        drawing);
    driver_->frames(4);  // heights of scrolled pages settle
}

void KioskStage::play(const flow::Event& event) {
    flow::Updated updated = flow::update(std::move(state_), event, state_.now, world_);
    state_ = std::move(updated.state);
    for (flow::Effect& effect : updated.effects)
        effects_.push_back(std::move(effect));
}

bool KioskStage::click(std::string_view label) {
    constexpr int kPagesMax = 30;
    for (int i = 0; i < kPagesMax; ++i) {
        if (driver_->click(label)) {
            driver_->frames(3);
            return true;
        }
        const std::string why = driver_->last_failure();
        if (!driver_->click(demo_pack().words.text("roll.down"))) {
            MESSAGE("no \"" << std::string(label) << "\" here: " << why);
            return false;
        }
        driver_->frames(3);
    }
    return false;
}

}  // namespace courtyard::test
