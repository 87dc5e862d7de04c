#include "app/screens/report_side.hpp"

#include <algorithm>
#include <cstdlib>

#include "app/cases/amounts.hpp"
#include "app/cases/findings.hpp"
#include "app/domain/text.hpp"
#include "app/pack/wages.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

constexpr std::string_view kElement = "element_found";

std::string typed_text(const flow::ActDraft& draft, std::string_view field) {
    const auto found = draft.fields.find(field);
    return found == draft.fields.end() ? std::string{} : std::string(domain::trim(found->second.text));
}

// What the report proposes; as long as nobody has chosen, what a grant would rest on is of use.
std::string proposal_of(const flow::ActDraft& draft) {
    const auto found = draft.fields.find("proposal");
    const bool is_chosen = found != draft.fields.end() && !found->second.chosen.empty();
    return is_chosen ? found->second.chosen.front() : "grant";
}

// The wage to reckon with on the report's day; where the pack has none for it, the one of the nearest year.
struct Wage {
    domain::WageRow row;
    bool is_of_day = false;
};
std::optional<Wage> wage_of(const Desk& desk, domain::Date day) {
    const std::vector<domain::WageRow> rows = pack::wages(desk.pack());
    if (auto row = domain::wage_on(day, rows)) return Wage{*std::move(row), true};
    const auto away = [day](const domain::WageRow& row) { return std::abs(row.year - day.year()); };
    const auto nearest = std::min_element(
        rows.begin(), rows.end(), [&away](const auto& one, const auto& other) { return away(one) < away(other); });
    return nearest == rows.end() ? std::nullopt : std::optional(Wage{*nearest, false});
}

class ReportSide {
public:
    ReportSide(Desk& desk, const Rect& body)
        : desk_(desk),
          ui_(desk.ui),
          draft_(*desk.state.cases.act),
          view_(*desk.state.cases.view),
          body_(body),
          y_(body.y) {}

    float run() {
        elements();
        y_ += desk_.em() * 0.6F;
        ceiling();
        return y_ - body_.y;
    }

private:
    [[nodiscard]] Rect here() const { return {body_.x, y_, body_.w, 0}; }
    void write(const std::string& words, const Style& style, float gap = 0.4F) {
        y_ += ui_.write(here(), words, style) + desk_.em() * gap;
    }

    void elements() {
        y_ += group_title(desk_, here(), ui_.say("field.report.found"));
        const cases::Findings& findings = view_.folded.findings;
        for (const cases::Findings::Found& each : findings.found)
            element(each);
        if (const auto& commitment = findings.commitment)
            write(ui_.say("field.report.found.one",
                          {{"what", act_title(ui_, "commitment_taken")},
                           {"sure", act_choice(ui_, "commitment_taken", "given", commitment->given)}}),
                  strong());
        if (findings.found.empty()) write(ui_.say("field.report.found.none"), desk_soft(desk_));
        std::string missing;
        for (const std::string& each : cases::missing_for(view_.folded, proposal_of(draft_)))
            missing += (missing.empty() ? "" : ui_.say("report.missing.and")) + ui_.say("report.missing." + each);
        if (!missing.empty())
            y_ += remark(desk_, here(),
                         ui_.say("field.report.missing", {{"missing", missing}, {"proposal", proposal_words()}}),
                         Tone::quiet, icon::kInfo) +
                  desk_.em() * 0.4F;
    }
    [[nodiscard]] std::string proposal_words() const {
        return act_choice(ui_, "report_written", "proposal", proposal_of(draft_));
    }
    void element(const cases::Findings::Found& each) {
        const cases::Fact* fact = flow::find_fact(view_, each.by);
        const std::string name = act_choice(ui_, kElement, "element", each.element);
        const std::string sure = fact == nullptr ? std::string{} : std::string(fact->text("sure"));
        write(sure.empty() ? name
                           : ui_.say("field.report.found.one",
                                     {{"what", name}, {"sure", act_choice(ui_, kElement, "sure", sure)}}),
              strong(), 0.15F);
        if (fact != nullptr && fact->has("finding")) write(std::string(fact->text("finding")), desk_text(desk_), 0.5F);
    }

    void ceiling() {
        y_ += group_title(desk_, here(), ui_.say("field.report.ceiling"));
        const auto typed = domain::typed_day(typed_text(draft_, "on"), draft_.today);
        const auto wage = wage_of(desk_, typed ? *typed : desk_.today());
        if (!wage) return write(ui_.say("field.report.ceiling.none"), desk_text(desk_));
        const domain::Fen most = cases::grant_limit({wage->row.month, false, {}});
        write(ui_.say(wage->is_of_day ? "field.report.ceiling.sum" : "field.report.ceiling.about",
                      {{"ceiling", yuan_words(ui_, most)}}),
              {Type::lead, Weight::strong, ui_.palette().ink}, 0.2F);
        write(ui_.say("field.report.ceiling.how", {{"months", std::to_string(cases::kGrantMonths)},
                                                   {"year", std::to_string(wage->row.year)},
                                                   {"wage", yuan_words(ui_, wage->row.month)}}),
              desk_text(desk_));
        if (!wage->is_of_day)
            write(ui_.say("field.report.ceiling.other_day", {{"year", std::to_string(wage->row.year)}}),
                  desk_soft(desk_));
        exception(wage->row.month, most);
    }
    // Who writes down what is exceptional may go up to what the person did not get (A5).
    void exception(domain::Fen wage, domain::Fen most) {
        const auto unpaid = domain::parse_yuan(typed_text(draft_, "unpaid"));
        if (typed_text(draft_, "exception").empty() || !unpaid) return;
        const domain::Fen raised = cases::grant_limit({wage, true, *unpaid});
        if (raised.value > most.value)
            write(ui_.say("field.report.ceiling.exception", {{"unpaid", yuan_words(ui_, raised)}}), desk_text(desk_));
    }

    [[nodiscard]] Style strong() const { return {Type::body, Weight::strong, ui_.palette().ink}; }

    Desk& desk_;
    Ui& ui_;
    const flow::ActDraft& draft_;
    const flow::CaseView& view_;
    const Rect body_;
    float y_;
};

}  // namespace

float draw_report_side(Desk& desk, const Rect& body) { return ReportSide(desk, body).run(); }

}  // namespace courtyard::screens
