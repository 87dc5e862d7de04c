#include "sync/transport/wire_courier.hpp"

#include <algorithm>

#include "sync/mail/errors.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::transport {

using base::Bytes;
using base::ByteView;
using base::Result;
using mail::mail_error;

Result<Bytes> WireCourier::round_trip(const mail::Request& request) {
    retry_after_ms_ = 0;
    return exchange(mail::encode(request));
}

// Answers that do not parse are told apart: cut short (ask again) or not ours at all.
Result<mail::Answer> WireCourier::read(ByteView bytes) {
    auto answer = mail::parse_answer(bytes);
    if (!answer)
        return tl::unexpected(mail_error(answer.error().code == "wire.short" ? "link.truncated" : "link.answer"));
    if (const auto* refusal = std::get_if<mail::Refusal>(&*answer)) {
        retry_after_ms_ = static_cast<std::int64_t>(refusal->retry_after_s) * 1000;
        // Only the hub's own words count as the hub's: anything else in its place is a broken answer.
        return tl::unexpected(
            mail_error(refusal->code.starts_with("hub.") ? std::string_view(refusal->code) : "link.answer"));
    }
    return answer;
}

bool WireCourier::signed_by_hub(ByteView answer, const mail::MailboxName& mailbox,
                                const std::vector<mail::ExactRecord>& records, const seal::Signature& signature) const {
    const Bytes message = mail::signed_part(answer, mailbox, records);
    return std::any_of(hub_keys_.begin(), hub_keys_.end(), [&](const seal::VerifyKey& key) {
        return seal::verify(key, seal::Context::Ack, {message}, signature);
    });
}

Result<mail::PutAnswer> WireCourier::checked(ByteView bytes, const mail::Answer& answer,
                                             const mail::MailboxName& mailbox,
                                             const std::vector<mail::ExactRecord>& records) const {
    const auto* put = std::get_if<mail::PutAnswer>(&answer);
    if (put == nullptr || put->outcomes.size() != records.size()) return tl::unexpected(mail_error("mail.answer"));
    if (!signed_by_hub(bytes, mailbox, records, put->signature)) return tl::unexpected(mail_error("link.forged"));
    return *put;
}

Result<mail::PutAnswer> WireCourier::put(const mail::MailboxName& mailbox, std::span<const ByteView> records) {
    std::vector<mail::ExactRecord> list;
    list.reserve(records.size());
    for (const ByteView record : records) {
        TRY(seal::parse_header(record));
        list.push_back(mail::exact(record));
    }
    const Bytes bytes = TRY(round_trip(mail::PutRequest{mailbox, {records.begin(), records.end()}}));
    return checked(bytes, TRY(read(bytes)), mailbox, list);
}

Result<mail::PutAnswer> WireCourier::ask(const mail::MailboxName& mailbox, std::span<const mail::ExactRecord> records) {
    const std::vector<mail::ExactRecord> list(records.begin(), records.end());
    const Bytes bytes = TRY(round_trip(mail::AskRequest{mailbox, list}));
    return checked(bytes, TRY(read(bytes)), mailbox, list);
}

Result<mail::PartReply> WireCourier::part(const mail::PartRequest& part) {
    const Bytes bytes = TRY(round_trip(part));
    const mail::Answer answer = TRY(read(bytes));
    if (const auto* held = std::get_if<mail::PartAnswer>(&answer)) {
        if (held->have > part.total) return tl::unexpected(mail_error("mail.answer"));
        return *held;
    }
    return TRY(checked(bytes, answer, part.mailbox, {part.record}));
}

Result<mail::FetchedPage> WireCourier::get(const mail::GetRequest& request) {
    Bytes bytes = TRY(round_trip(request));
    mail::Answer answer = TRY(read(bytes));
    auto* page = std::get_if<mail::Page>(&answer);
    if (page == nullptr || page->after != request.after) return tl::unexpected(mail_error("mail.answer"));
    if (!signed_by_hub(bytes, request.mailbox, {}, page->signature)) return tl::unexpected(mail_error("link.forged"));
    return mail::FetchedPage(std::move(bytes), std::move(*page));
}

Result<mail::DocumentList> WireCourier::documents(std::string_view court) {
    const Bytes bytes = TRY(round_trip(mail::ListRequest{std::string(court)}));
    mail::Answer answer = TRY(read(bytes));
    auto* list = std::get_if<mail::DocumentList>(&answer);
    if (list == nullptr) return tl::unexpected(mail_error("mail.answer"));
    return std::move(*list);
}

Result<mail::FetchedPiece> WireCourier::document(const mail::DocumentRequest& request) {
    Bytes bytes = TRY(round_trip(request));
    const mail::Answer answer = TRY(read(bytes));
    const auto* piece = std::get_if<mail::DocumentPiece>(&answer);
    if (piece == nullptr || piece->offset != request.offset) return tl::unexpected(mail_error("mail.answer"));
    return mail::FetchedPiece(std::move(bytes), *piece);
}

}  // namespace courtyard::transport
