#include "app/domain/door.hpp"

#include <algorithm>

#include "app/domain/screening_scope.hpp"

namespace courtyard::domain {

namespace {

enum class Leave : std::uint8_t { OutWhatDoesNotConcern, Nothing };

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

}  // namespace

const Door* DoorCatalogue::door(std::string_view id) const {
    const auto found = std::find_if(doors.begin(), doors.end(), [&](const Door& each) { return each.id == id; });
    return found == doors.end() ? nullptr : &*found;
}

DoorNeeds DoorCatalogue::needs_told(const Scope& form_scope, Date today) const {
    DoorNeeds told;
    for (const DoorNeed& need : needs)
        if (need.told && need.told->holds(form_scope, today)) told.insert(need.value);
    return told;
}

std::vector<OpenDoor> open_doors(const DoorCatalogue& catalogue, const ScreeningAnswers& answers,
                                 std::string_view primary, const DoorNeeds& needs) {
    const AnswerScope scope(answers, primary, &needs);
    std::vector<OpenDoor> open = in_order(catalogue, scope, Leave::OutWhatDoesNotConcern);
    return open.empty() ? in_order(catalogue, scope, Leave::Nothing) : open;
}

std::vector<OpenDoor> all_doors(const DoorCatalogue& catalogue, const DoorNeeds& needs) {
    return in_order(catalogue, AnswerScope({}, {}, &needs), Leave::Nothing);
}

}  // namespace courtyard::domain
