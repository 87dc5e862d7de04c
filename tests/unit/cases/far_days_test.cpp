// Days at either end of the calendar, as a slip of the pen or a dead clock writes them: what is due is reckoned all the
// same, and nothing falls over.
#include <random>

#include "app/cases/next_tasks.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/random_case.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;

TEST_CASE("days at the ends of the calendar lead out of it nowhere") {
    constexpr std::uint32_t kSeed = 20261129;
    MESSAGE("seed " << kSeed);
    test::RandomCase chance(kSeed);
    std::mt19937 random(kSeed);
    const domain::Calendar calendar = test::demo_calendar();
    std::size_t tasks = 0, far = 0;
    for (int i = 0; i < 400; ++i) {
        std::vector<Fact> facts = chance.make(50);
        for (Fact& fact : facts) {
            if (random() % 2 == 0) continue;
            fact.fields["on"] = std::string(random() % 3 == 0 ? "0001-01-01" : "9999-12-31");
            for (const char* field : {"due", "until", "next", "again", "answer_by"})
                if (fact.has(field)) fact.fields[field] = std::string("9999-12-31");
        }
        const AidCase folded = fold(facts.front().id, facts, chance.offices());
        for (const Step& step : folded.steps)
            far += step.day.year() == 9999 ? 1 : 0;
        for (const char* today : {"2026-11-24", "0001-01-01", "9999-12-31"})
            tasks += tasks_of(folded, chance.offices(), calendar, test::day(today), {}).size();
        for (const NextTask& task : next_tasks(folded))
            CHECK(task.due.year() <= 9999);
    }
    // The control: such days stood where they are reckoned with.
    CHECK(far > 100);
    CHECK(tasks > 1'000);
}
