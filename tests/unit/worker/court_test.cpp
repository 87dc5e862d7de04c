// Making a court and signing its pack: what is wrong is named, and nothing is left half done.
#include <doctest/doctest.h>

#include "app/worker/court_folder.hpp"
#include "app/worker/hub_address.hpp"
#include "app/worker/roster_name.hpp"
#include "app/worker/toml_text.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/tls_identity.hpp"
#include "tests/support/small_court.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;
namespace fs = std::filesystem;

namespace {

using test::small_court::kNow;

worker::NewCourt new_court(const fs::path& folder) {
    worker::NewCourt court;
    court.folder = folder;
    court.code = "330199";
    court.name = "测试县人民法院";
    court.sites = {"云坞村共享法庭"};
    court.pack = "assets/packs/zhejiang-demo";
    return court;
}

const std::string kGb18030 = "\xBC\xD7\xB4\xE5";  // two characters as an old editor saves them

std::string content(const fs::path& path) { return std::string(base::as_text(os::read_file(path, 64u << 20).value())); }

}  // namespace

TEST_CASE("a sites file that is not UTF-8 is named with its line, and a byte order mark is skipped") {
    const auto refused = worker::parse_sites("# ours\n云坞村\n" + kGb18030 + "\n");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message.find("line 3") != std::string::npos);
    CHECK(refused.error().message.find("UTF-8") != std::string::npos);
    CHECK_FALSE(worker::parse_sites(std::string("\xFF\xFE\x32\x75\x51\x67\n\0", 8)).has_value());  // UTF-16

    const std::vector<std::string> two = {"甲村", "乙村"};
    CHECK(worker::parse_sites("\xEF\xBB\xBF甲村\r\n乙村\r\n").value() == two);
    CHECK(worker::parse_sites("\xEF\xBB\xBFsites = [\"甲村\", \"乙村\"]").value() == two);
    CHECK(worker::parse_sites("\xEF\xBB\xBF[\"甲村\", \"乙村\"]").value() == two);
    CHECK(worker::parse_sites("# our sites (a = b)\n甲村\n　乙村　\n").value() == two);
    CHECK(worker::parse_sites("[\" 甲村\", \"乙村 \"]").value() == two);
    const auto says = [](const std::string& file, const std::string& word) {
        const auto wrong = worker::parse_sites(file);
        REQUIRE_FALSE(wrong.has_value());
        CHECK_MESSAGE(wrong.error().message.find(word) != std::string::npos, wrong.error().message);
    };
    says("[\"甲村\", \"乙\\u0007村\"]", "site 2 holds");
    says("[\"甲村\", \"乙\\u200B村\"]", "site 2 holds");
    says("[\"甲村\", \"\"]", "site 2 is empty");
    says("甲村\n" + std::string(121, 'x'), "site 2 is too long: it has 121 bytes");
    says("甲村\n甲村\n", "twice");
}

TEST_CASE("a court that cannot be made leaves nothing, in its folder or beside it") {
    const test::TempFolder folder;
    base::SeededRandom random(1);
    const auto refused = [&](const worker::NewCourt& court, const std::string& code) {
        const auto made = worker::init_court(court, kNow, random);
        REQUIRE_FALSE(made.has_value());
        CHECK_MESSAGE(made.error().code == code, made.error().message);
        CHECK(fs::is_empty(folder.path()));
    };
    const fs::path deep = folder.path() / "a" / "b" / "court";
    for (const std::string& name : {kGb18030, std::string("测试\n法院"), std::string(), std::string("  "),
                                    std::string(121, 'x'), std::string("法院\xEF\xBB\xBF"), std::string(" 法院")}) {
        auto court = new_court(deep);
        court.name = name;
        refused(court, "court.name");
        court = new_court(deep);
        court.sites.push_back(name);
        refused(court, "court.sites");
    }
    auto court = new_court(deep);
    court.sites = {};
    refused(court, "court.sites");
    court = new_court(deep);
    court.pack = folder / "no pack";
    CHECK_FALSE(worker::init_court(court, kNow, random).has_value());
    CHECK(fs::is_empty(folder.path()));
    court = new_court(deep);
    court.listen = "localhost:8443";
    refused(court, "court.listen");
    court.listen = "0.0.0.0:8443";
    refused(court, "court.hub_host");

    // A folder of somebody's that has the name which the half-made court would take.
    fs::create_directories(folder / "court.new");
    REQUIRE(os::write_file(folder.path() / "court.new/mine", std::string_view("x"), os::Privacy::Public).has_value());
    CHECK(worker::init_court(new_court(folder / "court"), kNow, random).has_value());
    CHECK(content(folder.path() / "court.new/mine") == "x");
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 2);
}

