#include "app/worker/case_stick.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "app/cases/case_json.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_bundle.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/case_views.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/progress.hpp"
#include "app/worker/view_mail.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/record.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using test::SmallCourt;
using test::text;
namespace fs = std::filesystem;

namespace {

// Five laptops without any line. Each was enrolled with the roster of its day: only the stick brings a newer one.
struct Laptops {
    explicit Laptops(std::uint64_t seed = 1) : court(seed), chance(seed * 977) {
        for (const char* name : {"first", "second"})
            fs::create_directory(stick(name));
    }

    SmallCourt court;
    base::SeededRandom chance;
    std::unique_ptr<Machine> registrar = court.laptop("registrar", mail::Role::Registrar),
                             judge = court.laptop("judge", mail::Role::Judge),
                             judge2 = court.laptop("judge2", mail::Role::Judge),
                             member = court.laptop("member", mail::Role::Committee),
                             leader = court.laptop("leader", mail::Role::Leader);
    base::Instant now = SmallCourt::kNow;

    std::vector<Machine*> all() { return {registrar.get(), judge.get(), judge2.get(), member.get(), leader.get()}; }
    fs::path stick(const std::string& name) const { return court.folder / name; }
    fs::path files(const std::string& name = "first") const { return stick(name) / "courtyard" / "cases"; }
    static std::string self(const Machine& machine) { return std::get<base::PersonId>(machine.author()).text(); }

