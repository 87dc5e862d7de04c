#include "app/screens/act_fields.hpp"

#include <algorithm>

#include "app/cases/voting_office.hpp"
#include "app/domain/money.hpp"
#include "app/domain/text.hpp"
#include "app/flow/act_box.hpp"
#include "app/screens/act_pictures.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/draft_words.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;
using cases::FieldRule;
using cases::FieldType;
using flow::FieldDraft;

constexpr float kGap = 12;
constexpr std::size_t kLineChars = 200, kWordsChars = 8000;

bool has(const FieldDraft& draft, const std::string& value) {
    return std::find(draft.chosen.begin(), draft.chosen.end(), value) != draft.chosen.end();
}

std::vector<std::string> words_of(std::string_view all) {
    std::vector<std::string> out;
    for (std::size_t from = 0; from < all.size();) {
        const std::size_t end = std::min(all.find(' ', from), all.size());
        out.emplace_back(all.substr(from, end - from));
        from = end + 1;
    }
    return out;
}

const char* icon_of(FieldType type) {
    switch (type) {
        case FieldType::Money: return icon::kPayments;
        case FieldType::Day: return icon::kCalendarToday;
        case FieldType::CaseNumber: return icon::kGavel;
        default: return nullptr;
    }
}

// Whose office a person of this field usually has.
bool fits_office(std::string_view field, cases::Role role) {
    using cases::Role;
    if (field == "handler" || field == "panel" || field == "judge") return role == Role::Judge;
    return true;
}

// A seat on the case, and an office of the body that is chosen; of any body before one is.
bool may_vote(const flow::CaseView& view, const FieldDraft& body, const flow::PersonName& person) {
    if (!view.folded.members.has(person.id)) return false;
    if (!body.chosen.empty()) return cases::votes_in(body.chosen.front(), person.role);
    return cases::votes_in("panel", person.role) || cases::votes_in("committee", person.role);
}

}  // namespace

ActFields::ActFields(Desk& desk, const flow::ActDraft& draft)
    : desk_(desk), draft_(draft), refused_(flow::refusal_to_tell(draft, desk.state.problem)) {}

const FieldDraft& ActFields::typed(const FieldRule& field) const {
    static const FieldDraft kNothing;
    const auto found = draft_.fields.find(field.name);
    return found == draft_.fields.end() ? kNothing : found->second;
}

std::string ActFields::label(const FieldRule& field) const { return draft_field(desk_.ui, draft_, field.name); }

// Whoever votes for another sum than the report says why: that it is another one must not be overlooked.
std::string ActFields::other_than_report(const FieldRule& field, domain::Fen amount) const {
    const flow::CaseView* view = desk_.state.cases.view.get();
    const auto chosen = draft_.fields.find("ballot");
    if (view == nullptr || draft_.kind != "vote_cast" || field.name != "amount" || chosen == draft_.fields.end())
        return {};
    const auto id = cases::FactId::parse(chosen->second.chosen.empty() ? std::string() : chosen->second.chosen.front());
    const cases::Ballot* ballot = id ? view->folded.ballots.find(*id) : nullptr;
    const cases::Fact* report = ballot == nullptr ? nullptr : flow::find_fact(*view, ballot->report);
    const auto proposed = report == nullptr ? std::optional<domain::Fen>{} : report->money("amount");
    if (!proposed || *proposed == amount) return {};
    return "\n" + desk_.ui.say("field.act.other_than_report", {{"amount", domain::yuan_display(*proposed)}});
}

std::string ActFields::unread(const FieldRule& field) const {
    const std::string text(domain::trim(typed(field).text));
    if (text.empty()) return {};
    if (field.type == FieldType::Day)
        return domain::typed_day(text, draft_.today) ? std::string() : desk_.ui.say("field.act.no_day");
    if (field.type != FieldType::Money) return {};
    const auto amount = domain::parse_yuan(text);
    if (amount && amount->value >= (field.least == cases::Least::Nothing ? 0 : 1)) return {};
    const std::string own = "field.act." + (amount ? std::string("money.nothing") : amount.error().code);
    return desk_.ui.say(desk_.ui.knows(own) ? own : "field.act.no_amount");
}

