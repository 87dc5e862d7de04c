// Products of matrices, the one thing that training spends its time on. One thread, always the same order of sums.
#pragma once

#include <cstddef>
#include <vector>

namespace courtyard::handwriting_training {

// A matrix as it lies in memory, or transposed: element (i, k) at data[i * row + k * column], and one of both is 1.
struct View {
    const float* data = nullptr;
    std::size_t row = 0;
    std::size_t column = 1;

    [[nodiscard]] View transposed() const { return {data, column, row}; }
};

enum class Into { Replace, Add };

// Keeps the room in which factors are laid out.
class Multiplier {
public:
    // result (rows × columns, row after row) becomes, or is raised by, a (rows × inner) times b (inner × columns).
    void multiply(std::size_t rows, std::size_t columns, std::size_t inner, View a, View b, float* result, Into into);

private:
    std::vector<float> rows_, columns_;
};

}  // namespace courtyard::handwriting_training
