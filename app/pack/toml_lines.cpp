#include "app/pack/toml_lines.hpp"

#include <algorithm>

namespace courtyard::pack {

namespace {

bool is_rest_of_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

// What stands from this line and column on.
std::string_view file_from(std::string_view file, std::size_t line, std::size_t column) {
    for (; line > 1; --line)
        file.remove_prefix(std::min(file.find('\n'), file.size() - 1) + 1);
    std::size_t at = 0;
    for (; column > 1 && at < file.size(); --column)
        do
            ++at;
        while (at < file.size() && is_rest_of_character(file[at]));
    return file.substr(at);
}

// Walks over a text, mark by mark.
class TextWalk {
public:
    TextWalk(std::string_view from, std::size_t line) : rest_(from), line_(line) {
        const bool is_long = rest_.starts_with("\"\"\"") || rest_.starts_with("'''");
        marks_ = rest_.substr(0, is_long ? 3 : 1);
        rest_.remove_prefix(marks_.size());
        if (is_long && rest_.starts_with("\r\n")) rest_.remove_prefix(1);
        if (is_long && rest_.starts_with("\n")) next_line();
    }

    std::vector<std::size_t> lines() {
        std::vector<std::size_t> out{line_};
        while (!rest_.empty() && !rest_.starts_with(marks_)) {
            if (rest_.front() == '\n') {
                next_line();
                out.push_back(line_);
            } else if (rest_.front() == '\\' && marks_.front() == '"') {
                if (escape()) out.push_back(line_);
            } else {
                rest_.remove_prefix(1);
            }
        }
        return out;
    }

private:
    void next_line() {
        rest_.remove_prefix(1);
        ++line_;
    }

    // Is it the end of a line? A backslash at the end of a line takes all white space away that follows.
    bool escape() {
        const std::size_t behind = rest_.find_first_not_of(" \t\r", 1);
        if (behind != std::string_view::npos && rest_[behind] == '\n') {
            rest_.remove_prefix(behind);
            while (!rest_.empty() && std::string_view(" \t\r\n").find(rest_.front()) != std::string_view::npos)
                rest_.front() == '\n' ? next_line() : rest_.remove_prefix(1);
            return false;
        }
        const bool ends = rest_.starts_with("\\n") || is_end_by_code();
        rest_.remove_prefix(std::min<std::size_t>(2, rest_.size()));
        return ends;
    }
    [[nodiscard]] bool is_end_by_code() const {
        const auto is = [this](std::string_view small, std::string_view large) {
            return rest_.starts_with(small) || rest_.starts_with(large);
        };
        return is("\\u000A", "\\u000a") || is("\\U0000000A", "\\U0000000a");
    }

    std::string_view rest_, marks_;
    std::size_t line_;
};

}  // namespace

std::vector<std::size_t> lines_of_text(std::string_view file, std::size_t line, std::size_t column) {
    return TextWalk(file_from(file, line, column), line).lines();
}

}  // namespace courtyard::pack
