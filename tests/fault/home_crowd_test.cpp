// Several processes on one home at once, filing and syncing: nothing lost, nothing doubled, nothing set aside.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <set>
#include <thread>

#include "app/worker/filing.hpp"
#include "app/worker/forks.hpp"
#include "app/worker/syncing.hpp"
#include "app/worker/way_to_hub.hpp"
#include "sync/os/clock.hpp"
#include "tests/e2e/county.hpp"

using namespace courtyard;
using test::Json;
namespace fs = std::filesystem;

namespace {

constexpr int kFilers = 4, kSyncers = 2;
constexpr int kOpenings = 15, kFilingsEach = 5;  // of each filer: as `courtyardctl file` opens the home again and again
constexpr std::size_t kFilings = kFilers * kOpenings * kFilingsEach;

// In a child: what `act` says when something went wrong goes to a file, since a child has no assertions.
::pid_t in_child(const std::string& says, const std::function<std::string()>& act) {
    const ::pid_t child = ::fork();
    if (child != 0) return child;
    const std::string problem = act();
    if (!problem.empty()) std::ofstream(says) << problem;
    ::_exit(problem.empty() ? 0 : 1);
}

std::string file_many(const test::County& county, const std::string& application, const std::string& list) {
    std::ofstream filed(list);
    os::OsRandom random;
    for (int opening = 0; opening < kOpenings; ++opening) {
        auto machine = worker::Machine::open({.home = county.path("kiosk"), .passphrase = {}}, random);
        if (!machine) return machine.error().message;
        const auto submission = worker::parse_submission((*machine)->pack(), application);
        if (!submission) return submission.error().message;
        for (int i = 0; i < kFilingsEach; ++i) {
            const auto receipt = worker::file(**machine, *submission, os::now(), random);
            if (!receipt) return receipt.error().message;
            filed << receipt->record_id().text() << '\n' << std::flush;
        }
    }
    return {};
}

std::string sync_until(const test::County& county, const std::string& stop) {
    os::OsRandom random;
    while (!fs::exists(stop)) {
        auto machine = worker::Machine::open({.home = county.path("kiosk"), .passphrase = {}}, random);
        if (!machine) return machine.error().message;
        const auto courier = worker::way_to_hub(**machine, os::now());
        if (!courier) return courier.error().message;
        const auto report = worker::sync_once(**machine, **courier, os::now, random);
        if (!report) return report.error().message;
        if (report->problem && report->problem->code != "hub.busy") return report->problem->message;
        if (report->quarantined > 0) return std::to_string(report->quarantined) + " set aside";
    }
    return {};
}

struct Compared {
    std::size_t lost = 0, doubled = 0, strange = 0;
    friend bool operator==(const Compared&, const Compared&) = default;
};
Compared compare(const std::vector<std::string>& filed, const std::vector<std::string>& arrived) {
    Compared compared;
    for (const std::string& id : filed)
        compared.lost += std::count(arrived.begin(), arrived.end(), id) == 0 ? 1 : 0;
    const auto doubles = [](const std::vector<std::string>& all) {
        return all.size() - std::set<std::string>(all.begin(), all.end()).size();
    };
    compared.doubled = doubles(filed) + doubles(arrived);
    for (const std::string& id : arrived)
        compared.strange += std::count(filed.begin(), filed.end(), id) == 0 ? 1 : 0;
    return compared;
}

}  // namespace

