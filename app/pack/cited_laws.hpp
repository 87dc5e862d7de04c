// Which laws the texts of a pack cite, held against the pack's own list of them (rules/laws.toml). For app/pack only.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/pack/pack.hpp"
#include "app/pack/table_reader.hpp"
#include "app/pack/tree.hpp"

namespace courtyard::pack {

inline constexpr std::string_view kLaws = "rules/laws.toml";

class CitedLaws {
public:
    // All texts of one file.
    void take(const Tree& root, std::string_view file);
    // A title that is neither on the list nor that of something in the pack; an article beyond those that the list has.
    // While the list has problems of its own nothing is held against it. No list: one problem, where a law is cited.
    void judge(std::span<const Law> laws, bool has_list, Problems& problems) const;

private:
    struct Citation {
        std::string file;
        std::size_t line = 0;
        std::string title;
        int article = 0;  // 0: the law as a whole
        friend auto operator<=>(const Citation&, const Citation&) = default;
    };
    // `title`: of the law that was named last, in this text or in one of the same list before it.
    void read(const Tree& text, std::string_view file, std::string& title);
    void walk(const Tree& node, std::string_view file, std::string& title);

    std::vector<Citation> cited_;
    std::set<std::string, std::less<>> own_titles_;  // papers and forms of the pack: no laws
};

// "104" of the number between U+7B2C and U+6761, in Chinese or Arabic figures; 0 where it is none.
[[nodiscard]] int article_number(std::string_view figures);

void read_laws(const Tree& root, Source source, std::vector<Law>& laws);

}  // namespace courtyard::pack
