#include "app/pack/table_reader.hpp"

#include <algorithm>

#include "app/domain/text.hpp"
#include "app/pack/json_text.hpp"

namespace courtyard::pack {

namespace {

constexpr std::size_t kProblemCharactersMax = 1000;

}  // namespace

void Problems::add(std::string_view file, std::size_t line, std::string what) {
    ++total_;
    files_.emplace(file);
    if (list_.size() < kPackProblemsMax)
        list_.push_back({shown(file, kPackPathBytesMax), line, shown(what, kProblemCharactersMax)});
}

std::vector<PackProblem> Problems::take() {
    if (total_ > list_.size()) {
        list_.back() = {list_.back().file, 0,
                        "and " + std::to_string(total_ - list_.size() + 1) +
                            " more problems here and in other files; mend those above, then check again"};
    }
    return std::move(list_);
}

namespace {

// `plain` is the way without numbers, for texts that are known by what they say.
template <class Put>
void walk(const Tree& table, const std::string& way, const std::string& plain, const Put& put) {
    constexpr std::size_t kSaidBytesMax = 64;
    const std::string from = way.empty() ? way : way + ".", plain_from = plain.empty() ? plain : plain + ".";
    for (const auto& [key, node] : table.table) {
        put(from + key, node.line);
        if (node.kind == Tree::Kind::Text && node.text.size() <= kSaidBytesMax)
            put(plain_from + key + "=" + node.text, node.line);
        if (node.kind == Tree::Kind::Table) walk(node, from + key, plain_from + key, put);
        for (std::size_t i = 0; i < node.list.size(); ++i) {
            const Tree& one = node.list[i];
            const std::string numbered = from + key + "[" + std::to_string(i) + "]";
            put(numbered, one.line);
            if (one.kind == Tree::Kind::Table) walk(one, numbered, plain_from + key, put);
        }
    }
}

}  // namespace

void Problems::stands(std::string_view file, const Tree& root) {
    Lines& lines = lines_[std::string(file)];
    lines.emplace(std::string(), std::max<std::size_t>(root.line, 1));
    walk(root, {}, {}, [&lines](std::string way, std::size_t line) { lines.emplace(std::move(way), line); });
}

std::size_t Problems::line_of(std::string_view file, std::string_view way) const {
    const auto lines = lines_.find(file);
    if (lines == lines_.end()) return 0;
    while (true) {
        const auto found = lines->second.find(way);
        if (found != lines->second.end()) return found->second;
        const std::size_t cut = way.find_last_of(".[=");
        way = way.substr(0, cut == std::string_view::npos ? 0 : cut);
    }
}

std::string Problems::file_with(std::string_view folder, std::string_view way) const {
    for (auto at = lines_.lower_bound(folder); at != lines_.end() && at->first.starts_with(folder); ++at)
        if (at->second.contains(way)) return at->first;
    return {};
}

bool is_id(std::string_view text) {
    const auto is_id_character = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
               c == '-';
    };
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), is_id_character);
}

namespace {

std::string named(std::string_view key) { return "'" + std::string(key) + "'"; }

}  // namespace

TableReader::TableReader(const Tree& table, Source source) : table_(table), source_(source) {
    if (table.kind != Tree::Kind::Table) problem("a table is expected here");
}

bool TableReader::has(std::string_view key) const { return table_.find(key) != nullptr; }

const Tree* TableReader::take(std::string_view key) {
    asked_.push_back(key);
    return table_.find(key);
}

void TableReader::problem_at(std::string_view key, std::string what) {
    const Tree* node = table_.find(key);
    source_.problems.add(source_.file, node == nullptr ? table_.line : node->line, std::move(what));
}

const Tree* TableReader::take_kind(std::string_view key, Tree::Kind kind, std::string_view kind_name) {
    const Tree* node = take(key);
    if (node == nullptr || node->kind == kind) return node;
    problem_at(key, named(key) + " must be " + std::string(kind_name));
    return nullptr;
}

std::size_t line_of_hidden(const Tree& text) {
    for (std::size_t from = 0; from < text.text.size();) {
        const std::size_t end = std::min(text.text.find('\n', from), text.text.size());
        const auto points = domain::code_points(std::string_view(text.text).substr(from, end - from));
        if (!points || !domain::is_plain(*points, domain::Lines::One)) return text.line_at(from);
        from = end + 1;
    }
    return text.line;
}

