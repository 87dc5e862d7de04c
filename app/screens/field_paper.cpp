// One paper of a case as it will be printed, looked at before it goes out of the machine.
#include <algorithm>

#include "app/flow/year_desk.hpp"
#include "app/screens/case_screens.hpp"
#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;

constexpr float kPageGap = 24;

float draw_pages(Desk& desk, const Rect& body, const flow::ShownPaper& paper) {
    Ui& ui = desk.ui;
    const float em = desk.em();
    const float wide = std::min(body.w, em * 46);
    const float left = body.x + (body.w - wide) / 2;
    float y = body.y;
    for (std::size_t i = 0; i < paper.pages.size(); ++i) {
        const flow::PixelsRef& page = paper.pages[i];
        if (!page) continue;
        const float tall = wide * static_cast<float>(page->height) / static_cast<float>(std::max(1, page->width));
        const Rect at{left, y, wide, tall};
        ui.fill(at, Colour{0xFFFFFFFF});
        ui.picture(at, page);
        ui.frame(at, ui.palette().rule, 2);
        y += tall + 8;
        const std::string number =
            ui.say("field.paper.page", {{"n", std::to_string(i + 1)}, {"all", std::to_string(paper.pages.size())}});
        Style style = desk_soft(desk);
        style.align = Align::centre;
        ui.line({left, y, wide, em * 1.2F}, number, style);
        y += em * 1.2F + kPageGap;
    }
    return y - body.y;
}

// Which characters whoever hands it out must write in by hand.
std::string lacking_words(Ui& ui, const std::vector<std::string>& codes) {
    std::string all;
    for (const std::string& code : codes)
        all += (all.empty() ? "" : " ") + code;
    return ui.say("field.paper.lacking",
                  {{"n", std::to_string(codes.size())}, {"mark", ui.say("court.lacking")}, {"codes", all}});
}

// What to look at before it is printed, and what became of it.
float draw_notes(Desk& desk, const Rect& body) {
    Ui& ui = desk.ui;
    const flow::CasesDesk& cases = desk.state.cases;
    const flow::ShownPaper& paper = *cases.shown_paper;
    const float gap = desk.em() * 0.5F;
    float y = body.y;
    const auto say = [&](const std::string& words, Tone tone, const char* icon) {
        y += remark(desk, {body.x, y, body.w, 0}, words, tone, icon) + gap;
    };
    if (!cases.paper_problem.empty()) say(problem_words(ui, cases.paper_problem), Tone::help, icon::kWarning);
    if (!cases.paper_said.empty())
        say(ui.say(cases.paper_said, {{"file", cases.paper_file}}), Tone::go, icon::kTaskAlt);
    for (const std::string& word : paper.unkind)
        say(ui.say("field.paper.unkind", {{"what", word}}), Tone::help, icon::kWarning);
    if (!paper.lacking.empty()) say(lacking_words(ui, paper.lacking), Tone::help, icon::kWarning);
    if (!paper.signed_under.empty())
        say(ui.say("field.paper.other_pack", {{"then", paper.signed_under}}), Tone::help, icon::kWarning);
    if (paper.empty.empty())
        say(ui.say("field.paper.whole"), Tone::go, icon::kTaskAlt);
    else
        say(ui.say("field.paper.empty", {{"n", std::to_string(paper.empty.size())}}), Tone::quiet, icon::kEdit);
    y += ui.write({body.x, y, body.w, 0}, ui.say("field.paper.not_kept"), desk_soft(desk));
    return y - body.y;
}

void draw_ways_out(Desk& desk, Rect inner) {
    Ui& ui = desk.ui;
    const float tall = desk_button_tall(desk);
    const bool busy = desk.state.busy();
    const Rect save = inner.cut_bottom(tall, 12);
    const Rect print = inner.cut_bottom(tall * 1.15F, 16);
    if (desk_button(desk, print, ui.say("field.paper.print"),
                    {busy ? Tone::quiet : Tone::go, icon::kPrint, Type::body}))
        desk.send(PressedPrintPaper{});
    if (desk_button(desk, save, ui.say("field.paper.save"),
                    {busy ? Tone::quiet : Tone::plain, icon::kInventory2, Type::body}))
        desk.send(PressedSavePaper{});
    if (flow::year_of_paper(desk.state.cases.shown_paper->id)) {
        const std::string words = ui.say("year.sent");
        if (desk_button(desk, inner.cut_bottom(tall, 12), words,
                        {busy ? Tone::quiet : Tone::plain, icon::kTaskAlt, Type::body}))
            desk.send(PressedYearSent{});
    }
    const Rect start = desk.begin_scroll(inner, "field.paper.notes");
    desk.end_scroll(draw_notes(desk, start));
}

}  // namespace

void draw_desk_paper(Desk& desk) {
    if (!desk.state.cases.shown_paper) return;
    Ui& ui = desk.ui;
    const flow::ShownPaper& paper = *desk.state.cases.shown_paper;
    Rect body = desk_frame(desk, {ui.say("field.paper.title"), desk.state.court, ui.say("field.paper.keys")});
    body = body.inset(36, 14);
    const std::string back = ui.say("nav.back");
    Rect head = body.cut_top(desk_button_tall(desk), 14);
    const Rect at = head.cut_left(desk_button_wide(desk, back, icon::kArrowBack), 20);
    if (desk_button(desk, at, back, {Tone::plain, icon::kArrowBack, Type::body})) desk.send(PressedBack{});
    line_cut(desk, head, paper.title, {Type::lead, Weight::strong, ui.palette().ink});
    const bool beside = !ui.portrait() && body.w > desk.em() * 40;
    const float side = desk.em() * 17;
    // What must be set right by hand before it is handed out is read before the page is.
    const auto& cases = desk.state.cases;
    const bool has_news = !cases.paper_said.empty() || !cases.paper_problem.empty();
    const bool is_low = body.h * 0.38F < desk.em() * 12;  // what is said above two buttons would not stand there whole
    const bool is_more =
        !paper.lacking.empty() || !paper.unkind.empty() || !paper.signed_under.empty() || (has_news && is_low);
    const float below = body.h * (is_more ? 0.6F : 0.38F);
    draw_ways_out(desk, desk_card(desk, beside ? body.cut_right(side, 22) : body.cut_bottom(below, 18), 24));
    ui.ground(ui.palette().paper);
    const Rect start = desk.begin_scroll(body, "field.paper.pages");
    const float used = draw_pages(desk, start, paper);
    desk.scroll_by_keys();
    desk.end_scroll(used);
    if (desk.ctrl(ImGuiKey_P)) desk.send(PressedPrintPaper{});
}

}  // namespace courtyard::screens
