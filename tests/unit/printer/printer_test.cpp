// A printer that is none, in every mood; nothing may hang, and every trouble has its own name.
#include <doctest/doctest.h>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "app/printer/fake_printer.hpp"
#include "app/printer/printer.hpp"
#include "tests/support/fake_cups.hpp"
#include "tests/support/held_port.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;
using printer::Condition;
using printer::FakePrinter;
using printer::Manners;
namespace fs = std::filesystem;

namespace {

// Short waits only for what never comes: what is tested there is that they end, and with which name. Whatever does come
// may take its time on a machine that is busy otherwise.
constexpr int kLongMs = 120'000;
constexpr printer::Patience kCalm{
    .connect_ms = kLongMs, .status_ms = kLongMs, .stall_ms = kLongMs, .whole_ms = kLongMs, .queue_ms = kLongMs};
printer::Patience calm_with(const std::optional<Condition>& says) {
    printer::Patience patience = kCalm;
    if (!says) patience.status_ms = 150;
    return patience;
}

base::Bytes strip(int height) {
    paper::Raster picture = paper::Raster::white(384, height);
    for (std::size_t i = 0; i < picture.grey.size(); ++i)
        picture.grey[i] = (i * 7 + i / 384) % 5 == 0 ? 0 : 255;
    return printer::to_escpos(picture);
}

struct Case {
    FakePrinter::Where where;
    printer::Config config(const FakePrinter& fake) const {
        printer::Config config;
        config.width = paper::Width::Mm58;
        if (where == FakePrinter::Where::Network) {
            config.kind = printer::Kind::Tcp;
            config.host = "127.0.0.1";
            config.port = static_cast<std::uint16_t>(fake.port());
        } else {
            config.kind = printer::Kind::Thermal;
            config.device = fake.device();
        }
        return config;
    }
};

constexpr Case kBoth[] = {{FakePrinter::Where::Network}, {FakePrinter::Where::Terminal}};

std::string code_of(const base::Result<void>& result) { return result ? "printed" : result.error().code; }

std::string try_it(const Case& one, const Manners& manners, const printer::Patience& patience, int height = 2000) {
    const FakePrinter fake(one.where, manners);
    return code_of(printer::send(one.config(fake), strip(height), "paper", patience));
}
std::string try_it(const Case& one, const Manners& manners, int height = 2000) {
    return try_it(one, manners, calm_with(manners.says), height);
}

// The paper when all of it has come: a printer that has heard nothing for a while may only be slow.
base::Result<printer::Printed> whole_of(FakePrinter& fake) {
    auto came = printer::read_escpos(fake.heard());
    for (int i = 0; i < 100 && !(came && came->cuts > 0); ++i)
        came = printer::read_escpos(fake.heard());
    return came;
}

}  // namespace

TEST_CASE("a paper arrives whole, over the network and over a device, fast or slow, at a printer that answers or not") {
    for (const Case& one : kBoth) {
        for (const auto& says :
             {std::optional(Condition::Ready), std::optional(Condition::PaperNearEnd), std::optional<Condition>()}) {
            for (const int pause : {0, 2}) {
                FakePrinter fake(one.where, {.says = says, .pause_ms = pause});
                CHECK(code_of(printer::send(one.config(fake), strip(1500), "paper", calm_with(says))) == "printed");
                const auto came = whole_of(fake);
                REQUIRE_MESSAGE(came.has_value(), came.error().message);
                CHECK(came->picture.height == 1500);
                CHECK(came->cuts == 1);
            }
        }
    }
}

TEST_CASE("what the printer says of itself is told before anything is printed") {
    for (const Case& one : kBoth) {
        CHECK(try_it(one, {.says = Condition::PaperOut}) == "printer.paper_out");
        CHECK(try_it(one, {.says = Condition::CoverOpen}) == "printer.cover_open");
        CHECK(try_it(one, {.says = Condition::Error}) == "printer.failed");
    }
}

