// Reading and writing the primitives of wire messages: PROTOCOL.md, "Primitives". Private to this room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sync/base/bytes.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"
#include "sync/mail/mailbox.hpp"

namespace courtyard::mail::wire {

inline constexpr std::uint8_t kVersion = 1;
inline constexpr std::size_t kPrefixSize = 4;  // "CM", version, type
inline constexpr std::size_t kNumberSizeMax = 10;
inline constexpr std::int64_t kInstantMsMax = 253'402'300'799'999;  // the end of the year 9999

// Types of messages: capitals ask, small letters answer.
enum class Type : char {
    Put = 'P',
    Ask = 'Q',
    Part = 'W',
    Get = 'G',
    List = 'L',
    Document = 'D',
    PutAnswer = 'p',
    PartAnswer = 'w',
    Page = 'g',
    DocumentList = 'l',
    DocumentPiece = 'd',
    Refusal = 'e',
};

class Writer {
public:
    explicit Writer(Type type);
    void byte(std::uint8_t value) { bytes_.push_back(value); }
    void raw(base::ByteView view) { bytes_.insert(bytes_.end(), view.begin(), view.end()); }
    void number(std::uint64_t value);        // LEB128
    void fixed64(std::uint64_t value);       // big-endian
    void short_text(std::string_view text);  // length byte, bytes
    void block(base::ByteView view) { number(view.size()), raw(view); }
    void instant(base::Instant at);
    void reserve(std::size_t size) { bytes_.reserve(size); }
    [[nodiscard]] base::Bytes take() { return std::move(bytes_); }

private:
    base::Bytes bytes_;
};

class Reader {
public:
    explicit Reader(base::ByteView bytes) : bytes_(bytes) {}

    [[nodiscard]] base::Result<Type> prefix();
    [[nodiscard]] base::Result<std::uint8_t> byte();
    [[nodiscard]] base::Result<base::ByteView> raw(std::size_t size);
    [[nodiscard]] base::Result<std::uint64_t> number(std::uint64_t least,
                                                     std::uint64_t most);  // shortest spelling only
    [[nodiscard]] base::Result<std::uint64_t> fixed64();
    [[nodiscard]] base::Result<std::string_view> short_text(std::size_t size_max);
    [[nodiscard]] base::Result<base::ByteView> block(std::size_t least, std::size_t most);
    [[nodiscard]] base::Result<base::Instant> instant();
    [[nodiscard]] base::Result<MailboxName> mailbox();
    [[nodiscard]] base::Result<std::string> court();
    template <class Id>
    [[nodiscard]] base::Result<Id> id() {
        return Id::from(TRY(raw(Id::kSize)));
    }
    [[nodiscard]] base::Result<void> end() const;

    [[nodiscard]] std::size_t left() const { return bytes_.size() - at_; }
    [[nodiscard]] tl::unexpected<base::Error> wrong(const char* code, const char* what) const;

private:
    base::ByteView bytes_;
    std::size_t at_ = 0;
};

[[nodiscard]] bool is_document_name(std::string_view name);  // [a-z0-9][a-z0-9._-]{0,63} without ".."
[[nodiscard]] bool is_code(std::string_view code);           // [a-z_.]{1,40}

}  // namespace courtyard::mail::wire
