#include <doctest/doctest.h>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "app/camera/line_scanner.hpp"

using namespace courtyard::camera;

namespace {

// The far end of a serial line.
class Reader {
public:
    Reader() : fd_(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
        REQUIRE(fd_ >= 0);
        REQUIRE(::grantpt(fd_) == 0);
        REQUIRE(::unlockpt(fd_) == 0);
        device_ = ::ptsname(fd_);
    }
    ~Reader() { unplug(); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    void send(std::string_view bytes) const {
        REQUIRE(::write(fd_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    }
    void unplug() {
        if (fd_ >= 0) ::close(fd_);
        fd_ = -1;
    }
    [[nodiscard]] const std::string& device() const { return device_; }

private:
    int fd_;
    std::string device_;
};

std::string next(ScanLines& lines) { return lines.next().value_or("-"); }

}  // namespace

TEST_CASE("a serial reader's lines arrive, in pieces or several at once, and its going is noticed") {
    Reader reader;
    auto scanner = LineScanner::open(reader.device());
    REQUIRE(scanner.has_value());
    CHECK_FALSE((*scanner)->read(0)->has_value());
    reader.send("CYR1ABC");
    CHECK_FALSE((*scanner)->read(200)->has_value());  // no line end yet
    reader.send("DEF\r\nCYA1XYZ\r");
    CHECK((*scanner)->read(2000)->value_or("") == "CYR1ABCDEF");
    CHECK((*scanner)->read(0)->value_or("") == "CYA1XYZ");
    reader.unplug();
    CHECK((*scanner)->read(2000).error().code == "scanner.gone");
}

TEST_CASE("a scanner that is not there, or is no serial line, is none") {
    CHECK(LineScanner::open("").error().code == "scanner.none");
    CHECK(LineScanner::open("/dev/courtyard-no-such-scanner").error().code == "scanner.none");
    CHECK(LineScanner::open("/dev/null").error().code == "scanner.none");
}

TEST_CASE("only what a symbol of ours can hold is a line") {
    ScanLines lines;
    lines.take("\r\n\n");
    CHECK(next(lines) == "-");
    lines.take("CYR1\x1b[A\nCYR12\n");  // control characters spoil their whole line
    CHECK(next(lines) == "CYR12");
    lines.take("cyr1lower\n");
    lines.take("\xE4\xBD\xA0\n");
    lines.take(std::string(kScanTextMax, 'A') + "\n");
    lines.take(std::string(kScanTextMax + 1, 'B') + "\nOK:1\n");
    CHECK(next(lines) == std::string(kScanTextMax, 'A'));
    CHECK(next(lines) == "OK:1");
    CHECK(next(lines) == "-");
    for (int i = 0; i < 1000; ++i)  // somebody holds a reader before a code for ever
        lines.take(std::string(100, 'C') + "\n");
    int kept = 0;
    while (lines.next())
        ++kept;
    CHECK(kept > 10);
    CHECK(kept < 200);
    CHECK(is_scan_text("CYR1-$%*+./: "));
    CHECK_FALSE(is_scan_text(""));
    CHECK_FALSE(is_scan_text("a"));
}
