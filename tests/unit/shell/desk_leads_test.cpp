// Leads, suggestions and modules asked of a real laptop by its window.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/flow/lead_desk.hpp"
#include "app/worker/leads.hpp"
#include "app/worker/letters.hpp"
#include "tests/unit/shell/desk_window.hpp"

using namespace courtyard;
using test::DeskWindow;
using test::SmallCourt;

namespace {

cases::FieldValue text(const char* words) { return std::string(words); }

std::string refused(const DeskWindow& window) {
    const auto* found = window.last<flow::desk::ActRefused>();
    return found ? found->code : std::string{};
}

const flow::TaskRow* task_about(const DeskWindow& window, const base::RecordId& id) {
    for (const flow::TaskRow& task : window.last<flow::desk::TasksListed>()->tasks)
        if (task.about == id) return &task;
    return nullptr;
}

}  // namespace

TEST_CASE("a lead is noted, due today, taken up and joined to what the person handed in") {
    SmallCourt court;
    auto kiosk = court.kiosk(), registrar = court.laptop("registrar", mail::Role::Registrar);
    DeskWindow window{*registrar, court.random};
    window.ask(flow::desk::DoLead{std::nullopt,
                                  std::string(flow::kLeadNoted),
                                  {{"from", text("庭务主任")},
                                   {"name", text("毕䶮")},
                                   {"why", text("断了药")},
                                   {"agreed", true},
                                   {"on", text("2025-11-16")}}});
    REQUIRE(window.last<flow::desk::LeadDone>());
    const base::RecordId id = window.last<flow::desk::LeadDone>()->lead;
    window.ask(flow::desk::ListCases{});
    REQUIRE(window.last<flow::desk::LeadsListed>());
    REQUIRE(window.last<flow::desk::LeadsListed>()->rows.size() == 1);
    const flow::LeadRow& row = window.last<flow::desk::LeadsListed>()->rows.front();
    REQUIRE(window.last<flow::desk::LeadsListed>()->index);
    for (const char* typed : {"by", "biyan", "毕", "还没联系"})
        CHECK(window.last<flow::desk::LeadsListed>()->index->find({typed}).size() == 1);
    CHECK(window.last<flow::desk::LeadsListed>()->index->find({"zz"}).empty());
    CHECK(row.source == "庭务主任");
    CHECK_FALSE(row.by_mailbox);
    REQUIRE(task_about(window, id));
    CHECK(task_about(window, id)->is_lead);
    CHECK(task_about(window, id)->what == "lead_contact");
    CHECK(window.last<flow::desk::CasesListed>()->rows.empty());  // a lead is no case

    const auto viewings = [&] { return registrar->store().view_log.of_case(id, 100).value().size(); };
    window.ask(flow::desk::ShowLead{id});
    REQUIRE(window.last<flow::desk::LeadShown>());
    CHECK(viewings() == 1);

    window.ask(flow::desk::DoLead{id, "lead_declined", {}});
    CHECK(refused(window) == "lead.words");
    // Ended by mistake, and taken back in the window while it has not left; then opened again by a step.
    window.ask(flow::desk::DoLead{id, "lead_unsuitable", {{"words", text("以为是别的事")}}});
    window.ask(flow::desk::UndoAct{window.last<flow::desk::LeadDone>()->said});
    REQUIRE(window.last<flow::desk::ActUndone>());
    window.ask(flow::desk::ShowLead{id});
    CHECK(window.last<flow::desk::LeadShown>()->row.view.steps.empty());
    window.ask(flow::desk::DoLead{id, "lead_mistaken", {{"words", text("以为记错了")}}});
    window.ask(flow::desk::ListCases{});
    CHECK(task_about(window, id) == nullptr);
    window.ask(flow::desk::DoLead{id, "lead_reopened", {{"words", text("没有记错")}}});
    window.ask(flow::desk::ListCases{});
    REQUIRE(task_about(window, id));
    CHECK(task_about(window, id)->what == "lead_contact");
    window.ask(flow::desk::DoLead{id, "lead_contacted", {{"words", text("愿意听")}, {"on", text("2025-11-17")}}});
    window.ask(flow::desk::ShowLead{id});
    CHECK(window.last<flow::desk::LeadShown>()->row.view.state == cases::LeadState::Contacted);
    CHECK(window.last<flow::desk::LeadShown>()->row.people.size() == 1);

    static_cast<void>(court.file(*kiosk));
    court.carry(*kiosk, {registrar.get()});
    const auto inbox = worker::list_inbox(*registrar).value();
    REQUIRE(inbox.size() == 1);
    window.ask(flow::desk::DoLead{id, "lead_applied", {{"application", text("ffffffffffffffffffffffffffffffff")}}});
    CHECK(window.last<flow::desk::ActRefused>());
    window.ask(flow::desk::DoLead{id, "lead_applied", {{"application", inbox.front().id.text()}}});
    window.ask(flow::desk::ShowLead{id});
    CHECK(window.last<flow::desk::LeadShown>()->row.view.state == cases::LeadState::Applied);
    window.ask(flow::desk::ListCases{});
    CHECK(task_about(window, id)->what == "lead_answer");
    CHECK(window.last<flow::desk::CasesListed>()->rows.empty());  // not even now
    window.ask(flow::desk::DoLead{id, "lead_answered", {}});
    window.ask(flow::desk::ListCases{});
    CHECK(task_about(window, id) == nullptr);
}

