#include "app/worker/assets.hpp"

#include <cstdlib>
#include <system_error>

namespace courtyard::worker {

namespace fs = std::filesystem;

base::Result<fs::path> asset(const fs::path& relative) {
    std::vector<fs::path> places;
    if (const char* given = std::getenv("COURTYARD_ASSETS"); given != nullptr && *given != '\0')
        places.emplace_back(given);
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
    if (!error) {
        places.push_back(program / "../share/courtyard/assets");  // installed
        // Built: build/<preset>/bin in the source tree.
        for (fs::path up = program; up.has_relative_path(); up = up.parent_path())
            places.push_back(up / "assets");
    }
    for (const fs::path& place : places) {
        if (fs::exists(place / relative, error)) return (place / relative).lexically_normal();
    }
    return base::fail("assets.missing",
                      "the shipped " + relative.string() +
                          " is nowhere near this program; say where the assets folder is with COURTYARD_ASSETS");
}

base::Result<fs::path> pack_folder(const std::string& given) {
    if (!given.empty()) return fs::path(given);
    return asset("packs/zhejiang-demo");
}

}  // namespace courtyard::worker
