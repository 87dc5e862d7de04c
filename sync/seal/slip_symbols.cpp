#include "sync/seal/slip_symbols.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>
#include <zlib.h>

#include "sync/base/encoding.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::seal {
namespace {

constexpr std::size_t kPrefixSize = 4;
constexpr std::string_view prefix_of(Slip slip) { return slip == Slip::Application ? "CYA1" : "CYD1"; }
constexpr std::size_t kTagSize = 4;    // first bytes of the record's SHA-256: says which symbols belong together
constexpr std::size_t kHeadSize = 10;  // tag, number, count, CRC-32

using Tag = std::array<std::uint8_t, kTagSize>;

struct Symbol {
    Tag tag{};
    std::size_t number = 0;  // from 1
    std::size_t count = 0;
    base::Bytes part;
};

Tag tag_of(base::ByteView record) {
    Tag tag;
    std::copy_n(sha256(record).bytes.begin(), kTagSize, tag.begin());
    return tag;
}

std::uint32_t checksum(base::ByteView head, base::ByteView part) {
    uLong crc = crc32(0, head.data(), static_cast<uInt>(head.size()));
    crc = crc32(crc, part.data(), static_cast<uInt>(part.size()));
    return static_cast<std::uint32_t>(crc);
}

std::string encode(Slip slip, const Tag& tag, std::size_t number, std::size_t count, base::ByteView part) {
    base::Bytes bytes(tag.begin(), tag.end());
    bytes.push_back(static_cast<std::uint8_t>(number));
    bytes.push_back(static_cast<std::uint8_t>(count));
    const std::uint32_t crc = checksum(bytes, part);
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(crc >> shift));
    bytes.insert(bytes.end(), part.begin(), part.end());
    std::string text(prefix_of(slip));
    text += base::base45(bytes);
    COURTYARD_CHECK(text.size() <= kSymbolTextMax);
    return text;
}

base::Result<Symbol> decode(std::string_view text, Slip slip) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.remove_suffix(1);  // wedge scanners press Enter
    if (!is_record_symbol(text, slip)) return base::fail("symbols.foreign", "a scanned symbol is not one of a slip");
    const base::Result<base::Bytes> bytes = base::unbase45(text.substr(kPrefixSize));
    if (!bytes || text.size() > kSymbolTextMax || bytes->size() <= kHeadSize) {
        return base::fail("symbols.damaged", "a scanned symbol is damaged: scan it again");
    }
    const base::ByteView all(*bytes);
    Symbol symbol;
    std::copy_n(all.begin(), kTagSize, symbol.tag.begin());
    symbol.number = all[4];
    symbol.count = all[5];
    symbol.part.assign(all.begin() + kHeadSize, all.end());
    const std::uint32_t crc =
        std::uint32_t{all[6]} << 24 | std::uint32_t{all[7]} << 16 | std::uint32_t{all[8]} << 8 | all[9];
    if (crc != checksum(all.first(6), symbol.part) || symbol.number < 1 || symbol.number > symbol.count ||
        symbol.count > kSymbolCountMax) {
        return base::fail("symbols.damaged", "a scanned symbol is damaged: scan it again");
    }
    return symbol;
}

tl::unexpected<base::Error> mixed() {
    return base::fail("symbols.mixed", "the scanned symbols are of more than one slip: scan one slip at a time");
}

}  // namespace

base::Result<std::vector<std::string>> to_symbols(base::ByteView record, Slip slip) {
    TRY(parse_header(record));
    const std::size_t count = (record.size() + kSymbolPartMax - 1) / kSymbolPartMax;
    if (count > kSymbolCountMax)
        return base::fail("symbols.too_large", "a record of more than 4,096 bytes is not printed on a slip");
    const std::size_t part_size = (record.size() + count - 1) / count;
    const Tag tag = tag_of(record);
    std::vector<std::string> symbols;
    for (std::size_t number = 1; number <= count; ++number) {
        const std::size_t start = (number - 1) * part_size;
        symbols.push_back(
            encode(slip, tag, number, count, record.subspan(start, std::min(part_size, record.size() - start))));
    }
    return symbols;
}

base::Result<base::Bytes> join_symbols(std::span<const std::string> scanned, Slip slip) {
    if (scanned.empty()) return base::fail("symbols.none", "no symbol was scanned");
    std::map<std::size_t, Symbol> parts;
    for (const std::string& text : scanned) {
        Symbol symbol = TRY(decode(text, slip));
        if (!parts.empty() && (parts.begin()->second.tag != symbol.tag || parts.begin()->second.count != symbol.count))
            return mixed();
        const auto [there, is_new] = parts.try_emplace(symbol.number, std::move(symbol));
        if (!is_new && there->second.part != symbol.part) return mixed();
    }
    const std::size_t count = parts.begin()->second.count;
    const Tag tag = parts.begin()->second.tag;
    base::Bytes record;
    for (std::size_t number = 1; number <= count; ++number) {
        const auto part = parts.find(number);
        if (part == parts.end()) {
            return base::fail("symbols.missing", fmt::format("symbol {} of {} is missing: scan it too", number, count));
        }
        record.insert(record.end(), part->second.part.begin(), part->second.part.end());
    }
    if (tag_of(record) != tag) return mixed();
    TRY(parse_header(record));
    return record;
}

std::vector<int> missing_symbols(std::span<const std::string> scanned, Slip slip) {
    std::map<std::size_t, bool> seen;
    std::size_t count = 0;
    for (const std::string& text : scanned) {
        const base::Result<Symbol> symbol = decode(text, slip);
        if (!symbol) continue;
        count = symbol->count;
        seen[symbol->number] = true;
    }
    std::vector<int> missing;
    for (std::size_t number = 1; number <= count; ++number) {
        if (!seen.contains(number)) missing.push_back(static_cast<int>(number));
    }
    return missing;
}

bool is_record_symbol(std::string_view qr_text, Slip slip) { return qr_text.starts_with(prefix_of(slip)); }

}  // namespace courtyard::seal
