// A paper of the court as the pack has it: documents/court/<id>.toml. The format is in assets/packs/README.md.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/pack/court_blanks.hpp"
#include "app/pack/pack.hpp"

namespace courtyard::pack {

// {if applicant}, {if not F1.20}, {if order_way is cash}. No name: always.
struct CourtTest {
    std::string name, word;
    bool is_not = false;
};

struct CourtBlank {
    enum class Form : std::uint8_t {
        Plain,
        Capital,  // money in capital characters
        Chinese,  // a day in Chinese figures
        Masked,
        Boxes,  // all words of a choice, or yes and no, each with a box
    };
    std::string name;  // "amount", "F1.36.<part>", "paper.name"
    BlankType type = BlankType::Text;
    Form form = Form::Plain;
    int line = 0;            // characters of the ruled line where there is no value; 0: as its type has it
    std::string words = {};  // where its choices have their words: key in the pack, without the last part
    std::string choices = {};
    std::optional<std::vector<std::string>> answers = {};  // all words that it can be; nothing: any
};

// A piece of a line.
struct CourtPart {
    enum class Kind : std::uint8_t { Text, Blank, If, Sign, Break };
    Kind kind = Kind::Text;
    std::string text;
    CourtBlank blank;
    CourtTest test;                           // If
    std::vector<CourtPart> parts, otherwise;  // If
    int line = 0;                             // Sign: characters of the line to sign on
};
using CourtParts = std::vector<CourtPart>;

struct CourtCell {
    CourtParts parts;
    bool label = false;
    int lines_min = 1;
    double share = 1;
};

// A line of the body, or what holds lines.
struct CourtNode {
    enum class Kind : std::uint8_t { Indented, Flush, Right, Centred, Heading, Small, Row, Space, If, Each };
    Kind kind = Kind::Indented;
    std::size_t line = 0;                     // of the file
    CourtParts parts;                         // text kinds
    std::vector<CourtCell> cells;             // Row
    CourtTest test;                           // If
    std::string variable, list;               // Each
    std::vector<CourtNode> nodes, otherwise;  // If, Each
};

struct CourtTemplate {
    std::string id, title, about;
    bool is_form = false;      // layout = "form"
    bool names_court = true;   // above the title
    bool is_served = false;    // leaves the court: its values are held to the wording rule, too
    bool is_of_today = false;  // names the day on which it is made: tells of the case as it is then
    CourtTest only;            // of the fact that it is about
    CourtParts number;         // below the title
    std::vector<CourtNode> body;
    std::vector<CourtParts> notes;
};

// All papers of a pack that was read without problems, by id.
[[nodiscard]] std::vector<CourtTemplate> court_templates(const Pack& pack);
[[nodiscard]] base::Result<CourtTemplate> court_template(const Pack& pack, std::string_view id);  // "paper.unknown"

inline constexpr std::string_view kCourtFolder = "documents/court/";
inline constexpr int kSignLine = 8;
inline constexpr std::size_t kBodyCharsMax = 20'000;

}  // namespace courtyard::pack