bool ActFields::is_refused(const FieldRule& field) const {
    return !refused_.empty() && flow::box_of(draft_, refused_) == field.name;
}

std::string ActFields::echo(const FieldRule& field) const {
    const std::string text(domain::trim(typed(field).text));
    if (text.empty() || !unread(field).empty()) return {};
    if (field.type == FieldType::Money) {
        const auto amount = domain::parse_yuan(text);
        return desk_.ui.say("field.act.capital", {{"amount", domain::yuan_display(*amount)},
                                                  {"capital", domain::capital_text(*amount, desk_.pack().capital)}}) +
               other_than_report(field, *amount);
    }
    if (field.type != FieldType::Day) return {};
    const auto parsed = domain::typed_day(text, draft_.today);
    if (!parsed) return {};
    const int weekday = static_cast<int>(parsed->weekday());
    return desk_.ui.say("field.act.day", {{"day", day_words(desk_.ui, *parsed)},
                                          {"weekday", desk_.ui.say("field.weekday." + std::to_string(weekday))}});
}

float ActFields::full(const Rect& at, const FieldRule& field, std::size_t characters_max) {
    return box_full(desk_, at, typed(field).text, characters_max);
}

float ActFields::line(const Rect& at, const FieldRule& field) {
    const float tall = desk_button_tall(desk_);
    const std::string name = label(field);
    const bool narrow = field.type == FieldType::Money || field.type == FieldType::Count ||
                        field.type == FieldType::Day || field.type == FieldType::Hours;
    const float wide = narrow ? std::min(at.w, desk_.em() * 15) : at.w;
    const std::string hint = act_word(desk_.ui, draft_.kind, "hint." + std::string(field.name));
    const bool trouble = is_refused(field);
    const bool short_hint = desk_.ui.wide(hint, desk_text(desk_)) < wide - desk_.em() * 3;
    begin(field, Desk::id_of(name), {at.x, at.y, wide, tall}, false);
    const InputResult result =
        desk_.input({at.x, at.y, wide, tall}, typed(field).text, name,
                    {InputKind::line, short_hint ? hint : std::string{}, icon_of(field.type), kLineChars, trouble});
    if (result.text) desk_.send(TypedField{std::string(field.name), *result.text});
    float y = at.y + tall;
    y += full({at.x, y, at.w, 0}, field, kLineChars);
    if (const std::string below = echo(field); !below.empty())
        y += 6 + desk_.ui.write({at.x, y + 6, at.w, 0}, below, desk_soft(desk_));
    // One sentence: in red when somebody wanted to go on, by draw().
    const std::string wrong = unread(field);
    if (!wrong.empty() && !is_refused(field)) y += 6 + desk_.ui.write({at.x, y + 6, at.w, 0}, wrong, desk_soft(desk_));
    if (wrong.empty() && !short_hint && !hint.empty())
        y += 6 + desk_.ui.write({at.x, y + 6, at.w, 0}, hint, desk_soft(desk_));
    return y - at.y;
}

float ActFields::words(const Rect& at, const FieldRule& field) {
    const std::string name = label(field);
    const bool long_one = field.name == "statement" || field.name == "reasons";
    const float tall = desk_.em() * 1.45F * (long_one ? 5.0F : 3.0F) + 30;
    const std::string hint = act_word(desk_.ui, draft_.kind, "hint." + std::string(field.name));
    const bool short_hint = desk_.ui.wide(hint, desk_text(desk_)) < at.w - desk_.em() * 2;
    const bool trouble = is_refused(field);
    begin(field, Desk::id_of(name), {at.x, at.y, at.w, tall}, false);
    const InputResult result =
        desk_.input({at.x, at.y, at.w, tall}, typed(field).text, name,
                    {InputKind::text, short_hint ? hint : std::string{}, nullptr, kWordsChars, trouble});
    if (result.text) desk_.send(TypedField{std::string(field.name), *result.text});
    const float below = tall + full({at.x, at.y + tall, at.w, 0}, field, kWordsChars);
    if (short_hint || hint.empty()) return below;
    return below + 6 + desk_.ui.write({at.x, at.y + below + 6, at.w, 0}, hint, desk_soft(desk_));
}

