// An answer seen from both sides: what the applicant will read, and what will be recorded.
#include <algorithm>

#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using Status = domain::ApplicationStatus;

// The ten working days of the decision begin with filing (domain report, section 4, P7).
constexpr int kDecisionWorkingDays = 10;

struct Piece {
    enum class Kind : std::uint8_t { say, next, papers_head, paper, text_head, text, number, gap } kind;
    std::string words;
};

std::vector<Piece> pieces_of(const Desk& desk, const flow::AnswerDraft& draft) {
    using Kind = Piece::Kind;
    const pack::StatusWords& words = desk.pack().status(draft.status);
    std::vector<Piece> pieces{{Kind::say, words.say}};
    if (!draft.number.empty())
        pieces.push_back({Kind::number, desk.ui.say("field.view.number", {{"number", draft.number}})});
    if (!draft.papers.empty()) {
        pieces.push_back({Kind::papers_head, desk.ui.say("field.view.papers")});
        for (std::size_t i = 0; i < draft.papers.size(); ++i)
            pieces.push_back({Kind::paper, desk.ui.say("field.view.paper",
                                                       {{"n", std::to_string(i + 1)},
                                                        {"name", desk.pack().form.paper_words(draft.papers[i])}})});
    }
    if (!draft.text.empty()) {
        pieces.push_back({Kind::text_head,
                          desk.ui.say(draft.status == Status::NotFiled ? "field.view.reasons" : "field.view.note")});
        pieces.push_back({Kind::text, draft.text});
    }
    pieces.push_back({Kind::next, words.next_say});
    return pieces;
}

Style style_of(const Desk& desk, Piece::Kind kind) {
    const Palette& p = desk.ui.palette();
    switch (kind) {
        case Piece::Kind::say: return {Type::lead, Weight::strong, p.ink};
        case Piece::Kind::papers_head:
        case Piece::Kind::text_head: return {Type::note, Weight::strong, p.soft_ink};
        case Piece::Kind::next: return {Type::body, Weight::text, p.soft_ink};
        default: return {Type::body, Weight::text, p.ink};
    }
}

float inside_tall(const Desk& desk, float width, const std::vector<Piece>& pieces) {
    float tall = 0;
    for (const Piece& piece : pieces)
        tall += desk.ui.tall(piece.words, width, style_of(desk, piece.kind)) + desk.em() * 0.5F;
    return tall;
}

constexpr float kSlipSide = 26;

std::vector<std::pair<std::string, std::string>> record_lines(const Desk& desk, const flow::AnswerDraft& draft) {
    Ui const& ui = desk.ui;
    const flow::InboxRow& row = desk.state.sheet->row;
    std::vector<std::pair<std::string, std::string>> lines;
    const auto add = [&](std::string_view key, std::string value) {
        lines.emplace_back(ui.say(key), std::move(value));
    };
    add("field.record.who",
        ui.say("field.who", {{"name", desk.state.person}, {"role", role_words(ui, desk.state.role)}}));
    add("field.record.about", ui.say("field.record.about.words", {{"name", row.name}, {"number", row.number}}));
    add("field.record.change", ui.say("field.record.change.words", {{"from", status_label(ui, row.status)},
                                                                    {"to", status_label(ui, draft.status)}}));
    if (!draft.number.empty()) add("field.record.number", draft.number);
    if (!draft.papers.empty()) {
        std::string papers;
        for (const std::string& paper : draft.papers)
            papers += (papers.empty() ? "" : "\n") + paper;
        add("field.record.papers", papers);
    }
    if (!draft.text.empty())
        add(draft.status == Status::NotFiled ? "field.record.reasons" : "field.record.text", draft.text);
    if (draft.status == Status::Filed) {
        const domain::Due due = desk.pack().calendar.after_working_days(desk.today(), kDecisionWorkingDays);
        add("field.record.limit", ui.say(due.provisional ? "field.record.limit.about" : "field.record.limit.words",
                                         {{"date", day_words(ui, due.date)}}));
    } else {
        add("field.record.limit", ui.say("field.record.limit.none"));
    }
    return lines;
}

float label_width(const Desk& desk, float width) { return std::min(desk.em() * 5.6F, width * 0.34F); }

}  // namespace

float villager_view_tall(const Desk& desk, float width, const flow::AnswerDraft& draft) {
    return inside_tall(desk, width - 2 * kSlipSide, pieces_of(desk, draft)) + 2 * kSlipSide;
}

float draw_villager_view(Desk& desk, const Rect& rect, const flow::AnswerDraft& draft) {
    const Palette& p = desk.ui.palette();
    const std::vector<Piece> pieces = pieces_of(desk, draft);
    const float tall = inside_tall(desk, rect.w - 2 * kSlipSide, pieces) + 2 * kSlipSide;
    const Rect slip{rect.x, rect.y, rect.w, tall};
    desk.ui.fill(slip, p.ivory, 16);
    desk.ui.frame(slip, p.gold_line, 2, 16);
    const Colour before = desk.ui.ground(p.ivory);
    float y = slip.y + kSlipSide;
    for (const Piece& piece : pieces)
        y +=
            desk.ui.write({slip.x + kSlipSide, y, slip.w - 2 * kSlipSide, 0}, piece.words, style_of(desk, piece.kind)) +
            desk.em() * 0.5F;
    desk.ui.ground(before);
    return tall;
}

float record_view_tall(const Desk& desk, float width, const flow::AnswerDraft& draft) {
    float tall = 0;
    for (const auto& [label, value] : record_lines(desk, draft))
        tall += line_tall(desk, width, label, value, label_width(desk, width));
    return tall;
}

float draw_record_view(Desk& desk, const Rect& rect, const flow::AnswerDraft& draft) {
    Rect at = rect;
    for (const auto& [label, value] : record_lines(desk, draft))
        at.y += line_fact(desk, at, label, value, {label_width(desk, rect.w), Weight::text});
    return at.y - rect.y;
}

}  // namespace courtyard::screens
