#include "tests/support/synthetic_application.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace courtyard::test {
namespace {

using List = std::vector<std::string_view>;

const List kSurnames = {"王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴",
                        "周", "徐", "孙", "应", "毕", "方", "郑", "叶", "潘"};
const List kGiven = {"建国", "秀英", "𫖯安", "䶮",   "桂花", "伟",   "丽",   "明",
                     "小红", "金生", "阿毛", "玉兰", "志强", "海燕", "水根", "月娥"};
const List kTowns = {"青山镇", "白水乡", "红旗街道", "金桥镇", "石塘镇", "合村乡"};
const List kVillages = {"上坪村", "下塘村", "大岗村", "小庄村", "前湾村", "后坝村", "东门社区"};
const List kSubjects = {"被害人", "近亲属", "申请执行人", "受害人"};
const List kCauses = {"机动车交通事故责任纠纷", "故意伤害罪", "抚养费纠纷", "交通肇事罪",
                      "提供劳务者受害责任纠纷", "诈骗罪"};
const List kStages = {"审判", "执行", "已结"};
const List kSituations = {"E1", "E3", "E4", "E6", "E7"};
const List kHarms = {"重伤", "伤残等级", "死亡", "财产"};
const List kStories = {"去年在下班回家路上被对方车辆撞伤，住院治疗后丧失劳动能力，",
                       "被告人没有赔偿能力，至今一分钱也没有拿到，", "丈夫去世后一家人的生活失去了主要经济来源，",
                       "对方一直没有履行判决，名下无财产可供执行，"};
const List kNeeds = {"孩子正在上学，老人年迈多病，", "每月药费较高，欠下外债，", "家里靠打零工维持生活，收入很低，",
                     "没有固定工作，靠亲戚朋友接济，"};
const List kAsks = {"请求法院给予国家司法救助。", "因此向法院申请司法救助，恳请批准。",
                    "生活十分困难，希望尽快得到救助。"};
const List kBanks = {"中国农业银行", "浙江农商联合银行", "中国邮政储蓄银行"};
const List kHelpers = {"庭务主任", "村干部", "网格员", "亲友"};

// A braced list is evaluated from left to right by every compiler; operands of + are not, and each draws from `random`.
std::string join(std::initializer_list<std::string_view> parts) {
    std::string joined;
    for (const std::string_view part : parts)
        joined += part;
    return joined;
}

class Writer {
public:
    explicit Writer(base::Random& random) : random_(random) {}

    std::string_view pick(const List& list) { return list[random_.next() % list.size()]; }
    std::string digits(int count) {
        std::string drawn;
        while (count-- > 0)
            drawn.push_back(static_cast<char>('0' + random_.next() % 10));
        return drawn;
    }
    std::string money() { return std::to_string((random_.next() % 400 + 1) * 500); }
    std::string name() { return join({pick(kSurnames), pick(kGiven)}); }
    std::string birth() {
        return join({"19", std::to_string(40 + random_.next() % 60), "-0", std::to_string(1 + random_.next() % 9), "-1",
                     digits(1)});
    }
    std::string identity(std::string birth) {
        birth.erase(7, 1).erase(4, 1);
        return join({"{\"type\":\"居民身份证\",\"number\":\"330199", birth, digits(4), "\"}"});
    }
    std::string phone() { return join({"1", pick({"38", "39", "58", "87"}), digits(8)}); }
    std::string case_number() {
        return join({"（202", digits(1), "）浙0199", pick({"刑初", "民初", "执", "执恢"}), digits(3), "号"});
    }
    std::string hex(int bytes) {
        std::string drawn;
        for (int i = 0; i < 2 * bytes; ++i)
            drawn.push_back("0123456789abcdef"[random_.next() % 16]);
        return drawn;
    }

    void field(std::string_view code, std::initializer_list<std::string_view> json) {
        text += join({text.back() == '{' ? "\"" : ",\"", code, "\":", join(json)});
    }
    void words(std::string_view code, std::string_view value) { field(code, {"\"", value, "\""}); }

