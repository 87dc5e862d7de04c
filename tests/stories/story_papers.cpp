#include "tests/stories/story_papers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "app/domain/money.hpp"
#include "app/worker/case_shelf.hpp"
#include "sync/os/files.hpp"

namespace courtyard::test {

namespace {

// Lines of a page are cut anywhere: what is looked for is looked for without blanks.
std::string without_blanks(const std::string& text) {
    std::string out;
    for (const char c : text)
        if (c != ' ' && c != '\n' && c != '\r' && c != '\f') out.push_back(c);
    for (std::size_t at = 0; (at = out.find("　", at)) != std::string::npos;)
        out.erase(at, 3);
    return out;
}

bool has(const std::string& text, const std::string& what) {
    return text.find(without_blanks(what)) != std::string::npos;
}

// The amount that a paper of this kind is about, which stands in figures and in capital numerals.
std::optional<domain::Fen> main_amount(const std::string& paper, const cases::Fact& about,
                                       const cases::AidCase& folded) {
    if (paper == "decision_urgent") return folded.ledger.urgent->amount;
    for (const char* each :
         {"decision_grant", "decision_recover", "payment_sheet", "payment_record", "urgent_sheet", "urgent_record"})
        if (paper == each) return about.money("amount");
    if (paper == "report" && about.has("amount")) return about.money("amount");
    return std::nullopt;
}

}  // namespace

StoryPapers::StoryPapers(const Story& story) : story_(story), folder_(temporary_.path()) {
    const char* kept = std::getenv("COURTYARD_PAPERS");
    if (kept == nullptr) return;
    folder_ = std::filesystem::path(kept) / story.id;
    std::filesystem::create_directories(folder_);
}

void StoryPapers::make(worker::Machine& machine, const cases::Fact& fact, domain::Date today) {
    const auto facts = worker::facts_of(machine, fact.about).value();
    const auto make_about = [&](std::string_view paper, const cases::FactId& id) {
        const auto about = std::find_if(facts.begin(), facts.end(), [&](const auto& each) { return each.id == id; });
        REQUIRE(about != facts.end());
        make_one(machine, {fact.about, std::string(paper), id, today}, *about,
                 cases::fold(fact.about, facts, worker::offices_of(machine)));
    };
    for (const pack::PaperRule& paper : pack::court_papers()) {
        if (paper.about == fact.kind) make_about(paper.id, fact.id);
        // Again with what was written on it since.
        if (paper.about == "pay_ordered" && fact.kind == "pay_made") make_about(paper.id, *fact.fact("order"));
        if (paper.id == "registration" && (fact.kind == "filed" || fact.kind == "not_filed"))
            make_about(paper.id, fact.about);
        if (paper.id == "oral_application" && fact.kind == "statement_taken") make_about(paper.id, fact.about);
    }
    const domain::AidModule* module = machine.pack().module(fact.text("module"));
    if (fact.kind != "module" || module == nullptr) return;
    for (const domain::ModulePaper& paper : module->papers)
        if (paper.act == fact.text("act")) make_about(module->id + "." + paper.id, fact.id);
}

void StoryPapers::make_one(worker::Machine& machine, const worker::PaperWanted& wanted, const cases::Fact& about,
                           const cases::AidCase& folded) {
    INFO("paper ", wanted.paper);
    const auto made = worker::make_paper(machine, wanted);
    if (!made && made.error().code == "paper.not_yet") return;  // a grant for the paper of a refusal
    REQUIRE_MESSAGE(made.has_value(), made.error().message);
    std::string number = std::to_string(made_.size() + 1);
    number.insert(0, number.size() < 2 ? 1 : 0, '0');
    const std::string name = number + "_" + wanted.paper;
    const std::string text = read_back(made->pdf, name);
    CHECK(has(text, folded.applicant));
    CHECK(made->made.unkind.empty());
    if (!folded.number.empty() && !made->made.paper.number.empty()) CHECK(has(text, made->made.paper.number));
    if (const auto amount = main_amount(wanted.paper, about, folded)) {
        CHECK_MESSAGE(has(text, domain::yuan_display(*amount) + "元"), domain::yuan_display(*amount));
        CHECK(has(text, domain::capital_text(*amount, machine.pack().capital)));
    }
    std::ofstream list(folder_ / "list.txt", std::ios::app);
    list << name << "  empty:";
    for (const std::string& blank : made->made.empty)
        list << ' ' << blank;
    list << '\n';
    made_.push_back({wanted.paper, text});
}

std::string StoryPapers::read_back(const base::Bytes& pdf, const std::string& name) const {
    REQUIRE(os::write_file(folder_ / (name + ".pdf"), pdf, os::Privacy::Public).has_value());
    const std::string line = "cd '" + folder_.string() + "' && pdftotext -raw " + name + ".pdf text";
    REQUIRE(std::system(line.c_str()) == 0);
    std::ifstream in(folder_ / "text", std::ios::binary);
    return without_blanks({std::istreambuf_iterator<char>(in), {}});
}

void StoryPapers::check_end() const {
    std::map<std::string, int> count;
    for (const Made& each : made_)
        ++count[each.id];
    std::string all, wanted;
    for (const auto& [id, made] : count)
        all += id + " " + std::to_string(made) + "  ";
    for (const auto& [id, many] : story_.end.papers)
        wanted += id + " " + std::to_string(many) + "  ";
    CHECK(all == wanted);
    const auto is_said = [this](const std::string& paper, const std::string& what) {
        return std::any_of(made_.begin(), made_.end(),
                           [&](const Made& each) { return each.id == paper && has(each.text, what); });
    };
    for (const auto& [id, words] : story_.end.says)
        CHECK_MESSAGE(is_said(id, words), (id + " says " + words));
    for (const auto& [id, words] : story_.end.lacks)
        CHECK_MESSAGE(!is_said(id, words), (id + " lacks " + words));
}

}  // namespace courtyard::test
