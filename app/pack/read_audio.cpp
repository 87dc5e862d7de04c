// How words are read aloud, and recordings: the folder audio/ of a pack.
#include "app/pack/readers.hpp"
#include "app/pack/speakable.hpp"
#include "app/speech/readings.hpp"

namespace courtyard::pack {

void read_readings(const Tree& root, Source source, std::map<std::string, std::string, std::less<>>& readings) {
    TableReader reader(root, source);
    if (const Tree* list = reader.list_if("words")) {
        for (const Tree& line : list->list) {
            const std::size_t blank = line.text.find(' ');
            const std::string word = line.text.substr(0, blank);
            const std::string syllables = blank == std::string::npos ? std::string{} : line.text.substr(blank + 1);
            const std::string why = line.kind == Tree::Kind::Text ? speech::why_no_word(word, syllables)
                                                                  : "it is no text in quotation marks";
            if (!why.empty())
                source.problems.add(source.file, line.line, "'" + line.text + "' cannot be read aloud: " + why);
            else if (!readings.emplace(word, syllables).second)
                source.problems.add(source.file, line.line, "the word '" + word + "' is there twice");
        }
    } else {
        reader.problem("'words' is missing: a list of \"<word> <syllables>\"");
    }
    reader.finish();
}

namespace {

// Where the words stand, " (text/ui.toml:12)"; "" where that is not known.
std::string place_of(const Problems& problems, const std::string& key) {
    const std::string file = problems.file_with("text/", key);
    return file.empty() ? file : " (" + file + ":" + std::to_string(problems.line_of(file, key)) + ")";
}

}  // namespace

void check_prompts(const Pack& pack, Problems& problems) {
    if (pack.prompts.empty()) return;
    const auto texts = speakable(pack);
    for (const auto& [key, recording] : pack.prompts) {
        const std::string path = std::string(kPromptFolder) + key + std::string(kPromptEnd);
        const auto found = texts.find(key);
        if (found == texts.end())
            problems.add(path, 0, "the pack has no text '" + key + "'; courtyardctl say --keys lists all there are");
        else if (found->second.find('{') != std::string::npos)
            problems.add(path, 0,
                         "the text '" + key + "'" + place_of(problems, key) +
                             " is different every time ({...}); it cannot be recorded once");
    }
}

}  // namespace courtyard::pack
