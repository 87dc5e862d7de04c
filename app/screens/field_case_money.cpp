// Money, votes and papers of a case, as tabs.
#include <algorithm>

#include "app/cases/balance.hpp"
#include "app/cases/revisit_plan.hpp"
#include "app/pack/court_blanks.hpp"
#include "app/screens/case_screens.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;

struct Figure {
    const char* key;
    domain::Fen amount;
};

float draw_figures(Desk& desk, const Rect& rect, const std::vector<Figure>& figures) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    const float em = desk.em(), note = desk.em(Type::note);
    const int columns = rect.w > em * 26 ? 4 : 2;
    const int rows = (static_cast<int>(figures.size()) + columns - 1) / columns;
    const float tall = em * 1.4F + note * 2.2F;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const int column = static_cast<int>(i) % columns;
        const Rect all{rect.x, rect.y + static_cast<float>(static_cast<int>(i) / columns) * (tall + 12), rect.w, tall};
        const Rect cell = all.cell(column, 0, columns, 1, 12);
        ui.fill(cell, p.ivory, 14);
        ui.frame(cell, p.rule, 2, 14);
        const Colour before = ui.ground(p.ivory);
        ui.line({cell.x + 14, cell.y + note * 0.4F, cell.w - 28, note * 1.2F}, ui.say(figures[i].key), desk_soft(desk));
        ui.line({cell.x + 14, cell.y + note * 1.8F, cell.w - 28, em * 1.2F}, yuan_words(ui, figures[i].amount),
                desk_strong(desk));
        ui.ground(before);
    }
    return static_cast<float>(rows) * (tall + 12);
}

domain::Fen confirmed(const cases::Ledger& ledger) {
    domain::Fen sum;
    for (const cases::PayOrder& order : ledger.orders)
        if (order.state == cases::PayOrder::State::Confirmed) sum.value += order.amount.value;
    return sum;
}

std::string order_state(const Ui& ui, cases::PayOrder::State state) {
    constexpr std::array<const char*, 6> kKeys{"field.money.ordered",  "field.money.released",  "field.money.paid",
                                               "field.money.returned", "field.money.confirmed", "field.money.stopped"};
    return ui.say(kKeys[static_cast<std::size_t>(state)]);
}

TableText orders_table(const Desk& desk, const flow::CaseView& view) {
    const Ui& ui = desk.ui;
    TableText out{
        {ui.say("field.money.column.part"), ui.say("field.money.column.amount"), ui.say("field.money.column.payee"),
         ui.say("field.money.column.state"), ui.say("field.money.column.by")},
        {},
        {1}};
    for (const cases::PayOrder& order : view.folded.ledger.orders) {
        const cases::Fact* fact = flow::find_fact(view, order.by);
        std::string payee = fact ? std::string(fact->text("payee")) : std::string{};
        if (fact && fact->has("account_ends"))
            payee += ui.say("field.money.ends", {{"digits", std::string(fact->text("account_ends"))}});
        out.rows.push_back(
            {ui.say("field.money.part", {{"n", std::to_string(order.part)}, {"all", std::to_string(order.parts)}}),
             yuan_words(ui, order.amount), payee, order_state(ui, order.state),
             person_words(ui, &view, order.orderer)});
    }
    return out;
}

float draw_urgent_aid(Desk& desk, const Rect& at, const cases::UrgentAid& urgent) {
    const char* key = urgent.paid        ? "field.money.urgent_paid"
                      : urgent.is_back() ? "field.money.urgent_back"
                      : urgent.approved  ? "field.money.urgent_approved"
                                         : "field.money.urgent_proposed";
    return remark(desk, at, desk.ui.say(key, {{"amount", yuan_words(desk.ui, urgent.amount)}}), Tone::quiet,
                  icon::kCampaign) +
           desk.em() * 0.8F;
}

float draw_stopped(Desk& desk, const Rect& at, const cases::AidCase& folded) {
    const cases::Balance balance = cases::balance(folded);
    const auto say = [&](const char* key, domain::Fen amount) {
        return amount.value > 0 ? desk.ui.say(key, {{"amount", yuan_words(desk.ui, amount)}}) : std::string();
    };
    const std::string words =
        desk.ui.say("field.money.stopped_rest", {{"amount", yuan_words(desk.ui, balance.stopped)}}) +
        say("field.money.left", folded.ledger.left()) + say("field.money.given_back", balance.given_back);
    return remark(desk, at, words, Tone::help, icon::kWarning) + desk.em() * 0.8F;
}

}  // namespace

