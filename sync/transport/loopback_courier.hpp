// The hub in the same process, for tests and demonstrations: bytes go through a function.
#pragma once

#include <functional>

#include "sync/transport/wire_courier.hpp"

namespace courtyard::transport {

class LoopbackCourier final : public WireCourier {
public:
    using Function = std::function<base::Result<base::Bytes>(base::ByteView request)>;
    LoopbackCourier(Function function, std::vector<seal::VerifyKey> hub_keys)
        : WireCourier(std::move(hub_keys)), function_(std::move(function)) {}

protected:
    base::Result<base::Bytes> exchange(base::ByteView request) override { return function_(request); }

private:
    Function function_;
};

}  // namespace courtyard::transport
