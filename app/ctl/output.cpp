#include "app/ctl/output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

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

base::Result<void> Output::flush() {
    std::string& text = is_json_ || always_json_ ? json_ : lines_;
    if (!text.empty() && text.back() != '\n') text += '\n';
    const bool is_written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    const int why = is_written ? 0 : errno;
    if (!is_written && is_only_copy_) std::fwrite(text.data(), 1, text.size(), stderr);
    base::wipe(lines_);
    base::wipe(json_);
    lines_.clear();
    json_.clear();
    // Whoever closed the pipe had read enough.
    if (is_written || why == EPIPE) return {};
    return base::fail("output.write",
                      std::string("it is done, but standard output could not be written: ") + std::strerror(why));
}

}  // namespace courtyard::ctl
