#include "app/screens/act_rows.hpp"

#include "app/screens/field_widgets.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {

namespace {

float row_tall(const Desk& desk, float width, const ActRow& row) {
    const float em = desk.em();
    if (row.why_not.empty()) return em * 1.9F;
    return em * 1.9F + desk.ui.tall(row.why_not, width - em * 2.3F, desk_soft(desk)) + em * 0.3F;
}

}  // namespace

DrawnRow draw_act_row(Desk& desk, const Rect& rect, const ActRow& row) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    const float em = desk.em();
    const float tall = row_tall(desk, rect.w, row);
    const bool can = row.why_not.empty();
    const Rect at{rect.x, rect.y, rect.w, tall};
    const Touch touch = desk.control(at, row.label, 300 + row.salt, 12);
    if (touch.held) ui.fill(touch.rect, p.navy_tint, 12);
    const Colour before = ui.ground(touch.held ? p.navy_tint : p.card);
    Rect inner = touch.rect.inset(em * 0.4F, 0);
    Rect first = inner.cut_top(em * 1.9F);
    ui.icon(first.cut_left(em * 1.1F, em * 0.4F), can ? icon::kChevronRight : icon::kLock, em,
            can ? p.teal : p.soft_ink);
    ui.line(first, row.label, {Type::body, can ? Weight::strong : Weight::text, can ? p.ink : p.soft_ink});
    if (!can)
        ui.write({inner.x + em * 1.5F, inner.y - em * 0.1F, inner.w - em * 1.5F, 0}, row.why_not, desk_soft(desk));
    ui.ground(before);
    ui.fill({at.x, at.bottom() - 2, at.w, 2}, p.rule.faded(0.6F));
    return {tall, touch.pressed};
}

}  // namespace courtyard::screens
