// One layer while it learns: products with its weights, brought to mean 0 and deviation 1 over the batch (Ioffe and
// Szegedy, 2015), scaled, shifted and, between layers, cut off below zero.
#pragma once

#include <cstddef>
#include <vector>

#include "app/handwriting_training/chance.hpp"
#include "app/handwriting_training/matrix.hpp"
#include "app/handwriting_training/parameter.hpp"

namespace courtyard::handwriting_training {

struct Shape {
    std::size_t side = 0;
    std::size_t channels = 0;
    [[nodiscard]] std::size_t size() const { return side * side * channels; }
};

// What one output looks at: the 3 by 3 around every place, around every second place, or all there is.
enum class Window { Every, Second, Whole };
enum class Cut { BelowZero, Nothing };

class Layer {
public:
    Layer(Shape in, std::size_t outputs, Window window, Cut cut, Chance& chance);

    // `in` holds `batch` maps one after another and must live until backward(). The result lives until the next call.
    const std::vector<float>& learn_forward(const std::vector<float>& in, std::size_t batch, Multiplier& multiplier);
    // Takes the gradient of the result, which is used up; fills the parameters' gradients, and `back` with that of the
    // input where it is given.
    void backward(std::vector<float>& gradient, std::vector<float>* back, Multiplier& multiplier);

    [[nodiscard]] Shape out() const { return out_; }
    [[nodiscard]] Window window() const { return window_; }
    [[nodiscard]] std::size_t inputs() const { return weights.values.size() / out_.channels; }
    // What batches had on average: of one output, product * gain + shift.
    [[nodiscard]] float usual_gain(std::size_t output) const;
    [[nodiscard]] float usual_shift(std::size_t output) const;

    Parameter weights;  // [input][output]
    Parameter gain, shift;

private:
    void gather(const float* in, std::size_t batch);
    void scatter(float* back, std::size_t batch) const;
    [[nodiscard]] std::size_t places() const { return out_.side * out_.side; }
    [[nodiscard]] std::size_t maps_at_once() const;
    [[nodiscard]] float low() const { return cut_ == Cut::BelowZero ? 0.0F : -1e30F; }

    Shape in_, out_;
    Window window_;
    Cut cut_;
    std::vector<float> products_, result_, windows_;
    std::vector<float> mean_, scale_;                 // of this batch
    std::vector<float> usual_mean_, usual_variance_;  // of those before
    const std::vector<float>* given_ = nullptr;
    std::size_t batch_ = 0;
    int batches_ = 0;
};

}  // namespace courtyard::handwriting_training
