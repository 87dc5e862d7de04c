#include "app/pack/screening_slip.hpp"

#include <algorithm>

namespace courtyard::pack {

namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts)
        out += (out.empty() ? "" : std::string(between)) + part;
    return out;
}

void add_outcome(const Pack& pack, const domain::ScreeningAnswers& answers, const domain::Screening& screening,
                 std::vector<SlipLine>& lines) {
    const Words& words = pack.words;
    if (const domain::ScreeningOutcome* outcome = pack.screening.outcome(screening.primary)) {
        lines.push_back({SlipLineKind::Heading, outcome->title});
        lines.push_back({SlipLineKind::Item, outcome->say});
    }
    for (const std::string& reason : screening.reasons)
        lines.push_back({SlipLineKind::Item, reason});
    lines.push_back({SlipLineKind::Heading, words.text("take_home.answers")});
    for (const domain::ScreeningQuestion* question : domain::questions_to_ask(pack.screening, answers)) {
        std::vector<std::string> said;
        const auto values = domain::screening_value(answers, question->key);
        for (const domain::ScreeningOption& option : question->options)
            if (std::find(values.begin(), values.end(), option.value) != values.end()) said.push_back(option.say);
        if (said.empty()) continue;
        lines.push_back({SlipLineKind::Item, question->ask});
        lines.push_back({SlipLineKind::Detail, joined(said, words.text("list.comma"))});
    }
}

void add_door(const Pack& pack, const domain::Door& door, std::vector<SlipLine>& lines) {
    const Words& words = pack.words;
    lines.push_back({SlipLineKind::Item, door.title});
    lines.push_back({SlipLineKind::Detail, words.text("take_home.where", {{"where", door.where}})});
    if (const Contact* contact = pack.contact(door.contact))
        lines.push_back({SlipLineKind::Detail, words.text("take_home.call", {{"number", contact->number}})});
    lines.push_back({SlipLineKind::Detail,
                     words.text("take_home.bring", {{"papers", joined(door.bring, words.text("list.comma"))}})});
}

// Whom a private door sends people to tells as much as the door.
bool may_be_seen(const Pack& pack, const Contact& contact, SlipWish wish) {
    return wish == SlipWish::WithAnswers ||
           std::none_of(pack.doors.doors.begin(), pack.doors.doors.end(),
                        [&](const domain::Door& door) { return door.is_private && door.contact == contact.id; });
}

}  // namespace

std::vector<SlipLine> screening_slip(const Pack& pack, const domain::ScreeningAnswers& answers,
                                     const domain::Screening& screening, const domain::DoorNeeds& needs,
                                     SlipWish wish) {
    const Words& words = pack.words;
    std::vector<SlipLine> lines{{SlipLineKind::Title, words.text("take_home.title")}};
    if (wish == SlipWish::WithAnswers) add_outcome(pack, answers, screening, lines);
    lines.push_back({SlipLineKind::Heading, words.text("take_home.doors")});
    std::size_t count = 0;
    for (const domain::OpenDoor& open : domain::open_doors(pack.doors, answers, screening.primary, needs)) {
        if (wish == SlipWish::Neutral && open.door->is_private) continue;
        if (++count > kSlipDoorsMax) break;
        add_door(pack, *open.door, lines);
    }
    lines.push_back({SlipLineKind::Note, words.text("take_home.any_door")});
    lines.push_back({SlipLineKind::Heading, words.text("take_home.calls")});
    for (const char* id : {"12345", "12368", "12348"})
        if (const Contact* contact = pack.contact(id); contact && may_be_seen(pack, *contact, wish))
            lines.push_back({SlipLineKind::Item,
                             words.text("take_home.contact", {{"name", contact->name}, {"number", contact->number}})});
    lines.push_back({SlipLineKind::Note, words.text("take_home.free")});
    return lines;
}

}  // namespace courtyard::pack
