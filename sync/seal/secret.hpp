// Secrets in types that wipe themselves. Never copy one into std::string, a lambda's capture by value, an Error or a
// log.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "sync/base/bytes.hpp"
#include "sync/base/random.hpp"
#include "sync/base/result.hpp"

namespace courtyard::seal {

// True when both are equal; takes the same time wherever they differ. Different lengths are told at once.
[[nodiscard]] bool same_secret(base::ByteView a, base::ByteView b);

// A secret of known size. Moves leave zeros behind; a copy must be asked for by name.
template <std::size_t N>
class Secret {
public:
    static constexpr std::size_t kSize = N;

    Secret() = default;  // all zeros: to be filled
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    Secret(Secret&& other) noexcept : bytes_(other.bytes_) { base::wipe(other.bytes_.data(), N); }
    Secret& operator=(Secret&& other) noexcept {
        if (this != &other) {
            bytes_ = other.bytes_;
            base::wipe(other.bytes_.data(), N);
        }
        return *this;
    }
    ~Secret() { base::wipe(bytes_.data(), N); }

    static Secret random(base::Random& random) {
        Secret secret;
        random.fill(secret.bytes_);
        return secret;
    }
    static base::Result<Secret> from(base::ByteView view) {  // "secret.size"
        if (view.size() != N) return base::fail("secret.size", "a secret has the wrong length");
        Secret secret;
        std::copy(view.begin(), view.end(), secret.bytes_.begin());
        return secret;
    }
    [[nodiscard]] Secret clone() const {
        Secret copy;
        copy.bytes_ = bytes_;
        return copy;
    }
    [[nodiscard]] base::ByteView view() const { return bytes_; }
    [[nodiscard]] std::span<std::uint8_t, N> fill() { return bytes_; }  // to write the secret into

private:
    std::array<std::uint8_t, N> bytes_{};
};

// A secret whose size is known when it is made. It never grows, so no freed memory keeps a copy.
class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size) : bytes_(size) {}
    explicit SecretBytes(base::ByteView view) : bytes_(view.begin(), view.end()) {}
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    SecretBytes(SecretBytes&& other) noexcept : bytes_(std::move(other.bytes_)) {}
    SecretBytes& operator=(SecretBytes&& other) noexcept {
        if (this != &other) {
            base::wipe(bytes_);
            bytes_ = std::move(other.bytes_);
        }
        return *this;
    }
    ~SecretBytes() { base::wipe(bytes_); }

    [[nodiscard]] SecretBytes clone() const { return SecretBytes(view()); }
    [[nodiscard]] base::ByteView view() const { return bytes_; }
    [[nodiscard]] std::span<std::uint8_t> fill() { return bytes_; }
    [[nodiscard]] std::size_t size() const { return bytes_.size(); }

private:
    base::Bytes bytes_;
};

}  // namespace courtyard::seal
