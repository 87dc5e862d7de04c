// The hub of a court in this process, and lines to it that break: each connection carries so many bytes and no more.
#pragma once

#include <memory>

#include "app/worker/court_folder.hpp"
#include "app/worker/machine.hpp"
#include "sync/hub/service.hpp"
#include "sync/hub/store.hpp"
#include "sync/transport/loopback_courier.hpp"

namespace courtyard::test {

class HubInside {
public:
    // Of a court's folder: its roster, its documents and its key that signs answers.
    explicit HubInside(const worker::CourtFolder& court, base::Random& random);

    // A connection of this machine that ends after so many bytes, in whatever direction and wherever that is: what was
    // on its way is lost, or comes half, and the hub may have done what it was asked.
    static constexpr std::size_t kNever = SIZE_MAX;
    [[nodiscard]] transport::LoopbackCourier line(const worker::Machine& machine, base::Instant now,
                                                  std::size_t bytes = kNever);

private:
    hub::Log log_{[](std::string_view) {}};
    std::unique_ptr<hub::Rosters> rosters_;
    std::unique_ptr<hub::Durability> durability_;
    std::unique_ptr<hub::Store> store_;
    std::unique_ptr<hub::Service> service_;
};

}  // namespace courtyard::test
