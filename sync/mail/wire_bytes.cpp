#include "sync/mail/wire_bytes.hpp"

#include <algorithm>

namespace courtyard::mail::wire {

using base::ByteView;
using base::Result;

Writer::Writer(Type type) { bytes_ = {'C', 'M', kVersion, static_cast<std::uint8_t>(type)}; }

void Writer::number(std::uint64_t value) {
    while (value >= 0x80) {
        bytes_.push_back(static_cast<std::uint8_t>(value | 0x80));
        value >>= 7;
    }
    bytes_.push_back(static_cast<std::uint8_t>(value));
}

void Writer::fixed64(std::uint64_t value) {
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes_.push_back(static_cast<std::uint8_t>(value >> shift));
}

void Writer::short_text(std::string_view text) {
    COURTYARD_CHECK(text.size() <= 255);
    byte(static_cast<std::uint8_t>(text.size()));
    raw(base::as_bytes(text));
}

void Writer::instant(base::Instant at) {
    COURTYARD_CHECK(at.ms >= 0 && at.ms <= kInstantMsMax);
    number(static_cast<std::uint64_t>(at.ms));
}

tl::unexpected<base::Error> Reader::wrong(const char* code, const char* what) const {
    return base::fail(code, std::string("a mail message is wrong at byte ") + std::to_string(at_) + ": " + what);
}

Result<Type> Reader::prefix() {
    if (left() < kPrefixSize) return wrong("wire.short", "it ends before its type");
    if (bytes_[0] != 'C' || bytes_[1] != 'M') return wrong("wire.magic", "it does not start with CM");
    if (bytes_[2] != kVersion) return wrong("wire.version", "another version than 1");
    at_ = kPrefixSize;
    return static_cast<Type>(bytes_[3]);
}

Result<std::uint8_t> Reader::byte() {
    if (left() < 1) return wrong("wire.short", "it ends where a byte is due");
    return bytes_[at_++];
}

Result<ByteView> Reader::raw(std::size_t size) {
    if (left() < size) return wrong("wire.short", "it ends inside a field");
    const ByteView view = bytes_.subspan(at_, size);
    at_ += size;
    return view;
}

Result<std::uint64_t> Reader::number(std::uint64_t least, std::uint64_t most) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < kNumberSizeMax; ++i) {
        if (left() < 1) return wrong("wire.short", "it ends inside a number");
        const std::uint8_t next = bytes_[at_];
        if (i == kNumberSizeMax - 1 && next > 1) return wrong("wire.number", "a number over 64 bits");
        value |= static_cast<std::uint64_t>(next & 0x7f) << (7 * i);
        if ((next & 0x80) != 0) {
            ++at_;
            continue;
        }
        if (next == 0 && i > 0) return wrong("wire.number", "a number with a needless byte");
        if (value < least || value > most) return wrong("wire.limit", "a number outside its limits");
        ++at_;
        return value;
    }
    return wrong("wire.number", "a number over 64 bits");
}

Result<std::uint64_t> Reader::fixed64() {
    std::uint64_t value = 0;
    for (const std::uint8_t next : TRY(raw(8)))
        value = (value << 8) | next;
    return value;
}

Result<std::string_view> Reader::short_text(std::size_t size_max) {
    const std::size_t size = TRY(byte());
    if (size > size_max) return wrong("wire.limit", "a text longer than its limit");
    return base::as_text(TRY(raw(size)));
}

Result<ByteView> Reader::block(std::size_t least, std::size_t most) {
    const std::uint64_t size = TRY(number(least, most));
    return raw(static_cast<std::size_t>(size));
}

Result<base::Instant> Reader::instant() {
    const std::uint64_t ms = TRY(number(0, static_cast<std::uint64_t>(kInstantMsMax)));
    return base::Instant{static_cast<std::int64_t>(ms)};
}

Result<MailboxName> Reader::mailbox() {
    auto name = MailboxName::parse(TRY(short_text(kMailboxTextMax)));
    if (!name) return wrong("wire.mailbox", "not the name of a mailbox");
    return name;
}

Result<std::string> Reader::court() {
    const std::string_view code = TRY(short_text(kCourtCodeMax));
    if (!is_court_code(code)) return wrong("wire.court", "not the code of a court");
    return std::string(code);
}

Result<void> Reader::end() const {
    if (left() != 0) return wrong("wire.trailing", "something follows its end");
    return {};
}

bool is_document_name(std::string_view name) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    const auto allowed = [&](char c) { return plain(c) || c == '.' || c == '_' || c == '-'; };
    return !name.empty() && name.size() <= 64 && plain(name.front()) &&
           std::all_of(name.begin(), name.end(), allowed) && name.find("..") == std::string_view::npos;
}

bool is_code(std::string_view code) {
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || c == '.'; };
    return !code.empty() && code.size() <= 40 && std::all_of(code.begin(), code.end(), allowed);
}

}  // namespace courtyard::mail::wire