float ActFields::picks(const Rect& at, const FieldRule& field, const std::vector<Pick>& all, bool many) {
    const FieldDraft& draft = typed(field);
    const float em = desk_.em();
    float widest = em * 5;
    for (const Pick& each : all)
        widest = std::max(widest, desk_.ui.wide(each.label, desk_strong(desk_)) + em * 1.9F + 44);
    const int fit = static_cast<int>((at.w + kGap) / (widest + kGap));
    const int columns = std::clamp(fit, 1, std::max(1, static_cast<int>(all.size())));
    const float width = (at.w - kGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float y = at.y;
    for (std::size_t i = 0; i < all.size();) {
        float tall = 0;
        const std::size_t end = std::min(all.size(), i + static_cast<std::size_t>(columns));
        for (std::size_t c = i; c < end; ++c)
            tall = std::max(tall, pick_tall(desk_, width, all[c].label, {}));
        for (int c = 0; i < end; ++i, ++c) {
            const bool on = has(draft, all[i].value);
            const Mark mark = many ? (on ? Mark::many_on : Mark::many_off) : (on ? Mark::one_on : Mark::one_off);
            const Rect box{at.x + static_cast<float>(c) * (width + kGap), y, width, tall};
            begin(field, Desk::id_of(all[i].label, salt_), box, true);
            if (pick(desk_, box, all[i].label, {}, mark, salt_++))
                desk_.send(ToggledValue{std::string(field.name), all[i].value});
        }
        y += tall + kGap;
    }
    return std::max(0.0F, y - kGap - at.y);
}

float ActFields::yes_no(const Rect& at, const FieldRule& field) {
    const FieldDraft& draft = typed(field);
    const float width = std::min(at.w, desk_.em() * 16);
    float tall = 0;
    for (int i = 0; i < 2; ++i) {
        const bool yes = i == 0;
        const std::string words = desk_.ui.say(yes ? "field.case.yes" : "field.case.no");
        const Rect box = Rect{at.x, at.y, width, 0}.cell(i, 0, 2, 1, kGap);
        tall = pick_tall(desk_, box.w, words, {});
        const bool on = draft.yes == yes;
        const std::string name = desk_.ui.say("field.case.yes_no", {{"what", label(field)}, {"said", words}});
        begin(field, Desk::id_of(name, salt_), box, true);
        if (pick(desk_, {box.x, at.y, box.w, tall}, words, {}, on ? Mark::one_on : Mark::one_off, salt_++, name))
            desk_.send(SaidYes{std::string(field.name), on ? std::nullopt : std::optional(yes)});
    }
    return tall;
}

float ActFields::tick(const Rect& at, const FieldRule& field) {
    const std::string words = label(field);
    const float tall = pick_tall(desk_, at.w, words, {});
    const bool on = typed(field).yes == true;
    begin(field, Desk::id_of(words, salt_), {at.x, at.y, at.w, tall}, true);
    if (pick(desk_, {at.x, at.y, at.w, tall}, words, {}, on ? Mark::many_on : Mark::many_off, salt_++))
        desk_.send(SaidYes{std::string(field.name), on ? std::nullopt : std::optional(true)});
    return tall;
}

// What is recorded as a code is chosen, not typed, and so is which of the papers that were asked for has come; but
// anybody may say in their own words how they can be reached.
bool ActFields::is_closed(const FieldRule& field, const std::vector<Pick>& offered) const {
    if (draft_.kind == "more_came" && field.name == "papers") return !offered.empty();
    return draft_.kind != "case_opened" &&
           std::any_of(offered.begin(), offered.end(), [](const Pick& each) { return each.value != each.label; });
}

float ActFields::lines(const Rect& at, const FieldRule& field) {
    Ui& ui = desk_.ui;
    const FieldDraft& draft = typed(field);
    std::vector<Pick> all;
    all = usual(field);
    const std::size_t offered = all.size();
    const bool closed = is_closed(field, all);
    for (const std::string& each : draft.chosen) {
        const bool is_known = std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(offered),
                                          [&](const Pick& known) { return known.value == each; });
        if (!is_known) all.push_back({each, each});
    }
    float y = at.y;
    if (!all.empty()) y += picks(at, field, all, true) + kGap;
    if (closed) return y - kGap - at.y;
    const float tall = desk_button_tall(desk_);
    const std::string add = ui.say("field.papers.add"), name = label(field);
    const float wide = desk_button_wide(desk_, add, icon::kAdd);
    const std::string hint = act_word(ui, draft_.kind, "hint." + std::string(field.name));
    const std::string placeholder = hint.empty() || offered > 0 ? ui.say("field.act.other_line") : hint;
    const bool fits = ui.wide(placeholder, desk_text(desk_)) < at.w - wide - desk_.em() * 2.5F;
    begin(field, Desk::id_of(name), {at.x, y, at.w - wide - kGap, tall}, false);
    const InputResult result =
        desk_.input({at.x, y, at.w - wide - kGap, tall}, draft.text, name,
                    {InputKind::line, fits ? placeholder : std::string{}, nullptr, kLineChars, false});
    if (result.text) desk_.send(TypedField{std::string(field.name), *result.text});
    const bool asked = desk_.keys().focus == Desk::id_of(name) && !draft.text.empty() && desk_.key(ImGuiKey_Enter);
    if (desk_button(desk_, {at.right() - wide, y, wide, tall}, add, {Tone::plain, icon::kAdd, Type::body}, salt_++) ||
        asked)
        desk_.send(AddedLine{std::string(field.name)});
    y += full({at.x, y + tall, at.w, 0}, field, kLineChars);
    return y + tall - at.y;
}

