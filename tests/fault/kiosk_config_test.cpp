// kiosk_config/: a machine that was provisioned passes every check, and each check fails when, and only when, what it
// looks at is spoilt.
#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "tests/fault/kiosk_machine.hpp"

using namespace courtyard;
namespace fs = std::filesystem;

namespace {

// Every number below 2^bits with just `weight` bits: none of them contains another.
std::vector<unsigned> codes_of(std::size_t count, int& bits) {
    for (bits = 4;; ++bits) {
        std::vector<unsigned> codes;
        for (unsigned code = 0; code < (1U << bits); ++code)
            if (std::popcount(code) == bits / 2) codes.push_back(code);
        if (codes.size() >= count) return codes;
    }
}

}  // namespace

TEST_CASE("a provisioned machine passes every check") {
    const test::KioskMachine machine;
    CHECK(machine.wrong() == std::set<std::string>{});
    CHECK(test::KioskMachine::checks().size() >= 40);
    std::set<std::string> ids;
    for (const test::MachineCheck& check : test::KioskMachine::checks())
        CHECK_MESSAGE(ids.insert(check.id).second, check.id);
}

TEST_CASE("each check fails when what it looks at is spoilt, and no other does") {
    const test::KioskMachine machine;
    std::vector<test::MachineCheck> checks = test::KioskMachine::checks();
    std::erase_if(checks, [](const auto& check) { return check.kind == "settings"; });  // a case of its own below
    std::size_t ways = 0;
    for (const test::MachineCheck& check : checks) {
        REQUIRE_MESSAGE(test::spoils().contains(check.kind), "nobody can spoil " << check.id);
        ways = std::max(ways, test::spoils().at(check.kind).size());
    }
    // Many at once, each setting in rounds of its own: as no setting's rounds contain another's, a check that failed
    // for somebody else's spoiling would fail in a round in which its own was well.
    int rounds = 0;
    const std::vector<unsigned> codes = codes_of(checks.size(), rounds);
    for (std::size_t way = 0; way < ways; ++way) {
        for (int round = 0; round < rounds; ++round) {
            machine.restore();
            std::set<std::string> expected;
            for (std::size_t i = 0; i < checks.size(); ++i) {
                const auto& known = test::spoils().at(checks[i].kind);
                if (way >= known.size() || (codes[i] >> static_cast<unsigned>(round) & 1U) == 0) continue;
                known[way].spoil(machine, checks[i]);
                expected.insert(checks[i].id);
            }
            const std::set<std::string> wrong = machine.wrong();
            std::vector<std::string> differ;
            std::set_symmetric_difference(wrong.begin(), wrong.end(), expected.begin(), expected.end(),
                                          std::back_inserter(differ));
            for (const std::string& id : differ)
                CHECK_MESSAGE(false, id << (wrong.contains(id) ? " failed although it was well" : " did not fail")
                                        << " (way " << way << ", round " << round << ")");
        }
    }
}

TEST_CASE("a machine whose own settings are lost or spoilt says so") {
    const test::KioskMachine machine;
    const auto says = [&](const char* expected) {
        const test::Ran ran = test::run({"kiosk_config/verify", "--root", machine.root()});
        CHECK(ran.code == 1);
        CHECK_MESSAGE(ran.out.find("WRONG  settings") == 0, ran.out);
        CHECK_MESSAGE(ran.out.find(expected) != std::string::npos, ran.out);
    };
    const fs::path file = machine.at("/etc/courtyard/provision.toml");
    machine.write(file, machine.read(file) + "colour = \"blue\"\n");
    says("'colour' is no setting");
    fs::remove(file);
    says("provision again");
}

TEST_CASE("provisioning again changes nothing, and mends what was spoilt") {
    const test::KioskMachine machine;
    const auto again = [&] {
        return test::run({"kiosk_config/provision", "--root", machine.root(), "kiosk_config/provision.example.toml"});
    };
    const test::Ran second = again();
    CHECK(second.code == 0);
    CHECK_MESSAGE(second.out.find("   /etc") == std::string::npos, second.out);
    machine.write(machine.at("/etc/nftables.conf"), "");
    fs::remove(machine.at("/etc/systemd/system/getty@.service"));
    CHECK(machine.wrong().size() > 1);
    const test::Ran third = again();
    CHECK_MESSAGE(third.code == 0, (third.out + third.err));
    CHECK(machine.wrong().empty());
}

