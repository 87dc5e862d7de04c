#include <array>

#include "app/pack/court_template.hpp"
#include "app/pack/readers.hpp"

namespace courtyard::pack {

namespace {

// What every paper is written with.
constexpr std::array<std::string_view, 25> kWords{
    "court.year",   "court.month",   "court.day",          "court.figures",           "court.ten",
    "court.yuan",   "court.yes",     "court.no",           "court.between",           "court.box",
    "court.ticked", "court.line",    "court.apart",        "court.lacking",           "court.lacking_note",
    "court.foot",   "court.name",    "court.account",      "court.nothing",           "court.told",
    "court.said",   "court.receipt", "court.guarded_name", "court.organisation_name", "court.agent_relation"};

}  // namespace

void check_court(const Pack& pack, Problems& problems) {
    for (const PaperRule& paper : court_papers()) {
        const std::string path = std::string(kCourtFolder) + std::string(paper.id) + ".toml";
        if (!pack.court_papers.contains(path)) problems.add(path, 0, "the paper is missing; add it");
    }
    for (const std::string_view key : kWords)
        if (!pack.words.has(key))
            problems.add("text/court.toml", 0, "no words for '" + std::string(key) + "'; add them");
}

}  // namespace courtyard::pack
