#include "app/worker/printing.hpp"

#include <algorithm>

#include "app/paper/pages.hpp"
#include "app/printer/escpos.hpp"
#include "app/printer/printer.hpp"
#include "app/worker/home_parts.hpp"
#include "app/worker/pictures.hpp"
#include "sync/seal/receipt.hpp"
#include "sync/seal/slip_symbols.hpp"

namespace courtyard::worker {

namespace {

base::Result<paper::Raster> strip_of(const PrintRoom& room, const printing::Order& order, paper::Width width) {
    paper::Document document = TRY(printing::compose(room.pack, room.place, order, printing::Sheet::Strip));
    auto drawn = paper::draw_strip(document, width);
    paper::wipe(document);
    return drawn;
}

}  // namespace

base::Result<PrintRoom> print_room_of(const Home& home) {
    const MachineConfig config = TRY(config_of(home));
    const CourtPublic court = TRY(court_of(home));
    PrintRoom room;
    room.pack = TRY(pack_of(home, court, 0)).pack;
    room.place = {config.court_name, config.site, config.machine.text()};
    room.printer = config.printer;
    return room;
}

base::Result<base::Bytes> printed(const PrintRoom& room, const printing::Order& order,
                                  std::optional<paper::Width> width) {
    if (width) {
        paper::Raster strip = TRY(strip_of(room, order, *width));
        base::Bytes bytes = printer::to_escpos(strip);
        base::wipe(strip.grey);
        return bytes;
    }
    paper::Document document = TRY(printing::compose(room.pack, room.place, order, printing::Sheet::Page));
    auto pages = paper::draw_pages(document);
    paper::wipe(document);
    return pages;
}

base::Result<base::Bytes> printed_as_png(const PrintRoom& room, const printing::Order& order, paper::Width width) {
    paper::Raster strip = TRY(strip_of(room, order, width));
    auto png = paper::to_png(strip);
    base::wipe(strip.grey);
    return png;
}

base::Result<void> print(const PrintRoom& room, const printing::Order& order) {
    if (!room.printer) return base::fail("printer.none", "machine.toml names no printer: see [printer]");
    base::Bytes bytes = TRY(printed(room, order, room.printer->width));
    auto sent = printer::send(*room.printer, bytes, room.pack.words.text("slip.title"));
    base::wipe(bytes);
    return sent;
}

base::Result<void> print_pdf(const Home& home, base::ByteView pdf, const std::string& title,
                             const printer::Patience& patience) {
    const MachineConfig config = TRY(read_machine_config(home));
    if (!config.printer || config.printer->width)
        return base::fail("printer.none", "this machine has no printer for sheets of paper");
    return printer::send(*config.printer, pdf, title, patience);
}

base::Result<printing::ReceiptFacts> receipt_in(const std::vector<std::filesystem::path>& pictures) {
    std::vector<std::string> receipts, parts;
    for (const std::filesystem::path& picture : pictures) {
        for (std::string& text : TRY(symbols_in(picture))) {
            auto& into = seal::is_receipt_qr(text) ? receipts : parts;
            const bool ours = seal::is_receipt_qr(text) || seal::is_record_symbol(text);
            if (ours && std::find(into.begin(), into.end(), text) == into.end()) into.push_back(std::move(text));
        }
    }
    if (receipts.empty()) {
        return base::fail("print.no_receipt",
                          "there is no receipt symbol in these pictures; take them again with the whole slip");
    }
    if (receipts.size() > 1) {
        return base::fail("print.several_receipts", "there are " + std::to_string(receipts.size()) +
                                                        " different slips in these pictures; give those of one alone");
    }
    const seal::ReceiptSecret secret = TRY(seal::ReceiptSecret::parse(receipts.front()));
    printing::ReceiptFacts facts;
    facts.again = true;
    facts.number = secret.address().number.text;
    facts.code = base::as_text(secret.code().view());
    facts.symbol = base::as_text(secret.qr_text().view());
    // Joined first: half a slip must not be printed as if it were whole.
    if (!parts.empty()) {
        const base::Bytes record = TRY(seal::join_symbols(parts));
        facts.symbols = TRY(seal::to_symbols(record));
    }
    base::wipe(receipts.front());
    return facts;
}

}  // namespace courtyard::worker
