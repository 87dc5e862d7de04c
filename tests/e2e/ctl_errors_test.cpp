// What is wrong gets one sentence on standard error, the right exit code, and nothing half done.
#include <algorithm>

#include "tests/e2e/county.hpp"

using namespace courtyard;
using test::Json;

namespace {

void refused(const test::Ran& ran, int code, const std::string& says) {
    CHECK_MESSAGE(ran.code == code, ran.err);
    CHECK_MESSAGE(ran.out.empty(), ran.out);
    CHECK_MESSAGE(std::count(ran.err.begin(), ran.err.end(), '\n') == 1, ran.err);
    CHECK_MESSAGE(ran.err.find(says) != std::string::npos, ran.err);
}

}  // namespace

TEST_CASE("a wrong command line is exit code 2, a world that will not is 1") {
    const test::County county;
    refused(county.ctl({}), 2, "");
    refused(county.ctl({"frobnicate"}), 2, "");
    refused(county.ctl({"file", "x.json"}), 2, "--out");
    refused(county.ctl({"status"}), 2, "--home");
    refused(county.ctl({"status", "--home", county.path("nowhere")}), 1, "no machine's home");
    refused(county.ctl({"court", "init", "--dir", county.path("court"), "--code", "330199", "--name", "x"}), 1,
            "already");
    refused(county.ctl({"court", "init", "--dir", county.path("other"), "--code", "33 01", "--name", "x"}), 1,
            "--code");
    CHECK_FALSE(std::filesystem::exists(county.path("other")));
    refused(
        county.ctl({"enrol", "kiosk", "--court", county.path("court"), "--site", "不存在", "--home", county.path("k")}),
        1, "云坞村共享法庭");
    CHECK_FALSE(std::filesystem::exists(county.path("k")));
    refused(county.ctl({"enrol", "staff", "--court", county.path("court"), "--name", "甲", "--role", "king", "--home",
                        county.path("k"), "--passphrase-file", county.path("passphrase")}),
            2, "--role");
    refused(
        county.ctl({"enrol", "kiosk", "--court", county.path("nocourt"), "--site", "x", "--home", county.path("k")}), 1,
        "no court's folder");
}

TEST_CASE("a bad application is refused by name and leaves no slip, no record") {
    test::County county;
    county.enrol_kiosk("kiosk");
    refused(county.ctl({"enrol", "kiosk", "--court", county.path("court"), "--site", "云坞村共享法庭", "--home",
                        county.path("kiosk")}),
            1, "already");
    const auto file = [&](const std::string& text) {
        county.write("bad.json", text);
        return county.ctl(
            {"file", county.path("bad.json"), "--home", county.path("kiosk"), "--out", county.path("slip"), "--json"});
    };
    refused(file("{"), 1, "bad.json");
    refused(file("[]"), 1, "bad.json");
    refused(file("{\"F9.99\":\"x\"}"), 1, "F9.99");
    Json application = county.application();
    application["F1.06"] = "330199198603140178";  // wrong check digit
    refused(file(application.dump()), 1, "F1.06");
    application = county.application();
    application.erase("F1.01");
    refused(file(application.dump()), 1, "F1.01");
    refused(
        county.ctl({"file", county.path("missing.json"), "--home", county.path("kiosk"), "--out", county.path("slip")}),
        1, "missing.json");
    CHECK_FALSE(std::filesystem::exists(county.path("slip")));
    CHECK(county.kiosk("kiosk", {"status"}).at("outbox").at("queued") == 0);

    // A place for the slip that cannot be written is noticed before anything is filed.
    county.write("good.json", county.application().dump());
    refused(county.ctl(
                {"file", county.path("good.json"), "--home", county.path("kiosk"), "--out", county.path("good.json")}),
            1, "");
    CHECK(county.kiosk("kiosk", {"status"}).at("outbox").at("queued") == 0);
}

