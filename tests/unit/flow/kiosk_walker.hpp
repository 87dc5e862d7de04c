// A person at the kiosk, played by events alone: answers every question of the form in some sound way.
#pragma once

#include <vector>

#include "app/flow/form_answers.hpp"
#include "app/flow/form_walk.hpp"
#include "app/flow/kiosk_update.hpp"
#include "app/pack/pack.hpp"

namespace courtyard::test {

[[nodiscard]] const pack::Pack& walker_pack();

class Walker {
public:
    explicit Walker(flow::Trouble trouble = flow::Trouble::None);

    void play(const flow::Event& event);
    void reads_no_symbols() { world_.reads_symbols = false; }
    void wait_ms(std::int64_t ms) { now_ = now_ + ms; }
    void tick() { play(flow::Ticked{}); }
    void use_printer(flow::PrinterKind printer) { world_.printer = printer; }

    [[nodiscard]] const flow::KioskState& state() const { return state_; }
    [[nodiscard]] const flow::Session& session() const { return state_.session; }
    [[nodiscard]] flow::Page page() const { return state_.session.place.page; }
    [[nodiscard]] const flow::KioskWorld& world() const { return world_; }
    [[nodiscard]] std::vector<flow::Effect> take_effects() { return std::exchange(effects_, {}); }

    [[nodiscard]] const std::vector<flow::Effect>& effects() const { return effects_; }

    // From the attract page to the first question of the form, screening passed over.
    void open_form(domain::ApplicantKind kind);
    // Answers what is asked now and goes on; false when it is not Page::Ask any more.
    bool answer_one();
    // To the page with all answers. Codes in the order in which they were asked.
    std::vector<std::string> walk_form();
    // All the way to Page::Sealing; the File effect.
    flow::File file(domain::ApplicantKind kind);
    [[nodiscard]] static flow::Receipt receipt();

private:
    flow::KioskState state_;
    flow::KioskWorld world_;
    base::Instant now_{1'795'417'440'000};
    std::vector<flow::Effect> effects_;
};

}  // namespace courtyard::test