    StickMeeting meet(Machine& machine, const std::string& name = "first") {
        now = now + 60'000;
        const auto met = meet_case_stick(machine, stick(name), now, court.random);
        REQUIRE_MESSAGE(met.has_value(), met.error().message);
        return *met;
    }
    void meet_by_chance() { meet(*all()[chance.next() % 5], chance.next() % 2 == 0 ? "first" : "second"); }
    // Everybody puts every stick in until nobody has news.
    void meet_all() {
        for (int round = 0; round < 10; ++round) {
            std::size_t news = 0;
            for (Machine* machine : all())
                for (const char* name : {"first", "second"}) {
                    const StickMeeting met = meet(*machine, name);
                    CHECK(met.refused.empty());
                    news += met.taken + met.written + met.made;
                }
            if (news == 0) return;
        }
        FAIL("the sticks never come to rest");
    }
    base::Result<cases::FactId> trial(Machine& machine, const cases::CaseId& about, const char* kind,
                                      const cases::Fields& fields) {
        now = now + 60'000;
        return act(machine, {about, kind, fields}, now, court.random);
    }
    cases::FactId must(Machine& machine, const cases::CaseId& about, const char* kind, const cases::Fields& fields) {
        const auto done = trial(machine, about, kind, fields);
        REQUIRE_MESSAGE(done.has_value(), (text(kind) + ": " + done.error().message));
        return *done;
    }
    // As soon as sticks, put in here and there by chance, have brought what the act wants.
    template <class FieldsOf>
    cases::FactId when_it_came(Machine& machine, const cases::CaseId& about, const char* kind, FieldsOf fields) {
        for (int i = 0; i < 400; ++i) {
            if (const auto known = case_of(machine, about))
                if (const auto done = trial(machine, about, kind, fields(*known))) return *done;
            meet_by_chance();
        }
        FAIL("never possible: ", kind);
        return {};
    }
    cases::CaseId open() {
        const auto about =
            open_case(*registrar, {{"applicant", text("申屠静")}, {"source", text("window")}}, now, court.random);
        REQUIRE_MESSAGE(about.has_value(), about.error().message);
        return *about;
    }
    std::string here(Machine& machine, const cases::CaseId& about) {
        const auto found = case_of(machine, about);
        return found ? cases::write_case(*found) : found.error().code;
    }
    cases::CaseId until_votes();
};

cases::CaseId Laptops::until_votes() {
    for (Machine* machine : {leader.get(), registrar.get(), judge.get(), judge2.get(), member.get()})
        meet(*machine);  // the newest roster is the leader's
    CHECK(registrar->roster().persons.size() == 5);
    const auto about = open();
    const auto says = [](cases::Fields fields) { return [fields](const cases::AidCase&) { return fields; }; };
    must(*registrar, about, "department_asked", {{"department", text("执行局")}});
    when_it_came(*leader, about, "joined", says({{"person", self(*member)}, {"as", text("committee")}}));
    must(*registrar, about, "sent_to_filing", {{"opinion", text("符合")}});
    must(*registrar, about, "filed", {{"number", text("（2026）浙0199司救执1号")}});
    must(*registrar, about, "assigned",
         {{"handler", self(*judge)}, {"panel", std::vector<std::string>{self(*judge2)}}});
    const auto paper =
        when_it_came(*judge, about, "proof_added", says({{"paper", text("判决书")}, {"from", text("court")}}));
    for (const char* element : {"harm", "paid", "hardship"})
        must(*judge, about, "element_found",
             {{"element", text(element)}, {"finding", text("已经查明")}, {"sure", text("proven")}});
    const auto report = must(*judge, about, "report_written",
                             {{"proposal", text("grant")},
                              {"amount", std::int64_t{3'000'000}},
                              {"wage", std::int64_t{800'000}},
                              {"reasons", text("符合条件")}});
    const auto ballot =
        when_it_came(*registrar, about, "ballot_opened",
                     says({{"body", text("panel")},
                           {"report", report.text()},
                           {"papers", std::vector<std::string>{paper.text()}},
                           {"voters", std::vector<std::string>{self(*registrar), self(*judge), self(*judge2)}}}));
    for (Machine* voter : {judge2.get(), registrar.get(), judge.get()})
        when_it_came(*voter, about, "vote_cast", [&](const cases::AidCase& seen) {
            const auto* laid = seen.ballots.find(ballot);
            return cases::Fields{{"ballot", ballot.text()},
                                 {"papers_digest", laid == nullptr ? std::string() : laid->papers_digest},
                                 {"choice", text("grant")},
                                 {"amount", std::int64_t{3'000'000}},
                                 {"reasons", text("同意报告")}};
        });
    when_it_came(*judge, about, "decided",
                 says({{"ballot", ballot.text()},
                       {"result", text("grant")},
                       {"amount", std::int64_t{3'000'000}},
                       {"reasons", text("依据投票")}}));
    return about;
}

std::vector<fs::path> bundles(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const auto& each : fs::directory_iterator(folder))
        if (each.path().extension() == ".ccb") found.push_back(each.path());
    std::sort(found.begin(), found.end());
    return found;
}

base::Bytes bytes_of(const fs::path& path) { return os::read_file(path, kBundleBytesMax).value(); }
void put_on_stick(const fs::path& path, base::ByteView bytes) {
    REQUIRE(os::write_file(path, bytes, os::Privacy::Public).has_value());
}

}  // namespace

TEST_CASE("five laptops that meet only by stick, in any order, end with the same case byte for byte") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        CAPTURE(seed);
        Laptops five(seed);
        const auto about = five.until_votes();
        five.meet_all();
        const std::string whole = five.here(*five.registrar, about);
        for (Machine* machine : five.all())
            CHECK(five.here(*machine, about) == whole);
        const auto folded = case_of(*five.member, about).value();
        CHECK(folded.status == cases::Status::DecidedGrant);
        CHECK(folded.missing.empty());
        REQUIRE(folded.ballots.ballots.size() == 1);
        CHECK(folded.ballots.ballots.front().cast.size() == 3);  // the votes came by stick, and count

        // One leaves, one has a conflict of interest: while the others go on, in ignorance of it.
        five.must(*five.leader, about, "conflict_declared",
                  {{"person", Laptops::self(*five.judge2)}, {"reasons", text("是邻居")}});
        five.must(*five.registrar, about, "left", {{"person", Laptops::self(*five.member)}, {"why", text("absent")}});
        five.must(*five.judge2, about, "remarked", {{"words", text("还不知道")}});
        five.must(*five.judge, about, "remarked", {{"words", text("也不知道")}});
        five.meet_all();
        five.must(*five.judge, about, "remarked", {{"words", text("都知道了")}});
        five.meet_all();
        const std::string after = five.here(*five.registrar, about);
        CHECK(after != whole);
        for (Machine* machine : {five.judge.get(), five.leader.get()})
            CHECK(five.here(*machine, about) == after);
        for (Machine* machine : {five.judge2.get(), five.member.get()})
            CHECK(five.here(*machine, about) == "case.unknown");

