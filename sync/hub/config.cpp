#include "sync/hub/config.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <string_view>

#include "sync/base/toml.hpp"
#include "sync/mail/mailbox.hpp"
#include "sync/mail/wire.hpp"
#include "sync/os/files.hpp"

namespace courtyard::hub {

namespace fs = std::filesystem;
using base::Result;

namespace {

constexpr std::size_t kConfigBytesMax = 1u << 20;

// One table of the file, read key by key; every sentence names the file and the key.
class Section {
public:
    Section(const toml::table& table, fs::path file, std::string prefix)
        : table_(table), file_(std::move(file)), prefix_(std::move(prefix)) {}

    tl::unexpected<base::Error> wrong(std::string_view key, std::string_view what) const {
        return base::fail("hub.config", file_.string() + ": " + prefix_ + std::string(key) + " " + std::string(what));
    }

    Result<void> only(std::initializer_list<std::string_view> keys) const {
        for (const auto& [key, value] : table_) {
            if (std::find(keys.begin(), keys.end(), key.str()) == keys.end())
                return wrong(key.str(), "is not a setting of the hub");
        }
        return {};
    }

    Result<std::string> text(std::string_view key) const {
        const auto value = table_[key].value<std::string>();
        if (!value || value->empty()) return wrong(key, "must be given as text");
        return *value;
    }
    Result<std::string> text_or(std::string_view key, std::string fallback) const {
        return table_.contains(key) ? text(key) : fallback;
    }

    // Relative to the folder of the file.
    Result<fs::path> path(std::string_view key) const { return absolute(TRY(text(key))); }
    Result<fs::path> path_or_none(std::string_view key) const { return table_.contains(key) ? path(key) : fs::path(); }
    fs::path absolute(const fs::path& path) const {
        return fs::absolute(file_.parent_path() / path).lexically_normal();
    }

