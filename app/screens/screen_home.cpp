#include <algorithm>

#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"

namespace courtyard::screens {
namespace {

// 1 say, 2 fill in, 3 hand over: what will happen, before it begins.
void three_steps(Ui& ui, const Rect& rect) {
    const Palette& p = ui.palette();
    ui.fill(rect, p.ivory, 24);
    ui.frame(rect, p.rule, 2, 24);
    const Colour before = ui.ground(p.ivory);
    const Rect inner = rect.inset(24, 12);
    static constexpr const char* kTitle[] = {"home.step1.title", "home.step2.title", "home.step3.title"};
    static constexpr const char* kText[] = {"home.step1.text", "home.step2.text", "home.step3.text"};
    for (int i = 0; i < 3; ++i) {
        Rect cell = inner.cell(i, 0, 3, 1, 36);
        const float next = cell.right() + 36;
        const Rect number = cell.cut_left(68, 10);
        ui.disc(number.middle_x(), number.middle_y(), 34, p.gold);
        ui.ground(p.gold);
        ui.line(number, std::to_string(i + 1), {Type::card, Weight::strong, p.navy_deep, Align::centre});
        ui.ground(p.ivory);
        const float middle = cell.middle_y();
        const float head = ui.em(Type::label);
        ui.line({cell.x, middle - head - 4, cell.w, head}, ui.say(kTitle[i]), {Type::label, Weight::strong, p.ink});
        ui.line({cell.x, middle + 10, cell.w, ui.em(Type::note)}, ui.say(kText[i]),
                {Type::note, Weight::text, p.soft_ink});
        if (i == 2) continue;
        const float used = std::max(ui.wide(ui.say(kTitle[i]), {Type::label, Weight::strong, {}}),
                                    ui.wide(ui.say(kText[i]), {Type::note, Weight::text, {}}));
        const float from = cell.x + std::min(used, cell.w);
        ui.icon({from, cell.y, next - from, cell.h}, icon::kChevronRight, 46, p.soft_ink);
    }
    ui.ground(before);
}

struct HomeCard {
    const char* key;
    CardLook look;
    flow::Event event;
};

}  // namespace

void draw_home(Scene& scene) {
    Ui& ui = scene.ui;
    Rect body = home_frame(scene);
    const HomeCard cards[] = {{"home.screening", {icon::kFactCheck, Tone::navy}, flow::OpenedScreening{}},
                              {"home.progress", {icon::kEventAvailable, Tone::go}, flow::OpenedProgress{}},
                              {"home.guide", {icon::kMenuBook, Tone::quiet}, flow::OpenedGuide{}},
                              {"home.help", {icon::kSupportAgent, Tone::help}, flow::PressedHelp{}}};
    const auto greeting = [&](Rect& column) {
        const float tall = ui.em(Type::hero) + 18 + ui.tall(ui.say("home.sub"), column.w, soft_text(ui));
        const Rect at = column.cut_top(tall, ui.portrait() ? 36.0F : 24.0F);
        ui.line({at.x, at.y, at.w, ui.em(Type::hero)}, ui.say("home.greeting"), strong_text(ui, Type::hero));
        ui.write({at.x, at.y + ui.em(Type::hero) + 18, at.w, 0}, ui.say("home.sub"), soft_text(ui));
    };
    const auto trouble = [&](Rect& column) {
        if (scene.state.machine.trouble == flow::Trouble::None) return;
        const std::string text = ui.say("home.trouble." + std::string(flow::name_of(scene.state.machine.trouble)));
        notice(ui, column.cut_top(notice_tall(ui, column.w, text), 20), text, Tone::quiet, icon::kInfo);
    };
    const auto loud = [&](const Rect& rect) {
        if (loud_card(ui, rect, ui.say("home.apply.title"), ui.say("home.apply.text"), icon::kVolunteerActivism))
            scene.send(flow::OpenedApplication{});
    };
    const auto small = [&](const Rect& area) {
        bool icons = true;
        for (int i = 0; i < 4; ++i) {
            const std::string key = cards[i].key;
            icons = icons && card_has_room_for_icon(ui, area.cell(i % 2, i / 2, 2, 2, measure::kGap),
                                                    ui.say(key + ".title"), ui.say(key + ".text"));
        }
        for (int i = 0; i < 4; ++i) {
            HomeCard one = cards[i];
            if (!icons) one.look.icon = nullptr;
            const std::string key = one.key;
            if (card(ui, area.cell(i % 2, i / 2, 2, 2, measure::kGap), ui.say(key + ".title"), ui.say(key + ".text"),
                     one.look))
                scene.send(one.event);
        }
    };
    // What must be pressed goes before what only explains, where large letters leave no room for both.
    const auto words_fit = [&](const Rect& area) {
        const Rect one = area.cell(0, 0, 2, 2, measure::kGap);
        return std::all_of(std::begin(cards), std::end(cards), [&](const HomeCard& card) {
            const Style text{Type::body, Weight::text, {}, Align::left, Balance::even};
            const float words = ui.tall(ui.say(std::string(card.key) + ".text"), one.w - 64, text);
            return ui.em(Type::card) + 12 + words <= one.h - 40;
        });
    };
    const auto resume = [&](const Rect& rect) {
        if (button(ui, rect, ui.say("home.resume"), {Tone::quiet, icon::kEdit})) scene.send(flow::OpenedResume{});
    };
    if (ui.portrait()) {
        greeting(body);
        trouble(body);
        const auto loud_tall = [&] { return std::max(264.0F, (body.h - 2 * measure::kGap) * 0.32F); };
        const Rect with_steps{0, 0, body.w, body.h - 152 - 100 - 3 * measure::kGap - 264};
        if (words_fit(with_steps)) three_steps(ui, body.cut_bottom(152, measure::kGap));
        resume(body.cut_bottom(100, measure::kGap));
        loud(body.cut_top(loud_tall(), measure::kGap));
        small(body);
    } else {
        Rect left = body.cut_left((body.w - 40) * 0.49F, 40);
        greeting(left);
        trouble(left);
        const float loud_tall = loud_card_tall(ui, left.w, ui.say("home.apply.text"));
        if (left.h > 136 + 92 + 2 * measure::kGap + loud_tall) three_steps(ui, left.cut_bottom(136, measure::kGap));
        resume(left.cut_bottom(92, measure::kGap));
        loud(left);
        small(body);
    }
}

}  // namespace courtyard::screens
