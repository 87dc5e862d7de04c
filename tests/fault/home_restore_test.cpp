// A machine's folder restored from a backup, or copied, against a real hub: whatever was filed is in the inbox.
#include <set>

#include "app/worker/filing.hpp"
#include "app/worker/slip_files.hpp"
#include "sync/os/clock.hpp"
#include "tests/e2e/county.hpp"

using namespace courtyard;
using test::Json;
namespace fs = std::filesystem;

namespace {

void copy_home(const test::County& county, const std::string& from, const std::string& to) {
    fs::remove_all(county.path(to));
    fs::copy(county.path(from), county.path(to), fs::copy_options::recursive);
}

Json once(const test::County& county, const std::string& kiosk) { return county.kiosk(kiosk, {"sync", "--once"}); }

std::set<std::string> numbers_in_inbox(const test::County& county, const std::string& laptop) {
    county.staff(laptop, {"sync", "--once"});
    std::set<std::string> numbers;
    const Json inbox = county.staff(laptop, {"inbox"});
    for (const Json& entry : inbox.at("applications"))
        numbers.insert(entry.at("receipt_number").get<std::string>());
    CHECK(inbox.at("applications").size() == numbers.size());
    return numbers;
}

// Files by name under ids that a seed sets aside: the same seed, the same ids, as when they were read back from the
// file.
struct Filed {
    std::string id, number;
};
Filed file_with_seed(const test::County& county, const std::string& home, const std::string& name, std::uint64_t seed) {
    os::OsRandom random;
    base::SeededRandom ids(seed);
    auto machine = worker::Machine::open({.home = county.path(home), .passphrase = {}}, random);
    REQUIRE_MESSAGE(machine.has_value(), machine.error().message);
    REQUIRE(worker::prepare_filing(**machine, ids).has_value());
    const auto submission = worker::parse_submission((*machine)->pack(), county.application(name).dump());
    REQUIRE(submission.has_value());
    const auto receipt = worker::file(**machine, *submission, os::now(), random);
    REQUIRE_MESSAGE(receipt.has_value(), receipt.error().message);
    auto place = worker::SlipPlace::prepare(**machine, county.path("slip-" + home));
    REQUIRE_MESSAGE(place.has_value(), place.error().message);
    REQUIRE(place->write(**machine, *receipt).has_value());
    return {receipt->record_id().text(), receipt->number()};
}

}  // namespace

TEST_CASE("backup, file, sync, restore, file, sync: both applications are in the inbox") {
    test::County county;
    county.start_hub();
    county.enrol_kiosk("kiosk");
    county.enrol_staff("registrar", "沈登记", "registrar");
    std::set<std::string> numbers, ids;
    const auto file = [&](const std::string& name) {
        const Json filed = county.file("kiosk", county.application(name), "slip-" + std::to_string(ids.size()));
        numbers.insert(filed.at("receipt_number").get<std::string>());
        ids.insert(filed.at("record_id").get<std::string>());
    };
    for (int round = 0; round < 3; ++round) {
        if (round == 2) {  // a backup of a kiosk that is running, its log and all
            os::OsRandom random;
            auto running = worker::Machine::open({.home = county.path("kiosk"), .passphrase = {}}, random);
            REQUIRE(running.has_value());
            REQUIRE(worker::prepare_filing(**running, random).has_value());
            copy_home(county, "kiosk", "backup");
        } else {
            copy_home(county, "kiosk", "backup");
        }
        file("应𫖯安");
        CHECK(once(county, "kiosk").at("quarantined") == 0);
        copy_home(county, "backup", "kiosk");
        file("毕䶮");
        const Json synced = once(county, "kiosk");
        CHECK(synced.at("quarantined") == 0);
        CHECK(synced.at("sent").get<int>() >= 1);
        CHECK(ids.size() == 2 * static_cast<std::size_t>(round) + 2);
        CHECK(numbers_in_inbox(county, "registrar") == numbers);
        CHECK(county.kiosk("kiosk", {"status"}).at("outbox").at("quarantined") == 0);
        CHECK(county.kiosk("kiosk", {"doctor"}).at("ok") == true);
    }
    for (const std::string& number : numbers)
        CHECK(county.staff("registrar", {"show", number}).at("receipt_number") == number);
    // That it happened can be told: numbers of the kiosk's chain came twice.
    const Json doctor = county.staff("registrar", {"doctor"});
    bool told = false;
    for (const Json& check : doctor.at("checks"))
        told |= check.at("says").get<std::string>().find("restored from a backup") != std::string::npos;
    CHECK(told);
}

TEST_CASE("control: where one id is handed out twice the second is missing, until its slip brings it back") {
    test::County county;
    county.start_hub();
    county.enrol_kiosk("kiosk");
    county.enrol_staff("registrar", "沈登记", "registrar");
    county.enrol_staff("judge", "钟法官", "judge");
    copy_home(county, "kiosk", "copy");
    const Filed first = file_with_seed(county, "kiosk", "应𫖯安", 7);
    const Filed second = file_with_seed(county, "copy", "毕䶮𫖯", 7);
    REQUIRE(first.id == second.id);
    CHECK(once(county, "kiosk").at("quarantined") == 0);
    const test::Ran refused = county.ctl({"sync", "--home", county.path("copy"), "--once"});
    CHECK(refused.code == 1);
    CHECK(refused.err.find("1 record(s) set aside") != std::string::npos);
    CHECK(once(county, "copy").at("quarantined") == 0);  // told once, kept for good
    const Json copy_status = county.kiosk("copy", {"status"});
    CHECK(copy_status.at("outbox").at("quarantined") == 1);
    CHECK(copy_status.at("set_aside") == Json::array({second.id}));
    CHECK(county.kiosk("kiosk", {"status"}).at("set_aside").empty());
    const test::Ran doctor = county.ctl({"doctor", "--home", county.path("copy"), "--json"});
    CHECK(doctor.code == 1);
    CHECK(doctor.out.find(second.id) != std::string::npos);
    CHECK(numbers_in_inbox(county, "registrar") == std::set{first.number});

    const Json recovered = county.staff("registrar", {"recover", "--image", county.path("slip-copy/slip.png")});
    CHECK(recovered.at("record_id") != second.id);
    CHECK(recovered.at("filed_anew_from") == second.id);
    CHECK(recovered.at("was_known") == false);
    CHECK(recovered.at("queued") == true);
    CHECK(county.staff("registrar", {"show", second.number}).at("name") == "毕䶮𫖯");
    CHECK(numbers_in_inbox(county, "registrar") == std::set{first.number, second.number});
    CHECK(numbers_in_inbox(county, "judge") == std::set{first.number, second.number});
    const Json again = county.staff("judge", {"recover", "--image", county.path("slip-copy/slip.png")});
    CHECK(again.at("was_known") == true);
    CHECK(again.at("record_id") == recovered.at("record_id"));
}
