// bench-search: looking for a case among 10,000 while somebody types, beside a plain scan of the same texts and beside
// SQLite's LIKE over the same table; ms, as JSON. Ours knows pinyin and initials, the peers only look for the letters
// that are there: what is compared is the waiting, not the finding.
#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "app/cases/case_index.hpp"
#include "app/domain/text.hpp"
#include "app/worker/case_readings.hpp"
#include "sync/base/random.hpp"
#include "sync/os/clock.hpp"

using namespace courtyard;

namespace {

constexpr int kCases = 10'000;

std::vector<cases::CaseWords> made_up(base::SeededRandom& random) {
    const std::u32string surnames = U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗申沈单吕应";
    const std::u32string given = U"静华秀英明芳军强伟敏丽勇艳杰娟涛超霞平刚桂仙安土阿金西云苗小禾绮守田";
    const std::u32string places = U"云坞石岭下西东溪桥头前后大小黄沙";
    std::vector<cases::CaseWords> out;
    for (int i = 0; i < kCases; ++i) {
        const auto any = [&random](const std::u32string& of) { return of[random.next() % of.size()]; };
        cases::CaseWords words;
        words.id = cases::CaseId::random(random);
        words.applicant = domain::utf8(std::u32string{any(surnames), any(given), any(given)});
        words.village = domain::utf8(std::u32string{any(places), any(places), U'村'});
        words.number = "（" + std::to_string(2020 + random.next() % 7) + "）浙0199司救执" + std::to_string(i) + "号";
        words.receipt = words.id.text().substr(0, 12);
        words.original_cases = {"（" + std::to_string(2018 + random.next() % 8) + "）浙0199执" +
                                std::to_string(random.next() % 5'000) + "号"};
        words.state = "法官在核实";
        words.state_also = "REVIEW 核查";
        words.status = cases::Status::Review;
        out.push_back(std::move(words));
    }
    return out;
}

template <class Do>
double best_of_three_ms(const Do& look) {
    double best = 1e9;
    for (int round = 0; round < 3; ++round) {
        const std::int64_t began = os::monotonic_us();
        look();
        best = std::min(best, static_cast<double>(os::monotonic_us() - began) / 1e3);
    }
    return best;
}

std::size_t scan(const std::vector<cases::CaseWords>& all, const std::string& typed) {
    std::vector<cases::CaseId> found;
    for (const cases::CaseWords& each : all)
        for (const std::string* text : {&each.applicant, &each.number, &each.receipt, &each.village, &each.state})
            if (text->find(typed) != std::string::npos) {
                found.push_back(each.id);
                break;
            }
    return found.size();
}

class Peer {
public:
    explicit Peer(const std::vector<cases::CaseWords>& all) {
        sqlite3_open(":memory:", &db_);
        run("CREATE TABLE c(id TEXT, a TEXT, n TEXT, r TEXT, v TEXT, s TEXT)");
        run("BEGIN");
        for (const cases::CaseWords& each : all)
            run("INSERT INTO c VALUES('" + each.id.text() + "','" + each.applicant + "','" + each.number + "','" +
                each.receipt + "','" + each.village + "','" + each.state + "')");
        run("COMMIT");
        sqlite3_prepare_v2(db_,
                           "SELECT id FROM c WHERE a LIKE ?1 OR n LIKE ?1 OR r LIKE ?1 OR v LIKE ?1 OR s LIKE ?1 "
                           "ORDER BY a",
                           -1, &statement_, nullptr);
    }
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;
    ~Peer() {
        sqlite3_finalize(statement_);
        sqlite3_close(db_);
    }
    std::size_t find(const std::string& typed) {
        const std::string like = "%" + typed + "%";
        sqlite3_reset(statement_);
        sqlite3_bind_text(statement_, 1, like.data(), static_cast<int>(like.size()), SQLITE_TRANSIENT);
        std::vector<std::string> found;
        while (sqlite3_step(statement_) == SQLITE_ROW)
            found.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement_, 0)));
        return found.size();
    }

private:
    void run(const std::string& sql) { sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr); }
    sqlite3* db_ = nullptr;
    sqlite3_stmt* statement_ = nullptr;
};

}  // namespace

int main() {
    const auto readings = worker::shipped_readings({});
    if (!readings) {
        std::fprintf(stderr, "bench-search: %s\n", readings.error().message.c_str());
        return 1;
    }
    base::SeededRandom random(10);
    const std::vector<cases::CaseWords> all = made_up(random);
    cases::CaseIndex index(*readings);
    const std::int64_t began = os::monotonic_us();
    index.put(all);
    const double build_ms = static_cast<double>(os::monotonic_us() - began) / 1e3;
    Peer peer(all);
    std::vector<double> ours, scans, likes;
    for (const char* typed : {"s",      "sh",       "she",      "shen",
                              "shenj",  "shenjing", "wjx",      "静",
                              "沈静",   "云坞",     "yunwu",    "9",
                              "99",     "999",      "2026",     "（2026）浙0199司救执9号",
                              "核实",   "执98",     "0199执98", "（2024）浙0199执98号",
                              "REVIEW", "0a1b",     "zzzz",     "静 云 2026"}) {
        ours.push_back(best_of_three_ms([&] { static_cast<void>(index.find({typed})); }));
        scans.push_back(best_of_three_ms([&] { static_cast<void>(scan(all, typed)); }));
        likes.push_back(best_of_three_ms([&] { static_cast<void>(peer.find(typed)); }));
    }
    for (auto* list : {&ours, &scans, &likes})
        std::sort(list->begin(), list->end());
    std::printf(
        "{\"cases\":%d,\"put_all_ms\":%.1f,\"find_ms\":{\"median\":%.3f,\"max\":%.3f},"
        "\"scan_ms\":{\"median\":%.3f,\"max\":%.3f},\"like_ms\":{\"median\":%.3f,\"max\":%.3f}}\n",
        kCases, build_ms, ours[ours.size() / 2], ours.back(), scans[scans.size() / 2], scans.back(),
        likes[likes.size() / 2], likes.back());
    return 0;
}
