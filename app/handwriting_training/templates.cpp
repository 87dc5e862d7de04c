#include "app/handwriting_training/templates.hpp"

#include <charconv>
#include <string>

namespace courtyard::handwriting_training {

namespace {

// Takes what stands before `end` off the front of `text`.
std::string_view take(std::string_view& text, char end) {
    const std::size_t at = text.find(end);
    const std::string_view word = text.substr(0, at);
    text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
    return word;
}

template <class Number, class... Base>
bool read(std::string_view word, Number& number, Base... base) {
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number, base...);
    return error == std::errc{} && end == word.data() + word.size();
}

bool read_level(std::string_view word, Level& level) {
    int number = 0;
    if (!read(word, number) || ((number < 0 || number > 3) && number != 9)) return false;
    level = static_cast<Level>(number);
    return true;
}

bool read_stroke(std::string_view word, handwriting::Stroke& stroke) {
    while (!word.empty()) {
        std::string_view y = take(word, ';');
        const std::string_view x = take(y, ',');
        handwriting::Point point;
        if (!read(x, point.x) || !read(y, point.y)) return false;
        stroke.push_back(point);
    }
    return !stroke.empty();
}

bool read_template(std::string_view line, Template& from) {
    std::uint32_t code = 0;
    if (!read(take(line, ' '), code, 16) || !read_level(take(line, ' '), from.level) || line.empty()) return false;
    from.code = code;
    while (!line.empty()) {
        if (!read_stroke(take(line, ' '), from.strokes.emplace_back())) return false;
    }
    return true;
}

}  // namespace

base::Result<std::vector<Template>> parse_templates(std::string_view text) {
    std::vector<Template> all;
    for (std::size_t number = 1; !text.empty(); ++number) {
        Template next;
        if (!read_template(take(text, '\n'), next) || (!all.empty() && next.code < all.back().code)) {
            return base::fail("templates.line", "line " + std::to_string(number) +
                                                    " is not a code point, a level and strokes, in ascending order; "
                                                    "let prepare.py make the file again");
        }
        all.push_back(std::move(next));
    }
    return all;
}

}  // namespace courtyard::handwriting_training
