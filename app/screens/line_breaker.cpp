#include "app/screens/line_breaker.hpp"

#include <algorithm>
#include <optional>

namespace courtyard::screens {
namespace {

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// Closing marks, stops, per cent, middle dot, dash, ellipsis.
bool may_not_start(char32_t c) {
    return is_one_of(c,
                     U"\u3001\u3002\uFF0C\uFF0E\uFF1B\uFF1A\uFF1F\uFF01\uFF09\u3009\u300B\u300D\u300F\u3011\u3015\u3017"
                     U"\u2019\u201D\uFF05\u2026\u2014\u00B7\uFF5E,.;:?!)]}%");
}

bool may_not_end(char32_t c) {
    return is_one_of(c, U"\uFF08\u3008\u300A\u300C\u300E\u3010\u3014\u3016\u2018\u201C\uFFE5([{#");
}

// Comma, full stop, semicolon, colon, question mark, exclamation mark.
constexpr std::u32string_view kClauseEnds = U"\uFF0C\u3002\uFF1B\uFF1A\uFF1F\uFF01";
constexpr char32_t kWideBlank = U'\u3000';
constexpr char32_t kMiddleDot = U'\u00B7';
constexpr std::u32string_view kItemEnds = U"\u3001";  // the comma of lists

bool is_word(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
           is_one_of(c, U"_-+/@&*'.:,") || (c >= 0xC0 && c <= 0x24F);
}

// A cluster cannot be broken: one character, or a whole Latin word or number.
struct Cluster {
    std::size_t begin = 0, end = 0;
    float width = 0;
    char32_t first = 0, last = 0;
    bool blank = false, newline = false;
};

std::vector<Cluster> clusters_of(std::string_view text, float width, const Advance& advance) {
    std::vector<Cluster> out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t begin = at;
        const char32_t c = next_character(text, at);
        const float wide = c == U'\n' ? 0 : advance(c);
        const bool joins = !out.empty() && is_word(c) && is_word(out.back().last) && out.back().width + wide <= width;
        if (joins) {
            out.back().end = at;
            out.back().width += wide;
            out.back().last = c;
        } else {
            out.push_back({begin, at, wide, c, c, c == U' ', c == U'\n'});
        }
    }
    return out;
}

bool is_blank(const Cluster& cluster) { return cluster.blank || cluster.last == kWideBlank; }

// What stands between two facts, a dot between wide blanks: of no use at the end of a line or at the start of one. Of
// a name the dot is a part.
struct Between {
    std::size_t begin = 0, end = 0;
};
Between between_at(const std::vector<Cluster>& clusters, std::size_t cut, std::size_t first) {
    const auto parts = [&](std::size_t i) { return is_blank(clusters[i]) || clusters[i].first == kMiddleDot; };
    Between out{cut, cut};
    while (out.begin > first && parts(out.begin - 1))
        --out.begin;
    while (out.end < clusters.size() && parts(out.end))
        ++out.end;
    const bool is_last = out.end == clusters.size();
    for (std::size_t i = out.begin; i < out.end && !is_last; ++i)
        if (clusters[i].last == kWideBlank) return out;
    return {cut, cut};
}

// Two lines that part behind one of these marks, as equally long as possible; nothing when one of them would not fit or
// would be a scrap.
std::optional<std::vector<Line>> break_after(std::u32string_view marks, std::string_view text, float width,
                                             const Advance& advance) {
    constexpr float kScrap = 0.4F;  // of the longer line
    const std::vector<Cluster> clusters = clusters_of(text, width, advance);
    if (clusters.back().blank) return std::nullopt;
    float all = 0;
    for (const Cluster& cluster : clusters) {
        if (cluster.newline) return std::nullopt;
        all += cluster.width;
    }
    std::size_t cut = 0;
    float first = 0;
    float used = 0;
    for (std::size_t i = 0; i + 1 < clusters.size(); ++i) {
        used += clusters[i].width;
        const bool parts =
            is_one_of(clusters[i].last, marks) && !may_not_start(clusters[i + 1].first) && !clusters[i + 1].blank;
        const bool fits = used <= width && all - used <= width;
        if (parts && fits && (cut == 0 || std::max(used, all - used) < std::max(first, all - first))) {
            cut = i + 1;
            first = used;
        }
    }
    if (cut == 0 || std::min(first, all - first) < kScrap * std::max(first, all - first)) return std::nullopt;
    return std::vector<Line>{{0, clusters[cut - 1].end, first}, {clusters[cut].begin, text.size(), all - first}};
}

float width_of(const std::vector<Cluster>& clusters, std::size_t from, std::size_t to) {
    float width = 0;
    for (std::size_t i = from; i < to; ++i)
        width += clusters[i].width;
    return width;
}

// Parts what stands on two lines anew, so that the second is no scrap; as it was where that cannot be done well.
void mend_scrap(Line& before, Line& last, std::string_view text, float width, const Advance& advance) {
    const float em = advance(U'\u4E00');
    if (last.width >= std::min(4.5F * em, 0.35F * width)) return;
    const std::vector<Cluster> clusters =
        clusters_of(text.substr(before.begin, last.end - before.begin), width, advance);
    const float all = width_of(clusters, 0, clusters.size());
    std::size_t cut = 0;
    std::size_t characters = 0;
    for (std::size_t i = clusters.size() - 1; i > 0; --i) {
        const Cluster& next = clusters[i];
        const Cluster& previous = clusters[i - 1];
        if (!may_not_start(next.first) && !may_not_end(next.first) && !next.blank) ++characters;
        const float second = width_of(clusters, i, clusters.size());
        if (second > width || all - second < 0.45F * width) break;
        if (next.blank || may_not_start(next.first) || may_not_end(previous.last)) continue;
        if (second <= last.width + 0.01F) continue;
        // Two characters are a word more often than three, where there is no better place.
        if (cut == 0 && characters == 2) cut = i;
        const bool well = previous.blank || previous.last == kWideBlank || is_one_of(previous.last, kClauseEnds) ||
                          is_one_of(previous.last, kItemEnds) || may_not_end(next.first);
        if (!well) continue;
        cut = i;
        break;
    }
    if (cut == 0) return;
    const Between gone = between_at(clusters, cut, 1);
    std::size_t end = gone.begin;
    while (end > 1 && is_blank(clusters[end - 1]))
        --end;
    const std::size_t begin = before.begin, next = std::min(gone.end, clusters.size() - 1);
    before.end = begin + clusters[end - 1].end;
    before.width = width_of(clusters, 0, end);
    last.begin = begin + clusters[next].begin;
    last.width = width_of(clusters, next, clusters.size());
}

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    std::size_t length = 0;
    char32_t value = 0;
    if (lead < 0x80) {
        length = 1;
        value = lead;
    } else if (lead >= 0xC2 && lead < 0xE0) {
        length = 2;
        value = lead & 0x1FU;
    } else if (lead >= 0xE0 && lead < 0xF0) {
        length = 3;
        value = lead & 0x0FU;
    } else if (lead >= 0xF0 && lead < 0xF5) {
        length = 4;
        value = lead & 0x07U;
    }
    if (length == 0 || at + length > text.size()) {
        ++at;
        return 0xFFFD;
    }
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[at + i]);
        if ((next & 0xC0U) != 0x80U) {
            ++at;
            return 0xFFFD;
        }
        value = (value << 6U) | (next & 0x3FU);
    }
    at += length;
    return value;
}

