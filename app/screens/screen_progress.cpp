// What became of it: a code is typed, the answer is opened on this machine, and its age is always said.
#include <algorithm>

#include "app/screens/ask_parts.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"
#include "app/screens/slip_parts.hpp"

namespace courtyard::screens {
namespace {

std::string as_of_words(const Ui& ui, const flow::ProgressFound& found) {
    return found.as_of ? ui.say("progress.as_of", {{"at", moment_text(ui, *found.as_of)}})
                       : ui.say("progress.never_heard");
}

// Below everything else that is said: what a call from the court begins with.
void draw_call_word(Ui& ui, Flow& flow, const Rect& page, const std::vector<domain::DayWord>& words) {
    if (words.size() != 3) return;
    const Palette& p = ui.palette();
    const std::string day = ui.say("progress.call_word", {{"day", date_text(ui, words[1].day)}});
    const std::string why = ui.say("progress.call_word.why");
    const std::string near =
        ui.say("progress.call_word.near", {{"yesterday", words[0].word}, {"tomorrow", words[2].word}});
    const Style word{Type::hero, Weight::strong, p.navy, Align::left, Balance::even, 1.3F};
    const float room = page.w - 88;
    const Rect sheet = flow.place(22 + ui.tall(day, room, soft_text(ui)) + 6 + ui.tall(words[1].word, room, word) + 10 +
                                  ui.tall(why, room, body_text(ui)) + 8 + ui.tall(near, room, soft_text(ui)) + 26);
    panel(ui, sheet);
    ui.ground(p.card);
    Rect line{sheet.x + 44, sheet.y + 22, room, 0};
    line.y += ui.write(line, day, soft_text(ui)) + 6;
    line.y += ui.write(line, words[1].word, word) + 10;
    line.y += ui.write(line, why, body_text(ui)) + 8;
    ui.write(line, near, soft_text(ui));
    ui.ground(p.paper);
}

}  // namespace

void draw_progress_code(Scene& scene) {
    Ui& ui = scene.ui;
    const flow::ProgressWork& work = scene.session().progress;
    Rect body = page_frame(scene, ui.say("progress.title"), ui.say("progress.sub"));
    const bool busy = work.look_up == flow::LookUp::Asked;
    NavLook look{ui.say("nav.back"), {}, ui.say(busy ? "progress.looking" : "progress.look_up"), icon::kSearch};
    if (scene.world.has_camera) {
        look.side = ui.say("eyes.scan.button");
        look.side_icon = icon::kPhotoCamera;
    }
    const NavPress nav = nav_row(scene, body, look);
    if (nav.side) scene.send(flow::OpenedScan{});
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.next) scene.send(flow::PressedLookUp{});
    const std::string count = ui.say("progress.count", {{"n", std::to_string(scene.session().edit.text.size())},
                                                        {"all", std::to_string(scene.world.code_characters)}});
    const float head = heading_tall(ui, body.w, ui.say("progress.ask"), ui.say("progress.hint")) + 4;
    const float needed = head + 24 + code_boxes_tall(ui) + 24 + ui.tall(count, body.w, soft_text(ui)) + Flow::kEndAir;
    press_key(scene, alphabet_pad(ui, cut_code_pad(ui, body, needed), scene.world.code_alphabet));
    const Rect page = ui.begin_roll(body, "code");
    Flow flow(page, 1, 24);
    heading(ui, flow.place(heading_tall(ui, page.w, ui.say("progress.ask"), ui.say("progress.hint")) + 4),
            ui.say("progress.ask"), ui.say("progress.hint"));
    code_boxes(scene, flow.place(code_boxes_tall(ui)));
    ui.write(flow.place(ui.tall(count, page.w, soft_text(ui))), count, soft_text(ui));
    if (!work.error.empty()) {
        const std::string text = ui.say(ui.knows(work.error) ? work.error : "error.any");
        const Rect at = flow.place(notice_tall(ui, page.w, text));
        notice(ui, at, text, Tone::help, icon::kEdit);
        ui.reveal(at);
    }
    ui.end_roll(flow.used());
}

