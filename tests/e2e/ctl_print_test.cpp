// `courtyardctl print`, and a kiosk's printer, as real programs: to files, to a printer on the network, to one that
// fails; and what is left of a receipt then (all of it).
#include <algorithm>
#include <filesystem>

#include "app/paper/scan.hpp"
#include "app/paper/slip.hpp"
#include "app/printer/escpos_reader.hpp"
#include "app/printer/fake_printer.hpp"
#include "tests/e2e/county.hpp"

using namespace courtyard;
using printer::FakePrinter;
using test::Json;
namespace fs = std::filesystem;

namespace {

void set_printer(const test::County& county, const std::string& lines) {
    county.write("kiosk/machine.toml", county.read("kiosk/machine.toml") + "\n[printer]\n" + lines);
}

std::string tcp_lines(const FakePrinter& fake, int width) {
    return "kind = \"tcp\"\nwidth = " + std::to_string(width) +
           "\naddress = \"127.0.0.1:" + std::to_string(fake.port()) + "\"\n";
}

std::vector<std::string> sorted(std::vector<std::string> texts) {
    std::sort(texts.begin(), texts.end());
    return texts;
}

std::vector<std::string> symbols_of(const std::string& png) {
    return sorted(paper::scan(paper::from_png(base::as_bytes(png)).value()).value());
}

// Everything under a folder, by name.
std::vector<std::string> files_under(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        names.push_back(entry.path().string());
    return sorted(names);
}

}  // namespace

TEST_CASE("every paper comes to a file of every kind, with or without a home") {
    test::County county;
    county.write("answers.json",
                 R"({"G1":"yes","G2":"yes","G3":"yes","G4":"yes","G5":"yes","G6":"yes","E":["E1"],"H":["H6"]})");
    county.write("symbols", "CYT1AAAA\nCYT1BBBB\n");
    const std::vector<std::vector<std::string>> papers = {{"leaflet"},
                                                          {"test"},
                                                          {"topic", "how"},
                                                          {"screening", "--answers", county.path("answers.json")},
                                                          {"ticket", "--symbols", county.path("symbols")}};
    for (std::vector<std::string> line : papers) {
        line.insert(line.begin(), "print");
        for (const char* out : {"paper.pdf", "paper.escpos", "paper.png"}) {
            std::vector<std::string> full = line;
            full.insert(full.end(), {"--out", county.path(out), "--width", "58"});
            county.json(full);
        }
        CHECK(county.read("paper.pdf").starts_with("%PDF-"));
        const auto strip = printer::read_escpos(base::as_bytes(county.read("paper.escpos")));
        REQUIRE_MESSAGE(strip.has_value(), strip.error().message);
        CHECK(strip->picture.width == 384);
        CHECK(strip->cuts == 1);
        CHECK(paper::from_png(base::as_bytes(county.read("paper.png")))->height == strip->picture.height);
    }
    for (const char* form : {"F1", "F2", "F3"})
        county.json({"print", "form", form, "--out", county.path("form.pdf")});
    CHECK(county.read("form.pdf").starts_with("%PDF-"));
}

TEST_CASE("what cannot be printed is told in one sentence") {
    test::County county;
    const auto says = [&](std::vector<std::string> line, int code, const char* word) {
        line.insert(line.begin(), "print");
        const test::Ran ran = county.ctl(line);
        CAPTURE(ran.err);
        CHECK(ran.code == code);
        CHECK(ran.err.find(word) != std::string::npos);
        CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
    };
    says({"leaflet"}, 2, "--out FILE or --printer");
    says({"leaflet", "--out", county.path("x.doc")}, 2, ".pdf");
    says({"leaflet", "--out", county.path("x.png"), "--width", "76"}, 2, "58 or 80");
    says({"form", "F1", "--out", county.path("x.png")}, 1, "A4");
    says({"form", "F7", "--out", county.path("x.pdf")}, 1, "F7");
    says({"topic", "none", "--out", county.path("x.pdf")}, 1, "none");
    says({"leaflet", "--printer", "tcp:58:printer:9100"}, 2, "in numbers");
    says({"leaflet", "--printer", "thermal:58:/dev/no-such-printer"}, 1, "no printer is connected");
    says({"leaflet", "--printer", "home"}, 1, "machine.toml names no printer");
    CHECK_FALSE(fs::exists(county.path("x.png")));
}

