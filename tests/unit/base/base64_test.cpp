#include <doctest/doctest.h>

#include "sync/base/base64.hpp"

using namespace courtyard;

namespace {
std::string written(std::string_view text) {
    std::string out;
    base::base64(base::as_bytes(text), out);
    return out;
}
}  // namespace

TEST_CASE("base64 as RFC 4648, section 10, has it") {
    const std::pair<const char*, const char*> kVectors[] = {{"", ""},
                                                            {"f", "Zg=="},
                                                            {"fo", "Zm8="},
                                                            {"foo", "Zm9v"},
                                                            {"foob", "Zm9vYg=="},
                                                            {"fooba", "Zm9vYmE="},
                                                            {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, text] : kVectors) {
        CHECK(written(plain) == text);
        CHECK(base::as_text(base::unbase64(text).value()) == plain);
    }
}

TEST_CASE("what is not the one text of its bytes is refused") {
    for (const char* text :
         {"Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zm9v\n", "Zm 9", "Zg==Zm9v", "Zm9_", "Z\xFFg="})
        CHECK_MESSAGE(base::unbase64(text).error().code == "encoding.base64", text);
}
