// Leads: somebody is to be told, nothing is ever filed.
#include "app/cases/lead.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "sync/base/random.hpp"

using namespace courtyard;
using namespace courtyard::cases;

namespace {

struct Making {
    base::SeededRandom random{11};
    Lead lead;
    std::vector<LeadStep> steps;

    Making() {
        lead.id = base::RecordId::random(random);
        lead.from = "civil_affairs";
        lead.reference = "民函〔2026〕7号";
        lead.name = "濮阿凤";
        lead.village = "上坪村";
        lead.why = "打赢官司没拿到钱";
        lead.on = *domain::Date::parse("2026-11-20");
    }
    LeadStep& step(LeadMove move, const char* day) {
        LeadStep one;
        one.id = base::RecordId::random(random);
        one.lead = lead.id;
        one.author = base::PersonId::random(random);
        one.move = move;
        one.day = *domain::Date::parse(day);
        if (move == LeadMove::Applied) one.application = base::RecordId::random(random);
        steps.push_back(one);
        return steps.back();
    }
    [[nodiscard]] LeadView view() const { return fold_lead(lead, steps); }
    [[nodiscard]] std::string task(bool answered = false) const {
        const auto one = lead_task(view(), answered);
        return one ? one->code : "";
    }
};

}  // namespace

TEST_CASE("a lead goes from telling to the person's own decision") {
    Making it;
    CHECK(it.task() == "lead_ask");  // the sender does not know whether the person wants a call
    it.lead.agreed = true;
    CHECK(it.task() == "lead_contact");
    CHECK(std::string(answer_of(it.view()).state) == "received");
    it.step(LeadMove::NotReached, "2026-11-21");
    CHECK(it.task() == "lead_contact");
    CHECK(lead_task(it.view(), false)->due == *domain::Date::parse("2026-11-26"));
    it.step(LeadMove::Contacted, "2026-11-22");
    CHECK(it.task() == "lead_explain");
    it.step(LeadMove::Explained, "2026-11-23");
    CHECK(it.task() == "lead_wait");
    it.step(LeadMove::Applied, "2026-11-25");
    CHECK(it.task() == "lead_answer");
    CHECK(it.task(true).empty());
    CHECK(std::string(answer_of(it.view()).state) == "applied");
    CHECK(answer_of(it.view()).reference == it.lead.reference);
}

TEST_CASE("whoever said through the sender that they want a call is to be called, as one who said so at once") {
    Making it;
    it.step(LeadMove::NotReached, "2026-11-20");
    CHECK(it.task() == "lead_ask");
    it.step(LeadMove::Agreed, "2026-11-21").words = "晚上打";
    CHECK(it.task() == "lead_contact");
    CHECK(it.view().state == LeadState::Tried);  // nobody has reached them
    CHECK(std::string(answer_of(it.view()).state) == "received");
    const LeadStep& made = it.steps.back();
    const auto read = read_lead_step(made.id, made.author, write_lead_step(made));
    REQUIRE(read.has_value());
    CHECK(*read == made);
}

TEST_CASE("no task of a lead files anything, in any state") {
    for (const bool agreed : {true, false})
        for (std::size_t state = 0; state < kLeadStateNames.size(); ++state) {
            LeadView view;
            view.lead.agreed = agreed;
            view.state = static_cast<LeadState>(state);
            const auto task = lead_task(view, false);
            const bool none = view.state == LeadState::Mistaken || view.state == LeadState::Withdrawn;
            REQUIRE(task.has_value() != none);
            if (none) continue;
            CHECK_FALSE(task->who.has(Role::Caller));  // who cannot open a lead is not named for it
            CHECK(task->code.find("file") == std::string::npos);
            CHECK(find_act(task->code) == nullptr);
        }
    // And "applied" is nothing without what the person handed in themselves.
    Making it;
    it.step(LeadMove::Applied, "2026-11-25").application.reset();
    CHECK(it.view().state == LeadState::New);
    CHECK(it.view().refused.size() == 1);
}

TEST_CASE("steps in any order and given twice make the same view") {
    Making it;
    for (const auto& [move, day] : {std::pair{LeadMove::NotReached, "2026-11-21"},
                                    {LeadMove::Contacted, "2026-11-22"},
                                    {LeadMove::Explained, "2026-11-22"},
                                    {LeadMove::Declined, "2026-11-23"},
                                    {LeadMove::Applied, "2026-11-24"}})
        it.step(move, day);
    const LeadView whole = it.view();
    CHECK(whole.state == LeadState::Applied);
    std::mt19937 random(5);
    for (int round = 0; round < 100; ++round) {
        std::vector<LeadStep> steps = it.steps;
        steps.insert(steps.end(), it.steps.begin(), it.steps.begin() + round % 5);
        std::shuffle(steps.begin(), steps.end(), random);
        const LeadView view = fold_lead(it.lead, steps);
        CHECK(view.state == whole.state);
        CHECK(view.steps == whole.steps);
    }
    Making other;
    other.steps = it.steps;  // of another lead
    other.lead.id = base::RecordId::random(other.random);
    CHECK(other.view().state == LeadState::New);
}