TEST_CASE("the longest name of a court makes a certificate: it is cut where a character ends") {
    const test::TempFolder folder;
    base::SeededRandom random(1);
    auto court = new_court(folder / "court");
    court.name = "新疆维吾尔自治区巴音郭楞蒙古自治州和静县人民法院";
    REQUIRE(court.name.size() > 64);
    const auto made = worker::init_court(court, kNow, random);
    REQUIRE_MESSAGE(made.has_value(), made.error().message);
    CHECK(worker::open_court(folder / "court")->name == court.name);
    const auto facts = seal::inspect_certificate(content(folder.path() / "court/ca.pem"));
    REQUIRE(facts.has_value());
    CHECK(facts->common_name.size() == 63);
    CHECK(court.name.starts_with(facts->common_name));

    for (std::size_t bytes = 60; bytes < 70; ++bytes) {
        for (const std::string text :
             {"新疆维吾尔自治区巴音郭楞蒙古自治州和静县人民法院", "a新疆维吾尔自治区巴音郭楞蒙古自治州和静县人民法院",
              "𫖯𫖯𫖯𫖯𫖯𫖯𫖯𫖯𫖯𫖯𫖯𫖯𫖯𫖯𫖯𫖯𫖯𫖯𫖯𫖯"}) {
            const std::string_view start = worker::utf8_start(text, bytes);
            CHECK(start.size() <= bytes);
            CHECK(start.size() + 4 > bytes);
            CHECK(text.starts_with(start));
            CHECK(worker::check_roster_name(start, "x", "x").has_value());
        }
    }
    CHECK(worker::utf8_start("short", 64) == "short");
}

TEST_CASE("where a hub listens is judged as the hub judges it") {
    for (const char* good :
         {"127.0.0.1:8443", "[::1]:8443", "::1:8443", "10.1.2.3:1", "0.0.0.0:65535", "[fd00::7]:443"}) {
        CAPTURE(good);
        CHECK(worker::parse_listen(good).has_value());
    }
    for (const char* wrong :
         {"", "8443", ":8443", "localhost:8443", "hub.example:8443", "127.0.0.1", "127.0.0.1:", "127.0.0.1:0",
          "127.0.0.1:65536", "127.0.0.1:x", "127.0.0.1:84 43", "127.0.0.1:-1", "256.1.1.1:8443", "[::1:8443", "[]:8443",
          "127.1:8443", " 127.0.0.1:8443", "https://127.0.0.1:8443"}) {
        CAPTURE(wrong);
        const auto refused = worker::parse_listen(wrong);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == "court.listen");
    }
    CHECK_FALSE(worker::parse_listen("127.0.0.1:8443")->is_everywhere);
    for (const char* every : {"0.0.0.0:1", "[::]:1", "[0:0:0:0:0:0:0:0]:1", "[::ffff:0.0.0.0]:1"}) {
        CAPTURE(every);
        CHECK(worker::parse_listen(every)->is_everywhere);
        CHECK(worker::hub_names(*worker::parse_listen(every), {}).error().message.find("--hub-host") !=
              std::string::npos);
        CHECK(worker::hub_names(*worker::parse_listen(every), {"hub.example"})->url == "https://hub.example:1");
    }
}

TEST_CASE("names under which a hub is reached are host names or addresses, the wrong one is named") {
    const worker::Listen listen = worker::parse_listen("127.0.0.1:8443").value();
    using Names = std::vector<std::string>;
    CHECK(worker::hub_names(listen, {})->url == "https://127.0.0.1:8443");
    CHECK(worker::hub_names(listen, {})->hosts == Names{"127.0.0.1", "localhost"});
    CHECK(worker::hub_names(listen, {"hub-1.example.cn", "10.0.0.7"})->url == "https://hub-1.example.cn:8443");
    CHECK(worker::hub_names(listen, {"[::1]"})->url == "https://[::1]:8443");
    CHECK(worker::hub_names(listen, {"::1"})->hosts == Names{"::1"});
    for (const char* wrong : {"bad host", "", "-hub", "hub-", "hub..example", "hub.example:8443", "https://hub", "法院",
                              "1.2.3", "999.1.1.1", "hub_1", "hub,evil"}) {
        CAPTURE(wrong);
        const auto refused = worker::hub_names(listen, {"good.example", wrong});
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().message.find("\"" + std::string(wrong) + "\"") != std::string::npos);
    }
    CHECK_FALSE(worker::hub_names(listen, Names(15, "hub.example")).has_value());
    CHECK_FALSE(worker::hub_names(listen, {std::string(64, 'a')}).has_value());
}