TEST_CASE("a roll that ends in the middle is noticed afterwards") {
    for (const Case& one : kBoth)
        CHECK(try_it(one, {.paper_for = 30'000}) == "printer.paper_out");
}

TEST_CASE("a printer that takes nothing is given up in time, and keeps nobody waiting") {
    printer::Patience hurry = calm_with({});
    hurry.stall_ms = 400;
    for (const Case& one : kBoth)
        CHECK(try_it(one, {.says = {}, .reads = false}, hurry, 12'000) == "printer.busy");
}

TEST_CASE("a line that is cut in the middle is told") {
    CHECK(try_it(kBoth[0], {.says = {}, .takes = 8'000}, 12'000) == "printer.failed");
}

TEST_CASE("nobody there: no device, no listener, no queue, no folder") {
    printer::Config config;
    config.width = paper::Width::Mm58;
    config.device = "/dev/no-such-printer";
    CHECK(code_of(printer::send(config, strip(10), "paper", kCalm)) == "printer.none");
    const test::TempFolder folder;
    std::ofstream(folder / "plain") << "x";
    config.device = folder / "plain";  // a file in the device's place must not be filled with receipts
    CHECK(code_of(printer::send(config, strip(10), "paper", kCalm)) == "printer.none");
    CHECK(fs::file_size(folder / "plain") == 1);
    config.kind = printer::Kind::Tcp;
    config.host = "127.0.0.1";
    const test::HeldPort nobody;
    config.port = nobody.number();
    CHECK(code_of(printer::send(config, strip(10), "paper", kCalm)) == "printer.unreachable");
    config.kind = printer::Kind::File;
    config.folder = folder / "missing";
    CHECK(code_of(printer::send(config, strip(10), "paper", kCalm)) == "printer.folder");
}

TEST_CASE("a folder gets every paper under a name of its own, for its owner alone") {
    const test::TempFolder folder;
    printer::Config config;
    config.kind = printer::Kind::File;
    config.folder = folder.path();
    CHECK(code_of(printer::send(config, base::as_bytes("%PDF one"), "paper", kCalm)) == "printed");
    CHECK(code_of(printer::send(config, base::as_bytes("%PDF two"), "paper", kCalm)) == "printed");
    CHECK(fs::file_size(folder / "paper-1.pdf") == 8);
    CHECK(fs::exists(folder / "paper-2.pdf"));
    struct stat about {};
    REQUIRE(::stat((folder / "paper-1.pdf").c_str(), &about) == 0);
    CHECK((about.st_mode & 0777) == 0600);
}

namespace {

using test::FakeCups;

const std::string kTaken = FakeCups::keeping(FakeCups::kTaken);

std::string by_cups(const FakeCups&, const std::string& pdf, const char* queue = "laser",
                    const printer::Patience& patience = kCalm) {
    printer::Config config;
    config.kind = printer::Kind::A4;
    config.queue = queue;
    return code_of(printer::send(config, base::as_bytes(pdf), "paper", patience));
}

}  // namespace

TEST_CASE("pages go to CUPS through a pipe, under a neutral name, and are watched until they are out") {
    const std::string pdf = "%PDF-1.5 " + std::string(300'000, 'x');
    const FakeCups cups(kTaken, "exit 0");
    CHECK(by_cups(cups, pdf) == "printed");
    CHECK(cups.read("got") == pdf);
    CHECK(cups.read("args") == "-d laser -t paper -o media=A4 -o fit-to-page -\n");
    CHECK(cups.read("cancelled").empty());
    CHECK(by_cups(cups, pdf, "") == "printed");
    CHECK(cups.read("args") == "-t paper -o media=A4 -o fit-to-page -\n");
}

TEST_CASE("what CUPS says is told in our words, and a page that cannot come out is taken back") {
    const auto alerts = [](const std::string& words) {
        return "case \"$*\" in *-l*) printf 'printer laser now printing\\n\\tAlerts: " + words +
               "\\n';; *) echo 'laser-12 somebody 1024 now';; esac";
    };
    for (const auto& [words, code] : {std::pair{"media-empty-error", "printer.paper_out"},
                                      {"cover-open", "printer.cover_open"},
                                      {"media-jam", "printer.failed"},
                                      {"offline-report", "printer.unreachable"}}) {
        const FakeCups cups(kTaken, alerts(words));
        CHECK(by_cups(cups, "%PDF") == code);
        CHECK(cups.read("cancelled") == "laser-12\n");
    }
    const FakeCups slow(kTaken, alerts("none"));
    printer::Patience hurry = kCalm;
    hurry.queue_ms = 1'500;
    CHECK(by_cups(slow, "%PDF", "laser", hurry) == "printed");  // it goes on by itself
    CHECK(slow.read("cancelled").empty());
    for (const auto& [words, code] : {std::pair{"lp: The printer or class does not exist.", "printer.none"},
                                      {"lp: Error - scheduler not responding!", "printer.unreachable"},
                                      {"lp: Unsupported document-format", "printer.failed"}}) {
        const FakeCups cups(FakeCups::keeping(std::string("echo '") + words + "'; exit 1"), "exit 1");
        CHECK(by_cups(cups, "%PDF") == code);
    }
}

TEST_CASE("a CUPS that never ends is ended") {
    const FakeCups cups(FakeCups::keeping("exec sleep 600"), "exit 1");
    printer::Config config;
    config.kind = printer::Kind::A4;
    printer::Patience hurry = kCalm;
    hurry.whole_ms = 300;
    CHECK(code_of(printer::send(config, base::as_bytes("%PDF"), "paper", hurry)) == "printer.busy");
}

TEST_CASE("a paper that nobody waits for any more is taken back, wherever it is") {
    const std::string pdf = "%PDF-1.5 " + std::string(3'000'000, 'x');
    // Whoever asked goes away as soon as that file is there; empty: before it begins; or stays until there is an
    // answer.
    const auto left_at = [&pdf](const FakeCups& cups, const std::string& file) {
        std::array<int, 2> ends{};
        REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
        std::atomic<bool> is_answered = false;
        std::thread asker([&] {
            while (!is_answered && !file.empty() && cups.read(file).empty())
                ::poll(nullptr, 0, 5);
            ::close(ends[0]);
        });
        if (file.empty()) asker.join();
        printer::Config config;
        config.kind = printer::Kind::A4;
        printer::Patience patience = kCalm;
        patience.asker = ends[1];
        const std::string code = code_of(printer::send(config, base::as_bytes(pdf), "paper", patience));
        is_answered = true;
        if (asker.joinable()) asker.join();
        ::close(ends[1]);
        return code;
    };
    const char* waits = "echo 'laser-12 somebody 1024 now'";
    {
        const FakeCups cups(kTaken, waits);  // CUPS has it
        CHECK(left_at(cups, "asked") == "printer.taken_back");
        CHECK(cups.read("cancelled") == "laser-12\n");
    }
    {
        const FakeCups cups("exec sleep 600", waits);  // on its way: lp takes no more than a pipe holds
        CHECK(left_at(cups, "pid") == "printer.taken_back");
        CHECK(cups.read("cancelled").empty());
    }
    {
        const FakeCups cups(kTaken, waits);
        CHECK(left_at(cups, "") == "printer.taken_back");
        CHECK(cups.read("pid").empty());
    }
    // The control: whoever stays gets their paper.
    const FakeCups cups(kTaken, "exit 0");
    CHECK(left_at(cups, "never") == "printed");
    CHECK(cups.read("got") == pdf);
    CHECK(cups.read("cancelled").empty());
}
