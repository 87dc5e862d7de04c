#include "app/ctl/packs.hpp"

#include <filesystem>

#include "app/ctl/usage.hpp"
#include "app/pack/pack_file.hpp"
#include "app/worker/assets.hpp"
#include "app/worker/court_folder.hpp"
#include "app/worker/home.hpp"
#include "sync/os/files.hpp"

namespace courtyard::ctl {

base::Result<pack::Pack> read_pack(const Common& common) {
    const std::filesystem::path place = TRY(worker::pack_folder(common.pack));
    std::error_code error;
    if (!std::filesystem::is_regular_file(place, error)) return pack::load(place);
    if (common.home.empty())
        return usage(
            "a signed pack is read with the court's key: give --home of an enrolled machine, or a pack folder");
    const auto court = TRY(worker::read_court_public(worker::Home{common.home}.court_pub()));
    const base::Bytes file = TRY(os::read_file(place, pack::kPackBytesMax + 4096));
    return TRY(pack::open_pack(file, court.root, 0)).pack;
}

pack::Words words_at_hand(const Common& common) {
    Common here = common;
    const worker::Home home{common.home};
    std::error_code error;
    if (here.pack.empty() && !here.home.empty() && std::filesystem::is_regular_file(home.pack(), error))
        here.pack = home.pack().string();
    const auto pack = read_pack(here);
    return pack ? pack->words : pack::Words{};
}

}  // namespace courtyard::ctl
