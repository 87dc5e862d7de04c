#include "app/worker/slip_files.hpp"

#include <array>
#include <map>

#include "app/paper/raster.hpp"
#include "app/worker/china_time.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/slip_symbols.hpp"

namespace courtyard::worker {

namespace {

constexpr std::size_t kTextRoom = 16 * 1024;     // bytes; a receipt in words has about two thousand
constexpr std::size_t kPictureMore = 32 * 1024;  // bytes above the trial slip: no two pictures pack alike
constexpr std::array<const char*, 7> kFoot = {"foot_not_filing", "foot_ask",  "foot_next", "foot_keep",
                                              "foot_lost",       "foot_safe", "foot_call"};
constexpr std::array<const char*, 2> kWithoutApplication = {"without_application", "without_application_do"};

std::string words(const Machine& machine, std::string_view key, const std::map<std::string, std::string>& params = {}) {
    return machine.pack().words.text("slip." + std::string(key), params);
}

// What differs from slip to slip.
struct Facts {
    std::string number, code, receipt_symbol;
    std::vector<std::string> parts;
    base::Instant filed;
    std::size_t papers = 0;
    bool holds_application = true;
};

Facts facts_of(const Receipt& receipt) {
    return {receipt.number(),
            std::string(base::as_text(receipt.code().view())),
            std::string(base::as_text(receipt.qr_text().view())),
            receipt.symbols(),
            receipt.filed(),
            receipt.papers(),
            receipt.holds_application()};
}

// Domain report, section 5.7: court, terminal, time and how many papers were handed in.
std::vector<std::string> head_of(const Machine& machine, const Facts& facts) {
    std::vector<std::string> head = {words(machine, "court", {{"court", machine.config().court_name}})};
    if (!machine.config().site.empty()) head.push_back(words(machine, "site", {{"site", machine.config().site}}));
    head.push_back(words(machine, "machine", {{"machine", machine.config().machine.text()}}));
    head.push_back(words(machine, "filed_at", {{"time", china_time(facts.filed)}}));
    head.push_back(words(machine, "papers", {{"n", std::to_string(facts.papers)}}));
    return head;
}

// Two lines of four groups: a place in eight groups on one line is soon lost.
std::string in_two_lines(std::string code) {
    std::size_t dash = code.find('-');
    for (int group = 1; group < 4 && dash != std::string::npos; ++group)
        dash = code.find('-', dash + 1);
    if (dash != std::string::npos) code[dash] = '\n';
    return code;
}

paper::Slip slip_with(const Machine& machine, const Facts& facts) {
    paper::Slip slip;
    slip.title = words(machine, "title");
    slip.head = head_of(machine, facts);
    slip.number = facts.number;
    slip.code = in_two_lines(facts.code);
    slip.code_caption = words(machine, "code_caption");
    slip.receipt_symbol = facts.receipt_symbol;
    slip.receipt_caption = words(machine, "receipt_caption");
    slip.part_symbols = facts.parts;
    slip.part_caption = machine.pack().words.text("slip.part_caption");
    if (!facts.holds_application) {
        for (const char* key : kWithoutApplication)
            slip.warning.push_back(words(machine, key));
    }
    for (const char* key : kFoot)
        slip.foot.push_back(words(machine, key));
    return slip;
}

base::Result<base::Bytes> picture_of(paper::Slip slip) {
    const auto raster = paper::draw_slip(slip, paper::Width::Mm80);
    base::wipe(slip.code);
    base::wipe(slip.receipt_symbol);
    if (!raster) return tl::unexpected(raster.error());
    return paper::to_png(*raster);
}

base::Result<os::ReservedFile> reserve(const std::filesystem::path& path, std::size_t size) {
    auto reserved = os::ReservedFile::make(path, size, os::Privacy::OwnerOnly);
    if (reserved || reserved.error().code != "file.exists") return reserved;
    return base::fail("slip.exists",
                      reserved.error().message + " and may be somebody's only slip; choose another folder with --out");
}

}  // namespace

paper::Slip slip_of(const Machine& machine, const Receipt& receipt) { return slip_with(machine, facts_of(receipt)); }

paper::Slip trial_slip(const Machine& machine) {
    const std::string_view alphabet = seal::kReceiptAlphabet;
    Facts facts;
    facts.number = "WWWW-WWWW-WWWWW";  // the widest letter
    facts.receipt_symbol = "CYR1";
    for (std::size_t i = 0; i < 32; ++i) {
        facts.code += i > 0 && i % 4 == 0 ? "-W" : "W";
        facts.receipt_symbol += alphabet[(i * i + 3 * i) % alphabet.size()];
    }
    for (std::size_t part = 0; part < seal::kSymbolCountMax; ++part) {
        std::string text = "CYA1";
        while (text.size() < seal::kSymbolTextMax)
            text += alphabet[(text.size() * (text.size() + part) + text.size() / 7) % alphabet.size()];
        facts.parts.push_back(std::move(text));
    }
    facts.holds_application = false;  // so that those words are drawn, too
    return slip_with(machine, facts);
}

std::string receipt_text(const Machine& machine, const Receipt& receipt) {
    Facts facts = facts_of(receipt);
    std::string text;
    text.reserve(kTextRoom);
    text += words(machine, "title") + "\n\n";
    for (const std::string& line : head_of(machine, facts))
        text += line + "\n";
    text += "\n" + words(machine, "number_caption") + "\n" + facts.number + "\n\n" + words(machine, "code_caption") +
            "\n" + facts.code + "\n\n";
    if (!facts.holds_application) {
        for (const char* key : kWithoutApplication)
            text += words(machine, key) + "\n";
        text += "\n";
    }
    for (const char* key : kFoot)
        text += words(machine, key) + "\n";
    base::wipe(facts.code);
    base::wipe(facts.receipt_symbol);
    return text;
}

base::Result<SlipPlace> SlipPlace::prepare(const Machine& machine, const std::filesystem::path& folder) {
    const base::Bytes trial = TRY(picture_of(trial_slip(machine)));
    SlipFiles paths{folder / "slip.png", folder / "receipt.txt"};
    auto folders = TRY(os::MadeFolders::make(folder));
    auto picture = TRY(reserve(paths.picture, trial.size() + kPictureMore));
    auto text = TRY(reserve(paths.text, kTextRoom));
    return SlipPlace(std::move(paths), std::move(folders), std::move(picture), std::move(text));
}

base::Result<SlipFiles> SlipPlace::write(const Machine& machine, const Receipt& receipt) {
    base::Bytes png = TRY(picture_of(slip_of(machine, receipt)));
    const auto drawn = picture_.fill(png);
    base::wipe(png);
    TRY(drawn);
    std::string text = receipt_text(machine, receipt);
    const auto written = text_.fill(base::as_bytes(text));
    base::wipe(text);
    TRY(written);
    TRY(picture_.put());
    if (auto put = text_.put(); !put) {
        picture_.take_back();
        return tl::unexpected(put.error());
    }
    folders_.keep();
    return paths_;
}

}  // namespace courtyard::worker
