#include "sync/transport/https_line.hpp"

#include <csignal>
#include <ctime>
#include <string_view>

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "sync/mail/errors.hpp"
#include "sync/mail/wire.hpp"

namespace courtyard::transport {

using base::Bytes;
using base::ByteView;
using base::Result;
using mail::mail_error;

namespace {

// A hub that hangs up while we write raises SIGPIPE, and OpenSSL offers no way to write without. Held back for this
// thread only, and taken from the queue before it is let go.
class NoBrokenPipe {
public:
    NoBrokenPipe() {
        sigemptyset(&pipe_);
        sigaddset(&pipe_, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
    }
    NoBrokenPipe(const NoBrokenPipe&) = delete;
    NoBrokenPipe& operator=(const NoBrokenPipe&) = delete;
    ~NoBrokenPipe() {
        const timespec at_once{};
        if (sigismember(&before_, SIGPIPE) == 0) {
            while (sigtimedwait(&pipe_, nullptr, &at_once) == SIGPIPE)
                continue;
        }
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }

private:
    sigset_t pipe_{};
    sigset_t before_{};
};

std::size_t take_answer(char* data, std::size_t, std::size_t size, void* user) {
    auto& line = *static_cast<HttpsLine*>(user);
    if (line.answer.size() + size > mail::kMessageBytesMax) {
        line.is_too_long = true;
        return 0;
    }
    line.answer.insert(line.answer.end(), data, data + size);
    return size;
}

curl_blob blob_of(ByteView bytes) { return {const_cast<std::uint8_t*>(bytes.data()), bytes.size(), CURL_BLOB_NOCOPY}; }

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

Result<void> HttpsLine::prepare() {
    if (handle) return {};
    handle.reset(curl_easy_init());
    CURL* curl = handle.get();
    COURTYARD_CHECK(curl != nullptr);
    bool all_set = true;
    const auto set = [&](CURLoption option, auto value) {
        all_set = curl_easy_setopt(curl, option, value) == CURLE_OK && all_set;
    };
    set(CURLOPT_ERRORBUFFER, static_cast<char*>(reason));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_URL, address.c_str());
    set(CURLOPT_PROTOCOLS_STR, "https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_SSL_ENABLE_ALPN, 0L);
    set(CURLOPT_PROXY, settings.proxy.c_str());  // empty: none, also none from the environment
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_SHARE, tickets.get());
    if (dial) set(CURLOPT_CONNECT_TO, dial.get());

    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_3));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_CAINFO, static_cast<char*>(nullptr));
    set(CURLOPT_CAPATH, static_cast<char*>(nullptr));
    curl_blob authority = blob_of(base::as_bytes(settings.authority_pem));
    curl_blob certificate = blob_of(base::as_bytes(settings.certificate_pem));
    curl_blob key = blob_of(settings.private_key_pem.view());
    set(CURLOPT_CAINFO_BLOB, &authority);
    if (!settings.certificate_pem.empty()) {
        set(CURLOPT_SSLCERTTYPE, "PEM");
        set(CURLOPT_SSLCERT_BLOB, &certificate);
        set(CURLOPT_SSLKEYTYPE, "PEM");
        set(CURLOPT_SSLKEY_BLOB, &key);
    }
    set(CURLOPT_SSL_CTX_FUNCTION, &guard_tls);
    set(CURLOPT_SSL_CTX_DATA, this);

    set(CURLOPT_CONNECTTIMEOUT, settings.connect_timeout_s);
    set(CURLOPT_LOW_SPEED_LIMIT, settings.low_speed_bytes);
    set(CURLOPT_LOW_SPEED_TIME, settings.low_speed_s);
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_POST, 1L);
    set(CURLOPT_WRITEFUNCTION, &take_answer);
    set(CURLOPT_WRITEDATA, this);
    if (!all_set) {
        handle.reset();
        return tl::unexpected(mail_error("courier.settings"));
    }
    return {};
}

Result<Bytes> HttpsLine::perform(ByteView request) {
    TRY(prepare());
    CURL* curl = handle.get();
    answer.clear();
    is_too_long = false;
    reason[0] = 0;
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.size()));
    CURLcode code = CURLE_OK;
    {
        const NoBrokenPipe quiet;
        code = curl_easy_perform(curl);
    }
    count_bytes();
    if (code != CURLE_OK) return tl::unexpected(failure(code));

    long status = 0;
    const char* type = nullptr;
    curl_off_t announced = -1;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
    curl_easy_getinfo(curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced);
    // The hub answers in our media type, also when it refuses. Anybody else in its place does not.
    if (type == nullptr || std::string_view(type) != mail::kMediaType) return tl::unexpected(mail_error("link.portal"));
    // Our hub always announces a length: an answer that just ends may have been cut.
    if (announced < 0 || static_cast<std::size_t>(announced) != answer.size()) {
        return tl::unexpected(mail_error("link.truncated"));
    }
    const bool is_refusal = answer.size() > 3 && answer[3] == 'e';
    if ((status == 200) == is_refusal) return tl::unexpected(mail_error("link.answer"));
    return std::move(answer);
}

base::Error HttpsLine::failure(CURLcode code) const {
    const std::string_view why = reason;
    long proxy_status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_HTTP_CONNECTCODE, &proxy_status);
    curl_off_t connected_us = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_PRETRANSFER_TIME_T, &connected_us);
    if (is_too_long) return mail_error("link.size");
    if (proxy_status >= 300) return mail_error("link.portal");
    if (has(why, "alert") && (has(why, "certificate") || has(why, "unknown ca"))) return mail_error("link.identity");
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_RESOLVE_PROXY: return mail_error("link.name");
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_ISSUER_ERROR: return mail_error("link.certificate");
        case CURLE_SSL_CONNECT_ERROR:
            // Somebody answered in plain HTTP where TLS was due.
            if (has(why, "wrong version number") || has(why, "http request")) return mail_error("link.portal");
            if (has(why, "protocol version") || has(why, "unsupported protocol") || has(why, "certificate") ||
                has(why, "handshake failure")) {
                return mail_error("link.certificate");
            }
            return mail_error("link.down");
        case CURLE_PARTIAL_FILE:
        case CURLE_GOT_NOTHING: return mail_error("link.truncated");
        case CURLE_WEIRD_SERVER_REPLY:
        case CURLE_UNSUPPORTED_PROTOCOL: return mail_error("link.portal");
        case CURLE_SSL_CERTPROBLEM:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_URL_MALFORMAT: return mail_error("courier.settings");
        default: return mail_error(connected_us > 0 ? "link.lost" : "link.down");
    }
}

void HttpsLine::count_bytes() {
    curl_socket_t socket = CURL_SOCKET_BAD;
    long connects = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_NUM_CONNECTS, &connects);
    if (connects > 0) sent += sent_here, received += received_here, sent_here = received_here = 0;
    if (curl_easy_getinfo(handle.get(), CURLINFO_ACTIVESOCKET, &socket) != CURLE_OK || socket == CURL_SOCKET_BAD)
        return;
    tcp_info info{};
    socklen_t size = sizeof info;
    if (getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) != 0) return;
    sent_here = info.tcpi_bytes_sent - info.tcpi_bytes_retrans;
    received_here = info.tcpi_bytes_received;
}

void HttpsLine::hang_up() {
    sent += sent_here, received += received_here, sent_here = received_here = 0;
    const NoBrokenPipe quiet;
    handle.reset();
}

}  // namespace courtyard::transport
