// A signature written by finger.
#include <algorithm>
#include <cmath>

#include "app/flow/form_answers.hpp"
#include "app/flow/form_walk.hpp"
#include "app/flow/kiosk_moves.hpp"

namespace courtyard::flow {

namespace {

domain::InkPoint place_of(float x, float y) {
    const auto whole = [](float part, int size) {
        return std::clamp(static_cast<int>(std::lround(std::isfinite(part) ? part * static_cast<float>(size) : 0)), 0,
                          size - 1);
    };
    return {whole(x, domain::kInkWide), whole(y, domain::kInkTall)};
}

std::size_t points_of(const domain::SignatureInk& ink) {
    std::size_t count = 0;
    for (const domain::InkStroke& stroke : ink)
        count += stroke.size();
    return count;
}

}  // namespace

const domain::Field* Moves::signed_field() const {
    const domain::Field* field = asked_field(state_, world_);
    return page() == Page::Ask && field && field->type == domain::FieldType::Signature ? field : nullptr;
}

void Moves::load_ink(const domain::Field& field) {
    InkWork& ink = session().eyes.ink;
    ink = InkWork{};
    const domain::Answer* answer = draft().application.find(field.code);
    if (field.type != domain::FieldType::Signature || !answer || !answer->row()) return;
    if (const auto text = answer->row()->find(kInk); text != answer->row()->end())
        ink.strokes = domain::read_ink(text->second).value_or(domain::SignatureInk{});
}

void Moves::on(const StartedStroke& event) {
    InkWork& ink = session().eyes.ink;
    if (!signed_field() || ink.strokes.size() >= domain::kInkStrokesMax ||
        points_of(ink.strokes) >= kSignaturePointsMax)
        return;
    ink.strokes.push_back({place_of(event.x, event.y)});
    ink.is_drawing = true;
}

void Moves::on(const DrewStroke& event) {
    InkWork& ink = session().eyes.ink;
    if (!signed_field() || !ink.is_drawing || ink.strokes.empty() || points_of(ink.strokes) >= kSignaturePointsMax)
        return;
    const domain::InkPoint point = place_of(event.x, event.y);
    if (!(ink.strokes.back().back() == point)) ink.strokes.back().push_back(point);
}

void Moves::on(const EndedStroke&) {
    const domain::Field* field = signed_field();
    InkWork& ink = session().eyes.ink;
    if (!field || !ink.is_drawing) return;
    ink.is_drawing = false;
    set_ink(draft().application, *field, domain::write_ink(ink.strokes), today().text());
    draft().problems.clear();
    note_writer(field->code);
}

void Moves::on(const ClearedSignature&) {
    const domain::Field* field = signed_field();
    if (!field) return;
    session().eyes.ink = InkWork{};
    erase(draft().application, field->code);
    note_writer(field->code);
}

}  // namespace courtyard::flow
