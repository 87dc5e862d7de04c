// bench-screening PACK: how long the smallest change takes, over answers of all kinds and those that need the widest
// search; ms, as JSON. What it found is held against brute force in tests/unit/pack/screening_change_test.cpp.
#include <algorithm>
#include <cstdio>
#include <vector>

#include "app/domain/screening_change.hpp"
#include "app/pack/pack.hpp"
#include "app/pack/screening_json.hpp"
#include "sync/base/random.hpp"
#include "sync/os/clock.hpp"

using namespace courtyard;

namespace {

double search_ms(const domain::ScreeningMatrix& matrix, const domain::ScreeningAnswers& answers) {
    const std::int64_t began = os::monotonic_us();
    const domain::ScreeningWays ways = domain::smallest_changes(matrix, answers);
    static_cast<void>(domain::grounds_of(matrix, answers, ways));
    return static_cast<double>(os::monotonic_us() - began) / 1e3;
}

// What another program did meanwhile does not count.
double best_of_three_ms(const domain::ScreeningMatrix& matrix, const domain::ScreeningAnswers& answers) {
    return std::min({search_ms(matrix, answers), search_ms(matrix, answers), search_ms(matrix, answers)});
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: bench-screening PACK\n");
        return 2;
    }
    const auto pack = pack::load(arguments[1]);
    if (!pack) {
        std::fprintf(stderr, "bench-screening: %s\n", pack.error().message.c_str());
        return 1;
    }
    base::SeededRandom random(3);
    std::vector<double> ms{best_of_three_ms(pack->screening, {})};  // everything unknown: the most to be changed
    double worst = ms.front();
    domain::ScreeningAnswers hardest;
    for (int round = 0; round < 3000; ++round) {
        domain::ScreeningAnswers answers;
        for (const std::string_view key : domain::screening_keys()) {
            const auto values = domain::screening_values(key);
            const std::vector<std::string> one{std::string(values[random.next() % values.size()])};
            if (random.next() % 4 != 0 && !domain::set_screening_value(answers, key, one)) return 1;
        }
        ms.push_back(best_of_three_ms(pack->screening, answers));
        if (ms.back() <= worst) continue;
        worst = ms.back();
        hardest = answers;
    }
    std::sort(ms.begin(), ms.end());
    std::printf("{\"smallest_change_ms\":{\"n\":%zu,\"median\":%.3f,\"p99\":%.3f,\"max\":%.3f},\"hardest\":%s}\n",
                ms.size(), ms[ms.size() / 2], ms[ms.size() * 99 / 100], ms.back(),
                pack::write_screening_answers(hardest).c_str());
    return 0;
}
