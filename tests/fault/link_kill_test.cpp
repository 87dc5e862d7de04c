// The real program, killed in the middle of its work again and again: what it accepted is there, once.
#include <doctest/doctest.h>

#include <chrono>
#include <future>
#include <set>
#include <thread>
#include <utility>

#include "sync/os/files.hpp"
#include "tests/fault/link_machine.hpp"
#include "tests/fault/link_program.hpp"
#include "tests/support/running_hub.hpp"

using namespace courtyard;
using test::kNow;

namespace {

const mail::MailboxName kIntake{"330199", mail::Box::Intake};

std::unique_ptr<transport::HttpsCourier> courier_to(const test::RunningHub& files, const std::string& machine,
                                                    std::uint16_t port) {
    auto settings = files.settings(machine);
    settings.url = "https://127.0.0.1:" + std::to_string(port);
    return std::move(*transport::HttpsCourier::open(std::move(settings), kNow));
}

}  // namespace

TEST_CASE("kill -9 of the hub during batches loses no accepted record and doubles none") {
    test::MailCourt court;
    test::RunningHub files(court, "requests_per_minute = 1000000\n");
    files.stop();  // only its folder is used: the program runs on it
    std::vector<base::Bytes> sealed;
    for (int i = 0; i < 400; ++i)
        sealed.push_back(court.record());
    base::SeededRandom random(20261123);
    std::set<base::RecordId> accepted;
    std::size_t next = 0;
    for (int life = 0; life < 12; ++life) {
        test::HubProgram hub(files.config());
        const auto courier = courier_to(files, "kiosk", hub.port());
        std::promise<void> working;  // the first batch of this life was answered, or none ever will be
        std::thread killer([&, after = random.next() % 8'000] {
            working.get_future().wait();
            std::this_thread::sleep_for(std::chrono::microseconds(after));
            hub.kill();
        });
        bool is_first = true;
        for (;;) {  // the same records over and over, in batches, until the hub is gone
            std::vector<base::ByteView> batch;
            for (int i = 0; i < 5; ++i)
                batch.push_back(sealed[next++ % sealed.size()]);
            const auto answer = courier->put(kIntake, batch);
            if (std::exchange(is_first, false)) working.set_value();
            if (!answer) break;
            for (std::size_t i = 0; i < batch.size(); ++i) {
                REQUIRE(answer->outcomes[i].verdict == mail::Verdict::Accepted);
                REQUIRE(answer->outcomes[i].seq <= answer->durable_up_to);
                accepted.insert(test::MailCourt::id_of(batch[i]));
            }
        }
        killer.join();
    }
    test::HubProgram hub(files.config());
    const auto registrar = courier_to(files, "registrar", hub.port());
    std::set<base::RecordId> stored;
    std::uint64_t after = 0;
    for (;;) {
        const auto page = registrar->get({kIntake, after, 0, 1 << 20, 0});
        REQUIRE(page.has_value());
        for (const auto& each : page->views.records)
            CHECK(stored.insert(test::MailCourt::id_of(each.record)).second);
        after += page->views.records.size();
        if (after == page->views.head) break;
    }
    CHECK(accepted.size() > 5);
    for (const auto& id : accepted)
        CHECK(stored.contains(id));
    CHECK(hub.terminate() == 0);
}

