// Filing from a file: what crashes nothing, what is told, what a slip says, and that no slip is ever lost or half
// there.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "app/paper/picture.hpp"
#include "app/paper/scan.hpp"
#include "app/worker/pictures.hpp"
#include "app/worker/recovering.hpp"
#include "app/worker/slip_files.hpp"
#include "sync/os/files.hpp"
#include "tests/support/small_court.hpp"
#include "tests/support/small_disk.hpp"

using namespace courtyard;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

using test::small_court::kNow;

Json example(const worker::Machine& machine) { return Json::parse(machine.pack().example_json); }

std::string nested(std::string_view open, std::size_t levels, std::string_view close) {
    std::string text;
    for (std::size_t i = 0; i < levels; ++i)
        text += open;
    for (std::size_t i = 0; i < levels; ++i)
        text += close;
    return text;
}

// Characters that no packing makes much shorter.
std::string words(std::uint32_t seed, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        seed = seed * 1664525U + 1013904223U;
        const std::uint32_t point = 0x4E00 + (seed >> 8U) % 20'000;
        text += static_cast<char>(0xE0 | (point >> 12U));
        text += static_cast<char>(0x80 | ((point >> 6U) & 0x3F));
        text += static_cast<char>(0x80 | (point & 0x3F));
    }
    return text;
}

// Sound, and too large for a slip: twenty papers, each with a long reason why it is missing.
std::string large_application(const worker::Machine& machine) {
    Json application = example(machine);
    application["F1.71"] = words(1, 480);
    Json papers = Json::array();
    for (std::uint32_t i = 0; i < 20; ++i)
        papers.push_back({{"名称", "其他 " + std::to_string(i)}, {"状态", "没有"}, {"原因", words(i + 2, 95)}});
    papers[3]["状态"] = "已交";
    papers[3].erase("原因");
    papers[7] = {{"名称", "判决书"}, {"状态", "已交"}};
    application["F1.90"] = papers;
    return application.dump();
}

std::string text_of(const fs::path& path) { return std::string(base::as_text(os::read_file(path, 1 << 20).value())); }

std::size_t entries_of(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE(
    "file crashed on nested JSON: what is nested too deep is refused by a sentence, however deep, in every form") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    for (const std::size_t levels : {std::size_t{18}, std::size_t{1'000}, std::size_t{40'000}}) {
        for (const std::string& text :
             {"{\"F1.01\":" + nested("[", levels, "]") + "}", "{\"answers\":" + nested("[", levels, "]") + "}",
              "{\"answers\":{\"F1.01\":\"x\"},\"screening\":" + nested("[", levels, "]") + "}",
              nested("{\"a\":", levels, "}"), std::string(levels * 2, '[')}) {
            const auto refused = worker::parse_submission(kiosk->pack(), text);
            REQUIRE_FALSE(refused.has_value());
            CHECK(refused.error().code == "application.json");
            CHECK_MESSAGE(refused.error().message.find("levels deep") != std::string::npos, refused.error().message);
        }
    }
    // Brackets in texts are words.
    Json application = example(*kiosk);
    application["F1.71"] = std::string(300, '[') + "\\\"" + std::string(100, '{');
    CHECK(worker::parse_submission(kiosk->pack(), application.dump()).has_value());
    CHECK(worker::parse_submission(kiosk->pack(), Json{{"answers", application}}.dump()).has_value());
}

TEST_CASE("warnings are told: what is odd, and what is thrown away") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    Json application = example(*kiosk);
    application["F1.08"] = "999999 某地";
    application["F1.72"] = "否";
    application["F1.72a"] = "不急";  // asked only when it is urgent
    application["F1.43"]["总额"] = "99999999";
    const auto submission = test::SmallCourt::submission(*kiosk, application.dump());
    const auto warnings = worker::may_file(*kiosk, submission, kNow);
    REQUIRE_MESSAGE(warnings.has_value(), warnings.error().message);
    std::vector<std::string> told;
    for (const domain::Problem& warning : *warnings) {
        CHECK(warning.severity == domain::Severity::Warning);
        told.push_back(domain::place(warning) + " " + warning.code);
        CHECK_FALSE(pack::sentence(kiosk->pack(), warning).empty());
    }
    const auto has = [&](const std::string& what) { return std::find(told.begin(), told.end(), what) != told.end(); };
    CHECK(has("F1.06 identity.area_unknown"));
    CHECK(has("F1.08 area.unknown"));
    CHECK(has("F1.43.总额 money.confirm"));
    CHECK(has("F1.72a answer.not_asked"));
    CHECK(worker::file(*kiosk, submission, kNow, court.random).has_value());  // and it is filed all the same
}

TEST_CASE("the slip says how many papers were handed in, and only those") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    const worker::Receipt receipt = court.file(*kiosk, large_application(*kiosk));
    CHECK(receipt.papers() == 2);
    CHECK(court.file(*kiosk).papers() == 1);
    const std::string line = kiosk->pack().words.text("slip.papers", {{"n", "2"}});
    const paper::Slip slip = worker::slip_of(*kiosk, receipt);
    CHECK(std::find(slip.head.begin(), slip.head.end(), line) != slip.head.end());
    CHECK(worker::receipt_text(*kiosk, receipt).find(line) != std::string::npos);
    CHECK(std::count(slip.code.begin(), slip.code.end(), '\n') == 1);
    CHECK(slip.code.find('\n') == slip.code.size() / 2);
}

