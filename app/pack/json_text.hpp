// Writes compact JSON: no blanks, strings as sync/seal's canonical form wants them. For app/pack only.
#pragma once

#include <string>
#include <string_view>

namespace courtyard::pack {

class JsonWriter {
public:
    void open_object() { open('{'); }
    void close_object() { close('}'); }
    void open_list() { open('['); }
    void close_list() { close(']'); }
    void key(std::string_view name);
    void text(std::string_view value);
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
