#include "app/paper/slip.hpp"

namespace courtyard::paper {

namespace {

std::string with_numbers(std::string caption, std::size_t n, std::size_t of) {
    const auto put = [&caption](std::string_view mark, std::size_t value) {
        const std::size_t at = caption.find(mark);
        if (at != std::string::npos) caption.replace(at, mark.size(), std::to_string(value));
    };
    put("{n}", n);
    put("{of}", of);
    return caption;
}

}  // namespace

Document document_of(const Slip& slip) {
    Document document;
    document.name = slip.title;
    std::vector<Block>& blocks = document.blocks;
    blocks.emplace_back(Title{slip.title});
    for (const std::string& line : slip.head)
        blocks.emplace_back(Centred{line});
    blocks.emplace_back(Rule{});
    blocks.emplace_back(Claim{slip.number_caption, slip.number, slip.receipt_symbol, slip.receipt_caption,
                              slip.code_caption, slip.code});
    blocks.emplace_back(Rule{});
    for (const std::string& paragraph : slip.warning)
        blocks.emplace_back(Notice{paragraph});
    for (const std::string& paragraph : slip.foot)
        blocks.emplace_back(Paragraph{paragraph});
    if (slip.part_symbols.empty()) return document;
    blocks.emplace_back(Rule{});
    Symbols symbols;
    for (std::size_t i = 0; i < slip.part_symbols.size(); ++i)
        symbols.all.push_back({slip.part_symbols[i], with_numbers(slip.part_caption, i + 1, slip.part_symbols.size())});
    blocks.emplace_back(std::move(symbols));
    return document;
}

base::Result<Raster> draw_slip(const Slip& slip, Width width) {
    Document document = document_of(slip);
    auto drawn = draw_strip(document, width);
    wipe(document);
    return drawn;
}

void wipe(Slip& slip) noexcept {
    base::wipe(slip.number);
    base::wipe(slip.code);
    base::wipe(slip.receipt_symbol);
    for (std::string& symbol : slip.part_symbols)
        base::wipe(symbol);
}

}  // namespace courtyard::paper
