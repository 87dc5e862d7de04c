#include "sync/transport/https_courier.hpp"

#include "sync/mail/errors.hpp"
#include "sync/mail/wire.hpp"
#include "sync/transport/https_line.hpp"

namespace courtyard::transport {

namespace {

// "https://host:port": nothing else, so that a typing error in the settings cannot send mail elsewhere.
bool is_hub_url(std::string_view url) {
    constexpr std::string_view kScheme = "https://";
    if (!url.starts_with(kScheme) || url.size() > 256) return false;
    url.remove_prefix(kScheme.size());
    return !url.empty() && url.find_first_of("/?#@\\ \t\r\n") == std::string_view::npos;
}

curl_slist* append(curl_slist* list, const std::string& text) {
    curl_slist* longer = curl_slist_append(list, text.c_str());
    COURTYARD_CHECK(longer != nullptr);
    return longer;
}

}  // namespace

base::Result<std::unique_ptr<HttpsCourier>> HttpsCourier::open(HttpsSettings settings, base::Instant now) {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    COURTYARD_CHECK(ready == CURLE_OK);
    if (!is_hub_url(settings.url)) {
        return base::fail("courier.settings", "the hub's address must look like https://host:port, nothing after");
    }
    if (settings.authority_pem.empty() || settings.hub_keys.empty()) {
        return base::fail("courier.settings", "the hub's authority certificate and signing key must be known");
    }
    auto line = std::make_unique<HttpsLine>();
    line->now = now;
    line->address = settings.url + std::string(mail::kPath);
    line->tickets.reset(curl_share_init());
    COURTYARD_CHECK(line->tickets != nullptr);
    curl_share_setopt(line->tickets.get(), CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION);
    // Only what the hub needs: every header is paid for on a slow link. The empty ones keep curl from adding its own.
    curl_slist* headers = append(nullptr, "Content-Type: " + std::string(mail::kMediaType));
    headers = append(headers, "Accept:");
    headers = append(headers, "Expect:");
    line->headers.reset(headers);
    if (!settings.connect_to.empty()) line->dial.reset(append(nullptr, "::" + settings.connect_to));
    std::vector<seal::VerifyKey> hub_keys = settings.hub_keys;
    line->settings = std::move(settings);
    return std::unique_ptr<HttpsCourier>(new HttpsCourier(std::move(hub_keys), std::move(line)));
}

HttpsCourier::HttpsCourier(std::vector<seal::VerifyKey> hub_keys, std::unique_ptr<HttpsLine> line)
    : WireCourier(std::move(hub_keys)), line_(std::move(line)) {}

HttpsCourier::~HttpsCourier() { line_->hang_up(); }

void HttpsCourier::set_time(base::Instant now) { line_->now = now; }
void HttpsCourier::hang_up() { line_->hang_up(); }
std::uint64_t HttpsCourier::bytes_sent() const { return line_->sent + line_->sent_here; }
std::uint64_t HttpsCourier::bytes_received() const { return line_->received + line_->received_here; }

base::Result<base::Bytes> HttpsCourier::exchange(base::ByteView request) { return line_->perform(request); }

}  // namespace courtyard::transport
