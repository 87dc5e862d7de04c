// What a name in a paper of the court means where it stands. For app/pack only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/pack/court_template.hpp"

namespace courtyard::pack {

class CourtScope {
public:
    // `about`: the kind of fact that the paper tells of; some blanks stand in papers about one kind only.
    CourtScope(const Pack& pack, const std::string& about) : pack_(pack), about_(about) {}

    enum class For : std::uint8_t { Text, Test };
    // Nothing: `why` says what is wrong with it, and what may be meant.
    [[nodiscard]] std::optional<CourtBlank> find(std::string_view name, For use, std::string& why) const;

    // {each variable of list}: until leave(). False: `why`.
    [[nodiscard]] bool enter(std::string_view variable, std::string_view list, std::string& why);
    void leave() { loops_.pop_back(); }

    // Which sentence of the pack a choice lacks; empty: none.
    [[nodiscard]] std::string lacks_words(const CourtBlank& blank) const;

private:
    struct Loop {
        std::string variable, list;
        CourtBlank each;                       // of a list of texts
        std::span<const ColumnRule> columns;   // of a blank with rows
        const domain::Field* field = nullptr;  // of the form, with rows
    };

    [[nodiscard]] std::optional<CourtBlank> in_loop(const Loop& loop, std::string_view name, std::string& why) const;
    [[nodiscard]] std::optional<CourtBlank> of_form(std::string_view name, For use, std::string& why) const;
    [[nodiscard]] std::optional<CourtBlank> of_contact(std::string_view name, std::string& why) const;
    [[nodiscard]] std::optional<CourtBlank> of_list(std::string_view name, For use, std::string& why) const;

    const Pack& pack_;
    const std::string& about_;
    std::vector<Loop> loops_;
};

}  // namespace courtyard::pack
