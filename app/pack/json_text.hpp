// JSON as text. JsonWriter writes compact JSON: no blanks, strings as sync/seal's canonical form wants them. For
// app/pack only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace courtyard::pack {

// A key or a name out of somebody's file, for a sentence of one line: control, invisible and private characters spelled
// out as \uXXXX, quotation marks and backslashes kept, no more than kShownMax characters of it. Expects UTF-8.
inline constexpr std::size_t kShownMax = 40;
[[nodiscard]] std::string shown(std::string_view text, std::size_t characters_max = kShownMax);

class JsonWriter {
public:
    void open_object() { open('{'); }
    void close_object() { close('}'); }
    void open_list() { open('['); }
    void close_list() { close(']'); }
    void key(std::string_view name);
    void text(std::string_view value);
    // The same text with every character beyond ASCII spelled out as \uXXXX: for patterns, whose characters are not
    // there to be read.
    void ascii(std::string_view value);
    void truth(bool value);
    void raw(std::string_view json);  // a value that is JSON already

    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    void open(char bracket);
    void close(char bracket);
    void separate();
    void quote(std::string_view value);

    std::string out_;
    bool needs_comma_ = false;
};

}  // namespace courtyard::pack
