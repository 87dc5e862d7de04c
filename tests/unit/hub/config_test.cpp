#include <doctest/doctest.h>

#include "sync/hub/config.hpp"
#include "sync/os/files.hpp"
#include "tests/support/mail_court.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;
using namespace courtyard::hub;

namespace {

struct File {
    test::TempFolder folder;
    test::MailCourt court;
    std::string top =
        "listen = \"127.0.0.1:0\"\ncertificate = \"a\"\nprivate_key = \"b\"\nclient_authority = \"c\"\n"
        "answer_key = \"d\"\nstore = \"sqlite:hub.db\"\n";
    std::string table =
        "[[court]]\ncode = \"330199\"\nroster = \"r\"\nroot_key = \"" + court.root.public_key().text() + "\"\n";

    base::Result<Config> load(const std::string& text) const {
        REQUIRE(os::write_file(folder / "hub.toml", text, os::Privacy::Public).has_value());
        return load_config(folder / "hub.toml");
    }
    // The sentence, which must name the file.
    std::string wrong(const std::string& text) const {
        const auto config = load(text);
        REQUIRE_FALSE(config.has_value());
        CHECK(config.error().code == "hub.config");
        CHECK(config.error().message.find("hub.toml") != std::string::npos);
        return config.error().message;
    }
};

bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the shipped example is good but for its key") {
    File file;
    auto bytes = os::read_file("kiosk_config/hub.example.toml", 1 << 20);
    REQUIRE(bytes.has_value());
    std::string text(base::as_text(*bytes));
    CHECK(has(file.wrong(text), "root_key"));
    const std::string placeholder = "PUT-THE-64-HEXADECIMAL-CHARACTERS-OF-THE-ROOT-PUBLIC-KEY-HERE";
    text.replace(text.find(placeholder), placeholder.size(), file.court.root.public_key().text());
    const auto config = file.load(text);
    REQUIRE_MESSAGE(config.has_value(), config.error().message);
    CHECK(config->port == 8443);
    CHECK(config->host == "0.0.0.0");
    CHECK(config->store == file.folder / "hub.db");
    CHECK(config->port_file == file.folder / "hub.port");
    REQUIRE(config->courts.size() == 1);
    CHECK(config->courts[0].documents == file.folder / "documents");
    // The example says that it shows the defaults: it must.
    const Limits defaults;
    CHECK(config->limits.threads == defaults.threads);
    CHECK(config->limits.connections == defaults.connections);
    CHECK(config->limits.connections_per_machine == defaults.connections_per_machine);
    CHECK(config->limits.body_bytes == defaults.body_bytes);
    CHECK(config->limits.page_bytes == defaults.page_bytes);
    CHECK(config->limits.buffered_bytes == defaults.buffered_bytes);
    CHECK(config->limits.handshake_s == defaults.handshake_s);
    CHECK(config->limits.header_s == defaults.header_s);
    CHECK(config->limits.body_s == defaults.body_s);
    CHECK(config->limits.idle_s == defaults.idle_s);
    CHECK(config->limits.wait_s == defaults.wait_s);
    CHECK(config->limits.requests_per_minute == defaults.requests_per_minute);
    CHECK(config->limits.records_per_minute == defaults.records_per_minute);
    CHECK(config->limits.store_bytes == defaults.store_bytes);
    CHECK(config->limits.disk_reserve_bytes == defaults.disk_reserve_bytes);
}

TEST_CASE("every mistake in the settings is one sentence that names the key") {
    const File file;
    REQUIRE(file.load(file.top + file.table).has_value());
    CHECK(has(file.wrong(""), "listen"));
    CHECK(has(file.wrong("listen = 5"), "listen"));
    CHECK(has(file.wrong("listen = \"127.0.0.1:99999\"\n"), "listen"));
    CHECK(has(file.wrong("listen = \"127.0.0.1\"\n"), "listen"));
    CHECK(has(file.wrong("listen = \":1\"\n"), "listen"));
    CHECK(has(file.wrong("not toml at all"), "line 1"));
    CHECK(has(file.wrong(file.top + "，\n" + file.table), "line 7: a character beyond ASCII"));
    CHECK(has(file.wrong("typo = 1\n" + file.top + file.table), "typo"));
    CHECK(has(file.wrong(file.top), "court"));
    CHECK(has(file.wrong("court = 1\n" + file.top), "court"));
    CHECK(has(file.wrong(file.top + file.table + file.table), "330199 twice"));
    CHECK(has(file.wrong(file.top + file.table + "extra = 1\n"), "court 1: extra"));
    CHECK(has(file.wrong(file.top + "[[court]]\ncode = \"A\"\n"), "code"));
    CHECK(has(file.wrong(file.top + "durable = \"maybe\"\n" + file.table), "durable"));
    CHECK(has(file.wrong(file.top + "durable = \"backup\"\n" + file.table), "durable_file"));
    CHECK(has(file.wrong(file.top + file.table + "[limits]\nthreads = 0\n"), "limits.threads"));
    CHECK(has(file.wrong(file.top + file.table + "[limits]\nthreads = \"2\"\n"), "limits.threads"));
    CHECK(has(file.wrong(file.top + file.table + "[limits]\nbody_bytes = -1\n"), "limits.body_bytes"));
    CHECK(has(file.wrong(file.top + file.table + "[limits]\nthread = 1\n"), "limits.thread"));
    CHECK(has(file.wrong("limits = 3\n" + file.top + file.table), "[limits]"));
    // reported: what was asked for here, 43 characters of base64url, was then refused
    const std::string key = file.court.root.public_key().text();
    for (const std::string& other : {std::string(43, 'A'), key.substr(1), std::string(64, 'A'), std::string()}) {
        std::string table = file.table;
        table.replace(table.find(key), key.size(), other);
        CHECK(has(file.wrong(file.top + table), "court 1: root_key"));
        if (!other.empty()) CHECK(has(file.wrong(file.top + table), "64 hexadecimal characters in lower case"));
    }
    std::string postgres = file.top;
    postgres.replace(postgres.find("sqlite:"), 7, "postgr:");
    CHECK(has(file.wrong(postgres + file.table), "store"));
    CHECK(load_config(file.folder / "none.toml").error().code == "hub.config");
}