float draw_case_money(Desk& desk, const Rect& body) {
    const flow::CaseView& view = *desk.state.cases.view;
    const cases::Ledger& ledger = view.folded.ledger;
    Ui& ui = desk.ui;
    const float em = desk.em();
    const domain::Fen granted = view.folded.ballots.decision ? view.folded.ballots.decision->amount : domain::Fen{};
    float y = body.y;
    if (ledger.urgent) y += draw_urgent_aid(desk, {body.x, y, body.w, 0}, *ledger.urgent);
    const std::vector<Figure> figures{{"field.money.granted", granted},
                                      {"field.money.requested_sum", ledger.requested},
                                      {"field.money.arrived_sum", ledger.arrived},
                                      {"field.money.ordered_sum", ledger.ordered()},
                                      {"field.money.paid_sum", ledger.paid()},
                                      {"field.money.confirmed_sum", confirmed(ledger)},
                                      {"field.money.returned_sum", cases::balance(view.folded).returned},
                                      {"field.money.balance", cases::balance(view.folded).budget_left}};
    y += draw_figures(desk, {body.x, y, body.w, 0}, figures) + em * 0.5F;
    if (ledger.lies().value > 0) {
        const std::string words = ui.say("field.money.lies", {{"amount", yuan_words(ui, ledger.lies())}});
        y += remark(desk, {body.x, y, body.w, 0}, words, Tone::help, icon::kWarning) + em * 0.8F;
    }
    if (ledger.stopped) y += draw_stopped(desk, {body.x, y, body.w, 0}, view.folded);
    y += group_title(desk, {body.x, y, body.w, 0}, ui.say("field.money.orders"));
    if (ledger.orders.empty())
        y += ui.write({body.x, y, body.w, 0}, ui.say("field.money.no_orders"), desk_soft(desk, Type::body));
    else
        y += table(desk, {body.x, y, body.w, 0}, orders_table(desk, view));
    if (ledger.enforced.value > 0 || ledger.to_recover.value > 0) {
        y += em * 0.8F;
        y += group_title(desk, {body.x, y, body.w, 0}, ui.say("field.money.later"));
        std::vector<Figure> later{{"field.money.enforced", ledger.enforced},
                                  {"field.money.to_recover", ledger.to_recover},
                                  {"field.money.recovered", ledger.recovered}};
        if (ledger.beside().value > 0) later.push_back({"field.money.beside", ledger.beside()});
        if (ledger.claim) later.push_back({"field.money.claim", ledger.claim->amount});
        y += draw_figures(desk, {body.x, y, body.w, 0}, later);
    }
    return y - body.y;
}

namespace {

// Which step a paper waits for that cannot be made yet; or that what was done led elsewhere.
std::string step_missing(const Ui& ui, const flow::CaseView& view, const flow::PaperRow& paper) {
    const pack::PaperRule* rule = paper.fits ? nullptr : pack::find_paper(paper.id);
    if (rule == nullptr) return {};
    const auto& entries = view.folded.entries;
    const bool is_done = std::any_of(entries.begin(), entries.end(), [rule](const cases::Entry& each) {
        return each.kind == rule->about && each.standing == cases::Standing::InForce;
    });
    if (is_done) return ui.say("field.papers_of_case.other");
    return ui.say("field.papers_of_case.step", {{"what", act_title(ui, rule->about)}});
}

}  // namespace

