// The vectors of tests/data as a test reads them: the manifest, the files that it names, the keys.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include <nlohmann/json.hpp>

#include "sync/base/encoding.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/keys.hpp"

namespace courtyard::test {

class VectorFiles {
public:
    explicit VectorFiles(std::filesystem::path folder)  // "tests/data/mail"
        : folder_(std::move(folder)), manifest_(nlohmann::json::parse(base::as_text(read("manifest.json")))) {}

    [[nodiscard]] base::Bytes read(const std::string& name) const {
        std::ifstream file(folder_ / name, std::ios::binary);
        REQUIRE_MESSAGE(file.good(), name);
        return base::to_bytes(std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>()));
    }
    [[nodiscard]] const nlohmann::json& list(const char* name) const {
        REQUIRE(manifest_.at(name).size() > 0);
        return manifest_.at(name);
    }
    [[nodiscard]] std::string key(const std::string& name) const { return manifest_.at("keys").at(name); }
    [[nodiscard]] seal::VerifyKey verify_key(const std::string& name) const {
        return seal::VerifyKey::parse(key(name)).value();
    }
    [[nodiscard]] std::string text(const char* name) const { return manifest_.at(name); }

private:
    std::filesystem::path folder_;
    nlohmann::json manifest_;
};

// The error's code, "open" when there is none.
template <class T>
std::string outcome(const base::Result<T>& result) {
    return result ? "open" : result.error().code;
}

}  // namespace courtyard::test