TEST_CASE("a lead ends as unsuitable, a double, taken back or wrongly entered, and an end by mistake is opened again") {
    for (const auto& [move, state] :
         {std::pair{LeadMove::Unsuitable, LeadState::Unsuitable}, std::pair{LeadMove::Duplicate, LeadState::Duplicate},
          std::pair{LeadMove::Withdrawn, LeadState::Withdrawn}, std::pair{LeadMove::Mistaken, LeadState::Mistaken},
          std::pair{LeadMove::Declined, LeadState::Declined}, std::pair{LeadMove::Applied, LeadState::Applied}}) {
        Making it;
        it.step(LeadMove::Contacted, "2026-11-21");
        it.step(move, "2026-11-22");
        CHECK(it.view().state == state);
        CHECK_FALSE(it.view().is_open());
        it.step(LeadMove::Answered, "2026-11-22");
        CHECK(it.task().empty());
        const auto ends = it.view().ends();
        CHECK(ends.size() == 2);
        it.step(LeadMove::Reopened, "2026-11-23").takes_back = ends;
        CHECK(it.view().state == LeadState::Contacted);  // as far as it had come
        CHECK(it.view().steps.size() == 4);              // nothing is lost
        CHECK(it.task() == "lead_explain");
        CHECK(std::string(answer_of(it.view()).state) == "told");
        // It ends once more, and its sender is to hear of that, too.
        it.step(LeadMove::Unsuitable, "2026-11-24");
        CHECK(it.task() == "lead_answer");
    }
}

TEST_CASE("opening a lead again takes back what its author knew, in whatever order that comes") {
    Making it;
    it.step(LeadMove::Explained, "2026-11-21");
    it.step(LeadMove::Duplicate, "2026-11-22");
    const auto known = it.view().ends();
    it.step(LeadMove::Declined, "2026-11-22");  // by somebody else, meanwhile
    it.step(LeadMove::Reopened, "2026-11-23").takes_back = known;
    const LeadView whole = it.view();
    CHECK(whole.state == LeadState::Declined);
    std::mt19937 random(7);
    for (int round = 0; round < 50; ++round) {
        std::vector<LeadStep> steps = it.steps;
        std::shuffle(steps.begin(), steps.end(), random);
        CHECK(fold_lead(it.lead, steps).state == whole.state);
        CHECK(fold_lead(it.lead, steps).taken_back == whole.taken_back);
    }
    it.step(LeadMove::Reopened, "2026-11-24").takes_back = it.view().ends();
    CHECK(it.view().state == LeadState::Explained);
    // Only ends are taken back, and only by who opens it again.
    Making other;
    const auto explained = other.step(LeadMove::Explained, "2026-11-21").id;
    other.step(LeadMove::Reopened, "2026-11-22").takes_back = {explained};
    CHECK(other.view().state == LeadState::Explained);
    other.step(LeadMove::Contacted, "2026-11-22").takes_back = {explained};
    CHECK(other.view().refused.size() == 1);
}

TEST_CASE("a step that ends a lead or opens it again is read as it was written, and not without its reason") {
    Making it;
    LeadStep step = it.step(LeadMove::Reopened, "2026-11-22");
    step.words = "原来不是同一个人";
    step.takes_back = {base::RecordId::random(it.random), base::RecordId::random(it.random)};
    CHECK(read_lead_step(step.id, step.author, write_lead_step(step)).value() == step);
    LeadStep without = step;
    without.takes_back.clear();
    CHECK(read_lead_step(step.id, step.author, write_lead_step(without)).error().code == "lead.payload");
    for (const LeadMove move : {LeadMove::Unsuitable, LeadMove::Duplicate, LeadMove::Withdrawn, LeadMove::Mistaken}) {
        LeadStep end = it.step(move, "2026-11-22");
        CHECK(read_lead_step(end.id, end.author, write_lead_step(end)).error().code == "lead.payload");
        end.words = "写明";
        CHECK(read_lead_step(end.id, end.author, write_lead_step(end)).value() == end);
    }
}

