// The whole story through courtyardctl and the real hub: from a villager's fingertip to the judge, and the answer comes
// home.
#include <unistd.h>

#include <cctype>

#include "tests/e2e/county.hpp"

using namespace courtyard;
using test::Json;

TEST_CASE("an application goes to the judge and the answer comes home, offline where a village is offline") {
    test::County county;
    county.enrol_kiosk("kiosk");
    county.enrol_staff("judge", "钟法官", "judge");

    // No hub yet: filing works, sync says "not sent yet" and loses nothing.
    const Json filed = county.file("kiosk", county.application(), "slip");
    CHECK(filed.at("receipt_number").get<std::string>().size() == 15);
    CHECK(county.read("slip/slip.png").starts_with("\x89PNG"));
    CHECK(county.read("slip/receipt.txt").find(filed.at("receipt_number").get<std::string>()) != std::string::npos);
    const test::Ran down = county.ctl({"sync", "--once", "--home", county.path("kiosk"), "--json"});
    CHECK(down.code == 1);
    CHECK(Json::parse(down.out).at("error").at("message").get<std::string>().find("not sent yet") != std::string::npos);
    CHECK(down.err.find("not sent yet") != std::string::npos);
    CHECK(county.kiosk("kiosk", {"status"}).at("outbox").at("queued") == 1);
    CHECK(county.kiosk("kiosk", {"status"}).at("last_contact").is_null());

    county.start_hub();
    county.enrol_staff("registrar", "何书记", "registrar");  // after the hub is up: it reads the new roster
    CHECK(county.kiosk("kiosk", {"sync", "--once"}).at("sent") == 1);
    CHECK(county.kiosk("kiosk", {"sync", "--once"}).at("sent") == 0);
    CHECK(county.kiosk("kiosk", {"status"}).at("outbox").at("durable") == 1);

    CHECK(county.staff("judge", {"sync", "--once"}).at("fetched") == 1);
    CHECK(county.staff("judge", {"sync", "--once"}).at("fetched") == 0);
    const Json inbox = county.staff("judge", {"inbox"});
    REQUIRE(inbox.at("applications").size() == 1);
    CHECK(inbox.at("applications").at(0).at("name") == "应𫖯安");
    CHECK(inbox.at("applications").at(0).at("state") == "unseen");
    CHECK(inbox.at("applications").at(0).at("id") == filed.at("record_id"));
    CHECK(county.staff("judge", {"inbox", "--name", "𫖯"}).at("count") == 1);
    CHECK(county.staff("judge", {"inbox", "--name", "龙"}).at("count") == 0);

    const std::string id = filed.at("record_id");
    const Json shown = county.staff("judge", {"show", id, "--original", county.path("original.rec")});
    CHECK(shown.at("answers").at("F1.01") == "应𫖯安");
    CHECK(shown.at("site") == "云坞村共享法庭");
    const Json header = county.json({"record", "inspect", county.path("original.rec")});
    CHECK(header.at("record_id") == id);

    // Nobody has answered: the slip tells nothing, at a kiosk that never heard of it just the same.
    const std::string code = filed.at("query_code");
    county.kiosk("kiosk", {"sync", "--once"});
    CHECK(county.kiosk("kiosk", {"progress", "--code", code}).at("known") == false);

    // Said by mistake, and taken back before it has left: nobody hears of it.
    const Json mistaken = county.staff("judge", {"answer", id, "--state", "received"});
    CHECK(county.staff("judge", {"unanswer", id}).at("undone") == mistaken.at("review"));
    const test::Ran twice =
        county.ctl({"unanswer", id, "--home", county.path("judge"), "--passphrase-file", county.path("passphrase")});
    CHECK(twice.code == 1);
    CHECK(twice.err.find("another answer") != std::string::npos);

    const Json answered = county.staff(
        "judge", {"answer", id, "--state", "needs_more", "--papers", "判决书,户口簿", "--text", "请补交两样材料"});
    CHECK(answered.at("before") == "unseen");
    CHECK(answered.at("state") == "needs_more");
    CHECK(county.staff("judge", {"inbox"}).at("applications").at(0).at("state") == "needs_more");
    county.staff("judge", {"sync", "--once"});

    // The other laptop sees who said what.
    county.staff("registrar", {"sync", "--once"});
    const Json other = county.staff("registrar", {"show", filed.at("receipt_number").get<std::string>()});
    CHECK(other.at("state") == "needs_more");
    REQUIRE(other.at("history").size() == 1);
    CHECK(other.at("history").at(0).at("by") == "钟法官");

    county.kiosk("kiosk", {"sync", "--once"});
    county.stop_hub();
    Json progress = county.kiosk("kiosk", {"progress", "--code", code});
    CHECK(progress.at("state") == "needs_more");
    CHECK(progress.at("papers") == Json::array({"判决书", "户口簿"}));
    CHECK(progress.at("text") == "请补交两样材料");
    CHECK_FALSE(progress.at("as_of").is_null());
    CHECK(county.kiosk("kiosk", {"progress", "--image", county.path("slip/slip.png")}) == progress);
    std::string lower = code;
    for (char& c : lower)
        c = c == '-' ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    CHECK(county.kiosk("kiosk", {"progress", "--code", lower}).at("state") == "needs_more");

    // The registrar files it, offline; the answers keep their order everywhere once synced.
    county.staff("registrar", {"answer", id, "--state", "FILED", "--number", "（2026）浙0199司救1号"});
    const test::Ran again = county.ctl({"answer", id, "--state", "received", "--home", county.path("registrar"),
                                        "--passphrase-file", county.path("passphrase")});
    CHECK(again.code == 1);
    CHECK(again.err.find("cannot follow") != std::string::npos);
    county.start_hub();
    county.staff("registrar", {"sync", "--once"});
    county.kiosk("kiosk", {"sync", "--once"});
    progress = county.kiosk("kiosk", {"progress", "--code", code});
    CHECK(progress.at("state") == "filed");
    CHECK(progress.at("number") == "（2026）浙0199司救1号");
    CHECK(progress.at("history").size() == 2);
    county.staff("judge", {"sync", "--once"});
    CHECK(county.staff("judge", {"show", id}).at("history").size() == 2);
    CHECK(county.staff("judge", {"show", id}).at("contradicting") == false);
}

