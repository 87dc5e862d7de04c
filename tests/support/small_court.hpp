// A court in a temporary folder with a kiosk and laptops, all in this process: what tests of the worker act on.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "app/worker/court_folder.hpp"
#include "app/worker/enrolling.hpp"
#include "app/worker/filing.hpp"
#include "app/worker/machine.hpp"
#include "tests/support/field_text.hpp"
#include "tests/support/temp_folder.hpp"

namespace courtyard::test {

class SmallCourt {
public:
    static constexpr base::Instant kNow{1'795'424'400'000};  // 2026-11-23 in China

    explicit SmallCourt(std::uint64_t seed = 1) : random(seed) {
        worker::NewCourt court;
        court.folder = folder / "court";
        court.code = "330199";
        court.name = "测试县人民法院";
        court.sites = {"云坞村共享法庭", "石桥镇共享法庭"};
        court.pack = "assets/packs/zhejiang-demo";
        const auto made = worker::init_court(court, kNow, random);
        REQUIRE_MESSAGE(made.has_value(), made.error().message);
    }

    [[nodiscard]] std::filesystem::path home(const std::string& name) const { return folder / name; }

    std::unique_ptr<worker::Machine> kiosk(const std::string& name = "kiosk") {
        const auto enrolled = worker::enrol_kiosk({folder / "court", "云坞村共享法庭", home(name)}, kNow, random);
        REQUIRE_MESSAGE(enrolled.has_value(), enrolled.error().message);
        return open(name);
    }
    // The laptop of a body that the court asks for help.
    std::unique_ptr<worker::Machine> partner(const std::string& name, const std::string& body) {
        return laptop(name, mail::Role::Partner, body);
    }
    std::unique_ptr<worker::Machine> laptop(const std::string& name, mail::Role role, const std::string& body = {}) {
        worker::NewStaff staff;
        staff.court = folder / "court";
        staff.name = name;
        staff.role = role;
        staff.body = body;
        staff.home = home(name);
        staff.passphrase = base::as_bytes(kPassphrase);
        staff.scrypt_log2_n = 15;
        const auto enrolled = worker::enrol_staff(staff, kNow, random);
        REQUIRE_MESSAGE(enrolled.has_value(), enrolled.error().message);
        return open(name);
    }
    std::unique_ptr<worker::Machine> open(const std::string& name) {
        auto machine = worker::Machine::open({.home = home(name), .passphrase = base::as_bytes(kPassphrase)}, random);
        REQUIRE_MESSAGE(machine.has_value(), machine.error().message);
        return std::move(*machine);
    }

    // The pack's example, or what `json` says, as a submission.
    static worker::Submission submission(const worker::Machine& machine, const std::string& json = {}) {
        auto parsed = worker::parse_submission(machine.pack(), json.empty() ? machine.pack().example_json : json);
        REQUIRE_MESSAGE(parsed.has_value(), parsed.error().message);
        return std::move(*parsed);
    }
    worker::Receipt file(worker::Machine& machine, const std::string& json = {}) {
        auto receipt = worker::file(machine, submission(machine, json), kNow, random);
        REQUIRE_MESSAGE(receipt.has_value(), receipt.error().message);
        return std::move(*receipt);
    }

    // Carries every record of one machine's outbox into the others, as a hub would: in order, with its number.
    void carry(worker::Machine& from, const std::vector<worker::Machine*>& to);

    static constexpr std::string_view kPassphrase = "correct horse battery";
    TempFolder folder;
    base::SeededRandom random;
    std::uint64_t hub_sequence = 0;
};

namespace small_court {
inline constexpr base::Instant kNow = SmallCourt::kNow;
}

}  // namespace courtyard::test