// "food:2": for each of the five, how it is now.
float ActFields::scores(const Rect& at, const FieldRule& field) {
    Ui& ui = desk_.ui;
    const FieldDraft& draft = typed(field);
    const float name_wide = desk_.em() * 2.6F;
    float y = at.y;
    for (const char* name : {"food", "home", "care", "school", "work"}) {
        const Rect row{at.x + name_wide, y, at.w - name_wide, 0};
        float tall = 0;
        for (int level = 0; level < 4; ++level) {
            const std::string words = ui.say("act.score." + std::to_string(level));
            const Rect cell = row.cell(level, 0, 4, 1, kGap);
            tall = std::max(tall, pick_tall(desk_, cell.w, words, {}));
        }
        ui.line({at.x, y, name_wide - 10, tall}, ui.say(std::string("act.score.") + name), desk_text(desk_));
        for (int level = 0; level < 4; ++level) {
            const std::string words = ui.say("act.score." + std::to_string(level));
            const Rect cell = row.cell(level, 0, 4, 1, kGap);
            const std::string value = std::string(name) + ":" + std::to_string(level);
            const bool on = has(draft, value);
            begin(field, Desk::id_of(words, salt_), {cell.x, y, cell.w, tall}, true);
            if (!pick(desk_, {cell.x, y, cell.w, tall}, words, {}, on ? Mark::one_on : Mark::one_off, salt_++))
                continue;
            for (const std::string& old : draft.chosen)
                if (old.starts_with(std::string(name) + ":") && old != value)
                    desk_.send(ToggledValue{std::string(field.name), old});
            desk_.send(ToggledValue{std::string(field.name), value});
        }
        y += tall + 8;
    }
    return y - 8 - at.y;
}

std::vector<ActFields::Pick> ActFields::people(const FieldRule& field) const {
    std::vector<Pick> out;
    const flow::CaseView* view = desk_.state.cases.view.get();
    if (!view) return out;
    const auto body = draft_.fields.find("body");
    const bool of_ballot = field.name == "voters" && body != draft_.fields.end();
    const auto offered = [&](const flow::PersonName& person) {
        // Whoever is ticked stays to be seen, also when another body is chosen afterwards.
        if (has(typed(field), person.id.text())) return true;
        return fits_office(field.name, person.role) && (!of_ballot || may_vote(*view, body->second, person));
    };
    for (const flow::PersonName& person : view->people)
        if (offered(person)) out.push_back({person.id.text(), person_words(desk_.ui, view, person.id)});
    return out;
}

std::vector<ActFields::Pick> ActFields::facts(const FieldRule& field) const {
    std::vector<Pick> out;
    const flow::CaseView* view = desk_.state.cases.view.get();
    if (!view) return out;
    for (const cases::FactId& id : flow::candidates(*view, draft_.kind, field))
        out.push_back({id.text(), fact_label(desk_.ui, *view, id)});
    return out;
}

