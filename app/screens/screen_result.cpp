// What the screening found, why, what would change it, and which other doors are open. It suggests; it refuses nothing.
#include <algorithm>

#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"
#include "app/screens/print_parts.hpp"

namespace courtyard::screens {
namespace {

struct Said {
    std::string ask, reply;
};

std::string reply_text(const domain::ScreeningQuestion& question, const std::vector<std::string>& values,
                       const Ui& ui) {
    std::string text;
    for (const std::string& value : values)
        for (const domain::ScreeningOption& option : question.options)
            if (option.value == value) text += (text.empty() ? "" : ui.say("list.comma")) + option.say;
    return text;
}

// The answers that the rule looked at last: its conditions go from the general to what decided.
std::vector<Said> deciding(const Scene& scene, const domain::Screening& result, std::size_t most) {
    std::vector<Said> said;
    const auto& matrix = scene.pack().screening;
    std::vector<std::string> names;
    for (const domain::ScreeningRule& rule : matrix.rules)
        if (rule.id == result.rule && rule.primary == result.primary && rule.when)
            for (const std::string& name : rule.when->names())
                if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    for (auto name = names.rbegin(); name != names.rend() && said.size() < most; ++name) {
        if (scene.session().screening.answered.count(*name) == 0) continue;
        for (const domain::ScreeningQuestion& question : matrix.questions) {
            if (question.key != *name) continue;
            const std::string reply =
                reply_text(question, domain::screening_value(scene.session().screening.answers, *name), scene.ui);
            if (!reply.empty()) said.push_back({question.ask, reply});
        }
    }
    return said;
}

// "If you answered X to Y, it would be Z."
std::string change_text(const Scene& scene, const domain::ScreeningChange& change) {
    // Of several answers with the same effect the one is named that the question really offers.
    const auto offered = [&](const domain::ScreeningQuestion& question) -> std::string {
        for (const domain::ScreeningOption& option : question.options) {
            domain::ScreeningAnswers answers = scene.session().screening.answers;
            const std::vector<std::string> values{option.value};
            if (!domain::set_screening_value(answers, question.key, values)) continue;
            if (domain::screen_once(scene.pack().screening, answers).primary == change.primary) return option.say;
        }
        return {};
    };
    const auto& matrix = scene.pack().screening;
    const domain::ScreeningOutcome* outcome = matrix.outcome(change.primary);
    for (const domain::ScreeningQuestion& question : matrix.questions) {
        if (question.key != change.key || !outcome) continue;
        std::string reply;
        if (!domain::is_list_key(question.key))
            reply = offered(question);
        else
            reply =
                change.to.empty() ? scene.ui.say("result.none_of_these") : reply_text(question, change.to, scene.ui);
        if (reply.empty()) return {};
        return scene.ui.say("result.change", {{"ask", question.ask}, {"reply", reply}, {"outcome", outcome->title}});
    }
    return {};
}

Tone tone_of(std::string_view outcome) {
    if (outcome == "OUT-A" || outcome == "OUT-A1") return Tone::go;
    return outcome == "OUT-B" || outcome == "OUT-D" ? Tone::navy : Tone::quiet;
}

const char* icon_of(std::string_view outcome) {
    if (outcome == "OUT-A" || outcome == "OUT-A1") return icon::kThumbUp;
    if (outcome == "OUT-D") return icon::kSignpost;
    if (outcome == "OUT-E") return icon::kVolunteerActivism;
    return icon::kRecordVoiceOver;
}

float bullets_tall(const Ui& ui, float width, const std::vector<std::string>& lines) {
    float tall = 0;
    for (const std::string& line : lines)
        tall += ui.tall(line, width - 44, body_text(ui)) + 16;
    return tall;
}

void bullets(Ui& ui, const Rect& rect, const std::vector<std::string>& lines) {
    float y = rect.y;
    for (const std::string& line : lines) {
        ui.disc(rect.x + 12, y + ui.em(Type::body) * 0.56F, 8, ui.palette().gold);
        y += ui.write({rect.x + 44, y, rect.w - 44, 0}, line, body_text(ui)) + 16;
    }
}

void bullet_panel(Ui& ui, Flow& flow, std::string_view title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    const float inner = flow.column_width() - 72;
    const float head = ui.em(Type::lead) * 1.12F;
    const Rect at = flow.place(32 + head + 20 + bullets_tall(ui, inner, lines) + 16);
    panel(ui, at);
    ui.ground(ui.palette().card);
    section_title(ui, {at.x + 36, at.y + 32, inner, 0}, title);
    bullets(ui, {at.x + 36, at.y + 32 + head + 20, inner, 0}, lines);
    ui.ground(ui.palette().paper);
}

void outcome_banner(Scene& scene, Flow& flow, const domain::ScreeningOutcome& outcome) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    const bool good = tone_of(outcome.id) == Tone::go;
    const Colour ground = good ? p.teal : p.navy;
    const float inner = flow.full_width() - 72 - 130;
    const Style title{Type::title, Weight::strong, p.on_dark, Align::left, Balance::even, 1.3F};
    const Style say{Type::body, Weight::text, p.on_dark};
    const float tall =
        std::max(190.0F, 36 + ui.tall(outcome.title, inner, title) + 16 + ui.tall(outcome.say, inner, say) + 36);
    const Rect at = flow.across(tall);
    ui.shadow(at);
    if (good)
        ui.sweep(at, p.teal_deep, p.teal_bright, measure::kCardRadius);
    else
        ui.sweep(at, p.navy_deep, p.navy, measure::kCardRadius);
    ui.ground(ground);
    Rect room = at.inset(36, 0);
    const Rect mark = room.cut_left(100, 30);
    ui.disc(mark.middle_x(), at.middle_y(), 50, Colour{0xFFFFFF30});
    ui.icon(mark, icon_of(outcome.id), 66, p.on_dark);
    const float used = ui.tall(outcome.title, room.w, title) + 16 + ui.tall(outcome.say, room.w, say);
    float y = at.middle_y() - used / 2;
    y += ui.write({room.x, y, room.w, 0}, outcome.title, title) + 16;
    ui.write({room.x, y, room.w, 0}, outcome.say, say);
    ui.ground(p.paper);
}

}  // namespace