TEST_CASE("300 filings by four processes while two sync: none lost, none doubled, none set aside") {
    test::County county;
    county.start_hub();
    county.enrol_kiosk("kiosk");
    county.enrol_staff("registrar", "沈登记", "registrar");
    const std::string application = county.application().dump();
    const std::string stop = county.path("stop");
    std::vector<::pid_t> filers, syncers;
    for (int i = 0; i < kFilers; ++i) {
        const std::string list = county.path("filed-" + std::to_string(i));
        filers.push_back(in_child(list + ".problem", [&] { return file_many(county, application, list); }));
    }
    for (int i = 0; i < kSyncers; ++i)
        syncers.push_back(
            in_child(county.path("sync-" + std::to_string(i) + ".problem"), [&] { return sync_until(county, stop); }));
    const auto well = [](::pid_t child) {
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    };
    for (std::size_t i = 0; i < filers.size(); ++i)
        CHECK_MESSAGE(well(filers[i]), county.read("filed-" + std::to_string(i) + ".problem"));
    county.write("stop", "");
    for (std::size_t i = 0; i < syncers.size(); ++i)
        CHECK_MESSAGE(well(syncers[i]), county.read("sync-" + std::to_string(i) + ".problem"));
    county.kiosk("kiosk", {"sync", "--once"});

    std::vector<std::string> filed, arrived;
    for (int i = 0; i < kFilers; ++i) {
        std::ifstream list(county.path("filed-" + std::to_string(i)));
        for (std::string id; std::getline(list, id);)
            filed.push_back(id);
    }
    county.staff("registrar", {"sync", "--once"});
    const Json inbox = county.staff("registrar", {"inbox"});
    for (const Json& entry : inbox.at("applications"))
        arrived.push_back(entry.at("id").get<std::string>());
    CHECK(filed.size() == kFilings);
    CHECK(compare(filed, arrived) == Compared{});
    const Json outbox = county.kiosk("kiosk", {"status"}).at("outbox");
    CHECK(outbox.at("durable") == kFilings);
    CHECK(outbox.at("queued") == 0);
    CHECK(outbox.at("quarantined") == 0);
    // One chain, without a gap and without a fork.
    base::SeededRandom random(1);
    const auto registrar = worker::Machine::open(
        {.home = county.path("registrar"), .passphrase = base::as_bytes("correct horse")}, random);
    REQUIRE_MESSAGE(registrar.has_value(), registrar.error().message);
    CHECK(worker::forks_of(**registrar, 10)->empty());
    std::set<std::uint64_t> numbers;
    const auto letters = (*registrar)->store().inbox.bodies("application", 10'000).value();
    for (const store::Letter& letter : letters)
        numbers.insert(seal::parse_body(letter.body)->seq);
    CHECK(numbers.size() == kFilings);
    CHECK(*numbers.rbegin() == kFilings);

    // The control: the comparison does see one that is missing, one that is there twice, and one that nobody filed.
    auto fewer = arrived;
    const std::string gone = fewer.back();
    fewer.pop_back();
    CHECK(compare(filed, fewer) == Compared{1, 0, 0});
    fewer.push_back(fewer.front());
    CHECK(compare(filed, fewer) == Compared{1, 1, 0});
    filed.erase(std::find(filed.begin(), filed.end(), gone));
    CHECK(compare(filed, arrived) == Compared{0, 0, 1});
}

TEST_CASE("three `sync --once` at once: what another one has taken away is not called set aside") {
    test::County county;
    county.enrol_kiosk("kiosk");
    {
        os::OsRandom random;
        auto machine = worker::Machine::open({.home = county.path("kiosk"), .passphrase = {}}, random);
        REQUIRE(machine.has_value());
        const auto submission = worker::parse_submission((*machine)->pack(), county.application().dump());
        for (int i = 0; i < 300; ++i)  // several batches
            REQUIRE(worker::file(**machine, *submission, os::now(), random).has_value());
    }
    county.start_hub();
    std::vector<test::Ran> ran(3);
    std::vector<std::thread> threads;
    for (test::Ran& each : ran) {
        threads.emplace_back([&] { each = county.ctl({"sync", "--once", "--json", "--home", county.path("kiosk")}); });
    }
    for (std::thread& each : threads)
        each.join();
    for (const test::Ran& each : ran) {
        REQUIRE_MESSAGE(each.code == 0, each.err);
        CHECK_MESSAGE(Json::parse(each.out).at("quarantined") == 0, each.out);
    }
    const Json outbox = county.kiosk("kiosk", {"status"}).at("outbox");
    CHECK(outbox.at("durable") == 300);
    CHECK(outbox.at("quarantined") == 0);
}
