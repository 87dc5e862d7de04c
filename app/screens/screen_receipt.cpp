// The moment of trust: sealed and saved, the receipt, and whether it was kept.
#include <algorithm>
#include <memory>

#include "app/screens/ask_parts.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"
#include "app/screens/print_parts.hpp"
#include "app/screens/slip_parts.hpp"

namespace courtyard::screens {
namespace {

flow::PrintOrder receipt_paper() { return {flow::PrintWhat::Receipt, {}, {}, {}}; }

std::string receipt_delivery_words(const Ui& ui, mail::Delivery delivery) {
    return ui.say("delivery." + std::string(mail::name_of(delivery)));
}

void number_panel(Scene& scene, Flow& flow, const flow::Receipt& receipt) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    const float inner = flow.column_width() - 80;
    // Lying, everything that must be photographed has to fit on the page as it opens.
    const bool tight = !ui.portrait();
    const float qr = std::min(tight ? 230.0F : 340.0F, inner * 0.4F);
    const float pad = tight ? 26.0F : 36.0F;
    const float gap = tight ? 14.0F : 24.0F;
    const float small = ui.em(Type::body) * 1.12F;
    const float code_em = ui.em(Type::code);
    const float code = code_tiles_tall(ui, receipt.code);
    const std::string keep = ui.say("receipt.keep_secret");
    const float keep_tall = ui.tall(keep, inner, soft_text(ui));
    const std::string where =
        ui.say("receipt.where",
               {{"court", scene.world.court}, {"site", scene.world.site}, {"at", moment_text(ui, receipt.filed_at)}});
    const float top_tall = std::max(qr, small + 12 + code_em + gap + ui.tall(where, inner - qr - 30, soft_text(ui)));
    const Rect at = flow.place(pad + top_tall + gap + small + 10 + code + gap + keep_tall + pad);
    panel(ui, at);
    ui.ground(p.card);
    Rect room = at.inset(40, pad);
    Rect top = room.cut_top(top_tall, gap);
    const Rect mark = top.cut_right(qr, 30);
    symbol(ui, {mark.x, top.y, qr, qr}, receipt.code_qr);
    ui.frame({mark.x, top.y, qr, qr}, p.rule, 2, 12);
    ui.line({top.x, top.y, top.w, small}, ui.say("receipt.number_label"), soft_text(ui));
    ui.line({top.x, top.y + small + 12, top.w, code_em}, spaced(receipt.number), {Type::code, Weight::strong, p.ink});
    ui.write({top.x, top.y + small + 12 + code_em + gap, top.w, 0}, where, soft_text(ui));
    ui.line(room.cut_top(small, 10), ui.say("receipt.code"), soft_text(ui));
    room.cut_top(code_tiles(ui, room, receipt.code), gap);
    ui.write(room, keep, soft_text(ui));
    ui.ground(p.paper);
}

void delivery_notice(Scene& scene, Flow& flow, const flow::Receipt& receipt) {
    Ui& ui = scene.ui;
    if (flow::is_practice(scene.state)) {
        const std::string sample = ui.say("practice.receipt");
        notice(ui, flow.place(notice_tall(ui, flow.column_width(), sample)), sample, Tone::help, icon::kSchool);
        return;
    }
    if (receipt.symbols.empty()) {
        const std::string not_held = ui.say("receipt.no_symbols");
        notice(ui, flow.place(notice_tall(ui, flow.column_width(), not_held)), not_held, Tone::help, icon::kWarning);
    }
    if (receipt.pictures > 0) {
        const std::string photos = ui.say("eyes.receipt.photos", {{"n", std::to_string(receipt.pictures)}});
        notice(ui, flow.place(notice_tall(ui, flow.column_width(), photos)), photos, Tone::quiet, icon::kPhotoCamera);
    }
    const std::string delivery = receipt_delivery_words(ui, receipt.delivery);
    const bool there = receipt.delivery == mail::Delivery::Accepted || receipt.delivery == mail::Delivery::Durable;
    notice(ui, flow.place(notice_tall(ui, flow.column_width(), delivery)), delivery, there ? Tone::go : Tone::navy,
           there ? icon::kCloudDone : icon::kInventory2);
}

void not_filing_notice(Scene& scene, Flow& flow) {
    Ui& ui = scene.ui;
    const std::string not_filing = ui.say("receipt.not_filing");
    notice(ui, flow.place(notice_tall(ui, flow.column_width(), not_filing)), not_filing, Tone::quiet, icon::kGavel);
}

void next_panel(Scene& scene, Flow& flow) {
    Ui& ui = scene.ui;
    static constexpr const char* kNext[] = {"receipt.next1", "receipt.next2", "receipt.next3"};
    const float inner = flow.column_width() - 72;
    const float head = ui.em(Type::lead) * 1.12F;
    float tall = 28 + head + 18 + 12;
    std::vector<std::string> texts;
    const pack::Contact* office = scene.pack().contact("judge");
    for (const char* key : kNext)
        texts.push_back(ui.say(key, {{"number", office ? office->number : std::string("12368")}}));
    for (const std::string& text : texts)
        tall += ui.tall(text, inner - 68, body_text(ui)) + 18;
    const Rect at = flow.place(tall);
    panel(ui, at);
    ui.ground(ui.palette().card);
    section_title(ui, {at.x + 36, at.y + 28, inner, 0}, ui.say("receipt.next"));
    float y = at.y + 28 + head + 18;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const float em = ui.em(Type::body);
        ui.disc(at.x + 36 + 24, y + em * 0.56F, 22, ui.palette().teal);
        ui.ground(ui.palette().teal);
        ui.line({at.x + 36, y + em * 0.56F - 22, 48, 44}, std::to_string(i + 1),
                {Type::note, Weight::strong, ui.palette().on_dark, Align::centre});
        ui.ground(ui.palette().card);
        y += ui.write({at.x + 36 + 68, y, inner - 68, 0}, texts[i], body_text(ui)) + 18;
    }
    ui.ground(ui.palette().paper);
}

}  // namespace