std::vector<Line> break_lines(std::string_view text, float width, const Advance& advance) {
    const std::vector<Cluster> clusters = clusters_of(text, width, advance);
    std::vector<Line> lines;
    std::size_t first = 0;
    const auto emit = [&](std::size_t from, std::size_t to) {
        while (to > from && (clusters[to - 1].blank || clusters[to - 1].newline))
            --to;
        Line line;
        line.begin = from < clusters.size() ? clusters[from].begin : text.size();
        line.end = to > from ? clusters[to - 1].end : line.begin;
        for (std::size_t i = from; i < to; ++i)
            line.width += clusters[i].width;
        lines.push_back(line);
    };
    float used = 0;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        if (clusters[i].newline) {
            emit(first, i);
            first = i + 1;
            used = 0;
            continue;
        }
        if (used + clusters[i].width > width + 0.01F && i > first && !clusters[i].blank) {
            // Step back while the break would stand before a closing or after an opening mark.
            std::size_t cut = i;
            while (cut > first + 1 && (may_not_start(clusters[cut].first) || may_not_end(clusters[cut - 1].last)))
                --cut;
            if (may_not_start(clusters[cut].first) || may_not_end(clusters[cut - 1].last)) cut = i;
            const Between gone = between_at(clusters, cut, first + 1);
            emit(first, gone.begin);
            first = gone.end;
            while (first < i && clusters[first].blank)
                ++first;
            used = 0;
            if (first > i) {  // the line ended in what parts facts
                i = first - 1;
                continue;
            }
            for (std::size_t k = first; k < i; ++k)
                used += clusters[k].width;
        }
        used += clusters[i].width;
    }
    emit(first, clusters.size());
    return lines;
}

std::vector<Line> break_sentences(std::string_view text, float width, const Advance& advance) {
    std::vector<Line> lines = break_lines(text, width, advance);
    const auto parted = [&](std::size_t i) {  // a new paragraph begins with line i
        return text.substr(lines[i - 1].end, lines[i].begin - lines[i - 1].end).find('\n') != std::string_view::npos;
    };
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const bool ends = i + 1 == lines.size() || parted(i + 1);
        if (ends && !parted(i)) mend_scrap(lines[i - 1], lines[i], text, width, advance);
    }
    return lines;
}

std::vector<Line> break_balanced(std::string_view text, float width, const Advance& advance) {
    std::vector<Line> best = break_lines(text, width, advance);
    if (best.size() < 2) return best;
    if (best.size() == 2) {
        for (const std::u32string_view marks : {kClauseEnds, kItemEnds}) {
            if (auto parted = break_after(marks, text, width, advance)) return std::move(*parted);
        }
    }
    float low = width / 2;
    float high = width;
    for (int i = 0; i < 7; ++i) {
        const float middle = (low + high) / 2;
        std::vector<Line> tried = break_lines(text, middle, advance);
        const bool fits = tried.size() <= best.size() && std::all_of(tried.begin(), tried.end(), [&](const Line& line) {
                              return line.width <= middle + 0.01F;
                          });
        if (fits) {
            best = std::move(tried);
            high = middle;
        } else {
            low = middle;
        }
    }
    return best;
}

}  // namespace courtyard::screens
