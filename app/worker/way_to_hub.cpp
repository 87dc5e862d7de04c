#include "app/worker/way_to_hub.hpp"

#include "app/worker/key_names.hpp"
#include "sync/transport/https_courier.hpp"

namespace courtyard::worker {

base::Result<std::unique_ptr<mail::Courier>> way_to_hub(Machine& machine, base::Instant now) {
    const MachineConfig& config = machine.config();
    transport::HttpsSettings settings;
    settings.url = config.hub_url;
    settings.connect_to = config.hub_connect_to;
    settings.proxy = config.proxy;
    settings.authority_pem = machine.court().authority_pem;
    settings.certificate_pem = std::string(base::as_text(TRY(machine.store().keyring.get(kMachineTlsCertificate))));
    base::Bytes key = TRY(machine.store().keyring.get(kMachineTlsKey));
    settings.private_key_pem = seal::SecretBytes(base::ByteView(key));
    base::wipe(key);
    settings.hub_keys = machine.roster().hub_keys;
    settings.time_floor = TRY(machine.time_floor());
    return TRY(transport::HttpsCourier::open(std::move(settings), now));
}

}  // namespace courtyard::worker
