#include "tests/bench/applications.hpp"

#include <cmath>
#include <string>

#include "app/pack/application_json.hpp"

namespace courtyard::bench {

namespace {

constexpr std::u32string_view kCommon =
    U"的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能"
    U"好都然没日于起还发"
    U"成事只作当想看文无开手用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点"
    U"月明其种声全工己话儿"
    U"者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却"
    U"代军产入先山五太水万市"
    U"眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王"
    U"果亲界及今京务制解各任";
constexpr std::u32string_view kSurnames =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾萧田董袁潘蔡蒋余于杜叶程苏魏吕丁任";
constexpr std::u32string_view kGiven =
    U"伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玉萍红建国华文辉力志新春梅生福海龙凤林山水木金花月云雨";

void append(std::string& text, char32_t c) {
    text += static_cast<char>(0xE0 | (c >> 12));
    text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
}

double share(base::Random& random) { return static_cast<double>(random.next() >> 11) / 9007199254740992.0; }

char32_t pick(base::Random& random, std::u32string_view from) { return from[random.next() % from.size()]; }

std::string name(base::Random& random) {
    std::string text;
    append(text, pick(random, kSurnames));
    append(text, pick(random, kGiven));
    if (share(random) < 0.7) append(text, pick(random, kGiven));
    return text;
}

std::string free_text(base::Random& random, std::size_t characters) {
    std::string text;
    for (std::size_t i = 0; i < characters; ++i) {
        const auto rank = static_cast<std::size_t>(std::pow(static_cast<double>(kCommon.size()), share(random))) - 1;
        append(text, kCommon[std::min(kCommon.size() - 1, rank + random.next() % 3)]);
        if (i % 11 == 10) append(text, U'，');
    }
    append(text, U'。');
    return text;
}

std::string digits(base::Random& random, int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += static_cast<char>('0' + random.next() % 10);
    return text;
}

void say(domain::Application& application, const char* code, std::string text) {
    if (application.find(code) != nullptr) application.answers[code].value = std::move(text);
}

}  // namespace

base::Result<worker::Submission> application(const pack::Pack& pack, std::uint64_t number) {
    base::SeededRandom random(number);
    worker::Submission submission;
    auto example = pack::parse_application(pack.form, pack.example_json);
    if (!example) return tl::unexpected(example.error());
    submission.application = std::move(*example);
    domain::Application& answers = submission.application;
    say(answers, "F1.01", name(random));
    say(answers, "F1.09", "199" + digits(random, 8));
    say(answers, "F1.35", name(random));
    say(answers, "F1.71", free_text(random, 70 + random.next() % 50));
    return submission;
}

}  // namespace courtyard::bench
