#include "app/shell/print_process.hpp"

#include <utility>

#include "app/printing/order.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::shell {

namespace {

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

void PrintProcess::start(flow::Print& print, std::int64_t now_ms) {
    printing::Order order = order_of(print);
    wipe_secrets(print);
    std::string text = printing::write_order(order);
    printing::wipe(order);
    base::Bytes input(text.begin(), text.end());
    base::wipe(text);
    if (is_running()) {
        base::wipe(input);
        refused_ = flow::PrintFailed{print.ticket, "printer.busy"};
        return;
    }
    ticket_ = print.ticket;
    child_.start({"print", "order", "--home", home_.string()}, std::move(input), now_ms);
}

void PrintProcess::test(const flow::TestPrinter& test, std::int64_t now_ms) {
    flow::Print print;
    print.ticket = test.ticket;
    print.order.what = flow::PrintWhat::Test;
    print.asked_at = os::now();
    test_ = test.ticket;
    start(print, now_ms);
}

std::optional<flow::Event> PrintProcess::answer(std::int64_t now_ms) {
    if (refused_) {
        flow::Event event = std::move(*refused_);
        refused_.reset();
        return event;
    }
    const auto word = child_.look(now_ms);
    if (!word) return std::nullopt;
    if (*word == "printed") return flow::PaperPrinted{ticket_};
    return flow::PrintFailed{ticket_, *word};
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

void PrintProcess::stop() {
    child_.kill();
    refused_.reset();
}

}  // namespace courtyard::shell
