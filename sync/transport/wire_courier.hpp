// What every courier has in common: encode, exchange bytes, parse, check that the answer is the one that was asked for
// and that the hub signed it. A kind of courier only says how bytes get there and back.
#pragma once

#include <vector>

#include "sync/mail/courier.hpp"
#include "sync/seal/keys.hpp"

namespace courtyard::transport {

class WireCourier : public mail::Courier {
public:
    // `hub_keys`: who may sign answers (roster). None means that no signed answer is ever believed.
    explicit WireCourier(std::vector<seal::VerifyKey> hub_keys) : hub_keys_(std::move(hub_keys)) {}

    base::Result<mail::PutAnswer> put(const mail::MailboxName& mailbox,
                                      std::span<const base::ByteView> records) override;
    base::Result<mail::PutAnswer> ask(const mail::MailboxName& mailbox,
                                      std::span<const mail::ExactRecord> records) override;
    base::Result<mail::PartReply> part(const mail::PartRequest& part) override;
    base::Result<mail::FetchedPage> get(const mail::GetRequest& request) override;
    base::Result<mail::DocumentList> documents(std::string_view court) override;
    base::Result<mail::FetchedPiece> document(const mail::DocumentRequest& request) override;
    [[nodiscard]] std::int64_t retry_after_ms() const override { return retry_after_ms_; }

    // Another machine's encoded request, and the answer as it came: for carriers, who check nothing.
    [[nodiscard]] base::Result<base::Bytes> relay(base::ByteView request) { return exchange(request); }

protected:
    // Takes an encoded request there and brings the encoded answer back; checks nothing but the way itself.
    [[nodiscard]] virtual base::Result<base::Bytes> exchange(base::ByteView request) = 0;

private:
    [[nodiscard]] base::Result<base::Bytes> round_trip(const mail::Request& request);
    [[nodiscard]] base::Result<mail::Answer> read(base::ByteView answer);
    [[nodiscard]] bool signed_by_hub(base::ByteView answer, const mail::MailboxName& mailbox,
                                     const std::vector<mail::ExactRecord>& records,
                                     const seal::Signature& signature) const;
    [[nodiscard]] base::Result<mail::PutAnswer> checked(base::ByteView bytes, const mail::Answer& answer,
                                                        const mail::MailboxName& mailbox,
                                                        const std::vector<mail::ExactRecord>& records) const;

    std::vector<seal::VerifyKey> hub_keys_;
    std::int64_t retry_after_ms_ = 0;
};

}  // namespace courtyard::transport