float draw_case_papers(Desk& desk, const Rect& body) {
    const flow::CaseView& view = *desk.state.cases.view;
    Ui& ui = desk.ui;
    const float em = desk.em();
    float y = body.y;
    y += ui.write({body.x, y, body.w, 0}, ui.say("field.papers_of_case.hint"), desk_soft(desk)) + em * 0.7F;
    if (!desk.state.cases.paper_problem.empty()) {
        const std::string words = refusal_words(ui, "", desk.state.cases.paper_problem);
        const std::string own = problem_words(ui, desk.state.cases.paper_problem);
        y += remark(desk, {body.x, y, body.w, 0}, ui.knows("fact." + desk.state.cases.paper_problem) ? words : own,
                    Tone::help, icon::kWarning) +
             em * 0.6F;
    }
    if (view.papers.empty())
        return y + ui.write({body.x, y, body.w, 0}, ui.say("field.papers_of_case.none"), desk_soft(desk, Type::body)) -
               body.y;
    const std::string make = ui.say("field.papers_of_case.make");
    const float tall = desk_button_tall(desk);
    const float wide = desk_button_wide(desk, make, icon::kDescription);
    constexpr std::size_t kMakeSalt = 600;
    std::vector<std::uint32_t> makes;
    for (std::size_t i = 0; i < view.papers.size(); ++i) {
        const flow::PaperRow& paper = view.papers[i];
        const bool begins_later = !paper.fits && (i == 0 || view.papers[i - 1].fits);
        if (begins_later)
            y += ui.write({body.x, y + em * 0.4F, body.w, 0}, ui.say("field.papers_of_case.later"), desk_soft(desk)) +
                 em * 0.7F;
        const Style style{Type::body, paper.fits ? Weight::strong : Weight::text,
                          paper.fits ? ui.palette().ink : ui.palette().soft_ink};
        const std::string label = paper_label(ui, view, paper, desk.today());
        const float label_wide = body.w - wide - 12 - em * 1.6F;
        const bool one_line = ui.wide(label, style) <= label_wide;
        const float row_tall = one_line ? tall : std::max(tall, ui.tall(label, label_wide, style));
        Rect row{body.x, y, body.w, row_tall + 10};
        const Rect at = row.cut_right(wide, 12);
        const bool busy = desk.state.waiting == flow::DeskWait::Paper;
        const Tone tone = paper.fits && !busy ? Tone::go : Tone::plain;
        const std::size_t salt = kMakeSalt + i;
        makes.push_back(Desk::id_of(make, static_cast<int>(salt)));
        if (desk.keys().focus == makes.back() && desk.keys().chosen_seen != salt) {
            desk.keys().chosen_seen = salt;
            desk.reveal({row.x, y - em, row.w, tall + 2 * em});
        }
        if (desk_button(desk, {at.x, y + 5, wide, tall}, make, {tone, icon::kDescription, Type::body},
                        static_cast<int>(salt)))
            desk.send(PressedPaper{paper.id, paper.about});
        ui.icon(row.cut_left(em * 1.2F, em * 0.4F), icon::kArticle, em * 1.1F, ui.palette().soft_ink);
        if (one_line)
            line_cut(desk, row, label, style);
        else
            ui.write({row.x, y + 5, row.w, 0}, label, style);
        y += row_tall + 14;
        if (const std::string words = step_missing(ui, view, paper); !words.empty())
            y += ui.write({row.x, y - 8, row.w, 0}, words, desk_soft(desk)) + em * 0.2F;
        ui.fill({body.x, y - 3, body.w, 2}, ui.palette().rule.faded(0.7F));
    }
    desk.walk_by_arrows(makes);
    return y - body.y;
}

