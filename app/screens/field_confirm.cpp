// Reading over: what will be recorded beside what the applicant will read; then the signature. And the page after it.
#include <algorithm>

#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;

// Two cards beside each other, or one scrolled card.
template <class Left, class Right>
void two_cards(Desk& desk, const Rect& rect, Left left, Right right) {
    const auto card = [&](const Rect& at, std::string_view id, auto draw) {
        panel(desk.ui, at, 18);
        desk.ui.ground(desk.ui.palette().card);
        const Rect start = desk.begin_scroll(at.inset(8, 8), id);
        const float used = draw(Rect{start.x + 22, start.y + 16, start.w - 30, start.h});
        desk.scroll_by_keys();
        desk.end_scroll(used + 12);
        desk.ui.ground(desk.ui.palette().paper);
    };
    if (rect.w > desk.em() * 44) {
        card(rect.cell(0, 0, 2, 1, 24), "field.confirm.left", left);
        card(rect.cell(1, 0, 2, 1, 24), "field.confirm.right", right);
    } else {
        card(rect, "field.confirm.both", [&](const Rect& at) {
            const float first = left(at) + desk.em() * 1.2F;
            return first + right(Rect{at.x, at.y + first, at.w, at.h});
        });
    }
}

float draw_confirm_record(Desk& desk, const Rect& at) {
    float y = at.y + group_title(desk, at, desk.ui.say("field.record.title"));
    y += draw_record_view(desk, {at.x, y, at.w, 0}, flow::as_signed(desk.state.draft)) + desk.em() * 0.5F;
    return y - at.y;
}

float draw_confirm_notice(Desk& desk, const Rect& at) {
    float y = at.y + group_title(desk, at, desk.ui.say("field.view.title"));
    y += draw_villager_view(desk, {at.x, y, at.w, 0}, flow::as_signed(desk.state.draft)) + desk.em() * 0.6F;
    y += desk.ui.write({at.x, y, at.w, 0}, desk.ui.say("field.view.hint"), desk_soft(desk));
    return y - at.y;
}

constexpr float kAfterIdentity = 10, kBesideCards = 12;

std::string problem_now(const Desk& desk) {
    return desk.state.problem.empty() ? std::string() : problem_words(desk.ui, desk.state.problem);
}

float above_confirm_tall(const Desk& desk, float width) {
    const std::string problem = problem_now(desk);
    return identity_tall(desk, width) + kAfterIdentity + sheet_contact_tall(desk, width) +
           (problem.empty() ? 0 : remark_tall(desk, width, problem) + kBesideCards);
}

void draw_above_confirm(Desk& desk, Rect& body) {
    draw_identity(desk, body.cut_top(identity_tall(desk, body.w), kAfterIdentity));
    draw_sheet_contact(desk, body);
    const std::string problem = problem_now(desk);
    if (problem.empty()) return;
    remark(desk, body.cut_top(remark_tall(desk, body.w, problem), kBesideCards), problem, Tone::help, icon::kWarning);
}

// Where letters are large and the window is small: one scroll for all of it.
void draw_confirm_as_one(Desk& desk, const Rect& body, const std::string& promise) {
    constexpr float kNoEnd = 1e6F, kBesideBar = 10;
    const Rect start = desk.begin_scroll(body, "field.confirm.page");
    Rect page{start.x, start.y, start.w - kBesideBar, kNoEnd};
    draw_above_confirm(desk, page);
    page.cut_top(draw_confirm_record(desk, page), desk.em() * 0.8F);
    page.cut_top(draw_confirm_notice(desk, page), desk.em() * 0.8F);
    page.cut_top(remark(desk, page, promise, Tone::quiet, icon::kInfo), kBesideCards);
    desk.scroll_by_keys();
    desk.end_scroll(page.y - start.y);
}

}  // namespace

