// Rare characters by radical and remaining strokes, as in a paper dictionary: assets/writing/radicals.txt, made by
// app/pinyin/tables.py. Every character that the kiosk's fonts draw is in it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sync/base/result.hpp"

namespace courtyard::radicals {

// How a radical looks in a character; several forms may lead to one list: the heart below and the heart at the left.
struct Form {
    std::string text;  // one character
    int strokes = 0;
    std::string list;
    friend bool operator==(const Form&, const Form&) = default;
};

struct WithStrokes {
    int strokes = 0;  // beside the radical
    std::u32string characters;
};

class RadicalTable {
public:
    // "radicals.line": names the line that is wrong.
    [[nodiscard]] static base::Result<RadicalTable> parse(std::string_view text);

    // Forms with so many strokes, in the order of dictionaries. 0: all.
    [[nodiscard]] std::vector<Form> forms(int strokes) const;
    [[nodiscard]] int most_strokes() const;
    // What has this radical, by the strokes beside it, fewest first; empty for a list that there is not.
    [[nodiscard]] const std::vector<WithStrokes>& list(std::string_view name) const;
    [[nodiscard]] std::size_t characters() const;

private:
    std::vector<Form> forms_;
    std::map<std::string, std::vector<WithStrokes>, std::less<>> lists_;
};

}  // namespace courtyard::radicals
