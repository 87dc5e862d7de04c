// Reads one table of a pack strictly: wanted keys by kind, every other key is a problem. For app/pack only.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/domain/expression.hpp"
#include "app/pack/pack.hpp"
#include "app/pack/tree.hpp"

namespace courtyard::pack {

// Collects problems; of more than kPackProblemsMax the last place says how many others there are. What comes out of a
// file is spelled so that every problem stays one line.
class Problems {
public:
    void add(std::string_view file, std::size_t line, std::string what);
    [[nodiscard]] bool is_empty() const { return total_ == 0; }
    [[nodiscard]] std::size_t total() const { return total_; }
    // Does a file have problems of its own? Then nothing else is held against it.
    [[nodiscard]] bool has(std::string_view file) const { return files_.contains(file); }
    [[nodiscard]] std::vector<PackProblem> take();

    // Remembers where all of a file stands, so that what only the whole pack can judge is told with its line, too. The
    // way to it: "door[3].contact", "door[3].bodies[0]", "contact.way[0].value", "home.title" in a file of words; and
    // of a short text by what it says: "consent.code=F3.1".
    void stands(std::string_view file, const Tree& root);
    // Of the way, or of as much of it as the file has; 0 for a file that was never seen.
    [[nodiscard]] std::size_t line_of(std::string_view file, std::string_view way) const;
    // The file of a folder that has that way; "" where none has.
    [[nodiscard]] std::string file_with(std::string_view folder, std::string_view way) const;
    void add_at(std::string_view file, std::string_view way, std::string what) {
        add(file, line_of(file, way), std::move(what));
    }

private:
    using Lines = std::map<std::string, std::size_t, std::less<>>;

    std::vector<PackProblem> list_;
    std::set<std::string, std::less<>> files_;
    std::map<std::string, Lines, std::less<>> lines_;
    std::size_t total_ = 0;
};

// Where a table stands, for messages.
struct Source {
    std::string_view file;
    Problems& problems;
};

class TableReader {
public:
    TableReader(const Tree& table, Source source);

    // A wanted key that is missing or of another kind is a problem; the value is then empty, false or zero.
    [[nodiscard]] std::string text(std::string_view key);           // 1..4000 characters
    [[nodiscard]] std::string text_or_empty(std::string_view key);  // 0..4000
    [[nodiscard]] std::string id(std::string_view key);             // [A-Za-z0-9_.-]{1,64}
    [[nodiscard]] bool flag(std::string_view key);
    [[nodiscard]] bool flag_or(std::string_view key, bool otherwise);
    [[nodiscard]] std::int64_t integer(std::string_view key, std::int64_t min, std::int64_t max);
    [[nodiscard]] std::optional<std::int64_t> integer_if(std::string_view key, std::int64_t min, std::int64_t max);
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);
    [[nodiscard]] std::vector<std::string> texts_or_none(std::string_view key);
    [[nodiscard]] std::optional<domain::Expression> expression_if(std::string_view key);
    [[nodiscard]] std::vector<const Tree*> tables(std::string_view key);  // may be missing: then none
    [[nodiscard]] const Tree* list_if(std::string_view key);              // a list of anything
    [[nodiscard]] const Tree* table_if(std::string_view key);

    [[nodiscard]] bool has(std::string_view key) const;
    void ignore(std::string_view key) { asked_.push_back(key); }  // read by somebody else
    // Reports keys that nobody asked for.
    void finish();

    void problem(std::string what) { source_.problems.add(source_.file, table_.line, std::move(what)); }
    void problem_at(std::string_view key, std::string what);
    [[nodiscard]] Source source() const { return source_; }
    [[nodiscard]] std::size_t line() const { return table_.line; }

private:
    const Tree* take(std::string_view key);
    const Tree* take_kind(std::string_view key, Tree::Kind kind, std::string_view kind_name);
    void check_text(const Tree& node, std::string_view key, std::size_t chars_min);
    std::vector<std::string> text_list(const Tree& list, std::string_view key);

    const Tree& table_;
    Source source_;
    std::vector<std::string_view> asked_;
};

// Of the way from this root ("stage[2].id", see Problems::stands()), or of as much of it as there is.
[[nodiscard]] std::size_t line_of(const Tree& root, std::string_view way);
// Of the first character that no text may have; where the text begins when it has none.
[[nodiscard]] std::size_t line_of_hidden(const Tree& text);

inline constexpr std::size_t kTextCharsMax = 4000;
[[nodiscard]] bool is_id(std::string_view text);

}  // namespace courtyard::pack
