// The laptop prints while everything else goes on: a real worker, a real courtyardctl, and a printer that is none and
// as slow as it likes.
#include <doctest/doctest.h>

#include <poll.h>
#include <signal.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>

#include "app/shell/desk_worker.hpp"
#include "sync/os/files.hpp"
#include "tests/support/fake_cups.hpp"
#include "tests/support/living.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using test::FakeCups;
using test::SmallCourt;
namespace fs = std::filesystem;

namespace {

// What stands on the paper and must stand nowhere else.
const std::string kOnPaper = "Shentu Jing, 3 Willow Lane";

// A registrar's laptop whose printer is CUPS', and its worker as the window has it.
struct Laptop {
    SmallCourt court;
    std::unique_ptr<shell::DeskWorker> desk;
    std::vector<flow::DeskEvent> heard;

    Laptop() {
        ::signal(SIGPIPE, SIG_IGN);  // as the program does
        static_cast<void>(court.laptop("registrar", mail::Role::Registrar));
        const worker::Home home{court.home("registrar")};
        worker::MachineConfig config = worker::read_machine_config(home).value();
        config.printer = printer::parse_word("a4:laser").value();
        REQUIRE(os::write_file(home.machine_toml(), worker::print_machine_config(config), os::Privacy::Public));
        desk = std::make_unique<shell::DeskWorker>(court.home("registrar"), [] {});
        REQUIRE(std::holds_alternative<shell::DeskOpened>(desk->first_news()));
        unlock();
    }
    template <class Event>
    const Event* heard_one() const {
        for (const flow::DeskEvent& event : heard)
            if (const auto* found = std::get_if<Event>(&event)) return found;
        return nullptr;
    }
    // Listens until it comes; nothing here is measured, the end is for a test that failed.
    template <class Event>
    const Event* wait_for() {
        for (int i = 0; i < 24'000; ++i) {
            while (auto news = desk->news())
                if (auto* event = std::get_if<flow::DeskEvent>(&*news)) heard.push_back(std::move(*event));
            if (const Event* found = heard_one<Event>()) return found;
            ::poll(nullptr, 0, 5);
        }
        return nullptr;
    }
    void unlock() {
        heard.clear();
        desk->ask(flow::desk::Unlock{std::string(SmallCourt::kPassphrase)});
        REQUIRE(wait_for<flow::desk::Unlocked>());
    }
    void print(std::size_t size) {
        std::string pdf = "%PDF-1.5 " + kOnPaper;
        pdf.resize(size, ' ');
        desk->ask(flow::desk::PrintPaper{"decision",
                                         std::make_shared<const flow::PdfFile>(base::Bytes(pdf.begin(), pdf.end()))});
    }
};

bool comes(const std::function<bool()>& is_so) {
    // Asked once a turn: a file that is written anew is empty for a moment.
    for (int i = 0; i < 24'000; ++i) {
        if (is_so()) return true;
        ::poll(nullptr, 0, 5);
    }
    return false;
}

bool runs(const FakeCups& cups) { return test::is_living(static_cast<pid_t>(std::stol(cups.read("pid")))); }

// Files below the folder in which the words stand.
int files_with_words(const fs::path& folder) {
    int count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string whole{std::istreambuf_iterator<char>(in), {}};
        count += whole.find(kOnPaper) != std::string::npos ? 1 : 0;
    }
    return count;
}

}  // namespace

TEST_CASE("while a printer takes its time the window is answered, and a lock takes the paper out of its hands") {
    // It reads a little and then nothing for ever.
    const FakeCups cups("head -c 20 > \"$DIR/head\"; exec sleep 600", "exit 0");
    Laptop laptop;
    laptop.print(3'000'000);  // more than pipes hold
    REQUIRE(comes([&] { return !cups.read("head").empty(); }));
    laptop.desk->ask(flow::desk::LoadInbox{});
    laptop.desk->ask(flow::desk::ListCases{});
    CHECK(laptop.wait_for<flow::desk::LoadedInbox>());
    CHECK(laptop.wait_for<flow::desk::TasksListed>());
    CHECK(runs(cups));
    CHECK_FALSE(laptop.heard_one<flow::desk::PaperPrinted>());
    laptop.desk->ask(flow::desk::Lock{});
    laptop.unlock();
    CHECK(comes([&] { return !runs(cups); }));
    CHECK(cups.read("cancelled").empty());  // it never had the whole
    CHECK(files_with_words(laptop.court.folder.path()) == 0);
    CHECK(files_with_words(cups.path()) == 0);
    // Nobody hears of a paper of before the lock, and the next one is printed.
    laptop.desk->ask(flow::desk::LoadInbox{});
    CHECK(laptop.wait_for<flow::desk::LoadedInbox>());
    CHECK_FALSE(laptop.heard_one<flow::desk::PaperPrinted>());
}

TEST_CASE("what CUPS has when the laptop is locked is cancelled") {
    const FakeCups cups(std::string("cat > /dev/null; ") + FakeCups::kTaken, "echo 'laser-12 somebody 1024 now'");
    Laptop laptop;
    laptop.print(30'000);
    REQUIRE(comes([&] { return !cups.read("asked").empty(); }));
    CHECK(cups.read("cancelled").empty());
    laptop.desk->ask(flow::desk::Lock{});
    CHECK(comes([&] { return cups.read("cancelled") == "laser-12\n"; }));
    CHECK(files_with_words(laptop.court.folder.path()) == 0);
}

TEST_CASE("so is what it has when the window is closed") {
    const FakeCups cups(std::string("cat > /dev/null; ") + FakeCups::kTaken, "echo 'laser-12 somebody 1024 now'");
    Laptop laptop;
    laptop.print(30'000);
    REQUIRE(comes([&] { return !cups.read("asked").empty(); }));
    laptop.desk.reset();
    CHECK(comes([&] { return cups.read("cancelled") == "laser-12\n"; }));
}

TEST_CASE("the control: a paper that nobody locks away is printed whole, and its words are found where they are") {
    const FakeCups cups(FakeCups::keeping(FakeCups::kTaken), "exit 0");
    Laptop laptop;
    laptop.print(3'000'000);
    const auto* printed = laptop.wait_for<flow::desk::PaperPrinted>();
    REQUIRE(printed);
    CHECK(printed->code.empty());
    CHECK(cups.read("got").size() == 3'000'000);
    CHECK(cups.read("args").find("-t decision") != std::string::npos);
    CHECK(files_with_words(cups.path()) == 1);
    CHECK(files_with_words(laptop.court.folder.path()) == 0);
}

TEST_CASE("why it was not printed is told") {
    const FakeCups cups("cat > /dev/null; echo 'lp: The printer or class does not exist.'; exit 1", "exit 1");
    Laptop laptop;
    laptop.print(100);
    const auto* printed = laptop.wait_for<flow::desk::PaperPrinted>();
    REQUIRE(printed);
    CHECK(printed->code == "printer.none");
}
