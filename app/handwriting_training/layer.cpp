#include "app/handwriting_training/layer.hpp"

#include <algorithm>
#include <cmath>

namespace courtyard::handwriting_training {

namespace {

constexpr float kTiny = 1e-4F;
constexpr std::size_t kWindowsMax = 200'000;  // numbers gathered at once: they stay in the second-level cache

Shape shape_after(Shape in, std::size_t outputs, Window window) {
    switch (window) {
        case Window::Every: return {in.side, outputs};
        case Window::Second: return {(in.side + 1) / 2, outputs};
        case Window::Whole: break;
    }
    return {1, outputs};
}

std::size_t window_size(Shape in, Window window) { return window == Window::Whole ? in.size() : 9 * in.channels; }

// Calls visit(offset in a map, or none when the place lies outside) for the nine places of each window of one map.
template <class Visit>
void for_each_place(Shape in, Shape out, Window window, Visit visit) {
    const std::size_t stride = window == Window::Second ? 2 : 1, before = window == Window::Second ? 0 : 1;
    for (std::size_t row = 0; row < out.side; ++row) {
        for (std::size_t column = 0; column < out.side; ++column) {
            for (std::size_t y = 0; y < 3; ++y) {
                for (std::size_t x = 0; x < 3; ++x) {
                    const std::size_t from_row = row * stride + y - before, from_column = column * stride + x - before;
                    const bool is_inside = from_row < in.side && from_column < in.side;
                    visit((from_row * in.side + from_column) * in.channels, is_inside);
                }
            }
        }
    }
}

// The loops over all results. Numbers of one kind never lie where those of another do, which the compiler must be told
// before it takes many at a time.

void add_up(const float* __restrict row, std::size_t outputs, float* __restrict sum, float* __restrict square) {
    for (std::size_t i = 0; i < outputs; ++i) {
        sum[i] += row[i];
        square[i] += row[i] * row[i];
    }
}

void finish(const float* __restrict products, std::size_t outputs, const float* __restrict factor,
            const float* __restrict offset, float low, float* __restrict result) {
    for (std::size_t i = 0; i < outputs; ++i) {
        const float value = products[i] * factor[i] + offset[i];
        result[i] = value > low ? value : low;
    }
}

void cut_where_low(const float* __restrict result, std::size_t outputs, float low, float* __restrict gradient) {
    for (std::size_t i = 0; i < outputs; ++i)
        gradient[i] = result[i] > low ? gradient[i] : 0.0F;
}

void add_up_gradient(const float* __restrict gradient, const float* __restrict products, std::size_t outputs,
                     const float* __restrict mean, float* __restrict all, float* __restrict along) {
    for (std::size_t i = 0; i < outputs; ++i) {
        all[i] += gradient[i];
        along[i] += gradient[i] * (products[i] - mean[i]);
    }
}

void take_back(const float* __restrict products, std::size_t outputs, const float* __restrict mean,
               const float* __restrict all, const float* __restrict along, const float* __restrict factor,
               float* __restrict gradient) {
    for (std::size_t i = 0; i < outputs; ++i)
        gradient[i] = factor[i] * (gradient[i] - all[i] - (products[i] - mean[i]) * along[i]);
}

}  // namespace

Layer::Layer(Shape in, std::size_t outputs, Window window, Cut cut, Chance& chance)
    : weights(window_size(in, window) * outputs),
      gain(outputs, 1),
      shift(outputs),
      in_(in),
      out_(shape_after(in, outputs, window)),
      window_(window),
      cut_(cut),
      mean_(outputs),
      scale_(outputs),
      usual_mean_(outputs),
      usual_variance_(outputs, 1) {
    const float size = std::sqrt(2 / static_cast<float>(inputs()));
    for (float& weight : weights.values)
        weight = chance.spread() * size;
}

std::size_t Layer::maps_at_once() const {
    return window_ == Window::Whole ? batch_ : std::max<std::size_t>(1, kWindowsMax / (places() * inputs()));
}

void Layer::gather(const float* in, std::size_t batch) {
    windows_.resize(batch * places() * inputs());
    float* out = windows_.data();
    for (std::size_t map = 0; map < batch; ++map, in += in_.size()) {
        for_each_place(in_, out_, window_, [&](std::size_t offset, bool is_inside) {
            if (is_inside) {
                std::copy_n(in + offset, in_.channels, out);
            } else {
                std::fill_n(out, in_.channels, 0.0F);
            }
            out += in_.channels;
        });
    }
}

void Layer::scatter(float* back, std::size_t batch) const {
    const float* in = windows_.data();
    for (std::size_t map = 0; map < batch; ++map, back += in_.size()) {
        for_each_place(in_, out_, window_, [&](std::size_t offset, bool is_inside) {
            for (std::size_t i = 0; is_inside && i < in_.channels; ++i)
                back[offset + i] += in[i];
            in += in_.channels;
        });
    }
}

const std::vector<float>& Layer::learn_forward(const std::vector<float>& in, std::size_t batch,
                                               Multiplier& multiplier) {
    given_ = &in;
    batch_ = batch;
    const std::size_t outputs = out_.channels, rows = batch * places();
    products_.resize(rows * outputs);
    result_.resize(rows * outputs);
    std::vector<double> sums(outputs), squares(outputs);
    std::vector<float> sum(outputs), square(outputs);
    for (std::size_t first = 0; first < batch; first += maps_at_once()) {
        const std::size_t maps = std::min(maps_at_once(), batch - first), here = maps * places();
        const float* windows = &in[first * in_.size()];
        if (window_ != Window::Whole) {
            gather(windows, maps);
            windows = windows_.data();
        }
        float* products = &products_[first * places() * outputs];
        multiplier.multiply(here, outputs, inputs(), {windows, inputs(), 1}, {weights.values.data(), outputs, 1},
                            products, Into::Replace);
        std::fill(sum.begin(), sum.end(), 0.0F);
        std::fill(square.begin(), square.end(), 0.0F);
        for (std::size_t row = 0; row < here; ++row)
            add_up(products + row * outputs, outputs, sum.data(), square.data());
        for (std::size_t i = 0; i < outputs; ++i) {
            sums[i] += sum[i];
            squares[i] += square[i];
        }
    }
    const float news = ++batches_ < 50 ? 0.1F : 0.02F;
    std::vector<float> offset(outputs);
    for (std::size_t i = 0; i < outputs; ++i) {
        const double mean = sums[i] / static_cast<double>(rows);
        const auto variance = static_cast<float>(std::max(0.0, squares[i] / static_cast<double>(rows) - mean * mean));
        mean_[i] = static_cast<float>(mean);
        scale_[i] = 1 / std::sqrt(variance + kTiny);
        usual_mean_[i] += news * (mean_[i] - usual_mean_[i]);
        usual_variance_[i] += news * (variance - usual_variance_[i]);
        sum[i] = scale_[i] * gain.values[i];
        offset[i] = shift.values[i] - mean_[i] * sum[i];
    }
    for (std::size_t at = 0; at < rows * outputs; at += outputs)
        finish(&products_[at], outputs, sum.data(), offset.data(), low(), &result_[at]);
    return result_;
}

void Layer::backward(std::vector<float>& gradient, std::vector<float>* back, Multiplier& multiplier) {
    const std::size_t outputs = out_.channels, rows = batch_ * places();
    std::vector<float> along(outputs), all(outputs), factor(outputs);
    for (std::size_t at = 0; at < rows * outputs; at += outputs) {
        cut_where_low(&result_[at], outputs, low(), &gradient[at]);
        add_up_gradient(&gradient[at], &products_[at], outputs, mean_.data(), all.data(), along.data());
    }
    for (std::size_t i = 0; i < outputs; ++i)
        along[i] *= scale_[i];
    gain.gradient = along;
    shift.gradient = all;
    for (std::size_t i = 0; i < outputs; ++i) {
        factor[i] = gain.values[i] * scale_[i];
        along[i] *= scale_[i] / static_cast<float>(rows);
        all[i] /= static_cast<float>(rows);
    }

    std::fill(weights.gradient.begin(), weights.gradient.end(), 0.0F);
    if (back != nullptr) back->assign(batch_ * in_.size(), 0.0F);
    for (std::size_t first = 0; first < batch_; first += maps_at_once()) {
        const std::size_t maps = std::min(maps_at_once(), batch_ - first), here = maps * places();
        float* down = &gradient[first * places() * outputs];
        const float* products = &products_[first * places() * outputs];
        for (std::size_t at = 0; at < here * outputs; at += outputs)
            take_back(products + at, outputs, mean_.data(), all.data(), along.data(), factor.data(), down + at);
        const float* windows = &(*given_)[first * in_.size()];
        if (window_ != Window::Whole) {
            gather(windows, maps);
            windows = windows_.data();
        }
        multiplier.multiply(inputs(), outputs, here, View{windows, inputs(), 1}.transposed(), {down, outputs, 1},
                            weights.gradient.data(), Into::Add);
        if (back == nullptr) continue;
        float* into = &(*back)[first * in_.size()];
        const View turned = View{weights.values.data(), outputs, 1}.transposed();
        multiplier.multiply(here, inputs(), outputs, {down, outputs, 1}, turned,
                            window_ == Window::Whole ? into : windows_.data(), Into::Replace);
        if (window_ != Window::Whole) scatter(into, maps);
    }
}

float Layer::usual_gain(std::size_t output) const {
    return gain.values[output] / std::sqrt(usual_variance_[output] + kTiny);
}

float Layer::usual_shift(std::size_t output) const {
    return shift.values[output] - usual_mean_[output] * usual_gain(output);
}

}  // namespace courtyard::handwriting_training