void draw_sealing(Scene& scene) {
    Ui& ui = scene.ui;
    Rect body = page_frame(scene, ui.say("sealing.title"), {}, Back::none);
    const float side = 220;
    const Rect at{body.middle_x() - side / 2, body.middle_y() - side, side, side};
    icon_disc(ui, at, icon::kLock, Tone::go);
    const Style head{Type::title, Weight::strong, ui.palette().ink, Align::centre, Balance::even};
    const Style soft{Type::lead, Weight::text, ui.palette().soft_ink, Align::centre, Balance::even};
    const float y = at.bottom() + 40;
    const float used = ui.write({body.x, y, body.w, 0}, ui.say("sealing.heading"), head);
    ui.write({body.x, y + used + 20, body.w, 0}, ui.say("sealing.text"), soft);
}

void draw_receipt(Scene& scene) {
    Ui& ui = scene.ui;
    const auto& receipt = scene.session().filing.receipt;
    if (!receipt) return;
    Rect body = page_frame(scene, ui.say("receipt.title"), ui.say("receipt.sub"), Back::none);
    if (scene.session().filing.shown_symbol > 0 &&
        scene.session().filing.shown_symbol <= static_cast<int>(receipt->symbols.size())) {
        const int turned =
            large_symbols(scene, body, receipt->symbols, scene.session().filing.shown_symbol,
                          {ui.say("receipt.back_to_number"), "receipt.symbol_of", ui.say("receipt.symbol_text")});
        if (turned >= 0) scene.send(flow::ShowedSymbol{turned});
        return;
    }
    const NavPress nav = nav_row(scene, body,
                                 {{},
                                  receipt->symbols.empty() ? std::string{} : ui.say("receipt.show_symbols"),
                                  ui.say("receipt.done"),
                                  icon::kArrowForward,
                                  icon::kPhotoCamera});
    if (nav.side) scene.send(flow::ShowedSymbol{1});
    if (nav.next) scene.send(flow::FinishedReceipt{});
    const Rect page = ui.begin_roll(body, "receipt");
    Flow flow(page, 1, 22);
    const auto banner = [&](Flow& into) {
        const float tall = std::max(
            100.0F,
            heading_tall(ui, into.column_width() - 130, ui.say("receipt.heading"), ui.say("receipt.lead")) + 16);
        const Rect at = into.place(tall);
        icon_disc(ui, {at.x, at.middle_y() - 50, 100, 100}, icon::kCheckCircle, Tone::go);
        heading(ui, {at.x + 130, at.y + 8, at.w - 130, 0}, ui.say("receipt.heading"), ui.say("receipt.lead"));
    };
    if (ui.portrait()) {
        banner(flow);
        number_panel(scene, flow, *receipt);
        delivery_notice(scene, flow, *receipt);
        print_row(scene, flow, receipt_paper(), "print.receipt");
        not_filing_notice(scene, flow);
        next_panel(scene, flow);
        ui.end_roll(flow.used());
    } else {
        Flow left({page.x, page.y, page.w * 0.54F - 16, 0}, 1, 20);
        Flow right({page.x + page.w * 0.54F + 16, page.y, page.w * 0.46F - 16, 0}, 1, 20);
        number_panel(scene, left, *receipt);
        not_filing_notice(scene, left);
        banner(right);
        delivery_notice(scene, right, *receipt);
        print_row(scene, right, receipt_paper(), "print.receipt");
        next_panel(scene, right);
        ui.end_roll(std::max(left.used(), right.used()));
    }
}