TEST_CASE("pack sign writes its file and publishes, or does neither") {
    test::SmallCourt small;
    const auto court = worker::open_court(small.home("court")).value();
    const fs::path hub = court.hub() / "documents" / worker::kPackDocument;
    const std::string before = content(court.pack_path());
    const base::Instant later = kNow + 1'000;
    const auto unchanged = [&] { return content(court.pack_path()) == before && content(hub) == before; };

    fs::create_directory(small.home("folder"));
    for (const fs::path& out : {small.home("nowhere") / "x", small.home("folder")}) {
        CAPTURE(out.string());
        const auto refused = worker::sign_pack(court, "assets/packs/zhejiang-demo", out, later);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().message.find(out.string()) != std::string::npos);
        CHECK(unchanged());
    }
    // The hub's folder cannot be written: the file that was asked for does not appear either.
    fs::remove(hub);
    fs::create_directories(hub / "in the way");
    CHECK_FALSE(worker::sign_pack(court, "assets/packs/zhejiang-demo", small.home("out.cyp"), later).has_value());
    CHECK_FALSE(fs::exists(small.home("out.cyp")));
    CHECK(content(court.pack_path()) == before);
    fs::remove_all(hub);

    const auto file = worker::sign_pack(court, "assets/packs/zhejiang-demo", small.home("out.cyp"), later);
    REQUIRE_MESSAGE(file.has_value(), file.error().message);
    for (const fs::path& path : {small.home("out.cyp"), court.pack_path(), hub})
        CHECK(content(path) == base::as_text(*file));
    CHECK(worker::sign_pack(court, "assets/packs/zhejiang-demo", court.pack_path(), later).has_value());
}

TEST_CASE("settings files that an editor saved with a byte order mark are read") {
    test::SmallCourt small;
    const fs::path toml = small.home("court") / "court.toml";
    REQUIRE(os::write_file(toml, "\xEF\xBB\xBF" + content(toml), os::Privacy::Public).has_value());
    CHECK(worker::open_court(small.home("court")).has_value());
    const std::string_view keys[] = {"court"};
    CHECK(worker::parse_flat_toml("\xEF\xBB\xBF"
                                  "court = \"a\"\n",
                                  keys, "x", "x")
              ->text("court") == "a");
}

TEST_CASE("a person's name with a line end is refused in words that say so") {
    test::SmallCourt small;
    worker::NewStaff staff;
    staff.court = small.home("court");
    staff.home = small.home("judge");
    staff.passphrase = base::as_bytes(test::SmallCourt::kPassphrase);
    staff.scrypt_log2_n = 15;
    staff.name = "钟\n法官";
    const auto refused = worker::enrol_staff(staff, kNow, small.random);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message.find("line end") != std::string::npos);
}

TEST_CASE("a second laptop under a name that has one is refused, unless it is said to be somebody else's") {
    test::SmallCourt small;
    (void)small.laptop("毛怀谷", mail::Role::Committee);
    worker::NewStaff staff;
    staff.court = small.home("court");
    staff.home = small.home("again");
    staff.passphrase = base::as_bytes(test::SmallCourt::kPassphrase);
    staff.scrypt_log2_n = 15;
    staff.name = " 毛怀谷";
    staff.role = mail::Role::Leader;
    const auto refused = worker::enrol_staff(staff, kNow, small.random);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == "enrol.name");
    CHECK_FALSE(fs::exists(small.home("again")));
    // The controls: somebody else of that name, and another name.
    staff.name = "毛怀谷";
    staff.is_another = true;
    CHECK(worker::enrol_staff(staff, kNow, small.random).has_value());
    staff.is_another = false;
    staff.home = small.home("other");
    staff.name = "毛怀山";
    CHECK(worker::enrol_staff(staff, kNow, small.random).has_value());
}
