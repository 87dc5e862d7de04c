#include "app/pack/cited_laws.hpp"

#include <algorithm>
#include <array>

namespace courtyard::pack {

namespace {

constexpr std::string_view kOpen = "\xE3\x80\x8A", kClose = "\xE3\x80\x8B";      // U+300A and U+300B
constexpr std::string_view kNumber = "\xE7\xAC\xAC", kArticle = "\xE6\x9D\xA1";  // U+7B2C and U+6761
constexpr std::string_view kOfTheCountry =
    "\xE4\xB8\xAD\xE5\x8D\x8E\xE4\xBA\xBA"  // the country's name before a law's
    "\xE6\xB0\x91\xE5\x85\xB1\xE5\x92\x8C\xE5\x9B\xBD";
constexpr std::size_t kTitleBytesMax = 240, kFiguresBytesMax = 30;
constexpr std::size_t kFigure = 3;  // bytes of a Chinese figure

// Nought (two ways of writing it) to nine, then ten, a hundred, a thousand.
constexpr std::array<std::pair<std::string_view, int>, 14> kFigures{
    std::pair{"\xE3\x80\x87", 0}, {"\xE9\x9B\xB6", 0},   {"\xE4\xB8\x80", 1}, {"\xE4\xBA\x8C", 2},
    {"\xE4\xB8\x89", 3},          {"\xE5\x9B\x9B", 4},   {"\xE4\xBA\x94", 5}, {"\xE5\x85\xAD", 6},
    {"\xE4\xB8\x83", 7},          {"\xE5\x85\xAB", 8},   {"\xE4\xB9\x9D", 9}, {"\xE5\x8D\x81", 10},
    {"\xE7\x99\xBE", 100},        {"\xE5\x8D\x83", 1000}};

std::string_view short_title(std::string_view title) {
    if (title.starts_with(kOfTheCountry)) title.remove_prefix(kOfTheCountry.size());
    return title;
}

const Law* find_law(std::span<const Law> laws, std::string_view title) {
    const auto is_called = [title](std::string_view name) { return short_title(name) == short_title(title); };
    const auto found = std::find_if(laws.begin(), laws.end(), [&](const Law& law) {
        return is_called(law.title) || std::any_of(law.also.begin(), law.also.end(), is_called);
    });
    return found == laws.end() ? nullptr : &*found;
}

// What the court itself writes, and may name in a text: no topic of a guide makes a law of its own out of a real one.
bool has_own_titles(std::string_view file) {
    return file.starts_with("documents/") || file.starts_with("forms/") || file.starts_with("modules/");
}

std::string in_marks(std::string_view title) { return std::string(kOpen) + std::string(title) + std::string(kClose); }

}  // namespace

int article_number(std::string_view figures) {
    constexpr int kMost = 9999;
    int whole = 0, figure = 0;
    bool has_figure = false;
    if (figures.empty() || figures.size() > kFiguresBytesMax) return 0;
    while (!figures.empty()) {
        const char first = figures.front();
        const bool is_arabic = first >= '0' && first <= '9';
        const auto found = std::find_if(kFigures.begin(), kFigures.end(),
                                        [&](const auto& each) { return figures.starts_with(each.first); });
        if (!is_arabic && found == kFigures.end()) return 0;
        const int value = is_arabic ? first - '0' : found->second;
        figures.remove_prefix(is_arabic ? 1 : kFigure);
        if (value < 10) {
            figure = figure * 10 + value;
            has_figure = true;
        } else {
            whole += (has_figure && figure > 0 ? figure : 1) * value;
            figure = 0;
            has_figure = false;
        }
        if (whole + figure > kMost) return 0;
    }
    return whole + figure;
}

void CitedLaws::read(const Tree& text, std::string_view file, std::string& title) {
    const std::string_view all = text.text;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t open = std::min(all.find(kOpen, at), all.size());
        const std::size_t number = std::min(all.find(kNumber, at), all.size());
        at = std::min(open, number);
        if (at == all.size()) return;
        const bool is_title = open < number;
        const std::size_t begin = at + (is_title ? kOpen : kNumber).size();
        const std::size_t end = all.find(is_title ? kClose : kArticle, begin);
        const std::string_view inside = end == std::string_view::npos ? "" : all.substr(begin, end - begin);
        const std::size_t place = at;
        at = begin;
        if (is_title) {
            if (inside.empty() || inside.size() > kTitleBytesMax || inside.find_first_of("\n{}") != inside.npos)
                continue;
            title = std::string(inside);
            cited_.push_back({std::string(file), text.line_at(place), title, 0});
            at = end;
        } else if (const int article = article_number(inside); article > 0 && !title.empty()) {
            cited_.push_back({std::string(file), text.line_at(place), title, article});
        }
    }
}

