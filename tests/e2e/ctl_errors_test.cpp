// What is wrong gets one sentence on standard error, the right exit code, and nothing half done.
#include <algorithm>

#include "tests/e2e/county.hpp"

using namespace courtyard;
using test::Json;

namespace {

void says_once(const test::Ran& ran, int code, const std::string& says) {
    CHECK_MESSAGE(ran.code == code, ran.err);
    CHECK_MESSAGE(std::count(ran.err.begin(), ran.err.end(), '\n') == 1, ran.err);
    CHECK_MESSAGE(ran.err.find(says) != std::string::npos, ran.err);
}

void refused(const test::Ran& ran, int code, const std::string& says) {
    says_once(ran, code, says);
    CHECK_MESSAGE(ran.out.empty(), ran.out);
}

// The same for a line with --json: what went wrong is an object, too.
void refused_in_json(const test::Ran& ran, int code, const std::string& name, const std::string& says) {
    says_once(ran, code, says);
    const Json told = Json::parse(ran.out, nullptr, false);
    REQUIRE_MESSAGE(told.is_object(), ran.out);
    CHECK(told.at("error").at("code") == name);
    CHECK(ran.err.find(told.at("error").at("message").get<std::string>()) != std::string::npos);
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
    refused(county.ctl({"court", "init", "--dir", county.path("other"), "--code", "33 01", "--name", "x"}), 2,
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

TEST_CASE("the word that is not understood is named, at its place, in one line") {
    const test::County county;
    refused(county.ctl({"frob"}), 2, "\"frob\" is no command here; courtyardctl wants one of court, enrol");
    refused_in_json(county.ctl({"--home", county.path("kiosk"), "--json", "frob", "status"}), 2, "usage", "\"frob\"");
    refused_in_json(county.ctl({"status", "--json"}), 2, "usage", "--home");
    refused_in_json(county.ctl({"status", "--frob", "--json"}), 2, "usage", "--frob");
    refused(county.ctl({"court", "frob"}), 2, "\"frob\" is no command here; court wants one of init");
    refused(county.ctl({"enrol"}), 2, "enrol wants one of kiosk, staff");
    refused(county.ctl({"--frob"}), 2, "\"--frob\" is no option here");
    refused(county.ctl({"status", "--frob", "--home", county.path("kiosk")}), 2, "--frob");
    refused(county.ctl({"status", "frob", "--home", county.path("kiosk")}), 2, "frob");
    refused(county.ctl({"fr\nob"}), 2, "fr ob");
    refused(county.ctl({"status", "--home", county.path("no\nwhere")}), 1, "no where");
}

TEST_CASE("an option that is given must say something") {
    const test::County county;
    for (const std::vector<std::string>& line : std::vector<std::vector<std::string>>{
             {"file", "x.json", "--home", "x", "--out", ""},
             {"file", "", "--home", "x", "--out", "x"},
             {"status", "--home", ""},
             {"court", "init", "--dir", "", "--code", "330199", "--name", "x"},
             {"court", "init", "--dir", county.path("other"), "--code", "330199", "--name", "x", "--sites", ""},
             {"pack", "sign", "assets/packs/zhejiang-demo", "--court", county.path("court"), "--out", ""},
             {"show", "", "--home", "x"},
             {"recover", "--home", "x", "--image", ""}}) {
        CAPTURE(line[0] + " " + line[1]);
        refused(county.ctl(line), 2, "is empty");
    }
    CHECK_FALSE(std::filesystem::exists(county.path("other")));
}

TEST_CASE("what cannot be written to standard output is not called done") {
    const test::County county;
    const test::Ran ran = test::run({"/bin/sh", "-c", "exec \"$0\" form --pack assets/packs/zhejiang-demo >/dev/full",
                                     (test::program_folder() / "courtyardctl").string()});
    CHECK(ran.code == 1);
    CHECK(ran.err.find("standard output") != std::string::npos);
    // A reader that has seen enough is no fault.
    const test::Ran enough =
        test::run({"/bin/bash", "-c", "\"$0\" form --pack assets/packs/zhejiang-demo | :; echo ${PIPESTATUS[0]}",
                   (test::program_folder() / "courtyardctl").string()});
    CHECK(enough.out == "0\n");
    CHECK(enough.err.empty());
}

TEST_CASE("a court that cannot be made leaves nothing, and says what is wrong with which name") {
    const test::County county;
    const auto init = [&](std::vector<std::string> more) {
        std::vector<std::string> line = {"court", "init", "--dir", county.path("other"), "--code", "330199"};
        line.insert(line.end(), more.begin(), more.end());
        const test::Ran ran = county.ctl(line);
        CHECK_FALSE(std::filesystem::exists(county.path("other")));
        return ran;
    };
    county.write("sites.txt", "\xBC\xD7\xB4\xE5\n");  // as an old editor saves it
    refused(init({"--name", "x", "--sites", county.path("sites.txt")}), 1, "sites.txt: the sites file is not UTF-8");
    refused(init({"--name", "法院\n一"}), 2, "--name holds a line end");
    refused(init({"--name", "x", "--listen", "localhost:8443"}), 2, "for localhost 127.0.0.1");
    refused(init({"--name", "x", "--listen", "0.0.0.0:8443"}), 2, "--hub-host");
    refused(init({"--name", "x", "--hub-host", "bad host"}), 2, "\"bad host\"");
    county.write("sites.txt", "\xEF\xBB\xBF甲村\r\n");
    const Json made =
        county.json({"court", "init", "--dir", county.path("new"), "--code", "330199", "--name", "x", "--sites",
                     county.path("sites.txt"), "--listen", "0.0.0.0:8443", "--hub-host", "hub.example"});
    CHECK(made.at("sites") == Json::array({"甲村"}));
    CHECK(made.at("hub_url") == "https://hub.example:8443");
    county.json({"enrol", "kiosk", "--court", county.path("new"), "--site", "甲村", "--home", county.path("k")});

    // Whoever writes another hub.toml needs the key that this court's documents are signed with.
    const test::Ran plain = county.ctl({"court", "init", "--dir", county.path("plain"), "--code", "330199", "--name",
                                        "x", "--listen", "127.0.0.1:8443"});
    REQUIRE_MESSAGE(plain.code == 0, plain.err);
    const std::string says = "Its root public key: ";
    const std::size_t at = plain.out.find(says);
    REQUIRE(at != std::string::npos);
    const std::string key = plain.out.substr(at + says.size(), 64);
    CHECK(plain.out.at(at + says.size() + 64) == '\n');
    CHECK(county.read("plain/hub/hub.toml").find("root_key = \"" + key + '"') != std::string::npos);
    CHECK(county.read("plain/court.pub").find("root = \"" + key + '"') != std::string::npos);
}

TEST_CASE("pack sign that cannot write its file leaves the court's current pack as it is") {
    const test::County county;
    const std::string before = county.read("court/pack.cyp");
    refused(county.ctl({"pack", "sign", "assets/packs/zhejiang-demo", "--court", county.path("court"), "--out",
                        county.path("nowhere/x")}),
            1, "nowhere/x");
    CHECK(county.read("court/pack.cyp") == before);
    CHECK(county.read("court/hub/documents/pack.cyp") == before);
    county.json(
        {"pack", "sign", "assets/packs/zhejiang-demo", "--court", county.path("court"), "--out", county.path("x")});
    CHECK(county.read("x") == county.read("court/pack.cyp"));
}

TEST_CASE("a passphrase comes from a pipe as well as from a file") {
    test::County county;
    county.enrol_staff("judge", "钟法官", "judge");
    const auto from_pipe = [&](const std::string& words) {
        return test::run({"/bin/bash", "-c",
                          "exec \"$0\" inbox --home \"$1\" --json --passphrase-file <(printf '" + words + "')",
                          (test::program_folder() / "courtyardctl").string(), county.path("judge")});
    };
    const test::Ran ran = from_pipe("correct horse\\nmore\\n");
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
    CHECK(Json::parse(ran.out).at("count") == 0);
    CHECK(from_pipe("\\xEF\\xBB\\xBFcorrect horse\\r\\n").code == 0);
    refused_in_json(from_pipe("wrong"), 1, "passphrase.wrong", "passphrase");
    refused_in_json(from_pipe(""), 1, "passphrase.empty", "is empty");
    refused(county.ctl({"inbox", "--home", county.path("judge"), "--passphrase-file", county.path("")}), 1,
            "is a folder");
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
            {"file", county.path("bad.json"), "--home", county.path("kiosk"), "--out", county.path("slip")});
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
    refused(as("judge", {"show", "d1d"}), 1, "at least the first 4 characters");
    county.write("passphrase", "wrong\n");
    refused(as("judge", {"inbox"}), 1, "passphrase");
    county.write("passphrase", "");
    refused(as("judge", {"inbox"}), 1, "empty");
    refused(county.ctl({"inbox", "--home", county.path("judge")}), 2, "--passphrase-file");
}

TEST_CASE("an answer is one of five, in its order, with what belongs to it and nothing else") {
    test::County county;
    county.enrol_kiosk("kiosk");
    county.enrol_staff("judge", "钟法官", "judge");
    const std::string number = county.file("kiosk", county.application(), "slip").at("receipt_number");
    county.staff("judge", {"recover", "--image", county.path("slip/slip.png")});
    const auto answer = [&](std::vector<std::string> more) {
        std::vector<std::string> line = {
            "answer", number, "--home", county.path("judge"), "--passphrase-file", county.path("passphrase"),
            "--state"};
        line.insert(line.end(), more.begin(), more.end());
        return county.ctl(line);
    };
    for (const char* state : {"DECIDED_GRANT", "URGENT_PAID", "TO_FILING", "PAID", "SYNCED", "granted", ""})
        refused(answer({state}), 2, "received, asking, needs_more, filed, not_filed");
    refused(answer({"filed"}), 2, "--number");
    refused(answer({"filed", "--number", "999"}), 2, "no case number");
    refused(answer({"received", "--papers", "x"}), 2, "needs_more only");
    refused(answer({"received", "--number", "（2026）浙0199司救执1号"}), 2, "filed only");
    refused(answer({"needs_more"}), 2, "--papers");
    refused(answer({"needs_more", "--text", "请补材料"}), 2, "--papers");
    refused(answer({"needs_more", "--papers", "a,,b"}), 2, "paper 2 of --papers is empty");
    refused(answer({"needs_more", "--papers", "a,b,"}), 2, "paper 3 of --papers is empty");
    refused(answer({"needs_more", "--papers", "a", "--papers", ""}), 2, "paper 2 of --papers is empty");
    refused(answer({"not_filed", "--text", " "}), 2, "reasons");
    CHECK(county.staff("judge", {"status"}).at("outbox").at("queued") == 1);  // the recovered application alone
    CHECK(answer({"asking"}).code == 0);
    refused(answer({"asking"}), 1, "cannot follow");
    refused(answer({"received"}), 1, "but needs_more, filed, not_filed can");
    CHECK(answer({"NEED_MORE", "--papers", "判决书, 户口簿", "--papers", "委托书"}).code == 0);
    const Json shown = county.staff("judge", {"show", number});
    CHECK(shown.at("history").at(1).at("papers") == Json::array({"判决书", "户口簿", "委托书"}));
    CHECK(answer({"filed", "--number", "(2026)浙0199司救执1号"}).code == 0);
    CHECK(county.staff("judge", {"show", number}).at("history").at(2).at("number") == "（2026）浙0199司救执1号");
    refused(answer({"not_filed", "--text", "x"}), 1, "nor can any other");
}

TEST_CASE("sync says what is the matter: nothing waits, or something was set aside") {
    test::County county;
    county.enrol_kiosk("kiosk");
    const auto sync = [&] { return county.ctl({"sync", "--once", "--home", county.path("kiosk"), "--json"}); };
    refused_in_json(sync(), 1, "link.down", "nothing waits to be sent");
    CHECK(sync().err.find("not sent yet") == std::string::npos);
    county.file("kiosk", county.application(), "slip");
    refused_in_json(sync(), 1, "link.down", "not sent yet: 1 record(s) wait");
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
    const std::vector<std::string> shadow = {"LD_PRELOAD=libsqlite3.so.0", "ASAN_OPTIONS=verify_asan_link_order=0"};
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
    for (const char* key : {"rule", "primary", "also", "reasons", "would_change", "ways", "doors"})
        CHECK_MESSAGE(screened.contains(key), key);
    const Json checked = county.json({"pack", "check", "assets/packs/zhejiang-demo"});
    CHECK(checked.at("ok") == true);
}
