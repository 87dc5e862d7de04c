#include "app/domain/door.hpp"

#include <algorithm>

#include "app/domain/screening_scope.hpp"

namespace courtyard::domain {

namespace {

enum class Leave : std::uint8_t { OutWhatDoesNotConcern, Nothing };

constexpr std::string_view kIsPerson = "G1";

bool is_shut_to(const Door& door, Reply is_person) { return is_person == Reply::No && !door.for_organisations; }

std::vector<OpenDoor> in_order(const DoorCatalogue& catalogue, const Scope& scope, Leave leave) {
    std::vector<OpenDoor> open;
    for (const Door& door : catalogue.doors) {
        if (leave == Leave::OutWhatDoesNotConcern && door.when && !door.when->holds(scope, Date{})) continue;
        OpenDoor one{&door, {}};
        for (const DoorReason& reason : door.because)
            if (reason.when.holds(scope, Date{})) one.because.push_back(reason.say);
        open.push_back(std::move(one));
    }
    std::stable_sort(open.begin(), open.end(),
                     [](const OpenDoor& a, const OpenDoor& b) { return a.because.size() > b.because.size(); });
    return open;
}

// The form, and what the court has recorded.
class ToldScope final : public Scope {
public:
    ToldScope(const Scope& form, const Found& found) : form_(form), found_(found) {}
    [[nodiscard]] Value value(std::string_view name) const override {
        if (name != "found") return form_.value(name);
        std::vector<Value> list;
        for (const std::string& each : found_)
            list.push_back({each});
        return {std::move(list)};
    }
    [[nodiscard]] bool is_unknown(std::string_view name) const override {
        return name != "found" && form_.is_unknown(name);
    }

private:
    const Scope& form_;
    const Found& found_;
};

void add_answer(ScreeningAnswers& answers, const ToldAnswer& told) {
    constexpr std::string_view kNone = "H0", kGuardian = "guardian_is_wrongdoer";
    std::vector<std::string> values = screening_value(answers, told.key);
    if (!is_list_key(told.key)) {
        // Of a guardian a form says that they did the harm, or nothing.
        const bool is_open = told.key == kGuardian || values.empty() || values.front() == "unknown";
        if (is_open) static_cast<void>(set_screening_value(answers, told.key, std::vector{told.value}));
        return;
    }
    if (std::find(values.begin(), values.end(), told.value) != values.end()) return;
    if (told.value == kNone && !values.empty()) return;
    std::erase(values, kNone);
    values.push_back(told.value);
    static_cast<void>(set_screening_value(answers, told.key, values));
}

// Of a door that does not concern somebody by what is known.
class Perhaps {
public:
    Perhaps(const ScreeningAnswers& answers, std::string_view primary, const DoorNeeds& needs, const Found& found,
            std::span<const std::string_view> unasked)
        : answers_(answers), primary_(primary), needs_(needs), found_(found), unasked_(unasked) {}

    // What nobody has answered and would make it concern them; nothing: no answer would.
    [[nodiscard]] std::vector<std::string> asks(const Expression& when) const {
        std::vector<std::string> open;
        for (const std::string& name : when.names())
            if (is_open(name)) open.push_back(name);
        return !open.empty() && may_hold(when, open, 0, answers_) ? open : std::vector<std::string>{};
    }

private:
    [[nodiscard]] bool is_open(std::string_view name) const {
        if (is_list_key(name)) return std::find(unasked_.begin(), unasked_.end(), name) != unasked_.end();
        const std::vector<std::string> values = screening_value(answers_, name);
        return !values.empty() && values.front() == "unknown";
    }
    // With every answer to what is open, one after another: a condition names two or three of them.
    [[nodiscard]] bool may_hold(const Expression& when, const std::vector<std::string>& open, std::size_t at,
                                const ScreeningAnswers& so_far) const {
        if (at == open.size()) return when.holds(AnswerScope(so_far, primary_, &needs_, &found_), Date{});
        for (const std::string_view value : screening_values(open[at])) {
            ScreeningAnswers next = so_far;
            if (!set_screening_value(next, open[at], std::vector{std::string(value)})) continue;
            if (may_hold(when, open, at + 1, next)) return true;
        }
        return may_hold(when, open, at + 1, so_far);
    }

    const ScreeningAnswers& answers_;
    std::string_view primary_;
    const DoorNeeds& needs_;
    const Found& found_;
    std::span<const std::string_view> unasked_;
};

}  // namespace

const Door* DoorCatalogue::door(std::string_view id) const {
    const auto found = std::find_if(doors.begin(), doors.end(), [&](const Door& each) { return each.id == id; });
    return found == doors.end() ? nullptr : &*found;
}

DoorNeeds DoorCatalogue::needs_told(const Scope& form_scope, Date today) const {
    DoorNeeds all;
    for (const DoorNeed& need : needs)
        if (need.told && need.told->holds(form_scope, today)) all.insert(need.value);
    return all;
}

ScreeningAnswers DoorCatalogue::with_told(ScreeningAnswers answers, const Scope& form_scope, const Found& found,
                                          Date today) const {
    const ToldScope scope(form_scope, found);
    for (const ToldAnswer& each : told)
        if (each.when.holds(scope, today)) add_answer(answers, each);
    return answers;
}

std::vector<OpenDoor> open_doors(const DoorCatalogue& catalogue, const ScreeningAnswers& answers,
                                 std::string_view primary, const DoorNeeds& needs) {
    const AnswerScope scope(answers, primary, &needs);
    std::vector<OpenDoor> open = in_order(catalogue, scope, Leave::OutWhatDoesNotConcern);
    std::erase_if(open, [&](const OpenDoor& each) { return is_shut_to(*each.door, answers.g1); });
    return open.empty() ? in_order(catalogue, scope, Leave::Nothing) : open;
}

std::vector<OpenDoor> doors_for_court(const DoorCatalogue& catalogue, const ScreeningAnswers& answers,
                                      std::string_view primary, const DoorNeeds& needs, const Found& found,
                                      std::span<const std::string_view> unasked) {
    const AnswerScope scope(answers, primary, &needs, &found);
    const Perhaps perhaps(answers, primary, needs, found, unasked);
    std::vector<OpenDoor> open;
    for (OpenDoor& each : in_order(catalogue, scope, Leave::Nothing)) {
        if (is_shut_to(*each.door, answers.g1)) continue;
        if (each.door->when && !each.door->when->holds(scope, Date{})) {
            each.ask = perhaps.asks(*each.door->when);
            if (each.ask.empty()) continue;
        }
        const bool is_asked = std::find(each.ask.begin(), each.ask.end(), kIsPerson) != each.ask.end();
        if (answers.g1 == Reply::Unknown && !each.door->for_organisations && !is_asked)
            each.ask.insert(each.ask.begin(), std::string(kIsPerson));
        open.push_back(std::move(each));
    }
    std::stable_sort(open.begin(), open.end(), [](const OpenDoor& a, const OpenDoor& b) {
        if (a.because.size() != b.because.size()) return a.because.size() > b.because.size();
        return a.ask.empty() && !b.ask.empty();
    });
    return open;
}

std::vector<OpenDoor> all_doors(const DoorCatalogue& catalogue, const DoorNeeds& needs) {
    return in_order(catalogue, AnswerScope({}, {}, &needs), Leave::Nothing);
}

}  // namespace courtyard::domain
