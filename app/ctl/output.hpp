// What a command tells: lines for a person, or one JSON object. Nothing is written before the command has succeeded, so
// that a failure leaves nothing half on standard output.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace courtyard::ctl {

class Output {
public:
    explicit Output(bool json) : is_json_(json) {}

    [[nodiscard]] bool is_json() const { return is_json_; }
    void line(std::string_view text);
    // Last one wins. Not UTF-8 is replaced, never an error.
    void object(const nlohmann::ordered_json& value);
    // JSON text as it stands, whether or not --json was given: form, screen.
    void json_text(std::string text);
    void flush();  // writes and empties both

private:
    bool is_json_;
    bool always_json_ = false;
    std::string lines_;
    std::string json_;
};

}  // namespace courtyard::ctl
