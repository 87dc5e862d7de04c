// Plays a story on five laptops: each act on its person's own, between acts whoever happens to meet. What goes wrong
// is said with doctest's checks, which name the story, the line and the seed.
#pragma once

#include <functional>
#include <set>

#include "app/cases/fold.hpp"
#include "app/ctl/case_fields.hpp"
#include "app/worker/receipt.hpp"
#include "tests/stories/five_laptops.hpp"
#include "tests/stories/story_file.hpp"

namespace courtyard::test {

class StoryPlayer {
public:
    // Called after each act that was taken: the fact, on its author's laptop.
    using AfterAct = std::function<void(worker::Machine&, const cases::Fact&)>;

    // Both outlive this. Several stories may be played on the same laptops.
    StoryPlayer(const Story& story, FiveLaptops& five) : story_(story), five_(five) {}

    // From the kiosk to the last act; then all meet until nobody has news.
    void play(const AfterAct& after = {});
    // The same step by step: what the kiosk files, then the acts in their order.
    void begin(const AfterAct& after = {});
    void step(const StoryAct& act);
    // Every laptop has the same case, and it is what the story says.
    void check_end();

    [[nodiscard]] const cases::CaseId& about() const { return about_; }
    [[nodiscard]] domain::Date last_day() const { return story_.acts.back().day; }
    // The case as this laptop has it, written out; why it has none.
    [[nodiscard]] std::string here(const std::string& who);

private:
    void open_case(const StoryAct& act);
    void open_by_word(const StoryAct& act);
    void was_opened(const StoryAct& act, const cases::CaseId& about);
    void bring_list(const StoryAct& act);
    void do_act(const StoryAct& act);
    bool knows(const StoryAct& act);
    [[nodiscard]] base::Result<cases::FactId> try_act(const StoryAct& act);
    [[nodiscard]] base::Result<cases::Fields> fields_of(const StoryAct& act, worker::GivenPictures& pictures);
    [[nodiscard]] std::string said(const std::string& value) const;
    void was_taken(const StoryAct& act, const cases::FactId& fact);
    void check_tasks(const cases::AidCase& folded);
    void check_limits(const cases::AidCase& folded);
    void check_sums(const cases::AidCase& folded);
    void check_slip();
    void check_pictures();

    const Story& story_;
    FiveLaptops& five_;
    std::optional<worker::Receipt> receipt_;
    cases::CaseId about_;
    std::map<std::string, std::string> names_;  // of facts, and what else "@name" stands for
    std::vector<std::pair<cases::FactId, domain::Date>> made_;
    AfterAct after_;
};

}  // namespace courtyard::test
