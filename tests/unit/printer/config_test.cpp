#include <doctest/doctest.h>

#include "app/printer/config.hpp"

using namespace courtyard;
using printer::Kind;

TEST_CASE("every kind of printer is read, on one line, too") {
    const auto thermal = printer::parse_word("thermal:58:/dev/usb/lp0").value();
    CHECK(thermal.kind == Kind::Thermal);
    CHECK(thermal.width == paper::Width::Mm58);
    CHECK(thermal.device == "/dev/usb/lp0");
    CHECK_FALSE(thermal.prints_pages());
    const auto tcp = printer::parse_word("tcp:80:127.0.0.1:9100").value();
    CHECK(tcp.host == "127.0.0.1");
    CHECK(tcp.port == 9100);
    CHECK(printer::parse_word("tcp:80:[fd00::5]:9100")->host == "fd00::5");
    CHECK(printer::parse_word("file:58:/srv/papers")->width == paper::Width::Mm58);
    CHECK(printer::parse_word("file:a4:/srv/papers")->prints_pages());
    CHECK(printer::parse_word("a4")->queue.empty());
    CHECK(printer::parse_word("a4:laser_2")->queue == "laser_2");
    CHECK(printer::check({.kind = "thermal", .width = "80", .device = "/dev/ttyUSB0"})->width == paper::Width::Mm80);
}

TEST_CASE("a mistake gets one sentence that says what may stand there") {
    const auto says = [](const printer::Said& said, const char* word) {
        const auto config = printer::check(said);
        REQUIRE_FALSE(config.has_value());
        CHECK(config.error().code == "printer.config");
        CAPTURE(config.error().message);
        CHECK(config.error().message.find(word) != std::string::npos);
    };
    says({.kind = "laser"}, "thermal");
    says({.kind = "thermal", .device = "/dev/usb/lp0"}, "58 or 80");
    says({.kind = "thermal", .width = "76", .device = "/dev/usb/lp0"}, "58 or 80");
    says({.kind = "thermal", .width = "58", .device = "lp0"}, "full path");
    says({.kind = "tcp", .width = "58", .address = "printer.example:9100"}, "in numbers");
    says({.kind = "tcp", .width = "58", .address = "10.0.0.1"}, "port");
    says({.kind = "tcp", .width = "58", .address = "10.0.0.1:0"}, "port");
    says({.kind = "tcp", .width = "58", .address = "10.0.0.1:91000"}, "port");
    says({.kind = "a4", .queue = "-o raw"}, "queue");
    says({.kind = "a4", .width = "58"}, "width");
    says({.kind = "file"}, "folder");
    says({.kind = "tcp", .width = "80", .device = "/dev/usb/lp0", .address = "10.0.0.1:9100"}, "device does not go");
}
