#include "app/worker/county_key.hpp"

#include <system_error>

#include "app/worker/key_names.hpp"
#include "app/worker/wiped.hpp"
#include "sync/os/files.hpp"

namespace courtyard::worker {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKeySize = 32;
constexpr std::size_t kFileMax = 256;

fs::path path_of(const CourtFolder& court) { return court.folder / "county.key"; }

bool has_key(const CourtFolder& court) {
    std::error_code error;
    return fs::exists(path_of(court), error);
}

base::Result<seal::Secret<32>> read_key(const CourtFolder& court) {
    if (!has_key(court))
        return base::fail("county.missing",
                          "the court's folder has no county key: courtyardctl tokens key make, or "
                          "import the one of the procuratorate");
    base::Bytes bytes = TRY(os::read_file(path_of(court), kKeySize));
    auto key = seal::Secret<32>::from(bytes);
    base::wipe(bytes);
    return key;
}

tl::unexpected<base::Error> has_another() {
    return base::fail("county.exists",
                      "the court has a county key already; another would hide every double from the "
                      "offices that share this one");
}

}  // namespace

base::Result<void> make_county_key(const CourtFolder& court, base::Random& random) {
    if (has_key(court)) return has_another();
    const auto key = seal::Secret<32>::random(random);
    return os::write_file(path_of(court), key.view(), os::Privacy::OwnerOnly);
}

base::Result<void> import_county_key(const CourtFolder& court, const fs::path& file) {
    base::Bytes bytes = TRY(os::read_input(file, kFileMax));
    std::string text(base::as_text(bytes));
    const WipeAtEnd wipe(text);
    base::wipe(bytes);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
        text.pop_back();
    auto raw = base::unhex(text);
    if (!raw || raw->size() != kKeySize)
        return base::fail("county.key", "the file holds no county key: 64 hexadecimal characters on one line");
    const auto key = seal::Secret<32>::from(*raw);
    base::wipe(*raw);
    if (has_key(court)) {
        const auto held = TRY(read_key(court));
        if (seal::same_secret(held.view(), key->view())) return {};
        return has_another();
    }
    return os::write_file(path_of(court), key->view(), os::Privacy::OwnerOnly);
}

base::Result<void> export_county_key(const CourtFolder& court, const fs::path& file) {
    const auto key = TRY(read_key(court));
    std::string text = base::hex(key.view()) + "\n";
    const WipeAtEnd wipe(text);
    return os::write_file(file, text, os::Privacy::OwnerOnly);
}

base::Result<void> install_county_key(Machine& machine, const CourtFolder& court) {
    if (!machine.reads_intake())
        return base::fail("county.role", "only the laptops of registrars and judges hold the county's key");
    if (court.code != machine.config().court) return base::fail("county.court", "this folder is another court's");
    const auto key = TRY(read_key(court));
    return machine.store().keyring.put(kCountyTokenKey, key.view());
}

base::Result<void> hand_over_county_key(const CourtFolder& court, store::Store& store) {
    if (!has_key(court)) return {};
    const auto key = TRY(read_key(court));
    return store.keyring.put(kCountyTokenKey, key.view());
}

base::Result<std::optional<seal::Secret<32>>> county_key(Machine& machine) {
    auto bytes = machine.store().keyring.get(kCountyTokenKey);
    if (!bytes && bytes.error().code == "store.no_key") return std::nullopt;
    if (!bytes) return tl::unexpected(bytes.error());
    auto key = seal::Secret<32>::from(*bytes);
    base::wipe(*bytes);
    return std::optional(TRY(std::move(key)));
}

}  // namespace courtyard::worker
