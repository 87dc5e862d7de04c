// The hub of a court as it runs, in threads of this process: a port of its own, TLS 1.3 both ways, the wall's clock.
#pragma once

#include <memory>
#include <thread>

#include "app/worker/court_folder.hpp"
#include "app/worker/machine.hpp"
#include "sync/hub/hub.hpp"
#include "sync/mail/courier.hpp"

namespace courtyard::test {

class TlsHub {
public:
    explicit TlsHub(const worker::CourtFolder& court);
    ~TlsHub();
    TlsHub(const TlsHub&) = delete;
    TlsHub& operator=(const TlsHub&) = delete;

    // As the programs go: with the certificates out of the machine's store, to this hub's port.
    [[nodiscard]] std::unique_ptr<mail::Courier> line(worker::Machine& machine, base::Instant now) const;

private:
    hub::Log log_{[](std::string_view) {}};
    std::unique_ptr<hub::Hub> hub_;
    std::thread thread_;
};

}  // namespace courtyard::test
