// Links: handwriting
// Files that say they are a model: as they are, and with size and checksum made right, so that what lies behind is
// reached. What is taken writes the same bytes again and reads anything.
#include <algorithm>

#include "app/handwriting/checksum.hpp"
#include "app/handwriting/recogniser.hpp"

using namespace courtyard;

namespace {

void read(base::ByteView file) {
    auto model = handwriting::parse_model(file);
    if (!model) return;
    const base::Bytes again = handwriting::model_file(*model);
    COURTYARD_CHECK(std::equal(again.begin(), again.end(), file.begin(), file.end()));
    handwriting::Recogniser recogniser(std::move(*model));
    const std::size_t known = recogniser.characters().size();
    const auto candidates = recogniser.recognise({{{0, 0}, {9, 9}}, {{9, 0}, {0, 9}, {4, 4}}});
    COURTYARD_CHECK(candidates.size() == std::min<std::size_t>(10, known));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    read({data, size});
    if (size < 16) return 0;
    base::Bytes file(data, data + size);
    const base::Bytes head = base::to_bytes("CYHW\x01");
    std::copy(head.begin(), head.end(), file.begin());
    std::fill(file.begin() + 5, file.begin() + 8, std::uint8_t{0});
    const std::uint32_t sum = handwriting::checksum(base::ByteView(file).subspan(16));
    for (std::size_t i = 0; i < 4; ++i) {
        file[8 + i] = static_cast<std::uint8_t>(size >> (8 * i));
        file[12 + i] = static_cast<std::uint8_t>(sum >> (8 * i));
    }
    read(file);
    return 0;
}
