// `courtyardctl file` as a person meets it: what it tells, and that a receipt is never lost, overwritten or half there.
#include <algorithm>
#include <filesystem>

#include "tests/e2e/county.hpp"

using namespace courtyard;
using test::Json;
namespace fs = std::filesystem;

namespace {

std::size_t lines_of(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// A preloaded library comes before the sanitizer's own, which must not mind.
std::vector<std::string> with_late_full_disk() {
    return {"LD_PRELOAD=" + (test::program_folder() / "../lib/liblate_full_disk.so").string(),
            "ASAN_OPTIONS=verify_asan_link_order=0"};
}

}  // namespace

TEST_CASE("a slip that cannot be written at the very end: the application is filed, and its query code is not lost") {
    test::County county;
    county.enrol_kiosk("kiosk");
    county.write("application.json", county.application().dump());
    for (const bool json : {false, true}) {
        CAPTURE(json);
        const fs::path folder = county.path(json ? "slip for a program" : "slip for a person");
        std::vector<std::string> line = {
            "file", county.path("application.json"), "--home", county.path("kiosk"), "--out", folder.string()};
        if (json) line.emplace_back("--json");
        const test::Ran ran = county.ctl(line, with_late_full_disk());
        CHECK(ran.code == 1);
        CHECK(lines_of(ran.err) == 1);
        CHECK(ran.err.find("IS filed") != std::string::npos);
        CHECK(ran.err.find("No space left") != std::string::npos);
        CHECK_FALSE(fs::exists(folder));  // nothing half, no folder that was made for it
        std::string code;
        if (json) {
            const Json told = Json::parse(ran.out, nullptr, false);
            REQUIRE(told.is_object());
            CHECK(told.at("slip").is_null());
            CHECK(told.at("slip_holds_application") == false);
            code = told.at("query_code");
            CHECK(ran.err.find(told.at("receipt_number").get<std::string>()) != std::string::npos);
        } else {
            const std::string label = "query code:     ";
            const std::size_t at = ran.out.find(label);
            REQUIRE(at != std::string::npos);
            code = ran.out.substr(at + label.size(), 39);
        }
        CHECK(county.kiosk("kiosk", {"progress", "--code", code}).at("known") == false);  // a code, and a whole one
        CHECK(county.kiosk("kiosk", {"status"}).at("outbox").at("queued") == (json ? 2 : 1));
    }
}

TEST_CASE("a query code that nothing else takes goes to standard error, not nowhere") {
    test::County county;
    county.enrol_kiosk("kiosk");
    county.write("application.json", county.application().dump());
    const test::Ran ran = test::run({"/bin/sh", "-c", "exec \"$0\" file \"$1\" --home \"$2\" --out \"$3\" >/dev/full",
                                     (test::program_folder() / "courtyardctl").string(),
                                     county.path("application.json"), county.path("kiosk"), county.path("slip")},
                                    with_late_full_disk());
    CHECK(ran.code == 1);
    const std::string label = "query code:     ";
    const std::size_t at = ran.err.find(label);
    REQUIRE(at != std::string::npos);
    CHECK(county.kiosk("kiosk", {"progress", "--code", ran.err.substr(at + label.size(), 39)}).at("known") == false);
    CHECK(ran.err.find("IS filed") != std::string::npos);
}

TEST_CASE("two applications never share a slip's folder: the second is refused and not filed") {
    test::County county;
    county.enrol_kiosk("kiosk");
    county.file("kiosk", county.application("应𫖯安"), "same");
    const std::string receipt = county.read("same/receipt.txt"), picture = county.read("same/slip.png");
    county.write("application.json", county.application("毕䶮").dump());
    const test::Ran second = county.ctl(
        {"file", county.path("application.json"), "--home", county.path("kiosk"), "--out", county.path("same")});
    CHECK(second.code == 1);
    CHECK(second.out.empty());
    CHECK(second.err.find("same/slip.png is there already") != std::string::npos);
    CHECK(second.err.find("another folder") != std::string::npos);
    CHECK(county.read("same/receipt.txt") == receipt);
    CHECK(county.read("same/slip.png") == picture);
    CHECK(county.kiosk("kiosk", {"status"}).at("outbox").at("queued") == 1);
}

TEST_CASE("file tells warnings, papers and whether the slip holds the application") {
    test::County county;
    county.enrol_kiosk("kiosk");
    Json application = county.application();
    application["F1.08"] = "999999 某地";
    const Json filed = county.file("kiosk", application, "slip");
    CHECK(filed.at("slip_holds_application") == true);
    CHECK(filed.at("papers") == 1);
    const Json& warnings = filed.at("warnings");
    const auto told = std::find_if(warnings.begin(), warnings.end(),
                                   [](const Json& warning) { return warning.at("field") == "F1.08"; });
    REQUIRE(told != warnings.end());
    CHECK(told->at("code") == "area.unknown");
    CHECK_FALSE(told->at("says").get<std::string>().empty());

    county.write("application.json", application.dump());
    const test::Ran in_words = county.ctl(
        {"file", county.path("application.json"), "--home", county.path("kiosk"), "--out", county.path("again")});
    CHECK(in_words.code == 0);
    CHECK(in_words.out.find("F1.08") != std::string::npos);
    CHECK(in_words.out.find(told->at("says").get<std::string>()) != std::string::npos);
}

TEST_CASE("a photo of a slip may be a JPEG under any name; another format is told what to do") {
    test::County county;
    county.enrol_kiosk("kiosk");
    county.enrol_staff("judge", "钟法官", "judge");
    const Json filed = county.file("kiosk", county.application(), "slip");
    const test::Ran converted = test::run({"/usr/bin/env", "convert", county.path("slip/slip.png"), "-quality", "80",
                                           "jpeg:" + county.path("photo.png")});
    REQUIRE_MESSAGE(converted.code == 0, converted.err);
    REQUIRE(county.read("photo.png").starts_with("\xFF\xD8\xFF"));
    CHECK(county.kiosk("kiosk", {"progress", "--image", county.path("photo.png")}).at("receipt_number") ==
          filed.at("receipt_number"));
    CHECK(county.staff("judge", {"recover", "--image", county.path("photo.png")}).at("record_id") ==
          filed.at("record_id"));
    county.write("photo.heic", std::string("\0\0\0\x18"
                                           "ftypheic",
                                           12));
    const test::Ran other =
        county.ctl({"progress", "--image", county.path("photo.heic"), "--home", county.path("kiosk")});
    CHECK(other.code == 1);
    CHECK(other.err.find("photo.heic") != std::string::npos);
    CHECK(other.err.find("PNG or JPEG") != std::string::npos);
}

TEST_CASE("an application from the form that is urgent stands first in the judge's inbox, and is marked") {
    test::County county;
    county.enrol_kiosk("kiosk");
    county.enrol_staff("judge", "钟法官", "judge");
    Json urgent = county.application("毕䶮");
    urgent["F1.72"] = "是";
    urgent["F1.72a"] = "正在抢救";
    county.file("kiosk", urgent, "first");
    county.file("kiosk", county.application("应𫖯安"), "second");
    county.start_hub();
    county.kiosk("kiosk", {"sync", "--once"});
    county.staff("judge", {"sync", "--once"});
    const Json list = county.staff("judge", {"inbox"}).at("applications");
    REQUIRE(list.size() == 2);
    CHECK(list.at(0).at("name") == "毕䶮");
    CHECK(list.at(0).at("urgent") == true);
    CHECK(list.at(1).at("urgent") == false);
    const auto in_words = [&](std::vector<std::string> arguments) {
        for (const std::string& more :
             {std::string("--home"), county.path("judge"), std::string("--passphrase-file"), county.path("passphrase")})
            arguments.push_back(more);
        return county.ctl(std::move(arguments)).out;
    };
    const std::string inbox = in_words({"inbox"});
    CHECK(inbox.substr(0, inbox.find('\n')).find("URGENT  毕䶮") != std::string::npos);
    CHECK(inbox.find("URGENT", inbox.find('\n')) == std::string::npos);
    CHECK(in_words({"show", list.at(0).at("id").get<std::string>()}).find("urgent:") != std::string::npos);
    CHECK(in_words({"inbox", "--name", "zzz"}).find("\"zzz\"") != std::string::npos);
    CHECK(in_words({"inbox", "--name", "zzz"}).find("is empty") == std::string::npos);
}

TEST_CASE("what was said before the application is filed with it, and the court sees it") {
    test::County county;
    county.enrol_kiosk("kiosk");
    county.enrol_staff("registrar", "沈若溪", "registrar");
    county.start_hub();
    const Json said{{"G1", "yes"}, {"G7", "yes"}, {"E", Json::array({"E2"})}};
    const auto shown = [&](const Json& application, const std::string& slip) {
        const std::string receipt = county.file("kiosk", application, slip).at("receipt_number");
        county.kiosk("kiosk", {"sync", "--once"});
        county.staff("registrar", {"sync", "--once"});
        return county.staff("registrar", {"show", receipt});
    };
    const Json with = shown({{"answers", county.application()}, {"screening", said}}, "with");
    CHECK(with.at("screening").at("answers").at("G7") == "yes");
    CHECK(with.at("screening").at("answers").at("E") == Json::array({"E2"}));
    CHECK_FALSE(with.at("screening").at("result").empty());
    // The control: an application alone.
    CHECK_FALSE(shown(county.application("毕䶮"), "alone").contains("screening"));
}
