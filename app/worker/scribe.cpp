#include "app/worker/scribe.hpp"

#include <algorithm>
#include <type_traits>

#include "app/domain/text.hpp"

namespace courtyard::worker {

namespace {

std::string one(char32_t character) { return domain::utf8(std::u32string(1, character)); }

pinyin::Mode mode_of(flow::Spelling spelling) {
    switch (spelling) {
        case flow::Spelling::text: return pinyin::Mode::text;
        case flow::Spelling::name: return pinyin::Mode::name;
        case flow::Spelling::given: return pinyin::Mode::given;
    }
    return pinyin::Mode::text;
}

}  // namespace

void Scribe::use_words(domain::TypingWords words) {
    words_ = std::move(words);
    speller_.reset();
}

bool Scribe::perform(flow::Effect& effect) {
    return std::visit(
        [this](auto& wanted) {
            if constexpr (requires { answer(wanted); }) {
                answer(wanted);
                return true;
            } else {
                return false;
            }
        },
        effect);
}

void Scribe::answer(flow::RecogniseInk& effect) {
    if (!recogniser_) {
        auto opened = open_recogniser();
        if (!opened) return tell_(flow::WritingFailed{effect.ticket});
        recogniser_ = *std::move(opened);
    }
    handwriting::Ink ink;
    for (const flow::InkStroke& stroke : effect.ink) {
        handwriting::Stroke& points = ink.emplace_back();
        for (const flow::InkPoint& point : stroke)
            points.push_back({static_cast<double>(point.x), static_cast<double>(point.y)});
    }
    flow::ReadInk read{effect.ticket, {}};
    for (const handwriting::Candidate& candidate : recogniser_->recognise(ink, flow::kInkOffers))
        read.characters.push_back(one(candidate.character));
    for (flow::InkStroke& stroke : effect.ink)
        std::fill(stroke.begin(), stroke.end(), flow::InkPoint{});
    for (handwriting::Stroke& stroke : ink)
        std::fill(stroke.begin(), stroke.end(), handwriting::Point{});
    tell_(std::move(read));
}

void Scribe::answer(flow::SpellOut& effect) {
    if (!speller_) {
        auto opened = open_speller(words_);
        if (!opened) {
            base::wipe(effect.letters);
            return tell_(flow::WritingFailed{effect.ticket});
        }
        speller_ = *std::move(opened);
    }
    flow::SpelledOut spelled{effect.ticket, {}};
    for (pinyin::Candidate& candidate :
         speller_->candidates(effect.letters, mode_of(effect.spelling), flow::kOffersMax))
        spelled.offers.push_back({std::move(candidate.text), candidate.typed});
    base::wipe(effect.letters);
    tell_(std::move(spelled));
}

const radicals::RadicalTable* Scribe::table() {
    if (!radicals_) {
        auto opened = open_radicals();
        if (!opened) return nullptr;
        radicals_ = *std::move(opened);
    }
    return &*radicals_;
}

void Scribe::answer(const flow::ListForms& effect) {
    const radicals::RadicalTable* all = table();
    if (all == nullptr) return tell_(flow::WritingFailed{effect.ticket});
    flow::FoundForms found{effect.ticket, {}};
    for (const radicals::Form& form : all->forms(effect.strokes))
        found.forms.push_back({form.text, form.list});
    tell_(std::move(found));
}

void Scribe::answer(const flow::ListByRadical& effect) {
    const radicals::RadicalTable* all = table();
    if (all == nullptr) return tell_(flow::WritingFailed{effect.ticket});
    flow::FoundByRadical found{effect.ticket, {}};
    for (const radicals::WithStrokes& with : all->list(effect.list)) {
        flow::RadicalGroup& group = found.groups.emplace_back(flow::RadicalGroup{with.strokes, {}});
        for (const char32_t character : with.characters)
            group.characters.push_back(one(character));
    }
    tell_(std::move(found));
}

}  // namespace courtyard::worker
