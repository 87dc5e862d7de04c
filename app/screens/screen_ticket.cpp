// The ticket of unfinished work: offered, shown to be photographed, and taken back.
#include <algorithm>

#include "app/screens/ask_parts.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"
#include "app/screens/print_parts.hpp"
#include "app/screens/slip_parts.hpp"

namespace courtyard::screens {
namespace {

using flow::TicketStage;

void trouble(Scene& scene, Flow& flow) {
    const std::string& error = scene.session().ticket.error;
    if (error.empty()) return;
    Ui& ui = scene.ui;
    const std::string text = ui.say(ui.knows(error) ? error : "error.any");
    const Rect at = flow.place(notice_tall(ui, flow.column_width(), text));
    notice(ui, at, text, Tone::help, icon::kWarning);
    ui.reveal(at);
}

void paragraph(Scene& scene, Flow& flow, std::string_view key, const char* glyph, Tone tone) {
    const std::string text = scene.ui.say(key);
    notice(scene.ui, flow.place(notice_tall(scene.ui, flow.column_width(), text)), text, tone, glyph);
}

// The small symbol beside the code: enough at the machine on which the work was begun. Lying, all of it fits on the
// page as it opens, because it is to be photographed.
void ticket_panel(Scene& scene, Flow& flow) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    const flow::TicketWork& work = scene.session().ticket;
    const bool lying = !ui.portrait();
    const float inner = flow.column_width() - 80;
    const float qr = std::min(lying ? 300.0F : 380.0F, inner * 0.45F);
    const float left = inner - qr - 36;
    const std::string where = ui.say("ticket.where", {{"court", scene.world.court}, {"site", scene.world.site}});
    const float small = ui.em(Type::body) * 1.12F;
    const float code = small + 10 + code_tiles_tall(ui, work.code);
    const float words =
        ui.tall(ui.say("ticket.panel"), left, strong_text(ui)) + 14 + ui.tall(where, left, soft_text(ui));
    const float top_tall = std::max(qr, words + (lying ? 24 + code : 0));
    const float pad = lying ? 28.0F : 36.0F;
    const Rect at = flow.place(pad + top_tall + (lying ? 0 : 28 + code) + pad);
    panel(ui, at);
    ui.ground(p.card);
    Rect room = at.inset(40, pad);
    Rect top = room.cut_top(top_tall, 28);
    const Rect mark = top.cut_right(qr, 36);
    symbol(ui, {mark.x, mark.y, qr, qr}, work.code_qr);
    ui.frame({mark.x, mark.y, qr, qr}, p.rule, 2, 12);
    top.cut_top(ui.write(top, ui.say("ticket.panel"), strong_text(ui)), 14);
    top.cut_top(ui.write(top, where, soft_text(ui)), 24);
    Rect& below = lying ? top : room;
    ui.line(below.cut_top(small, 10), ui.say("ticket.code"), soft_text(ui));
    code_tiles(ui, below, work.code);
    ui.ground(p.paper);
}

flow::PrintOrder ticket_paper(const flow::TicketWork& work) {
    flow::PrintOrder order{flow::PrintWhat::Ticket, work.code, {}, {work.code_qr}};
    order.symbols.insert(order.symbols.end(), work.symbols.begin(), work.symbols.end());
    return order;
}

}  // namespace

void draw_ticket_offer(Scene& scene) {
    Ui& ui = scene.ui;
    const bool asked = scene.session().ticket.stage == TicketStage::Asked;
    Rect body = page_frame(scene, ui.say("ticket.title"), ui.say("ticket.sub"));
    const NavPress nav = nav_row(scene, body,
                                 {{},
                                  ui.say("ticket.decline"),
                                  ui.say(asked ? "ticket.making" : "ticket.give"),
                                  icon::kPhotoCamera,
                                  icon::kEdit});
    if (nav.side) scene.send(flow::DeclinedTicket{});
    if (nav.next) scene.send(flow::AskedForTicket{});
    const Rect page = ui.begin_roll(body, "ticket_offer");
    Flow flow(page, 1, 26);
    heading(ui, flow.place(heading_tall(ui, page.w, ui.say("ticket.ask"), ui.say("ticket.hint")) + 8),
            ui.say("ticket.ask"), ui.say("ticket.hint"));
    paragraph(scene, flow, "ticket.how", icon::kPhotoCamera, Tone::navy);
    paragraph(scene, flow, "ticket.secret", icon::kLock, Tone::quiet);
    trouble(scene, flow);
    ui.end_roll(flow.used());
}

