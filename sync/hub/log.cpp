#include "sync/hub/log.hpp"

#include <array>
#include <ctime>
#include <utility>

namespace courtyard::hub {

namespace {

constexpr std::size_t kLineMax = 500;

std::string_view name_of(Level level) {
    switch (level) {
        case Level::Info: return "info";
        case Level::Warning: return "warning";
        case Level::Error: break;
    }
    return "error";
}

}  // namespace

void Log::write(base::Instant at, Level level, std::string_view code, std::string_view ids) {
    const std::lock_guard guard(mutex_);
    Told& told = told_.try_emplace(std::string(code)).first->second;
    const std::int64_t minute = at.ms / 60'000;
    if (minute != told.minute) told.minute = minute, told.lines = 0;
    if (++told.lines > kLinesPerMinute) {
        ++told.left_out;
        return;
    }
    const std::time_t seconds = static_cast<std::time_t>(at.ms / 1000);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    std::array<char, 32> when{};
    std::strftime(when.data(), when.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    std::string line = std::string(when.data()) + " " + std::string(name_of(level)) + " " + std::string(code);
    if (!ids.empty()) line += " " + std::string(ids);
    if (told.left_out > 0) line += " left_out=" + std::to_string(std::exchange(told.left_out, 0));
    if (line.size() > kLineMax) line.resize(kLineMax);
    for (char& c : line) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';  // one entry is one line
    }
    sink_(line);
}

}  // namespace courtyard::hub
