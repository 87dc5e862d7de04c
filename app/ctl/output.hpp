// What a command tells: lines for a person, or one JSON object. Nothing is written before the command has succeeded (or
// failed after something came to be that must be told), so that a failure leaves nothing half on standard output.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "sync/base/result.hpp"

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
    // What is told here is written nowhere else: where standard output takes nothing, standard error gets it.
    void is_only_copy() { is_only_copy_ = true; }
    // Writes and empties both. "output.write".
    base::Result<void> flush();

private:
    bool is_json_;
    bool always_json_ = false;
    bool is_only_copy_ = false;
    std::string lines_;
    std::string json_;
};

}  // namespace courtyard::ctl
