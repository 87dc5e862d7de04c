// The lists of words that a pack must have, held against the sources of the programs that ask for them: a key that a
// screen says is in the list, a key of the list is said by somebody, and the blanks are those that are filled there.
#include "app/pack/asked_words.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "app/pack/word_places.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;

namespace {

namespace fs = std::filesystem;

// One text between quotation marks, what stands before it, and the names of blanks that are given right behind it.
struct Literal {
    std::string text;
    bool is_asked = false;            // say("…"), text("…"), knows("…")
    bool is_filled = false;           // ("…", {{"name", …
    std::vector<std::string> filled;  // those names
};

std::string source_of(const fs::path& path) {
    std::ifstream stream(path);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// Where the text that begins behind `from` ends; escapes are left as they are.
std::size_t end_of_text(std::string_view code, std::size_t from) {
    while (from < code.size() && code[from] != '"' && code[from] != '\n')
        from += code[from] == '\\' ? 2 : 1;
    return std::min(from, code.size());
}

std::string_view behind_blanks(std::string_view code) {
    const std::size_t at = code.find_first_not_of(" \n");
    return at == std::string_view::npos ? std::string_view{} : code.substr(at);
}

// `{{"name", …}, {"other", …}}`: what stands at the inner openings.
std::vector<std::string> names_in(std::string_view code) {
    std::vector<std::string> out;
    int depth = 0;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '"') {
            i = end_of_text(code, i + 1);
            continue;
        }
        if (code[i] == '}' && --depth == 0) break;
        if (code[i] != '{') continue;
        const std::string_view inside = code.substr(i + 1);
        if (++depth == 2 && inside.starts_with('"')) out.emplace_back(inside.substr(1, end_of_text(inside, 1) - 1));
    }
    return out;
}

void literals_of(std::string_view code, std::vector<Literal>& into) {
    for (std::size_t at = 0; at < code.size(); ++at) {
        if (code.substr(at).starts_with("//")) {
            at = std::min(code.find('\n', at), code.size());
        } else if (code[at] == '\'' && at + 2 < code.size() && (code[at + 2] == '\'' || code[at + 1] == '\\')) {
            at += code[at + 1] == '\\' ? 3 : 2;
        } else if (code[at] == '"') {
            const std::size_t end = end_of_text(code, at + 1);
            Literal literal{std::string(code.substr(at + 1, end - at - 1)), false, false, {}};
            const std::string_view before = code.substr(0, at);
            for (const char* verb : {"say(", "text(", "knows("})
                literal.is_asked = literal.is_asked || before.ends_with(verb);
            const std::string_view after = behind_blanks(code.substr(std::min(end + 1, code.size())));
            if (after.starts_with(',') && behind_blanks(after.substr(1)).starts_with("{{\"")) {
                literal.is_filled = true;
                literal.filled = names_in(behind_blanks(after.substr(1)));
            }
            into.push_back(std::move(literal));
            at = end;
        }
    }
}

bool is_key(std::string_view text) {
    return text.find('.') != std::string_view::npos && !text.ends_with('.') && !text.starts_with('.') &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                      c == '.';
           });
}

// Of all rooms but the lists themselves, which would find themselves in it.
const std::vector<Literal>& literals() {
    static const std::vector<Literal> kAll = [] {
        std::vector<Literal> out;
        for (const char* tree : {"app", "sync"})
            for (const auto& file : fs::recursive_directory_iterator(tree)) {
                const std::string extension = file.path().extension().string(), name = file.path().filename().string();
                if ((extension == ".cpp" || extension == ".hpp") && !name.starts_with("asked_"))
                    literals_of(source_of(file.path()), out);
            }
        return out;
    }();
    return kAll;
}

const std::set<std::string, std::less<>>& texts() {
    static const std::set<std::string, std::less<>> kAll = [] {
        std::set<std::string, std::less<>> out;
        for (const Literal& each : literals()) {
            out.insert(each.text);
            std::istringstream words(each.text);  // "grant refuse": choices stand together
            for (std::string word; words >> word;)
                out.insert(word);
            if (is_key(each.text)) out.insert(each.text.substr(each.text.rfind('.') + 1));  // "printer.busy"
        }
        return out;
    }();
    return kAll;
}

bool is_number(std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// One small letter is said everywhere, and a text that is in every source says nothing.
bool is_telling(std::string_view part) {
    return part.size() > 1 || (!part.empty() && part[0] >= 'A' && part[0] <= 'Z');
}

// What may follow in a key that is put together: a text of the sources, or a number; again and again.
bool is_made_of_texts(std::string_view rest) {
    if (rest.empty()) return true;
    for (std::size_t size = rest.size(); size > 0; --size) {
        const std::string_view part = rest.substr(0, size);
        const bool known = is_number(part) || part == "." || (is_telling(part) && texts().find(part) != texts().end());
        if (known && is_made_of_texts(rest.substr(size))) return true;
    }
    return false;
}

// Said as it stands, or put together: its beginning up to a dot stands in the sources, and so does the rest of it.
bool is_said(std::string_view key) {
    if (texts().find(key) != texts().end()) return true;
    for (std::size_t dot = key.find('.'); dot != std::string_view::npos; dot = key.find('.', dot + 1))
        for (const std::string_view head : {key.substr(0, dot + 1), key.substr(0, dot)})
            if (texts().find(head) != texts().end() && is_made_of_texts(key.substr(head.size()))) return true;
    // "leaflet.p" and a number.
    const std::size_t digits = key.find_last_not_of("0123456789");
    return digits + 1 < key.size() && texts().find(key.substr(0, digits + 1)) != texts().end();
}

// Read out of the pack by people, not by programs.
bool is_for_people(std::string_view file) { return file == "text/messages.toml" || file == "text/glossary.toml"; }

WordPlaces demo_places() {
    WordPlaces places;
    for (const auto& [path, content] : test::demo_files()) {
        if (!path.starts_with("text/") || path == "text/status.toml") continue;
        std::size_t line = 0;
        const auto root = parse_toml(base::as_text(content), line);
        REQUIRE(root);
        note_words(*root, path, places);
    }
    return places;
}

}  // namespace

