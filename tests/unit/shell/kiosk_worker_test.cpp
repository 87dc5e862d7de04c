// The worker against real homes: what really is wrong with a machine leads to the page that says so, and practice is
// locked twice.
#include <doctest/doctest.h>

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <functional>
#include <thread>

#include "app/pack/pack_file.hpp"
#include "app/shell/kiosk_worker.hpp"
#include "app/worker/steward_pin.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/signed_document.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using namespace courtyard::shell;
namespace fs = std::filesystem;

namespace {

KioskSetUp set_up(bool practice = false, const fs::path& carry = "/nowhere") {
    // The mail is no part of these tests.
    return {Mail::Elsewhere, practice, carry};
}

// A worker and all that it said.
class Listening {
public:
    explicit Listening(const fs::path& home, const KioskSetUp& how = set_up())
        : worker_(
              home, [] {}, how) {}

    void ask(flow::Effect effect) { worker_.ask(std::move(effect)); }
    // The next thing of this kind; others are passed over.
    template <class E>
    E next() {
        for (int i = 0; i < 12'000; ++i) {
            while (auto news = worker_.news()) {
                if constexpr (std::is_same_v<E, KioskOpened> || std::is_same_v<E, KioskRefused>) {
                    if (auto* found = std::get_if<E>(&*news)) return std::move(*found);
                } else if (auto* event = std::get_if<flow::Event>(&*news)) {
                    if (auto* found = std::get_if<E>(event)) return std::move(*found);
                }
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        FAIL("the worker said nothing of the kind in two minutes");
        return {};
    }
    // KioskOpened or KioskRefused.
    KioskNews first() { return worker_.first_news(); }

private:
    KioskWorker worker_;
};

flow::Trouble refused_with(const fs::path& home) {
    Listening worker(home);
    const KioskNews first = worker.first();
    const auto* refused = std::get_if<KioskRefused>(&first);
    REQUIRE(refused != nullptr);
    return refused->trouble;
}

// The content is there all the same; what is told of the machine.
flow::Trouble opened_with(const fs::path& home) {
    Listening worker(home);
    const KioskNews first = worker.first();
    const auto* opened = std::get_if<KioskOpened>(&first);
    REQUIRE(opened != nullptr);
    CHECK(opened->pack != nullptr);
    return worker.next<flow::TroubleChanged>().trouble;
}

void damage(const fs::path& file, std::size_t at) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(at));
    const int byte = stream.get();
    stream.seekp(static_cast<std::streamoff>(at));
    stream.put(static_cast<char>(byte ^ 0x55));
}

// Another pack of the court, as it would be signed whatever this program thinks of it.
void give_pack(test::SmallCourt& court, const fs::path& home, const std::function<void(pack::Files&)>& change) {
    pack::Files files = *pack::read_folder("assets/packs/zhejiang-demo");
    change(files);
    const auto folder = worker::open_court(court.folder / "court");
    const auto root = worker::court_root_key(*folder);
    seal::SignedDocument document;
    document.kind = seal::DocumentKind::Pack;
    document.version = 1;
    document.issued_at = test::SmallCourt::kNow;
    document.payload = *pack::contain(files);
    REQUIRE(os::write_file(home / "pack.cyp", *seal::sign_document(document, *root), os::Privacy::OwnerOnly));
}

void replace_in(base::Bytes& file, std::string_view from, std::string_view to) {
    std::string text(base::as_text(file));
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    file = base::to_bytes(text.replace(at, from.size(), to));
}

// In a child with mounts of its own: 0 when `check` held, 77 where this system allows no mounts.
int with_own_mounts(const std::function<bool()>& check) {
    const pid_t child = ::fork();
    if (child == 0) {
        const bool may = ::unshare(CLONE_NEWNS) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0;
        if (!may || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) ::_exit(77);
        try {
            ::_exit(check() ? 0 : 1);
        } catch (const fs::filesystem_error&) {
            ::_exit(77);  // the home does not fit there, or may not be copied by this user
        } catch (...) {
            ::_exit(1);  // a child must never go on with the tests
        }
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

}  // namespace

// The courts of these tests are of a fixed day: before it the clock of this machine is truly wrong.
TEST_CASE("a sound home opens without trouble" * doctest::skip(os::now() < test::SmallCourt::kNow)) {
    test::SmallCourt court;
    static_cast<void>(court.kiosk());
    // Content that is not past its day whenever this is run.
    give_pack(court, court.home("kiosk"),
              [](pack::Files& files) { replace_in(files.at("pack.toml"), "2028-12-31", "2999-12-31"); });
    CHECK(opened_with(court.home("kiosk")) == flow::Trouble::None);
}

TEST_CASE("a damaged store still lets people read, and is said") {
    for (const char* file : {"store.db", "store.key"}) {
        CAPTURE(file);
        test::SmallCourt court;
        static_cast<void>(court.kiosk());
        damage(court.home("kiosk") / file, 5);
        CHECK(opened_with(court.home("kiosk")) == flow::Trouble::StoreDamaged);
    }
}

TEST_CASE("content that was changed on its way is not shown at all") {
    test::SmallCourt court;
    static_cast<void>(court.kiosk());
    damage(court.home("kiosk") / "pack.cyp", 4000);
    CHECK(refused_with(court.home("kiosk")) == flow::Trouble::PackUnsigned);
}

TEST_CASE("content of another court's key, and content that cannot be read, are told apart") {
    test::SmallCourt court;
    test::SmallCourt other(2);
    static_cast<void>(court.kiosk());
    fs::copy_file(other.folder / "court/pack.cyp", court.home("kiosk") / "pack.cyp",
                  fs::copy_options::overwrite_existing);
    CHECK(refused_with(court.home("kiosk")) == flow::Trouble::PackUnsigned);
    give_pack(court, court.home("kiosk"), [](pack::Files& files) { files.erase("guides/topics.toml"); });
    CHECK(refused_with(court.home("kiosk")) == flow::Trouble::PackBad);
}

TEST_CASE("content past its day is used and said; content for a later program asks for an update" *
          doctest::skip(os::now() < test::SmallCourt::kNow)) {
    test::SmallCourt court;
    static_cast<void>(court.kiosk());
    give_pack(court, court.home("kiosk"),
              [](pack::Files& files) { replace_in(files.at("pack.toml"), "2028-12-31", "2020-12-31"); });
    CHECK(opened_with(court.home("kiosk")) == flow::Trouble::PackOld);
    give_pack(court, court.home("kiosk"), [](pack::Files& files) {
        replace_in(files.at("pack.toml"), "valid_until", "needs_program = \"99.0.0\"\nvalid_until");
    });
    CHECK(refused_with(court.home("kiosk")) == flow::Trouble::UpdateNeeded);
}

TEST_CASE("a full disk and one that cannot be written are said before anybody begins") {
    test::SmallCourt court;
    static_cast<void>(court.kiosk());
    const fs::path home = court.home("kiosk");
    const fs::path other = court.folder / "small";
    fs::create_directory(other);
    const int full = with_own_mounts([&] {
        if (::mount("tmpfs", other.c_str(), "tmpfs", 0, "size=24m") != 0) ::_exit(77);
        fs::copy(home, other / "home", fs::copy_options::recursive);
        return opened_with(other / "home") == flow::Trouble::DiskFull;
    });
    const int read_only = with_own_mounts([&] {
        if (::mount(home.c_str(), home.c_str(), nullptr, MS_BIND, nullptr) != 0) ::_exit(77);
        if (::mount("none", home.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) != 0) ::_exit(77);
        return opened_with(home) == flow::Trouble::DiskReadOnly;
    });
    for (const int result : {full, read_only}) {
        WARN_MESSAGE(result != 77, "this system allows no mounts of one's own: the disks were not tried");
        if (result != 77) CHECK(result == 0);
    }
}

TEST_CASE("in practice the worker files nothing, even when it is asked to") {
    test::SmallCourt court;
    const auto machine = court.kiosk();
    const auto file = [&](Listening& worker) {
        flow::File effect;
        effect.ticket = 7;
        effect.application = test::SmallCourt::submission(*machine).application;
        worker.ask(std::move(effect));
    };
    Listening worker(court.home("kiosk"));
    worker.ask(flow::Practise{});
    file(worker);
    CHECK(worker.next<flow::FilingFailed>().code == "practice.never");
    worker.ask(flow::EndSession{});
    file(worker);
    CHECK(worker.next<flow::Filed>().ticket == 7);  // the control

    Listening always(court.home("kiosk"), set_up(true));
    always.ask(flow::EndSession{});
    file(always);
    CHECK(always.next<flow::FilingFailed>().code == "practice.never");
}

TEST_CASE("the steward's PIN opens with and without a sound store, and the wait outlives the program") {
    test::SmallCourt court;
    static_cast<void>(court.kiosk());
    const worker::Home home{court.home("kiosk")};
    REQUIRE(worker::set_steward_pin(home, base::as_bytes("246813"), court.random));
    const auto verdict = [](Listening& worker, const char* pin) {
        worker.ask(flow::TryPin{1, pin});
        return worker.next<flow::PinJudged>().verdict;
    };
    {
        Listening worker(home.folder);
        CHECK(verdict(worker, "246813") == flow::PinVerdict::Right);
        worker.ask(flow::LookAtHealth{2});
        CHECK(worker.next<flow::HealthTold>().lines.size() == flow::kHealthItems);
    }
    damage(home.store_db(), 5);
    {
        Listening worker(home.folder);
        CHECK(verdict(worker, "246813") == flow::PinVerdict::Right);
        worker.ask(flow::LookAtHealth{2});
        CHECK(worker.next<flow::HealthTold>().lines.at(2) ==
              flow::HealthLine{flow::HealthItem::Store, false, "damaged", ""});
        for (int i = 0; i < 2; ++i)
            static_cast<void>(verdict(worker, "999999"));
    }
    Listening again(home.folder);
    again.ask(flow::TryPin{1, "246813"});
    const auto judged = again.next<flow::PinJudged>();
    CHECK((judged.verdict == flow::PinVerdict::TooSoon || judged.verdict == flow::PinVerdict::Right));
}

TEST_CASE("a stick is asked for where a carrier waits, and what came of it is told without a number") {
    test::SmallCourt court;
    static_cast<void>(court.kiosk());
    const fs::path carry = court.folder / "carry";
    {
        Listening worker(court.home("kiosk"), set_up(false, carry));
        worker.ask(flow::AskForStick{3});
        CHECK(worker.next<flow::Carried>().code == "carry.closed");
    }
    fs::create_directory(carry);
    Listening worker(court.home("kiosk"), set_up(false, carry));
    const auto told = [&](const char* text) {
        worker.ask(flow::AskForStick{4});
        for (int i = 0; i < 12'000 && !fs::exists(carry / "asked"); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        REQUIRE(fs::exists(carry / "asked"));
        REQUIRE(os::write_file(carry / "told", text, os::Privacy::OwnerOnly));
        const std::string code = worker.next<flow::Carried>().code;
        CHECK_FALSE(fs::exists(carry / "asked"));
        CHECK_FALSE(fs::exists(carry / "told"));
        return code;
    };
    CHECK(told("done\n") == "");
    CHECK(told("carrier.folder\n") == "carrier.folder");
    CHECK(told("8 letters\n") == "carry.told");
}
