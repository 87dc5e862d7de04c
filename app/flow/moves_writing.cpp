// Words by hand, by sound and by radical. Candidates come from the worker; a person's touch alone puts one into the
// text.
#include <algorithm>

#include "app/domain/money.hpp"
#include "app/domain/text.hpp"
#include "app/flow/form_walk.hpp"
#include "app/flow/kiosk_moves.hpp"
#include "app/flow/typing_rule.hpp"

namespace courtyard::flow {

namespace {

constexpr std::size_t kKeyOffers = 9;  // what the keys 1 to 9 reach

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

InkPoint near_the_grid(InkPoint at) {
    constexpr int kOutside = 150;
    const auto clamp = [](std::int16_t v) {
        return static_cast<std::int16_t>(std::clamp<int>(v, -kOutside, 1000 + kOutside));
    };
    return {clamp(at.x), clamp(at.y)};
}

std::size_t points(const std::vector<InkStroke>& ink) {
    std::size_t count = 0;
    for (const InkStroke& stroke : ink)
        count += stroke.size();
    return count;
}

void drop_offers(WritingWork& work) {
    for (Offer& offer : work.offers)
        base::wipe(offer.text);
    work.offers.clear();
    work.first_offer = 0;
}

void wipe_ink(WritingWork& work) {
    for (InkStroke& stroke : work.ink)
        std::fill(stroke.begin(), stroke.end(), InkPoint{});
    work.ink.clear();
    work.pen_is_down = false;
}

bool has_han_before(const TextEdit& edit) {
    return std::any_of(edit.text.begin(), edit.text.begin() + static_cast<std::ptrdiff_t>(edit.caret),
                       [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

}  // namespace

void Moves::ask_about_ink() {
    WritingWork& work = writing();
    work.ticket = ++state_.tickets;
    if (work.ink.empty()) return drop_offers(work);
    effects_.emplace_back(RecogniseInk{work.ticket, work.ink});
}

void Moves::ask_about_letters() {
    WritingWork& work = writing();
    work.ticket = ++state_.tickets;
    if (work.letters.empty()) return drop_offers(work);
    Spelling spelling = Spelling::text;
    if (takes_name(state_, world_)) spelling = has_han_before(session().edit) ? Spelling::given : Spelling::name;
    effects_.emplace_back(SpellOut{work.ticket, work.letters, spelling});
}

bool Moves::erase_letter() {
    std::string& letters = writing().letters;
    if (letters.empty()) return false;
    do {
        const char last = letters.back();
        letters.back() = '\0';
        letters.pop_back();
        if ((static_cast<unsigned char>(last) & 0xC0U) != 0x80U) break;
    } while (!letters.empty());
    ask_about_letters();
    return true;
}

bool Moves::warn_about_pending() {
    WritingWork& work = writing();
    if (!takes_words(state_, world_) || !is_pending(work) || work.warned) return false;
    work.warned = true;
    const Asking& asking = draft().asking;
    draft().problems = {{asking.field, std::nullopt, {}, "writing.pending", domain::Severity::Warning, {}}};
    return true;
}

void Moves::go_on_after_warning() {
    if (!writing().warned) return;
    writing().warned = false;
    draft().problems.clear();
}

void Moves::on(const ChoseWritingPad& event) {
    if (!takes_words(state_, world_) || writing().pad == event.pad) return;
    wipe(writing());
    writing().pad = event.pad;
    writing().ticket = ++state_.tickets;
}

void Moves::on(const PenDown& event) {
    WritingWork& work = writing();
    if (!takes_words(state_, world_) || work.pad != WritingPad::hand) return;
    if (work.ink.size() >= kInkStrokesMax || points(work.ink) >= kInkPointsMax) return;
    work.pen_is_down = true;
    go_on_after_warning();
    work.ink.push_back({near_the_grid(event.at)});
}

void Moves::on(const PenMoved& event) {
    WritingWork& work = writing();
    if (!work.pen_is_down || work.ink.empty()) return;
    std::size_t room = kInkPointsMax - std::min(kInkPointsMax, points(work.ink));
    InkStroke& stroke = work.ink.back();
    for (const InkPoint& at : event.along) {
        if (room == 0) return;
        const InkPoint next = near_the_grid(at);
        if (next == stroke.back()) continue;
        stroke.push_back(next);
        --room;
    }
}

void Moves::on(const PenUp&) {
    if (!writing().pen_is_down) return;
    writing().pen_is_down = false;
    ask_about_ink();
}

void Moves::on(const UndidStroke&) {
    WritingWork& work = writing();
    work.pen_is_down = false;
    if (work.ink.empty()) return;
    std::fill(work.ink.back().begin(), work.ink.back().end(), InkPoint{});
    work.ink.pop_back();
    ask_about_ink();
}

void Moves::on(const ClearedInk&) {
    wipe_ink(writing());
    ask_about_ink();
}

void Moves::on(const Spelled& event) {
    WritingWork& work = writing();
    if (!takes_words(state_, world_) || work.pad != WritingPad::sound) return;
    for (const char c : event.letters)
        if (work.letters.size() < kSpelledMax && (is_letter(c) || c == '\'')) work.letters.push_back(c);
    go_on_after_warning();
    ask_about_letters();
}

void Moves::on(const Keyed& event) {
    const auto text = domain::code_points(event.utf8);
    if (!text) return;
    for (const char32_t c : *text) {
        WritingWork& work = writing();
        const bool spells = takes_words(state_, world_) && work.pad != WritingPad::marks;
        const char key = c < 0x80 ? static_cast<char>(c) : '\0';
        if (spells && (is_letter(key) || (key == '\'' && !work.letters.empty()))) {
            if (work.pad != WritingPad::sound) on(ChoseWritingPad{WritingPad::sound});
            on(Spelled{std::string(1, key)});
        } else if (spells && !work.letters.empty() && key == ' ') {
            on(ChoseOffer{work.first_offer});
        } else if (spells && !work.letters.empty() && key >= '1' && key <= '0' + static_cast<char>(kKeyOffers)) {
            on(ChoseOffer{work.first_offer + static_cast<std::size_t>(key - '1')});
        } else {
            on(Typed{domain::utf8(std::u32string(1, c))});
        }
    }
}

void Moves::on(const KeptLetters&) {
    WritingWork& work = writing();
    if (work.letters.empty()) return;
    on(Typed{work.letters});
    base::wipe(work.letters);
    work.letters.clear();
    ask_about_letters();
}

void Moves::on(const ChoseOffer& event) {
    WritingWork& work = writing();
    if (!takes_words(state_, world_) || event.index >= work.offers.size()) return;
    const Offer offer = work.offers[event.index];
    const std::size_t before = session().edit.text.size();
    on(Typed{offer.text});
    if (session().edit.text.size() == before) return;  // the field is full: nothing written is lost
    switch (work.pad) {
        case WritingPad::hand: on(ClearedInk{}); return;
        case WritingPad::sound: {
            std::string rest = work.letters.substr(std::min(offer.typed, work.letters.size()));
            base::wipe(work.letters);
            work.letters = std::move(rest);
            drop_offers(work);
            ask_about_letters();
            return;
        }
        case WritingPad::radical:
            wipe(work);
            work.ticket = ++state_.tickets;
            return;
        case WritingPad::marks: return;
    }
}

void Moves::on(const ShowedOffers& event) {
    // Forms of radicals are shown in pages like candidates.
    const bool forms = writing().pad == WritingPad::radical && writing().radical.empty();
    if (event.first < (forms ? writing().forms.size() : writing().offers.size())) writing().first_offer = event.first;
}

void Moves::on(const ChoseRadicalStrokes& event) {
    WritingWork& work = writing();
    if (!takes_words(state_, world_) || work.pad != WritingPad::radical) return;
    wipe(work);
    work.radical_strokes = std::max(0, event.strokes);
    work.ticket = ++state_.tickets;
    if (work.radical_strokes > 0) effects_.emplace_back(ListForms{work.ticket, work.radical_strokes});
}

void Moves::on(const ChoseRadical& event) {
    WritingWork& work = writing();
    if (work.pad != WritingPad::radical || event.index >= work.forms.size()) return;
    work.radical = work.forms[event.index].text;
    work.groups.clear();
    work.rest_strokes = -1;
    drop_offers(work);  // and back to the first page
    work.ticket = ++state_.tickets;
    effects_.emplace_back(ListByRadical{work.ticket, work.forms[event.index].list});
}

void Moves::on(const ChoseRestStrokes& event) {
    WritingWork& work = writing();
    if (work.pad != WritingPad::radical || work.radical.empty()) return;
    drop_offers(work);
    work.rest_strokes = event.strokes;
    for (const RadicalGroup& group : work.groups)
        if (group.strokes == event.strokes)
            for (const std::string& character : group.characters)
                work.offers.push_back({character, 0});
}

void Moves::on(const PressedMyriad&) {
    const domain::Field* part = page() == Page::Ask ? asked_part(state_, world_) : nullptr;
    if (!part || part->type != domain::FieldType::Money) return;
    const auto amount = domain::parse_yuan(session().edit.text);
    constexpr std::int64_t kMyriad = 10'000;
    // Beyond what the field takes the key does nothing.
    if (!amount || amount->value <= 0 || amount->value > 9'999'999'999'99LL / kMyriad) return;
    session().edit = edit_of(domain::yuan_text(domain::Fen{amount->value * kMyriad}));
    draft().problems.clear();
    draft().warned = false;
}

void Moves::on(const ReadInk& event) {
    WritingWork& work = writing();
    if (event.ticket != work.ticket || work.pad != WritingPad::hand || work.ink.empty()) return;
    drop_offers(work);
    work.unavailable = false;
    for (const std::string& character : event.characters)
        if (work.offers.size() < static_cast<std::size_t>(kInkOffers)) work.offers.push_back({character, 0});
}

void Moves::on(const SpelledOut& event) {
    WritingWork& work = writing();
    if (event.ticket != work.ticket || work.pad != WritingPad::sound || work.letters.empty()) return;
    drop_offers(work);
    work.unavailable = false;
    work.offers = event.offers;
    if (work.offers.size() > kOffersMax) work.offers.resize(kOffersMax);
}

void Moves::on(const FoundForms& event) {
    WritingWork& work = writing();
    if (event.ticket != work.ticket || work.pad != WritingPad::radical) return;
    work.unavailable = false;
    work.forms = event.forms;
}

void Moves::on(const FoundByRadical& event) {
    WritingWork& work = writing();
    if (event.ticket != work.ticket || work.pad != WritingPad::radical) return;
    work.unavailable = false;
    work.groups = event.groups;
}

void Moves::on(const WritingFailed& event) {
    if (event.ticket == writing().ticket) writing().unavailable = true;
}

}  // namespace courtyard::flow
