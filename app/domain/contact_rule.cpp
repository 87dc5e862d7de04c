#include "app/domain/contact_rule.hpp"

#include <charconv>

#include "sync/base/bytes.hpp"

namespace courtyard::domain {

namespace {

constexpr int kHoursOfDay = 24;

std::string line_of(const Application& application, std::string_view code) {
    const Answer* answer = application.find(code);
    if (answer == nullptr) return {};
    if (const std::string* text = answer->text()) return *text;
    std::string line;
    const auto add = [&line](const std::string& each) { line += (line.empty() || each.empty() ? "" : " ") + each; };
    if (const Row* row = answer->row())
        for (const auto& [key, cell] : *row)
            add(cell);
    return line;
}

std::optional<int> hour_of(std::string_view text) {
    int hour = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), hour);
    const bool whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return whole && hour >= 0 && hour <= kHoursOfDay ? std::optional(hour) : std::nullopt;
}

}  // namespace

int hour_in_china(base::Instant now) {
    constexpr std::int64_t kHourMs = 3'600'000, kAhead = 8, kDay = kHoursOfDay;
    const std::int64_t hours = (now.ms >= 0 ? now.ms : now.ms - kHourMs + 1) / kHourMs + kAhead;
    return static_cast<int>((hours % kDay + kDay) % kDay);
}

std::optional<CallHours> read_call_hours(std::string_view text) {
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto from = hour_of(text.substr(0, dash)), to = hour_of(text.substr(dash + 1));
    if (!from || !to || *from >= *to) return std::nullopt;
    return CallHours{*from, *to};
}

void wipe(SafeContact& contact) noexcept {
    for (std::string* text : {&contact.rule, &contact.hours, &contact.number, &contact.messages, &contact.word,
                              &contact.phone, &contact.relay})
        base::wipe(*text);
    for (std::string& each : contact.hide)
        base::wipe(each);
}

const ContactWay* ContactWords::way(std::string_view value) const {
    for (const ContactWay& each : ways)
        if (each.value == value) return &each;
    return nullptr;
}

SafeContact contact_of(const Application& application, const ContactWords& words) {
    SafeContact contact;
    contact.phone = line_of(application, "F1.09");
    contact.relay = line_of(application, "F1.10");
    contact.rule = line_of(application, "F1.11");
    const ContactWay* way = words.way(contact.rule);
    if (contact.rule.empty() || (way != nullptr && way->is_free())) {
        contact.rule.clear();
        return contact;
    }
    contact.number = line_of(application, "F1.11a");
    contact.messages = line_of(application, "F1.11b");
    contact.word = line_of(application, "F1.11d");
    if (const Answer* hide = application.find("F1.11c"); hide != nullptr && hide->list() != nullptr)
        contact.hide = *hide->list();
    return contact;
}

SafeContact filled_up(SafeContact of_case, const SafeContact& of_application) {
    if (of_case.is_whole) return of_case;
    for (std::string SafeContact::*text : {&SafeContact::rule, &SafeContact::number, &SafeContact::messages,
                                           &SafeContact::word, &SafeContact::phone, &SafeContact::relay})
        if ((of_case.*text).empty()) of_case.*text = of_application.*text;
    if (of_case.hide.empty()) of_case.hide = of_application.hide;
    return of_case;
}

bool is_guarded(const SafeContact& contact, const ContactWords& words) {
    if (contact.is_disputed) return true;
    const ContactWay* way = words.way(contact.rule);
    if (!contact.rule.empty() && (way == nullptr || !way->is_free())) return true;
    for (const std::string* text : {&contact.hours, &contact.number, &contact.messages, &contact.word})
        if (!text->empty()) return true;
    return !contact.hide.empty();
}

bool goes_by_relay(const SafeContact& contact, const ContactWords& words) {
    const ContactWay* way = words.way(contact.rule);
    const bool others = (way != nullptr && way->relay) || contact.phone.empty();
    return contact.number.empty() && !contact.relay.empty() && others;
}

}  // namespace courtyard::domain
