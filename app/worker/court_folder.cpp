#include "app/worker/court_folder.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <system_error>

#include <nlohmann/json.hpp>

#include "app/domain/text.hpp"
#include "app/pack/pack_file.hpp"
#include "app/worker/court_lock.hpp"
#include "app/worker/court_print.hpp"
#include "app/worker/roster_name.hpp"
#include "app/worker/toml_text.hpp"
#include "sync/base/toml.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/signed_document.hpp"

namespace courtyard::worker {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kTextBytesMax = 4u << 20;  // bytes: twenty thousand sites with the longest names
constexpr std::size_t kSitesMax = 20'000;
constexpr std::size_t kPackFileMax = seal::SignedDocument::kPayloadMax + 4096;

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
        const std::string_view line = std::string_view(text).substr(at, end - at);
        const std::string_view name = domain::trim(line.substr(0, line.find('#')));
        if (!name.empty()) names.emplace_back(name);
        at = end + 1;
    }
    return names;
}

// Its first line that says something sets `sites`.
bool is_toml(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = domain::trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#') continue;
        return line.starts_with("sites") && domain::trim(line.substr(5)).starts_with('=');
    }
    return false;
}

// Of the first byte that is no UTF-8, from 1.
std::size_t line_that_is_no_utf8(std::string_view text) {
    std::size_t number = 1;
    while (true) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos || !domain::is_utf8(text.substr(0, end))) return number;
        text.remove_prefix(end + 1);
        ++number;
    }
}

}  // namespace

base::Result<void> check_sites(const std::vector<std::string>& sites) {
    if (sites.empty()) return base::fail("court.sites", "a court needs at least one site");
    if (sites.size() > kSitesMax)
        return base::fail("court.sites", "a court has at most " + std::to_string(kSitesMax) + " sites");
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        TRY(check_roster_name(sites[i], "court.sites", "site " + std::to_string(i + 1)));
        if (!seen.insert(sites[i]).second) return base::fail("court.sites", "the site " + sites[i] + " is named twice");
    }
    return {};
}

base::Result<std::vector<std::string>> parse_sites(const std::string& file) {
    if (!domain::is_utf8(file)) {
        return base::fail("court.sites", "the sites file is not UTF-8 text in line " +
                                             std::to_string(line_that_is_no_utf8(file)) + ": save it as UTF-8");
    }
    const std::string text(without_byte_order_mark(file));
    const auto first = text.find_first_not_of(" \t\r\n");
    std::vector<std::string> sites;
    if (first != std::string::npos && (text[first] == '[' || text[first] == '{')) {
        sites = TRY(sites_of_json(text));
    } else {
        sites = is_toml(text) ? TRY(sites_of_toml(text)) : sites_of_lines(text);
    }
    for (std::string& site : sites)
        site = std::string(domain::trim(site));
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
    const auto parsed = base::parse_toml(without_byte_order_mark(base::as_text(*bytes)));
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
    TRY(check_roster_name(court.name, "court.toml", "court.toml: name"));
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
    return os::write_together(std::array{os::NewFile{court.roster_path(), file, os::Privacy::Public},
                                         os::NewFile{court.hub() / kRosterDocument, file, os::Privacy::Public}});
}

base::Result<void> make_current_pack(const CourtFolder& court, base::ByteView file) {
    return make_current_pack(court, file, {});
}

base::Result<void> make_current_pack(const CourtFolder& court, base::ByteView file, const fs::path& copy) {
    const fs::path documents = court.hub() / "documents";
    TRY(os::make_folder(documents));
    std::vector<os::NewFile> files;
    if (!copy.empty()) files.push_back({copy, file, os::Privacy::Public});
    files.push_back({court.pack_path(), file, os::Privacy::Public});
    files.push_back({documents / kPackDocument, file, os::Privacy::Public});  // last: from here on machines fetch it
    return os::write_together(files);
}

base::Result<base::Bytes> sign_pack(const CourtFolder& court, const fs::path& pack_folder, const fs::path& out,
                                    base::Instant now) {
    const CourtLock lock = TRY(CourtLock::take(court.folder));
    const seal::SigningKey root = TRY(court_root_key(court));
    const pack::Files files = TRY(pack::read_folder(pack_folder));
    base::Bytes file = TRY(pack::sign_pack(files, now, root));
    const auto current = os::read_file(court.pack_path(), kPackFileMax);
    TRY(pack::open_pack(file, root.public_key(), 0));  // as every machine will
    if (current) TRY(pack::may_follow(file, *current, root.public_key()));
    TRY(make_current_pack(court, file, out));
    return file;
}

}  // namespace courtyard::worker
