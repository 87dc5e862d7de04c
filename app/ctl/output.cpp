#include "app/ctl/output.hpp"

#include <cstdio>

#include <nlohmann/json.hpp>

#include "sync/base/bytes.hpp"

namespace courtyard::ctl {

void Output::line(std::string_view text) {
    if (is_json_) return;
    lines_ += text;
    lines_ += '\n';
}

void Output::object(const nlohmann::ordered_json& value) {
    if (is_json_) json_ = value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

void Output::json_text(std::string text) {
    json_ = std::move(text);
    always_json_ = true;
}

void Output::flush() {
    std::string& text = is_json_ || always_json_ ? json_ : lines_;
    std::fwrite(text.data(), 1, text.size(), stdout);
    if (!text.empty() && text.back() != '\n') std::fputc('\n', stdout);
    std::fflush(stdout);
    base::wipe(lines_);
    base::wipe(json_);
    lines_.clear();
    json_.clear();
}

}  // namespace courtyard::ctl
