#include "app/printing/court_values.hpp"

#include <algorithm>
#include <array>

#include "app/cases/act_table.hpp"
#include "app/cases/contact_advice.hpp"
#include "app/cases/findings.hpp"
#include "app/cases/next_tasks.hpp"
#include "app/cases/paused_days.hpp"
#include "app/cases/refer.hpp"
#include "app/cases/revisit_plan.hpp"
#include "app/domain/case_number.hpp"
#include "app/domain/sentence_end.hpp"
#include "app/pack/help_offers.hpp"
#include "app/printing/court_persons.hpp"
#include "app/printing/court_view.hpp"

namespace courtyard::printing {

CourtValue text(std::string value) {
    if (value.empty()) return {};
    return {std::move(value)};
}
CourtValue texts(std::vector<std::string> values) {
    if (values.empty()) return {};
    return {std::move(values)};
}
CourtValue money(domain::Fen value) {
    if (value.value <= 0) return {};
    return {value};
}

CourtValue name_of(const CourtView& view, const base::PersonId& person) { return text(view.desk.name_of(person)); }

namespace {

using cases::Fact;

CourtValue names_of(const CourtView& view, const std::vector<base::PersonId>& persons) {
    std::vector<std::string> names;
    for (const auto& person : persons)
        if (std::string name = view.desk.name_of(person); !name.empty()) names.push_back(std::move(name));
    return texts(std::move(names));
}

}  // namespace

CourtValue field_value(const CourtView& view, const Fact& fact, std::string_view field) {
    const cases::ActRule* act = cases::find_act(fact.kind);
    const cases::FieldRule* rule = act == nullptr ? nullptr : cases::find_field(*act, field);
    if (rule == nullptr || !fact.has(field)) return {};
    if (field == "payee") return text(payee_of(fact));
    using enum cases::FieldType;
    switch (rule->type) {
        case Money:
            if (rule->least == cases::Least::Nothing) return {fact.money(field)};
            return money(fact.money(field));
        case Count: return {fact.number(field)};
        case YesNo:
        case Yes: return {fact.yes(field)};
        case Day:
            if (const auto day = fact.date(field)) return {*day};
            return {};
        case Person:
            if (const auto person = fact.person(field)) return name_of(view, *person);
            return {};
        case Persons: return names_of(view, fact.persons(field));
        case Lines: return texts(fact.texts(field));
        case CaseNumber: return text(domain::plain_case_number(fact.text(field)));
        case Fact:
        case Facts: return {};
        default: return text(std::string(fact.text(field)));
    }
}

namespace {

// What somebody set right since, where the case was first named otherwise.
const Fact* corrected(const CourtView& view, std::string_view source) {
    constexpr std::array kNames{"case_opened.applicant", "case_opened.village", "filed.number", "case_opened.phone"};
    if (std::find(kNames.begin(), kNames.end(), source) == kNames.end()) return nullptr;
    const std::string_view by = source == kNames.back() ? "contact_changed" : "details_corrected";
    const std::string_view field = source.substr(source.find('.') + 1);
    for (auto each = view.facts.rbegin(); each != view.facts.rend(); ++each)
        if ((*each)->kind == by && (*each)->has(field)) return *each;
    return nullptr;
}

// "filed.number", "filed:day", "filed:author".
CourtValue of_fact(const CourtView& view, std::string_view source) {
    if (const Fact* right = corrected(view, source))
        return field_value(view, *right, source.substr(source.find('.') + 1));
    const std::size_t mark = source.find_first_of(".:");
    const Fact* fact = view.newest(source.substr(0, mark));
    if (fact == nullptr) return {};
    const std::string_view what = source.substr(mark + 1);
    if (source[mark] == '.') return field_value(view, *fact, what);
    if (what == "day") return {fact->day()};
    return name_of(view, fact->author);
}

// A paper that was served: its title, where it is one of the pack's.
std::string paper_name(const CourtView& view, const std::string& paper) {
    const auto found = pack::court_template(view.desk.pack, paper);
    return found ? found->title : paper;
}

// Rows of the plan for a child's money have one name, whatever their number.
std::string plan_name(const std::string& plan) { return plan.starts_with("S") ? "S" : plan; }

bool is_before_filing(const CourtView& view, const Fact& fact) {
    for (const Fact* each : view.facts) {
        if (each->id == fact.id) return true;
        if (each->kind == "filed") return false;
    }
    return true;
}

// Attempts belong to the revisit that came after them: those since the one before it. To an application belongs what
// somebody said before it was filed: what they say later may be that they take it back.
bool is_told_of(const CourtView& view, const Fact& fact) {
    const bool is_said = fact.kind == "statement_taken" || fact.kind == "site_visited";
    if (is_said && view.about.kind == "case_opened") return is_before_filing(view, fact);
    if (fact.kind != "revisit_tried" || view.about.kind != "revisit_made") return true;
    bool after = false;
    for (const Fact* each : view.facts) {
        if (each->id == view.about.id) return after;
        if (each->id == fact.id) after = true;
        if (each->kind == "revisit_made") after = false;
    }
    return false;
}

CourtValue rows_of(const CourtView& view, std::string_view kind, std::span<const pack::ColumnRule> columns) {
    std::vector<CourtRow> rows;
    for (const Fact* fact : view.facts) {
        if (fact->kind != kind || !is_told_of(view, *fact)) continue;
        CourtRow row;
        for (const pack::ColumnRule& column : columns) {
            CourtValue& cell = row.cells[std::string(column.name)];
            if (column.name == "on")
                cell = {fact->day()};
            else if (column.name == "author")
                cell = name_of(view, fact->author);
            else
                cell = field_value(view, *fact, column.name);
            if (kind == "served" && column.name == "paper")
                cell = text(paper_name(view, std::string(fact->text("paper"))));
        }
        rows.push_back(std::move(row));
    }
    if (rows.empty()) return {};
    return {std::move(rows)};
}

// ---------------------------------------------------------------- reckoned from the case as a whole

// Who answered that they do not know it has named none.
CourtValue original_case(const CourtView& view) {
    const domain::Field* field = view.desk.pack.form.field("F1.31");
    const std::string& number = view.desk.aid_case.original_case;
    const CourtValue value = number.empty() ? answer_value(view.desk, "F1.31") : text(number);
    const auto* said = std::get_if<std::string>(&value.what);
    const bool by_word = field != nullptr && said != nullptr && field->is_also(*said);
    return by_word ? CourtValue{} : value;
}

// The day on which somebody told what they apply for: the newest of those before it was filed. Nothing: it is to be
// written down yet.
CourtValue taken_on(const CourtView& view) {
    CourtValue day;
    for (const Fact* fact : view.facts)
        if (fact->kind == "statement_taken" && is_before_filing(view, *fact)) day = {fact->day()};
    return day;
}

// Why somebody applies: as they wrote it, else as they said it, which was written down by the day on which the case was
// filed, whoever had heard of it then.
CourtValue grounds(const CourtView& view) {
    if (CourtValue written = answer_value(view.desk, "F1.71"); !written.is_empty()) return written;
    const std::string& applicant = view.desk.aid_case.applicant;
    const Fact* filed = view.newest("filed");
    std::string own, all;
    for (const Fact* fact : view.facts) {
        if (fact->kind != "statement_taken") continue;
        const bool is_by_then = filed != nullptr && fact->day() <= filed->day();
        if (!is_by_then && !is_before_filing(view, *fact)) continue;
        const std::string said(fact->text("statement"));
        const std::string speaker(fact->text("speaker"));
        const bool is_own = !applicant.empty() && speaker.starts_with(applicant);
        if (is_own) own += (own.empty() ? "" : "\n") + said;
        const auto& words = view.desk.pack.words;
        all +=
            (all.empty() ? "" : "\n") + (is_own ? said : words.text("court.said", {{"who", speaker}, {"words", said}}));
    }
    return text(own.empty() ? all : own);
}

CourtValue handler(const CourtView& view) {
    const auto& handler = view.desk.aid_case.members.handler;
    return handler ? name_of(view, *handler) : CourtValue{};
}

// Who helped for the same before, with what was found of it: that names sum and day.
CourtValue earlier_aid(const CourtView& view) {
    const auto& words = view.desk.pack.words;
    std::vector<std::string> all;
    for (const cases::Inquiry::Double& each : view.desk.aid_case.inquiry.doubles) {
        if (!each.same || !each.answered_by) continue;
        const Fact* answer = view.find(each.answered_by);
        constexpr std::string_view kStop = "\xE3\x80\x82";  // U+3002: brackets close behind the words
        std::string reasons(answer == nullptr ? std::string_view() : answer->text("reasons"));
        domain::end_sentence(reasons);
        if (reasons.ends_with(kStop)) reasons.resize(reasons.size() - kStop.size());
        const bool says_more = !reasons.empty() && words.has("court.earlier");
        all.push_back(says_more ? words.text("court.earlier", {{"where", each.where}, {"reasons", reasons}})
                                : each.where);
    }
    return texts(std::move(all));
}

// Who stands behind the decision, as the papers were laid: never how anybody voted.
CourtValue decided_by(const CourtView& view) {
    const Fact* decided = view.newest("decided");
    const Fact* ballot = decided == nullptr ? nullptr : view.find(decided->fact("ballot"));
    return ballot == nullptr ? CourtValue{} : text(std::string(ballot->text("body")));
}

CourtValue promises(const CourtView& view) {
    constexpr std::array<const char*, 5> kStates{"made", "claimed", "kept", "overridden", "disputed"};
    std::vector<CourtRow> rows;
    for (const cases::Promise& promise : view.desk.aid_case.care.promises) {
        const Fact* fact = view.find(promise.by);
        CourtRow row;
        row.cells["body"] = text(pack::body_name(view.desk.pack, promise.body));
        row.cells["owner"] = text(promise.owner);
        row.cells["what"] = fact == nullptr ? CourtValue{} : text(std::string(fact->text("what")));
        row.cells["due"] = {promise.due};
        row.cells["state"] = text(kStates.at(static_cast<std::size_t>(promise.state)));
        rows.push_back(std::move(row));
    }
    if (rows.empty()) return {};
    return {std::move(rows)};
}

// The day that the paper's own fact named; else so many days after it, as the list of tasks reckons.
CourtValue day_or_after(const CourtView& view, std::string_view field, int days) {
    return {view.about.date(field).value_or(cases::within_reach(view.about.day()).plus_days(days))};
}

// As its author saw them: an answer that came later stands in no paper of before.
CourtValue linkages(const CourtView& view) {
    const cases::Care& care = view.desk.aid_case.care;
    std::vector<CourtRow> rows;
    std::map<cases::FactId, std::size_t> at;
    for (const Fact* fact : view.facts) {
        if (fact->id == view.about.id) break;
        if (fact->kind == "linkage_asked") {
            const cases::Linkage* asked = care.find_linkage(fact->id);
            if (asked != nullptr && asked->by != fact->id) continue;  // asked twice, it is one question
            at.emplace(fact->id, rows.size());
            CourtRow row;
            row.cells = {{"on", {fact->day()}},    {"court", text(std::string(fact->text("court")))},
                         {"state", text("asked")}, {"amount", {}},
                         {"answered_on", {}},      {"reasons", {}}};
            rows.push_back(std::move(row));
        } else if (fact->kind == "linkage_answered") {
            const auto named = fact->fact("linkage");
            const cases::Linkage* asked = named ? care.find_linkage(*named) : nullptr;
            const auto row = named ? at.find(asked == nullptr ? *named : asked->by) : at.end();
            if (row == at.end()) continue;
            auto& cells = rows[row->second].cells;
            cells["state"] = text(std::string(fact->text("answer")));
            cells["answered_on"] = {fact->day()};
            for (const char* field : {"amount", "reasons"})
                cells[field] = field_value(view, *fact, field);
        }
    }
    std::erase_if(
        rows, [](const CourtRow& row) { return std::get<std::string>(row.cells.at("state").what) == "taken_back"; });
    if (rows.empty()) return {};
    return {std::move(rows)};
}

// The day that the visit itself named; else the day of the plan after it, also when the paper is printed again years
// later. None after a visit that ended them.
CourtValue next_revisit(const CourtView& view) {
    const Fact* visit = view.newest("revisit_made");
    if (visit == nullptr) return {};
    if (const auto named = visit->date("next")) return {*named};
    for (const std::string& each : visit->texts("conclusions"))
        if (cases::ends_revisits(each)) return {};
    const auto rows = cases::revisit_plan(view.desk.aid_case, view.desk.pack.terms.revisit);
    const auto own = std::find_if(rows.begin(), rows.end(),
                                  [&](const cases::PlanRow& row) { return row.plan == visit->text("plan"); });
    const domain::Date after = own == rows.end() ? visit->day() : std::max(visit->day(), own->due);
    const auto next =
        std::find_if(rows.begin(), rows.end(), [&](const cases::PlanRow& row) { return row.due > after; });
    return next == rows.end() ? CourtValue{} : CourtValue{cases::due_of(*next, view.desk.pack.calendar).date};
}

// What the person agreed that the body is told, and never what no body is told, nor a number that by now is nobody's or
// is to be kept. What nobody answered is no line of the
// letter, unless nothing else is.
CourtValue shared(const CourtView& view) {
    const Fact* referred = view.newest("referred");
    std::vector<std::string> all, answered;
    if (referred != nullptr)
        for (const std::string& code : referred->texts("shared")) {
            if (cases::withheld(code, view.desk.pack.revisit.contact, view.desk.aid_case)) continue;
            all.push_back(told_answer(view.desk, code));
            const bool is_renewed = code == domain::code::kPhone && !view.desk.aid_case.contact.phone.empty();
            if (is_renewed || view.desk.answers.find(code) != nullptr) answered.push_back(all.back());
        }
    return texts(answered.empty() ? std::move(all) : std::move(answered));
}

// The newest of those that name the body, before the letter.
const Fact* consent_of(const CourtView& view) {
    const Fact* consent = nullptr;
    const std::string body(view.about.text("body"));
    for (const Fact* fact : view.facts) {
        if (fact->id == view.about.id) break;
        const auto bodies = fact->texts("bodies");
        const bool is_named = std::find(bodies.begin(), bodies.end(), body) != bodies.end();
        if (fact->kind == "consent_given" && is_named) consent = fact;
    }
    return consent;
}

CourtValue agreed_by(const CourtView& view) {
    const Fact* consent = consent_of(view);
    return consent == nullptr ? CourtValue{} : field_value(view, *consent, "by");
}

// A department is called by the court's own name for itself, with its own behind it.
CourtValue is_within(const CourtView& view) {
    const Fact* referred = view.newest("referred");
    if (referred == nullptr) return {false};
    const std::string own = view.desk.pack.words.text("court.body.court");
    return {pack::body_name(view.desk.pack, std::string(referred->text("body"))).starts_with(own)};
}

// As callers read it in red, but for the hour: the paper is read at any. Only where somebody said how they must be
// reached: that a number turned out to be wrong is nothing that they agreed on.
CourtValue safe_contact(const CourtView& view) {
    const domain::ContactWords& words = view.desk.pack.revisit.contact;
    const domain::SafeContact contact = contact_now(view.desk);
    if (!domain::is_guarded(contact, words)) return {};
    std::string all;
    for (const std::string& each : cases::contact_sentences(contact, words))
        all += each;
    return text(std::move(all));
}

constexpr std::array kMade{
    Made{"court", [](const CourtView& v) { return text(v.desk.pack.court); }},
    Made{"today", [](const CourtView& v) { return CourtValue{v.desk.today}; }},
    Made{"record", [](const CourtView& v) { return text(v.about.id.text()); }},
    Made{"received_on", [](const CourtView& v) { return CourtValue{v.desk.aid_case.received_on}; }},
    Made{"original_case", original_case},
    Made{"organisation", [](const CourtView& v) { return CourtValue{is_organisation(v.desk)}; }},
    Made{"document_kind", [](const CourtView& v) { return text(document_kind(v.desk, v.about.day())); }},
    Made{"guarded", [](const CourtView& v) { return CourtValue{is_guarded(v.desk, v.about.day())}; }},
    Made{"agent_is", [](const CourtView& v) { return agent_is(v.desk); }},
    Made{"fellows", [](const CourtView& v) { return fellows(v.desk, v.about.day()); }},
    Made{"fellow_names", [](const CourtView& v) { return fellow_names(v.desk, v.about.day()); }},
    Made{"petitioner", [](const CourtView& v) { return CourtValue{cases::is_petition(v.desk.aid_case)}; }},
    Made{"earlier_aid", earlier_aid},
    Made{"more_missing", [](const CourtView& v) { return texts(v.desk.aid_case.inquiry.still_missing()); }},
    Made{"application_grounds", grounds},
    Made{"taken_on", taken_on},
    Made{"referral_within", is_within},
    Made{"referral_agreed_by", agreed_by},
    Made{"handler", handler},
    Made{"panel", [](const CourtView& v) { return names_of(v, v.desk.aid_case.members.panel); }},
    Made{"decided_by", decided_by},
    Made{"payee_document", [](const CourtView& v) { return text(document_of(v.desk, v.about.text("payee"))); }},
    Made{"speaker_document", [](const CourtView& v) { return text(document_of(v.desk, v.about.text("speaker"))); }},
    Made{"referral_shared", shared},
    Made{"recovery_until", [](const CourtView& v) { return day_or_after(v, "until", v.desk.pack.terms.recover_days); }},
    Made{"reclaim_until", [](const CourtView& v) { return day_or_after(v, "until", v.desk.pack.terms.recover_days); }},
    Made{"linkage_answer_by",
         [](const CourtView& v) { return day_or_after(v, "answer_by", v.desk.pack.terms.revisit.linkage_days); }},
    Made{"referral_answer_by",
         [](const CourtView& v) { return day_or_after(v, "answer_by", cases::kReferralAnswerDays); }},
    Made{"paused_until", [](const CourtView& v) { return day_or_after(v, "until", cases::kPausedDays); }},
    Made{"linkages", linkages},
    Made{"promises", promises},
    Made{"revisit_next", next_revisit},
    Made{"safe_contact", safe_contact},
};

CourtValue made_value(const CourtView& view, std::string_view name) {
    for (const std::span<const Made> all : {std::span<const Made>(kMade), money_values()})
        for (const Made& each : all)
            if (each.name == name) return each.make(view);
    COURTYARD_CHECK(false);  // a test walks the whole list
    return {};
}

CourtValue value_of(const CourtView& view, const pack::BlankRule& rule) {
    constexpr std::string_view kEach = "each ";
    if (rule.source == "case") return made_value(view, rule.name);
    if (rule.source.starts_with(kEach)) return rows_of(view, rule.source.substr(kEach.size()), rule.columns);
    CourtValue value = of_fact(view, rule.source);
    if (auto* word = std::get_if<std::string>(&value.what)) {
        if (rule.name == "referral_body") *word = pack::body_name(view.desk.pack, *word);
        if (rule.name == "served_paper") *word = paper_name(view, *word);
        if (rule.name == "revisit_plan") *word = plan_name(*word);
    }
    if (rule.name == "referral_item")  // what people call it, where the pack has it among its doors
        for (const domain::Door& door : view.desk.pack.doors.doors)
            if (const auto* id = std::get_if<std::string>(&value.what); id != nullptr && *id == door.id)
                return text(door.title);
    return value;
}

}  // namespace

domain::SafeContact contact_now(const CourtDesk& desk) {
    return domain::filled_up(desk.aid_case.contact, domain::contact_of(desk.answers, desk.pack.revisit.contact));
}

bool CourtValue::is_empty() const {
    if (std::holds_alternative<std::monostate>(what)) return true;
    if (const auto* one = std::get_if<std::string>(&what)) return one->empty();
    if (const auto* all = std::get_if<std::vector<std::string>>(&what)) return all->empty();
    if (const auto* rows = std::get_if<std::vector<CourtRow>>(&what)) return rows->empty();
    return false;
}

std::vector<const cases::Fact*> facts_in_force(const CourtDesk& desk) {
    std::map<cases::FactId, const Fact*> by_id;
    for (const Fact& fact : desk.facts)
        by_id.emplace(fact.id, &fact);
    std::vector<const Fact*> all;
    for (const cases::Entry& entry : desk.aid_case.entries) {
        const auto found = by_id.find(entry.id);
        if (entry.standing == cases::Standing::InForce && found != by_id.end()) all.push_back(found->second);
    }
    return all;
}

CourtValues values_of(const CourtDesk& desk, const cases::Fact& about) {
    const CourtView view{desk, about, facts_in_force(desk)};
    CourtValues values;
    for (const pack::BlankRule& rule : pack::court_blanks())
        values.emplace(std::string(rule.name), value_of(view, rule));
    return values;
}

}  // namespace courtyard::printing
