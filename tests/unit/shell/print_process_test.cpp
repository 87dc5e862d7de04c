// The process that prints, played by small scripts: what it is told, what becomes of its word, and that it never holds
// up whoever waits for it.
#include <doctest/doctest.h>

#include <poll.h>
#include <signal.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/printing/order.hpp"
#include "app/shell/print_process.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;
namespace fs = std::filesystem;

namespace {

class Program {
public:
    explicit Program(const std::string& script) : path_(folder_ / "courtyardctl") {
        std::ofstream(path_) << "#!/bin/sh\ncd '" << folder_.path().string() << "'\necho \"$@\" > args\n"
                             << script << "\n";
        fs::permissions(path_, fs::perms::owner_all);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream in(folder_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

private:
    test::TempFolder folder_;
    fs::path path_;
};

flow::Print receipt(std::size_t symbols = 2) {
    flow::Print print;
    print.ticket = 7;
    print.order.what = flow::PrintWhat::Receipt;
    print.asked_at = base::Instant{1'795'417'440'000};
    print.receipt = flow::Receipt{};
    print.receipt->number = "7K3M-9QXT-2HDA6";
    print.receipt->code = "7K3M-9QXT-2HDA-6XW0-VK4R-P8YC-37GT-N5EH";
    print.receipt->code_qr = "CYR17K3M9QXT2HDA6XW0VK4RP8YC37GTN5EH";
    print.receipt->symbols.assign(symbols, std::string(600, 'A'));
    print.receipt->papers = 2;
    return print;
}

// Looks as the worker does, until there is an answer; the clock is the test's own.
std::string answer_of(shell::PrintProcess& process, std::int64_t now_ms = 0) {
    for (int i = 0; i < 12'000; ++i) {
        if (const auto event = process.look(now_ms)) {
            if (const auto* failed = std::get_if<flow::PrintFailed>(&*event)) {
                CHECK(failed->ticket == 7);
                return failed->code;
            }
            CHECK(std::get<flow::PaperPrinted>(*event).ticket == 7);
            return "printed";
        }
        ::poll(nullptr, 0, 10);
    }
    return "nothing";
}

}  // namespace

TEST_CASE("the order goes through the pipe whole, what was handed over is wiped, and its word comes back") {
    ::signal(SIGPIPE, SIG_IGN);  // as the kiosk does
    const Program program("cat > got\necho printed");
    shell::PrintProcess process(program.path(), "/some/home");
    flow::Print print = receipt(11);
    process.start(print, 0);
    CHECK(print.receipt->code.find("7K3M") == std::string::npos);
    CHECK(print.receipt->symbols.front().find('A') == std::string::npos);
    CHECK(answer_of(process) == "printed");
    CHECK_FALSE(process.is_running());
    CHECK(program.read("args") == "print order --home /some/home\n");
    const auto order = printing::parse_order(program.read("got"));
    REQUIRE_MESSAGE(order.has_value(), order.error().message);
    CHECK(order->receipt.number == "7K3M-9QXT-2HDA6");
    CHECK(order->receipt.symbols.size() == 11);
    CHECK(order->receipt.papers == 2);
}

TEST_CASE("its code is believed when it is one; anything else is a failure") {
    ::signal(SIGPIPE, SIG_IGN);
    for (const auto& [script, code] : {std::pair{"cat >/dev/null; echo printer.paper_out; exit 1", "printer.paper_out"},
                                       {"cat >/dev/null; echo paper.glyph; exit 1", "paper.glyph"},
                                       {"cat >/dev/null; echo printed; exit 1", "printer.failed"},
                                       {"cat >/dev/null; echo nonsense", "printer.failed"},
                                       {"exit 3", "printer.failed"},
                                       {"kill -9 $$", "printer.failed"}}) {
        CAPTURE(script);
        const Program program(script);
        shell::PrintProcess process(program.path(), "/some/home");
        flow::Print print = receipt(64);  // more than a pipe holds, for those who never read it
        process.start(print, 0);
        CHECK(answer_of(process) == code);
    }
    shell::PrintProcess nobody("/no/such/program", "/some/home");
    flow::Print print = receipt();
    nobody.start(print, 0);
    CHECK(answer_of(nobody) == "printer.failed");
}

TEST_CASE("one that hangs is ended, by the clock and by the end of the session; a second order meanwhile is busy") {
    const Program program("echo $$ > pid\nexec sleep 600");
    const auto pid_of = [&] {
        for (int i = 0; i < 12'000 && program.read("pid").empty(); ++i)
            ::poll(nullptr, 0, 10);
        return std::atoi(program.read("pid").c_str());
    };
    shell::PrintProcess process(program.path(), "/some/home");
    flow::Print first = receipt(), second = receipt();
    process.start(first, 0);
    const int child = pid_of();
    REQUIRE(child > 1);
    CHECK_FALSE(process.look(50'000).has_value());
    process.start(second, 50'000);
    CHECK(answer_of(process, 50'000) == "printer.busy");
    CHECK(process.is_running());
    CHECK(answer_of(process, 100'001) == "printer.busy");
    CHECK(::kill(child, 0) != 0);
    flow::Print third = receipt();
    process.start(third, 0);
    process.stop();
    CHECK_FALSE(process.is_running());
    CHECK_FALSE(process.look(0).has_value());
}

TEST_CASE("the steward's test is answered as a test, whatever else is printed") {
    ::signal(SIGPIPE, SIG_IGN);
    const auto answer = [](shell::PrintProcess& process, std::int64_t now_ms) {
        for (int i = 0; i < 12'000; ++i) {
            if (const auto event = process.look(now_ms)) {
                const auto* tested = std::get_if<flow::PrinterTested>(&*event);
                REQUIRE(tested != nullptr);
                CHECK(tested->ticket == 9);
                return tested->code.empty() ? std::string("well") : tested->code;
            }
            ::poll(nullptr, 0, 10);
        }
        return std::string("nothing");
    };
    for (const auto& [script, code] : {std::pair{"cat > got; echo printed", "well"},
                                       {"cat >/dev/null; echo printer.cover_open; exit 1", "printer.cover_open"},
                                       {"exit 3", "printer.failed"}}) {
        CAPTURE(script);
        const Program program(script);
        shell::PrintProcess process(program.path(), "/some/home");
        process.test(flow::TestPrinter{9}, 0);
        CHECK(answer(process, 0) == code);
        if (code != std::string("well")) continue;
        const auto order = printing::parse_order(program.read("got"));
        REQUIRE(order.has_value());
        CHECK(order->what == printing::What::Test);
    }
    const Program program("exec sleep 600");
    shell::PrintProcess process(program.path(), "/some/home");
    flow::Print print = receipt();
    process.start(print, 0);
    process.test(flow::TestPrinter{9}, 0);
    CHECK(answer(process, 0) == "printer.busy");
    CHECK(process.is_running());
    CHECK(answer_of(process, 100'001) == "printer.busy");  // the person's own paper, as before
    process.test(flow::TestPrinter{9}, 0);
    CHECK(answer(process, 100'001) == "printer.busy");
}
