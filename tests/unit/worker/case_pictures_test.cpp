// Pictures in a case: sealed to it, carried with it, seen by whoever is on it and by nobody else.
#include "app/worker/case_pictures.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include <nlohmann/json.hpp>

#include "app/worker/attachment.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/case_stick.hpp"
#include "app/worker/letters.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/hash.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using test::SmallCourt;
using test::text;
namespace fs = std::filesystem;

namespace {

constexpr const char* kCaseMark = "CANARY-IN-A-CASE-PICTURE";

// Begins like a JPEG, and cannot be packed shorter.
base::Bytes case_picture(std::size_t size, std::uint64_t seed) {
    base::Bytes bytes(size);
    base::SeededRandom random(seed);
    random.fill(bytes);
    bytes[0] = 0xFF, bytes[1] = 0xD8, bytes[2] = 0xFF;
    std::copy_n(kCaseMark, 24, bytes.begin() + 40);
    return bytes;
}

struct PictureCourt {
    SmallCourt court;
    std::unique_ptr<Machine> kiosk = court.kiosk(), registrar = court.laptop("registrar", mail::Role::Registrar),
                             judge = court.laptop("judge", mail::Role::Judge),
                             other_judge = court.laptop("other_judge", mail::Role::Judge),
                             leader = court.laptop("leader", mail::Role::Leader);
    base::Instant now = SmallCourt::kNow;
    base::Bytes paper = case_picture(kAttachmentBytesMax, 1), house = case_picture(60'000, 2);

    PictureCourt() {
        const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax);
        REQUIRE(roster.has_value());
        for (Machine* machine : all())
            REQUIRE(machine->take_roster(*roster, now).has_value());
    }
    std::vector<Machine*> all() { return {kiosk.get(), registrar.get(), judge.get(), other_judge.get(), leader.get()}; }
    void meet() {
        for (int round = 0; round < 3; ++round) {
            for (Machine* from : all())
                court.carry(*from, all());
            for (Machine* machine : all())
                if (!machine->is_kiosk()) REQUIRE(settle_cases(*machine, now, court.random).has_value());
        }
    }
    static std::string self(Machine& machine) { return std::get<base::PersonId>(machine.author()).text(); }

    base::Result<cases::FactId> say(Machine& machine, const cases::CaseId& about, const char* kind,
                                    cases::Fields fields, std::vector<base::Bytes> pictures = {}) {
        now = now + 60'000;
        return act(machine, {about, kind, std::move(fields), std::move(pictures)}, now, court.random);
    }
    cases::FactId must(Machine& machine, const cases::CaseId& about, const char* kind, cases::Fields fields,
                       std::vector<base::Bytes> pictures = {}) {
        const auto said = say(machine, about, kind, std::move(fields), std::move(pictures));
        REQUIRE_MESSAGE(said.has_value(), said.error().message);
        return *said;
    }
    // From a kiosk, with a photo of a paper; the judge has it.
    cases::CaseId opened() {
        nlohmann::json application = nlohmann::json::parse(kiosk->pack().example_json);
        application["F1.90"] = nlohmann::json::array({{{"名称", "身份证明"}, {"状态", "已交"}}});
        const std::vector<Attachment> attachments{{"身份证明", 1, paper}};
        const auto receipt =
            worker::file(*kiosk, SmallCourt::submission(*kiosk, application.dump()), attachments, now, court.random);
        REQUIRE_MESSAGE(receipt.has_value(), receipt.error().message);
        meet();
        const auto about = open_case(*registrar, list_inbox(*registrar).value().front().id.text(), now, court.random);
        REQUIRE_MESSAGE(about.has_value(), about.error().message);
        must(*registrar, *about, "department_asked", {{"department", text("执行局")}});
        must(*registrar, *about, "sent_to_filing", {{"opinion", text("符合")}});
        must(*registrar, *about, "filed", {{"number", text("（2026）浙0199司救执1号")}});
        must(*registrar, *about, "assigned", {{"handler", self(*judge)}});
        meet();
        return *about;
    }
    static cases::Fields visit(const std::vector<base::Digest>& photos) {
        std::vector<std::string> named;
        for (const base::Digest& each : photos)
            named.push_back(each.text());
        return {{"place", text("家里")},
                {"people", std::vector<std::string>{"本人"}},
                {"statement", text("属实")},
                {"read_back", true},
                {"photos", named}};
    }
    bool shows(Machine& machine, const cases::CaseId& about, const base::Bytes& jpeg) {
        const auto found = picture_in(machine, about, seal::sha256(jpeg));
        if (!found) CHECK(found.error().code == "picture.missing");
        return found && *found == jpeg;
    }
};

}  // namespace

