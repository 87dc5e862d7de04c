#include "app/handwriting/model.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>

#include "app/handwriting/checksum.hpp"

namespace courtyard::handwriting {

namespace {

constexpr std::array<std::uint8_t, 4> kMagic{'C', 'Y', 'H', 'W'};
constexpr std::uint16_t kVersion = 1;
constexpr std::size_t kHeadSize = 16;  // magic, version, two bytes of zero, size, checksum

tl::unexpected<base::Error> bad_shape(const std::string& what) {
    return base::fail("model.shape", "the handwriting model " + what + "; build it again or take the shipped one");
}

// Little-endian numbers one after another; past the end there are zeros, and is_whole() says so.
class Reader {
public:
    explicit Reader(base::ByteView bytes) : left_(bytes) {}

    std::uint32_t number(std::size_t size) {
        std::uint32_t value = 0;
        if (!has(size)) return 0;
        for (std::size_t i = 0; i < size; ++i)
            value |= std::uint32_t{left_[i]} << (8 * i);
        left_ = left_.subspan(size);
        return value;
    }
    template <class Number>
    std::vector<Number> numbers(std::size_t count) {
        std::vector<Number> values;
        if (!has(count * 4)) return values;
        values.reserve(count);
        for (std::size_t i = 0; i < count; ++i)
            values.push_back(static_cast<Number>(number(4)));
        return values;
    }
    std::vector<std::int8_t> weights(std::size_t count) {
        if (!has(count)) return {};
        const base::ByteView bytes = left_.first(count);
        left_ = left_.subspan(count);
        return {bytes.begin(), bytes.end()};
    }
    Rows rows(std::size_t inputs, std::size_t outputs) {
        Rows rows{inputs, outputs, {}, {}, {}};
        rows.biases = numbers<std::int32_t>(outputs);
        rows.scales = numbers<std::uint32_t>(outputs);
        rows.weights = weights(inputs * outputs);
        return rows;
    }
    [[nodiscard]] bool is_whole() const { return !ran_out_; }
    [[nodiscard]] bool is_at_end() const { return is_whole() && left_.empty(); }

private:
    bool has(std::size_t size) {
        if (ran_out_ || left_.size() < size) ran_out_ = true;
        return !ran_out_;
    }

