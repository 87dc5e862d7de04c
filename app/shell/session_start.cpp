#include "app/shell/session_start.hpp"

#include <array>

namespace courtyard::shell {

namespace {

constexpr std::array kPagesToBegin{flow::Page::Attract, flow::Page::Home, flow::Page::Farewell, flow::Page::Harmless,
                                   flow::Page::Failure};
constexpr std::array<std::string_view, flow::kTextSizes> kSizes{"normal", "large", "largest"};
constexpr std::array<std::string_view, 2> kContrasts{"calm", "high"};
constexpr std::array<std::string_view, flow::kLoudnesses> kLoudnesses{"aloud-quiet", "aloud-middle", "aloud-loud"};

// Every start that there may be; a line is one of them or none.
template <class Take>
void each_start(const Take& take) {
    for (const flow::Page page : kPagesToBegin)
        for (int size = 0; size < flow::kTextSizes; ++size)
            for (const flow::Contrast contrast : {flow::Contrast::Calm, flow::Contrast::High})
                for (const bool practice : {false, true})
                    for (int aloud = -1; aloud < flow::kLoudnesses; ++aloud) {
                        SessionStart start{page, static_cast<flow::TextSize>(size), contrast, practice, {}};
                        if (aloud >= 0) start.aloud = static_cast<flow::Loudness>(aloud);
                        take(start);
                    }
}

}  // namespace

std::string to_line(const SessionStart& start) {
    std::string line(flow::name_of(start.page));
    line += ' ';
    line += kSizes[static_cast<std::size_t>(start.text_size)];
    line += ' ';
    line += kContrasts[static_cast<std::size_t>(start.contrast)];
    if (start.practice) line += " practice";
    if (start.aloud) (line += ' ') += kLoudnesses[static_cast<std::size_t>(*start.aloud)];
    return line;
}

base::Result<SessionStart> parse_start(std::string_view line) {
    std::optional<SessionStart> found;
    each_start([&](const SessionStart& start) {
        if (!found && line == to_line(start)) found = start;
    });
    if (found) return *found;
    return base::fail("session.start", "a session begins with three words, for example \"home large high\"");
}

}  // namespace courtyard::shell
