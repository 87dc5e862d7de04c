#include "app/pack/json_text.hpp"

#include <optional>

#include "app/domain/characters.hpp"
#include "app/domain/text.hpp"
#include "sync/base/result.hpp"

namespace courtyard::pack {

namespace {

void append_hex(std::string& out, char32_t unit) {
    constexpr std::string_view kHex = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        out += kHex[unit >> shift & 15];
}

// UTF-16 code units, as JSON spells characters.
void append_escaped(std::string& out, char32_t point) {
    if (point < 0x10000) return append_hex(out, point);
    append_hex(out, 0xD800 + ((point - 0x10000) >> 10));
    append_hex(out, 0xDC00 + ((point - 0x10000) & 0x3FF));
}

}  // namespace

std::string shown(std::string_view text, std::size_t characters_max) {
    std::string out;
    std::size_t count = 0;
    for (const char32_t point : domain::code_points(text).value_or(U"?")) {
        if (count++ == characters_max) return out + "...";
        if (domain::is_one_of(domain::not_plain(), point) || domain::is_one_of(domain::private_use(), point)) {
            append_escaped(out, point);
        } else {
            out += domain::utf8({&point, 1});
        }
    }
    return out;
}

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
                    append_hex(out_, static_cast<char32_t>(c));
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

void JsonWriter::ascii(std::string_view value) {
    separate();
    out_ += '"';
    const std::optional<std::u32string> points = domain::code_points(value);
    COURTYARD_CHECK(points.has_value());
    for (const char32_t point : *points) {
        if (point < 0x20 || point > 0x7E) {
            append_escaped(out_, point);
        } else {
            if (point == U'"' || point == U'\\') out_ += '\\';
            out_ += static_cast<char>(point);
        }
    }
    out_ += '"';
}

void JsonWriter::truth(bool value) { raw(value ? "true" : "false"); }

void JsonWriter::raw(std::string_view json) {
    separate();
    out_ += json;
}

}  // namespace courtyard::pack