namespace {

std::string ballot_state(const Ui& ui, const cases::Ballot& ballot) {
    if (!ballot.overturned_by.empty()) return ui.say("field.vote.overturned");
    if (!ballot.superseded_by.empty()) return ui.say("field.vote.superseded");
    if (ballot.tally.amount_open) return ui.say("field.vote.amount_open");
    return ui.say("field.vote." + std::string(cases::name_of(ballot.tally.state)));
}

ChipLook ballot_look(const cases::Ballot& ballot) {
    using S = cases::Tally::State;
    if (!ballot.superseded_by.empty()) return {icon::kInfo, Tone::plain, Type::note};
    switch (ballot.tally.state) {
        case S::Grant: return {icon::kThumbUp, Tone::go, Type::note};
        case S::Split: return {icon::kWarning, Tone::help, Type::note};
        case S::Open: return {icon::kHourglassTop, Tone::quiet, Type::note};
        default: return {icon::kInfo, Tone::plain, Type::note};
    }
}

TableText votes_table(const Desk& desk, const flow::CaseView& view, const cases::Ballot& ballot) {
    const Ui& ui = desk.ui;
    TableText out{
        {ui.say("field.vote.column.who"), ui.say("field.vote.column.choice"), ui.say("field.vote.column.reasons")}, {}};
    for (const base::PersonId& voter : ballot.laid_before) {
        const auto found = ballot.tally.votes.find(voter);
        const auto among = [&](const std::vector<base::PersonId>& list) {
            return std::find(list.begin(), list.end(), voter) != list.end();
        };
        std::string choice = ui.say(!among(ballot.tally.voters)   ? "field.vote.conflict"
                                    : among(ballot.tally.at_odds) ? "field.vote.at_odds"
                                                                  : "field.vote.not_yet");
        std::string reasons;
        if (found != ballot.tally.votes.end()) {
            const cases::Fact* fact = flow::find_fact(view, found->second.by);
            if (fact) {
                choice = act_choice(ui, "vote_cast", "choice", fact->text("choice"));
                reasons = fact->text("reasons");
                if (found->second.amount.value > 0)
                    choice += ui.say("field.case.dot") + yuan_words(ui, found->second.amount);
            }
        }
        out.rows.push_back({person_words(ui, &view, voter), choice, reasons});
    }
    return out;
}

// What its voters have before them and somebody found otherwise since.
std::string found_anew_words(const Ui& ui, const flow::CaseView& view, const cases::Ballot& ballot) {
    std::string found;
    for (const cases::Findings::Anew& each : view.folded.findings.anew)
        if (each.ballot == ballot.by && ballot.superseded_by.empty())
            found += (found.empty() ? "" : ui.say("field.case.and")) + fact_label(ui, view, each.by);
    return found.empty() ? found : ui.say("field.vote.found_anew", {{"what", found}});
}

float draw_ballot(Desk& desk, const Rect& body, const flow::CaseView& view, const cases::Ballot& ballot) {
    Ui& ui = desk.ui;
    const float em = desk.em();
    float y = body.y + group_title(desk, body, act_choice(ui, "ballot_opened", "body", ballot.body));
    const std::string state = ballot_state(ui, ballot);
    const float wide = chip(desk, body.x, y + em * 0.7F, state, ballot_look(ballot));
    const std::string count = ui.say("field.vote.count", {{"n", std::to_string(ballot.tally.votes.size())},
                                                          {"all", std::to_string(ballot.tally.voters.size())}});
    std::string words = count;
    if (ballot.tally.state == cases::Tally::State::Grant)
        words += ui.say("field.case.dot") + yuan_words(ui, ballot.tally.amount);
    line_cut(desk, {body.x + wide + 16, y, body.w - wide - 16, em * 1.4F}, words, desk_text(desk, Type::note));
    y += em * 1.9F;
    y += ui.write({body.x, y, body.w, 0}, ui.say("field.vote.on", {{"what", fact_label(ui, view, ballot.report)}}),
                  desk_soft(desk)) +
         em * 0.5F;
    if (const std::string anew = found_anew_words(ui, view, ballot); !anew.empty())
        y += remark(desk, {body.x, y, body.w, 0}, anew, Tone::help, icon::kWarning) + em * 0.5F;
    if (ballot.laid_by.size() > 1)
        y += ui.write({body.x, y, body.w, 0}, ui.say("field.vote.laid_twice"), desk_soft(desk)) + em * 0.5F;
    y += table(desk, {body.x, y, body.w, 0}, votes_table(desk, view, ballot)) + em * 0.9F;
    return y - body.y;
}

}  // namespace

float draw_case_votes(Desk& desk, const Rect& body) {
    const flow::CaseView& view = *desk.state.cases.view;
    const cases::Ballots& ballots = view.folded.ballots;
    Ui& ui = desk.ui;
    float y = body.y;
    if (ballots.decision) {
        const std::string words = ui.say(
            ballots.decision->granted ? "field.vote.decided_grant" : "field.vote.decided_refuse",
            {{"day", day_words(ui, ballots.decision->day)}, {"amount", yuan_words(ui, ballots.decision->amount)}});
        y += remark(desk, {body.x, y, body.w, 0}, words, Tone::go, icon::kGavel) + desk.em() * 0.8F;
        std::string doubts;
        for (const cases::FactId& each : ballots.decision->doubts)
            doubts += "\n" + fact_label(ui, view, each);
        const bool is_open = !ballots.decision->open_doubts().empty();
        if (!doubts.empty())
            y += remark(desk, {body.x, y, body.w, 0},
                        ui.say(is_open ? "field.vote.doubts" : "field.vote.doubts_heard", {{"what", doubts}}),
                        is_open ? Tone::help : Tone::quiet, is_open ? icon::kWarning : icon::kInfo) +
                 desk.em() * 0.8F;
    }
    if (ballots.ballots.empty())
        return y + ui.write({body.x, y, body.w, 0}, ui.say("field.vote.none"), desk_soft(desk, Type::body)) - body.y;
    for (auto ballot = ballots.ballots.rbegin(); ballot != ballots.ballots.rend(); ++ballot)
        y += draw_ballot(desk, {body.x, y, body.w, 0}, view, *ballot);
    return y - body.y;
}

}  // namespace courtyard::screens
