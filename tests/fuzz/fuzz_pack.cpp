// Links: pack
// Packs from outside. A first byte of 0: the rest is a container, which is read and written again to the same bytes,
// and its files are read as a pack. Any other first byte: the rest is read as that file of a pack which has no other
// (what one broken file does to the rest of a pack is in tests/unit/pack/pack_test.cpp).
#include <algorithm>
#include <iterator>

#include "app/pack/pack_file.hpp"

using namespace courtyard;

namespace {

const pack::Files& shipped() {
    static const pack::Files files = *pack::read_folder("assets/packs/zhejiang-demo");
    return files;
}

void read_whole(const pack::Files& files) {
    const pack::Reading reading = pack::read(files);
    COURTYARD_CHECK(reading.pack.has_value() == reading.problems.empty());
    COURTYARD_CHECK(reading.problems.size() <= pack::kPackProblemsMax);
    for (const pack::PackProblem& problem : reading.problems)
        COURTYARD_CHECK(!problem.text().empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const base::ByteView rest(data + 1, size - 1);
    if (data[0] == 0) {
        const base::Result<pack::Files> files = pack::uncontain(rest);
        if (!files) return 0;
        const base::Result<base::Bytes> again = pack::contain(*files);
        COURTYARD_CHECK(again && std::equal(again->begin(), again->end(), rest.begin(), rest.end()));
        read_whole(*files);
        return 0;
    }
    auto file = shipped().begin();
    std::advance(file, data[0] % shipped().size());
    read_whole({{file->first, base::Bytes(rest.begin(), rest.end())}});
    return 0;
}
