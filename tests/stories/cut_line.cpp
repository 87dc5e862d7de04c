#include "tests/stories/cut_line.hpp"

#include <algorithm>

#include "sync/base/encoding.hpp"
#include "sync/hub/store_sqlite.hpp"
#include "sync/os/files.hpp"

namespace courtyard::test {

namespace {

template <class T>
T must(base::Result<T> result) {
    COURTYARD_CHECK(result.has_value());
    return std::move(*result);
}

seal::SigningKey answer_key(const std::filesystem::path& file) {
    const base::Bytes text = must(os::read_file(file, 256));
    return seal::SigningKey::from(must(seal::Secret<32>::from(must(base::unhex(base::as_text(text))))));
}

}  // namespace

HubInside::HubInside(const worker::CourtFolder& court, base::Random& random) {
    const hub::Config config = must(hub::load_config(court.hub() / "hub.toml"));
    rosters_ = std::make_unique<hub::Rosters>(config.courts, log_);
    COURTYARD_CHECK(rosters_->load({}).has_value());
    durability_ = std::make_unique<hub::Durability>(config.durable, config.durable_file, log_);
    store_ = must(hub::open_sqlite(config.store, hub::Access::Writer, {}, random));
    service_ = std::make_unique<hub::Service>(*rosters_, *durability_, config.limits, answer_key(config.answer_key),
                                              store_->generation(), log_);
}

transport::LoopbackCourier HubInside::line(const worker::Machine& machine, base::Instant now, std::size_t bytes) {
    const mail::Machine* self = mail::find_machine(machine.roster(), machine.config().machine);
    COURTYARD_CHECK(self != nullptr);
    const auto lost = [] { return base::fail("link.lost", "the line was cut"); };
    const auto carry = [this, now, lost, spki = self->tls_spki,
                        left = bytes](base::ByteView request) mutable -> base::Result<base::Bytes> {
        if (request.size() > left) {
            // What the hub got is no request: it must do nothing because of it.
            const base::ByteView half = request.first(left);
            if (!half.empty()) static_cast<void>(service_->handle(spki, {half.begin(), half.end()}, *store_, now));
            left = 0;
            return lost();
        }
        if (left != kNever) left -= request.size();
        base::Bytes answer = service_->handle(spki, {request.begin(), request.end()}, *store_, now);
        if (answer.size() > left) {
            if (left == 0) return lost();
            answer.resize(left);
            left = 0;
        } else if (left != kNever) {
            left -= answer.size();
        }
        return answer;
    };
    return {carry, machine.roster().hub_keys};
}

}  // namespace courtyard::test