void CitedLaws::walk(const Tree& node, std::string_view file, std::string& title) {
    if (node.kind == Tree::Kind::Text) read(node, file, title);
    for (const Tree& part : node.list)
        walk(part, file, title);
    for (const auto& [key, part] : node.table) {
        if (key == "title" && part.kind == Tree::Kind::Text && has_own_titles(file)) own_titles_.insert(part.text);
        std::string own;
        walk(part, file, own);
    }
}

void CitedLaws::take(const Tree& root, std::string_view file) {
    if (file == kLaws) return;
    std::string title;
    walk(root, file, title);
}

void CitedLaws::judge(std::span<const Law> laws, bool has_list, Problems& problems) const {
    if (cited_.empty() || problems.has(kLaws)) return;
    if (!has_list) {
        const Citation& first = cited_.front();
        return problems.add(kLaws, 0,
                            "the file is missing: texts of this pack cite laws, the first in " + first.file + ":" +
                                std::to_string(first.line) + "; list those that may be cited");
    }
    std::set<Citation> said;
    for (const Citation& each : cited_) {
        if (own_titles_.contains(each.title) || !said.insert(each).second) continue;
        const Law* law = find_law(laws, each.title);
        if (law == nullptr && each.article == 0)
            problems.add(each.file, each.line,
                         in_marks(each.title) + " is not in " + std::string(kLaws) +
                             "; write its title as it stands there, or enter it there");
        if (law == nullptr || each.article <= law->articles) continue;
        const std::string cited = in_marks(each.title) + ", article " + std::to_string(each.article) + ": ";
        problems.add(
            each.file, each.line,
            cited +
                (law->articles == 0 ? "of it " + std::string(kLaws) + " has no article"
                                    : std::string(kLaws) + " has its articles to " + std::to_string(law->articles)) +
                "; look it up, and set the one right or the other");
    }
}

void read_laws(const Tree& root, Source source, std::vector<Law>& laws) {
    constexpr int kArticlesMax = 2000;
    TableReader file(root, source);
    for (const Tree* table : file.tables("law")) {
        TableReader reader(*table, source);
        Law law;
        law.title = reader.text("title");
        law.also = reader.texts_or_none("also");
        law.number = reader.text_or_empty("number");
        law.articles = static_cast<int>(reader.integer_if("articles", 1, kArticlesMax).value_or(0));
        law.is_whole = reader.flag_or("whole", false);
        law.source = reader.text("source");
        if (const std::string day = reader.text_or_empty("in_force"); !day.empty()) {
            if (const auto parsed = domain::Date::parse(day))
                law.in_force = *parsed;
            else
                reader.problem_at("in_force", "'in_force' must be a day like \"2022-01-01\"");
        }
        reader.finish();
        if (law.is_whole && law.articles == 0) reader.problem_at("whole", "'whole' needs 'articles'");
        if (find_law(laws, law.title) != nullptr)
            reader.problem_at("title", in_marks(law.title) + " stands here twice; keep one");
        laws.push_back(std::move(law));
    }
    file.finish();
}

}  // namespace courtyard::pack