void draw_result(Scene& scene) {
    Ui& ui = scene.ui;
    const auto& matrix = scene.pack().screening;
    const domain::Screening result = domain::screen(matrix, scene.session().screening.answers);
    const domain::ScreeningOutcome* outcome = matrix.outcome(result.primary);
    if (!outcome) return;
    Rect body = page_frame(scene, ui.say("result.title"), ui.say("result.sub"));
    const bool good = tone_of(result.primary) == Tone::go;
    const NavPress nav = nav_row(scene, body,
                                 {{},
                                  ui.say("result.again"),
                                  ui.say(good ? "result.apply" : "result.apply_anyway"),
                                  icon::kArrowForward,
                                  icon::kReplay});
    if (nav.side) scene.send(flow::OpenedScreening{});
    if (nav.next) scene.send(flow::OpenedApplication{});

    const Rect page = ui.begin_roll(body, "result");
    Flow flow(page, ui.portrait() ? 1 : 2, measure::kGap);
    outcome_banner(scene, flow, *outcome);
    const bool urgent = std::find(result.also.begin(), result.also.end(), "OUT-A1") != result.also.end();
    if (urgent) {
        const std::string text = ui.say("result.urgent");
        notice(ui, flow.across(notice_tall(ui, page.w, text)), text, Tone::help, icon::kCall);
    }
    std::vector<std::string> why = result.reasons;
    for (const Said& said : deciding(scene, result, 2))
        why.push_back(ui.say("result.you_said", {{"ask", said.ask}, {"reply", said.reply}}));
    if (!result.articles.empty()) why.push_back(ui.say("result.article", {{"article", result.articles.front()}}));
    bullet_panel(ui, flow, ui.say("result.why"), why);
    bullet_panel(ui, flow, ui.say("result.next"), outcome->next);
    std::vector<std::string> changes;
    for (const domain::ScreeningChange& change : result.would_change) {
        if (changes.size() == 2) break;
        if (std::string text = change_text(scene, change); !text.empty()) changes.push_back(std::move(text));
    }
    bullet_panel(ui, flow, ui.say("result.would_change"), changes);
    const auto doors = domain::open_doors(scene.pack().doors, scene.session().screening.answers, result);
    if (!doors.empty()) {
        flow.level();
        section_title(ui, flow.across(ui.em(Type::lead) * 1.12F), ui.say("result.doors"));
        for (std::size_t i = 0; i < doors.size() && i < 4; ++i) {
            const Rect at = flow.place(entry_tall(ui, flow.column_width(), doors[i]->title, doors[i]->who));
            if (entry(ui, at, doors[i]->title, doors[i]->who, icon::kSignpost))
                scene.send(flow::OpenedDoor{doors[i]->id});
        }
        const Rect all = flow.across(100);
        if (button(ui, all, ui.say("result.all_doors", {{"n", std::to_string(doors.size())}}),
                   {Tone::plain, icon::kSignpost}))
            scene.send(flow::OpenedDoors{});
    }
    if (can_print(scene)) {
        flow.level();
        print_row(scene, flow, {flow::PrintWhat::Screening, {}, {}, {}}, "print.screening");
        flow.level();
    }
    const std::string note = ui.say("result.note");
    notice(ui, flow.across(notice_tall(ui, page.w, note)), note, Tone::plain, icon::kGavel);
    ui.end_roll(flow.used());
}