    std::string text = "{\"form\":\"F1\",\"answers\":{";

private:
    base::Random& random_;
};

void write_person(Writer& out, Path path) {
    out.words("F1.91", path == Path::Helper ? "代填" : "自助");
    if (path == Path::Helper) {
        out.words("F1.91a", out.name());
        out.words("F1.91b", out.pick(kHelpers));
    }
    const std::string birth = out.birth();
    out.words("F1.01", out.name());
    out.words("F1.03", out.pick({"男", "女"}));
    out.words("F1.04", "汉族");
    out.words("F1.05", birth);
    out.field("F1.06", {out.identity(birth)});
    const std::string home = join({"浙江省测试市测试县", out.pick(kTowns), out.pick(kVillages)});
    out.words("F1.07", home);
    out.words("F1.08", join({home, out.digits(1), "组", out.digits(2), "号"}));
    out.words("F1.09", out.phone());
    out.field("F1.10", {"{\"姓名\":\"", out.name(), "\",\"关系\":\"邻居\",\"电话\":\"", out.phone(), "\"}"});
    out.words("F1.11", out.pick({"随时可以", "只在白天", "只由本人接"}));
    out.field("F1.12", {"[\"大字\",\"方言\"]"});
    out.words("F1.13", out.pick(kSubjects));
    out.field("F1.14", {"[\"", out.pick({"老年", "重病", "残疾", "未成年"}), "\"]"});
    if (path == Path::Guardian) {
        out.field("F1.20", {"{\"姓名\":\"", out.name(), "\",\"关系\":\"母亲\",\"证件号码\":", out.identity(out.birth()),
                            ",\"电话\":\"", out.phone(), "\"}"});
    }
    if (path == Path::Agent) {
        out.field("F1.21", {"{\"姓名\":\"", out.name(), "\",\"类别\":\"近亲属\",\"关系\":\"儿子\",\"证件号码\":",
                            out.identity(out.birth()), ",\"电话\":\"", out.phone(), "\"}"});
        out.field("F1.22", {"[\"代为申请\",\"代为领取\"]"});
    }
    if (path == Path::Joint) {
        out.field("F1.15", {"[{\"姓名\":\"", out.name(),
                            "\",\"关系\":\"妻子\",\"证件类型\":\"居民身份证\",\"证件号码\":", out.identity(out.birth()),
                            ",\"意愿\":\"愿意\"},{\"姓名\":\"", out.name(),
                            "\",\"关系\":\"儿子\",\"证件类型\":\"户口簿\",\"证件号码\":", out.identity(out.birth()),
                            ",\"监护人\":\"", out.name(), "\",\"意愿\":\"愿意\"}]"});
    }
}

void write_case(Writer& out) {
    out.words("F1.30", "测试县人民法院");
    out.words("F1.31", out.case_number());
    out.words("F1.32", out.pick(kCauses));
    out.words("F1.33", out.pick(kStages));
    out.words("F1.34", join({"执行局 ", out.name(), "法官"}));
    out.words("F1.35", out.name());
    out.field("F1.36", {"{\"判赔金额\":\"", out.money(), "\",\"已得金额\":\"0\",\"未得金额\":\"", out.money(),
                        "\",\"文书日期\":\"2025-0", out.digits(1), "-1", out.digits(1), "\"}"});
    out.words("F1.37", out.pick({"在执行", "终本", "未申请"}));
    out.field("F1.40", {"[\"", out.pick(kSituations), "\"]"});
    out.field("F1.41", {"[\"", out.pick(kHarms), "\"]"});
    out.words("F1.42", out.digits(1));
    out.field("F1.43", {"{\"总额\":\"", out.money(), "\",\"自付\":\"", out.money(), "\",\"欠费\":\"0\"}"});
    out.words("F1.44", "无");
}

void write_home(Writer& out) {
    out.words("F1.50", out.digits(1));
    out.field("F1.51", {"[{\"关系\":\"本人\",\"年龄段\":\"成年\",\"劳动能力\":\"部分\",\"就业\":\"无业\",\"年收入\":"
                        "\"0\",\"健康\":\"残疾\"},"
                        "{\"关系\":\"妻\",\"年龄段\":\"成年\",\"劳动能力\":\"有\",\"就业\":\"务农\",\"年收入\":\"",
                        out.money(),
                        "\",\"健康\":\"良好\"},"
                        "{\"关系\":\"儿子\",\"年龄段\":\"未成年\",\"劳动能力\":\"无\",\"就业\":\"上学\",\"年收入\":"
                        "\"0\",\"健康\":\"良好\"},"
                        "{\"关系\":\"母亲\",\"年龄段\":\"老年\",\"劳动能力\":\"无\",\"就业\":\"其他\",\"年收入\":\"",
                        out.money(), "\",\"健康\":\"慢性病\"}]"});
    out.words("F1.52", out.money());
    out.words("F1.52a", join({out.digits(3), ".67"}));
    out.field("F1.53", {"[\"", out.pick({"H2", "H3", "H4", "H5", "H6"}), "\"]"});
    out.field("F1.54", {"{\"医药\":\"", out.money(), "\",\"上学\":\"", out.money(), "\",\"房租\":\"0\",\"债务\":\"",
                        out.money(), "\"}"});
    out.field("F1.55", {"{\"住房\":\"是\",\"车辆\":\"否\",\"存款\":\"否\"}"});
    out.words("F1.60", "没有");
    out.words("F1.61", "否");
}

void write_wish(Writer& out, Path path) {
    out.words("F1.70", path == Path::Self ? "由法院定" : out.money());
    out.words("F1.71", join({out.pick(kStories), out.pick(kNeeds), out.pick(kAsks)}));
    out.words("F1.72", "否");
    out.field("F1.80", {"{\"户名\":\"", out.name(), "\",\"账号\":\"6228", out.digits(15), "\",\"开户行\":\"",
                        out.pick(kBanks), "测试支行\",\"类型\":\"银行卡\"}"});
    out.field("F1.90", {"[{\"名称\":\"身份证明\",\"状态\":\"已交\"},{\"名称\":\"原案文书\",\"状态\":\"由法院核查\"},{"
                        "\"名称\":\"损害证明\",\"状态\":\"已交\"},"
                        "{\"名称\":\"费用票据\",\"状态\":\"已交\"},{\"名称\":\"困难证明\",\"状态\":\"没有\",\"原因\":"
                        "\"村委会正在办\"},{\"名称\":\"赔付情况\",\"状态\":\"由法院核查\"}]"});
    out.field("F1.92", {"{\"signed\":true,\"date\":\"2026-11-2", out.digits(1), "\"}"});
    for (const std::string_view code : {"F1.93", "F2.11"})
        out.field(code, {"true"});
    out.words("F2.10", "终端");
    for (const std::string_view code : {"F3.1", "F3.2", "F3.3"})
        out.field(code, {"true"});
    out.field("F3.4", {"[\"民政\",\"医保\"]"});
    out.field("F3.6", {"false"});
    out.field("F3.7", {"true"});
}

// Answers, and what follows from them by the demo pack's matrix.
void write_screening(Writer& out) {
    out.text +=
        join({"},\"screening\":{\"answers\":{\"G1\":\"yes\",\"G2\":\"yes\",\"G3\":\"yes\",\"G4\":\"yes\",\"G5\":"
              "\"yes\",\"G6\":"
              "\"yes\",\"G7\":\"no\",\"N1\":\"none\",\"N4\":\"no\",\"E\":[\"",
              out.pick(kSituations),
              "\"],\"H\":[\"H6\"],\"agency\":\"ok\",\"guardian_is_wrongdoer\":false},"
              "\"result\":{\"rule\":\"R13\",\"primary\":\"OUT-A\",\"also\":[\"OUT-E\"],\"reasons\":["
              "\"照您说的，几个条件都对得上：有案子在"
              "这个法院，赔偿没拿全，日子因此很难，以前也没领过。\"],\"articles\":["
              "\"《最高人民法院关于加强和规范人民法院国家司法救助工作的"
              "意见》第三条\"],\"would_change\":[{\"key\":\"E\",\"to\":[],\"rule\":\"R07\",\"primary\":\"OUT-B\"},{"
              "\"key\":\"H\",\"to\":[],"
              "\"rule\":\"R12\",\"primary\":\"OUT-B\"},{\"key\":\"G2\",\"to\":\"police\",\"rule\":\"R02\",\"primary\":"
              "\"OUT-D\"},"
              "{\"key\":\"G3\",\"to\":\"no\",\"rule\":\"R04\",\"primary\":\"OUT-D\"},{\"key\":\"G2\",\"to\":\"no\","
              "\"rule\":\"R03\","
              "\"primary\":\"OUT-E\"},{\"key\":\"G5\",\"to\":\"no\",\"rule\":\"R09\",\"primary\":\"OUT-E\"},{\"key\":"
              "\"G1\",\"to\":\"no\","
              "\"rule\":\"R01\",\"primary\":\"OUT-C\"},{\"key\":\"G4\",\"to\":\"no\",\"rule\":\"R08\",\"primary\":"
              "\"OUT-C\"},{\"key\":"
              "\"G6\",\"to\":\"no\",\"rule\":\"R05\",\"primary\":\"OUT-C\"},{\"key\":\"N1\",\"to\":\"main\",\"rule\":"
              "\"R06\",\"primary\":"
              "\"OUT-C\"},{\"key\":\"N4\",\"to\":\"yes\",\"rule\":\"R06\",\"primary\":\"OUT-C\"}]}}"});
}

}  // namespace

std::string synthetic_payload(Path path, base::Random& random) {
    Writer out(random);
    write_person(out, path);
    write_case(out);
    write_home(out);
    write_wish(out, path);
    write_screening(out);
    out.text += join({",\"receipt\":{\"notice_key\":\"", out.hex(32), "\"}"});
    if (path == Path::Helper) out.text += ",\"helper\":[\"F1.01\",\"F1.06\",\"F1.71\"]";
    out.text += "}";
    return out.text;
}

}  // namespace courtyard::test
