// The shipped demonstration pack, read once, and ways to damage a copy of it.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "app/pack/pack.hpp"

namespace courtyard::pack::test {

inline const Files& demo_files() {
    static const Files files = [] {
        auto read = read_folder("assets/packs/zhejiang-demo");
        REQUIRE_MESSAGE(read, read.error().message);
        return *std::move(read);
    }();
    return files;
}

inline const Pack& demo_pack() {
    static const Pack pack = [] {
        auto parsed = parse(demo_files());
        REQUIRE_MESSAGE(parsed, parsed.error().message);
        return *std::move(parsed);
    }();
    return pack;
}

inline domain::Date today() { return *domain::Date::from_civil(2026, 11, 23); }

// A line for each; empty when the pack is sound.
inline std::string problems_of(const Files& files) {
    std::string out;
    for (const PackProblem& problem : read(files).problems)
        out += problem.text() + "\n";
    return out;
}

// With the first `from` of one file read as `to`.
inline Files with_edit(Files files, std::string_view path, std::string_view from, std::string_view to) {
    const auto file = files.find(path);
    REQUIRE_MESSAGE(file != files.end(), path);
    std::string text(base::as_text(file->second));
    const std::size_t at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, path << " has no " << from);
    text.replace(at, from.size(), to);
    file->second = base::to_bytes(text);
    return files;
}
inline Files with_edit(std::string_view path, std::string_view from, std::string_view to) {
    return with_edit(demo_files(), path, from, to);
}

}  // namespace courtyard::pack::test