void draw_doors(Scene& scene) {
    Ui& ui = scene.ui;
    const bool screened = !scene.session().screening.answered.empty();
    const Rect body = page_frame(scene, ui.say("doors.title"), ui.say("doors.sub"));
    std::vector<const domain::Door*> doors;
    if (screened) {
        const domain::Screening result = domain::screen_once(scene.pack().screening, scene.session().screening.answers);
        doors = domain::open_doors(scene.pack().doors, scene.session().screening.answers, result);
    } else {
        for (const domain::Door& door : scene.pack().doors)
            doors.push_back(&door);
    }
    const Rect page = ui.begin_roll(body, "doors");
    Flow flow(page, ui.portrait() ? 1 : 2, 20);
    const std::string hint = ui.say(screened ? "doors.hint_screened" : "doors.hint");
    notice(ui, flow.across(notice_tall(ui, page.w, hint)), hint, Tone::quiet, icon::kInfo);
    for (const domain::Door* door : doors) {
        const Rect at = flow.place(entry_tall(ui, flow.column_width(), door->title, door->who));
        if (entry(ui, at, door->title, door->who, icon::kSignpost)) scene.send(flow::OpenedDoor{door->id});
    }
    ui.end_roll(flow.used());
}

void draw_door(Scene& scene) {
    Ui& ui = scene.ui;
    const auto& doors = scene.pack().doors;
    const auto found =
        std::find_if(doors.begin(), doors.end(), [&](const auto& d) { return d.id == scene.session().place.id; });
    if (found == doors.end()) return;
    Rect body = page_frame(scene, found->title, ui.say("doors.title"));
    const NavPress nav = nav_row(scene, body, {ui.say("nav.back"), {}, ui.say("door.apply"), icon::kArrowForward});
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.next) scene.send(flow::OpenedApplication{});
    const Rect page = ui.begin_roll(body, "door");
    const float inner = page.w - 96;
    Style say = body_text(ui);
    say.type = Type::lead;
    const float tall = 44 + heading_tall(ui, inner, found->title) + 30 + ui.tall(found->say, inner, say) + 30 +
                       fact_tall(ui, inner, ui.say("door.who"), found->who) +
                       fact_tall(ui, inner, ui.say("door.source"), found->source) + 30;
    const Rect sheet{page.x, page.y, page.w, tall};
    panel(ui, sheet);
    ui.ground(ui.palette().card);
    float y = sheet.y + 44;
    y += heading(ui, {sheet.x + 48, y, inner, 0}, found->title) + 30;
    y += ui.write({sheet.x + 48, y, inner, 0}, found->say, say) + 30;
    ui.fill({sheet.x + 48, y - 14, inner, 2}, ui.palette().rule);
    fact(ui, {sheet.x + 48, y, inner, 0}, ui.say("door.who"), found->who);
    y += fact_tall(ui, inner, ui.say("door.who"), found->who);
    fact(ui, {sheet.x + 48, y, inner, 0}, ui.say("door.source"), found->source);
    ui.ground(ui.palette().paper);
    ui.end_roll(tall + 12);
}

}  // namespace courtyard::screens
