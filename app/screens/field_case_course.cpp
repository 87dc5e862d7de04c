// The course of a case: every fact, newest first, who made it, when, on what it rests and how it stands. What was
// refused, set aside or contradicts is shown with the reason; nothing is hidden.
#include <algorithm>

#include "app/screens/case_screens.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;
using cases::Entry;
using cases::Standing;

struct Sign {
    const char* icon;
    Tone tone;
};

Sign look_of(Standing standing) {
    switch (standing) {
        case Standing::InForce: return {icon::kCheckCircle, Tone::go};
        case Standing::Refused: return {icon::kClose, Tone::help};
        case Standing::SetAside: return {icon::kUndo, Tone::quiet};
        case Standing::Contradicts: return {icon::kWarning, Tone::help};
        case Standing::Unknown: break;
    }
    return {icon::kHelp, Tone::plain};
}

// What stands in the pack speaks to the author: anybody else reads what the author was told.
std::string refused_words(const Ui& ui, const flow::CaseView& view, const Entry& entry) {
    const std::string why = refusal_words(ui, entry.kind, entry.code);
    if (entry.author == view.self) return ui.say("field.standing.refused", {{"why", why}});
    return ui.say("field.standing.refused_to", {{"who", person_words(ui, &view, entry.author)}, {"why", why}});
}

// What the standing says in words, empty for what is in force and counts.
std::string standing_words(const Desk& desk, const flow::CaseView& view, const Entry& entry) {
    const Ui& ui = desk.ui;
    const auto by = [&] { return entry.against ? fact_label(ui, view, *entry.against) : std::string{}; };
    switch (entry.standing) {
        case Standing::InForce:
            if (view.folded.ballots.is_overturned(entry.id)) return ui.say("field.vote.overturned");
            return view.folded.ballots.is_replaced(entry.id) ? ui.say("field.vote.replaced") : std::string{};
        case Standing::Refused: return refused_words(ui, view, entry);
        case Standing::SetAside: return ui.say("field.standing.set_aside", {{"by", by()}});
        case Standing::Contradicts: return ui.say("field.standing.contradicts", {{"by", by()}});
        case Standing::Unknown: return ui.say("field.standing.unknown");
    }
    return {};
}

std::string made_words(const Desk& desk, const flow::CaseView& view, const Entry& entry) {
    std::string words =
        desk.ui.say("field.case.made", {{"who", person_words(desk.ui, &view, entry.author)},
                                        {"when", moment_words(desk.ui, entry.claimed, desk.state.now)}});
    if (std::find(view.unsent.begin(), view.unsent.end(), entry.id) != view.unsent.end())
        words += desk.ui.say("field.case.unsent");
    return words;
}

std::string based_words(const Desk& desk, const flow::CaseView& view, const cases::Fact& fact) {
    std::string words;
    for (const cases::FactId& id : fact.facts("based_on"))
        words += (words.empty() ? "" : desk.ui.say("field.comma")) + fact_label(desk.ui, view, id);
    return words.empty() ? words : desk.ui.say("field.case.based", {{"what", words}});
}

struct Place {
    Rect rect;  // of the whole entry
    float text_x = 0, text_w = 0;
};

float draw_texts(Desk& desk, const Place& place, const flow::CaseView& view, const Entry& entry,
                 const cases::Fact* fact) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    const float em = desk.em(), note = desk.em(Type::note);
    float y = place.rect.y + em * 0.4F;
    const bool dead = entry.standing == Standing::Refused || entry.standing == Standing::SetAside;
    ui.line({place.text_x, y, place.text_w, em * 1.1F}, fact ? fact_title(ui, view, *fact) : act_title(ui, entry.kind),
            {Type::body, Weight::strong, dead ? p.soft_ink : p.ink});
    y += em * 1.35F;
    if (const std::string summary = fact ? fact_summary(ui, view, *fact) : std::string{}; !summary.empty())
        y += ui.write({place.text_x, y, place.text_w, 0}, summary, desk_text(desk, Type::note)) + note * 0.25F;
    y += ui.write({place.text_x, y, place.text_w, 0}, made_words(desk, view, entry), desk_soft(desk)) + note * 0.25F;
    if (const std::string based = fact ? based_words(desk, view, *fact) : std::string{}; !based.empty())
        y += ui.write({place.text_x, y, place.text_w, 0}, based, desk_soft(desk)) + note * 0.25F;
    if (const std::string words = standing_words(desk, view, entry); !words.empty())
        y += ui.write({place.text_x, y, place.text_w, 0}, words,
                      {Type::note, Weight::strong, entry.standing == Standing::SetAside ? p.gold_deep : p.red}) +
             note * 0.25F;
    if (fact && desk.state.cases.opened_fact == entry.id)
        y += draw_fact_whole(desk, {place.text_x, y + note * 0.3F, place.text_w, 0}, view, *fact) + note * 0.3F;
    return y + em * 0.25F - place.rect.y;
}

}  // namespace

float draw_fact_whole(Desk& desk, const Rect& body, const flow::CaseView& view, const cases::Fact& fact) {
    float y = body.y;
    const float label = std::min(body.w * 0.34F, desk.em(Type::note) * 11);
    for (const ReadField& field : read_fields(desk.ui, &view, fact.kind, fact.fields))
        y += line_fact(desk, {body.x, y, body.w, 0}, field.label, field.value, {label, Weight::text});
    return y - body.y;
}

float draw_case_course(Desk& desk, const Rect& body) {
    const flow::CaseView& view = *desk.state.cases.view;
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    const float em = desk.em(), note = desk.em(Type::note);
    const float day_wide = note * 5.4F, dot_wide = em * 1.6F;
    const auto course = flow::course_of(view);
    float y = body.y;
    for (std::size_t i = 0; i < course.size(); ++i) {
        const Entry& entry = *course[i];
        const cases::Fact* fact = flow::find_fact(view, entry.id);
        const Place place{{body.x, y, body.w, 0}, body.x + day_wide + dot_wide, body.w - day_wide - dot_wide};
        const bool on = i == desk.state.cases.chosen_fact;
        const Sign look = look_of(entry.standing);
        const float tall = draw_texts(desk, place, view, entry, fact);
        const Rect whole{body.x - 8, y, body.w + 16, tall};
        if (on && desk.keys().chosen_seen != i) {
            desk.keys().chosen_seen = i;
            desk.reveal(whole);
        }
        ui.line({body.x, y + em * 0.4F, day_wide - 10, em * 1.1F}, short_day(ui, entry.day, desk.today()),
                {Type::note, Weight::text, p.soft_ink});
        const Rect dot{body.x + day_wide, y + em * 0.4F, em * 1.1F, em * 1.1F};
        ui.icon(dot, look.icon, em * 1.05F,
                look.tone == Tone::go     ? p.teal
                : look.tone == Tone::help ? p.red
                                          : p.gold_deep);
        if (i + 1 < course.size())
            ui.fill({dot.middle_x() - 1, dot.bottom() + 6, 2, std::max(0.0F, tall - em * 1.6F)}, p.rule);
        if (on) ui.frame(whole, p.navy.faded(0.6F), 2, 12);
        if (ui.touch(whole, act_title(ui, entry.kind), 500 + static_cast<int>(i)).pressed)
            desk.send(PressedFact{entry.id});
        y += tall;
    }
    return y - body.y;
}

}  // namespace courtyard::screens
