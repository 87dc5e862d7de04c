#include "app/handwriting/model.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "app/handwriting/checksum.hpp"
#include "tests/unit/handwriting/written.hpp"

using namespace courtyard;

namespace {

handwriting::Rows rows(std::size_t inputs, std::size_t outputs) {
    return {inputs, outputs, std::vector<std::int8_t>(inputs * outputs, 1), std::vector<std::int32_t>(outputs, -5),
            std::vector<std::uint32_t>(outputs, 1U << 20)};
}

// The smallest kind of model: one convolution, two features, three characters.
handwriting::Model small_model() {
    handwriting::Model model;
    model.network.convolutions.push_back(
        {handwriting::kMapSide, handwriting::kMapChannels, 2, rows(9 * handwriting::kMapChannels, 4)});
    model.network.projection = rows(8 * 8 * 4, 2);
    model.characters = {{U'0', 0x4E00, 0x2CB4E}, {1, -1, 2, -2, 127, -127}, {1, 2, 3}, {-7, 0, 7}};
    return model;
}

std::string code_of(const base::Bytes& file) {
    const auto model = handwriting::parse_model(file);
    if (model) return "taken";
    CHECK_FALSE(model.error().message.empty());
    CHECK(model.error().message.find('\n') == std::string::npos);
    return model.error().code;
}

// Well-kept, as far as the checksum goes.
void sign(base::Bytes& file) {
    const std::uint32_t sum = handwriting::checksum(base::ByteView(file).subspan(16));
    for (std::size_t i = 0; i < 4; ++i) {
        file[8 + i] = static_cast<std::uint8_t>(file.size() >> (8 * i));
        file[12 + i] = static_cast<std::uint8_t>(sum >> (8 * i));
    }
}

base::Bytes changed(const std::function<void(handwriting::Model&)>& change) {
    handwriting::Model model = small_model();
    change(model);
    return handwriting::model_file(model);
}

}  // namespace

TEST_CASE("the checksum is the one of zip and PNG") {
    CHECK(handwriting::checksum(base::as_bytes("123456789")) == 0xCBF4'3926);
    CHECK(handwriting::checksum({}) == 0);
}

TEST_CASE("a model that was written is read, and written the same again") {
    const base::Bytes small = handwriting::model_file(small_model());
    const auto read = handwriting::parse_model(small);
    REQUIRE_MESSAGE(read.has_value(), read.error().message);
    CHECK(read->characters.codes == small_model().characters.codes);
    CHECK(read->characters.vectors == small_model().characters.vectors);
    CHECK(read->network.projection.biases == small_model().network.projection.biases);
    CHECK(handwriting::model_file(*read) == small);

    const base::Bytes shipped = test::shipped_file();
    const auto model = handwriting::parse_model(shipped);
    REQUIRE(model);
    CHECK(handwriting::model_file(*model) == shipped);
}

TEST_CASE("every single byte that is changed is noticed") {
    const base::Bytes good = handwriting::model_file(small_model());
    for (std::size_t i = 0; i < good.size(); ++i) {
        base::Bytes bad = good;
        bad[i] ^= 0x10;
        const std::string expected = i < 4    ? "model.magic"
                                     : i < 8  ? "model.version"
                                     : i < 12 ? "model.size"
                                              : "model.checksum";
        CHECK(code_of(bad) == expected);
    }
}

TEST_CASE("a model that is cut or continued is no model") {
    const base::Bytes good = handwriting::model_file(small_model());
    for (std::size_t size = 0; size < good.size(); ++size) {
        const std::string code = code_of({good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size)});
        CHECK(code == (size < 4 ? "model.magic" : "model.size"));
    }
    base::Bytes longer = good;
    longer.push_back(0);
    CHECK(code_of(longer) == "model.size");
    CHECK(code_of(base::to_bytes("this is a text file, not a model")) == "model.magic");
}

TEST_CASE("another version is named, with the one that is read") {
    base::Bytes file = handwriting::model_file(small_model());
    file[4] = 2;
    const auto model = handwriting::parse_model(file);
    REQUIRE_FALSE(model);
    CHECK(model.error().code == "model.version");
    CHECK(model.error().message.find("version 2") != std::string::npos);
    CHECK(model.error().message.find("version 1") != std::string::npos);
}

TEST_CASE("a well-kept file that makes no sense is refused") {
    using handwriting::Model;
    CHECK(code_of(changed([](Model&) {})) == "taken");
    CHECK(code_of(changed([](Model& m) { m.characters.codes[1] = m.characters.codes[0]; })) == "model.shape");
    CHECK(code_of(changed([](Model& m) { m.characters.codes[2] = 0xD800; })) == "model.shape");
    CHECK(code_of(changed([](Model& m) { m.characters.codes[2] = 0x110000; })) == "model.shape");
    CHECK(code_of(changed([](Model& m) { m.characters.codes[0] = 7; })) == "model.shape");
    CHECK(code_of(changed([](Model& m) { m.characters.scales[1] = 1U << 24; })) == "model.shape");
    CHECK(code_of(changed([](Model& m) { m.characters.vectors[3] = -128; })) == "model.shape");
    CHECK(code_of(changed([](Model& m) { m.network.projection.weights[9] = -128; })) == "model.shape");
    CHECK(code_of(changed([](Model& m) { m.network.projection.biases[0] = (1 << 24) + 1; })) == "model.shape");
    CHECK(code_of(changed([](Model& m) { m.network.convolutions[0].rows.scales[0] = 1U << 31; })) == "model.shape");
    CHECK(code_of(changed([](Model& m) { m.network.convolutions[0].stride = 3; })) == "model.shape");
    CHECK(code_of(changed([](Model& m) { m.characters.vectors.pop_back(); })) == "model.shape");
    CHECK(code_of(changed([](Model& m) { m.characters.vectors.push_back(0); })) == "model.shape");
    CHECK(code_of(changed([](Model& m) { m.network.projection.outputs = 300; })) == "model.shape");

    base::Bytes other_map = handwriting::model_file(small_model());
    other_map[16] = 24;
    sign(other_map);
    CHECK(code_of(other_map) == "model.shape");
    base::Bytes empty = handwriting::model_file(small_model());
    empty.resize(16);
    sign(empty);
    CHECK(code_of(empty) == "model.shape");
}
