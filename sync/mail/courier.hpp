// Whoever carries messages to the hub and brings its answers: a network connection, a folder on a stick, a test.
// A courier decides nothing: it does not retry, wait or delete. What it returns has been checked: media type, grammar, and
// the hub's signature over answers to put, ask, part and get. Any error means "not known to have arrived".
#pragma once

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"
#include "sync/mail/wire.hpp"

namespace courtyard::mail {

// A page with the bytes that its views point into.
struct FetchedPage {
    base::Bytes bytes;
    Page page;
};

struct FetchedPiece {
    base::Bytes bytes;
    DocumentPiece piece;
};

using PartReply = std::variant<PartAnswer, PutAnswer>;  // so much is held; or it was the last piece

class Courier {
public:
    virtual ~Courier() = default;

    // Codes: errors.hpp. `records` are whole sealed records of which seal can read the header.
    [[nodiscard]] virtual base::Result<PutAnswer> put(const MailboxName& mailbox,
                                                      std::span<const base::ByteView> records) = 0;
    [[nodiscard]] virtual base::Result<PutAnswer> ask(const MailboxName& mailbox,
                                                      std::span<const base::RecordId> ids) = 0;
    [[nodiscard]] virtual base::Result<PartReply> part(const PartRequest& part) = 0;
    [[nodiscard]] virtual base::Result<FetchedPage> get(const GetRequest& request) = 0;
    [[nodiscard]] virtual base::Result<DocumentList> documents(std::string_view court) = 0;
    [[nodiscard]] virtual base::Result<FetchedPiece> document(const DocumentRequest& request) = 0;

    // What the hub asked for with its last refusal, else 0.
    [[nodiscard]] virtual std::int64_t retry_after_ms() const = 0;
};

}  // namespace courtyard::mail
