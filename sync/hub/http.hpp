// As much of HTTP/1.1 as the hub speaks: POST requests with a length, and short answers. Beast does the parsing, behind
// this door, for its headers take half a minute to compile.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "sync/base/bytes.hpp"

namespace courtyard::hub {

inline constexpr std::uint32_t kHeaderBytesMax = 8 * 1024;

class HttpParser {
public:
    explicit HttpParser(std::uint64_t body_bytes_max);
    ~HttpParser();
    HttpParser(const HttpParser&) = delete;
    HttpParser& operator=(const HttpParser&) = delete;

    enum class Stage { Header, Body, Done, Refused };
    // Takes what it can from the front of `bytes` and removes it. Stops once when the header is complete.
    Stage feed(std::string& bytes);

    // After the header: what is wrong with it (a code of mail/errors.hpp), or empty.
    [[nodiscard]] std::string_view refusal() const { return refusal_; }
    [[nodiscard]] std::uint64_t length() const { return length_; }
    [[nodiscard]] bool keeps_alive() const;
    [[nodiscard]] base::Bytes take_body();

private:
    void look_at_header();
    struct Beast;
    std::unique_ptr<Beast> beast_;
    std::uint64_t body_bytes_max_;
    std::uint64_t length_ = 0;
    Stage stage_ = Stage::Header;
    std::string refusal_;
};

enum class After { KeepAlive, Close };
// The whole answer: status of the code, our media type, the message.
[[nodiscard]] std::string http_answer(base::ByteView message, After after);

}  // namespace courtyard::hub