    base::ByteView left_;
    bool ran_out_ = false;
};

class Writer {
public:
    void number(std::uint32_t value, std::size_t size) {
        for (std::size_t i = 0; i < size; ++i)
            bytes_.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    }
    template <class Number>
    void numbers(const std::vector<Number>& values) {
        for (const Number value : values)
            number(static_cast<std::uint32_t>(value), 4);
    }
    void weights(const std::vector<std::int8_t>& values) { bytes_.insert(bytes_.end(), values.begin(), values.end()); }
    void rows(const Rows& rows) {
        numbers(rows.biases);
        numbers(rows.scales);
        weights(rows.weights);
    }
    [[nodiscard]] base::Bytes take() { return std::move(bytes_); }

private:
    base::Bytes bytes_;
};

// Damage that the checksum cannot know of: a sum of products must fit 32 bits, and scaled 64.
bool is_within(const Rows& rows) {
    constexpr std::int32_t kBiasMax = 1 << 24;
    constexpr std::uint32_t kScaleMax = (1U << 31) - 1;
    return std::ranges::all_of(rows.weights, [](std::int8_t weight) { return weight >= -127; }) &&
           std::ranges::all_of(rows.biases, [](std::int32_t bias) { return bias >= -kBiasMax && bias <= kBiasMax; }) &&
           std::ranges::all_of(rows.scales, [](std::uint32_t scale) { return scale <= kScaleMax; });
}

bool is_character(char32_t code) { return code >= 0x20 && code <= 0x10'FFFF && (code < 0xD800 || code > 0xDFFF); }

base::Result<Model> parse_body(base::ByteView body) {
    Reader reader(body);
    const std::size_t side = reader.number(1), channels = reader.number(1);
    const std::size_t convolutions = reader.number(1), reserved = reader.number(1);
    const std::size_t features = reader.number(2), count = reader.number(2);
    if (side != kMapSide || channels != kMapChannels) return bad_shape("was made for another map of strokes");
    if (convolutions > kConvolutionsMax || reserved != 0 || features == 0 || features > kFeaturesMax || count == 0)
        return bad_shape("has an impossible size");

    Model model;
    std::size_t side_in = side, channels_in = channels;
    for (std::size_t i = 0; i < convolutions; ++i) {
        const std::size_t channels_out = reader.number(2), stride = reader.number(1), zero = reader.number(1);
        if (channels_out == 0 || channels_out > kChannelsMax || stride < 1 || stride > 2 || zero != 0)
            return bad_shape("has an impossible layer");
        Convolution layer{side_in, channels_in, stride, reader.rows(9 * channels_in, channels_out)};
        side_in = layer.side_out();
        channels_in = channels_out;
        model.network.convolutions.push_back(std::move(layer));
    }
    model.network.projection = reader.rows(side_in * side_in * channels_in, features);
    model.characters.codes = reader.numbers<char32_t>(count);
    model.characters.biases = reader.numbers<std::int32_t>(count);
    model.characters.scales = reader.numbers<std::uint32_t>(count);
    model.characters.vectors = reader.weights(count * features);
    if (!reader.is_at_end()) return bad_shape("has another size than its layers come to");

    for (const Convolution& layer : model.network.convolutions) {
        if (!is_within(layer.rows)) return bad_shape("has weights out of bounds");
    }
    const std::vector<char32_t>& codes = model.characters.codes;
    if (!is_within(model.network.projection) ||
        !std::ranges::all_of(model.characters.vectors, [](std::int8_t weight) { return weight >= -127; }) ||
        !std::ranges::all_of(model.characters.scales, [](std::uint32_t scale) { return scale < (1U << 24); }))
        return bad_shape("has weights out of bounds");
    if (!std::ranges::all_of(codes, is_character) ||
        std::ranges::adjacent_find(codes, std::greater_equal<>{}) != codes.end())
        return bad_shape("names its characters out of order");
    return model;
}

}  // namespace

base::Result<Model> parse_model(base::ByteView file) {
    Reader reader(file);
    std::array<std::uint8_t, 4> magic{};
    for (std::uint8_t& byte : magic)
        byte = static_cast<std::uint8_t>(reader.number(1));
    if (magic != kMagic)
        return base::fail("model.magic", "this is no handwriting model; build one or take the shipped one");
    const std::uint32_t version = reader.number(2), reserved = reader.number(2);
    if (reader.is_whole() && (version != kVersion || reserved != 0)) {
        return base::fail("model.version", "the handwriting model has version " + std::to_string(version) +
                                               ", this program reads version " + std::to_string(kVersion) +
                                               "; build it again or take the shipped one");
    }
    const std::uint32_t size = reader.number(4), sum = reader.number(4);
    if (!reader.is_whole() || size != file.size() || file.size() > kModelBytesMax) {
        return base::fail("model.size", "the handwriting model is cut or continued: it has " +
                                            std::to_string(file.size()) + " bytes and says " + std::to_string(size) +
                                            "; copy it again");
    }
    const base::ByteView body = file.subspan(kHeadSize);
    if (checksum(body) != sum)
        return base::fail("model.checksum", "the handwriting model is damaged: its checksum is another; copy it again");
    return parse_body(body);
}

base::Bytes model_file(const Model& model) {
    const Network& network = model.network;
    Writer body;
    body.number(kMapSide, 1);
    body.number(kMapChannels, 1);
    body.number(static_cast<std::uint32_t>(network.convolutions.size()), 1);
    body.number(0, 1);
    body.number(static_cast<std::uint32_t>(network.projection.outputs), 2);
    body.number(static_cast<std::uint32_t>(model.characters.codes.size()), 2);
    for (const Convolution& layer : network.convolutions) {
        body.number(static_cast<std::uint32_t>(layer.rows.outputs), 2);
        body.number(static_cast<std::uint32_t>(layer.stride), 1);
        body.number(0, 1);
        body.rows(layer.rows);
    }
    body.rows(network.projection);
    body.numbers(model.characters.codes);
    body.numbers(model.characters.biases);
    body.numbers(model.characters.scales);
    body.weights(model.characters.vectors);
    const base::Bytes bytes = body.take();

    Writer file;
    for (const std::uint8_t byte : kMagic)
        file.number(byte, 1);
    file.number(kVersion, 2);
    file.number(0, 2);
    file.number(static_cast<std::uint32_t>(kHeadSize + bytes.size()), 4);
    file.number(checksum(bytes), 4);
    base::Bytes all = file.take();
    all.insert(all.end(), bytes.begin(), bytes.end());
    return all;
}

}  // namespace courtyard::handwriting