TEST_CASE("every key that a source asks for by its name is in the lists") {
    const AskedWords asked = asked_words(test::demo_pack());
    std::set<std::string, std::less<>> roots;
    for (const auto& [key, word] : asked)
        roots.insert(key.substr(0, key.find('.')));
    std::size_t count = 0;
    for (const Literal& each : literals()) {
        if (!each.is_asked || !is_key(each.text) || is_free_word(each.text)) continue;
        if (each.text.starts_with("field.no_pack.")) continue;                    // said where there is no pack to ask
        if (!roots.contains(each.text.substr(0, each.text.find('.')))) continue;  // settings, files
        ++count;
        CHECK_MESSAGE(asked.contains(each.text), each.text);
    }
    CHECK(count > 700);  // the search finds them
}

TEST_CASE("every key of the lists is said by some source") {
    std::size_t count = 0;
    for (const auto lists : {words_of_screens(), words_of_desk(), words_of_cases(), words_of_papers()})
        for (const AskedList& list : lists) {
            if (is_for_people(list.file)) continue;
            AskedWords words;
            add_list(words, list);
            for (const auto& [key, word] : words) {
                ++count;
                CHECK_MESSAGE(is_said(key), list.file << ": " << key);
            }
        }
    CHECK(count > 1500);
    CHECK_FALSE(is_said("home.greetings_of_nobody"));  // the controls
    CHECK_FALSE(is_said("nobody_asks.home"));
}

TEST_CASE("the blanks of the lists are those that the sources fill") {
    const AskedWords asked = asked_words(test::demo_pack());
    std::set<std::string, std::less<>> given;                                   // anywhere
    std::map<std::string, std::set<std::string, std::less<>>, std::less<>> of;  // by the key that they are given to
    std::set<std::string, std::less<>> elsewhere;                               // keys that are filled in another place
    for (const Literal& each : literals()) {
        given.insert(each.text);
        if (each.is_filled)
            of[each.text].insert(each.filled.begin(), each.filled.end());
        else
            elsewhere.insert(each.text);
    }
    std::size_t count = 0;
    for (const auto& [key, word] : asked) {
        if (is_for_people(word.file)) continue;
        const auto filled = of.find(key);
        if (filled != of.end())
            for (const std::string& name : filled->second)
                CHECK_MESSAGE(std::any_of(word.blanks.begin(), word.blanks.end(),
                                          [&](const AskedBlank& each) { return each.name == name; }),
                              key << " is given {" << name << "}");
        for (const AskedBlank& each : word.blanks) {
            ++count;
            const bool here = filled != of.end() && filled->second.contains(each.name);
            const bool there = (filled == of.end() || elsewhere.contains(key)) && given.contains(each.name);
            // The pages of a paper are counted when all of them are drawn.
            const bool by_pages = key.ends_with("foot") && (each.name == "n" || each.name == "of");
            CHECK_MESSAGE((here || there || by_pages), key << ": nobody gives {" << each.name << "}");
        }
    }
    CHECK(count > 400);
    CHECK(of.at("court.foot").contains("record"));
}

TEST_CASE("no word of the shipped pack could go without being missed") {
    const AskedWords asked = asked_words(test::demo_pack());
    const WordPlaces places = demo_places();
    std::set<std::string, std::less<>> missed;  // keys whose loss is a problem
    for (const auto& [key, word] : asked) {
        if (word.asked != Asked::MustBe) continue;
        if (!places.contains(word.otherwise)) missed.insert(key);
        if (!places.contains(key)) missed.insert(word.otherwise);
    }
    REQUIRE(places.size() > 3000);
    for (const auto& [key, place] : places)
        if (!is_free_word(key)) CHECK_MESSAGE(missed.contains(key), place.file << ": " << key);
}

TEST_CASE("a line of a list names keys, those that may be missing, and blanks with those that must stand") {
    AskedWords words;
    add_list(words, {"text/x.toml", "a. b c.d{n!,name}\n    e?\nf. g\n"});
    REQUIRE(words.size() == 4);
    CHECK(words.at("a.c.d").blanks.size() == 2);
    CHECK(words.at("a.c.d").blanks[0].must);
    CHECK_FALSE(words.at("a.c.d").blanks[1].must);
    CHECK(words.at("a.e").asked == Asked::MayBe);
    CHECK(words.contains("f.g"));
}
