// Whoever carries messages to the hub and brings its answers: a network connection, a folder on a stick, a test.
// A courier decides nothing: it does not retry, wait or delete. What it returns has been checked: media type, grammar,
// and the hub's signature over answers to put, ask, part and get. Any error means "not known to have arrived".
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"
#include "sync/mail/wire.hpp"

namespace courtyard::mail {

// Bytes and the views into them. Only moves: the views of a copy would point into the original.
template <class Views>
struct Fetched {
    base::Bytes bytes;
    Views views;

    Fetched(base::Bytes held, Views into) : bytes(std::move(held)), views(std::move(into)) {}
    Fetched(const Fetched&) = delete;
    Fetched& operator=(const Fetched&) = delete;
    Fetched(Fetched&&) = default;
    Fetched& operator=(Fetched&&) = default;
};
using FetchedPage = Fetched<Page>;
using FetchedPiece = Fetched<DocumentPiece>;

using PartReply = std::variant<PartAnswer, PutAnswer>;  // so much is held; or it was the last piece

class Courier {
public:
    virtual ~Courier() = default;

    // Codes: errors.hpp. `records` are whole sealed records of which seal can read the header.
    [[nodiscard]] virtual base::Result<PutAnswer> put(const MailboxName& mailbox,
                                                      std::span<const base::ByteView> records) = 0;
    [[nodiscard]] virtual base::Result<PutAnswer> ask(const MailboxName& mailbox,
                                                      std::span<const ExactRecord> records) = 0;
    [[nodiscard]] virtual base::Result<PartReply> part(const PartRequest& part) = 0;
    [[nodiscard]] virtual base::Result<FetchedPage> get(const GetRequest& request) = 0;
    [[nodiscard]] virtual base::Result<DocumentList> documents(std::string_view court) = 0;
    [[nodiscard]] virtual base::Result<FetchedPiece> document(const DocumentRequest& request) = 0;

    // What the hub asked for with its last refusal, else 0.
    [[nodiscard]] virtual std::int64_t retry_after_ms() const = 0;
};

}  // namespace courtyard::mail
