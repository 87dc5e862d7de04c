#include "app/pack/json_text.hpp"

#include "app/domain/text.hpp"
#include "sync/base/result.hpp"

namespace courtyard::pack {

void JsonWriter::separate() {
    if (needs_comma_) out_ += ',';
    needs_comma_ = true;
}

void JsonWriter::open(char bracket) {
    separate();
    out_ += bracket;
    needs_comma_ = false;
}

void JsonWriter::close(char bracket) {
    out_ += bracket;
    needs_comma_ = true;
}

void JsonWriter::quote(std::string_view value) {
    COURTYARD_CHECK(domain::is_utf8(value));
    out_ += '"';
    for (const char c : value) {
        switch (c) {
            case '"': out_ += "\\\""; break;
            case '\\': out_ += "\\\\"; break;
            case '\b': out_ += "\\b"; break;
            case '\f': out_ += "\\f"; break;
            case '\n': out_ += "\\n"; break;
            case '\r': out_ += "\\r"; break;
            case '\t': out_ += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    constexpr std::string_view kHex = "0123456789abcdef";
                    out_ += "\\u00";
                    out_ += kHex[static_cast<std::size_t>(c) >> 4];
                    out_ += kHex[static_cast<std::size_t>(c) & 15];
                } else {
                    out_ += c;
                }
        }
    }
    out_ += '"';
}

void JsonWriter::key(std::string_view name) {
    separate();
    quote(name);
    out_ += ':';
    needs_comma_ = false;
}

void JsonWriter::text(std::string_view value) {
    separate();
    quote(value);
}

void JsonWriter::truth(bool value) { raw(value ? "true" : "false"); }

void JsonWriter::raw(std::string_view json) {
    separate();
    out_ += json;
}

}  // namespace courtyard::pack
