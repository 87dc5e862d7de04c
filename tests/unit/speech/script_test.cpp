#include <doctest/doctest.h>

#include "app/speech/script.hpp"
#include "tests/unit/speech/tongue.hpp"

using namespace courtyard;
using speech::FrameKind;

namespace {

struct Told {
    std::string kinds;
    std::vector<std::string> pinyin, prompts;
};

Told told(const std::vector<std::string>& pieces, const speech::FindPrompt& find = {}) {
    speech::FrameReader reader;
    static const speech::Tongue tongue = test::tongue();
    reader.feed(speech::script_of(pieces, 2, tongue, find));
    Told out;
    while (const auto frame = reader.next()) {
        out.kinds.push_back(static_cast<char>(frame->kind));
        if (frame->kind == FrameKind::pinyin) out.pinyin.emplace_back(base::as_text(frame->bytes));
        if (frame->kind == FrameKind::opus) out.prompts.emplace_back(base::as_text(frame->bytes));
    }
    return out;
}

}  // namespace

TEST_CASE("pieces become sentences with pauses between them, and an end") {
    const Told page = told({"您好。请点一下", "", "是"});
    CHECK(page.kinds == "VPSPSTSPE");
    CHECK(page.pinyin == std::vector<std::string>{"nin2 hao3.", "qing3 dian3 yi2 xia4.", "shi4."});
    CHECK(told({}).kinds == "VE");
    CHECK(told({"…………"}).kinds == "VE");
    CHECK(told({"-"}).kinds == "VTE");
}

TEST_CASE("a recording comes before the synthesiser, for exactly the words that it says") {
    const std::string recorded = "recorded";
    const speech::FindPrompt find = [&](std::string_view text) {
        return text == "您好！您想办什么事？" ? base::as_bytes(recorded) : base::ByteView{};
    };
    const Told page = told({"您好！您想办什么事？", "您好！\n您想办什么事？", "标题\n您好！您想办什么事？"}, find);
    CHECK(page.prompts == std::vector<std::string>{recorded, recorded});
    CHECK(page.kinds == "VOSPSPSPSOE");
    // Too large for one go: said instead.
    const std::string huge(speech::kFrameBytesMax + 1, 'x');
    CHECK(told({"您好"}, [&](std::string_view) { return base::as_bytes(huge); }).kinds == "VPE");
}
