// Folded cases beside the facts: quicker, and never anything else than what the facts say.
#include "app/worker/case_folding.hpp"

#include "app/cases/case_bytes.hpp"
#include "app/cases/case_json.hpp"
#include "app/worker/body_mail.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_book.hpp"
#include "app/worker/case_mail.hpp"
#include "sync/os/files.hpp"
#include "tests/unit/worker/many_cases.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using test::SmallCourt;

namespace {

constexpr std::uint32_t kSeed = 20261127;

// The registrar's laptop; everybody of the random story is in its roster.
struct FoldingOffice {
    SmallCourt court;
    test::ManyCases many{court, kSeed};
    std::unique_ptr<Machine> registrar;
    base::Instant now = SmallCourt::kNow;

    FoldingOffice() {
        registrar = court.laptop("registrar", mail::Role::Registrar);
        const std::pair<const char*, mail::Role> others[]{
            {"registrar2", mail::Role::Registrar}, {"judge", mail::Role::Judge},
            {"judge2", mail::Role::Judge},         {"judge3", mail::Role::Judge},
            {"committee", mail::Role::Committee},  {"committee2", mail::Role::Committee},
            {"caller", mail::Role::Caller},        {"leader", mail::Role::Leader}};
        many.seat(0, self(*registrar));
        std::size_t place = 0;
        for (const auto& [name, role] : others)
            many.seat(++place, self(*court.laptop(name, role)));
        take_roster();
    }
    static base::PersonId self(const Machine& machine) { return std::get<base::PersonId>(machine.author()); }
    void take_roster() {
        const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax);
        REQUIRE(registrar->take_roster(*roster, now).has_value());
    }
    void in_store(const std::function<void(const store::Transaction&)>& act) {
        auto inside = registrar->store().begin().value();
        act(inside);
        REQUIRE(inside.commit().has_value());
    }
    void clear_shelf() {
        in_store([&](const auto& inside) { REQUIRE(registrar->store().case_folds.clear(inside).has_value()); });
    }
    // What the facts say, without any shelf.
    std::string truth(const cases::CaseId& id) {
        return cases::write_case(cases::fold(id, facts_of(*registrar, id).value(), offices_of(*registrar)));
    }
    std::string told(const cases::CaseId& id) { return cases::write_case(case_of(*registrar, id).value()); }
    std::vector<std::string> all() {
        std::vector<std::string> out;
        const auto folded = all_cases(*registrar).value();
        for (const cases::AidCase& each : folded)
            out.push_back(cases::write_case(each));
        return out;
    }
    std::size_t on_shelf() {
        std::size_t count = 0;
        REQUIRE(
            registrar->store().case_folds.each([&](const auto&, const auto&, const auto&) { ++count; }).has_value());
        return count;
    }
};

cases::AidCase other_name(cases::AidCase folded) {
    folded.applicant = "别人";
    return folded;
}

}  // namespace

TEST_CASE_FIXTURE(FoldingOffice, "whatever comes in whatever order, a case off the shelf is the case of its facts") {
    MESSAGE("seed " << kSeed);
    std::vector<cases::CaseId> ids;
    for (int i = 0; i < 25; ++i) {
        ids.push_back(many.add(*registrar, 40, static_cast<std::size_t>(1 + i)));
        static_cast<void>(all());
        do {
            REQUIRE(told(ids.back()) == truth(ids.back()));
            static_cast<void>(all());  // puts on the shelf what the next fact makes worthless
        } while (many.more(*registrar) && i < 8);
        while (many.more(*registrar)) {
        }
    }
    const auto with = all();
    CHECK(on_shelf() == ids.size());
    CHECK(all() == with);
    clear_shelf();
    CHECK(on_shelf() == 0);
    CHECK(all() == with);
    CHECK(all() == with);
    std::vector<std::string> truths;
    for (const cases::CaseId& id : ids)
        truths.push_back(truth(id));
    CHECK(with == truths);
    // They are cases in which much happened, not empty ones.
    int far = 0;
    for (const cases::CaseId& id : ids)
        far += case_of(*registrar, id)->steps.size() > 4 ? 1 : 0;
    CHECK(far > 5);
}

