// What the recogniser has learnt, as it lies in one file: MODEL.md tells every byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "app/handwriting/network.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::handwriting {

// What a file may ask for at most; the shipped one is well within.
inline constexpr std::size_t kModelBytesMax = 4 * 1024 * 1024;
inline constexpr std::size_t kConvolutionsMax = 8;
inline constexpr std::size_t kChannelsMax = 256;
inline constexpr std::size_t kFeaturesMax = 256;
inline constexpr std::size_t kCharactersMax = 65'535;

// One vector for each character: its score is (product with the features * scale / 2^16 + bias), 65,536 to one nat.
struct Characters {
    std::vector<char32_t> codes;       // ascending, each once
    std::vector<std::int8_t> vectors;  // -127 to 127, one after another
    std::vector<std::uint32_t> scales;
    std::vector<std::int32_t> biases;  // common characters before rare ones
};

struct Model {
    Network network;
    Characters characters;
};

// A whole file. "model.magic": no model at all; "model.version"; "model.size": cut or continued; "model.checksum":
// damaged; "model.shape": well-kept, but not something that can be computed. The message is one sentence without the
// name of the file.
[[nodiscard]] base::Result<Model> parse_model(base::ByteView file);
// The same file again. Expects a model that parse_model would take.
[[nodiscard]] base::Bytes model_file(const Model& model);

}  // namespace courtyard::handwriting
