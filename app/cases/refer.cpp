#include "app/cases/refer.hpp"

#include <algorithm>
#include <array>

namespace courtyard::cases {

namespace {

using Texts = std::span<const std::string>;

bool has(Texts list, std::string_view wanted) { return std::find(list.begin(), list.end(), wanted) != list.end(); }

// Telephone numbers: the person's own and of whoever passes on a word.
constexpr std::string_view kOwnPhone = "F1.09";
bool is_phone(std::string_view code) { return code == kOwnPhone || code == "F1.10"; }

}  // namespace

bool is_never_shared(std::string_view code) {
    // Whatever continues the code with a letter or a point is a part of the field ("F1.11d").
    constexpr std::array<std::string_view, 2> kNever{"F1.80", "F1.11"};
    for (const std::string_view field : kNever) {
        if (!code.starts_with(field)) continue;
        const std::string_view rest = code.substr(field.size());
        if (rest.empty() || rest.front() < '0' || rest.front() > '9') return true;
    }
    return false;
}

Verdict withheld(std::string_view code, const domain::ContactWords& contact, const AidCase& aid_case) {
    if (is_never_shared(code)) return refuse("refer.never");
    if (is_phone(code) && domain::is_guarded(aid_case.contact, contact)) return refuse("refer.phone");
    return code == kOwnPhone && !aid_case.contact.lost.empty() ? refuse("refer.lost") : Verdict{};
}

Verdict may_share(const domain::DoorCatalogue& catalogue, const domain::ContactWords& contact, const AidCase& aid_case,
                  std::string_view item, std::string_view body, Texts shared) {
    const domain::Door* door = catalogue.door(item);
    if (door == nullptr || door->bodies.empty()) return refuse("refer.item");
    if (!has(door->bodies, body)) return refuse("refer.body");
    for (const std::string& code : shared) {
        if (is_never_shared(code)) return refuse("refer.never");
        if (!has(door->share, code)) return refuse("refer.shared");
        if (auto no = withheld(code, contact, aid_case)) return no;
    }
    if (!aid_case.care.may_tell(std::string(body))) return refuse("refer.consent");
    return std::nullopt;
}

std::vector<std::string> sharable(const domain::Door& door, const domain::ContactWords& contact,
                                  const AidCase& aid_case) {
    std::vector<std::string> codes;
    for (const std::string& code : door.share)
        if (!withheld(code, contact, aid_case)) codes.push_back(code);
    return codes;
}

namespace {

Suggestion suggestion_of(const domain::OpenDoor& open, const Care& care) {
    Suggestion one{open.door, open.because, open.ask, {}, {}, {}};
    for (const std::string& body : open.door->bodies) {
        const Referral* last = nullptr;
        for (const Referral& each : care.referrals)
            if (each.item == open.door->id && each.body == body && !each.double_of) last = &each;
        if (last != nullptr && last->is_open())
            one.asked.emplace_back(body, last->by);
        else if (last == nullptr || last->state != Referral::State::Done)
            (care.may_tell(body) ? one.agreed : one.to_ask).push_back(body);
    }
    return one;
}

std::vector<Suggestion> suggestions_of(const std::vector<domain::OpenDoor>& doors, const Care& care) {
    std::vector<Suggestion> list;
    for (const domain::OpenDoor& open : doors) {
        if (open.door->bodies.empty()) continue;
        Suggestion one = suggestion_of(open, care);
        if (!one.agreed.empty() || !one.to_ask.empty() || !one.asked.empty()) list.push_back(std::move(one));
    }
    return list;
}

}  // namespace

std::vector<Suggestion> suggest(const domain::DoorCatalogue& catalogue, const domain::ScreeningAnswers& answers,
                                std::string_view primary, const domain::DoorNeeds& needs, const AidCase& aid_case) {
    return suggestions_of(domain::open_doors(catalogue, answers, primary, needs), aid_case.care);
}

std::vector<Suggestion> suggest(const domain::DoorCatalogue& catalogue, const CourtKnows& knows,
                                const AidCase& aid_case) {
    return suggestions_of(
        domain::doors_for_court(catalogue, knows.answers, knows.primary, knows.needs, knows.found, knows.unasked),
        aid_case.care);
}

}  // namespace courtyard::cases
