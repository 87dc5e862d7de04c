// The hub without its network: who may ask, what the store says, how it is answered. Requests and answers are values,
// so that all of this is tested without a socket. The listener runs the same steps on its threads:
//   greet (on the header) -> admit (on the body) -> commit (many writes together, on the one writer thread) -> answer.
#pragma once

#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "sync/base/bytes.hpp"
#include "sync/base/instant.hpp"
#include "sync/hub/documents.hpp"
#include "sync/hub/durability.hpp"
#include "sync/hub/rates.hpp"
#include "sync/hub/rosters.hpp"
#include "sync/hub/store.hpp"
#include "sync/mail/wire.hpp"
#include "sync/seal/keys.hpp"

namespace courtyard::hub {

// A request that was let in. Moves only: the request's views point into the body.
struct Job {
    Caller caller;
    base::Bytes body;
    mail::Request request;

    Job(Caller who, base::Bytes held, mail::Request what)
        : caller(std::move(who)), body(std::move(held)), request(std::move(what)) {}
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;
    Job(Job&&) = default;
    Job& operator=(Job&&) = default;

    [[nodiscard]] bool is_write() const;  // put or part
    [[nodiscard]] const mail::MailboxName* mailbox() const;
};

using Admission = tl::expected<Job, mail::Refusal>;

struct ReadAnswer {
    base::Bytes answer;
    std::optional<std::uint64_t> empty_at;  // a get found nothing after the head: may wait for more, up to its wait_ms
};

class Service {
public:
    // All references outlive this. The answer key signs; its public half is in the rosters.
    Service(Rosters& rosters, Durability& durability, const Limits& limits, seal::SigningKey answer_key,
            std::uint64_t generation, Log& log);

    // Whether a machine with this certificate may say anything at all: nothing, or why not.
    [[nodiscard]] std::optional<mail::Refusal> greet(const base::Digest& tls_spki, base::Instant now);
    // Everything that can be decided without the store. Revocation and permissions are looked up now, on every request.
    [[nodiscard]] Admission admit(const base::Digest& tls_spki, base::Bytes body, base::Instant now);

    // For the writer thread: all jobs in one durable transaction, nothing but the store's work.
    [[nodiscard]] base::Result<std::vector<Written>> commit(std::span<const Job> jobs, Store& store, base::Instant now);
    // The answer to one of them, signed: on any thread.
    [[nodiscard]] base::Bytes answer(const Job& job, const base::Result<Written>& written, base::Instant now);
    // For the reader thread.
    [[nodiscard]] ReadAnswer read(const Job& job, Store& store, base::Instant now);

    // All of it at once, for tests and loopback.
    [[nodiscard]] base::Bytes handle(const base::Digest& tls_spki, base::Bytes body, Store& store, base::Instant now);

private:
    [[nodiscard]] bool may_proceed(const Caller& caller, const mail::Request& request) const;
    [[nodiscard]] base::Bytes signed_answer(const mail::Answer& answer, const mail::MailboxName& mailbox,
                                            const std::vector<mail::ExactRecord>& records) const;
    ReadAnswer answer_to(const mail::AskRequest& ask, const Job& job, Store& store, base::Instant now);
    ReadAnswer answer_to(const mail::GetRequest& get, const Job& job, Store& store, base::Instant now);
    ReadAnswer answer_to(const mail::ListRequest& list, const Job& job, Store& store, base::Instant now);
    ReadAnswer answer_to(const mail::DocumentRequest& request, const Job& job, Store& store, base::Instant now);
    ReadAnswer answer_to(const mail::PutRequest&, const Job&, Store&, base::Instant);
    ReadAnswer answer_to(const mail::PartRequest&, const Job&, Store&, base::Instant);
    [[nodiscard]] ReadAnswer refused(const base::Error& error, base::Instant now);

    Rosters& rosters_;
    Durability& durability_;
    Limits limits_;
    seal::SigningKey answer_key_;
    std::uint64_t generation_;
    Rates rates_;
    Documents documents_;
    Log& log_;
};

[[nodiscard]] base::Bytes encode_refusal(std::string_view code, std::uint64_t retry_after_s = 0);

}  // namespace courtyard::hub
