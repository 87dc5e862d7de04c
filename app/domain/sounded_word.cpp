#include "app/domain/sounded_word.hpp"

#include <algorithm>

#include "app/domain/text.hpp"

namespace courtyard::domain {

namespace {

constexpr std::string_view kSyllables =
    "a ai an ang ao ba bai ban bang bao bei ben beng bi bian biang biao bie bin bing bo bu ca cai can cang cao ce "
    "cei cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun "
    "chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die din ding diu "
    "dong dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fiao fo fou fu ga gai gan gang gao ge "
    "gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua "
    "huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang "
    "kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian "
    "liang liao lie lin ling liu lo long lou lu luan lun luo lv lve ma mai man mang mao me mei men meng mi mian "
    "miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong "
    "nou nu nuan nun nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia "
    "qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui "
    "run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai "
    "shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te teng ti tian tiao tie "
    "ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wong wu xi xia xian xiang xiao xie xin "
    "xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang "
    "zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui "
    "zhun zhuo zi zong zou zu zuan zui zun zuo";

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t blank = text.find(' ');
        if (blank != 0) parts.push_back(text.substr(0, blank));
        text = blank == std::string_view::npos ? std::string_view{} : text.substr(blank + 1);
    }
    return parts;
}

bool is_han(char32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007 ||
           (c >= 0xF900 && c <= 0xFAFF);
}

}  // namespace

const std::vector<std::string_view>& pinyin_syllables() {
    static const std::vector<std::string_view> kAll = split(kSyllables);
    return kAll;
}

bool is_pinyin_syllable(std::string_view letters) {
    const auto& all = pinyin_syllables();
    return std::binary_search(all.begin(), all.end(), letters);
}

base::Result<SoundedWord> parse_sounded_word(std::string_view line) {
    const auto wrong = [](std::string what) { return base::fail("word.sound", std::move(what)); };
    const std::vector<std::string_view> parts = split(line);
    if (parts.size() < 2) return wrong("needs characters and then a sound for each of them, like 'lu2'");
    const auto points = code_points(parts.front());
    if (!points || !std::all_of(points->begin(), points->end(), is_han))
        return wrong("must begin with Chinese characters only");
    if (points->size() != parts.size() - 1)
        return wrong("has " + std::to_string(points->size()) + " characters and " + std::to_string(parts.size() - 1) +
                     " sounds");
    SoundedWord word{std::string(parts.front()), {}};
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::string_view sound = parts[i];
        const char tone = sound.back();
        if (tone < '1' || tone > '5' || !is_pinyin_syllable(sound.substr(0, sound.size() - 1)))
            return wrong("has the sound '" + std::string(sound) +
                         "', which is no syllable of pinyin with a tone from 1 to 5");
        word.sounds.emplace_back(sound);
    }
    return word;
}

}  // namespace courtyard::domain
