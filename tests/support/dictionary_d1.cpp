#include "tests/support/dictionary_d1.hpp"

#include <fstream>
#include <string_view>
#include <utility>

namespace courtyard::test {
namespace {

constexpr const char* kWords = "tests/support/dictionary_d1.txt";  // tests and tools run where the repository begins
// In place of a run of digits that is pure chance stands how long it is; in the dictionary its marker.
constexpr std::pair<std::string_view, char> kMarkers[] = {{"<64>", '\xF8'}, {"<32>", '\xF9'}, {"<16>", '\xFB'}};

void put_markers(std::string& line) {
    for (const auto& [name, marker] : kMarkers) {
        for (std::size_t at = line.find(name); at != std::string::npos; at = line.find(name))
            line.replace(at, name.size(), 1, marker);
    }
}

}  // namespace

seal::Dictionary dictionary_d1() {
    std::ifstream file(kWords, std::ios::binary);
    COURTYARD_CHECK(file.good());
    std::string text;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) continue;
        put_markers(line);
        text += line;
    }
    COURTYARD_CHECK(text.size() <= seal::Dictionary::kSizeMax);
    return {1, base::to_bytes(text)};
}

}  // namespace courtyard::test