void draw_ticket(Scene& scene) {
    Ui& ui = scene.ui;
    const flow::TicketWork& work = scene.session().ticket;
    const bool packing = work.stage == TicketStage::PackAsked;
    Rect body = page_frame(scene, ui.say("ticket.title"), ui.say(work.leaving ? "ticket.sub_leaving" : "ticket.sub"),
                           work.leaving ? Back::offered : Back::none);
    if (packing) {
        heading(ui, body, ui.say("ticket.making"));
        return;
    }
    if (work.shown_symbol > 0 && work.shown_symbol <= static_cast<int>(work.symbols.size())) {
        const int turned =
            large_symbols(scene, body, work.symbols, work.shown_symbol,
                          {ui.say("ticket.back_to_code"), "ticket.symbol_of", ui.say("ticket.symbol_text")});
        if (turned >= 0) scene.send(flow::ShowedTicketSymbol{turned});
        return;
    }
    const bool large = !work.symbols.empty();
    const NavPress nav =
        nav_row(scene, body,
                {{},
                 large ? ui.say("ticket.show_symbols", {{"n", std::to_string(work.symbols.size())}}) : std::string{},
                 ui.say(work.leaving ? "ticket.leave" : "ticket.go_on"),
                 icon::kArrowForward,
                 icon::kPhotoCamera});
    if (nav.side) scene.send(flow::ShowedTicketSymbol{1});
    if (nav.next) scene.send(flow::TookTicket{});
    const Rect page = ui.begin_roll(body, "ticket");
    Flow flow(page, 1, 24);
    const char* text = work.leaving ? "ticket.photograph_all" : "ticket.photograph";
    heading(ui, flow.place(heading_tall(ui, page.w, ui.say("ticket.keep"), ui.say(text)) + 8), ui.say("ticket.keep"),
            ui.say(text));
    ticket_panel(scene, flow);
    print_row(scene, flow, ticket_paper(work), "print.ticket");
    trouble(scene, flow);
    paragraph(scene, flow, work.leaving ? "ticket.not_filed" : "ticket.power", icon::kInfo, Tone::quiet);
    if (work.leaving && !scene.session().eyes.photos.empty())
        paragraph(scene, flow, "ticket.photos", icon::kPhotoCamera, Tone::quiet);
    ui.end_roll(flow.used());
}

void draw_resume(Scene& scene) {
    Ui& ui = scene.ui;
    const flow::TicketWork& work = scene.session().ticket;
    const bool busy = work.look_up == flow::LookUp::Asked;
    Rect body = page_frame(scene, ui.say("resume.title"), ui.say("resume.sub"));
    NavLook look{ui.say("nav.back"), {}, ui.say(busy ? "resume.opening" : "resume.open"), icon::kArrowForward};
    if (scene.world.has_camera) {
        look.side = ui.say("resume.scan");
        look.side_icon = icon::kPhotoCamera;
    }
    const NavPress nav = nav_row(scene, body, look);
    if (nav.side) scene.send(flow::OpenedScan{});
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.next) scene.send(flow::PressedResume{});
    const std::string hint = ui.say(scene.world.reads_symbols ? "resume.hint_scan" : "resume.hint");
    const float needed = heading_tall(ui, body.w, ui.say("resume.ask"), hint) + 4 + 24 + code_boxes_tall(ui);
    press_key(scene, alphabet_pad(ui, cut_code_pad(ui, body, needed), scene.world.code_alphabet));
    const Rect page = ui.begin_roll(body, "resume");
    Flow flow(page, 1, 24);
    heading(ui, flow.place(heading_tall(ui, page.w, ui.say("resume.ask"), hint) + 4), ui.say("resume.ask"), hint);
    code_boxes(scene, flow.place(code_boxes_tall(ui)));
    trouble(scene, flow);
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
