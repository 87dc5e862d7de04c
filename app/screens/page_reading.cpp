#include "app/screens/page_reading.hpp"

#include <algorithm>

#include "app/screens/icons.hpp"
#include "sync/base/bytes.hpp"

namespace courtyard::screens {
namespace {

constexpr std::size_t kLongNumber = 15;  // digits: identity cards have 15 or 18, bank accounts 16 to 19
constexpr std::size_t kShownFirst = 3, kShownLast = 4;

struct PageEntry {
    Ear ear = Ear::page;
    const Drawn* target = nullptr;  // null: a text by itself
    std::string text;
    bool chosen = false;
};

bool holds(const Rect& rect, const Rect& thing) {
    const float x = thing.middle_x(), y = thing.middle_y();
    return x >= rect.x && x <= rect.right() && y >= rect.y && y <= rect.bottom();
}

void append(std::string& to, const std::string& text) {
    if (text.empty()) return;
    if (!to.empty()) to += '\n';
    to += text;
}

bool is_mark(const Drawn& icon) {
    return icon.text == icon::kCheckCircle || icon.text == icon::kCheckBox || icon.text == icon::kCheck;
}

// The thing that can be touched on which this stands. A page that can be touched as a whole parts nothing.
PageEntry* under(std::vector<PageEntry>& entries, const Drawn& thing, const Rect& page) {
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        // What is scrolled out of sight lies behind the page's own buttons, not on them.
        if (!entry->target || entry->target->rolls != thing.rolls || !holds(entry->target->rect, thing.rect)) continue;
        const Rect& rect = entry->target->rect;
        return rect.w * rect.h > 0.6F * page.w * page.h ? nullptr : &*entry;
    }
    return nullptr;
}

}  // namespace

std::string without_long_numbers(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at, digits = 0;
        const auto is_digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
        while (is_digit(end) || (end > at && end < text.size() && text[end] == ' ' && is_digit(end + 1)))
            digits += is_digit(end++) ? 1 : 0;
        if (digits >= kLongNumber) {
            std::size_t last = end;
            for (std::size_t shown = 0; shown < kShownLast; shown += is_digit(last) ? 1 : 0)
                --last;
            out += text.substr(at, kShownFirst) + "****" + text.substr(last, end - last);
            at = end;
        } else {
            out += text.substr(at, std::max<std::size_t>(end - at, 1));
            at = std::max(end, at + 1);
        }
    }
    return out;
}

std::vector<std::string> reading_of(const DrawLog& log, const Rect& page, const ReadingWords& words) {
    std::vector<PageEntry> entries;
    bool told_secret = false;
    for (const Drawn& thing : log.things) {
        if (thing.kind == DrawnKind::target) {
            entries.push_back({thing.ear, &thing, {}, false});
            continue;
        }
        PageEntry* on = under(entries, thing, page);
        if (thing.kind == DrawnKind::icon) {
            if (on) on->chosen = on->chosen || (is_mark(thing) && thing.ear == Ear::page);
            continue;
        }
        if (thing.ear == Ear::hushed || thing.ear == Ear::control || thing.ear == Ear::discreet) continue;
        std::string text = without_long_numbers(thing.heard.empty() ? thing.text : thing.heard);
        if (thing.ear == Ear::secret) {
            if (told_secret) continue;
            told_secret = true;
            text = words.secret;
        }
        if (on)
            append(on->text, text);
        else
            entries.push_back({thing.ear, nullptr, std::move(text), false});
    }
    std::vector<std::string> out;
    const auto take = [&](bool (*wanted)(Ear)) {
        for (const PageEntry& entry : entries) {
            if (!wanted(entry.ear)) continue;
            std::string text =
                entry.text.empty() && entry.target && entry.ear != Ear::secret ? entry.target->text : entry.text;
            if (entry.chosen) append(text, words.chosen);
            if (!text.empty()) out.push_back(std::move(text));
        }
    };
    take([](Ear ear) { return ear == Ear::title; });
    take([](Ear ear) { return ear == Ear::page || ear == Ear::alert || ear == Ear::secret; });
    take([](Ear ear) { return ear == Ear::nav; });
    return out;
}

std::vector<std::string> alerts_of(const DrawLog& log) {
    std::vector<std::string> out;
    for (const Drawn& thing : log.things)
        if (thing.kind == DrawnKind::text && thing.ear == Ear::alert) out.push_back(without_long_numbers(thing.text));
    return out;
}

void wipe(DrawLog& log) noexcept {
    for (Drawn& thing : log.things) {
        base::wipe(thing.text);
        base::wipe(thing.heard);
    }
    log.clear();
}

}  // namespace courtyard::screens