TEST_CASE_FIXTURE(PictureCourt,
                  "the pictures of an application and those of a visit are seen by whoever is on the case") {
    const auto about = opened();
    must(*judge, about, "site_visited", visit({seal::sha256(house)}), {house});
    meet();
    for (Machine* machine : {registrar.get(), judge.get(), leader.get()}) {
        const auto pictures = pictures_in(*machine, about);
        REQUIRE_MESSAGE(pictures.has_value(), pictures.error().message);
        REQUIRE(pictures->size() == 2);
        CHECK(pictures->front().kind == "case_opened");
        CHECK(pictures->back().kind == "site_visited");
        CHECK((pictures->front().is_here && pictures->back().is_here));
        CHECK(shows(*machine, about, paper));
        CHECK(shows(*machine, about, house));
    }
    CHECK(pictures_in(*other_judge, about).error().code == "case.unknown");
    CHECK_FALSE(shows(*other_judge, about, house));
    // No laptop has them open, and none of the records that travel.
    for (Machine* machine : all()) {
        if (machine->is_kiosk()) continue;
        const auto marks = machine->store().case_records.marks(0, 10'000).value();
        for (const auto& mark : marks) {
            const auto record = machine->store().case_records.sealed(mark.place).value();
            CHECK(base::as_text(record).find(kCaseMark) == std::string_view::npos);
        }
    }
    CHECK(base::as_text(house).find(kCaseMark) != std::string_view::npos);  // the search finds what is there
}

TEST_CASE_FIXTURE(PictureCourt, "who leaves a case loses its pictures, and gets them back with the case") {
    const auto about = opened();
    must(*judge, about, "site_visited", visit({seal::sha256(house)}), {house});
    meet();
    must(*registrar, about, "assigned", {{"handler", self(*other_judge)}});
    meet();
    CHECK_FALSE(shows(*judge, about, house));
    CHECK(shows(*other_judge, about, house));
    CHECK(shows(*other_judge, about, paper));
    must(*registrar, about, "assigned", {{"handler", self(*judge)}});
    meet();
    CHECK(shows(*judge, about, house));
    CHECK_FALSE(shows(*other_judge, about, house));
}

TEST_CASE_FIXTURE(PictureCourt,
                  "an act that is taken back takes its pictures along, and none that another fact names") {
    const auto about = opened();
    const auto before = judge->store().outbox.counts()->queued;
    const auto visit_fact =
        must(*judge, about, "site_visited", visit({seal::sha256(house), seal::sha256(paper)}), {house});
    CHECK(judge->store().outbox.counts()->queued == before + 2);  // the paper is in the case already
    REQUIRE(undo(*judge, about, visit_fact).has_value());
    CHECK(judge->store().outbox.counts()->queued == before);
    CHECK_FALSE(shows(*judge, about, house));
    CHECK(shows(*judge, about, paper));

    const auto first = must(*judge, about, "proof_added",
                            {{"paper", text("照片")},
                             {"from", text("applicant")},
                             {"photos", std::vector<std::string>{seal::sha256(house).text()}}},
                            {house});
    (void)first;
    const auto second = must(*judge, about, "site_visited", visit({seal::sha256(house)}));
    REQUIRE(undo(*judge, about, second).has_value());
    CHECK(shows(*judge, about, house));
}

TEST_CASE_FIXTURE(PictureCourt, "pictures that are not there, too large or none are refused, and nothing is said") {
    const auto about = opened();
    const auto facts = facts_of(*judge, about)->size();
    const auto queued = judge->store().outbox.counts()->queued;
    const auto refused = [&](const std::vector<base::Digest>& named, std::vector<base::Bytes> given) {
        const auto said = say(*judge, about, "site_visited", visit(named), std::move(given));
        REQUIRE_FALSE(said.has_value());
        return said.error().code;
    };
    CHECK(refused({seal::sha256(house)}, {}) == "picture.unknown");
    const base::Bytes large = case_picture(kAttachmentBytesMax + 1, 3);
    CHECK(refused({seal::sha256(large)}, {large}) == "picture.size");
    const base::Bytes none(100, 0x41);
    CHECK(refused({seal::sha256(none)}, {none}) == "picture.kind");
    std::vector<base::Digest> many;
    for (std::uint64_t i = 0; i <= cases::kPicturesMax; ++i)
        many.push_back(seal::sha256(case_picture(100, i)));
    CHECK(refused(many, {}) == "fact.field.photos");
    cases::Fields wrong = visit({});
    wrong["photos"] = std::vector<std::string>{"house.jpg"};
    CHECK(say(*judge, about, "site_visited", wrong).error().code == "fact.field.photos");
    CHECK(facts_of(*judge, about)->size() == facts);
    CHECK(judge->store().outbox.counts()->queued == queued);
    must(*judge, about, "site_visited", visit({seal::sha256(house)}), {house});  // and the right one is taken
}

TEST_CASE_FIXTURE(PictureCourt,
                  "a picture that the registrar had only later is brought from the inbox; a stick carries it") {
    const auto about = opened();
    const base::Bytes late = case_picture(20'000, 9);
    nlohmann::json application = nlohmann::json::parse(kiosk->pack().example_json);
    application["F1.90"] = nlohmann::json::array({{{"名称", "身份证明"}, {"状态", "已交"}}});
    const std::vector<Attachment> attachments{{"身份证明", 1, late}};
    REQUIRE(worker::file(*kiosk, SmallCourt::submission(*kiosk, application.dump()), attachments, now, court.random)
                .has_value());
    meet();
    must(*registrar, about, "proof_added",
         {{"paper", text("身份证明")},
          {"from", text("applicant")},
          {"photos", std::vector<std::string>{seal::sha256(late).text()}}});
    CHECK_FALSE(shows(*judge, about, late));
    const fs::path stick = court.folder / "stick";
    fs::create_directory(stick);
    REQUIRE(meet_case_stick(*registrar, stick, now, court.random).has_value());
    REQUIRE(meet_case_stick(*judge, stick, now, court.random).has_value());
    CHECK(shows(*judge, about, late));
    CHECK_FALSE(shows(*other_judge, about, late));
}
