// The libcurl handle behind an HttpsCourier and the rules that it is held to. Private to this room.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <curl/curl.h>

#include "sync/base/bytes.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"
#include "sync/transport/https_courier.hpp"

namespace courtyard::transport {

// CURL and CURLSH are both void: what ends one is part of the type.
template <auto kEnd>
struct CurlEnd {
    template <class T>
    void operator()(T* owned) const {
        kEnd(owned);
    }
};
using CurlHandle = std::unique_ptr<CURL, CurlEnd<&curl_easy_cleanup>>;
using CurlShare = std::unique_ptr<CURLSH, CurlEnd<&curl_share_cleanup>>;
using CurlList = std::unique_ptr<curl_slist, CurlEnd<&curl_slist_free_all>>;

struct HttpsLine {
    HttpsSettings settings;
    base::Instant now;
    std::string address;  // url and path
    CurlShare tickets;    // TLS sessions outlive a connection that was hung up
    CurlList headers;
    CurlList dial;
    CurlHandle handle;  // null: hung up
    char reason[CURL_ERROR_SIZE] = {};
    base::Bytes answer;
    bool is_too_long = false;
    std::uint64_t sent = 0, received = 0;            // of connections that are gone
    std::uint64_t sent_here = 0, received_here = 0;  // of the present one

    [[nodiscard]] base::Instant verification_time() const {
        return now < settings.time_floor ? settings.time_floor : now;
    }
    [[nodiscard]] base::Result<void> prepare();
    [[nodiscard]] base::Result<base::Bytes> perform(base::ByteView request);
    void hang_up();

private:
    void count_bytes();
    [[nodiscard]] base::Error failure(CURLcode code) const;
};

// CURLOPT_SSL_CTX_FUNCTION: trust the court's authority alone, at the time that the machine can vouch for, and write no
// keys.
CURLcode guard_tls(CURL* handle, void* ssl_context, void* line);

}  // namespace courtyard::transport
