#include "app/radicals/radical_table.hpp"

#include <algorithm>
#include <charconv>

#include "app/domain/text.hpp"

namespace courtyard::radicals {

namespace {

constexpr int kStrokesMax = 99;

std::vector<std::string_view> split(std::string_view line) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t tab = line.find('\t');
        parts.push_back(line.substr(0, tab));
        if (tab == std::string_view::npos) return parts;
        line = line.substr(tab + 1);
    }
}

// -1: no number of strokes.
int strokes_of(std::string_view text) {
    int value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value >= 0 && value <= kStrokesMax ? value : -1;
}

}  // namespace

base::Result<RadicalTable> RadicalTable::parse(std::string_view text) {
    RadicalTable table;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (line.empty() || line.front() == '#') continue;
        const auto parts = split(line);
        const bool is_form = parts.size() == 4 && parts[0] == "form";
        const bool is_list = parts.size() == 4 && parts[0] == "list" && !parts[1].empty();
        const int strokes = is_form || is_list ? strokes_of(parts[2]) : -1;
        const auto characters = domain::code_points(is_form ? parts[1] : parts.back());
        if (strokes < 0 || !characters || characters->empty() || (is_form && characters->size() != 1))
            return base::fail("radicals.line", "line " + std::to_string(number) +
                                                   " is neither a form nor a list; make the table anew with tables.py");
        if (is_form)
            table.forms_.push_back({std::string(parts[1]), strokes, std::string(parts[3])});
        else
            table.lists_[std::string(parts[1])].push_back({strokes, *characters});
    }
    for (auto& [name, list] : table.lists_)
        std::stable_sort(list.begin(), list.end(),
                         [](const WithStrokes& a, const WithStrokes& b) { return a.strokes < b.strokes; });
    for (const Form& form : table.forms_)
        if (!table.lists_.contains(form.list))
            return base::fail("radicals.line",
                              "the form " + form.text + " leads to no list; make the table anew with tables.py");
    return table;
}

std::vector<Form> RadicalTable::forms(int strokes) const {
    std::vector<Form> out;
    for (const Form& form : forms_)
        if (strokes == 0 || form.strokes == strokes) out.push_back(form);
    return out;
}

int RadicalTable::most_strokes() const {
    int most = 0;
    for (const Form& form : forms_)
        most = std::max(most, form.strokes);
    return most;
}

const std::vector<WithStrokes>& RadicalTable::list(std::string_view name) const {
    static const std::vector<WithStrokes> kNone;
    const auto found = lists_.find(name);
    return found == lists_.end() ? kNone : found->second;
}

std::size_t RadicalTable::characters() const {
    std::size_t count = 0;
    for (const auto& [name, list] : lists_)
        for (const WithStrokes& with : list)
            count += with.characters.size();
    return count;
}

}  // namespace courtyard::radicals
