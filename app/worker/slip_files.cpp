#include "app/worker/slip_files.hpp"

#include <array>
#include <map>

#include "app/paper/raster.hpp"
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

printing::Place place_of(const Machine& machine) {
    return {machine.config().court_name, machine.config().site, machine.config().machine.text()};
}

base::Result<base::Bytes> picture_of(paper::Slip slip) {
    const auto raster = paper::draw_slip(slip, paper::Width::Mm80);
    paper::wipe(slip);
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

printing::ReceiptFacts facts_of(const Receipt& receipt) {
    printing::ReceiptFacts facts;
    facts.number = receipt.number();
    facts.code = base::as_text(receipt.code().view());
    facts.symbol = base::as_text(receipt.qr_text().view());
    facts.symbols = receipt.symbols();
    facts.filed = receipt.filed();
    facts.papers = static_cast<std::int64_t>(receipt.papers());
    facts.pictures = static_cast<std::int64_t>(receipt.pictures());
    return facts;
}

paper::Slip slip_of(const Machine& machine, const Receipt& receipt) {
    return printing::slip_of(machine.pack(), place_of(machine), facts_of(receipt));
}

paper::Slip trial_slip(const Machine& machine) {
    const std::string_view alphabet = seal::kReceiptAlphabet;
    printing::ReceiptFacts facts;
    facts.number = "WWWW-WWWW-WWWWW";  // the widest letter
    facts.symbol = "CYR1";
    facts.filed = base::Instant{1};
    facts.papers = facts.pictures = 99;
    for (std::size_t i = 0; i < 32; ++i) {
        facts.code += i > 0 && i % 4 == 0 ? "-W" : "W";
        facts.symbol += alphabet[(i * i + 3 * i) % alphabet.size()];
    }
    // Without symbols first, so that the words about what it lacks are drawn, too.
    paper::Slip slip = printing::slip_of(machine.pack(), place_of(machine), facts);
    for (std::size_t part = 0; part < seal::kSymbolCountMax; ++part) {
        std::string text = "CYA1";
        while (text.size() < seal::kSymbolTextMax)
            text += alphabet[(text.size() * (text.size() + part) + text.size() / 7) % alphabet.size()];
        slip.part_symbols.push_back(std::move(text));
    }
    return slip;
}

std::string receipt_text(const Machine& machine, const Receipt& receipt) {
    printing::ReceiptFacts facts = facts_of(receipt);
    const paper::Slip slip = printing::slip_of(machine.pack(), place_of(machine), facts);
    std::string text;
    text.reserve(kTextRoom);
    text += words(machine, "title") + "\n\n";
    for (const std::string& line : slip.head)
        text += line + "\n";
    text += "\n" + words(machine, "number_caption") + "\n" + facts.number + "\n\n" + words(machine, "code_caption") +
            "\n" + facts.code + "\n\n";
    if (facts.symbols.empty()) {
        for (const char* key : kWithoutApplication)
            text += words(machine, key) + "\n";
        text += "\n";
    }
    for (const char* key : kFoot)
        text += words(machine, key) + "\n";
    base::wipe(facts.code);
    base::wipe(facts.symbol);
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
