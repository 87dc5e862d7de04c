#include "app/ctl/slip_scanning.hpp"

#include <map>
#include <memory>

#include "app/camera/camera.hpp"
#include "app/camera/line_scanner.hpp"
#include "app/flow/scan_parts.hpp"
#include "app/paper/scan.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::ctl {

namespace {

constexpr int kLookMs = 200;

// What was collected so far of one slip.
class Parts {
public:
    explicit Parts(Output& out) : out_(out) {}
    void take(const std::string& text) {
        const auto label = flow::part_label(text, "CYA1");
        if (!label) return;
        if (label->set != set_ || label->total != total_) parts_.clear();
        set_ = label->set;
        total_ = label->total;
        if (parts_.emplace(label->part, text).second)
            out_.line("symbol " + std::to_string(label->part) + " of " + std::to_string(total_) + ", " +
                      std::to_string(parts_.size()) + " are there");
    }
    [[nodiscard]] bool is_whole() const { return total_ > 0 && parts_.size() == static_cast<std::size_t>(total_); }
    [[nodiscard]] std::size_t count() const { return parts_.size(); }
    [[nodiscard]] std::vector<std::string> texts() const {
        std::vector<std::string> texts;
        for (const auto& [number, text] : parts_)
            texts.push_back(text);
        return texts;
    }

private:
    Output& out_;
    std::string set_;
    int total_ = 0;
    std::map<int, std::string> parts_;
};

base::Result<void> look(camera::Camera& camera, Parts& parts) {
    const camera::Picture seen = TRY(camera.frame(camera::Detail::Full));
    camera::Grey grey = camera::grey_of(seen);
    const paper::Raster raster{grey.width, grey.height, std::move(grey.levels)};
    for (const paper::Decoder decoder : {paper::Decoder::ZBar, paper::Decoder::ZXing})
        for (const std::string& text : paper::scan_with(decoder, raster))
            parts.take(text);
    return {};
}

}  // namespace

base::Result<std::vector<std::string>> scan_slip(const ScanPlaces& places, std::int64_t wait_ms, Output& out) {
    Parts parts(out);
    const std::int64_t until = os::monotonic_ms() + wait_ms;
    std::unique_ptr<camera::Camera> camera;
    std::unique_ptr<camera::LineScanner> scanner;
    if (!places.camera.empty()) camera = TRY(camera::open_camera(places.camera));
    if (!places.scanner.empty()) scanner = TRY(camera::LineScanner::open(places.scanner));
    while (!parts.is_whole() && os::monotonic_ms() < until) {
        if (camera) TRY(look(*camera, parts));
        if (scanner) {
            if (const auto line = TRY(scanner->read(kLookMs))) parts.take(*line);
        } else {
            os::pause(kLookMs);
        }
    }
    if (!parts.is_whole())
        return base::fail("symbols.missing", std::to_string(parts.count()) +
                                                 " symbols of the slip were read in time, not all: try again, each one "
                                                 "flat, near and in good light");
    return parts.texts();
}

}  // namespace courtyard::ctl
