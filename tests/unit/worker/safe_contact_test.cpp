// How somebody may be reached without harm, and what help fits them: from the application to everybody on the case.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/cases/contact_advice.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_book.hpp"
#include "app/worker/case_help.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/case_views.hpp"
#include "app/worker/filing.hpp"
#include "sync/os/files.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using courtyard::test::SmallCourt;

namespace {

using Call = cases::ContactAdvice::Call;

constexpr const char* kSafe = R"("F1.11": "只由本人接", "F1.11a": "13800000000", "F1.11b": "不要留",
    "F1.11c": ["配偶", "村里人"], "F1.11d": "桂花",)";

struct CallingOffice {
    SmallCourt court;
    std::unique_ptr<Machine> kiosk = court.kiosk(), registrar = court.laptop("registrar", mail::Role::Registrar),
                             caller = court.laptop("caller", mail::Role::Caller);
    base::Instant now = SmallCourt::kNow;

    CallingOffice() {
        const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax);
        REQUIRE(roster.has_value());
        for (Machine* machine : all())
            REQUIRE(machine->take_roster(*roster, now).has_value());
    }
    std::vector<Machine*> all() { return {kiosk.get(), registrar.get(), caller.get()}; }
    void meet() {
        for (int round = 0; round < 3; ++round) {
            for (Machine* from : all())
                court.carry(*from, all());
            for (Machine* machine : {registrar.get(), caller.get()})
                REQUIRE(settle_cases(*machine, now, court.random).has_value());
        }
    }
    // The pack's example with these lines instead of its own answer to F1.11.
    cases::CaseId opened(const std::string& contact, domain::ScreeningAnswers screening = {}) {
        std::string json = kiosk->pack().example_json;
        const std::string own = R"("F1.11": "只由本人接",)";
        const std::size_t at = json.find(own);
        REQUIRE(at != std::string::npos);
        json.replace(at, own.size(), contact);
        Submission submission = SmallCourt::submission(*kiosk, json);
        submission.screening = screening;
        const auto receipt = worker::file(*kiosk, submission, now, court.random);
        REQUIRE(receipt.has_value());
        meet();
        const auto about = open_case(*registrar, receipt->record_id().text(), now, court.random);
        REQUIRE_MESSAGE(about.has_value(), about.error().message);
        join(*about);
        return *about;
    }
    void join(const cases::CaseId& about) {
        const std::string person = std::get<base::PersonId>(caller->author()).text();
        const auto joined =
            act(*registrar, {about, "joined", {{"person", person}, {"as", std::string("caller")}}}, now, court.random);
        REQUIRE_MESSAGE(joined.has_value(), joined.error().message);
        meet();
    }
    cases::ContactAdvice advice(Machine& machine, const cases::CaseId& about, int hour) {
        const auto view = view_case(machine, about, now).value();
        return cases::contact_advice(view.contact, cases::is_in_danger(view.folded), machine.pack().revisit.contact,
                                     at(hour));
    }
    [[nodiscard]] static base::Instant at(int hour) { return {1'795'363'200'000 + hour * std::int64_t{3'600'000}}; }
};

bool says(const cases::ContactAdvice& advice, std::string_view words) {
    return std::any_of(advice.red.begin(), advice.red.end(),
                       [&](const std::string& each) { return each.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE_FIXTURE(CallingOffice, "everybody on the case reads the whole rule, and dials the safe number alone") {
    const auto about = opened(kSafe);
    for (Machine* machine : {registrar.get(), caller.get()}) {
        const cases::ContactAdvice told = advice(*machine, about, 10);
        CHECK(told.call == Call::Now);
        CHECK(told.number == "13800000000");
        for (const char* words : {"13800000000", "配偶", "村里人", "桂花", "只跟本人说", "不要留"})
            CHECK_MESSAGE(says(told, words), words);
        CHECK_FALSE(says(told, "13800000001"));  // the ordinary telephone
    }
    CaseBook book(*registrar);
    REQUIRE(book.renew(now).has_value());
    const auto tasks = book.tasks();
    REQUIRE_FALSE(tasks.empty());
    CHECK(tasks.front().contact.number == "13800000000");
    CHECK(tasks.front().contact.hide == std::vector<std::string>{"配偶", "村里人"});
}

TEST_CASE_FIXTURE(CallingOffice,
                  "who may be called at any time has nothing red, and who must not be called no number") {
    const auto any_time = opened(R"("F1.11": "随时可以",)");
    CHECK(advice(*caller, any_time, 23).call == Call::Now);
    CHECK(advice(*caller, any_time, 23).red.empty());
    CHECK(advice(*caller, any_time, 23).number == "13800000001");
    const auto silent = opened(R"("F1.11": "不要打电话",)");
    CHECK(advice(*caller, silent, 10).call == Call::Never);
    CHECK(advice(*caller, silent, 10).number.empty());
    CHECK(says(advice(*caller, silent, 10), "庭务主任"));
}

TEST_CASE_FIXTURE(CallingOffice, "a case by word of mouth names the safe number, the hours and who must not know") {
    const auto about = open_case(*registrar,
                                 {{"applicant", std::string("贾满仓")},
                                  {"source", std::string("outreach")},
                                  {"phone", std::string("13900000000")},
                                  {"safe_number", std::string("13800000000")},
                                  {"contact_hours", std::string("9-11")},
                                  {"hide_from", std::vector<std::string>{"配偶"}}},
                                 now, court.random);
    REQUIRE_MESSAGE(about.has_value(), about.error().message);
    join(*about);
    CHECK(advice(*caller, *about, 8).call == Call::NotNow);
    CHECK(advice(*caller, *about, 8).number.empty());
    CHECK(advice(*caller, *about, 9).number == "13800000000");
    CHECK(says(advice(*caller, *about, 9), "配偶"));
}

TEST_CASE_FIXTURE(CallingOffice, "caller and registrar are suggested the same, and a guardian's wrong is not told") {
    domain::ScreeningAnswers screening;
    screening.g1 = domain::Reply::Yes;
    screening.h.set(6);
    screening.e.set(2);
    const auto about = opened(kSafe, screening);
    const auto suggested = [&](Machine& machine) {
        std::vector<std::pair<std::string, std::vector<std::string>>> list;
        const auto found = suggestions_for(machine, about, {}, *domain::Date::parse("2026-11-23"));
        REQUIRE(found.has_value());
        for (const SuggestedHelp& each : *found)
            list.emplace_back(each.suggestion.door->id, each.suggestion.because);
        return list;
    };
    CHECK(suggested(*caller) == suggested(*registrar));
    // A control: without the screening another list would stand there.
    const auto bare = opened(kSafe);
    const auto other = suggestions_for(*caller, bare, {}, *domain::Date::parse("2026-11-23")).value();
    std::vector<std::pair<std::string, std::vector<std::string>>> unscreened;
    for (const SuggestedHelp& each : other)
        unscreened.emplace_back(each.suggestion.door->id, each.suggestion.because);
    CHECK(unscreened != suggested(*caller));

    screening.guardian = domain::Guardian::Wrongdoer;
    const auto child = opened(kSafe, screening);
    const auto told = facts_of(*caller, child).value();
    for (const cases::Fact& fact : told)
        if (fact.kind == "case_opened")
            CHECK(fact.text("screening").find("\"guardian_is_wrongdoer\":false") != std::string_view::npos);
}