float ActFields::control(const Rect& at, const FieldRule& field) {
    switch (field.type) {
        case FieldType::YesNo: return yes_no(at, field);
        case FieldType::Yes: return tick(at, field);
        case FieldType::Pictures: return draw_act_pictures(desk_, at, std::string(field.name), typed(field).chosen);
        case FieldType::Lines: return field.name == "scores" ? scores(at, field) : lines(at, field);
        case FieldType::Person:
        case FieldType::Persons: return picks(at, field, people(field), field.type == FieldType::Persons);
        case FieldType::Fact:
        case FieldType::Facts: {
            const std::vector<Pick> all = facts(field);
            if (all.empty()) return desk_.ui.write(at, desk_.ui.say("field.act.no_facts"), desk_soft(desk_));
            return picks(at, field, all, field.type == FieldType::Facts);
        }
        case FieldType::Choice: {
            std::vector<Pick> all;
            for (const std::string& word : words_of(field.choices))
                all.push_back({word, draft_choice(desk_.ui, draft_, field.name, word)});
            if (all.empty()) return desk_.ui.write(at, desk_.ui.say("field.act.no_facts"), desk_soft(desk_));
            return picks(at, field, all, false);
        }
        default: break;
    }
    const bool is_text = field.type == FieldType::Line || field.type == FieldType::Words;
    const std::vector<Pick> offered = is_text ? usual(field) : std::vector<Pick>{};
    return offered.empty() ? typed_text(at, field) : offered_line(at, field, offered);
}

// Of a case that is opened by word of mouth, or whose person is reached otherwise since: what the form would have
// asked.
std::vector<ActFields::Pick> ActFields::of_form(std::string_view field) const {
    std::vector<Pick> out;
    constexpr std::array kAsked{std::pair{"contact_rule", "F1.11"}, std::pair{"messages", "F1.11b"},
                                std::pair{"hide_from", "F1.11c"}};
    for (const auto& [name, code] : kAsked)
        if (const domain::Field* asked = field == name ? desk_.pack().form.field(code) : nullptr)
            for (const domain::Option& option : asked->options)
                out.push_back({option.value, option.say});
    return out;
}

std::vector<ActFields::Pick> ActFields::usual(const FieldRule& field) const {
    if (draft_.kind == "case_opened" || draft_.kind == "contact_changed") return of_form(field.name);
    std::vector<Pick> out;
    if (draft_.kind == "served" && field.name == "paper" && desk_.state.cases.view) {
        for (const flow::PaperRow& paper : desk_.state.cases.view->papers)
            if (paper.fits && paper.is_served && (out.empty() || out.back().value != paper.id))
                out.push_back({paper.id, paper.title});
        return out;
    }
    if (field.name == "payee" && desk_.state.cases.view && desk_.state.cases.view->accounts.size() > 1) {
        for (const flow::AccountRef& account : desk_.state.cases.view->accounts)
            out.push_back({account.holder, account.holder});
        return out;
    }
    for (const Offered& each : act_options(desk_.ui, desk_.state.cases.view.get(), draft_.kind, field.name, &draft_))
        out.push_back({each.value, each.label});
    return out;
}

float ActFields::typed_text(const Rect& at, const FieldRule& field) {
    return field.type == FieldType::Words ? words(at, field) : line(at, field);
}

