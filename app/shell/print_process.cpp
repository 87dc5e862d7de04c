#include "app/shell/print_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "app/printing/order.hpp"
#include "app/shell/stop_signal.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::shell {

namespace {

constexpr std::int64_t kWholeMs = 100'000;  // more than all waits of app/printer together
constexpr std::size_t kSaidMax = 4096;

printing::Order order_of(const flow::Print& print) {
    printing::Order order;
    order.what = static_cast<printing::What>(print.order.what);
    order.id = print.order.id;
    order.kind = print.order.kind;
    order.at = print.asked_at;
    order.answers = print.answers;
    order.needs = print.needs;
    order.symbols = print.order.symbols;
    if (print.receipt) {
        order.receipt.number = print.receipt->number;
        order.receipt.code = print.receipt->code;
        order.receipt.symbol = print.receipt->code_qr;
        order.receipt.symbols = print.receipt->symbols;
        order.receipt.filed = print.receipt->filed_at;
        order.receipt.papers = static_cast<std::int64_t>(print.receipt->papers);
    }
    return order;
}

void close_one(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
}

}  // namespace

// Both list the same papers in the same order.
static_assert(static_cast<int>(flow::PrintWhat::Receipt) == static_cast<int>(printing::What::Receipt));
static_assert(static_cast<int>(flow::PrintWhat::Ticket) == static_cast<int>(printing::What::Ticket));
static_assert(static_cast<int>(flow::PrintWhat::Test) == static_cast<int>(printing::What::Test));

flow::PrinterKind printer_of(const worker::MachineConfig& config) {
    if (!config.printer) return flow::PrinterKind::None;
    return config.printer->prints_pages() ? flow::PrinterKind::Pages : flow::PrinterKind::Strip;
}

void wipe_secrets(flow::Print& print) noexcept {
    base::wipe(print.order.id);
    for (std::string& symbol : print.order.symbols)
        base::wipe(symbol);
    if (!print.receipt) return;
    base::wipe(print.receipt->number);
    base::wipe(print.receipt->code);
    base::wipe(print.receipt->code_qr);
    for (std::string& symbol : print.receipt->symbols)
        base::wipe(symbol);
}

PrintProcess::PrintProcess(std::filesystem::path program, std::filesystem::path home)
    : program_(std::move(program)), home_(std::move(home)) {}

void PrintProcess::start(flow::Print& print, std::int64_t now_ms) {
    printing::Order order = order_of(print);
    wipe_secrets(print);
    std::string text = printing::write_order(order);
    printing::wipe(order);
    std::array<int, 2> in{-1, -1}, out{-1, -1};
    if (is_running() || ::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0) {
        for (int end : {in[0], in[1], out[0], out[1]})
            close_one(end);
        base::wipe(text);
        failed_ = flow::PrintFailed{print.ticket, "printer.busy"};
        return;
    }
    const std::string program = program_.string();
    const std::string home = home_.string();
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child == 0) {
        // Only calls that are safe after fork in a program with threads.
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent) ::_exit(1);
        unblock_stop_signals();
        ::dup2(in[0], 0);
        ::dup2(out[1], 1);
        ::execl(program.c_str(), program.c_str(), "print", "order", "--home", home.c_str(),
                static_cast<char*>(nullptr));
        ::_exit(127);
    }
    close_one(in[0]);
    close_one(out[1]);
    ticket_ = print.ticket;
    if (child < 0) {
        close_one(in[1]);
        close_one(out[0]);
        base::wipe(text);
        failed_ = flow::PrintFailed{print.ticket, "printer.failed"};
        return;
    }
    child_ = child;
    to_child_ = in[1];
    from_child_ = out[0];
    ::fcntl(to_child_, F_SETFL, O_NONBLOCK);
    ::fcntl(from_child_, F_SETFL, O_NONBLOCK);
    order_ = std::move(text);
    handed_ = 0;
    said_.clear();
    until_ms_ = now_ms + kWholeMs;
    hand_over();
}

void PrintProcess::hand_over() {
    while (to_child_ >= 0) {
        const ssize_t taken = ::write(to_child_, order_.data() + handed_, order_.size() - handed_);
        if (taken < 0 && (errno == EAGAIN || errno == EINTR)) break;
        if (taken > 0) handed_ += static_cast<std::size_t>(taken);
        if (taken <= 0 || handed_ == order_.size()) {
            base::wipe(order_);
            order_.clear();
            close_one(to_child_);
        }
    }
}

void PrintProcess::test(const flow::TestPrinter& test, std::int64_t now_ms) {
    flow::Print print;
    print.ticket = test.ticket;
    print.order.what = flow::PrintWhat::Test;
    print.asked_at = os::now();
    test_ = test.ticket;
    start(print, now_ms);
}

std::optional<flow::Event> PrintProcess::look(std::int64_t now_ms) {
    std::optional<flow::Event> event = answer(now_ms);
    if (!event || !test_) return event;
    const std::uint64_t ticket = *test_;
    if (const auto* printed = std::get_if<flow::PaperPrinted>(&*event); printed && printed->ticket == ticket) {
        test_.reset();
        return flow::PrinterTested{ticket, {}};
    }
    if (const auto* failed = std::get_if<flow::PrintFailed>(&*event); failed && failed->ticket == ticket) {
        test_.reset();
        return flow::PrinterTested{ticket, failed->code};
    }
    return event;
}

std::optional<flow::Event> PrintProcess::answer(std::int64_t now_ms) {
    if (failed_) {
        flow::Event event = std::move(*failed_);
        failed_.reset();
        return event;
    }
    if (child_ <= 0) return std::nullopt;
    hand_over();
    std::array<char, 512> block{};
    for (ssize_t got = 0; (got = ::read(from_child_, block.data(), block.size())) > 0;)
        said_.append(block.data(),
                     std::min(static_cast<std::size_t>(got), kSaidMax - std::min(kSaidMax, said_.size())));
    int status = 0;
    const pid_t ended = ::waitpid(child_, &status, WNOHANG);
    if (ended == 0 && now_ms < until_ms_) return std::nullopt;
    if (ended == 0) {
        stop();
        return flow::PrintFailed{ticket_, "printer.busy"};
    }
    for (ssize_t got = 0; (got = ::read(from_child_, block.data(), block.size())) > 0;)
        said_.append(block.data(),
                     std::min(static_cast<std::size_t>(got), kSaidMax - std::min(kSaidMax, said_.size())));
    child_ = -1;
    close_pipes();
    const std::string word = said_.substr(0, said_.find('\n'));
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && word == "printed") return flow::PaperPrinted{ticket_};
    const bool is_code = word.starts_with("printer.") || word.starts_with("paper.") || word.starts_with("print.");
    return flow::PrintFailed{ticket_, is_code ? word : std::string("printer.failed")};
}

void PrintProcess::stop() {
    if (child_ > 0) {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
    }
    child_ = -1;
    failed_.reset();
    close_pipes();
}

void PrintProcess::close_pipes() {
    base::wipe(order_);
    order_.clear();
    close_one(to_child_);
    close_one(from_child_);
}

}  // namespace courtyard::shell
