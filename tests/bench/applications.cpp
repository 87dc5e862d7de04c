#include "tests/bench/applications.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string>
#include <string_view>

#include "app/domain/bank_account.hpp"
#include "app/domain/identity_number.hpp"

// What makes it the peer's equal (web_kiosk, shared/application.mjs). There, 30 fields make 1,500 bytes of JSON. Here
// the form has to hold 33 answers before a court may take it (kind of harm, case number, household, consents), which
// with chain, key and clock makes 1,900. All that is drawn there is drawn here, from lists as long as there and mostly
// the same: three people on average, an identity number, two telephones, an account, an address, a bank, amounts; as
// many choices; the very sentences of its stories and requests, with as many characters drawn by Zipf's law from the
// same 500 in the story (36 to 85) and in the note on papers (8 to 23). The preset dictionary was made without these
// lists and sentences.
namespace courtyard::bench {

namespace {

constexpr std::u32string_view kCommon =
    U"的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能"
    U"好都"
    U"然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法"
    U"此实"
    U"回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再"
    U"平真"
    U"听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车"
    U"白应"
    U"路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题"
    U"建南"
    U"度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保"
    U"达办"
    U"运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历"
    U"越史"
    U"商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴";
constexpr std::u32string_view kSurnames =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾萧田董袁潘蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
    U"陆汪"
    U"范金石廖贾夏韦付方白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
constexpr std::u32string_view kGiven =
    U"伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玉萍红建国华文辉力志新春梅生福海龙凤林山水木金花月云雨雪秋冬贵荣"
    U"昌盛"
    U"安宁";
constexpr std::string_view kReasons[] = {
    "今年因暴雨山洪，家中二亩三分水稻基本绝收，",   "本人去年十月确诊慢性病后长期服药，每月药费较高，",
    "丈夫在外务工时受伤，至今未能恢复劳动能力，",   "两个孩子正在上学，家中老人年过八旬需要照料，",
    "承包地与邻居界址不清，多次协商没有结果，",     "务工单位拖欠工资五个月，多次讨要未果，",
    "房屋墙体开裂漏雨，经村委会查看建议申请鉴定，", "家庭收入主要靠零工，今年务工天数明显减少，"};
constexpr std::string_view kAsks[] = {
    "现家庭生活确有困难，特申请给予帮助，望予批准。", "请求安排调解员上门了解情况，并告知下一步需要准备的材料。",
    "恳请按照政策规定给予救助，本人愿意配合入户核查。", "请求法院和司法所提供法律援助，帮助依法维护合法权益。"};
constexpr std::string_view kPlaces[] = {"浙江省测试县", "安徽省某某县", "四川省某某县", "云南省某某县"};
constexpr std::string_view kAreas[] = {"330199", "330281", "341024", "511321"};
constexpr std::string_view kTowns[] = {"青溪", "青岭", "白桥", "白塘", "红坪", "红溪", "金岭", "金桥", "石塘", "石坪"};
constexpr std::string_view kVillages[] = {"上湾", "下坝", "大坪", "小岗", "前洼",
                                          "后庄", "上岗", "下湾", "大庄", "小坝"};
constexpr std::string_view kBanks[] = {"农村商业银行", "农业银行", "邮政储蓄银行"};
constexpr std::string_view kBranches[] = {"青溪支行", "白桥支行", "金塘支行"};
constexpr std::string_view kProofs[] = {"诊断证明原件", "村委会证明", "工资条照片", "房屋照片"};

std::string utf8(std::u32string_view characters) {
    std::string text;
    for (const char32_t c : characters) {
        text += static_cast<char>(0xE0 | (c >> 12));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
    return text;
}

// Draws in a fixed order: each call stands in a statement of its own, as the operands of + have none.
class Draw {
public:
    Draw(base::Random& random, const pack::Pack& pack) : random_(random), pack_(pack) {}

    std::uint64_t below(std::uint64_t bound) { return random_.next() % bound; }
    std::string number(std::uint64_t first, std::uint64_t count) { return std::to_string(first + below(count)); }
    double share() { return static_cast<double>(random_.next() >> 11) / 9007199254740992.0; }
    template <class List>
    std::string pick(const List& list) {
        return std::string(list[below(std::size(list))]);
    }
    std::string digits(int count) {
        std::string text;
        while (count-- > 0)
            text += static_cast<char>('0' + below(10));
        return text;
    }
    std::string two_digits(std::uint64_t first, std::uint64_t count) {
        const std::string text = number(first, count);
        return text.size() == 1 ? "0" + text : text;
    }
    std::string name() {
        std::u32string text;
        text += kSurnames[below(kSurnames.size())];
        text += kGiven[below(kGiven.size())];
        if (share() < 0.7) text += kGiven[below(kGiven.size())];
        return utf8(text);
    }
    std::string phone() { return "199" + digits(8); }
    std::string date(std::uint64_t first_year, std::uint64_t years) {
        std::string text = number(first_year, years);
        text += "-" + two_digits(1, 12);
        text += "-" + two_digits(1, 28);
        return text;
    }
    std::string identity() {
        std::string text = pick(kAreas);
        text += number(1940, 65);
        text += two_digits(1, 12);
        text += two_digits(1, 28);
        text += digits(3);
        return text + domain::identity_check_character(text);
    }
    std::string account() {
        const std::string start = "999" + digits(15);
        for (char check = '0';; ++check) {
            if (domain::luhn_holds(start + check)) return start + check;
        }
    }
    std::string free_text(std::size_t characters) {
        std::u32string text;
        for (std::size_t i = 0; i < characters; ++i) {
            const double rank = std::floor(std::pow(static_cast<double>(kCommon.size()), share())) - 1;
            text += kCommon[std::min(kCommon.size() - 1, static_cast<std::size_t>(rank) + below(3))];
            if (i % 11 == 10) text += U'，';
        }
        return utf8(text + U"。");
    }
    // A word of the form's own list.
    std::string option(std::string_view code) { return option_of(field(code)); }
    std::string option(std::string_view code, std::string_view column) {
        const domain::Field* const found = field(code).column(column);
        COURTYARD_CHECK(found != nullptr);
        return option_of(*found);
    }

private:
    const domain::Field& field(std::string_view code) const {
        const domain::Field* const found = pack_.form.field(code);
        COURTYARD_CHECK(found != nullptr);
        return *found;
    }
    std::string option_of(const domain::Field& from) { return from.options[below(from.options.size())].value; }

    base::Random& random_;
    const pack::Pack& pack_;
};

using domain::Row;
using domain::RowList;
using domain::TextList;
using Answers = std::map<std::string, domain::Answer, std::less<>>;

// Braced lists draw from left to right.
void say_who(Answers& say, Draw& draw, const std::string& name) {
    if (draw.share() < 0.5) {
        say["F1.91"] = {"代填"};
        say["F1.91a"] = {draw.name()};
        say["F1.91b"] = {draw.option("F1.91b")};
    } else {
        say["F1.91"] = {"自助"};
    }
    say["F1.01"] = {name};
    say["F1.06"] = {Row{{"type", "居民身份证"}, {"number", draw.identity()}}};
    std::string home = draw.pick(kPlaces);
    home += draw.pick(kTowns) + "镇";
    home += draw.pick(kVillages) + "村";
    say["F1.07"] = {home};
    home += "第" + draw.number(1, 12) + "组";
    home += draw.number(1, 180) + "号";
    say["F1.08"] = {home};
    say["F1.09"] = {draw.phone()};
    say["F1.10"] = {Row{{"姓名", draw.name()}, {"关系", draw.option("F1.10", "关系")}, {"电话", draw.phone()}}};
    say["F1.13"] = {draw.option("F1.13")};
}

void say_case(Answers& say, Draw& draw) {
    say["F1.30"] = {"测试县人民法院"};
    std::string number = "（" + draw.number(2023, 4) + "）浙0199执";
    number += draw.number(1, 4000) + "号";
    say["F1.31"] = {number};
    say["F1.33"] = {draw.pick(std::array{"审判", "信访", "已结", "不清楚"})};
    if (draw.share() < 0.5) say["F1.35"] = {draw.name()};
    say["F1.40"] = {TextList{draw.pick(std::array{"E1", "E2", "E3", "E4", "E5", "E6", "E8"})}};
    say["F1.41"] = {TextList{draw.pick(std::array{"死亡", "重伤", "轻伤", "财产"})}};
}

void say_home(Answers& say, Draw& draw) {
    say["F1.50"] = {draw.number(1, 8)};
    say["F1.51"] = {RowList{Row{{"关系", "本人"},
                                {"年龄段", draw.option("F1.51", "年龄段")},
                                {"劳动能力", draw.option("F1.51", "劳动能力")},
                                {"就业", draw.option("F1.51", "就业")},
                                {"年收入", draw.number(0, 60000)},
                                {"健康", draw.option("F1.51", "健康")}}}};
    say["F1.53"] = {TextList{draw.option("F1.53")}};
    say["F1.60"] = {"没有"};
    say["F1.61"] = {"否"};
}

void say_wish(Answers& say, Draw& draw, const std::string& name) {
    say["F1.70"] = {draw.number(1, 200) + "50"};
    std::string story = draw.pick(kReasons);
    story += draw.pick(kReasons);
    story += "家中现有存款不足" + draw.number(1, 9) + "千元。";
    story += draw.free_text(36 + draw.below(50));
    story += draw.pick(kAsks);
    say["F1.71"] = {story};
    say["F1.72"] = {"否"};
    std::string bank = draw.pick(kBanks);
    bank += draw.pick(kBranches);
    say["F1.80"] = {Row{{"户名", name}, {"账号", draw.account()}, {"开户行", bank}, {"类型", "银行卡"}}};
    std::string note = "身份证复印件" + draw.number(1, 3) + "份，户口簿全本复印件，";
    note += draw.pick(kProofs);
    note += draw.number(1, 6) + "张。";
    note += draw.free_text(8 + draw.below(16));
    say["F1.90"] = {RowList{Row{{"名称", "身份证明"}, {"状态", "已交"}},
                            Row{{"名称", draw.option("F1.90", "名称")}, {"状态", "没有"}, {"原因", note}}}};
    say["F1.92"] = {Row{{"signed", "true"}}};
    for (const char* code : {"F1.93", "F2.11", "F3.1", "F3.2", "F3.3"})
        say[code] = {true};
}

}  // namespace

base::Result<worker::Submission> application(const pack::Pack& pack, std::uint64_t number) {
    base::SeededRandom random(number);
    Draw draw(random, pack);
    worker::Submission submission;
    Answers& say = submission.application.answers;
    const std::string name = draw.name();
    say_who(say, draw, name);
    say_case(say, draw);
    say_home(say, draw);
    say_wish(say, draw, name);
    return submission;
}

}  // namespace courtyard::bench
