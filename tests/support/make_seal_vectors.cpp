// make_seal_vectors FOLDER: writes the good and bad files of tests/data/seal.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "tests/support/seal_vectors.hpp"

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: make_seal_vectors FOLDER\n", stderr);
        return 2;
    }
    for (const auto& [name, bytes] : courtyard::test::seal_vectors()) {
        const std::filesystem::path path = std::filesystem::path(argv[1]) / name;
        std::error_code error;
        std::filesystem::create_directories(path.parent_path(), error);
        std::ofstream file(path, std::ios::binary);
        file << courtyard::base::as_text(bytes);
        file.close();
        if (!file) {
            std::fprintf(stderr, "%s cannot be written\n", path.c_str());
            return 1;
        }
    }
    return 0;
}