void draw_progress(Scene& scene) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    const flow::ProgressWork& work = scene.session().progress;
    const flow::ProgressFound& found = work.found;
    const bool known = work.look_up == flow::LookUp::Found;
    Rect body = page_frame(scene, ui.say("progress.title"));
    const NavPress nav = nav_row(scene, body, {{}, ui.say("progress.another"), ui.say("progress.finish"), icon::kHome});
    if (nav.side) scene.send(flow::OpenedProgress{});
    if (nav.next) scene.send(flow::PressedHome{});
    const Rect page = ui.begin_roll(body, "progress");
    Flow flow(page, 1, 22);
    const std::string as_of = as_of_words(ui, found);
    if (!known) {
        heading(
            ui,
            flow.place(heading_tall(ui, page.w, ui.say("progress.not_known"), ui.say("progress.not_known_text")) + 8),
            ui.say("progress.not_known"), ui.say("progress.not_known_text"));
        notice(ui, flow.place(notice_tall(ui, page.w, as_of)), as_of, Tone::quiet, icon::kSchedule);
        draw_call_word(ui, flow, page, found.call_words);
        ui.end_roll(flow.used());
        return;
    }
    const pack::StatusWords& words = scene.pack().status(found.status);
    const Style title{Type::hero, Weight::strong, p.on_dark, Align::left, Balance::even, 1.3F};
    const Style next{Type::lead, Weight::text, p.on_dark};
    const float inner = page.w - 88 - 130;
    const Rect at = flow.place(
        std::max(220.0F, 44 + ui.tall(words.say, inner, title) + 18 + ui.tall(words.next_say, inner, next) + 44));
    ui.shadow(at);
    ui.sweep(at, p.teal_deep, p.teal_bright, measure::kCardRadius);
    ui.ground(p.teal);
    ui.disc(at.x + 44 + 50, at.middle_y(), 50, Colour{0xFFFFFF30});
    ui.icon({at.x + 44, at.middle_y() - 50, 100, 100}, icon::kEventAvailable, 56, p.on_dark);
    float y = at.middle_y() - (ui.tall(words.say, inner, title) + 18 + ui.tall(words.next_say, inner, next)) / 2;
    y += ui.write({at.x + 44 + 130, y, inner, 0}, words.say, title) + 18;
    ui.write({at.x + 44 + 130, y, inner, 0}, words.next_say, next);
    ui.ground(p.paper);
    // Before anything else: how old this is.
    notice(ui, flow.place(notice_tall(ui, page.w, as_of)), as_of, Tone::quiet, icon::kSchedule);
    // Not where the state itself says so already.
    const bool is_said =
        found.status == domain::ApplicationStatus::SubmittedLocal && found.delivery == mail::Delivery::Queued;
    if (!found.said_at && !is_said) {
        const std::string delivery = ui.say("delivery." + std::string(mail::name_of(found.delivery)));
        notice(ui, flow.place(notice_tall(ui, page.w, delivery)), delivery, Tone::navy, icon::kInventory2);
    }
    std::vector<std::pair<std::string, std::string>> facts;
    if (!found.case_number.empty()) facts.emplace_back(ui.say("progress.case_number"), found.case_number);
    if (!found.said.empty()) facts.emplace_back(ui.say("progress.court_says"), found.said);
    std::string papers;
    for (const std::string& paper : found.papers)
        papers +=
            (papers.empty() ? "" : "\n") + ui.say("progress.paper", {{"paper", scene.pack().form.paper_words(paper)}});
    if (!papers.empty()) facts.emplace_back(ui.say("progress.papers"), papers);
    if (found.said_at) facts.emplace_back(ui.say("progress.said_at"), moment_text(ui, *found.said_at));
    if (!facts.empty()) {
        const float room = page.w - 88;
        float tall = 44;
        for (const auto& [label, value] : facts)
            tall += fact_tall(ui, room, label, value);
        const Rect sheet = flow.place(tall);
        panel(ui, sheet);
        ui.ground(p.card);
        float line = sheet.y + 22;
        for (const auto& [label, value] : facts) {
            fact(ui, {sheet.x + 44, line, room, 0}, label, value);
            line += fact_tall(ui, room, label, value);
        }
        ui.ground(p.paper);
    }
    draw_call_word(ui, flow, page, found.call_words);
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
