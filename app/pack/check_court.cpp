#include "app/pack/court_template.hpp"
#include "app/pack/readers.hpp"

namespace courtyard::pack {

void check_court(const Pack& pack, Problems& problems) {
    for (const PaperRule& paper : court_papers()) {
        const std::string path = std::string(kCourtFolder) + std::string(paper.id) + ".toml";
        if (!pack.court_papers.contains(path)) problems.add(path, 0, "the paper is missing; add it");
    }
}

}  // namespace courtyard::pack
