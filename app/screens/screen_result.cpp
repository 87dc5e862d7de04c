// What the screening found, what decided it, what would change it, and which other doors are open. It suggests; it
// refuses nothing.
#include <algorithm>

#include "app/screens/contact_cards.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"
#include "app/screens/print_parts.hpp"
#include "app/screens/why_words.hpp"

namespace courtyard::screens {
namespace {

constexpr std::size_t kDoorsShown = 4;
constexpr float kResultSide = 36;

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

// A sentence of a panel: with a dot, as a quiet second line under one, or as a line of its own that stands out.
struct PanelLine {
    enum class Kind : std::uint8_t { point, under, plain, strong } kind = Kind::point;
    std::string text;
};

Style style_of(const Ui& ui, const PanelLine& line) {
    switch (line.kind) {
        case PanelLine::Kind::under: return soft_text(ui);
        case PanelLine::Kind::strong: return strong_text(ui, Type::body);
        default: return body_text(ui);
    }
}

float indent_of(const PanelLine& line) {
    return line.kind == PanelLine::Kind::point || line.kind == PanelLine::Kind::under ? 44 : 0;
}

float lines_tall(const Ui& ui, float width, const std::vector<PanelLine>& lines) {
    float tall = 0;
    for (const PanelLine& line : lines)
        tall += ui.tall(line.text, width - indent_of(line), style_of(ui, line)) + 16;
    return tall;
}

void panel_of(Ui& ui, Flow& flow, std::string_view title, const std::vector<PanelLine>& lines) {
    if (lines.empty()) return;
    const float inner = flow.column_width() - 2 * kResultSide;
    const float head = ui.tall(title, inner, strong_text(ui)) + 18;
    const Rect at = flow.place(32 + head + lines_tall(ui, inner, lines) + 16);
    panel(ui, at);
    ui.ground(ui.palette().card);
    ui.write({at.x + kResultSide, at.y + 32, inner, 0}, title, strong_text(ui));
    float y = at.y + 32 + head;
    for (const PanelLine& line : lines) {
        if (line.kind == PanelLine::Kind::point)
            ui.disc(at.x + kResultSide + 12, y + ui.em(Type::body) * 0.56F, 8, ui.palette().gold_line);
        y += ui.write({at.x + kResultSide + indent_of(line), y, inner - indent_of(line), 0}, line.text,
                      style_of(ui, line)) +
             16;
    }
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

void why_panel(Scene& scene, Flow& flow, const std::vector<std::string>& open) {
    Ui& ui = scene.ui;
    std::vector<PanelLine> lines;
    for (const domain::ScreeningRule* rule :
         domain::speaking_rules(scene.pack().screening, scene.session().screening.answers)) {
        lines.push_back({PanelLine::Kind::point, rule->reason});
        lines.push_back({PanelLine::Kind::under, ui.say("result.article", {{"article", rule->article}})});
        lines.push_back({PanelLine::Kind::under, ui.say("result.article_says", {{"says", rule->article_says}})});
    }
    std::string asks;
    for (const std::string& key : open)
        if (const domain::ScreeningQuestion* question = scene.pack().screening.question(key))
            asks += ui.say("result.open_ask", {{"ask", question->ask}});
    if (!asks.empty()) lines.push_back({PanelLine::Kind::strong, ui.say("result.open_which", {{"asks", asks}})});
    panel_of(ui, flow, ui.say("result.why"), lines);
}

// Answers in the person's own words; touching one asks that question again and comes back here.
void answers_of(Scene& scene, Flow& flow, std::string_view title, const std::vector<std::string>& keys,
                const char* icon, int salt) {
    Ui& ui = scene.ui;
    bool titled = false;
    for (const std::string& key : keys) {
        const domain::ScreeningQuestion* question = scene.pack().screening.question(key);
        if (!question) continue;
        const std::string reply =
            reply_words(ui, *question, domain::screening_value(scene.session().screening.answers, key));
        const std::string text =
            reply.empty() ? ui.say("result.not_answered") : ui.say("result.you_said", {{"reply", reply}});
        if (!titled) {
            titled = true;
            flow.level();
            const Rect at = flow.across(ui.tall(title, flow.full_width(), strong_text(ui)));
            ui.write(at, title, strong_text(ui));
        }
        const Rect at = flow.place(entry_tall(ui, flow.column_width(), question->ask, text));
        if (entry(ui, at, question->ask, text, icon, salt++)) scene.send(flow::RevisedReply{key});
    }
}

void ways_panel(Scene& scene, Flow& flow, const domain::ScreeningWays& ways) {
    Ui& ui = scene.ui;
    const auto& matrix = scene.pack().screening;
    std::vector<PanelLine> lines;
    const auto& shown = ways.better.empty() ? ways.other : ways.better;
    for (const domain::ScreeningWay& way : shown) {
        const domain::ScreeningOutcome* outcome = matrix.outcome(way.primary);
        const std::vector<std::string> words = way_words(scene, way);
        if (words.empty() || !outcome) continue;
        if (!lines.empty()) lines.push_back({PanelLine::Kind::plain, ui.say("ways.or")});
        if (words.size() > 1)
            lines.push_back({PanelLine::Kind::plain, ui.say("ways.together", {{"n", std::to_string(words.size())}})});
        for (const std::string& sentence : words)
            lines.push_back({PanelLine::Kind::point, sentence});
        lines.push_back({PanelLine::Kind::strong, ui.say("ways.then", {{"outcome", outcome->title}})});
    }
    if (!lines.empty()) lines.push_back({PanelLine::Kind::under, ui.say("ways.honest")});
    panel_of(ui, flow, ui.say("ways.title"), lines);
}

void doors_part(Scene& scene, Flow& flow) {
    Ui& ui = scene.ui;
    const auto doors = doors_of(scene);
    flow.level();
    section_title(ui, flow.across(ui.em(Type::lead) * 1.12F), ui.say("result.doors"));
    for (std::size_t i = 0; i < doors.size() && i < kDoorsShown; ++i) {
        const std::string text = doors[i].fits() ? because_words(ui, doors[i]) : doors[i].door->who;
        const Rect at = flow.place(entry_tall(ui, flow.column_width(), doors[i].door->title, text));
        if (entry(ui, at, doors[i].door->title, text, icon::kSignpost)) scene.send(flow::OpenedDoor{doors[i].door->id});
    }
    const Rect all = flow.across(100);
    if (button(ui, all.cell(0, 0, 2, 1, 24), ui.say("result.all_doors", {{"n", std::to_string(doors.size())}}),
               {Tone::plain, icon::kSignpost}))
        scene.send(flow::OpenedDoors{});
    if (button(ui, all.cell(1, 0, 2, 1, 24), ui.say("result.take_home"), {Tone::plain, icon::kDescription}))
        scene.send(flow::OpenedWhySlip{});
}

}  // namespace

void draw_result(Scene& scene) {
    Ui& ui = scene.ui;
    const auto& matrix = scene.pack().screening;
    const domain::ScreeningAnswers& answers = scene.session().screening.answers;
    const domain::Screening result = domain::screen_once(matrix, answers);
    const domain::ScreeningOutcome* outcome = matrix.outcome(result.primary);
    if (!outcome) return;
    const domain::ScreeningWays ways = domain::smallest_changes(matrix, answers);
    const domain::ScreeningGrounds grounds = domain::grounds_of(matrix, answers, ways);
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
        contact_cards(scene, flow, {"120", "12368", "judge", "steward"});
        flow.level();
    }
    why_panel(scene, flow, grounds.open);
    ways_panel(scene, flow, ways);
    std::vector<std::string> decided;
    for (const std::string& key : grounds.decided)
        if (std::find(grounds.open.begin(), grounds.open.end(), key) == grounds.open.end()) decided.push_back(key);
    answers_of(scene, flow, ui.say("result.open"), grounds.open, icon::kSearch, 100);
    answers_of(scene, flow, ui.say("result.decided"), decided, icon::kEdit, 200);
    flow.level();
    std::vector<PanelLine> next;
    for (const std::string& each : outcome->next)
        next.push_back({PanelLine::Kind::point, each});
    panel_of(ui, flow, ui.say("result.next"), next);
    answers_of(scene, flow, ui.say("result.looked_at"), grounds.looked_at, icon::kEdit, 300);
    doors_part(scene, flow);
    const std::string note = ui.say("result.note");
    notice(ui, flow.across(notice_tall(ui, page.w, note)), note, Tone::plain, icon::kGavel);
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
