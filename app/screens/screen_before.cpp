// Between the screening and the form: who applies, what is done with what is typed, and what is agreed to.
#include <algorithm>

#include "app/flow/form_walk.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"
#include "app/screens/print_parts.hpp"

namespace courtyard::screens {
namespace {

const char* icon_of(domain::ApplicantKind kind) {
    switch (kind) {
        case domain::ApplicantKind::Self: return icon::kPerson;
        case domain::ApplicantKind::Guardian: return icon::kChildCare;
        case domain::ApplicantKind::Agent: return icon::kAssignmentInd;
        case domain::ApplicantKind::Joint: return icon::kGroups;
        case domain::ApplicantKind::Helper: return icon::kHandshake;
    }
    return icon::kPerson;
}

// A document as a sheet of paper: title, paragraphs. Returns its height.
float document(Ui& ui, const Rect& at, const pack::Document& document) {
    const float inner = at.w - 88;
    const auto lay = [&](bool draw) {
        float y = at.y + 36;
        if (draw) ui.write({at.x + 44, y, inner, 0}, document.title, strong_text(ui, Type::lead));
        y += ui.tall(document.title, inner, strong_text(ui, Type::lead)) + 22;
        for (const std::string& paragraph : document.paragraphs) {
            if (draw) ui.write({at.x + 44, y, inner, 0}, paragraph, body_text(ui));
            y += ui.tall(paragraph, inner, body_text(ui)) + 20;
        }
        return y + 20 - at.y;
    };
    const float tall = lay(false);
    panel(ui, {at.x, at.y, at.w, tall});
    ui.ground(ui.palette().card);
    static_cast<void>(lay(true));
    ui.ground(ui.palette().paper);
    return tall;
}

}  // namespace

void draw_who(Scene& scene) {
    Ui& ui = scene.ui;
    Rect body = page_frame(scene, ui.say("who.title"), ui.say("who.sub"));
    body.cut_top(heading(ui, body, ui.say("who.ask"), ui.say("who.hint")), 28);
    const Rect page = ui.begin_roll(body, "who");
    Flow flow(page, ui.portrait() ? 1 : 2, 20);
    for (const domain::Path& path : scene.pack().form.paths) {
        const Rect at = flow.place(entry_tall(ui, flow.column_width(), path.title, path.say));
        if (entry(ui, at, path.title, path.say, icon_of(path.kind))) scene.send(flow::ChoseKind{path.kind});
    }
    ui.end_roll(flow.used());
}

void draw_notice(Scene& scene) {
    Ui& ui = scene.ui;
    Rect body = page_frame(scene, ui.say("notice.title"), ui.say("notice.sub"));
    const NavPress nav = nav_row(scene, body, {{}, ui.say("notice.refuse"), ui.say("notice.read"), icon::kCheck});
    if (nav.side) scene.send(flow::RefusedConsent{});
    if (nav.next) scene.send(flow::ReadNotice{});
    const Rect page = ui.begin_roll(body, "notice");
    ui.end_roll(document(ui, page, scene.pack().notice) + 12);
}

void draw_consent(Scene& scene) {
    Ui& ui = scene.ui;
    Rect body = page_frame(scene, ui.say("consent.title"), ui.say("consent.sub"));
    const NavPress nav =
        nav_row(scene, body, {{}, ui.say("notice.refuse"), ui.say("consent.go_on"), icon::kArrowForward});
    if (nav.side) scene.send(flow::RefusedConsent{});
    if (nav.next) scene.send(flow::PressedNext{});
    if (!scene.session().draft.problems.empty()) {
        const std::string text = ui.say("consent.missing");
        notice(ui, body.cut_top(notice_tall(ui, body.w, text), 20), text, Tone::help, icon::kInfo);
    }
    const Rect page = ui.begin_roll(body, "consent");
    Flow flow(page, 1, 20);
    const std::string hint = ui.say("consent.hint");
    notice(ui, flow.across(notice_tall(ui, page.w, hint)), hint, Tone::quiet, icon::kInfo);
    for (const domain::Field* consent : flow::consents_offered(scene.state, scene.world)) {
        const domain::Answer* answer = scene.session().draft.application.find(consent->code);
        const bool on = answer && answer->flag() && *answer->flag();
        const std::string help =
            (consent->need == domain::Need::Must ? ui.say("consent.must") : ui.say("consent.may")) + consent->hint;
        if (choice(ui, flow.place(choice_tall(ui, page.w, consent->ask, help)), consent->ask, help,
                   on ? Mark::many_on : Mark::many_off))
            scene.send(flow::ToggledConsent{consent->code});
    }
    flow.place(document(ui, {page.x, page.y + flow.used() + 10, page.w, 0}, scene.pack().consent));
    ui.end_roll(flow.used() + 12);
}

void draw_paper_way(Scene& scene) {
    Ui& ui = scene.ui;
    Rect body = page_frame(scene, ui.say("paper.title"));
    const bool printer = can_print(scene);
    const NavPress nav = nav_row(scene, body,
                                 {ui.say("paper.back"), ui.say("paper.guide"),
                                  printer ? ui.say("print.blank_forms") : std::string{}, icon::kPrint});
    if (nav.next) scene.send(flow::OpenedTakeHome{});
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.side) scene.send(flow::OpenedGuide{});
    const Rect page = ui.begin_roll(body, "paper");
    Flow flow(page, 1, 20);
    heading(ui, flow.across(heading_tall(ui, page.w, ui.say("paper.heading"), ui.say("paper.text")) + 12),
            ui.say("paper.heading"), ui.say("paper.text"));
    static constexpr const char* kWays[] = {"paper.way1", "paper.way2", "paper.way3", "paper.way4"};
    static constexpr const char* kIcons[] = {icon::kSupportAgent, icon::kDescription, icon::kAccountBalance,
                                             icon::kCall};
    for (int i = 0; i < 4; ++i) {
        const std::string text = ui.say(kWays[i]);
        notice(ui, flow.place(notice_tall(ui, page.w, text)), text, Tone::navy, kIcons[i]);
    }
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