void TableReader::check_text(const Tree& node, std::string_view key, std::size_t chars_min) {
    const std::optional<std::u32string> points = domain::code_points(node.text);
    if (!points || !domain::is_plain(*points, domain::Lines::Many)) {
        source_.problems.add(source_.file, line_of_hidden(node),
                             named(key) + " has a control or invisible character in it; remove it");
    } else if (points->size() < chars_min || points->size() > kTextCharsMax) {
        source_.problems.add(source_.file, node.line,
                             named(key) + " must have " + std::to_string(chars_min) + " to 4000 characters");
    }
}

std::string TableReader::text(std::string_view key) {
    const Tree* node = take_kind(key, Tree::Kind::Text, "a text in quotation marks");
    if (node == nullptr) {
        if (table_.find(key) == nullptr) problem(named(key) + " is missing; add it");
        return {};
    }
    check_text(*node, key, 1);
    return node->text;
}

std::string TableReader::text_or_empty(std::string_view key) {
    const Tree* node = take_kind(key, Tree::Kind::Text, "a text in quotation marks");
    if (node == nullptr) return {};
    check_text(*node, key, 0);
    return node->text;
}

std::string TableReader::id(std::string_view key) {
    std::string value = text(key);
    if (!value.empty() && !is_id(value))
        problem_at(key, named(key) + " must be 1 to 64 of the characters A-Z a-z 0-9 _ . -");
    return value;
}

bool TableReader::flag(std::string_view key) {
    const Tree* node = take_kind(key, Tree::Kind::Bool, "true or false");
    if (node == nullptr && table_.find(key) == nullptr) problem(named(key) + " is missing; add it");
    return node != nullptr && node->truth;
}

bool TableReader::flag_or(std::string_view key, bool otherwise) {
    const Tree* node = take_kind(key, Tree::Kind::Bool, "true or false");
    return node == nullptr ? otherwise : node->truth;
}

std::optional<std::int64_t> TableReader::integer_if(std::string_view key, std::int64_t min, std::int64_t max) {
    const Tree* node = take_kind(key, Tree::Kind::Integer, "a whole number");
    if (node == nullptr) return std::nullopt;
    if (node->integer < min || node->integer > max) {
        problem_at(key, named(key) + " must lie between " + std::to_string(min) + " and " + std::to_string(max));
        return std::nullopt;
    }
    return node->integer;
}

std::int64_t TableReader::integer(std::string_view key, std::int64_t min, std::int64_t max) {
    const std::optional<std::int64_t> value = integer_if(key, min, max);
    if (!value && table_.find(key) == nullptr) problem(named(key) + " is missing; add it");
    return value.value_or(min);
}

std::vector<std::string> TableReader::text_list(const Tree& list, std::string_view key) {
    std::vector<std::string> out;
    for (const Tree& node : list.list) {
        if (node.kind != Tree::Kind::Text) {
            source_.problems.add(source_.file, node.line, named(key) + " must be a list of texts");
            return {};
        }
        check_text(node, key, 1);
        out.push_back(node.text);
    }
    return out;
}

std::vector<std::string> TableReader::texts(std::string_view key) {
    std::vector<std::string> out = texts_or_none(key);
    if (out.empty()) problem_at(key, named(key) + " must be a list with at least one text");
    return out;
}

std::vector<std::string> TableReader::texts_or_none(std::string_view key) {
    const Tree* node = take_kind(key, Tree::Kind::List, "a list of texts");
    return node == nullptr ? std::vector<std::string>{} : text_list(*node, key);
}

std::optional<domain::Expression> TableReader::expression_if(std::string_view key) {
    const Tree* node = take_kind(key, Tree::Kind::Text, "an expression in single quotation marks");
    if (node == nullptr) return std::nullopt;
    base::Result<domain::Expression> expression = domain::Expression::parse(node->text);
    if (!expression) {
        problem_at(key, named(key) + ": " + expression.error().message);
        return std::nullopt;
    }
    return *std::move(expression);
}

std::vector<const Tree*> TableReader::tables(std::string_view key) {
    const Tree* node = take_kind(key, Tree::Kind::List, "a list of tables");
    std::vector<const Tree*> out;
    if (node == nullptr) return out;
    for (const Tree& table : node->list) {
        if (table.kind == Tree::Kind::Table) {
            out.push_back(&table);
        } else {
            source_.problems.add(source_.file, table.line, named(key) + " must be a list of tables");
        }
    }
    return out;
}

const Tree* TableReader::list_if(std::string_view key) { return take_kind(key, Tree::Kind::List, "a list"); }
const Tree* TableReader::table_if(std::string_view key) { return take_kind(key, Tree::Kind::Table, "a table"); }

void TableReader::finish() {
    for (const auto& [key, node] : table_.table) {
        if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
        source_.problems.add(source_.file, node.line,
                             "the key " + named(key) + " is not known here; remove it or correct its spelling");
    }
}

}  // namespace courtyard::pack