TEST_CASE("a slip that does not hold the application says so, and recovering names the case") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    const auto judge = court.laptop("钟法官", mail::Role::Judge);
    const test::TempFolder out;
    const std::string says = kiosk->pack().words.text("slip.without_application");
    const std::string todo = kiosk->pack().words.text("slip.without_application_do");

    const worker::Receipt small = court.file(*kiosk);
    CHECK(small.holds_application());
    CHECK(worker::slip_of(*kiosk, small).warning.empty());
    CHECK(worker::receipt_text(*kiosk, small).find(says) == std::string::npos);

    const worker::Receipt large = court.file(*kiosk, large_application(*kiosk));
    CHECK_FALSE(large.holds_application());
    CHECK(worker::slip_of(*kiosk, large).warning == std::vector<std::string>{says, todo});
    CHECK(worker::receipt_text(*kiosk, large).find(says + "\n" + todo) != std::string::npos);

    auto place = worker::SlipPlace::prepare(*kiosk, out / "slip");
    REQUIRE_MESSAGE(place.has_value(), place.error().message);
    const auto files = place->write(*kiosk, large);
    REQUIRE_MESSAGE(files.has_value(), files.error().message);
    const auto none = worker::recover(*judge, {files->picture}, kNow);
    REQUIRE_FALSE(none.has_value());
    const base::Error told = worker::without_application(none.error(), {files->picture});
    CHECK(told.code == "symbols.not_printed");
    CHECK(told.message.find("slip.png") != std::string::npos);
    // Another error stays what it is.
    CHECK(worker::without_application({"symbols.mixed", "x"}, {files->picture}).code == "symbols.mixed");
}

TEST_CASE("a folder that has a slip, or anything in its place, is refused before anything is filed") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    const test::TempFolder out;
    const auto write = [&](const fs::path& folder) {
        auto place = worker::SlipPlace::prepare(*kiosk, folder);
        REQUIRE_MESSAGE(place.has_value(), place.error().message);
        REQUIRE(place->write(*kiosk, court.file(*kiosk)).has_value());
    };
    write(out / "same");
    const std::string first = text_of(out.path() / "same/receipt.txt");
    const auto again = worker::SlipPlace::prepare(*kiosk, out / "same");
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().code == "slip.exists");
    CHECK(again.error().message.find("slip.png") != std::string::npos);
    CHECK(text_of(out.path() / "same/receipt.txt") == first);
    CHECK(entries_of(out / "same") == 2);

    for (const char* name : {"slip.png", "receipt.txt"}) {
        CAPTURE(name);
        const fs::path folder = out / (std::string("with a folder named ") + name);
        fs::create_directories(folder / name);
        const auto refused = worker::SlipPlace::prepare(*kiosk, folder);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == "slip.exists");
        CHECK(refused.error().message.find(name) != std::string::npos);
        CHECK(entries_of(folder) == 1);
    }
    // While one filing writes there, another may not.
    const auto holds = worker::SlipPlace::prepare(*kiosk, out / "shared");
    REQUIRE(holds.has_value());
    CHECK(worker::SlipPlace::prepare(*kiosk, out / "shared").error().code == "slip.exists");
}

TEST_CASE("a disk without room for the slip is found out before anything is filed, and nothing stays there") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    const test::TempFolder out;
    {
        const test::SmallDisk disk(60'000);
        const auto refused = worker::SlipPlace::prepare(*kiosk, out.path() / "a" / "slip");
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == "file.write");
    }
    CHECK(fs::is_empty(out.path()));
    // Nor of a place where nothing came to be filed.
    { const auto place = worker::SlipPlace::prepare(*kiosk, out.path() / "b" / "slip"); }
    CHECK(fs::is_empty(out.path()));
}

TEST_CASE("what is reserved is enough: a disk that is full afterwards still takes the slip") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    const test::TempFolder out;
    for (const std::string& json : {std::string(), large_application(*kiosk)}) {
        const fs::path folder = out / (json.empty() ? "small" : "large");
        auto place = worker::SlipPlace::prepare(*kiosk, folder);
        REQUIRE(place.has_value());
        const auto room = fs::file_size(folder / "slip.png.new");
        const worker::Receipt receipt = court.file(*kiosk, json);
        REQUIRE(place->write(*kiosk, receipt).has_value());
        CHECK(fs::file_size(folder / "slip.png") <= room);
    }
}

TEST_CASE("a slip that cannot be put into its place leaves no half of it") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    const test::TempFolder out;
    const worker::Receipt receipt = court.file(*kiosk);
    for (const char* name : {"slip.png", "receipt.txt"}) {
        CAPTURE(name);
        const fs::path folder = out / (std::string("late ") + name);
        {
            auto place = worker::SlipPlace::prepare(*kiosk, folder);
            REQUIRE(place.has_value());
            fs::create_directory(folder / name);  // came there after the place was prepared
            CHECK(place->write(*kiosk, receipt).error().code == "file.exists");
        }
        CHECK(entries_of(folder) == 1);
        CHECK(fs::is_directory(folder / name));
    }
}

TEST_CASE("the trial slip draws every word of the slip and carries as many symbols as fit") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    const paper::Slip trial = worker::trial_slip(*kiosk);
    CHECK(trial.part_symbols.size() == 11);
    CHECK(trial.warning.size() == 2);
    // And the line about pictures, which an application without any does not have.
    CHECK(trial.head.size() == worker::slip_of(*kiosk, court.file(*kiosk)).head.size() + 1);
    CHECK(paper::draw_slip(trial, paper::Width::Mm80).has_value());
}
