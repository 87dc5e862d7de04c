// The rules of the house that a compiler does not know. Each takes texts and returns what it found, file and line.
// Why each rule is there stands beside its table in rules.cpp; the words for people are in app/README.md.
#pragma once

#include <string_view>
#include <vector>

#include "tests/tidy/rooms.hpp"
#include "tests/tidy/source_text.hpp"

namespace courtyard::tidy {

struct SourceFile {
    std::string path;  // from the repository top, with '/'
    SourceText text;
};

using Findings = std::vector<Finding>;

// Includes of our own rooms: from the repository top, and only of the room itself and of those it USES.
[[nodiscard]] Findings check_room_includes(const RoomTable& table, const SourceFile& file);
// Includes of third parties: only what the room LINKS, and the sensitive ones only behind their one door.
[[nodiscard]] Findings check_third_parties(const RoomTable& table, const SourceFile& file);
// Clocks, chance, threads and files reach pure rooms as values only.
[[nodiscard]] Findings check_purity(const RoomTable& table, const SourceFile& file);
// Words for people live in packs.
[[nodiscard]] Findings check_wording(const SourceFile& file);
// A promise to do something later names its issue.
[[nodiscard]] Findings check_promises(const SourceFile& file);
[[nodiscard]] Findings check_length(const SourceFile& file);
// `tracked`: paths as of `git ls-files`.
[[nodiscard]] Findings check_top_level(const std::vector<std::string>& tracked);

}  // namespace courtyard::tidy
