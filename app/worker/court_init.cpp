#include <algorithm>
#include <charconv>
#include <system_error>

#include "app/pack/pack_file.hpp"
#include "app/worker/court_folder.hpp"
#include "app/worker/court_print.hpp"
#include "app/worker/toml_text.hpp"
#include "sync/base/encoding.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/tls_identity.hpp"

namespace courtyard::worker {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kAuthorityMs = 20 * 365 * kDayMs;
constexpr std::int64_t kServerMs = 5 * 365 * kDayMs;

struct Listen {
    std::string host;  // without brackets
    std::string port;
};

base::Result<Listen> parse_listen(const std::string& text) {
    const auto colon = text.rfind(':');
    unsigned port = 0;
    const char* const end = text.data() + text.size();
    const bool good = colon != std::string::npos && colon > 0 &&
                      std::from_chars(text.data() + colon + 1, end, port).ptr == end && port >= 1 && port <= 65535;
    if (!good) return base::fail("court.listen", "--listen must look like 127.0.0.1:8443 or [::1]:8443");
    Listen listen{text.substr(0, colon), std::to_string(port)};
    if (listen.host.front() == '[' && listen.host.back() == ']')
        listen.host = listen.host.substr(1, listen.host.size() - 2);
    return listen;
}

// Under which name machines dial a hub that listens on every address: the first host given, else this machine alone.
std::string public_host(const NewCourt& court, const Listen& listen) {
    if (!court.hub_hosts.empty()) return court.hub_hosts.front();
    return listen.host == "0.0.0.0" || listen.host == "::" ? "127.0.0.1" : listen.host;
}

std::string url_of(const std::string& host, const std::string& port) {
    const bool is_v6 = host.find(':') != std::string::npos;
    return "https://" + (is_v6 ? "[" + host + "]" : host) + ":" + port;
}

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
    const auto files = pack::read_folder(court.pack);
    if (!files) return tl::unexpected(files.error());
    return pack::sign_pack(*files, now, root);
}

base::Result<void> write_secret(const fs::path& path, base::ByteView secret) {
    return os::write_file(path, secret, os::Privacy::OwnerOnly);
}

// Everything of a new court, into a folder that nobody looks at yet.
base::Result<void> write_court(const NewCourt& request, const Listen& listen, const fs::path& folder, base::Instant now,
                               base::Random& random) {
    const std::string host = public_host(request, listen);
    CourtFolder court{folder, request.code, request.name, url_of(host, listen.port), request.sites};
    TRY(os::make_folder(folder / "intake"));
    TRY(os::make_folder(court.hub() / "documents"));

    const seal::SigningKey root = seal::SigningKey::make(random);
    const seal::SigningKey answer = seal::SigningKey::make(random);
    const seal::SealSecretKey intake = seal::SealSecretKey::make(random);
    const base::Instant start = now + -kDayMs;  // a machine whose clock is a little behind can join at once
    const seal::TlsIdentity authority =
        TRY(seal::make_authority(request.name.substr(0, 64), {start, now + kAuthorityMs}, random));
    std::vector<std::string> hosts = request.hub_hosts;
    if (std::find(hosts.begin(), hosts.end(), host) == hosts.end()) hosts.push_back(host);
    if (host == "127.0.0.1") hosts.push_back("localhost");
    const seal::TlsIdentity server =
        TRY(seal::issue_server(authority, "courtyard-hub", hosts, {start, now + kServerMs}, random));

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

}  // namespace

base::Result<void> init_court(const NewCourt& request, base::Instant now, base::Random& random) {
    if (!mail::is_court_code(request.code))
        return base::fail("court.code", "--code must be 1 to 16 letters a-z or digits, for example 330199");
    if (request.name.empty() || request.name.size() > mail::kNameBytesMax)
        return base::fail("court.name", "--name must be the court's name, 1 to 120 bytes");
    if (request.sites.empty()) return base::fail("court.sites", "a court needs at least one site");
    const Listen listen = TRY(parse_listen(request.listen));
    std::error_code error;
    if (fs::exists(request.folder / "court.toml", error)) {
        return base::fail("court.exists", request.folder.string() + " is a court's folder already; give another --dir");
    }
    if (fs::exists(request.folder, error) &&
        !(fs::is_directory(request.folder, error) && fs::is_empty(request.folder, error))) {
        return base::fail("court.exists", request.folder.string() + " is not an empty folder; give another --dir");
    }
    // Made beside and moved into place whole, so that a court is never half there.
    fs::path beside = request.folder.has_filename() ? request.folder : request.folder.parent_path();
    beside += ".new";
    fs::remove_all(beside, error);
    TRY(os::make_folder(beside));
    const auto made = write_court(request, listen, beside, now, random);
    if (made) {
        fs::remove(request.folder, error);
        error.clear();
        fs::rename(beside, request.folder, error);
        if (!error) return {};
    }
    std::error_code ignored;
    fs::remove_all(beside, ignored);
    if (!made) return made;
    return base::fail("file.write", "cannot make " + request.folder.string() + ": " + error.message());
}

}  // namespace courtyard::worker