TEST_CASE("roles, passphrases and states are held to") {
    test::County county;
    county.enrol_kiosk("kiosk");
    county.enrol_staff("judge", "钟法官", "judge");
    county.enrol_staff("caller", "林回访", "caller");
    const auto as = [&](const std::string& home, std::vector<std::string> arguments) {
        for (const std::string& more :
             {std::string("--home"), county.path(home), std::string("--passphrase-file"), county.path("passphrase")})
            arguments.push_back(more);
        return county.ctl(std::move(arguments));
    };
    refused(as("caller", {"inbox"}), 1, "registrars and judges");
    refused(as("kiosk", {"inbox"}), 1, "kiosk");
    refused(as("judge", {"show", "0123456789abcdef0123456789abcdef"}), 1, "no application here");
    refused(as("judge", {"answer", "0123456789abcdef0123456789abcdef", "--state", "maybe"}), 2, "--state");
    county.write("passphrase", "wrong\n");
    refused(as("judge", {"inbox"}), 1, "passphrase");
    county.write("passphrase", "");
    refused(as("judge", {"inbox"}), 1, "empty");
    refused(county.ctl({"inbox", "--home", county.path("judge")}), 2, "--passphrase-file");
}

TEST_CASE("codes, pictures and record files that are not ours are refused by name") {
    test::County county;
    county.enrol_kiosk("kiosk");
    const auto kiosk = [&](std::vector<std::string> arguments) {
        arguments.emplace_back("--home");
        arguments.push_back(county.path("kiosk"));
        return county.ctl(std::move(arguments));
    };
    refused(kiosk({"progress"}), 2, "--code");
    refused(kiosk({"progress", "--code", "7K3M"}), 1, "");
    refused(kiosk({"progress", "--image", county.path("passphrase")}), 1, "passphrase");
    refused(kiosk({"recover", "--image", county.path("missing.png")}), 1, "missing.png");
    refused(county.ctl({"record", "inspect", county.path("passphrase")}), 1, "passphrase");
}

TEST_CASE("a changed roster, pack or store is refused, and doctor says which") {
    test::County county;
    county.enrol_kiosk("kiosk");
    const Json well = county.kiosk("kiosk", {"doctor"});
    CHECK(well.at("ok") == true);
    for (const std::string name : {"kiosk/roster.cyd", "kiosk/pack.cyp", "kiosk/store.key"}) {
        const std::string sound = county.read(name);
        std::string bent = sound;
        bent[bent.size() / 2] = static_cast<char>(bent[bent.size() / 2] ^ 1);
        county.write(name, bent);
        CHECK_MESSAGE(county.ctl({"status", "--home", county.path("kiosk")}).code == 1, name);
        const test::Ran doctor = county.ctl({"doctor", "--home", county.path("kiosk"), "--json"});
        CHECK(doctor.code == 1);
        CHECK(Json::parse(doctor.out).at("ok") == false);
        county.write(name, sound);
    }
    CHECK(county.kiosk("kiosk", {"doctor"}).at("ok") == true);
}

TEST_CASE("another libsqlite3 that is loaded first cannot make the store a plain file") {
    test::County county;
    const std::vector<std::string> shadow = {"LD_PRELOAD=libsqlite3.so.0"};
    const test::Ran enrolled = county.ctl(
        {"enrol", "kiosk", "--court", county.path("court"), "--site", "云坞村共享法庭", "--home", county.path("kiosk")},
        shadow);
    REQUIRE_MESSAGE(enrolled.code == 0, enrolled.err);
    CHECK(enrolled.err.empty());  // the loader says so when it does not find the library
    CHECK_FALSE(county.read("kiosk/store.db").starts_with("SQLite format 3"));
    CHECK(county.ctl({"doctor", "--home", county.path("kiosk")}, shadow).code == 0);
    CHECK(county.kiosk("kiosk", {"doctor"}).at("ok") == true);
}

TEST_CASE("form and screen print what the issue says, without a court") {
    const test::County county;
    const Json form = county.json({"form", "--pack", "assets/packs/zhejiang-demo"});
    CHECK(form.contains("schema"));
    CHECK(form.contains("example"));
    county.write(
        "answers.json",
        R"({"G1":"yes","G2":"yes","G3":"yes","G4":"yes","G5":"yes","G6":"no","G7":"yes","N1":"none","N4":"no","E":["E1"],"H":["H6"]})");
    const Json screened = county.json({"screen", "--pack", "assets/packs/zhejiang-demo", county.path("answers.json")});
    for (const char* key : {"rule", "primary", "also", "reasons", "would_change"})
        CHECK_MESSAGE(screened.contains(key), key);
    const Json checked = county.json({"pack", "check", "assets/packs/zhejiang-demo"});
    CHECK(checked.at("ok") == true);
}
