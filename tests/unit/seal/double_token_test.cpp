#include "sync/seal/double_token.hpp"

#include <doctest/doctest.h>

using namespace courtyard;
using namespace courtyard::seal;

namespace {

Secret<32> county(std::uint8_t first = 0) {
    Secret<32> key;
    for (std::size_t i = 0; i < 32; ++i)
        key.fill()[i] = static_cast<std::uint8_t>(first + i);
    return key;
}
TokenSalt salt(std::uint8_t first = 0xa0) {
    TokenSalt made;
    for (std::size_t i = 0; i < TokenSalt::kSize; ++i)
        made.bytes[i] = static_cast<std::uint8_t>(first + i);
    return made;
}

}  // namespace

TEST_CASE("tokens are those of FORMAT.md") {
    const TokenKey key = TokenKey::of(county(), salt());
    CHECK(key.token("330199198603140177", "（2026）浙0199执123").text() == "e9de06bca4cd5a5878ad0d9e2b343391");
    CHECK(key.token("11010519491231002X", "测检刑诉(2024)12号").text() == "720658605a19463dac0cca710207bab6");
    const std::string list = "abc";
    CHECK(token_list_mac(county(), base::as_bytes(list)).text() ==
          "e2ec89ae60b68cc13611346aa63dbcf08803c5584fe765368f72e8600c800242");
}

TEST_CASE("another key, another salt, another split of the texts: another token") {
    const auto of = [](std::uint8_t key, std::uint8_t salted, const char* person, const char* number) {
        return TokenKey::of(county(key), salt(salted)).token(person, number);
    };
    const auto token = of(0, 0xa0, "ABCDE1", "2(3");
    CHECK(of(0, 0xa0, "ABCDE1", "2(3") == token);
    CHECK(of(1, 0xa0, "ABCDE1", "2(3") != token);
    CHECK(of(0, 0xa1, "ABCDE1", "2(3") != token);
    CHECK(of(0, 0xa0, "ABCDE", "12(3") != token);
}
