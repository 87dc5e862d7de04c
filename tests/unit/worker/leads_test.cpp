// Leads on a court's laptop: one that comes twice, and one that somebody else's case is taken for.
#include "app/worker/leads.hpp"

#include <doctest/doctest.h>

#include "app/worker/case_acts.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/letters.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using cases::LeadMove;
using test::SmallCourt;

namespace {

struct LeadsDesk {
    SmallCourt court;
    std::unique_ptr<Machine> kiosk = court.kiosk(), registrar = court.laptop("registrar", mail::Role::Registrar);
    base::Instant now = SmallCourt::kNow;

    base::RecordId note(const std::string& name, const std::string& reference = {}) {
        cases::Lead lead;
        lead.from = "民政局";
        lead.reference = reference;
        lead.name = name;
        lead.why = "车祸后没有赔到钱";
        lead.on = domain::Date::in_china(now);
        return note_lead(*registrar, lead, now, court.random).value();
    }
    base::Result<base::RecordId> step(const base::RecordId& lead, LeadMove move,
                                      const std::optional<base::RecordId>& application = {},
                                      SamePerson sure = SamePerson::Asked) {
        cases::LeadStep made;
        made.move = move;
        made.day = domain::Date::in_china(now);
        made.words = "问过了";
        made.application = application;
        return step_lead(*registrar, lead.text(), made, now, court.random, sure);
    }
    std::vector<flow::LeadTwin> twins(const base::RecordId& id) {
        return find_lead(*registrar, id.text()).value().twins;
    }
};

}  // namespace

TEST_CASE_FIXTURE(LeadsDesk,
                  "reported: a lead that comes twice is known as that, and each of the two names the other") {
    const base::RecordId first = note("司徒望", "民函〔2026〕9号");
    const base::RecordId second = note("司徒望", "民函(2026)９号");  // never refused
    const base::RecordId third = note("章西", "民函〔2026〕10号");
    REQUIRE(twins(first).size() == 1);
    CHECK(twins(first).front().id == second);
    CHECK(twins(first).front().why == "reference");
    CHECK(twins(first).front().source == "民政局");
    REQUIRE(twins(second).size() == 1);
    CHECK(twins(second).front().id == first);
    CHECK(twins(third).empty());  // the control
    REQUIRE(step(second, LeadMove::Duplicate).has_value());
    CHECK(twins(first).empty());
}

TEST_CASE_FIXTURE(LeadsDesk, "reported: what another person handed in is not taken for the lead's without a word") {
    court.file(*kiosk);
    court.carry(*kiosk, {registrar.get()});
    const InboxEntry filed = list_inbox(*registrar).value().front();
    const auto oral = [&](const std::string& name) {
        const cases::Fields fields{{"applicant", name}, {"source", std::string("window")}};
        return open_case(*registrar, fields, now, court.random).value();
    };
    const base::RecordId lead = note("章西"), other = oral("花守田");
    for (const auto& [id, name] : {std::pair{other, std::string("花守田")}, std::pair{filed.id, filed.name}}) {
        const auto refused = step(lead, LeadMove::Applied, id);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == "lead.other_person");
        CHECK(refused.error().message.find(name) != std::string::npos);
        CHECK(refused.error().message.find("章西") != std::string::npos);
    }
    CHECK(find_lead(*registrar, lead.text()).value().view.state == cases::LeadState::New);
    REQUIRE(step(lead, LeadMove::Applied, other, SamePerson::Said).has_value());
    // The control: the person's own is taken at once.
    CHECK(step(note("濮阿凤"), LeadMove::Applied, oral("濮阿凤")).has_value());
    CHECK(step(note(filed.name), LeadMove::Applied, filed.id).has_value());
}

TEST_CASE_FIXTURE(LeadsDesk, "reported: nothing is done with a lead on a day before it came") {
    const base::RecordId lead = note("司徒望");
    cases::LeadStep told;
    told.move = LeadMove::Contacted;
    told.words = "打过电话";
    told.day = domain::Date::in_china(now).plus_days(-1);
    const auto early = step_lead(*registrar, lead.text(), told, now, court.random, SamePerson::Asked);
    REQUIRE_FALSE(early.has_value());
    CHECK(early.error().code == "lead.before");
    CHECK(find_lead(*registrar, lead.text()).value().view.state == cases::LeadState::New);
    told.day = domain::Date::in_china(now);  // the control: on the day itself
    CHECK(step_lead(*registrar, lead.text(), told, now, court.random, SamePerson::Asked).has_value());
}