        // Who comes back has it all again.
        five.must(*five.registrar, about, "joined",
                  {{"person", Laptops::self(*five.member)}, {"as", text("committee")}});
        five.meet_all();
        CHECK(five.here(*five.member, about) == five.here(*five.registrar, about));
        CHECK(five.here(*five.member, about) == five.here(*five.judge, about));
        CHECK(five.here(*five.judge2, about) == "case.unknown");
    }
}

TEST_CASE_FIXTURE(Laptops,
                  "what was sealed to a key of a leaving that does not stand comes to whoever has a seat after all") {
    for (Machine* machine : {leader.get(), registrar.get(), judge.get(), judge2.get(), member.get()})
        meet(*machine);
    const auto about = open();
    const auto joined = must(*registrar, about, "joined", {{"person", self(*member)}, {"as", text("committee")}});
    must(*registrar, about, "department_asked", {{"department", text("执行局")}});
    must(*registrar, about, "sent_to_filing", {{"opinion", text("符合")}});
    must(*registrar, about, "filed", {{"number", text("（2026）浙0199司救执1号")}});
    must(*registrar, about, "assigned", {{"handler", self(*judge)}});
    meet_all();
    const auto paper = must(*judge, about, "proof_added", {{"paper", text("判决书")}, {"from", text("court")}});
    for (const char* element : {"harm", "paid", "hardship"})
        must(*judge, about, "element_found",
             {{"element", text(element)}, {"finding", text("已经查明")}, {"sure", text("proven")}});
    const auto report = must(*judge, about, "report_written",
                             {{"proposal", text("grant")},
                              {"amount", std::int64_t{3'000'000}},
                              {"wage", std::int64_t{800'000}},
                              {"reasons", text("符合条件")}});
    const auto ballot = must(*judge, about, "ballot_opened",
                             {{"body", text("committee")},
                              {"report", report.text()},
                              {"papers", std::vector<std::string>{paper.text()}},
                              {"voters", std::vector<std::string>{self(*leader), self(*judge), self(*member)}}});
    meet(*judge);
    meet(*member);
    const auto seen = case_of(*member, about).value();
    REQUIRE(seen.ballots.find(ballot) != nullptr);
    must(*member, about, "vote_cast",
         {{"ballot", ballot.text()},
          {"papers_digest", seen.ballots.find(ballot)->papers_digest},
          {"choice", text("grant")},
          {"amount", std::int64_t{3'000'000}},
          {"reasons", text("同意报告")}});
    // The registrar has heard of no ballot. The member is taken off, and the case gets another key.
    must(*registrar, about, "corrected", {{"wrong", joined.text()}, {"reasons", text("加错了人")}});
    must(*registrar, about, "remarked", {{"words", text("写给没有走的人")}});
    CHECK_FALSE(case_of(*registrar, about).value().members.has(std::get<base::PersonId>(member->author())));
    meet_all();
    const std::string whole = here(*registrar, about);
    for (Machine* machine : {judge.get(), leader.get(), member.get()})
        CHECK(here(*machine, about) == whole);
    const auto folded = case_of(*member, about).value();
    CHECK(folded.missing.empty());
    CHECK(folded.members.stray_keys.size() == 1);

    // That key is never one of a later epoch: when the member leaves, all that follows is under another.
    must(*registrar, about, "conflict_declared", {{"person", self(*member)}, {"reasons", text("是邻居")}});
    meet_all();
    must(*judge, about, "remarked", {{"words", text("走了以后")}});
    meet_all();
    CHECK(here(*judge, about) == here(*registrar, about));
    CHECK(here(*member, about) == "case.unknown");
    const auto after = case_of(*judge, about).value();
    CHECK(std::any_of(after.members.keys.begin(), after.members.keys.end(),
                      [&](const auto& key) { return key.second.epoch == after.members.epoch; }));
    CHECK_FALSE(after.members.keys.contains(after.members.stray_keys.begin()->first));
}

TEST_CASE("five laptops: given the case by one and said to have left by another, whoever has it in the end reads all") {
    for (const bool assignment_holds : {true, false}) {
        for (std::uint64_t seed = 5; seed <= 6; ++seed) {
            CAPTURE(seed);
            CAPTURE(assignment_holds);
            Laptops five(seed);
            for (Machine* machine : {five.leader.get(), five.registrar.get(), five.judge.get(), five.judge2.get()})
                five.meet(*machine);
            const auto about = five.open();
            five.must(*five.registrar, about, "department_asked", {{"department", text("执行局")}});
            five.must(*five.registrar, about, "sent_to_filing", {{"opinion", text("符合")}});
            five.must(*five.registrar, about, "filed", {{"number", text("（2026）浙0199司救执1号")}});
            five.must(*five.registrar, about, "assigned",
                      {{"handler", Laptops::self(*five.judge)},
                       {"panel", std::vector<std::string>{Laptops::self(*five.judge2)}}});
            five.meet_all();
            REQUIRE(five.here(*five.judge2, about) == five.here(*five.registrar, about));
            const auto leave = [&] {
                return five.must(*five.registrar, about, "left",
                                 {{"person", Laptops::self(*five.judge2)}, {"why", text("absent")}});
            };
            const auto assign = [&] {
                return five.must(*five.leader, about, "assigned", {{"handler", Laptops::self(*five.judge2)}});
            };
            cases::FactId left, assigned;
            if (seed % 2 == 0) {
                left = leave();
                five.meet(*five.registrar);
                five.meet(*five.judge2);  // hears of the leaving alone, and forgets the case
                CHECK(five.here(*five.judge2, about) == "case.unknown");
                assigned = assign();
            } else {
                assigned = assign();
                left = leave();
            }
            five.must(*five.registrar, about, "remarked", {{"words", text("写的时候还不知道分案")}});
            five.meet_all();
            const auto folded = case_of(*five.registrar, about).value();
            CHECK(std::any_of(folded.entries.begin(), folded.entries.end(), [](const cases::Entry& each) {
                return each.standing == cases::Standing::Contradicts && each.code.starts_with("member.");
            }));
            CHECK(five.here(*five.leader, about) == five.here(*five.registrar, about));
            const auto& holds = assignment_holds ? assigned : left;
            const auto& falls = assignment_holds ? left : assigned;
            Machine& settler = assignment_holds ? *five.registrar : *five.leader;
            five.must(settler, about, "contradiction_settled",
                      {{"holds", holds.text()},
                       {"falls", std::vector<std::string>{falls.text()}},
                       {"reasons", text("问过本人")}});
            five.meet_all();
            const std::string whole = five.here(*five.registrar, about);
            CHECK(five.here(*five.leader, about) == whole);
            // Either of the two laptops may have heard of it in another order, and forgotten the case meanwhile.
            CHECK(five.here(*five.judge2, about) == (assignment_holds ? whole : "case.unknown"));
            CHECK(five.here(*five.judge, about) == (assignment_holds ? "case.unknown" : whole));
        }
    }
}

TEST_CASE_FIXTURE(Laptops, "who leaves by an act of their own has the case until a stick has taken that along") {
    const auto about = until_votes();
    meet_all();
    must(*member, about, "left", {{"person", self(*member)}, {"why", text("absent")}});
    CHECK(here(*member, about) != "case.unknown");
    const StickMeeting met = meet(*member);
    CHECK(met.written > 0);
    CHECK(here(*member, about) == "case.unknown");
    meet_all();
    CHECK(here(*judge, about) == here(*registrar, about));
    CHECK_FALSE(case_of(*registrar, about).value().members.has(std::get<base::PersonId>(member->author())));
}

TEST_CASE_FIXTURE(Laptops, "who looked at what reaches the leader by stick, when nothing else is new") {
    for (Machine* machine : {leader.get(), registrar.get()})
        meet(*machine);
    const auto about = open();
    meet_all();
    REQUIRE(view_case(*registrar, about, now).has_value());
    const auto told = [&] {
        const auto views = views_of(*leader, about, 100).value();
        return std::any_of(views.begin(), views.end(),
                           [&](const store::View& each) { return each.person.text() == self(*registrar); });
    };
    meet_all();
    CHECK_FALSE(told());  // not on the same day
    now = now + 24 * 3'600'000;
    meet(*registrar);
    meet(*leader);
    CHECK(told());
}

TEST_CASE_FIXTURE(Laptops, "a bundle that is lost on the way is missed, and comes with the next meeting") {
    const auto about = until_votes();
    meet_all();
    must(*registrar, about, "remarked", {{"words", text("这句话丢了")}});
    meet(*registrar);
    for (const fs::path& file : bundles(files()))
        if (file.filename().string().starts_with(registrar->config().machine.text())) fs::remove(file);
    for (Machine* machine : {judge.get(), judge2.get(), member.get(), leader.get()})
        meet(*machine);
    CHECK(here(*judge, about) != here(*registrar, about));
    meet_all();
    CHECK(here(*judge, about) == here(*registrar, about));
}

TEST_CASE_FIXTURE(Laptops, "what a stick has already is not written again") {
    until_votes();
    meet_all();
    std::vector<base::Bytes> before;
    for (const fs::path& file : bundles(files()))
        before.push_back(bytes_of(file));
    std::size_t records = 0;
    std::set<std::string> ids;
    for (const base::Bytes& file : before) {
        const auto bundle = open_bundle(file, registrar->roster()).value();
        for (const BundledRecord& each : bundle) {
            ++records;
            ids.insert(seal::parse_header(each.record).value().id.text());
        }
    }
    CHECK(records == ids.size());  // over all files: each record once
    meet_all();
    const auto after = bundles(files());
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i)
        CHECK(bytes_of(after[i]) == before[i]);
}

TEST_CASE_FIXTURE(Laptops, "of a damaged, cut, foreign or hostile bundle nothing is taken, and one sentence says so") {
    meet(*leader);
    meet(*registrar);
    meet(*judge);
    open();
    meet(*registrar);
    const fs::path file = bundles(files()).at(0);
    const base::Bytes good = bytes_of(file);
    const auto records_here = [&] { return judge->store().case_records.marks(0, 10'000).value().size(); };
    const auto code_of = [&](base::ByteView bytes) {
        put_on_stick(file, bytes);
        const StickMeeting met = meet(*judge);
        CHECK(met.taken == 0);
        CHECK(records_here() == 0);
        REQUIRE(met.refused.size() == 1);
        CHECK(met.refused.front().error.message.find('\n') == std::string::npos);
        return met.refused.front().error.code;
    };
    const auto read = open_bundle(good, judge->roster()).value();
    const auto signed_as = [&](std::string_view code, const base::PersonId& person, const seal::SigningKey& key,
                               std::span<const BundledRecord> records) {
        return print_bundle({code, person, key}, records);
    };
    const auto writer = std::get<base::PersonId>(registrar->author());

    for (const std::size_t size : {std::size_t{0}, std::size_t{3}})
        CHECK(code_of(base::ByteView(good).first(size)) == "bundle.magic");
    for (const std::size_t size : {std::size_t{4}, std::size_t{5}, std::size_t{40}, good.size() / 2, good.size() - 1})
        CHECK(code_of(base::ByteView(good).first(size)) == "bundle.damaged");
    for (std::size_t at = 5; at < good.size(); at += 97) {
        base::Bytes other = good;
        other[at] ^= 0x20;
        const std::string code = code_of(other);
        CHECK((code == "bundle.damaged" || code == "bundle.signature"));
    }
    base::Bytes newer = good;
    newer[4] = 2;
    CHECK(code_of(newer) == "bundle.version");
    CHECK(code_of(base::Bytes(kBundleBytesMax + 1, 0)) == "bundle.damaged");
    CHECK(code_of(signed_as("330198", writer, registrar->author_key(), read)) == "bundle.court");
    const auto stranger = base::PersonId::random(court.random);
    CHECK(code_of(signed_as("330199", stranger, registrar->author_key(), read)) == "bundle.writer");
    const auto own_key = seal::SigningKey::make(court.random);
    CHECK(code_of(signed_as("330199", writer, own_key, read)) == "bundle.signature");
    const base::Bytes no_record(600, 1);
    CHECK(code_of(signed_as("330199", writer, registrar->author_key(),
                            std::vector{BundledRecord{{}, {}, no_record}})) == "bundle.record");
    // The control, and the same file twice.
    put_on_stick(file, good);
    put_on_stick(files() / "again.ccb", good);
    const StickMeeting met = meet(*judge);
    CHECK(met.refused.empty());
    CHECK(met.taken == read.size());
    CHECK(records_here() == read.size());
    CHECK(meet(*judge).taken == 0);
}

TEST_CASE_FIXTURE(Laptops, "one's own damaged bundle is written anew") {
    open();
    meet(*registrar);
    const fs::path file = bundles(files()).at(0);
    const base::Bytes good = bytes_of(file);
    put_on_stick(file, base::ByteView(good).first(good.size() / 2));
    const StickMeeting met = meet(*registrar);
    CHECK(met.refused.size() == 1);
    CHECK(met.written == open_bundle(good, registrar->roster()).value().size());
    CHECK(open_bundle(bytes_of(bundles(files()).at(0)), registrar->roster()).has_value());
}

TEST_CASE_FIXTURE(Laptops, "any laptop with a line delivers for all, and twice does no harm") {
    const auto kiosk = court.kiosk();
    const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax).value();
    for (Machine* machine : all())
        REQUIRE(machine->take_roster(roster, now).has_value());
    const auto receipt = court.file(*kiosk);
    court.carry(*kiosk, {registrar.get()});  // the one time that a line stood
    const auto about =
        open_case(*registrar, list_inbox(*registrar).value().front().id.text(), now, court.random).value();
    must(*registrar, about, "more_asked",
         {{"papers", std::vector<std::string>{"低保证"}}, {"until", text("2026-12-10")}});
    meet(*registrar);
    CHECK(meet(*judge).queued > 0);
    const auto waiting = [](Machine& machine, mail::Box box) {
        return machine.store().outbox.on_the_way(machine.mailbox(box)).value().size();
    };
    CHECK(waiting(*judge, mail::Box::Cases) == waiting(*registrar, mail::Box::Cases));
    CHECK(waiting(*judge, mail::Box::Public) == waiting(*registrar, mail::Box::Public));
    // A committee member delivers facts, and may not speak to slips.
    meet(*member);
    CHECK(waiting(*member, mail::Box::Cases) > 0);
    CHECK(waiting(*member, mail::Box::Public) == 0);

    court.carry(*judge, {kiosk.get(), registrar.get(), judge.get()});
    const auto code = receipt.code();
    const auto progress = progress_by_code(*kiosk, base::as_text(code.view())).value();
    REQUIRE(progress.newest() != nullptr);
    CHECK(progress.newest()->status == cases::Status::NeedMore);
    const auto before = facts_of(*registrar, about).value().size();
    court.carry(*registrar, {kiosk.get(), registrar.get(), judge.get()});
    CHECK(facts_of(*registrar, about).value().size() == before);
    // Another stick tells that the hub has it: nobody carries it there once more.
    meet(*judge, "second");
    CHECK(meet(*leader, "second").queued == 0);
    CHECK(waiting(*leader, mail::Box::Cases) == 0);
}

TEST_CASE_FIXTURE(Laptops, "what lies on a stick is not taken back any more") {
    const auto about = open();
    const auto before = must(*registrar, about, "remarked", {{"words", text("没有带走")}});
    CHECK(undo(*registrar, about, before).has_value());
    const auto after = must(*registrar, about, "remarked", {{"words", text("已经带走")}});
    meet(*registrar);
    CHECK(undo(*registrar, about, after).error().code == "undo.sent");
}

TEST_CASE_FIXTURE(Laptops, "more than one file's worth goes into several, each small enough to hold") {
    meet(*leader);
    meet(*registrar);
    meet(*judge);
    constexpr int kMany = 600;
    auto inside = registrar->store().begin().value();
    for (int i = 0; i < kMany; ++i) {
        base::Bytes record(16'384);
        court.random.fill(record);
        const base::Bytes start{'C', 'Y', 'S', 'R', 1, 1, 9, 0};
        std::copy(start.begin(), start.end(), record.begin());
        const auto header = seal::parse_header(record).value();
        store::CaseRecord kept;
        kept.id = header.id;
        kept.hash = seal::record_hash(record);
        kept.recipient = header.recipient;
        kept.record = record;
        REQUIRE(registrar->store().case_records.keep(inside, kept).has_value());
    }
    REQUIRE(inside.commit().has_value());
    CHECK(meet(*registrar).written == kMany);
    CHECK(bundles(files()).size() == 2);
    CHECK(meet(*judge).taken == kMany);
    CHECK(meet(*registrar).written == 0);
    open();
    CHECK(meet(*registrar).written > 0);
    CHECK(bundles(files()).size() == 2);  // the second was filled up
}

TEST_CASE_FIXTURE(Laptops, "a kiosk has no cases, and a stick that is not there is said") {
    const auto kiosk = court.kiosk();
    CHECK(meet_case_stick(*kiosk, stick("first"), now, court.random).error().code == "case.role");
    CHECK(meet_case_stick(*judge, stick("none"), now, court.random).error().code == "stick.folder");
}
