// Answers the writing pads: which character was written, what letters mean, what has this radical. Opens each of its
// tools when it is first asked for, and overwrites what a person wrote as soon as it is answered.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "app/flow/kiosk_effect.hpp"
#include "app/flow/kiosk_event.hpp"
#include "app/worker/writing_tools.hpp"

namespace courtyard::worker {

class Scribe {
public:
    explicit Scribe(std::function<void(flow::Event)> tell) : tell_(std::move(tell)) {}

    // The words of the court's present pack. The speller is opened anew when it is next needed.
    void use_words(domain::TypingWords words);

    // False: the effect is not about writing, and nothing was done. Each other one is answered by one event.
    [[nodiscard]] bool perform(flow::Effect& effect);

private:
    void answer(flow::RecogniseInk& effect);
    void answer(flow::SpellOut& effect);
    void answer(const flow::ListForms& effect);
    void answer(const flow::ListByRadical& effect);
    [[nodiscard]] const radicals::RadicalTable* table();

    std::function<void(flow::Event)> tell_;
    domain::TypingWords words_;
    std::unique_ptr<handwriting::Recogniser> recogniser_;
    std::unique_ptr<pinyin::Speller> speller_;
    std::optional<radicals::RadicalTable> radicals_;
};

}  // namespace courtyard::worker