TEST_CASE(
    "an application comes back from its slip alone, twice is once, and the kiosk's own copy makes no second one") {
    test::County county;
    county.enrol_kiosk("kiosk");
    county.enrol_staff("judge", "钟法官", "judge");
    const Json filed = county.file("kiosk", county.application("毕䶮"), "slip");
    const std::string id = filed.at("record_id");

    Json recovered = county.staff("judge", {"recover", "--image", county.path("slip/slip.png")});
    CHECK(recovered.at("record_id") == id);
    CHECK(recovered.at("was_known") == false);
    CHECK(recovered.at("queued") == true);
    recovered = county.staff("judge", {"recover", "--image", county.path("slip/slip.png")});
    CHECK(recovered.at("was_known") == true);
    CHECK(recovered.at("queued") == false);
    CHECK(county.staff("judge", {"inbox"}).at("count") == 1);
    CHECK(county.staff("judge", {"show", id}).at("answers").at("F1.01") == "毕䶮");

    // Both carriers bring it.
    county.start_hub();
    CHECK(county.staff("judge", {"sync", "--once"}).at("sent") == 1);
    CHECK(county.kiosk("kiosk", {"sync", "--once"}).at("sent") == 1);
    county.staff("judge", {"sync", "--once"});
    CHECK(county.staff("judge", {"inbox"}).at("count") == 1);
    county.enrol_staff("registrar", "何书记", "registrar");
    county.staff("registrar", {"sync", "--once"});
    CHECK(county.staff("registrar", {"inbox"}).at("count") == 1);
    CHECK(county.staff("registrar", {"recover", "--image", county.path("slip/slip.png")}).at("queued") == false);
}

TEST_CASE("a sync that is killed again and again delivers everything exactly once") {
    test::County county;
    county.enrol_kiosk("kiosk");
    county.enrol_staff("judge", "钟法官", "judge");
    const std::string names[] = {"甲一", "乙二", "丙三", "丁四", "戊五"};
    for (int i = 0; i < 5; ++i)
        county.file("kiosk", county.application(names[i]), "slip" + std::to_string(i));
    county.start_hub();
    const auto durable = [&] { return county.kiosk("kiosk", {"status"}).at("outbox").at("durable").get<int>(); };
    // Killed later and later, until one of them has come to the end: on a slow machine none has begun for long.
    for (int life = 0, ms = 5; durable() < 5; ++life, ms += 15 + ms / 4) {
        REQUIRE_MESSAGE(ms < 100'000, county.read("sync.log"));
        test::Served sync({(test::program_folder() / "courtyardctl").string(), "sync", "--home", county.path("kiosk")},
                          county.path("sync.log"));
        ::usleep(static_cast<useconds_t>(ms) * 1000);
        if (life % 2 == 1) continue;
        county.stop_hub();
        sync.stop(9);
        county.start_hub();
    }
    county.kiosk("kiosk", {"sync", "--once"});
    CHECK(durable() == 5);
    county.staff("judge", {"sync", "--once"});
    CHECK(county.staff("judge", {"inbox"}).at("count") == 5);
}

TEST_CASE("sync without --once goes on by itself, and ends when asked") {
    test::County county;
    county.enrol_kiosk("kiosk");
    test::Served sync({(test::program_folder() / "courtyardctl").string(), "sync", "--home", county.path("kiosk")},
                      county.path("sync.log"));
    county.start_hub();
    county.file("kiosk", county.application(), "slip");
    bool arrived = false;
    for (int i = 0; i < 1'800 && !arrived; ++i) {
        ::usleep(100'000);
        arrived = county.kiosk("kiosk", {"status"}).at("outbox").at("durable") == 1;
    }
    CHECK(arrived);
    CHECK(sync.is_running());
    sync.stop(15);
}
