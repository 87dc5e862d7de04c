#include "app/screens/gallery_writing.hpp"

#include <initializer_list>
#include <utility>

#include "app/flow/kiosk_update.hpp"
#include "app/screens/line_breaker.hpp"

namespace courtyard::screens {

namespace {

using namespace flow;

// U+5F20 in seven strokes, as tests/data/handwriting has it.
const std::vector<InkStroke>& zhang() {
    static const std::vector<InkStroke> kStrokes{
        {{213, 208}, {258, 209}, {358, 183}, {389, 199}, {399, 211}, {362, 317}, {334, 333}},
        {{246, 399}, {259, 382}, {332, 361}, {392, 362}},
        {{184, 355},
         {211, 386},
         {216, 421},
         {191, 537},
         {238, 539},
         {300, 523},
         {355, 526},
         {378, 551},
         {348, 738},
         {324, 806},
         {307, 833},
         {272, 859},
         {171, 796}},
        {{736, 199}, {751, 224}, {754, 249}, {675, 335}, {631, 371}, {605, 384}},
        {{434, 496}, {487, 500}, {645, 463}, {784, 441}, {881, 453}},
        {{510, 141}, {544, 163}, {556, 189}, {560, 445}, {552, 692}, {542, 792}, {548, 838}, {587, 822}, {688, 734}},
        {{586, 506}, {602, 515}, {706, 636}, {819, 735}, {950, 756}}};
    return kStrokes;
}

class Player {
public:
    Player(KioskState state, const KioskWorld& world) : state_(std::move(state)), world_(world) {}

    Player& play(const Event& event) {
        state_ = update(std::move(state_), event, state_.now, world_).state;
        return *this;
    }
    [[nodiscard]] std::uint64_t ticket() const { return state_.session.writing.ticket; }
    [[nodiscard]] KioskState state() const { return state_; }
    [[nodiscard]] std::string word(std::string_view key) const { return world_.pack->words.text(key); }

    Player& write() {
        for (const InkStroke& stroke : zhang()) {
            play(PenDown{stroke.front()});
            play(PenMoved{stroke});
            play(PenUp{});
        }
        ReadInk read{ticket(), {}};
        const std::string all = word("gallery.ink");
        for (std::size_t at = 0; at < all.size();) {
            const std::size_t begin = at;
            static_cast<void>(next_character(all, at));
            read.characters.push_back(all.substr(begin, at - begin));
        }
        return play(std::move(read));
    }
    Player& spell(std::string letters, std::string_view words_key) {
        play(ChoseWritingPad{WritingPad::sound});
        play(Spelled{letters});
        SpelledOut out{ticket(), {}};
        const std::string all = word(words_key);
        for (std::size_t at = 0; at < all.size();) {
            const std::size_t end = std::min(all.find(' ', at), all.size());
            out.offers.push_back({all.substr(at, end - at), letters.size()});
            at = end + 1;
        }
        return play(std::move(out));
    }
    Player& look_up(bool to_the_end) {
        play(ChoseWritingPad{WritingPad::radical});
        play(ChoseRadicalStrokes{5});
        FoundForms found{ticket(), {}};
        for (const std::string& form : each("gallery.radicals"))
            found.forms.push_back({form, form});
        play(std::move(found));
        if (!to_the_end) return *this;
        play(ChoseRadical{1});
        FoundByRadical by{ticket(), {}};
        for (int strokes = 0; strokes <= 16; ++strokes)
            by.groups.push_back({strokes, each("gallery.by_radical")});
        play(std::move(by));
        return play(ChoseRestStrokes{7});
    }

private:
    [[nodiscard]] std::vector<std::string> each(std::string_view key) const {
        std::vector<std::string> out;
        const std::string all = word(key);
        for (std::size_t at = 0; at < all.size();) {
            const std::size_t begin = at;
            static_cast<void>(next_character(all, at));
            out.push_back(all.substr(begin, at - begin));
        }
        return out;
    }

    KioskState state_;
    const KioskWorld& world_;
};

}  // namespace

void add_writing_samples(const WritingPages& pages, const KioskWorld& world, std::vector<Sample>& samples) {
    const auto add = [&samples](std::string name, const Player& player) {
        samples.push_back({std::move(name), player.state()});
    };
    add("write_name_hand", Player(pages.name, world).write());
    add("write_pending", Player(pages.name, world).write().play(PressedNext{}));
    add("write_name_sound", Player(pages.name, world).spell("zhangsan", "gallery.sound_name"));
    add("write_radicals", Player(pages.name, world).look_up(false));
    add("write_by_radical", Player(pages.name, world).look_up(true));
    add("write_marks", Player(pages.name, world).play(ChoseWritingPad{WritingPad::marks}));
    add("write_story_hand", Player(pages.story, world).play(MovedCaret{CaretMove::Left}).write());
    add("write_story_sound", Player(pages.story, world).spell("shiguhou", "gallery.sound_story"));
    Player failed(pages.name, world);
    failed.play(ChoseWritingPad{WritingPad::sound}).play(Spelled{"zhang"});
    add("write_unavailable", failed.play(WritingFailed{failed.ticket()}));
    add("write_money_myriad", Player(pages.money, world).play(Typed{"12.5"}).play(PressedMyriad{}));
    add("write_date_unset", Player(pages.date, world));
}

}  // namespace courtyard::screens