    template <class Number>
    Result<void> number(std::string_view key, Number& into, std::uint64_t least, std::uint64_t most) const {
        if (!table_.contains(key)) return {};
        const auto value = table_[key].value_exact<std::int64_t>();
        if (!value || *value < 0 || static_cast<std::uint64_t>(*value) < least ||
            static_cast<std::uint64_t>(*value) > most) {
            return wrong(key, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        }
        into = static_cast<Number>(*value);
        return {};
    }

private:
    const toml::table& table_;
    fs::path file_;
    std::string prefix_;
};

Result<void> read_listen(const Section& top, Config& config) {
    const std::string listen = TRY(top.text("listen"));
    const auto colon = listen.rfind(':');
    unsigned port = 65536;
    if (colon != std::string::npos) {
        const char* const end = listen.data() + listen.size();
        const auto [at, error] = std::from_chars(listen.data() + colon + 1, end, port);
        if (at != end || error != std::errc()) port = 65536;
    }
    if (port > 65535 || colon == 0) return top.wrong("listen", "must look like 127.0.0.1:8443 or [::1]:8443");
    config.host = listen.substr(0, colon);
    if (config.host.front() == '[' && config.host.back() == ']')
        config.host = config.host.substr(1, config.host.size() - 2);
    config.port = static_cast<std::uint16_t>(port);
    return {};
}

Result<void> read_store(const Section& top, Config& config) {
    constexpr std::string_view kSqlite = "sqlite:";
    const std::string store = TRY(top.text("store"));
    if (!store.starts_with(kSqlite) || store.size() == kSqlite.size()) {
        return top.wrong("store", "must look like sqlite:hub.db");
    }
    config.store = top.absolute(store.substr(kSqlite.size()));
    const std::string durable = TRY(top.text_or("durable", "commit"));
    if (durable != "commit" && durable != "backup") return top.wrong("durable", "must be commit or backup");
    config.durable = durable == "commit" ? Durable::Commit : Durable::Backup;
    config.durable_file = TRY(top.path_or_none("durable_file"));
    if (config.durable == Durable::Backup && config.durable_file.empty()) {
        return top.wrong("durable_file", "must be given when durable = \"backup\"");
    }
    return {};
}

Result<CourtConfig> read_court(const Section& section) {
    TRY(section.only({"code", "root_key", "roster", "documents"}));
    CourtConfig court;
    court.code = TRY(section.text("code"));
    if (!mail::is_court_code(court.code)) return section.wrong("code", "must be 1 to 16 of a-z and 0-9");
    auto key = seal::VerifyKey::parse(TRY(section.text("root_key")));
    if (!key)
        return section.wrong("root_key",
                             "must be the court's root public key, 64 hexadecimal characters in lower case");
    court.root_key = *key;
    court.roster = TRY(section.path("roster"));
    court.documents = TRY(section.path_or_none("documents"));
    return court;
}

Result<void> read_courts(const toml::table& table, const fs::path& file, const Section& top, Config& config) {
    const toml::array* list = table["court"].as_array();
    if (list == nullptr || list->empty()) return top.wrong("[[court]]", "must be there at least once");
    for (const toml::node& node : *list) {
        const toml::table* each = node.as_table();
        if (each == nullptr) return top.wrong("[[court]]", "must be a list of tables");
        const std::string prefix = "court " + std::to_string(config.courts.size() + 1) + ": ";
        CourtConfig court = TRY(read_court(Section(*each, file, prefix)));
        for (const CourtConfig& other : config.courts) {
            if (other.code == court.code) return top.wrong("[[court]]", "names the code " + court.code + " twice");
        }
        config.courts.push_back(std::move(court));
    }
    return {};
}

Result<void> read_limits(const Section& section, Limits& limits) {
    TRY(section.only({"threads", "connections", "connections_per_machine", "body_bytes", "page_bytes", "buffered_bytes",
                      "handshake_s", "header_s", "body_s", "idle_s", "wait_s", "requests_per_minute",
                      "records_per_minute", "store_bytes", "disk_reserve_bytes"}));
    constexpr std::uint64_t kMany = std::uint64_t{1} << 50;
    TRY(section.number("threads", limits.threads, 1, 64));
    TRY(section.number("connections", limits.connections, 1, 1'000'000));
    TRY(section.number("connections_per_machine", limits.connections_per_machine, 1, 1'000'000));
    TRY(section.number("body_bytes", limits.body_bytes, 64 * 1024, mail::kMessageBytesMax));
    TRY(section.number("page_bytes", limits.page_bytes, 512, mail::kRecordBytesMax));
    TRY(section.number("buffered_bytes", limits.buffered_bytes, mail::kMessageBytesMax, kMany));
    TRY(section.number("handshake_s", limits.handshake_s, 1, 3600));
    TRY(section.number("header_s", limits.header_s, 1, 3600));
    TRY(section.number("body_s", limits.body_s, 1, 3600));
    TRY(section.number("idle_s", limits.idle_s, 1, 86400));
    TRY(section.number("wait_s", limits.wait_s, 0, mail::kWaitMsMax / 1000));
    TRY(section.number("requests_per_minute", limits.requests_per_minute, 1, 100'000'000));
    TRY(section.number("records_per_minute", limits.records_per_minute, 1, 1'000'000'000));
    TRY(section.number("store_bytes", limits.store_bytes, 0, kMany));
    return section.number("disk_reserve_bytes", limits.disk_reserve_bytes, 0, kMany);
}

}  // namespace

Result<Config> load_config(const fs::path& given) {
    const fs::path file = fs::absolute(given);
    const auto bytes = os::read_file(file, kConfigBytesMax);
    if (!bytes) return base::fail("hub.config", "cannot read the hub's settings: " + bytes.error().message);
    const auto parsed = base::parse_toml(base::as_text(*bytes));
    if (!parsed) return base::fail("hub.config", file.string() + ": " + parsed.error().text());
    const toml::table& table = *parsed;
    const Section top(table, file, "");
    TRY(top.only({"listen", "port_file", "certificate", "private_key", "client_authority", "answer_key", "store",
                  "durable", "durable_file", "court", "limits"}));
    Config config;
    TRY(read_listen(top, config));
    config.port_file = TRY(top.path_or_none("port_file"));
    config.certificate = TRY(top.path("certificate"));
    config.private_key = TRY(top.path("private_key"));
    config.client_authority = TRY(top.path("client_authority"));
    config.answer_key = TRY(top.path("answer_key"));
    TRY(read_store(top, config));
    TRY(read_courts(table, file, top, config));
    if (const toml::node* limits = table.get("limits"); limits != nullptr) {
        if (!limits->is_table()) return top.wrong("[limits]", "must be a table");
        TRY(read_limits(Section(*limits->as_table(), file, "limits."), config.limits));
    }
    return config;
}

}  // namespace courtyard::hub
