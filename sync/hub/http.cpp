#include "sync/hub/http.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/vector_body.hpp>

#include "sync/mail/errors.hpp"
#include "sync/mail/wire.hpp"

namespace courtyard::hub {

namespace http = boost::beast::http;

struct HttpParser::Beast {
    http::request_parser<http::vector_body<std::uint8_t>> parser;
};

HttpParser::HttpParser(std::uint64_t body_bytes_max)
    : beast_(std::make_unique<Beast>()), body_bytes_max_(body_bytes_max) {
    beast_->parser.header_limit(kHeaderBytesMax);
    beast_->parser.body_limit(body_bytes_max);
}

HttpParser::~HttpParser() = default;

void HttpParser::look_at_header() {
    const auto& request = beast_->parser.get();
    const auto length = beast_->parser.content_length();
    const auto target = request.target();
    const auto type = request[http::field::content_type];
    if (std::string_view(target.data(), target.size()) != mail::kPath) {
        refusal_ = "hub.not_found";
    } else if (request.method() != http::verb::post) {
        refusal_ = "hub.method";
    } else if (std::string_view(type.data(), type.size()) != mail::kMediaType) {
        refusal_ = "hub.media_type";
    } else if (!length || *length == 0) {  // chunked bodies are not taken: a length is known or the request is not ours
        refusal_ = "hub.malformed";
    } else if (*length > body_bytes_max_) {
        refusal_ = "hub.too_large";
    } else {
        length_ = *length;
    }
}

HttpParser::Stage HttpParser::feed(std::string& bytes) {
    auto& parser = beast_->parser;
    const bool was_header = stage_ == Stage::Header;
    std::size_t used = 0;
    while (stage_ != Stage::Done && stage_ != Stage::Refused && used < bytes.size()) {
        boost::beast::error_code error;
        const std::size_t taken = parser.put(boost::asio::buffer(bytes.data() + used, bytes.size() - used), error);
        used += taken;
        if (error == http::error::need_more) break;
        if (error) {
            refusal_ = error == http::error::header_limit ? "hub.header"
                       : error == http::error::body_limit ? "hub.too_large"
                                                          : "hub.malformed";
            stage_ = Stage::Refused;
        } else if (stage_ == Stage::Header && parser.is_header_done()) {
            look_at_header();
            parser.eager(true);
            stage_ = refusal_.empty() ? Stage::Body : Stage::Refused;
            break;  // the caller looks who it is before any of the body is kept
        } else if (parser.is_done()) {
            stage_ = Stage::Done;
        } else if (taken == 0) {
            break;
        }
    }
    bytes.erase(0, used);
    if (was_header && stage_ == Stage::Header && bytes.size() > kHeaderBytesMax) {
        refusal_ = "hub.header";
        stage_ = Stage::Refused;
    }
    return stage_;
}

bool HttpParser::keeps_alive() const { return stage_ == Stage::Done && beast_->parser.keep_alive(); }

base::Bytes HttpParser::take_body() { return std::move(beast_->parser.get().body()); }

std::string http_answer(base::ByteView message, After after) {
    int status = 200;
    std::uint64_t retry_after_s = 0;
    const auto answer =
        message.size() > 3 && message[3] == 'e' ? mail::parse_answer(message) : base::Result<mail::Answer>();
    if (answer) {
        if (const auto* refusal = std::get_if<mail::Refusal>(&*answer)) {
            status = mail::status_of(refusal->code);
            retry_after_s = refusal->retry_after_s;
        }
    }
    std::string text = "HTTP/1.1 " + std::to_string(status) + (status == 200 ? " OK\r\n" : " No\r\n");
    text += "Content-Type: " + std::string(mail::kMediaType) + "\r\n";
    text += "Content-Length: " + std::to_string(message.size()) + "\r\n";
    if (retry_after_s > 0) text += "Retry-After: " + std::to_string(retry_after_s) + "\r\n";
    if (after == After::Close) text += "Connection: close\r\n";
    text += "\r\n";
    text.append(base::as_text(message));
    return text;
}

}  // namespace courtyard::hub
