#include "app/worker/slip_files.hpp"

#include <unistd.h>

#include <array>
#include <map>

#include "app/paper/raster.hpp"
#include "app/worker/china_time.hpp"
#include "sync/os/files.hpp"

namespace courtyard::worker {

namespace {

std::string words(const Machine& machine, std::string_view key, const std::map<std::string, std::string>& params = {}) {
    return machine.pack().words.text(std::string("slip.") + std::string(key), params);
}

constexpr std::array<const char*, 7> kFoot = {"foot_not_filing", "foot_ask",  "foot_next", "foot_keep",
                                              "foot_lost",       "foot_safe", "foot_call"};

std::vector<std::string> head_of(const Machine& machine, const Receipt& receipt) {
    std::vector<std::string> head = {words(machine, "court", {{"court", machine.config().court_name}})};
    if (!machine.config().site.empty()) head.push_back(words(machine, "site", {{"site", machine.config().site}}));
    head.push_back(words(machine, "filed_at", {{"time", china_time(receipt.filed())}}));
    return head;
}

}  // namespace

paper::Slip slip_of(const Machine& machine, const Receipt& receipt) {
    paper::Slip slip;
    slip.title = words(machine, "title");
    slip.head = head_of(machine, receipt);
    slip.number = receipt.number();
    slip.code = std::string(base::as_text(receipt.code().view()));
    slip.code_caption = words(machine, "code_caption");
    slip.receipt_symbol = std::string(base::as_text(receipt.qr_text().view()));
    slip.receipt_caption = words(machine, "receipt_caption");
    slip.part_symbols = receipt.symbols();
    slip.part_caption = machine.pack().words.text("slip.part_caption");
    for (const char* key : kFoot)
        slip.foot.push_back(words(machine, key));
    return slip;
}

std::string receipt_text(const Machine& machine, const Receipt& receipt) {
    std::string text;
    text.reserve(4096);
    text += words(machine, "title") + "\n\n";
    for (const std::string& line : head_of(machine, receipt))
        text += line + "\n";
    text += "\n" + words(machine, "number_caption") + "\n" + receipt.number() + "\n\n" +
            words(machine, "code_caption") + "\n";
    text += base::as_text(receipt.code().view());
    text += "\n\n";
    for (const char* key : kFoot)
        text += words(machine, key) + "\n";
    return text;
}

base::Result<void> prepare_slip_folder(const std::filesystem::path& folder) {
    TRY(os::make_folder(folder));
    if (::access(folder.c_str(), W_OK | X_OK) != 0)
        return base::fail("file.write", "cannot write into " + folder.string() + "; give another folder with --out");
    return {};
}

base::Result<SlipFiles> write_slip(const Machine& machine, const Receipt& receipt,
                                   const std::filesystem::path& folder) {
    const SlipFiles files{folder / "slip.png", folder / "receipt.txt"};
    const paper::Raster picture = TRY(paper::draw_slip(slip_of(machine, receipt), paper::Width::Mm80));
    const base::Bytes png = TRY(paper::to_png(picture));
    TRY(os::make_folder(folder));
    TRY(os::write_file(files.picture, png, os::Privacy::OwnerOnly));
    std::string text = receipt_text(machine, receipt);
    const auto written = os::write_file(files.text, text, os::Privacy::OwnerOnly);
    base::wipe(text);
    TRY(written);
    return files;
}

}  // namespace courtyard::worker
