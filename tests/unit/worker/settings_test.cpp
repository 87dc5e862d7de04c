#include <doctest/doctest.h>

#include "app/worker/china_time.hpp"
#include "app/worker/court_folder.hpp"
#include "app/worker/home.hpp"
#include "sync/base/random.hpp"

using namespace courtyard;

TEST_CASE("machine.toml is read back as it was written, and what is wrong is named") {
    worker::MachineConfig config;
    config.court = "330199";
    config.court_name = "测试县\"人民\\法院\n";
    config.kind = mail::MachineKind::Laptop;
    config.machine.bytes = {1, 2, 3, 4, 5, 6, 7, 8};
    config.person = base::PersonId{};
    config.person_name = "毕䶮";
    config.role = mail::Role::Registrar;
    config.hub_url = "https://[::1]:8443";
    config.poll_s = 30;
    const std::string text = worker::print_machine_config(config);
    const auto back = worker::parse_machine_config(text);
    REQUIRE_MESSAGE(back.has_value(), back.error().message);
    CHECK(*back == config);

    const auto says = [&](const std::string& toml, const std::string& word) {
        const auto wrong = worker::parse_machine_config(toml);
        REQUIRE_FALSE(wrong.has_value());
        CHECK_MESSAGE(wrong.error().message.find(word) != std::string::npos, wrong.error().message);
    };
    says("kind = ", "line 1");
    says("court = \"a\"\nkind ＝ \"kiosk\"\n", "line 2: a character beyond ASCII");
    says("colour = \"red\"\n", "colour");
    says("kind = \"toaster\"\n", "kind");
    says(text + "site = 3\n", "site");
}

TEST_CASE("the printer of machine.toml is read back as it was written, and a mistake gets one sentence") {
    worker::MachineConfig config;
    config.court = "330199";
    config.hub_url = "https://hub.example:8443";
    config.site = "云坞村共享法庭";
    for (const char* word : {"thermal:58:/dev/usb/lp0", "tcp:80:192.168.1.50:9100", "tcp:58:[fd00::5]:9100",
                             "file:80:/srv/papers", "file:a4:/srv/papers", "a4:laser", "a4"}) {
        config.printer = printer::parse_word(word).value();
        const auto back = worker::parse_machine_config(worker::print_machine_config(config));
        REQUIRE_MESSAGE(back.has_value(), back.error().message);
        CHECK(*back == config);
    }
    config.printer.reset();
    const std::string plain = worker::print_machine_config(config);
    CHECK_FALSE(worker::parse_machine_config(plain)->printer.has_value());
    for (const auto& [lines, word] : {std::pair{"kind = \"laser\"", "kind must be"},
                                      {"kind = \"a4\"\ncolour = \"red\"", "unknown key colour"},
                                      {"kind = \"thermal\"\nwidth = 57\ndevice = \"/dev/usb/lp0\"", "58 or 80"},
                                      {"kind = \"thermal\"\nwidth = 58\ndevice = 3", "text in quotes"},
                                      {"kind = \"tcp\"\nwidth = 58\naddress = \"printer:9100\"", "in numbers"}}) {
        const auto wrong = worker::parse_machine_config(plain + "[printer]\n" + lines);
        REQUIRE_FALSE(wrong.has_value());
        CHECK(wrong.error().code == "home.machine_toml");
        CHECK_MESSAGE(wrong.error().message.find(word) != std::string::npos, wrong.error().message);
    }
}

TEST_CASE("reported: court.pub asks for the key that it takes, in hexadecimal") {
    base::SeededRandom random(4);
    const seal::VerifyKey root = seal::SigningKey::make(random).public_key();
    const std::string text = worker::print_court_public({root, "PEM\n"});
    const auto back = worker::parse_court_public(text);
    REQUIRE_MESSAGE(back.has_value(), back.error().message);
    CHECK(back->root == root);
    std::string other = text;
    other.replace(other.find(root.text()), 64, std::string(43, 'A'));
    const auto wrong = worker::parse_court_public(other);
    REQUIRE_FALSE(wrong.has_value());
    CHECK(wrong.error().code == "home.court_pub");
    CHECK(wrong.error().message.find("64 hexadecimal characters in lower case") != std::string::npos);
}

TEST_CASE("sites are read from lines, TOML and JSON; the wrong entry is named") {
    const std::vector<std::string> two = {"云坞村共享法庭", "石桥镇共享法庭"};
    CHECK(worker::parse_sites("# sites\n云坞村共享法庭  # first\r\n\n  石桥镇共享法庭").value() == two);
    CHECK(worker::parse_sites("sites = [\"云坞村共享法庭\", \"石桥镇共享法庭\"]").value() == two);
    CHECK(worker::parse_sites("[\"云坞村共享法庭\", {\"name\": \"石桥镇共享法庭\"}]").value() == two);
    CHECK(worker::parse_sites("{\"sites\": [\"云坞村共享法庭\", \"石桥镇共享法庭\"]}").value() == two);
    CHECK_FALSE(worker::parse_sites("").has_value());
    CHECK_FALSE(worker::parse_sites("[1]").has_value());
    CHECK_FALSE(worker::parse_sites("[").has_value());
    CHECK_FALSE(worker::parse_sites("sites = [1]").has_value());
    CHECK_FALSE(worker::parse_sites("sites = [\"甲\"，\"乙\"]").has_value());
    CHECK_FALSE(worker::parse_sites("甲\n甲\n").has_value());
    CHECK_FALSE(worker::parse_sites(std::string(121, 'x')).has_value());
}

TEST_CASE("moments are told in China's time and in UTC, also before 1970") {
    CHECK(worker::china_time({1'795'424'645'000}) == "2026-11-23 17:04");
    CHECK(worker::utc_time({1'795'424'645'000}) == "2026-11-23T09:04:05Z");
    CHECK(worker::utc_time({-1}) == "1969-12-31T23:59:59Z");
}
