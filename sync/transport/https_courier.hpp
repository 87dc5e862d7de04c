// The hub over the network: one kept TLS 1.3 connection with both certificates checked, or nothing is sent at all.
// Only the court's own authority is believed (no system store), no proxy and no key log from the environment, no
// redirects.
#pragma once

#include <memory>
#include <string>

#include "sync/base/instant.hpp"
#include "sync/seal/secret.hpp"
#include "sync/transport/wire_courier.hpp"

namespace courtyard::transport {

struct HttpsLine;  // libcurl stays behind this

struct HttpsSettings {
    std::string url;            // "https://hub.example:8443": scheme, host, port; nothing after
    std::string connect_to;     // "host:port" to dial instead of the name in `url`; empty: as the name resolves
    std::string proxy;          // "http://host:port" when the site has one; empty: none, whatever the environment says
    std::string authority_pem;  // the court's CA certificate
    std::string certificate_pem;
    seal::SecretBytes private_key_pem;
    std::vector<seal::VerifyKey> hub_keys;
    base::Instant time_floor;  // the newest moment that this machine knows to have passed: certificates are checked
                               // against max(now, time_floor), so that a clock that fell back ten years still syncs
    long connect_timeout_s = 20;
    long low_speed_bytes = 20;  // fewer bytes per second than this …
    long low_speed_s = 40;      // … for so long: given up, "link.down"
};

class HttpsCourier final : public WireCourier {
public:
    // Checks the settings and opens nothing yet: "courier.settings".
    [[nodiscard]] static base::Result<std::unique_ptr<HttpsCourier>> open(HttpsSettings settings, base::Instant now);
    ~HttpsCourier() override;

    // For a courier that lives long: the present, as the machine's clock says it.
    void set_time(base::Instant now);
    // Ends the kept connection: a kiosk hangs up after each sync, for thousands of idle ones cost the hub memory.
    void hang_up();
    // Bytes that TCP carried for this courier since open(), TLS and HTTP included, as the kernel counts them.
    [[nodiscard]] std::uint64_t bytes_sent() const;
    [[nodiscard]] std::uint64_t bytes_received() const;

protected:
    base::Result<base::Bytes> exchange(base::ByteView request) override;

private:
    HttpsCourier(std::vector<seal::VerifyKey> hub_keys, std::unique_ptr<HttpsLine> line);
    std::unique_ptr<HttpsLine> line_;
};

}  // namespace courtyard::transport
