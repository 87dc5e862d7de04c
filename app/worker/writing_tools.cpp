#include "app/worker/writing_tools.hpp"

#include "app/worker/assets.hpp"
#include "sync/os/files.hpp"

namespace courtyard::worker {

namespace {

constexpr std::size_t kTableBytesMax = 4U << 20;

template <class T>
base::Result<T> naming(const std::filesystem::path& path, base::Result<T> read) {
    if (!read) return base::fail(read.error().code, path.string() + ": " + read.error().message);
    return read;
}

}  // namespace

base::Result<std::unique_ptr<handwriting::Recogniser>> open_recogniser() {
    const std::filesystem::path path = TRY(asset("handwriting/characters.cyhw"));
    const base::Bytes file = TRY(os::read_file(path, handwriting::kModelBytesMax));
    auto model = TRY(naming(path, handwriting::parse_model(file)));
    return std::make_unique<handwriting::Recogniser>(std::move(model));
}

base::Result<std::unique_ptr<pinyin::Speller>> open_speller(const domain::TypingWords& words) {
    const std::filesystem::path path = TRY(asset("writing/sounds.txt"));
    const base::Bytes text = TRY(os::read_file(path, kTableBytesMax));
    auto table = TRY(naming(path, pinyin::parse_sounds(base::as_text(text))));
    return pinyin::Speller::open(words, std::move(table), pinyin::usual_data_folder());
}

base::Result<radicals::RadicalTable> open_radicals() {
    const std::filesystem::path path = TRY(asset("writing/radicals.txt"));
    const base::Bytes text = TRY(os::read_file(path, kTableBytesMax));
    return naming(path, radicals::RadicalTable::parse(base::as_text(text)));
}

}  // namespace courtyard::worker