float ActFields::offered_line(const Rect& at, const FieldRule& field, const std::vector<Pick>& offered) {
    const float em = desk_.em();
    const float tall = std::max(44.0F, em * 1.7F);
    const Palette& p = desk_.ui.palette();
    float x = at.x, y = at.y;
    for (const Pick& each : offered) {
        const bool on = typed(field).text == each.value;
        const float wide = std::min(at.w, desk_.ui.wide(each.label, desk_strong(desk_, Type::note)) + 36);
        if (x + wide > at.right() && x > at.x) {
            x = at.x;
            y += tall + 8;
        }
        if (is_closed(field, offered)) begin(field, Desk::id_of(each.label, salt_), {x, y, wide, tall}, true);
        const Touch touch = desk_.control({x, y, wide, tall}, each.label, salt_++, tall / 2);
        desk_.ui.fill(touch.rect, on ? p.teal : p.card, tall / 2);
        if (!on) desk_.ui.frame(touch.rect, p.rule, 2, tall / 2);
        const Colour before = desk_.ui.ground(on ? p.teal : p.card);
        desk_.ui.line(touch.rect.inset(12, 0), each.label,
                      {Type::note, Weight::strong, on ? p.on_dark : p.ink, Align::centre});
        desk_.ui.ground(before);
        if (touch.pressed) desk_.send(TypedField{std::string(field.name), on ? std::string{} : each.value});
        x += wide + 8;
    }
    y += tall + kGap;
    return is_closed(field, offered) ? y - kGap - at.y : y + typed_text({at.x, y, at.w, 0}, field) - at.y;
}

bool ActFields::is_answered(const FieldRule& field) const {
    const FieldDraft& draft = typed(field);
    return draft.yes.has_value() || !draft.chosen.empty() || !domain::trim(draft.text).empty();
}

void ActFields::start_at(const std::vector<const FieldRule*>& fields, bool in_sight) {
    opens_at_it_ = in_sight;
    int& frames = desk_.keys().seek_frames;
    seeks_ = frames > 0;
    if (seeks_) --frames;
    for (const FieldRule* each : fields)
        if (is_refused(*each)) return void(start_ = each->name);
    for (const FieldRule& each : cases::common_fields())
        if (draft_.more && is_refused(each)) return void(start_ = each.name);
    seeks_ = false;
    for (const FieldRule* each : fields)
        if (is_asked(*each) && !is_answered(*each)) return void(start_ = each->name);
    if (!fields.empty()) start_ = fields.front()->name;
}

void ActFields::begin(const FieldRule& field, std::uint32_t control, const Rect& rect, bool with_ring) {
    if (field.name != start_) return;
    start_ = {};
    DeskKeys& keys = desk_.keys();
    if (!seeks_ && (!keys.order.empty() || keys.focus != 0)) return;
    const bool waits = !seeks_ && !opens_at_it_;
    if (waits && with_ring) return;
    desk_.focus(control);
    keys.ring = with_ring;
    keys.seek_frames = 0;
    if (is_refused(field))
        sought_ = field.name;  // brought into sight by draw(), which knows how long the sentence is
    else if (!waits)
        desk_.reveal(rect);
}

bool ActFields::is_asked(const FieldRule& field) const {
    return field.need == cases::Need::Must ||
           std::find(draft_.asked.begin(), draft_.asked.end(), field.name) != draft_.asked.end();
}

// With its name above and the sentence below; of what is taller than the page, the end with the sentence.
void ActFields::reveal_whole(const Rect& part) {
    sought_ = {};
    const float tall = std::min(part.h, desk_.sight().h);
    desk_.reveal({part.x, part.bottom() - tall, part.w, tall});
}

float ActFields::draw(const Rect& at, const FieldRule& field) {
    Ui& ui = desk_.ui;
    const float em = desk_.em();
    float y = at.y;
    if (field.type != FieldType::Yes) {
        const bool may = !is_asked(field);
        const std::string name = label(field);
        const Style style = desk_strong(desk_);
        y += ui.write({at.x, y, at.w, 0}, may ? ui.say("field.act.may", {{"label", name}}) : name, style) + em * 0.25F;
    }
    y += control({at.x, y, at.w, 0}, field);
    if (seeks_ && start_ == field.name && is_refused(field)) {  // nothing in it takes the keyboard
        start_ = {};
        sought_ = field.name;
        desk_.keys().seek_frames = 0;
    }
    if (is_refused(field)) {
        const std::string wrong = unread(field);
        y += 8 + ui.write({at.x, y + 8, at.w, 0}, wrong.empty() ? draft_refusal(ui, draft_, refused_) : wrong,
                          {Type::note, Weight::strong, ui.palette().red});
        if (sought_ == field.name) reveal_whole({at.x, at.y, at.w, y + em * 0.3F - at.y});
    }
    return y + em * 0.9F - at.y;
}

}  // namespace courtyard::screens
