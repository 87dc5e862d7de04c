#include "app/handwriting_training/matrix.hpp"

#include <algorithm>
#include <cstring>
#include <vector>

namespace courtyard::handwriting_training {

namespace {

// A block of the result is held in registers: 8 rows of two vectors. The second factor is laid out for it first.
using Vector [[gnu::vector_size(64), gnu::aligned(4), gnu::may_alias]] = float;
constexpr std::size_t kLanes = 16;
constexpr std::size_t kBlockRows = 8;
constexpr std::size_t kBlockColumns = 2 * kLanes;
constexpr std::size_t kInnerMax = 384;  // of one pass: a block's columns fit the first-level cache
constexpr std::size_t kRowsMax = 64;    // taken together: they stay in a cache while all columns pass

// Runs of kBlockColumns neighbours for each inner index, zeros where the matrix has ended.
void lay_out(View from, std::size_t inner, std::size_t columns, std::vector<float>& into) {
    into.resize((columns + kBlockColumns - 1) / kBlockColumns * kBlockColumns * inner);
    float* out = into.data();
    for (std::size_t first = 0; first < columns; first += kBlockColumns, out += kBlockColumns * inner) {
        const std::size_t here = std::min(kBlockColumns, columns - first);
        const float* in = from.data + first * from.column;
        if (here < kBlockColumns) std::fill_n(out, kBlockColumns * inner, 0.0F);
        if (from.column == 1) {
            for (std::size_t k = 0; k < inner; ++k)
                std::copy_n(in + k * from.row, here, out + k * kBlockColumns);
        } else {
            for (std::size_t i = 0; i < here; ++i) {
                for (std::size_t k = 0; k < inner; ++k)
                    out[k * kBlockColumns + i] = in[k * from.row + i * from.column];
            }
        }
    }
}

// Rows that lie across the memory are brought together first, or each of their numbers would be a long way off.
View near_rows(View from, std::size_t rows, std::size_t inner, std::vector<float>& into) {
    if (from.column == 1) return from;
    into.resize(kRowsMax * inner);
    for (std::size_t k = 0; k < inner; ++k)
        std::copy_n(from.data + k * from.column, rows, &into[k * kRowsMax]);
    return {into.data(), 1, kRowsMax};
}

struct Block {
    std::size_t rows, columns;  // of it that lie within the result
    float* result;
    std::size_t stride;
};

void multiply_block(std::size_t inner, View a, const float* b, const Block& block, Into into) {
    Vector sums[kBlockRows][2] = {};
    const float* rows[kBlockRows];
    for (std::size_t i = 0; i < kBlockRows; ++i)
        rows[i] = a.data + std::min(i, block.rows - 1) * a.row;  // what lies outside is computed, and not used
    for (std::size_t k = 0, at = 0; k < inner; ++k, at += a.column, b += kBlockColumns) {
        const Vector left = *reinterpret_cast<const Vector*>(b);
        const Vector right = *reinterpret_cast<const Vector*>(b + kLanes);
#pragma GCC unroll 8
        for (std::size_t i = 0; i < kBlockRows; ++i) {
            sums[i][0] += rows[i][at] * left;
            sums[i][1] += rows[i][at] * right;
        }
    }
    float plain[kBlockRows][kBlockColumns];
    static_assert(sizeof plain == sizeof sums);
    std::memcpy(&plain, &sums, sizeof plain);
    for (std::size_t i = 0; i < block.rows; ++i) {
        float* out = block.result + i * block.stride;
        for (std::size_t k = 0; k < block.columns; ++k)
            out[k] = into == Into::Add ? out[k] + plain[i][k] : plain[i][k];
    }
}

}  // namespace

void Multiplier::multiply(std::size_t rows, std::size_t columns, std::size_t inner, View a, View b, float* result,
                          Into into) {
    for (std::size_t k = 0; k < inner; k += kInnerMax) {
        const std::size_t depth = std::min(kInnerMax, inner - k);
        lay_out({b.data + k * b.row, b.row, b.column}, depth, columns, columns_);
        for (std::size_t first = 0; first < rows; first += kRowsMax) {
            const std::size_t here = std::min(kRowsMax, rows - first);
            const View near = near_rows({a.data + first * a.row + k * a.column, a.row, a.column}, here, depth, rows_);
            for (std::size_t j = 0; j < columns; j += kBlockColumns) {
                for (std::size_t i = 0; i < here; i += kBlockRows) {
                    const Block block{std::min(kBlockRows, here - i), std::min(kBlockColumns, columns - j),
                                      result + (first + i) * columns + j, columns};
                    multiply_block(depth, {near.data + i * near.row, near.row, near.column}, &columns_[j * depth],
                                   block, k > 0 ? Into::Add : into);
                }
            }
        }
    }
}

}  // namespace courtyard::handwriting_training