TEST_CASE("cases that may be the same person's are shown, with the reason") {
    Making it;
    AidCase same_case, same_person, stranger;
    it.lead.original_case = same_case.original_case = "（2025）浙0199执123号";
    same_person.applicant = it.lead.name;
    same_person.village = it.lead.village;
    stranger.applicant = it.lead.name;
    stranger.village = "下坪村";
    const std::vector<const AidCase*> cases{&same_case, &same_person, &stranger};
    const auto matches = match_lead(it.lead, cases);
    REQUIRE(matches.size() == 2);
    CHECK(matches[0].why == "original_case");
    CHECK(matches[1].why == "name_village");
    // However each office spells it; and no number is not the same as no number.
    for (const char* spelled : {"(2025)浙0199执123号", "（2025）浙0199执0123号", "（2025）浙0199执123号之一"})
        CHECK_MESSAGE(match_of(it.lead, "", "", spelled) == "original_case", spelled);
    CHECK(match_of(it.lead, "", "", "（2025）浙0199执124号").empty());
    // With the township before it, as an application's address names the village; another township's is another.
    CHECK(match_of(it.lead, it.lead.name, "云坞乡" + it.lead.village, "") == "name_village");
    CHECK(match_of(it.lead, it.lead.name, it.lead.village + "云坞乡", "").empty());
    it.lead.original_case.clear();
    CHECK(match_of(it.lead, "", "", "").empty());
}

TEST_CASE("reported: the same lead handed over twice is shown beside the other, however each spells it") {
    Making it;
    const auto other = [&](std::uint64_t seed) {
        Lead lead = it.lead;
        base::SeededRandom random(seed);
        lead.id = base::RecordId::random(random);
        return lead;
    };
    const auto why = [&](const Lead& second) {
        const LeadView one = it.view(), two = fold_lead(second, {});
        const std::vector<const LeadView*> both{&one, &two};
        const auto twins = lead_twins(both);
        REQUIRE(twins.size() == 2);
        REQUIRE(twins[0].size() == twins[1].size());  // each of the other
        if (twins[0].empty()) return std::string();
        CHECK((twins[0][0].id == second.id && twins[1][0].id == it.lead.id));
        CHECK(twins[0].size() == 1);  // once, by the surest mark
        return std::string(twins[0][0].why);
    };
    it.lead.original_case = "（2025）浙0199执123号";
    Lead second = other(21);
    second.reference = "民函[2026] ７号";  // brackets and widths
    CHECK(why(second) == "reference");
    second.from = "县民政局的老王";  // by paper, from the same office
    CHECK(why(second) == "reference");
    second.name = "别人";
    CHECK(why(second).empty());  // the control: another office's number 7, of somebody else
    second.from = it.lead.from;
    CHECK(why(second) == "reference");  // one number of one sender, whatever the name
    second = other(22);
    second.reference.clear();
    second.village.clear();
    for (const char* spelled : {"(2025)浙0199执123号", "2025浙0199执00123号", "（２０２５）浙0199执123号"}) {
        CAPTURE(spelled);
        second.original_case = spelled;
        CHECK(why(second) == "original_case");
    }
    second.original_case = "（2025）浙0199执124号";
    CHECK(why(second).empty());
    second.village = it.lead.village;
    CHECK(why(second) == "name_village");
    second.name = "濮阿风";
    CHECK(why(second).empty());
}

TEST_CASE("what was ended as a double, or as wrongly noted, is shown beside no other lead; it shows the other still") {
    Making it, again;
    again.lead.id = base::RecordId::random(again.random);
    for (const LeadMove end : {LeadMove::Duplicate, LeadMove::Mistaken, LeadMove::Declined}) {
        again.steps.clear();
        again.step(end, "2026-11-22");
        const LeadView one = it.view(), two = again.view();
        const std::vector<const LeadView*> both{&one, &two};
        const auto twins = lead_twins(both);
        CHECK(twins[0].size() == (end == LeadMove::Declined ? 1U : 0U));
        CHECK(twins[1].size() == 1);
    }
}

TEST_CASE("payloads are read as they were written, and anything else is refused by name") {
    Making it;
    const auto lead = read_lead(it.lead.id, write_lead(it.lead));
    REQUIRE(lead.has_value());
    CHECK(*lead == it.lead);
    for (const LeadMove move : {LeadMove::Contacted, LeadMove::Applied}) {
        const LeadStep& step = it.step(move, "2026-11-24");
        const auto read = read_lead_step(step.id, step.author, write_lead_step(step));
        REQUIRE(read.has_value());
        CHECK(*read == step);
    }
    for (const char* bad : {"", "[]", "{}", R"({"from":"a","name":"b","on":"2026-11-24"})",
                            R"({"from":"a","name":"b","why":"c","on":"2026-13-24"})",
                            R"({"from":"a","name":"b\nc","why":"c","on":"2026-11-24"})",
                            R"({"from":1,"name":"b","why":"c","on":"2026-11-24"})", R"({"a":[[[1]]]})"}) {
        const auto read = read_lead(it.lead.id, bad);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code == "lead.payload");
    }
    const std::string id = it.lead.id.text();
    for (const std::string& bad : {std::string(R"({"step":"contacted","on":"2026-11-24"})"),
                                   R"({"lead":")" + id + R"(","step":"filed","on":"2026-11-24"})",
                                   R"({"lead":")" + id + R"(","step":"applied","on":"2026-11-24"})"})
        CHECK_FALSE(read_lead_step(it.lead.id, base::PersonId{}, bad).has_value());
}
