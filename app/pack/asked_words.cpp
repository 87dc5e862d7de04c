#include "app/pack/asked_words.hpp"

#include <algorithm>

#include "app/pack/court_text.hpp"
#include "app/pack/help_offers.hpp"
#include "app/pack/readers.hpp"

namespace courtyard::pack {

namespace {

constexpr std::string_view kCourtFile = "text/court.toml", kUiFile = "text/ui.toml", kErrorsFile = "text/errors.toml";

std::vector<AskedBlank> blanks_of(std::string_view inside) {
    std::vector<AskedBlank> out;
    while (!inside.empty()) {
        const std::size_t end = std::min(inside.find(','), inside.size());
        std::string_view name = inside.substr(0, end);
        const bool must = name.ends_with('!');
        if (must) name.remove_suffix(1);
        out.push_back({name, must});
        inside.remove_prefix(std::min(end + 1, inside.size()));
    }
    return out;
}

bool is_hotline(std::string_view contact) {
    return std::all_of(contact.begin(), contact.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void add_key(AskedWords& asked, std::string_view file, std::string_view head, std::string_view token) {
    const std::size_t open = std::min(token.find('{'), token.size());
    std::string_view rest = token.substr(0, open);
    AskedWord word{file};
    if (open < token.size()) word.blanks = blanks_of(token.substr(open + 1, token.size() - open - 2));
    if (rest.ends_with('?')) {
        rest.remove_suffix(1);
        word.asked = Asked::MayBe;
    }
    asked.emplace(std::string(head) + std::string(rest), std::move(word));
}

}  // namespace

void add_list(AskedWords& asked, const AskedList& list) {
    std::string_view head;
    for (std::string_view rest = list.keys; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        std::vector<std::string_view> tokens = words_in(line);
        if (tokens.empty()) continue;
        if (!line.starts_with(' ')) {
            head = tokens.front();
            tokens.erase(tokens.begin());
        }
        for (const std::string_view token : tokens)
            add_key(asked, list.file, head, token);
    }
}

AskedWords asked_words() {
    AskedWords asked;
    for (const auto lists : {words_of_screens(), words_of_desk(), words_of_cases(), words_of_papers()})
        for (const AskedList& list : lists)
            add_list(asked, list);
    add_words_of_acts(asked);
    return asked;
}

AskedWords asked_words(const Pack& pack) {
    AskedWords asked = asked_words();
    // One that has no row fills no blank.
    for (const std::string_view code : domain::problem_codes())
        asked.emplace(std::string(code), AskedWord{kErrorsFile});
    for (const std::string_view key : told_keys())
        asked.emplace(std::string(key), AskedWord{kErrorsFile});
    for (const Topic& topic : pack.topics)
        asked.emplace("guide.teaser." + topic.id, AskedWord{kUiFile});
    // A letter goes to no hotline: a body whose contact is a number to call is addressed by a name of its own.
    for (const Contact& contact : pack.contacts) {
        const bool must = is_body(pack, contact.id) && is_hotline(contact.id);
        asked.emplace("court.body." + contact.id, AskedWord{kCourtFile, {}, must ? Asked::MustBe : Asked::MayBe, {}});
    }
    asked.emplace("court.body." + std::string(kCourtItself), AskedWord{kCourtFile});
    // A bare number on a paper says what it counts.
    for (const domain::Field& field : pack.form.fields) {
        const bool must = field.type == domain::FieldType::Integer;
        asked.emplace("court.counted." + field.code,
                      AskedWord{kCourtFile, {{"n", true}}, must ? Asked::MustBe : Asked::MayBe, {}});
    }
    return asked;
}

bool is_free_word(std::string_view key) { return key.starts_with("field.sample."); }

}  // namespace courtyard::pack