TEST_CASE_FIXTURE(FoldingOffice, "what lies under another key, or is no case, counts for nothing") {
    const auto id = many.add(*registrar, 40, 40);
    const std::string right = truth(id);
    const KnownCase known = known_case(*registrar, id).value();
    const base::Bytes wrong = cases::case_bytes(other_name(case_of(*registrar, id).value()));
    const auto lay = [&](const base::Digest& key, base::ByteView bytes) {
        in_store([&](const auto& inside) {
            REQUIRE(registrar->store().case_folds.put(inside, id, key, bytes).has_value());
        });
    };
    lay(base::Digest::random(court.random), wrong);
    CHECK(told(id) == right);
    CHECK(all() == std::vector{right});
    lay(known.key, base::as_bytes("no case"));
    CHECK(told(id) == right);
    CHECK(all() == std::vector{right});
    // The control: under its key it is taken, by both ways, so the shelf is what they look at.
    lay(known.key, wrong);
    CHECK(told(id) != right);
    CHECK(all() != std::vector{right});
    // And another fact makes it worthless.
    cases::Fact remark;
    remark.id = cases::FactId::random(court.random);
    remark.about = id;
    remark.author = self(*registrar);
    remark.kind = "remarked";
    remark.fields = {{"words", std::string("看过了")}};
    many.keep(*registrar, remark);
    CHECK(known_case(*registrar, id)->key != known.key);
    CHECK(told(id) == truth(id));
}

TEST_CASE_FIXTURE(FoldingOffice, "another roster, and all is folded anew") {
    const auto id = many.add(*registrar, 40, 40);
    static_cast<void>(all());
    const KnownCase before = known_case(*registrar, id).value();
    CHECK(known_case(*registrar, id).value() == before);
    static_cast<void>(court.laptop("newcomer", mail::Role::Caller));
    take_roster();
    CHECK(known_case(*registrar, id)->key != before.key);
    CHECK(told(id) == truth(id));
}

TEST_CASE_FIXTURE(FoldingOffice, "a meeting folds the cases that it brought, and no other") {
    std::vector<cases::CaseId> ids;
    for (int i = 0; i < 30; ++i)
        ids.push_back(many.add(*registrar, 30, 25));
    const auto settle = [&] {
        const std::uint64_t before = registrar->folds();
        REQUIRE(settle_cases(*registrar, now, court.random).has_value());
        REQUIRE(write_body_letters(*registrar, now, court.random).has_value());
        return registrar->folds() - before;
    };
    const auto until_quiet = [&] {
        while (settle() > 0) {
        }
    };
    const auto remark = [&](const cases::CaseId& about) {
        cases::Fact fact;
        fact.id = cases::FactId::random(court.random);
        fact.about = about;
        fact.author = self(*registrar);
        fact.kind = "remarked";
        fact.fields = {{"words", std::string("看过了")}};
        many.keep(*registrar, fact);
    };
    CHECK(settle() >= ids.size());
    until_quiet();
    const std::size_t here = known_cases(*registrar)->size();  // of some the random story takes the registrar off
    CHECK(here > 20);
    CHECK(settle() == 0);
    // It does not even look at them: with nothing on the shelf there is still nothing to fold.
    clear_shelf();
    CHECK(settle() == 0);
    remark(ids[3]);
    remark(ids[3]);
    CHECK(settle() == 1);
    CHECK(settle() == 0);
    for (const std::size_t which : {5U, 6U, 7U})
        remark(ids[which]);
    CHECK(settle() == 3);
    // Another opening of the same home goes on where this one stopped.
    registrar.reset();
    registrar = court.open("registrar");
    CHECK(settle() == 0);
    // The control: whoever does not know where the last one stopped looks at all of them.
    clear_shelf();
    REQUIRE(registrar->store().case_changes.set_place("settling", {}).has_value());
    CHECK(settle() == here);
    // With another roster something may be to do in any case.
    static_cast<void>(court.laptop("newcomer", mail::Role::Caller));
    take_roster();
    CHECK(settle() >= here);
}

TEST_CASE_FIXTURE(FoldingOffice, "of a case that is forgotten or taken back nothing stays on the shelf") {
    const auto forgotten = many.add(*registrar, 20, 20);
    const auto opened =
        open_case(*registrar, cases::Fields{{"applicant", std::string("甲")}, {"source", std::string("window")}}, now,
                  court.random);
    REQUIRE(opened.has_value());
    const auto remark =
        act(*registrar, {*opened, "remarked", {{"words", std::string("写错了")}}}, now + 1000, court.random);
    REQUIRE_MESSAGE(remark.has_value(), remark.error().message);
    static_cast<void>(all());
    CHECK(on_shelf() == 2);
    REQUIRE(undo(*registrar, *opened, *remark).has_value());
    CHECK(on_shelf() == 1);
    in_store(
        [&](const auto& inside) { REQUIRE(registrar->store().case_records.forget(inside, forgotten).has_value()); });
    CHECK(on_shelf() == 0);
    CHECK(case_of(*registrar, forgotten).error().code == "case.unknown");
}

