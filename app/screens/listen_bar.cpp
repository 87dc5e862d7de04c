#include "app/screens/listen_bar.hpp"

#include <algorithm>

#include "app/screens/icons.hpp"
#include "app/screens/page_reading.hpp"

namespace courtyard::screens {
namespace {

constexpr float kButtonTall = 80, kSide = 12, kGap = 10;
constexpr float kLevelWide = 92, kAgainWide = 224;

constexpr const char* kLevels[] = {"voice.quiet", "voice.middle", "voice.loud"};

float level_wide(const Ui& ui) {
    float wide = kLevelWide;
    for (const char* key : kLevels)
        wide = std::max(wide, ui.wide(ui.say(key), {Type::label, Weight::strong, {}}) + 28);
    return wide;
}

// Three steps in one frame, the one that is set filled: a word and a larger sign for each.
void loudness(Scene& scene, const Rect& rect) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    const float wide = rect.w / flow::kLoudnesses;
    ui.fill(rect, p.card, 20);
    ui.frame(rect, p.teal, 2, 20);
    for (int i = 0; i < flow::kLoudnesses; ++i) {
        const Rect at{rect.x + static_cast<float>(i) * wide, rect.y, wide, rect.h};
        const Touch touch = ui.touch(at, ui.say(kLevels[i]));
        const bool on = static_cast<int>(scene.session().voice.loudness) == i;
        const Colour ground = on ? p.teal : p.card;
        if (on) ui.fill(at.inset(6, 6), ground, 16);
        const Colour before = ui.ground(ground);
        ui.line(at, ui.say(kLevels[i]),
                {Type::label, on ? Weight::strong : Weight::text, on ? p.on_dark : p.ink, Align::centre});
        ui.ground(before);
        if (touch.pressed) scene.send(flow::PickedLoudness{static_cast<flow::Loudness>(i)});
    }
}

}  // namespace

bool offers_listening(const Scene& scene) { return scene.world.can_speak; }

void listen_button(Scene& scene, const Rect& rect) {
    Ui& ui = scene.ui;
    if (scene.session().voice.on) {
        if (button(ui, rect, ui.say(scene.session().voice.speaking ? "voice.stop" : "voice.off"),
                   {Tone::go, icon::kStop, Type::label, true}))
            scene.send(flow::PressedStopListening{});
    } else if (button(ui, rect, ui.say("voice.listen"), {Tone::plain, icon::kVolumeUp, Type::label, true})) {
        scene.send(flow::PressedListen{});
    }
}

void listen_strip(Scene& scene, const Rect& rect) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    const flow::VoiceWork& voice = scene.session().voice;
    const Ear ear = ui.hear(Ear::control);
    ui.fill(rect, voice.unheard ? p.gold_tint : p.teal_tint, 28);
    ui.frame(rect, voice.unheard ? p.gold_line : p.teal, 2, 28);
    const Colour before = ui.ground(voice.unheard ? p.gold_tint : p.teal_tint);
    Rect room = rect.inset(20, kSide);
    const Rect disc = room.cut_left(72, 18);
    const float radius = 36;
    ui.disc(disc.middle_x(), room.middle_y(), radius, voice.unheard ? p.gold : p.teal);
    const Colour strip = ui.ground(voice.unheard ? p.gold : p.teal);
    ui.icon({disc.x, room.y, 72, room.h}, voice.unheard ? icon::kVolumeOff : icon::kVolumeUp, 46,
            voice.unheard ? p.navy_deep : p.on_dark);
    ui.ground(strip);
    if (!voice.unheard) {
        const Rect levels = room.cut_right(level_wide(ui) * flow::kLoudnesses, 20);
        loudness(scene, {levels.x, rect.middle_y() - kButtonTall / 2, levels.w, kButtonTall});
    }
    const float word = ui.wide(ui.say("voice.again"), {Type::label, Weight::strong, {}});
    const Rect again = room.cut_right(std::max(kAgainWide, word + ui.em(Type::label) * 1.7F + 48), 16);
    if (button(ui, {again.x, rect.middle_y() - kButtonTall / 2, again.w, kButtonTall}, ui.say("voice.again"),
               {Tone::plain, icon::kReplay, Type::label}))
        scene.send(flow::PressedListenAgain{});
    const std::string text = ui.say(voice.unheard ? "voice.unheard" : voice.speaking ? "voice.speaking" : "voice.done");
    // Two lines where one is not enough, close together; in the largest letters the sign alone says it.
    for (const Type type : {Type::body, Type::note}) {
        const Style style{type, Weight::strong, p.ink, Align::left, Balance::even, 1.2F};
        const float tall = ui.tall(text, room.w, style);
        if (tall > rect.h - 8 || room.w <= 3 * ui.em(type)) continue;
        ui.write({room.x, rect.middle_y() - tall / 2, room.w, tall}, text, style);
        break;
    }
    ui.ground(before);
    ui.hear(ear);
}

PageEar::PageEar(const KioskState& state, const KioskWorld& world, View& view) : state_(state), view_(view) {
    view_.listening.on = state.session.voice.on && world.can_speak && world.pack;
    view_.listening.touched.reset();
    if (!view_.listening.on) {
        view_.listening = {};
        return;
    }
    outer_ = view_.log;
    view_.log = &own_;
}

PageEar::~PageEar() {
    if (!view_.listening.on) return;
    view_.log = outer_;
    if (outer_) {
        std::move(own_.things.begin(), own_.things.end(), std::back_inserter(outer_->things));
        std::move(own_.missing_words.begin(), own_.missing_words.end(), std::back_inserter(outer_->missing_words));
        std::move(own_.unfilled.begin(), own_.unfilled.end(), std::back_inserter(outer_->unfilled));
    }
    wipe(own_);
}

void PageEar::tell(Ui& ui, const KioskSink& send) {
    View::Listening& listening = view_.listening;
    if (!listening.on) return;
    if (listening.touched) send(flow::SaidTouch{*listening.touched});
    std::vector<std::string> alerts = alerts_of(own_);
    if (listening.place != view_.place || listening.asked != state_.session.voice.asked) {
        listening.place = view_.place;
        listening.asked = state_.session.voice.asked;
        send(flow::ReadPage{listening.asked,
                            reading_of(own_, ui.page(), {ui.say("voice.chosen"), ui.say("voice.secret")})});
    } else {
        std::vector<std::string> fresh;
        for (const std::string& alert : alerts)
            if (std::find(listening.alerts.begin(), listening.alerts.end(), alert) == listening.alerts.end())
                fresh.push_back(alert);
        if (!fresh.empty()) send(flow::ReadMore{std::move(fresh)});
    }
    listening.alerts = std::move(alerts);
}

}  // namespace courtyard::screens