TEST_CASE("control: a hub whose store went back to an older copy is caught by the same comparison") {
    test::MailCourt court;
    test::RunningHub files(court);
    files.stop();
    const auto database = files.folder() / "hub.db";
    std::set<base::RecordId> accepted;
    const auto put_five = [&] {
        test::HubProgram hub(files.config());
        const auto courier = courier_to(files, "kiosk", hub.port());
        for (int i = 0; i < 5; ++i) {
            const base::Bytes record = court.record();
            REQUIRE(courier->put(kIntake, std::vector<base::ByteView>{record}).has_value());
            accepted.insert(test::MailCourt::id_of(record));
        }
        CHECK(hub.terminate() == 0);
    };
    put_five();
    std::filesystem::copy_file(database, files.folder() / "older.db");
    put_five();
    for (const char* log : {"-wal", "-shm"})
        std::filesystem::remove(database.string() + log);
    std::filesystem::copy_file(files.folder() / "older.db", database,
                               std::filesystem::copy_options::overwrite_existing);
    test::HubProgram hub(files.config());
    const auto page = courier_to(files, "registrar", hub.port())->get({kIntake, 0, 0, 1 << 20, 0});
    REQUIRE(page.has_value());
    for (const auto& each : page->views.records)
        accepted.erase(test::MailCourt::id_of(each.record));
    CHECK(accepted.size() == 5);
}

TEST_CASE("SIGTERM ends the hub in order; what it had is there afterwards") {
    test::MailCourt court;
    test::RunningHub files(court);
    files.stop();
    const base::Bytes record = court.record();
    {
        test::HubProgram hub(files.config());
        CHECK(std::to_string(hub.port()) + "\n" == base::as_text(*os::read_file(files.folder() / "hub.port", 100)));
        const auto courier = courier_to(files, "kiosk", hub.port());
        REQUIRE(courier->put(kIntake, std::vector<base::ByteView>{record}).has_value());
        CHECK(hub.terminate() == 0);  // with a connection still open
    }
    test::HubProgram hub(files.config());
    const auto page = courier_to(files, "judge", hub.port())->get({kIntake, 0, 0, 1 << 20, 0});
    REQUIRE(page.has_value());
    CHECK(page->views.head == 1);
    const std::uint64_t generation = page->views.generation;
    CHECK(hub.terminate() == 0);
    CHECK(test::run_hub("restored --config " + files.config().string()).code == 0);
    test::HubProgram restored(files.config());
    CHECK(courier_to(files, "judge", restored.port())->get({kIntake, 0, 0, 1 << 20, 0})->views.generation !=
          generation);
}

TEST_CASE("wrong settings are one sentence and exit code 2") {
    test::MailCourt court;
    test::RunningHub files(court);
    files.stop();
    const std::string config = files.config().string();
    const auto says = [&](const char* part) {
        const test::Ended ended = test::run_hub("serve --config " + config);
        CAPTURE(ended.says);
        CHECK(ended.code == 2);
        CHECK(ended.says.find(part) != std::string::npos);
        CHECK(std::count(ended.says.begin(), ended.says.end(), '\n') == 1);
    };
    const auto with = [&](const char* file, std::string_view text) {
        const auto before = os::read_file(files.folder() / file, 1 << 20);
        REQUIRE(os::write_file(files.folder() / file, text, os::Privacy::OwnerOnly).has_value());
        return *before;
    };
    const auto undo = [&](const char* file, const base::Bytes& before) {
        REQUIRE(os::write_file(files.folder() / file, before, os::Privacy::OwnerOnly).has_value());
    };
    for (const auto& [file, part] : {std::pair{"hub.key", "private_key"},
                                     {"hub.crt", "certificate"},
                                     {"ca.crt", "client_authority"},
                                     {"answer.key", "answer_key"},
                                     {"roster.cyd", "roster.cyd"}}) {
        const base::Bytes before = with(file, "rubbish");
        says(part);
        undo(file, before);
    }
    const base::Bytes before = with("hub.toml", "listen = 5");
    says("hub.toml: listen");
    undo("hub.toml", before);
    CHECK(test::run_hub("serve").code == 2);
    CHECK(test::run_hub("fly").code == 2);
    CHECK(test::run_hub("serve --config /nowhere/hub.toml").code == 2);
    // A port that is taken is the world's fault.
    test::HubProgram taken(files.config());
    std::string text(base::as_text(before));
    text.replace(text.find(":0\""), 3, ":" + std::to_string(taken.port()) + "\"");
    (void)with("hub.toml", text);
    CHECK(test::run_hub("serve --config " + config).code == 1);
}
