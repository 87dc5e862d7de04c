// Every fuzz target over every file of its corpus. A target stops the program when one of its checks fails.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/fuzz/replay_table.hpp"

namespace {

const std::filesystem::path kCorpus = "tests/fuzz/corpus";

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    if (!std::filesystem::is_directory(folder)) return files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

TEST_CASE("every fuzz target stands its whole corpus") {
    for (const FuzzTarget& target : fuzz_targets()) {
        const std::vector<std::filesystem::path> files = files_in(kCorpus / target.name);
        CHECK_MESSAGE(!files.empty(), target.name << " has no corpus");
        CHECK(target.run(nullptr, 0) == 0);
        for (const std::filesystem::path& path : files) {
            std::ifstream file(path, std::ios::binary);
            const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
            INFO(path.string());
            CHECK(target.run(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()) == 0);
        }
    }
}

TEST_CASE("every corpus belongs to a target") {
    const std::vector<FuzzTarget> targets = fuzz_targets();
    for (const std::filesystem::path& folder : files_in(kCorpus)) {
        const bool is_known = std::any_of(targets.begin(), targets.end(),
                                          [&](const FuzzTarget& target) { return folder.filename() == target.name; });
        CHECK_MESSAGE(is_known, folder.string());
    }
}
