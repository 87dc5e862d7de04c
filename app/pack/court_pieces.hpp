// Reads what stands in one line of a court's paper: text, blanks, {if …} {else} {end}, {br}, {sign}. Names line and
// blank of everything that is wrong.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/pack/court_scope.hpp"
#include "app/pack/court_template.hpp"
#include "app/pack/readers.hpp"

namespace courtyard::pack {

inline constexpr std::size_t kCourtDepthMax = 6;  // of {if …} and {each …} in each other

class PieceReader {
public:
    // `scope` is that of the line that is being read; it outlives the reader.
    PieceReader(Source source, CourtScope& scope) : source_(source), scope_(scope) {}

    CourtParts parts(std::string_view text, std::size_t line);
    CourtTest test(std::string_view text, std::size_t line);  // of "{if …}", what stands behind "if"

    // The blanks that are filled in, and the lists that are gone through, with what stands behind their bar.
    struct Use {
        std::string name, form;
        std::size_t line = 0;
    };
    [[nodiscard]] const std::vector<Use>& uses() const { return uses_; }
    void use(std::string_view name, std::string_view form, std::size_t line) {
        uses_.push_back({std::string(name), std::string(form), line});
    }

private:
    void problem(std::size_t line, std::string what) { source_.problems.add(source_.file, line, std::move(what)); }
    std::optional<CourtBlank> resolve(std::string_view name, std::size_t line, CourtScope::For use);
    std::string read_parts(std::string_view text, std::size_t& at, std::size_t line, CourtParts& out,
                           std::size_t depth);
    void read_if(std::string_view condition, std::string_view text, std::size_t& at, std::size_t line, CourtParts& out,
                 std::size_t depth);
    void add_text(CourtParts& out, std::string_view text, std::size_t line);
    void read_inside(std::string_view inside, std::size_t line, CourtParts& out);
    bool read_sign(std::string_view inside, std::size_t line, CourtPart& part);
    bool read_blank(std::string_view inside, std::size_t line, CourtPart& part);
    void set_form(CourtBlank& blank, std::string_view form, std::size_t line);

    Source source_;
    CourtScope& scope_;
    std::vector<Use> uses_;
};

}  // namespace courtyard::pack
