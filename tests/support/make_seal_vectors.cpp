// make_seal_vectors FOLDER: writes the good and bad files of tests/data/seal and tests/data/mail; FOLDER is tests/data.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "tests/support/mail_vectors.hpp"
#include "tests/support/seal_vectors.hpp"

namespace {

using Files = std::map<std::string, courtyard::base::Bytes>;

bool write(const std::filesystem::path& folder, const Files& files) {
    for (const auto& [name, bytes] : files) {
        const std::filesystem::path path = folder / name;
        std::error_code error;
        std::filesystem::create_directories(path.parent_path(), error);
        std::ofstream file(path, std::ios::binary);
        file << courtyard::base::as_text(bytes);
        file.close();
        if (!file) {
            std::fprintf(stderr, "%s cannot be written\n", path.c_str());
            return false;
        }
    }
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: make_seal_vectors FOLDER\n", stderr);
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    const bool written = write(folder / "seal", courtyard::test::seal_vectors()) &&
                         write(folder / "mail", courtyard::test::mail_vectors());
    return written ? 0 : 1;
}