TEST_CASE_FIXTURE(FoldingOffice, "the book of cases shows what is there, and looks only at what is new") {
    for (int i = 0; i < 12; ++i)
        static_cast<void>(many.add(*registrar, 30, 25));
    const auto fresh = [&] {
        CaseBook book(*registrar);
        REQUIRE(book.renew(now).has_value());
        return std::pair(book.rows(), book.tasks());
    };
    CaseBook book(*registrar);
    CHECK(book.rows().empty());
    CHECK(book.renew(now).value());
    CHECK(book.size() == 12);
    CHECK_FALSE(book.renew(now).value());
    // A fact that comes, a case that is opened, one that goes.
    REQUIRE(many.more(*registrar));
    CHECK(book.renew(now).value());
    const auto opened = open_case(*registrar,
                                  cases::Fields{{"applicant", std::string("申屠静")},
                                                {"source", std::string("window")},
                                                {"village", std::string("云坞村")}},
                                  now, court.random);
    REQUIRE(opened.has_value());
    CHECK(book.renew(now).value());
    const auto same = [](const std::vector<flow::TaskRow>& a, const std::vector<flow::TaskRow>& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
            return x.about == y.about && x.what == y.what && x.act == y.act && x.prefill == y.prefill && x.due == y.due;
        });
    };
    const auto ids = [](const std::vector<flow::CaseRow>& rows) {
        std::vector<std::string> out;
        for (const flow::CaseRow& row : rows)
            out.push_back(row.id.text() + row.applicant + std::string(domain::id(row.status)));
        return out;
    };
    CHECK(ids(book.rows()) == ids(fresh().first));
    CHECK(same(book.tasks(), fresh().second));
    // As it was reckoned without any book.
    const auto all_folded = all_cases(*registrar).value();
    std::vector<flow::TaskRow> of_cases = book.tasks();
    // Of no case; and of two cases together.
    std::erase_if(of_cases, [](const flow::TaskRow& row) { return row.what == "P15" || row.what == "same_number"; });
    CHECK(same(of_cases, tasks_for_me(*registrar, all_folded, domain::Date::in_china(now))));
    CHECK_FALSE(book.tasks().empty());

    for (const char* typed : {"申屠", "shentu", "stj", "shentujing", "yunwu", "云坞 静"}) {
        CAPTURE(typed);
        const auto found = book.find({typed});
        REQUIRE(found.size() == 1);
        CHECK(found.front().id == *opened);
    }
    CHECK(book.find({"shentuming"}).empty());
    // The window's copy finds the same, and goes on showing what it showed when something is put in.
    const auto held = book.index();
    CHECK(held->find({"stj"}) == std::vector{*opened});
    const std::size_t received = book.find({"", cases::Status::Received}).size();
    CHECK(received >= 1);
    CHECK(received < book.size());
    CHECK(book.find({"", {}, cases::Stage::Inquiry}).size() >= received);

    in_store([&](const auto& inside) { REQUIRE(registrar->store().case_records.forget(inside, *opened).has_value()); });
    CHECK(book.renew(now).value());
    CHECK(book.find({"stj"}).empty());
    CHECK(held->find({"stj"}).size() == 1);
    CHECK(book.index()->find({"stj"}).empty());
    CHECK(book.size() == 12);
    // Another day, and what is due is reckoned anew.
    const cases::Fields opening{{"applicant", std::string("甲")}, {"source", std::string("window")}};
    const auto waits = open_case(*registrar, opening, now, court.random).value();
    const cases::Fields asking{{"department", std::string("执行局")}};
    REQUIRE(act(*registrar, {waits, "department_asked", asking}, now + 1000, court.random).has_value());
    const auto over = [&](const std::vector<flow::TaskRow>& rows) {
        return std::count_if(rows.begin(), rows.end(),
                             [&](const auto& each) { return each.about == waits && each.days_over > 0; });
    };
    CHECK(book.renew(now).value());
    CHECK(over(book.tasks()) == 0);
    constexpr std::int64_t kHundredDays = 100LL * 24 * 3600 * 1000;
    CHECK(book.renew(now + kHundredDays).value());
    CHECK(over(book.tasks()) > 0);
}
