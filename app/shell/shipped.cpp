#include "app/shell/shipped.hpp"

#include <filesystem>

#include "app/screens/wording.hpp"
#include "app/worker/assets.hpp"
#include "sync/os/files.hpp"

namespace courtyard::shell {

namespace {

constexpr std::size_t kFileMax = 64U << 10;

base::Result<base::Bytes> read_shipped(const std::filesystem::path& relative) {
    return os::read_file(TRY(worker::asset(relative)), kFileMax);
}

}  // namespace

base::Result<screens::Theme> shipped_theme() {
    const base::Bytes file = TRY(read_shipped("theme.toml"));
    return screens::parse_theme(base::as_text(file));
}

pack::Words words_without_pack() {
    const auto file = read_shipped("failure.toml");
    if (!file) return {};
    auto words = screens::parse_plain_words(base::as_text(*file));
    return words ? std::move(*words) : pack::Words{};
}

pack::Words with_shipped_words(const pack::Words& of_pack, std::string_view texts) {
    pack::Words words = of_pack;
    const auto file = read_shipped(std::filesystem::path("packs/zhejiang-demo/text") / texts);
    if (!file) return words;
    if (const auto shipped = screens::parse_plain_words(base::as_text(*file)))
        for (const auto& [key, text] : shipped->all())
            static_cast<void>(words.add(key, text));
    return words;
}

}  // namespace courtyard::shell
