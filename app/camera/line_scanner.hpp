// A bar code reader that speaks over a serial line (USB CDC, /dev/ttyACM0): what it reads comes as lines of text.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sync/base/result.hpp"

namespace courtyard::camera {

// Our largest symbol has 600 characters (FORMAT.md, section 8).
inline constexpr std::size_t kScanTextMax = 640;

// Bytes in, lines out: only what our symbols can hold (the 45 characters of QR's alphanumeric mode) is a line,
// everything else, and what is too long, is dropped up to the next line end. Pure.
class ScanLines {
public:
    void take(std::string_view bytes);
    [[nodiscard]] std::optional<std::string> next();
    ~ScanLines();

private:
    std::string open_, ready_;  // lines not ended yet; ended ones, each with '\n'
    bool spoilt_ = false;
};
// Whether a text may be of a symbol of ours: 1 to kScanTextMax characters of QR's alphanumeric mode.
[[nodiscard]] bool is_scan_text(std::string_view text);

class LineScanner {
public:
    // Raw, 115200 baud (a USB reader takes any). "scanner.none": nothing configured or not there; "scanner.denied".
    static base::Result<std::unique_ptr<LineScanner>> open(const std::string& device);
    ~LineScanner();
    LineScanner(const LineScanner&) = delete;
    LineScanner& operator=(const LineScanner&) = delete;

    // The next line within `timeout_ms`; nothing when none came. "scanner.gone": unplugged.
    base::Result<std::optional<std::string>> read(int timeout_ms);

private:
    explicit LineScanner(int fd) : fd_(fd) {}
    int fd_;
    ScanLines lines_;
};

}  // namespace courtyard::camera
