#include "app/pack/act_codes.hpp"

#include <algorithm>

#include "app/cases/coded_fields.hpp"

namespace courtyard::pack {

namespace {

// Of the kind itself, or of all kinds.
std::string said_of_act(const Words& words, std::string_view kind, const std::string& what) {
    const std::string own = "act." + std::string(kind) + "." + what, shared = "act." + what;
    if (words.has(own)) return words.text(own);
    return words.has(shared) ? words.text(shared) : std::string();
}

// "O1=…|O2=…", or words that stand for themselves.
CodeWords offered_codes(const Words& words, std::string_view kind, const cases::FieldRule& field) {
    CodeWords out;
    std::string all = said_of_act(words, kind, "option." + std::string(field.name));
    while (!all.empty()) {
        const std::size_t end = std::min(all.find('|'), all.size());
        const std::string one = all.substr(0, end);
        const std::size_t equals = std::min(one.find('='), one.size());
        out.emplace_back(one.substr(0, equals), one.substr(std::min(equals + 1, one.size())));
        all.erase(0, std::min(end + 1, all.size()));
    }
    return out;
}

std::string said_of_score(const Words& words, const std::string& code) {
    const std::size_t colon = code.find(':');
    const std::string name = "act.score." + code.substr(0, colon), level = "act.score." + code.substr(colon + 1);
    return words.has(name) && words.has(level) ? words.text(name) + " " + words.text(level) : std::string();
}

}  // namespace

CodeWords code_words(const Words& words, std::string_view kind, const cases::FieldRule& field) {
    const CodeWords offered = offered_codes(words, kind, field);
    CodeWords out;
    for (const std::string& code : cases::codes_of(kind, field)) {
        std::string say;
        const auto found = std::find_if(offered.begin(), offered.end(), [&](const auto& o) { return o.first == code; });
        if (field.type == cases::FieldType::Choice)
            say = said_of_act(words, kind, "choice." + std::string(field.name) + "." + code);
        else if (cases::is_score(code))
            say = said_of_score(words, code);
        else if (found != offered.end())
            say = found->second;
        out.emplace_back(code, std::move(say));
    }
    return out;
}

std::vector<std::string> offered_words(const Words& words, std::string_view kind, const cases::FieldRule& field) {
    std::vector<std::string> out;
    if (!cases::codes_of(kind, field).empty()) return out;
    for (const auto& [code, say] : offered_codes(words, kind, field))
        out.push_back(code);
    return out;
}

}  // namespace courtyard::pack
