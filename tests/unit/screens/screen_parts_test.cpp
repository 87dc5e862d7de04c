// The parts below the screens: breaking lines, filling in words, colours, amounts in words.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "app/screens/line_breaker.hpp"
#include "app/screens/theme.hpp"
#include "app/screens/wording.hpp"

using namespace courtyard::screens;

namespace {

constexpr float kEm = 10;
float advance(char32_t c) { return c < 0x80 ? kEm / 2 : kEm; }

std::vector<std::string> broken(std::string_view text, float width) {
    std::vector<std::string> out;
    for (const Line& line : break_lines(text, width, advance))
        out.emplace_back(text.substr(line.begin, line.end - line.begin));
    return out;
}

std::string read(const char* path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("Chinese breaks anywhere, but no mark stands where it must not") {
    using Lines = std::vector<std::string>;
    CHECK(broken("打赢官司拿不到钱", 4 * kEm) == Lines{"打赢官司", "拿不到钱"});
    CHECK(broken("打赢官司，拿不到钱", 4 * kEm) == Lines{"打赢官", "司，拿不", "到钱"});
    CHECK(broken("点下面的“找人帮忙”。", 5 * kEm) == Lines{"点下面的", "“找人帮", "忙”。"});
    CHECK(broken("打12368问问看", 4 * kEm) == Lines{"打12368", "问问看"});
    CHECK(broken("法院 12368", 4 * kEm) == Lines{"法院", "12368"});
    CHECK(broken("一\n\n二", 4 * kEm) == Lines{"一", "", "二"});
    CHECK(broken("", 4 * kEm) == Lines{""});
    CHECK(broken("1234567890123", 4 * kEm).size() > 1);  // a word wider than the line
    CHECK(broken("。。。。。。", 3 * kEm).size() == 2);
}

TEST_CASE("whatever is broken is all there, and no line is too wide") {
    const std::string text =
        "一、申请人（2026）浙0199执123号，判决“赔偿96000元”；对方：没有钱！怎么办？𫖯《条例》第三条……完。";
    for (float width = 3 * kEm; width < 30 * kEm; width += 3) {
        std::string all;
        for (const Line& line : break_lines(text, width, advance)) {
            all += text.substr(line.begin, line.end - line.begin);
            CHECK(line.width <= width + 2 * kEm);
        }
        CHECK(all == text);
        const auto even = break_balanced(text, width, advance);
        CHECK(even.size() == break_lines(text, width, advance).size());
    }
}

TEST_CASE("the dot between two facts stands neither at the end of a line nor at the start of one") {
    using Lines = std::vector<std::string>;
    const std::string_view text = "提请表决　·　十二月十一日";
    for (float width = 4 * kEm; width < 14 * kEm; width += 3) {
        for (const auto& breaking : {break_lines, break_sentences}) {
            for (const Line& line : breaking(text, width, advance)) {
                const std::string part(text.substr(line.begin, line.end - line.begin));
                const bool whole = line.begin == 0 && line.end == text.size();
                CHECK_MESSAGE((whole || part.find("·") == std::string::npos || !part.ends_with("·")), part);
                CHECK_MESSAGE(!part.starts_with("·"), part);
                CHECK_MESSAGE(!part.starts_with("　"), part);
            }
        }
    }
    CHECK(broken(text, 7 * kEm) == Lines{"提请表决", "十二月十一日"});
    CHECK(broken(text, 13 * kEm) == Lines{"提请表决　·　十二月十一日"});
    CHECK(broken("阿依·古丽", 4 * kEm) == Lines{"阿依·古", "丽"});  // of a name it is a part
}

TEST_CASE("a title parts between its clauses, unless one of them would be a scrap") {
    using Lines = std::vector<std::string>;
    const auto parted = [](std::string_view text, float width) {
        Lines out;
        for (const Line& line : break_balanced(text, width, advance))
            out.emplace_back(text.substr(line.begin, line.end - line.begin));
        return out;
    };
    CHECK(parted("看起来可以申请，建议您交表", 10 * kEm) == Lines{"看起来可以申请，", "建议您交表"});
    CHECK(parted("我说的、填的都是真的，我知道说假话要承担后果。", 14 * kEm) ==
          Lines{"我说的、填的都是真的，", "我知道说假话要承担后果。"});
    CHECK(parted("好，请您在这里签上您的名字", 9 * kEm) == Lines{"好，请您在这里", "签上您的名字"});
    CHECK(parted("谁能申请、怎么办、要多久", 10 * kEm) == Lines{"谁能申请、", "怎么办、要多久"});
    CHECK(parted("打赢官司拿不到赔偿款", 8 * kEm) == Lines{"打赢官司拿", "不到赔偿款"});
}

TEST_CASE("a time of day and a decimal number stay whole") {
    CHECK(broken("现在显示08:00。", 7 * kEm).front() == "现在显示");
    CHECK(broken("一共大约12.50元", 6 * kEm).front() == "一共大约");
    CHECK(broken("给予救助48,000.00元", 7 * kEm).front() == "给予救助");
}

TEST_CASE("a sentence leaves no single character over on its last line") {
    using Lines = std::vector<std::string>;
    const auto parted = [](std::string_view text, float width) {
        Lines out;
        for (const Line& line : break_sentences(text, width, advance))
            out.emplace_back(text.substr(line.begin, line.end - line.begin));
        return out;
    };
    CHECK(broken("歪一点不要紧，机器会摆正。", 12 * kEm) == Lines{"歪一点不要紧，机器会摆", "正。"});
    CHECK(parted("歪一点不要紧，机器会摆正。", 12 * kEm) == Lines{"歪一点不要紧，", "机器会摆正。"});
    CHECK(parted("被人犯罪害了的人", 7 * kEm) == Lines{"被人犯罪害了", "的人"});
    CHECK(parted("打不出来的字，点“找人帮忙”。", 12 * kEm) == Lines{"打不出来的字，点", "“找人帮忙”。"});
    CHECK(parted("测试县人民法院　云坞村共享法庭", 14 * kEm) == Lines{"测试县人民法院", "云坞村共享法庭"});
    const std::string_view text = "第一段写到这里就完了。\n第二段也在这里写完了。";
    for (float width = 3 * kEm; width < 14 * kEm; width += 3)
        CHECK(parted(text, width).size() == break_lines(text, width, advance).size());
}

TEST_CASE("broken UTF-8 is passed over byte by byte") {
    const std::string_view text =
        "a\xFF\xE4\xB8"
        "b";
    std::size_t at = 0;
    int count = 0;
    while (at < text.size()) {
        static_cast<void>(next_character(text, at));
        ++count;
    }
    CHECK(count == 5);
}

TEST_CASE("places are filled in, those without a value stay to be seen") {
    CHECK(fill_in("第 {n} 步，共 {all} 步", {{"n", "5"}, {"all", "16"}}) == "第 5 步，共 16 步");
    CHECK(fill_in("{x} {", {{"n", "5"}}) == "{x} {");
    CHECK(spaced("7K3M-9QXT") == "7K3M 9QXT");
}

TEST_CASE("the theme file holds the colours that are built in, and its mistakes are named by line") {
    const auto theme = parse_theme(read("assets/theme.toml"));
    REQUIRE(theme);
    const Palette calm = calm_palette();
    const Palette high = high_contrast_palette();
    CHECK(theme->calm.shadow == calm.shadow);
    CHECK(theme->calm.teal == calm.teal);
    CHECK(theme->calm.soft_ink == calm.soft_ink);
    CHECK(theme->high_contrast.navy == high.navy);
    CHECK(theme->high_contrast.ink == high.ink);
    CHECK(parse_theme("[calm]\npaper = \"#12345\"").error().message.find("line 2") != std::string::npos);
    CHECK(parse_theme("[calm]\npapier = \"#123456\"").error().code == "theme.line");
    CHECK(parse_theme("paper = \"#123456\"").error().code == "theme.line");
}

TEST_CASE("every pair of colours that text uses keeps its contrast") {
    for (const Palette& p : {calm_palette(), high_contrast_palette()}) {
        for (const Colour ground : {p.paper, p.card, p.ivory, p.gold_tint, p.teal_tint, p.red_tint, p.navy_tint}) {
            CHECK(contrast(p.ink, ground) >= 7.0F);
            CHECK(contrast(p.soft_ink, ground) >= 4.5F);
        }
        for (const Colour ground : {p.navy, p.navy_deep, p.teal, p.teal_deep, p.red})
            CHECK(contrast(p.on_dark, ground) >= 4.5F);
        CHECK(contrast(p.red, p.card) >= 4.5F);
        CHECK(contrast(p.teal, p.paper) >= 4.5F);
        CHECK(contrast(p.ink, p.sand) >= 4.5F);
    }
    CHECK(contrast(Colour{0x000000FF}, Colour{0xFFFFFFFF}) > 20.9F);
}

TEST_CASE("words outside the pack are read strictly") {
    const auto words = parse_plain_words(read("assets/failure.toml"));
    REQUIRE(words);
    CHECK(words->has("failure.pack_bad.title"));
    CHECK(parse_plain_words("\"a\" = \"b\"\nx").error().message.find("line 2") != std::string::npos);
    CHECK(parse_plain_words("\"a\" = \"b\"\n\"a\" = \"c\"").error().code == "words.twice");
}

TEST_CASE("text grows with the size, and only in the fixed scale") {
    for (int type = 0; type < kTypes; ++type) {
        int last = 0;
        for (int size = 0; size < courtyard::flow::kTextSizes; ++size) {
            const int em = type_size(static_cast<Type>(type), static_cast<TextSize>(size));
            CHECK(em >= std::max(24, last));
            CHECK(std::find(kTypeScale.begin(), kTypeScale.end(), em) != kTypeScale.end());
            last = em;
        }
    }
    CHECK(type_size(Type::body, TextSize::Largest) >= 40);
}