TEST_CASE("a receipt is printed when it is filed, and once more from a picture: the same symbols each time") {
    test::County county;
    county.enrol_kiosk("kiosk");
    FakePrinter fake(FakePrinter::Where::Network, {});
    set_printer(county, tcp_lines(fake, 58));
    county.write("application.json", county.application().dump());
    const Json filed =
        county.kiosk("kiosk", {"file", county.path("application.json"), "--out", county.path("slip"), "--print"});
    CHECK(filed.at("printed") == true);
    const auto wanted = symbols_of(county.read("slip/slip.png"));
    const auto strip = printer::read_escpos(fake.heard());
    REQUIRE_MESSAGE(strip.has_value(), strip.error().message);
    CHECK(sorted(paper::scan(strip->picture).value()) == wanted);
    // From what came out of the printer, not from our own file.
    const base::Bytes png = paper::to_png(strip->picture).value();
    county.write("photo.png", std::string(base::as_text(png)));
    county.kiosk("kiosk", {"print", "receipt", "--image", county.path("photo.png"), "--out", county.path("again.png")});
    CHECK(symbols_of(county.read("again.png")) == wanted);
    county.kiosk("kiosk", {"print", "receipt", "--image", county.path("photo.png"), "--out", county.path("again.pdf")});
    CHECK(county.read("again.pdf").starts_with("%PDF-"));
}

TEST_CASE("a printer that fails in the middle takes nothing with it: filed, slip there, printed at the second try") {
    test::County county;
    county.enrol_kiosk("kiosk");
    {
        FakePrinter broken(FakePrinter::Where::Network, {.says = {}, .takes = 6'000});
        set_printer(county, tcp_lines(broken, 80));
        county.write("application.json", county.application().dump());
        const Json filed =
            county.kiosk("kiosk", {"file", county.path("application.json"), "--out", county.path("slip"), "--print"});
        CHECK(filed.at("printed") == false);
        CHECK(filed.at("printer") == "printer.failed");
        CHECK(filed.at("slip") == county.path("slip/slip.png"));
        printer::Printed so_far;
        CHECK_FALSE(printer::read_escpos(broken.heard(), &so_far).has_value());
        CHECK(so_far.cuts == 0);
    }
    CHECK(county.kiosk("kiosk", {"status"}).at("outbox").at("queued") == 1);
    const auto wanted = symbols_of(county.read("slip/slip.png"));
    FakePrinter mended(FakePrinter::Where::Network, {});
    county.kiosk("kiosk", {"print", "receipt", "--image", county.path("slip/slip.png"), "--printer",
                           "tcp:80:127.0.0.1:" + std::to_string(mended.port())});
    CHECK(sorted(paper::scan(printer::read_escpos(mended.heard())->picture).value()) == wanted);
}

TEST_CASE("what a kiosk orders through the pipe is printed, told in one word, and leaves no file") {
    test::County county;
    county.enrol_kiosk("kiosk");
    FakePrinter fake(FakePrinter::Where::Network, {});
    set_printer(county, tcp_lines(fake, 58));
    county.write("order.json",
                 R"({"what":"receipt","at":1795417440000,"receipt":{"number":"7K3M-9QXT-2HDA6",)"
                 R"("code":"7K3M-9QXT-2HDA-6XW0-VK4R-P8YC-37GT-N5EH","symbol":"CYR17K3M9QXT2HDA6XW0VK4RP8YC37GTN5EH",)"
                 R"("symbols":[],"filed":1795417440000,"papers":1}})");
    const auto order = [&](const std::string& file) {
        return test::run({"/bin/sh", "-c", "exec \"$0\" print order --home \"$1\" < \"$2\"",
                          (test::program_folder() / "courtyardctl").string(), county.path("kiosk"), county.path(file)});
    };
    const auto before = files_under(county.path("."));
    const test::Ran ran = order("order.json");
    CHECK_MESSAGE(ran.code == 0, ran.err);
    CHECK(ran.out == "printed\n");
    CHECK(files_under(county.path(".")) == before);
    CHECK(paper::scan(printer::read_escpos(fake.heard())->picture).value() ==
          std::vector<std::string>{"CYR17K3M9QXT2HDA6XW0VK4RP8YC37GTN5EH"});
    county.write("bad.json", "{}");
    CHECK(order("bad.json").out == "print.order\n");
    FakePrinter empty(FakePrinter::Where::Network, {.says = printer::Condition::PaperOut});
    const std::string toml = county.read("kiosk/machine.toml");
    county.write("kiosk/machine.toml", toml.substr(0, toml.find("\n[printer]")));
    CHECK(order("order.json").out == "printer.none\n");
    set_printer(county, tcp_lines(empty, 58));
    const test::Ran out_of_paper = order("order.json");
    CHECK(out_of_paper.code == 1);
    CHECK(out_of_paper.out == "printer.paper_out\n");
    CHECK(out_of_paper.err.find("7K3M") == std::string::npos);  // nothing of the receipt in any message
}