TEST_CASE("a caller's window hears of no lead") {
    SmallCourt court;
    auto registrar = court.laptop("registrar", mail::Role::Registrar);
    auto caller = court.laptop("caller", mail::Role::Caller);
    cases::Lead lead;
    lead.from = "民政局";
    lead.name = "毕䶮";
    lead.why = "断了药";
    lead.on = *domain::Date::parse("2026-11-20");
    REQUIRE(worker::note_lead(*registrar, lead, SmallCourt::kNow, court.random).has_value());
    court.carry(*registrar, {caller.get()});
    DeskWindow window{*caller, court.random};
    window.ask(flow::desk::ListCases{});
    CHECK(window.last<flow::desk::LeadsListed>()->rows.empty());
    CHECK(window.last<flow::desk::TasksListed>()->tasks.empty());
    window.ask(flow::desk::DoLead{std::nullopt, std::string(flow::kLeadNoted), {{"name", text("x")}}});
    CHECK(refused(window) == "inbox.role");
}

TEST_CASE("what fits is offered with its reasons; a module begins, is due, and makes its paper in the window") {
    SmallCourt court;
    auto kiosk = court.kiosk(), registrar = court.laptop("registrar", mail::Role::Registrar);
    static_cast<void>(court.file(*kiosk));
    court.carry(*kiosk, {registrar.get()});
    DeskWindow window{*registrar, court.random};
    const cases::CaseId id = window.open_case();
    const auto shown = [&] {
        window.ask(flow::desk::ShowCase{id, true});
        return window.last<flow::desk::CaseShown>()->view;
    };
    const auto before = shown();
    REQUIRE_FALSE(before->suggestions.empty());
    CHECK(std::any_of(before->suggestions.begin(), before->suggestions.end(),
                      [](const flow::HelpRow& row) { return !row.because.empty(); }));
    REQUIRE(before->modules.size() == registrar->pack().modules.size());
    for (const flow::ModuleRow& module : before->modules) {
        CAPTURE(module.id);
        CHECK(module.stage.empty());
        CHECK_FALSE(module.acts.empty());  // a registrar may begin each
        CHECK(module.papers.empty());
    }
    const auto do_module = [&](const char* act, cases::Fields fields) {
        fields["module"] = text("legal_aid");
        fields["act"] = text(act);
        return window.act(id, "module", fields);
    };
    CHECK(do_module("send", {{"agreed_to", true}, {"papers", std::vector<std::string>{"判决书"}}}) == "module.stage");
    CHECK(do_module("tell", {{"matter", text("要赔偿")}, {"urgent", false}}).empty());
    CHECK(do_module("send", {{"agreed_to", true}, {"papers", std::vector<std::string>{"判决书"}}}).empty());
    const auto after = shown();
    const auto legal = std::find_if(after->modules.begin(), after->modules.end(),
                                    [](const flow::ModuleRow& row) { return row.id == "legal_aid"; });
    REQUIRE(legal != after->modules.end());
    CHECK(legal->dues.size() == 1);
    REQUIRE(legal->papers.size() == 1);
    window.ask(flow::desk::MakePaper{id, legal->papers.front().id});
    REQUIRE(window.last<flow::desk::PaperMade>());
    CHECK_FALSE(window.last<flow::desk::PaperMade>()->paper.pages.empty());
    CHECK(legal->papers.front().is_alone);
}
