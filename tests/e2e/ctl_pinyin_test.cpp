// courtyardctl pinyin: candidates one per line; and no file of anybody is ever opened for writing.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include <nlohmann/json.hpp>

#include "tests/support/process.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;

namespace {

std::string ctl() { return (test::program_folder() / "courtyardctl").string(); }

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        out.push_back(line);
    return out;
}

std::vector<std::string> candidates(std::vector<std::string> words) {
    words.insert(words.begin(), {ctl(), "pinyin"});
    const test::Ran ran = test::run(words);
    CHECK_MESSAGE(ran.code == 0, ran.err);
    CHECK_MESSAGE(ran.err.empty(), ran.err);
    return lines(ran.out);
}

// What a program opened for writing, made or removed, devices aside.
std::vector<std::string> written(const std::vector<std::string>& command, const test::TempFolder& folder) {
    const std::string log = (folder / "calls").string();
    std::vector<std::string> words{"/usr/bin/strace",
                                   "-f",
                                   "-o",
                                   log,
                                   "-e",
                                   "trace=openat,open,creat,mkdir,mkdirat,unlink,unlinkat,rename,renameat2,truncate"};
    words.insert(words.end(), command.begin(), command.end());
    const test::Ran ran = test::run(words, {"HOME=" + folder.path().string()});
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
    std::ifstream in(log);
    std::vector<std::string> found;
    for (std::string line; std::getline(in, line);) {
        const auto has = [&line](std::string_view text) { return line.find(text) != std::string::npos; };
        const bool opens = has(" openat(") || has(" open(");
        const bool writes = has("O_WRONLY") || has("O_RDWR") || has("O_CREAT");
        const bool changes = has(" mkdir") || has(" creat(") || has(" rename") || has(" unlink") || has(" truncate(");
        // libpinyin removes files of a user's folder that there is not: the empty path.
        if ((opens && writes && !has("\"/dev/")) || (changes && !has("unlink(\"\")"))) found.push_back(line);
    }
    return found;
}

}  // namespace

TEST_CASE("words, names and rare characters, one per line, best first") {
    CHECK(candidates({"sifajiuzhu"}).front() == "司法救助");
    CHECK(candidates({"sfjz"}).front() == "司法救助");
    CHECK(candidates({"zhangsan", "--name"}).front() == "张三");
    CHECK(candidates({"shan", "--name"}).front() == "单");
    const auto hong = candidates({"hong"});
    CHECK(std::find(hong.begin(), hong.end(), "𬭎") != hong.end());
    CHECK(candidates({"hong", "--limit", "3"}).size() == 3);
    CHECK(candidates({"wei", "--given", "--limit", "1"}).front() == "伟");
}

TEST_CASE("as JSON, too; and what no syllable begins gets one sentence") {
    const test::Ran json = test::run({ctl(), "pinyin", "tonglu", "--json", "--limit", "2"});
    CHECK(nlohmann::json::parse(json.out)["candidates"].front() == "桐庐");
    const test::Ran wrong = test::run({ctl(), "pinyin", "vvv"});
    CHECK(wrong.code == 1);
    CHECK(wrong.out.empty());
    CHECK(std::count(wrong.err.begin(), wrong.err.end(), '\n') == 1);
    CHECK(test::run({ctl(), "pinyin"}).code == 2);
}

TEST_CASE("nothing is written, wherever; a program that writes would be seen") {
    const test::TempFolder folder;
    for (const std::string& line : written({ctl(), "pinyin", "zhangsanzaitonglu"}, folder))
        FAIL_CHECK(line);
    // The control.
    const std::string made = (folder / "made").string();
    CHECK(!written({"/bin/sh", "-c", "echo x > '" + made + "'"}, folder).empty());
}
