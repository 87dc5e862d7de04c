#include "tests/stories/story_file.hpp"

#include <fstream>
#include <optional>
#include <sstream>

namespace courtyard::test {

namespace {

std::string trimmed(const std::string& text) {
    const auto from = text.find_first_not_of(" \t\r");
    return from == std::string::npos ? std::string() : text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

std::vector<std::string> words_of(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> words;
    for (std::string word; in >> word;)
        words.push_back(word);
    return words;
}

class Reader {
public:
    explicit Reader(std::string name) : name_(std::move(name)) {}

    base::Result<Story> read(std::istream& in) {
        for (std::string line; std::getline(in, line);) {
            ++line_;
            const std::string text = trimmed(line);
            if (text.empty() || text.front() == '#') continue;
            const bool belongs = line.front() == ' ' || line.front() == '\t';
            TRY(belongs ? under(text) : head(text));
        }
        const bool is_oral = !story_.acts.empty() && story_.acts.front().opens_by_word();
        if (story_.id.empty() || (story_.filing.empty() && !is_oral) || story_.end.status.empty())
            return bad("wants a story, a kiosk or an opening by word of mouth, and an end");
        return std::move(story_);
    }

private:
    tl::unexpected<base::Error> bad(const std::string& what) const {
        return base::fail("story", name_ + ":" + std::to_string(line_) + ": " + what);
    }

    base::Result<void> head(const std::string& text) {
        const auto words = words_of(text);
        under_ = Under::Nothing;
        if (words[0] == "story") return begin(text, words);
        if (words.size() < 2) return bad("says too little");
        if (words[0] == "day") return set_day(words[1]);
        if (words[0] == "kiosk") return file(words[1]);
        if (words[0] == "end") return end(words[1]);
        return act(words);
    }

    base::Result<void> begin(const std::string& text, const std::vector<std::string>& words) {
        if (words.size() < 3) return bad("story ID TITLE");
        story_.id = words[1];
        story_.title = trimmed(text.substr(text.find(words[1]) + words[1].size()));
        return {};
    }

    base::Result<void> set_day(const std::string& word) {
        const auto next = domain::Date::parse(word);
        if (!next) return bad("no day: " + word);
        if (day_ && *next < *day_) return bad("a day before the last one");
        day_ = *next;
        return {};
    }

    base::Result<void> file(const std::string& which) {
        if (!day_) return bad("the day comes first");
        story_.filing = which;
        story_.filed = *day_;
        under_ = Under::Filing;
        return {};
    }

    base::Result<void> end(const std::string& status) {
        story_.end.line = line_;
        story_.end.status = status;
        under_ = Under::End;
        return {};
    }

    base::Result<void> act(const std::vector<std::string>& words) {
        if (!day_) return bad("the day comes first");
        StoryAct next;
        next.line = line_;
        next.day = *day_;
        next.who = words[0];
        next.kind = words[1];
        for (std::size_t i = 2; i < words.size(); ++i) {
            if (words[i] == "apart")
                next.apart = true;
            else if (words[i] == "as" && i + 1 < words.size())
                next.name = words[++i];
            else
                return bad("after an act: apart, as NAME");
        }
        story_.acts.push_back(std::move(next));
        under_ = Under::Act;
        return {};
    }

    // "name = value", or a word and what it takes.
    base::Result<void> under(const std::string& text) {
        const auto equals = text.find(" = ");
        const std::string name = text.substr(0, equals);
        const std::string value = equals == std::string::npos ? std::string() : trimmed(text.substr(equals + 3));
        const bool is_field = equals != std::string::npos && name.find(' ') == std::string::npos;
        switch (under_) {
            case Under::Filing:
                if (!is_field) return bad("CODE = JSON");
                story_.answers[name] = value;
                return {};
            case Under::Act:
                if (!is_field) return expect(words_of(text));
                story_.acts.back().fields.push_back(name + "=" + value);
                return {};
            case Under::End:
                if (!is_field) return at_end(words_of(text));
                story_.end.sums[name] = value;
                return {};
            case Under::Nothing: break;
        }
        return bad("belongs to nothing");
    }

    base::Result<void> expect(const std::vector<std::string>& words) {
        if (words.size() != 2) return bad("of an act: NAME = VALUE, refused CODE, gives STATUS");
        if (words[0] == "refused")
            story_.acts.back().refused = words[1];
        else if (words[0] == "gives")
            story_.acts.back().gives = words[1];
        else
            return bad("of an act: NAME = VALUE, refused CODE, gives STATUS");
        return {};
    }

    base::Result<void> at_end(const std::vector<std::string>& words) {
        StoryEnd& end = story_.end;
        if (words.size() == 2 && words[0] == "task")
            end.tasks.push_back(words[1]);
        else if (words.size() == 2 && words[0] == "late")
            end.late.push_back(words[1]);
        else if (words.size() == 3 && words[0] == "paper")
            end.papers[words[1]] = std::stoi(words[2]);
        else if (words.size() == 3 && words[0] == "says")
            end.says.emplace_back(words[1], words[2]);
        else if (words.size() == 3 && words[0] == "lacks")
            end.lacks.emplace_back(words[1], words[2]);
        else
            return bad(
                "at the end: NAME = YUAN, task RULE, late LIMIT, paper ID COUNT, says PAPER WORDS, lacks PAPER WORDS");
        return {};
    }

    enum class Under { Nothing, Filing, Act, End } under_ = Under::Nothing;
    std::string name_;
    int line_ = 0;
    std::optional<domain::Date> day_;
    Story story_;
};

}  // namespace

base::Result<Story> read_story(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) return base::fail("story", "cannot read " + file.string());
    return Reader(file.filename().string()).read(in);
}

}  // namespace courtyard::test
