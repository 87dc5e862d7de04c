#include "app/screens/why_words.hpp"

#include <algorithm>

namespace courtyard::screens {
namespace {

std::string option_words(const domain::ScreeningQuestion& question, const std::string& value) {
    for (const domain::ScreeningOption& option : question.options)
        if (option.value == value) return option.say;
    return {};
}

// How what is missing may be got, where one of the answers that would do has such a way.
std::string get_words(const domain::ScreeningQuestion& question, const domain::AnswerChange& change) {
    for (const auto& values : change.any_of)
        for (const domain::ScreeningOption& option : question.options)
            if (!option.get.empty() && values == std::vector<std::string>{option.value}) return option.get;
    return {};
}

// Lists of codes: what would be there besides, or would not be there.
std::string list_change(const Ui& ui, const domain::ScreeningQuestion& question, const domain::AnswerChange& change,
                        const std::vector<std::string>& now) {
    std::vector<std::string> more, less;
    const auto add = [](std::vector<std::string>& list, const std::string& value) {
        if (!value.empty() && std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
    };
    for (const auto& values : change.any_of) {
        for (const std::string& value : values)
            if (std::find(now.begin(), now.end(), value) == now.end()) add(more, option_words(question, value));
        for (const std::string& value : now)
            if (value != "H0" && std::find(values.begin(), values.end(), value) == values.end())
                add(less, option_words(question, value));
    }
    const auto joined = [&](const std::vector<std::string>& list) {
        std::string out;
        for (const std::string& one : list)
            out += (out.empty() ? "" : ui.say("ways.value_or")) + one;
        return out;
    };
    if (more.empty() && less.empty()) return ui.say("ways.none");
    if (more.empty()) return ui.say("ways.has_not", {{"reply", joined(less)}});
    return joined(more);
}

}  // namespace

std::string reply_words(const Ui& ui, const domain::ScreeningQuestion& question,
                        const std::vector<std::string>& values) {
    std::string text;
    for (const domain::ScreeningOption& option : question.options)
        if (std::find(values.begin(), values.end(), option.value) != values.end())
            text += (text.empty() ? "" : ui.say("list.comma")) + option.say;
    return text;
}

std::vector<std::string> way_words(const Scene& scene, const domain::ScreeningWay& way) {
    const Ui& ui = scene.ui;
    const auto& matrix = scene.pack().screening;
    std::vector<std::string> lines;
    for (const domain::AnswerChange& change : way.changes) {
        const domain::ScreeningQuestion* question = matrix.question(change.key);
        if (!question) continue;
        const auto now = domain::screening_value(scene.session().screening.answers, change.key);
        std::string reply;
        if (domain::is_list_key(change.key)) {
            reply = list_change(ui, *question, change, now);
        } else {
            for (const auto& values : change.any_of)
                reply += (reply.empty() ? "" : ui.say("ways.value_or")) + option_words(*question, values.front());
        }
        std::string line =
            ui.say(change.was_unknown ? "ways.unknown" : "ways.fact", {{"ask", question->ask}, {"reply", reply}});
        if (const std::string get = get_words(*question, change); !get.empty())
            line += ui.say("list.comma") + ui.say("ways.get", {{"get", get}});
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<domain::OpenDoor> doors_of(const Scene& scene) {
    const flow::ScreeningWork& work = scene.session().screening;
    const domain::DoorCatalogue& catalogue = scene.pack().doors;
    // Who has not answered anything has not said that there is no person, no case and no harm.
    if (work.answered.empty()) return domain::all_doors(catalogue, work.needs);
    const domain::Screening result = domain::screen_once(scene.pack().screening, work.answers);
    std::vector<domain::OpenDoor> doors = domain::open_doors(catalogue, work.answers, result.primary, work.needs);
    if (work.answers.guardian == domain::Guardian::Wrongdoer)
        for (domain::OpenDoor& open : doors)
            open.because.clear();
    return doors;
}

std::string because_words(const Ui& ui, const domain::OpenDoor& open) {
    std::string reasons;
    for (const std::string& reason : open.because)
        reasons += (reasons.empty() ? "" : ui.say("doors.because_and")) + reason;
    return ui.say("doors.because", {{"reasons", reasons}});
}

}  // namespace courtyard::screens
