#include <system_error>
#include <utility>

#include "app/pack/pack_file.hpp"
#include "app/worker/court_folder.hpp"
#include "app/worker/court_print.hpp"
#include "app/worker/hub_address.hpp"
#include "app/worker/roster_name.hpp"
#include "app/worker/toml_text.hpp"
#include "sync/base/encoding.hpp"
#include "sync/os/files.hpp"
#include "sync/os/made_folders.hpp"
#include "sync/seal/tls_identity.hpp"

namespace courtyard::worker {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kAuthorityMs = 20 * 365 * kDayMs;
constexpr std::int64_t kServerMs = 5 * 365 * kDayMs;
constexpr std::size_t kCommonNameBytesMax = 64;  // of a certificate: RFC 5280, ub-common-name

std::string hub_toml(const NewCourt& court, const seal::VerifyKey& root) {
    return "# courtyard-hub serve --config hub.toml    Every setting is explained in kiosk_config/hub.example.toml.\n" +
           toml_line("listen", court.listen) + toml_line("port_file", "hub.port") +
           toml_line("certificate", "hub.crt") + toml_line("private_key", "hub.key") +
           toml_line("client_authority", "ca.crt") + toml_line("answer_key", "answer.key") +
           toml_line("store", "sqlite:hub.db") + "\n[[court]]\n" + toml_line("code", court.code) +
           toml_line("root_key", root.text()) + toml_line("roster", kRosterDocument) +
           toml_line("documents", "documents");
}

base::Result<base::Bytes> signed_pack(const NewCourt& court, const seal::SigningKey& root, base::Instant now) {
    const pack::Files files = TRY(pack::read_folder(court.pack));
    return pack::sign_pack(files, now, root);
}

base::Result<void> write_secret(const fs::path& path, base::ByteView secret) {
    return os::write_file(path, secret, os::Privacy::OwnerOnly);
}

// Everything of a new court, into a folder that nobody looks at yet.
base::Result<void> write_court(const NewCourt& request, const HubNames& hub, const fs::path& folder, base::Instant now,
                               base::Random& random) {
    CourtFolder court{folder, request.code, request.name, hub.url, request.sites};
    TRY(os::make_folder(folder / "intake"));
    TRY(os::make_folder(court.hub() / "documents"));

    const seal::SigningKey root = seal::SigningKey::make(random);
    const seal::SigningKey answer = seal::SigningKey::make(random);
    const seal::SealSecretKey intake = seal::SealSecretKey::make(random);
    const base::Instant start = now + -kDayMs;  // a machine whose clock is a little behind can join at once
    const seal::TlsIdentity authority =
        TRY(seal::make_authority(utf8_start(request.name, kCommonNameBytesMax), {start, now + kAuthorityMs}, random));
    const seal::TlsIdentity server =
        TRY(seal::issue_server(authority, "courtyard-hub", hub.hosts, {start, now + kServerMs}, random));

    TRY(write_secret(folder / "root.key", root.secret()));
    TRY(write_secret(folder / "ca.key", authority.private_key_pem.view()));
    TRY(write_secret(folder / "intake" / "1.key", intake.secret()));
    TRY(os::write_file(folder / "ca.pem", authority.certificate_pem, os::Privacy::Public));
    TRY(os::write_file(folder / "court.pub", print_court_public({root.public_key(), authority.certificate_pem}),
                       os::Privacy::Public));

    TRY(write_secret(court.hub() / "hub.key", server.private_key_pem.view()));
    std::string answer_seed = base::hex(answer.secret());
    const auto written = write_secret(court.hub() / "answer.key", base::as_bytes(answer_seed));
    base::wipe(answer_seed);
    TRY(written);
    TRY(os::write_file(court.hub() / "hub.crt", server.certificate_pem, os::Privacy::Public));
    TRY(os::write_file(court.hub() / "ca.crt", authority.certificate_pem, os::Privacy::Public));
    TRY(os::write_file(court.hub() / "hub.toml", hub_toml(request, root.public_key()), os::Privacy::Public));

    mail::Roster roster;
    roster.court = request.code;
    roster.name = request.name;
    roster.version = 1;
    roster.hub_keys = {answer.public_key()};
    roster.intake = {{1, intake.public_key()}};
    TRY(publish_roster(court, std::move(roster), now));
    const base::Bytes pack = TRY(signed_pack(request, root, now));
    TRY(make_current_pack(court, pack));
    return os::write_file(folder / "court.toml", print_court(court), os::Privacy::Public);
}

// A folder beside `folder` that nobody has, of which nothing is left unless it is moved away.
class Beside {
public:
    static base::Result<Beside> make(const fs::path& folder) {
        fs::path path = folder.has_filename() ? folder : folder.parent_path();
        path += ".new";
        std::error_code error;
        for (int i = 1; fs::exists(fs::symlink_status(path, error)); ++i)
            path.replace_extension(".new" + std::to_string(i));
        auto folders = TRY(os::MadeFolders::make(path));
        return Beside(std::move(path), std::move(folders));
    }
    Beside(Beside&& other) noexcept : path_(std::exchange(other.path_, {})), folders_(std::move(other.folders_)) {}
    Beside& operator=(Beside&&) = delete;
    ~Beside() {
        std::error_code ignored;
        if (!path_.empty()) fs::remove_all(path_, ignored);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }
    base::Result<void> move_to(const fs::path& folder) {
        std::error_code error;
        fs::rename(path_, folder, error);  // an empty folder there is replaced
        if (error) return base::fail("file.write", "cannot make " + folder.string() + ": " + error.message());
        path_.clear();
        folders_.keep();
        return {};
    }

private:
    Beside(fs::path path, os::MadeFolders folders) : path_(std::move(path)), folders_(std::move(folders)) {}
    fs::path path_;
    os::MadeFolders folders_;
};

base::Result<void> must_be_free(const fs::path& folder) {
    std::error_code error;
    if (fs::exists(folder / "court.toml", error))
        return base::fail("court.exists", folder.string() + " is a court's folder already; give another --dir");
    if (fs::exists(folder, error) && !(fs::is_directory(folder, error) && fs::is_empty(folder, error)))
        return base::fail("court.exists", folder.string() + " is not an empty folder; give another --dir");
    return {};
}

}  // namespace

base::Result<void> init_court(const NewCourt& request, base::Instant now, base::Random& random) {
    if (!mail::is_court_code(request.code))
        return base::fail("court.code", "--code must be 1 to 16 letters a-z or digits, for example 330199");
    TRY(check_roster_name(request.name, "court.name", "--name"));
    TRY(check_sites(request.sites));
    const Listen listen = TRY(parse_listen(request.listen));
    const HubNames hub = TRY(hub_names(listen, request.hub_hosts));
    TRY(must_be_free(request.folder));
    // Made beside and moved into place whole, so that a court is never half there.
    Beside beside = TRY(Beside::make(request.folder));
    TRY(write_court(request, hub, beside.path(), now, random));
    TRY(open_court(beside.path()));  // what was written can be read
    return beside.move_to(request.folder);
}

}  // namespace courtyard::worker