TEST_CASE("what a site chose is what its machine gets") {
    test::TempFolder folder;
    const std::string root = (folder / "root").string();
    fs::create_directory(root);
    fs::create_directories(folder / "root/etc");
    const test::KioskMachine example;
    example.write(folder / "root/etc/fstab", "/dev/sda1 / ext4 rw 0 1\n/dev/sda2 none swap sw 0 0\n");
    example.write(folder / "root/etc/hosts", "127.0.0.1 localhost\n10.9.9.9 hub.example\n");
    example.write(folder / "other.toml",
                  "hub_host = \"hub.county\"\nhub_address = \"fd00::7\"  # inside\nhub_port = \"443\"\ninput = "
                  "\"mouse\"\nkeyboard = \"yes\"\nsticks = \"no\"\nprinter = \"cups\"\nusb_allow = []\n");
    const test::Ran ran = test::run({"kiosk_config/provision", "--root", root, (folder / "other.toml").string()});
    CHECK_MESSAGE(ran.code == 0, (ran.out + ran.err));
    const auto text = [&](const std::string& path) { return example.read(root + path); };
    CHECK(text("/etc/nftables.conf").find("meta skuid courtyard ip6 daddr fd00::7 tcp dport 443 accept") !=
          std::string::npos);
    CHECK(text("/etc/systemd/system/courtyard-mail.service").find("IPAddressAllow=fd00::7\n") != std::string::npos);
    CHECK(text("/etc/systemd/system/courtyard-display.service").find("-nocursor") == std::string::npos);
    CHECK(text("/etc/X11/xorg.conf.d/90-courtyard.conf").find("\"Ignore\" \"off\"") != std::string::npos);
    CHECK(text("/etc/hosts") == "127.0.0.1 localhost\n10.9.9.9 hub.example\nfd00::7 hub.county\n");
    CHECK(text("/etc/fstab").find("\n# no swap on a kiosk: /dev/sda2") != std::string::npos);
    CHECK(text("/etc/courtyard/usb.allow").find("sticks") == std::string::npos);
    CHECK_FALSE(fs::is_symlink(root + "/etc/systemd/system/cups.service"));
    CHECK(fs::is_symlink(example.at("/etc/systemd/system/cups.service")));
}

TEST_CASE("a provision file that cannot be right is refused in one sentence, and nothing is done") {
    const test::KioskMachine example;
    const std::string good = example.read("kiosk_config/provision.example.toml");
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string text = good;
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        return text.replace(at, from.size(), to);
    };
    const std::pair<std::string, const char*> bad[] = {
        {"", "'hub_host' is missing"},
        {with("hub_address = \"10.0.0.5\"", "hub_address = \"10.0.0.256\""), "256 is above 255"},
        {with("hub_address = \"10.0.0.5\"", "hub_address = \"any\""), "hub_address must be one address"},
        {with("hub_address = \"10.0.0.5\"", "hub_address = \"10.0.0.0/8\""), "hub_address must be one address"},
        {with("hub_port = \"8443\"", "hub_port = \"70000\""), "hub_port must be"},
        {with("hub_host = \"hub.example\"", "hub_host = \"https://hub\""), "hub_host must be"},
        {with("input = \"touch\"", "input = \"finger\""), "'input' must be one of: touch mouse"},
        {with("input = \"touch\"", "input = touch"), "must be a text in quotes"},
        {with("\"0416:5011 receipt printer\"", "\"printer\""), "must begin with vendor:product"},
        {with("]\n", "\n"), "never closed"},
        {good + "hub_port = \"1\"\n", "was said before"},
        {good + "$(touch /tmp/never)\n", "expected name"},
        {good + "home = \"/nowhere\"\n", "no machine.toml"},
    };
    test::TempFolder folder;
    fs::create_directory(folder / "root");
    for (const auto& [text, expected] : bad) {
        CAPTURE(expected);
        example.write(folder / "provision.toml", text);
        const test::Ran ran = test::run(
            {"kiosk_config/provision", "--root", (folder / "root").string(), (folder / "provision.toml").string()});
        CHECK(ran.code == 2);
        CHECK_MESSAGE(ran.err.find(expected) != std::string::npos, ran.err);
        CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
        CHECK(fs::is_empty(folder / "root"));
    }
}

