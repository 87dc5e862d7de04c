// Where words that somebody wrote and the sentence around them both end, one mark stands.
#include "app/domain/sentence_end.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace courtyard::domain;

namespace {

std::string put(std::string_view before, std::string_view words, std::string_view after) {
    std::string out(before);
    put_words(out, words, after);
    out += after;
    return out;
}

}  // namespace

TEST_CASE("what somebody left without a mark ends as a sentence, and what ends already stays as it is") {
    const auto ended = [](std::string words) {
        end_sentence(words);
        return words;
    };
    CHECK(ended("生活困难缓解") == "生活困难缓解。");
    CHECK(ended("生活困难缓解，") == "生活困难缓解。");
    CHECK(ended("见判决书（第三页）") == "见判决书（第三页）。");
    for (const char* whole : {"困难缓解。", "钱到了吗？", "别打了！", "他说：“来过了。”", "等等……", "ok.", ""})
        CHECK(ended(whole) == whole);
}

TEST_CASE("a quotation that ends with a full stop gets no second one") {
    CHECK(put("本人交代过：“", "别打到家里。", "”。") == "本人交代过：“别打到家里”。");
    CHECK(put("本人交代过：“", "别打到家里", "”。") == "本人交代过：“别打到家里”。");
    CHECK(put("本人交代过：“", "别打到家里。。 ", "”。") == "本人交代过：“别打到家里”。");
    CHECK(put("理由：", "没有收入；", "。特此证明。") == "理由：没有收入。特此证明。");
    CHECK(put("因", "生病，", "，来不了。") == "因生病，来不了。");
    // What is asked or cried out stays so.
    CHECK(put("他说：“", "别打了！", "”。后来") == "他说：“别打了！”后来");
    CHECK(put("问：", "钱到了吗？", "。") == "问：钱到了吗？");
    // Where the sentence does not end, the words are as they were written.
    CHECK(put("情况：", "已经核实。", "还要交的钱") == "情况：已经核实。还要交的钱");
    CHECK(put("情况：", "已经核实。", "") == "情况：已经核实。");
    CHECK(put("共", "5.", "。") == "共5.。");
    CHECK(put("（", "", "）。") == "（）。");
}
