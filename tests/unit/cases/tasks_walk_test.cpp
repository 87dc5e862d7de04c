// Cases that nobody thought out: whatever people do, in every state there is something to be done, and who does it is
// not refused.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/unit/cases/sensible.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::Sensible;
using test::Story;

namespace {

constexpr std::array kNames{"registrar", "registrar2", "judge",      "judge2", "judge3",
                            "committee", "committee2", "committee3", "caller", "leader"};

class Walk {
public:
    explicit Walk(std::uint64_t seed) : random(seed), story(seed), sensible(story, random) {
        story.say(sensible.below(5) == 0 ? "judge" : "registrar", "case_opened",
                  {{"applicant", std::string("申屠静")}, {"source", std::string("outreach")}});
        folded = story.fold();
    }

    [[nodiscard]] std::vector<Task> tasks() const {
        return tasks_of(folded, story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {});
    }
    // Somebody on the case whose task it is, with fields that the task knows. Several tries: what is not known may be
    // filled in this way or that.
    std::string try_task(const Task& task) {
        std::string last = "nobody";
        for (int round = 0; round < 12; ++round) {
            for (const char* name : kNames) {
                const auto id = story.person(name);
                if (!folded.members.has(id) || !is_for(task, id, *story.offices()(id))) continue;
                last = try_act(name, task.act, known_fields(task));
                if (last.empty()) return last;
            }
        }
        return last;
    }
    // Nothing when it would stand.
    std::string try_act(const std::string& name, const std::string& kind, const Fields& known) {
        attempt = Fact{};
        attempt.fields = sensible.fields(folded, kind);
        for (const auto& [field, value] : known)
            attempt.fields.insert_or_assign(field, value);
        if (known.contains("as")) attempt.fields["person"] = somebody(std::get<std::string>(known.at("as")));
        attempt.id = FactId::random(random);
        attempt.about = story.facts.front().id;
        attempt.author = story.person(name);
        attempt.kind = kind;
        attempt.claimed = story.now;
        const Verdict no = would_refuse(attempt.about, story.facts, attempt, story.offices());
        return no ? no->code : std::string();
    }
    // Of that office, not on the case yet if there is one.
    std::string somebody(const std::string& seat) {
        const std::string office = seat == "panel" ? "judge" : seat;
        std::string found;
        for (const char* name : kNames)
            if (std::string_view(name).starts_with(office) && (found.empty() || sensible.below(2) == 0))
                found = story.id(name);
        return found;
    }
    void take_attempt() {
        attempt.after = heads(story.facts);
        story.facts.push_back(attempt);
        story.now = story.now + static_cast<std::int64_t>(random.next() % (4 * 86'400'000ULL));
        folded = story.fold();
    }
    // Most steps do what is to be done, the others anything.
    void step() {
        const std::vector<Task> open = tasks();
        if (!open.empty() && sensible.below(3) != 0) {
            if (try_task(open[sensible.below(open.size())]).empty()) take_attempt();
            return;
        }
        static constexpr std::array kTurns{
            "more_asked",    "suspended",       "clock_paused",      "urgent_proposed", "time_extended",
            "left",          "corrected",       "conflict_declared", "promised",        "consent_given",
            "referred",      "consent_revoked", "enforced",          "pay_returned",    "revisit_made",
            "revisit_tried", "hearing_held",    "supervision_set",   "payment_stopped", "recovery_decided",
            "terminated"};
        const std::string kind(sensible.below(2) == 0 ? kTurns[sensible.below(kTurns.size())]
                                                      : act_table()[sensible.below(act_table().size())].kind);
        const bool ends =
            kind == "withdrawn" || kind == "terminated" || kind == "abandoned" || kind == "payment_stopped";
        if (ends && sensible.below(8) != 0) return;
        const char* who = "registrar";
        for (int round = 0; round < 5; ++round) {
            who = kNames[sensible.below(kNames.size())];
            if (folded.members.has(story.person(who)) && find_act(kind)->who.has(*story.offices()(story.person(who))))
                break;
        }
        if (try_act(who, kind, {}).empty()) take_attempt();
    }

    base::SeededRandom random;
    Story story;
    Sensible sensible;
    AidCase folded;
    Fact attempt;
};

bool is_final(Status status) {
    return status == Status::Withdrawn || status == Status::Abandoned || status == Status::Terminated ||
           status == Status::Closed;
}

}  // namespace

TEST_CASE("in every state there is something that somebody on the case may do, and none of it would be refused") {
    std::map<std::string, int> seen;
    std::set<std::string> rules;
    for (std::uint64_t seed = 1; seed <= 80; ++seed) {
        Walk walk(seed);
        for (int step = 0; step < 60 && !is_final(walk.folded.status); ++step) {
            const std::string status(domain::id(walk.folded.status));
            CAPTURE(seed);
            CAPTURE(step);
            CAPTURE(status);
            ++seen[status];
            const std::vector<Task> tasks = walk.tasks();
            CHECK_FALSE(tasks.empty());
            for (const Task& task : tasks) {
                rules.insert(task.rule);
                const std::string refused = walk.try_task(task);
                CHECK_MESSAGE(refused.empty(), (task.rule + " " + task.act + ": " + refused));
            }
            walk.step();
        }
        ++seen[std::string(domain::id(walk.folded.status))];
    }
    // The walk goes everywhere, or it proves little.
    std::string missing;
    for (const char* status : {"RECEIVED", "ASK_DEPT", "NEED_MORE", "TO_FILING", "FILED", "REVIEW", "SUSPENDED",
                               "DECIDED_GRANT", "DECIDED_REFUSE", "FUND_REQ", "FUND_IN", "NOTIFIED", "REVISIT"})
        if (seen[status] == 0) missing += std::string(status) + " ";
    CHECK(missing == "");
    std::string all;
    for (const std::string& rule : rules)
        all += rule + " ";
    MESSAGE(all);
}
