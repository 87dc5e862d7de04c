#include "app/worker/court_folder.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <system_error>

#include <nlohmann/json.hpp>

#include "app/pack/pack_file.hpp"
#include "app/worker/court_lock.hpp"
#include "app/worker/court_print.hpp"
#include "app/worker/toml_text.hpp"
#include "sync/base/toml.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/signed_document.hpp"

namespace courtyard::worker {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kTextBytesMax = 1u << 20;
constexpr std::size_t kSitesMax = 20'000;
constexpr std::size_t kPackFileMax = seal::SignedDocument::kPayloadMax + 4096;

bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= mail::kNameBytesMax && std::none_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    });
}

base::Result<std::vector<std::string>> sites_of_toml(const std::string& text) {
    const auto table = base::parse_toml(text);
    if (!table) return base::fail("court.sites", "the sites file, " + table.error().text());
    const toml::array* list = (*table)["sites"].as_array();
    if (list == nullptr || table->size() != 1)
        return base::fail("court.sites", "the sites file must hold sites = [\"name\", …] and nothing else");
    std::vector<std::string> names;
    for (const toml::node& node : *list) {
        const auto name = node.value<std::string>();
        if (!node.is_string() || !name)
            return base::fail("court.sites",
                              "the sites file: entry " + std::to_string(names.size() + 1) + " is not a name in quotes");
        names.push_back(*name);
    }
    return names;
}

base::Result<std::vector<std::string>> sites_of_json(const std::string& text) {
    const auto parsed = nlohmann::json::parse(text, nullptr, false);
    const auto& list = parsed.is_object() && parsed.contains("sites") ? parsed["sites"] : parsed;
    if (!list.is_array()) return base::fail("court.sites", "the sites file is no JSON list of names");
    std::vector<std::string> names;
    for (const auto& item : list) {
        const auto& name = item.is_object() && item.contains("name") ? item["name"] : item;
        if (!name.is_string())
            return base::fail("court.sites",
                              "the sites file: entry " + std::to_string(names.size() + 1) + " is no name");
        names.push_back(name.get<std::string>());
    }
    return names;
}

std::vector<std::string> sites_of_lines(const std::string& text) {
    std::vector<std::string> names;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string line = text.substr(at, end - at);
        if (const auto comment = line.find('#'); comment != std::string::npos) line.resize(comment);
        const auto first = line.find_first_not_of(" \t\r");
        if (first != std::string::npos) names.push_back(line.substr(first, line.find_last_not_of(" \t\r") - first + 1));
        at = end + 1;
    }
    return names;
}

base::Result<void> check_sites(const std::vector<std::string>& sites) {
    if (sites.empty()) return base::fail("court.sites", "a court needs at least one site");
    if (sites.size() > kSitesMax)
        return base::fail("court.sites", "a court has at most " + std::to_string(kSitesMax) + " sites");
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        if (!is_name(sites[i]))
            return base::fail("court.sites", "site " + std::to_string(i + 1) +
                                                 " must be a name of 1 to 120 bytes without control characters");
        if (!seen.insert(sites[i]).second) return base::fail("court.sites", "the site " + sites[i] + " is named twice");
    }
    return {};
}

}  // namespace

base::Result<std::vector<std::string>> parse_sites(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    std::vector<std::string> sites;
    if (first != std::string::npos && (text[first] == '[' || text[first] == '{')) {
        sites = TRY(sites_of_json(text));
    } else if (text.find("sites") != std::string::npos && text.find('=') != std::string::npos) {
        sites = TRY(sites_of_toml(text));
    } else {
        sites = sites_of_lines(text);
    }
    TRY(check_sites(sites));
    return sites;
}

std::string print_court(const CourtFolder& court) {
    std::string text = "# The court as courtyardctl knows it. A site that is added here can get a kiosk.\n";
    text += toml_line("code", court.code) + toml_line("name", court.name) + toml_line("hub_url", court.hub_url) +
            "sites = [\n";
    for (const std::string& site : court.sites)
        text += "    " + toml_text(site) + ",\n";
    return text + "]\n";
}

base::Result<CourtFolder> open_court(const fs::path& folder) {
    const auto bytes = os::read_file(folder / "court.toml", kTextBytesMax);
    if (!bytes)
        return base::fail(
            "court.missing",
            folder.string() + " is no court's folder (it has no court.toml); make one with: courtyardctl court init");
    const auto parsed = base::parse_toml(base::as_text(*bytes));
    if (!parsed) return base::fail("court.toml", "court.toml, " + parsed.error().text());
    const toml::table& table = *parsed;
    CourtFolder court;
    court.folder = folder;
    court.code = table["code"].value_or(std::string{});
    court.name = table["name"].value_or(std::string{});
    court.hub_url = table["hub_url"].value_or(std::string{});
    if (const toml::array* list = table["sites"].as_array()) {
        for (const toml::node& node : *list)
            court.sites.push_back(node.value_or(std::string{}));
    }
    if (!mail::is_court_code(court.code)) return base::fail("court.toml", "court.toml: code must be the court's code");
    if (!is_name(court.name)) return base::fail("court.toml", "court.toml: name must be the court's name");
    if (court.hub_url.empty()) return base::fail("court.toml", "court.toml: hub_url must be the hub's address");
    TRY(check_sites(court.sites));
    return court;
}

base::Result<seal::SigningKey> court_root_key(const CourtFolder& court) {
    base::Bytes raw = TRY(os::read_file(court.folder / "root.key", 32));
    auto seed = seal::Secret<32>::from(raw);
    base::wipe(raw);
    if (!seed) return base::fail("court.root_key", "root.key is damaged: it must be 32 bytes");
    return seal::SigningKey::from(std::move(*seed));
}

base::Result<mail::Roster> court_roster(const CourtFolder& court) {
    const seal::SigningKey root = TRY(court_root_key(court));
    const base::Bytes file = TRY(os::read_file(court.roster_path(), kPackFileMax));
    return mail::open_roster(file, root.public_key());
}

base::Result<void> publish_roster(const CourtFolder& court, mail::Roster roster, base::Instant now) {
    const seal::SigningKey root = TRY(court_root_key(court));
    const base::Bytes file = TRY(mail::sign_roster(roster, now, root));
    TRY(os::write_file(court.roster_path(), file, os::Privacy::Public));
    return os::write_file(court.hub() / kRosterDocument, file, os::Privacy::Public);
}

base::Result<void> make_current_pack(const CourtFolder& court, base::ByteView file) {
    TRY(os::write_file(court.pack_path(), file, os::Privacy::Public));
    TRY(os::make_folder(court.hub() / "documents"));
    return os::write_file(court.hub() / "documents" / kPackDocument, file, os::Privacy::Public);
}

base::Result<base::Bytes> sign_pack(const CourtFolder& court, const fs::path& pack_folder, base::Instant now) {
    const CourtLock lock = TRY(CourtLock::take(court.folder));
    const seal::SigningKey root = TRY(court_root_key(court));
    const pack::Files files = TRY(pack::read_folder(pack_folder));
    base::Bytes file = TRY(pack::sign_pack(files, now, root));
    const auto current = os::read_file(court.pack_path(), kPackFileMax);
    const auto label = current ? seal::label_of(*current) : tl::unexpected(current.error());
    const seal::DocumentLabel next = TRY(seal::label_of(file));
    if (label && label->version > next.version) {
        return base::fail("pack.older", "the court's current pack is version " + std::to_string(label->version) +
                                            " and machines refuse an older one; raise version in pack.toml above " +
                                            std::to_string(next.version));
    }
    TRY(make_current_pack(court, file));
    return file;
}

}  // namespace courtyard::worker
