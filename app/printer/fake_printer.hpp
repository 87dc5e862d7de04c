// A receipt printer that is none: listens on loopback, or is the other end of a terminal, and behaves as told. Beside
// the interface that it fakes; used by tests and by nobody else.
#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "app/printer/escpos.hpp"
#include "app/printer/escpos_reader.hpp"
#include "sync/os/descriptor.hpp"

namespace courtyard::printer {

struct Manners {
    std::optional<Condition> says = Condition::Ready;  // to DLE EOT; nothing: it never answers
    std::optional<std::size_t> takes = {};             // then it hangs up (a cut line)
    bool reads = true;                                 // false: it takes nothing at all
    int pause_ms = 0;                                  // between two reads: slow
    std::optional<std::size_t> paper_for = {};         // after so many bytes the roll has ended
};

class FakePrinter {
public:
    enum class Where { Network, Terminal };
    FakePrinter(Where where, const Manners& manners);
    ~FakePrinter();
    FakePrinter(const FakePrinter&) = delete;
    FakePrinter& operator=(const FakePrinter&) = delete;

    [[nodiscard]] int port() const { return port_; }                     // of loopback
    [[nodiscard]] const std::string& device() const { return device_; }  // "/dev/pts/7"

    // What has come, status questions and all (read_escpos() passes over them); waits until nothing more comes and the
    // line is closed, or 10 s.
    [[nodiscard]] base::Bytes heard();

private:
    void run();
    void serve(const os::Descriptor& line);
    void take(base::ByteView bytes, const os::Descriptor& line);

    Manners manners_;
    os::Descriptor listener_{-1};
    os::Descriptor held_{-1};  // the terminal's own end, so that it never hangs up by itself
    int port_ = 0;
    std::string device_;
    std::mutex mutex_;
    base::Bytes heard_;
    std::atomic<bool> stop_ = false;
    std::atomic<bool> over_ = false;
    std::thread thread_;
};

}  // namespace courtyard::printer