void draw_desk_confirm(Desk& desk) {
    Ui& ui = desk.ui;
    Rect body =
        desk_frame(desk, {ui.say("field.confirm.page"), desk.state.court, ui.say("field.confirm.keys")}).inset(36, 18);
    const float tall = desk_button_tall(desk);
    const Rect buttons = body.cut_bottom(tall + 8, 12);
    const std::string back = ui.say("field.confirm.change");
    const std::string sign = ui.say(desk.state.busy() ? "field.confirm.signing" : "field.confirm.sign");
    const float wide = desk_button_wide(desk, sign, icon::kDraw) + 40;
    const float y = buttons.middle_y() - tall / 2;
    const std::string promise = ui.say("field.confirm.promise");
    const float promise_tall = remark_tall(desk, body.w, promise);
    if (body.h - above_confirm_tall(desk, body.w) - promise_tall - kBesideCards < desk.em() * 9) {
        draw_confirm_as_one(desk, body, promise);
    } else {
        draw_above_confirm(desk, body);
        remark(desk, body.cut_bottom(promise_tall, kBesideCards), promise, Tone::quiet, icon::kInfo);
        two_cards(
            desk, body, [&](const Rect& at) { return draw_confirm_record(desk, at); },
            [&](const Rect& at) { return draw_confirm_notice(desk, at); });
    }
    if (desk_button(desk, {buttons.x, y, desk_button_wide(desk, back, icon::kEdit), tall}, back,
                    {Tone::plain, icon::kEdit, Type::body, false}))
        desk.send(PressedBack{});
    if (desk_button(desk, {buttons.right() - wide, y, wide, tall}, sign,
                    {desk.state.busy() ? Tone::quiet : Tone::go, icon::kDraw, Type::body, false}))
        desk.send(PressedSign{});
    if (desk.ctrl(ImGuiKey_Enter)) desk.send(PressedSign{});
}

void draw_desk_signed(Desk& desk) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    Rect body = desk_frame(desk, {ui.say("field.signed.page"), desk.state.court,
                                  ui.say(desk.state.sheet->unsent ? "field.signed.keys" : "field.signed.keys.sent")})
                    .inset(36, 18);
    const float em = desk.em();
    if (!desk.state.problem.empty()) {
        const std::string words = problem_words(ui, desk.state.problem);
        remark(desk, body.cut_top(remark_tall(desk, body.w, words), 12), words, Tone::help, icon::kWarning);
    }
    const flow::ApplicationSheet& sheet = *desk.state.sheet;
    const float width = std::min(body.w, em * 36);
    const std::string what =
        ui.say("field.signed.what", {{"name", sheet.row.name}, {"status", status_label(ui, sheet.row.status)}});
    const auto delivery = sheet.history.empty() ? std::optional<mail::Delivery>{} : sheet.history.back().delivery;
    const std::string way = delivery_words(ui, delivery.value_or(mail::Delivery::Queued));
    const std::string next = ui.say("field.signed.next");
    const float inner_width = width - 112;
    const float tall = desk_button_tall(desk);
    const float height = 60 + 120 + em * 0.8F + desk.em(Type::card) * 1.3F + em * 0.3F +
                         ui.tall(what, inner_width, desk_text(desk)) + em * 0.9F + remark_tall(desk, inner_width, way) +
                         em * 0.8F + ui.tall(next, inner_width, desk_soft(desk)) + em + tall + 56;
    const Rect card{body.middle_x() - width / 2, body.y + std::max(0.0F, (body.h - height) * 0.4F), width, height};
    Rect inner = desk_card(desk, card, 0).inset(56, 0);
    inner.cut_top(56);
    const Rect mark = inner.cut_top(120, em * 0.8F);
    ui.disc(mark.middle_x(), mark.middle_y(), 58, p.teal_tint);
    const Colour before = ui.ground(p.teal_tint);
    ui.icon(mark, icon::kTaskAlt, 80, p.teal);
    ui.ground(before);
    ui.line(inner.cut_top(desk.em(Type::card) * 1.3F, em * 0.3F), ui.say("field.signed.title"),
            {Type::card, Weight::strong, p.ink, Align::centre});
    inner.cut_top(ui.write(inner, what, {Type::body, Weight::text, p.ink, Align::centre, Balance::even}), em * 0.9F);
    const bool there = delivery == mail::Delivery::Accepted || delivery == mail::Delivery::Durable;
    inner.cut_top(
        remark(desk, inner, way, there ? Tone::go : Tone::quiet, there ? icon::kCloudDone : icon::kCloudUpload),
        em * 0.8F);
    inner.cut_top(ui.write(inner, next, {Type::note, Weight::text, p.soft_ink, Align::centre, Balance::even}), em);
    const std::string home = ui.say("field.signed.home");
    const std::string history = ui.say("field.signed.history");
    const Rect left = inner.cell(0, 0, 2, 1, 20);
    const Rect right = inner.cell(1, 0, 2, 1, 20);
    if (desk_button(desk, {left.x, inner.y, left.w, tall}, history, {Tone::plain, icon::kSchedule, Type::body, false}))
        desk.send(PressedHistory{});
    if (desk_button(desk, {right.x, inner.y, right.w, tall}, home, {Tone::go, icon::kInventory2, Type::body, false}))
        desk.send(PressedBack{});
    if (desk.key(ImGuiKey_Enter)) desk.send(PressedBack{});
}

}  // namespace courtyard::screens