TEST_CASE("every unit is within the score of a sandbox, and an open one is not") {
    const test::KioskMachine machine;
    const auto score = [](const fs::path& unit) {
        return test::run({"/usr/bin/systemd-analyze", "security", "--offline=true", "--threshold=20", unit.string()});
    };
    for (const char* unit : {"courtyard-display.service", "courtyard-kiosk.service", "courtyard-mail.service",
                             "courtyard-carry@.service"}) {
        const test::Ran ran = score(machine.at(std::string("/etc/systemd/system/") + unit));
        CHECK_MESSAGE(ran.code == 0, unit << ran.out.substr(ran.out.find("Overall")) << ran.err);
    }
    CHECK(score(fs::absolute("kiosk_config/hub/courtyard-hub.service")).code == 0);
    test::TempFolder folder;
    machine.write(folder / "open.service", "[Service]\nExecStart=/bin/true\n");
    CHECK(score(folder / "open.service").code != 0);
}

TEST_CASE("systemd understands every unit") {
    const test::KioskMachine machine;
    for (const char* program : {"/usr/lib/courtyard/bin/courtyard-kiosk", "/usr/lib/courtyard/bin/courtyardctl",
                                "/usr/lib/xorg/Xorg", "/bin/rm"}) {
        fs::create_directories(machine.at(program).parent_path());
        machine.write(machine.at(program), "#!/bin/sh\n");
        fs::permissions(machine.at(program), fs::perms::all);
    }
    const auto understood = [&](const char* unit) {
        const test::Ran ran = test::run({"/usr/bin/systemd-analyze", "verify", "--man=no", "--generators=no",
                                         "--recursive-errors=no", "--root=" + machine.root(), unit});
        return ran.code == 0 ? ran.err : "exit code " + std::to_string(ran.code) + ran.err;
    };
    for (const char* unit : {"courtyard-display.service", "courtyard-kiosk.service", "courtyard-mail.service",
                             "courtyard-carry@sdb1.service", "run-stick.mount"})
        CHECK_MESSAGE(understood(unit) == "", unit << ": " << understood(unit));
    const fs::path kiosk = machine.at("/etc/systemd/system/courtyard-kiosk.service");
    machine.write(kiosk, machine.read(kiosk) + "[Service]\nProtectEverything=yes\n");
    CHECK(understood("courtyard-kiosk.service") != "");
}

TEST_CASE("every unit starts its program with words that the program takes") {
    const test::TempFolder nowhere;
    // A program that cannot take the words speaks of --help; one that can gets as far as the home that is not there.
    const auto takes = [&nowhere](const std::string& line) {
        std::istringstream words(line.substr(line.find('=') + 1));
        std::vector<std::string> command;
        for (std::string word; words >> word;) {
            if (const auto at = word.find("/var/lib/"); at == 0) word = (nowhere / "none").string();
            command.push_back(word);
        }
        command.front() = (test::program_folder() / fs::path(command.front()).filename()).string();
        const test::Ran ran = test::run(command, {"DISPLAY="});
        return ran.code != 0 && ran.code != 127 && (ran.out + ran.err).find("--help") == std::string::npos;
    };
    std::map<std::string, bool> units;
    for (const char* folder : {"kiosk_config/root/etc/systemd/system", "kiosk_config/hub"})
        for (const auto& entry : fs::directory_iterator(folder)) {
            std::ifstream unit(entry.path());
            for (std::string line; std::getline(unit, line);)
                if (line.starts_with("ExecStart=/usr/lib/courtyard/bin/")) units[entry.path().filename()] = takes(line);
        }
    CHECK(units.size() == 4);
    for (const auto& [unit, is_taken] : units) {
        const std::string& name = unit;
        CHECK_MESSAGE(is_taken, name);
    }
    // The control: what the kiosk's unit said once.
    CHECK_FALSE(takes("ExecStart=/usr/lib/courtyard/bin/courtyard-kiosk --home /var/lib/x --mail unit"));
}

TEST_CASE("the scripts are sound by shellcheck") {
    std::vector<std::string> words = {
        "/usr/bin/shellcheck",       "-x", "-P", "kiosk_config", "kiosk_config/provision", "kiosk_config/verify",
        "kiosk_config/settings.bash"};
    for (const auto& entry : fs::directory_iterator("kiosk_config/root/usr/lib/courtyard"))
        words.push_back(entry.path().string());
    const test::Ran ran = test::run(words);
    CHECK_MESSAGE(ran.code == 0, (ran.out + ran.err));
}