void draw_receipt_proof(Scene& scene) {
    Ui& ui = scene.ui;
    Rect body = page_frame(scene, ui.say("receipt.title"), {}, Back::none);
    const bool typed = !scene.session().edit.text.empty();
    const NavPress nav =
        nav_row(scene, body, {ui.say("proof.back"), {}, ui.say(typed ? "proof.check" : "proof.yes"), icon::kCheck});
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.next && typed) scene.send(flow::GaveProof{});
    if (nav.next && !typed) scene.send(flow::SaidPhotographed{});
    Rect pad;
    if (ui.portrait())
        pad = body.cut_bottom(6 * 90.0F, 28);
    else
        pad = body.cut_right(body.w * 0.5F, 48);
    press_key(scene, alphabet_pad(ui, pad, scene.world.code_alphabet));
    const Rect page = ui.begin_roll(body, "proof");
    Flow flow(page, 1, 24);
    heading(ui, flow.place(heading_tall(ui, page.w, ui.say("proof.ask"), ui.say("proof.hint")) + 8),
            ui.say("proof.ask"), ui.say("proof.hint"));
    print_row(scene, flow, receipt_paper(), "print.receipt");
    const std::string or_type = ui.say("proof.or_type");
    ui.write(flow.place(ui.tall(or_type, page.w, body_text(ui))), or_type, body_text(ui));
    FieldLook look{Type::title, false, !scene.session().filing.proof_error.empty(), {}};
    const std::string placeholder = ui.say("proof.placeholder");
    look.placeholder = placeholder;
    look.discreet = true;
    if (const auto caret =
            text_field(ui, flow.place(ui.em(Type::title) + 60), scene.session().edit, look, ui.say("proof.field")))
        scene.send(flow::PlacedCaret{*caret});
    if (!scene.session().filing.proof_error.empty()) {
        const std::string text = ui.say(scene.session().filing.proof_error);
        const Rect at = flow.place(notice_tall(ui, page.w, text));
        notice(ui, at, text, Tone::help, icon::kEdit);
        ui.reveal(at);
    }
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
