// The hub's settings, from one TOML file: kiosk_config/hub.example.toml shows all of them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sync/base/result.hpp"
#include "sync/seal/keys.hpp"

namespace courtyard::hub {

enum class Durable { Commit, Backup };  // when a record counts as durable

struct CourtConfig {
    std::string code;
    seal::VerifyKey root_key;
    std::filesystem::path roster;
    std::filesystem::path documents;  // empty: only the roster is handed out
};

struct Limits {
    unsigned threads = 2;
    unsigned connections = 4096;
    unsigned connections_per_machine = 16;
    std::uint64_t body_bytes = 2u << 20;
    std::uint64_t page_bytes = 1u << 20;
    std::uint64_t buffered_bytes = 256u << 20;  // of all requests being received or worked on
    unsigned handshake_s = 20;
    unsigned header_s = 10;
    unsigned body_s = 120;
    unsigned idle_s = 60;
    unsigned wait_s = 60;
    unsigned requests_per_minute = 1200;
    unsigned records_per_minute = 200'000;
    std::uint64_t store_bytes = 0;
    std::uint64_t disk_reserve_bytes = 64u << 20;
};

struct Config {
    std::string host;  // a numeric address
    std::uint16_t port = 0;
    std::filesystem::path port_file;  // empty: none
    std::filesystem::path certificate, private_key, client_authority, answer_key;
    std::filesystem::path store;
    Durable durable = Durable::Commit;
    std::filesystem::path durable_file;
    std::vector<CourtConfig> courts;
    Limits limits;
};

// "hub.config": one sentence that names the file and the key. Unknown keys are errors: a misspelt limit is no limit.
[[nodiscard]] base::Result<Config> load_config(const std::filesystem::path& file);

}  // namespace courtyard::hub
