#include <algorithm>
#include <set>

#include "app/cases/coded_fields.hpp"
#include "app/pack/asked_words.hpp"
#include "app/pack/judge_court.hpp"
#include "app/pack/readers.hpp"
#include "app/pack/word_places.hpp"

namespace courtyard::pack {

namespace {

void note_word_table(const Tree& table, const std::string& prefix, std::string_view file, WordPlaces& places) {
    for (const auto& [name, node] : table.table) {
        if (node.kind == Tree::Kind::Table)
            note_word_table(node, prefix + name + ".", file, places);
        else
            places.emplace(prefix + name, WordPlace{std::string(file), node});
    }
}

std::string blanks_in_words(const std::vector<AskedBlank>& blanks) {
    std::string out;
    for (const AskedBlank& each : blanks)
        out += (out.empty() ? "{" : ", {") + std::string(each.name) + "}";
    return out;
}

std::vector<std::string> parts_by(std::string_view text, char by) {
    std::vector<std::string> out;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find(by, from), text.size());
        out.emplace_back(text.substr(from, end - from));
        from = end + 1;
    }
    return out;
}

class WordJudge {
public:
    WordJudge(const Pack& pack, const WordPlaces& places, Problems& problems)
        : asked_(asked_words(pack)), places_(places), problems_(problems) {}

    void run() {
        for (const auto& [key, word] : asked_)
            if (word.asked == Asked::MustBe && !places_.contains(key) && !places_.contains(word.otherwise))
                missing(key, word);
        for (const auto& [key, place] : places_) {
            if (is_free_word(key)) continue;
            const auto word = asked_.find(key);
            if (word == asked_.end())
                problems_.add(place.file, place.text.line,
                              "no program asks for '" + key + "'; correct its spelling or remove it");
            else
                blanks(key, place, word->second);
        }
        for (const cases::ActRule& rule : cases::act_table())
            for (const cases::FieldRule& field : rule.fields)
                if (field.type != cases::FieldType::Choice) offers(rule.kind, field);
    }

private:
    void missing(const std::string& key, const AskedWord& word) {
        const auto codes = domain::problem_codes();
        const bool is_sentence = std::find(codes.begin(), codes.end(), key) != codes.end();
        std::string what = is_sentence ? "there is no sentence for '" + key + "'; add one" : "'" + key + "' is missing";
        if (!word.otherwise.empty()) what += ", and so is '" + word.otherwise + "', which would stand for it";
        problems_.add(word.file, line_near(key, word.file), is_sentence ? what : what + "; add it");
    }

    // Of the first word of that file whose key begins the same, by as many parts as there are.
    std::size_t line_near(std::string_view key, std::string_view file) const {
        for (std::size_t dot = key.rfind('.'); dot != std::string_view::npos && dot > 0;
             dot = key.rfind('.', dot - 1)) {
            const std::string_view head = key.substr(0, dot + 1);
            std::size_t line = 0;
            for (auto at = places_.lower_bound(head); at != places_.end() && at->first.starts_with(head); ++at)
                if (at->second.file == file && (line == 0 || at->second.text.line < line)) line = at->second.text.line;
            if (line != 0) return line;
        }
        return 0;
    }

    void blanks(const std::string& key, const WordPlace& place, const AskedWord& word) {
        judge_marks(place.text, Source{place.file, problems_});
        std::set<std::string, std::less<>> filled;
        const std::string_view text = place.text.text;
        for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
            const std::size_t close = text.find('}', open);
            const std::string name(text.substr(open + 1, std::min(close, text.size()) - open - 1));
            filled.insert(name);
            const auto is_it = [&name](const AskedBlank& each) { return each.name == name; };
            if (close != std::string_view::npos && std::any_of(word.blanks.begin(), word.blanks.end(), is_it)) continue;
            const std::string known = blanks_in_words(word.blanks);
            problems_.add(place.file, place.text.line_at(open),
                          "'" + key + "': " +
                              (close == std::string_view::npos ? "the blank has no end"
                                                               : "nothing fills the blank {" + name + "}") +
                              (known.empty() ? "; this text has no blanks" : "; it may have " + known));
        }
        for (const AskedBlank& each : word.blanks)
            if (each.must && !filled.contains(each.name))
                problems_.add(place.file, place.text.line,
                              "'" + key + "': the blank {" + std::string(each.name) + "} must stand in it; add it");
    }

    // What a window offers for a field that takes codes are those codes, and all of them but those of a child's money,
    // of which the case itself says which is next.
    void offers(std::string_view kind, const cases::FieldRule& field) {
        const std::vector<std::string> codes = cases::codes_of(kind, field);
        const std::string name(field.name), own = "act." + std::string(kind) + ".option." + name;
        auto offered = places_.find(own);
        if (offered == places_.end()) offered = places_.find("act.option." + name);
        if (codes.empty() || offered == places_.end()) return;
        std::set<std::string> said;
        for (const std::string& each : parts_by(offered->second.text.text, '|'))
            said.insert(each.substr(0, each.find('=')));
        const auto tell = [&](const std::string& what) {
            const auto text = offered->first + std::string(what);
            if (told_.insert(text).second)
                problems_.add(offered->second.file, offered->second.text.line, "'" + offered->first + "' " + what);
        };
        for (const std::string& code : said)
            if (std::find(codes.begin(), codes.end(), code) == codes.end())
                tell("offers '" + code + "', which is no code of this field");
        for (const std::string& code : codes)
            if (!said.contains(code) && !code.starts_with('S')) tell("does not offer the code " + code + "; add it");
    }

    const AskedWords asked_;
    const WordPlaces& places_;
    Problems& problems_;
    std::set<std::string> told_;
};

}  // namespace

void note_words(const Tree& root, std::string_view file, WordPlaces& places) {
    note_word_table(root, {}, file, places);
}

void check_words(const Pack& pack, const WordPlaces& places, Problems& problems) {
    WordJudge(pack, places, problems).run();
}

}  // namespace courtyard::pack
