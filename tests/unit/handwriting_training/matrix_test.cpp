#include "app/handwriting_training/matrix.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "app/handwriting_training/chance.hpp"

using namespace courtyard::handwriting_training;

namespace {

std::vector<float> any(std::size_t count, Chance& chance) {
    std::vector<float> values(count);
    for (float& value : values)
        value = chance.spread();
    return values;
}

float at(View view, std::size_t i, std::size_t k) { return view.data[i * view.row + k * view.column]; }

}  // namespace

TEST_CASE("products are those of school, whatever the shape and however the factors lie") {
    Chance chance(7);
    Multiplier multiplier;
    struct Case {
        std::size_t rows, columns, inner;
    };
    for (const Case c :
         {Case{1, 1, 1}, Case{8, 32, 384}, Case{9, 33, 385}, Case{65, 7, 3}, Case{3, 70, 800}, Case{130, 64, 90}}) {
        for (const bool a_turned : {false, true}) {
            for (const bool b_turned : {false, true}) {
                CAPTURE(c.rows);
                CAPTURE(c.columns);
                const std::vector<float> left = any(c.rows * c.inner, chance), right = any(c.inner * c.columns, chance);
                const View a = a_turned ? View{left.data(), 1, c.rows} : View{left.data(), c.inner, 1};
                const View b = b_turned ? View{right.data(), 1, c.inner} : View{right.data(), c.columns, 1};
                std::vector<float> result(c.rows * c.columns, 100), raised(c.rows * c.columns, 100);
                multiplier.multiply(c.rows, c.columns, c.inner, a, b, result.data(), Into::Replace);
                multiplier.multiply(c.rows, c.columns, c.inner, a, b, raised.data(), Into::Add);
                double worst = 0, worst_raised = 0;
                for (std::size_t i = 0; i < c.rows; ++i) {
                    for (std::size_t j = 0; j < c.columns; ++j) {
                        double sum = 0;
                        for (std::size_t k = 0; k < c.inner; ++k)
                            sum += static_cast<double>(at(a, i, k)) * static_cast<double>(at(b, k, j));
                        const double found = static_cast<double>(result[i * c.columns + j]);
                        worst = std::max(worst, std::fabs(found - sum));
                        const double more = static_cast<double>(raised[i * c.columns + j]);
                        worst_raised = std::max(worst_raised, std::fabs(more - sum - 100));
                    }
                }
                CHECK(worst < 1e-3);
                CHECK(worst_raised < 2e-3);
            }
        }
    }
}
