#include "sync/seal/mixing.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "sync/seal/text_packing.hpp"

namespace courtyard::seal {
namespace {

// Both ends hold the same interval [low, high]; each bit takes its share of it, and the first bytes that low and high
// have in common are sent. Carryless, 32 bits.
struct Interval {
    std::uint32_t low = 0;
    std::uint32_t high = 0xFFFFFFFFU;

    // The last number that still means a 1; `one` is 1 to 65,535, so both sides keep at least one number.
    [[nodiscard]] std::uint32_t split(std::uint32_t one) const {
        return low + static_cast<std::uint32_t>(std::uint64_t{high - low} * one >> 16);
    }
    void take(std::uint32_t bit, std::uint32_t one) {
        const std::uint32_t at = split(one);
        if (bit == 1) {
            high = at;
        } else {
            low = at + 1;
        }
    }
    [[nodiscard]] bool has_common_byte() const { return (low ^ high) >> 24 == 0; }
    void drop_common_byte() {
        low <<= 8;
        high = high << 8 | 0xFF;
    }
    // What must follow the bytes sent, when zeros follow them anyhow: nothing, or one byte.
    [[nodiscard]] std::optional<std::uint8_t> last_byte() const {
        if (low == 0) return std::nullopt;
        return static_cast<std::uint8_t>((low >> 24) + 1);
    }
};

class BitWriter {
public:
    explicit BitWriter(std::size_t text_size) {
        bytes_.reserve(2 * text_size +
                       64);  // no growth, as far as can be told: a freed half copy would escape the wipe
        taken_.reserve(9 * text_size + 64);
    }
    ~BitWriter() {
        base::wipe(bytes_);
        base::wipe(taken_.data(), taken_.size() * sizeof taken_.front());
    }
    BitWriter(const BitWriter&) = delete;
    BitWriter& operator=(const BitWriter&) = delete;

    void take(std::uint32_t bit, std::uint32_t one) {
        taken_.push_back(one << 1 | bit);
        interval_.take(bit, one);
        for (; interval_.has_common_byte(); interval_.drop_common_byte())
            bytes_.push_back(static_cast<std::uint8_t>(interval_.low >> 24));
    }
    base::Bytes finish();

private:
    Interval interval_;
    base::Bytes bytes_;
    std::vector<std::uint32_t> taken_;  // chance << 1 | bit
};

class BitReader {
public:
    explicit BitReader(base::ByteView packed) : packed_(packed) {
        for (int i = 0; i < 4; ++i)
            value_ = value_ << 8 | next();
    }
    std::uint32_t read(std::uint32_t one) {
        const std::uint32_t bit = value_ <= interval_.split(one) ? 1 : 0;
        interval_.take(bit, one);
        for (; interval_.has_common_byte(); interval_.drop_common_byte()) {
            value_ = value_ << 8 | next();
            ++settled_;
        }
        return bit;
    }
    // More bytes are settled than there are: what comes out now was never packed.
    [[nodiscard]] bool is_beyond_end() const { return settled_ > packed_.size(); }
    // A writer of the same bits would have made exactly these bytes.
    [[nodiscard]] bool is_at_end() const {
        const auto last = interval_.last_byte();
        return settled_ + (last ? 1 : 0) == packed_.size() && (!last || packed_.back() == *last);
    }

private:
    std::uint32_t next() { return at_ < packed_.size() ? packed_[at_++] : 0; }

    base::ByteView packed_;
    std::size_t at_ = 0;
    std::size_t settled_ = 0;
    Interval interval_;
    std::uint32_t value_ = 0;
};

// What is sealed can never be tried again by anybody here: so it is read back first.
base::Bytes BitWriter::finish() {
    if (const auto last = interval_.last_byte()) bytes_.push_back(*last);
    BitReader reader(bytes_);
    for (const std::uint32_t taken : taken_)
        COURTYARD_CHECK(reader.read(taken >> 1) == (taken & 1U));
    COURTYARD_CHECK(reader.is_at_end());
    return std::move(bytes_);
}

constexpr std::uint32_t kEven = 32768;
// Before each byte: does the text end here? After the brace that closes a text of JSON it does, and nearly never else.
std::uint32_t chance_of_end(const MixingModel& model) { return model.has_closed() ? 65535 : 1; }

bool is_digit(char character) {
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
}
std::uint32_t value_of(char digit) { return static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10); }
std::size_t run_length(std::string_view text) {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
}
// A whole run of 64, 32 or 16 digits is chance, most likely: four bits each, and the model need not wonder.
bool is_marked(std::size_t run) { return run == 64 || run == 32 || run == 16; }
std::optional<std::uint8_t> marker_of(std::size_t run) {
    const auto found = std::find(kDigitRuns.begin(), kDigitRuns.end(), run);
    if (!is_marked(run)) return std::nullopt;
    return static_cast<std::uint8_t>(kFirstMarker + (found - kDigitRuns.begin()));
}
std::size_t run_of(std::uint8_t marker) {
    const std::size_t index = static_cast<std::size_t>(marker) - kFirstMarker;
    const std::size_t run = index < kDigitRuns.size() ? kDigitRuns[index] : 0;
    return is_marked(run) ? run : 0;
}

class Writer {
public:
    Writer(std::size_t text_size, const MixingModel& primed) : bits_(text_size), model_(primed) { model_.begin_text(); }
    void write(std::string_view text) {
        while (!text.empty()) {
            const std::size_t run = run_length(text);
            if (const auto marker = marker_of(run)) {
                write_byte(*marker);
                for (const char digit : text.substr(0, run))
                    write_even(value_of(digit));
                text.remove_prefix(run);
                continue;
            }
            const std::size_t plain = std::max<std::size_t>(run, 1);  // a run's rest is no run
            for (const char character : text.substr(0, plain))
                write_byte(static_cast<std::uint8_t>(character));
            text.remove_prefix(plain);
        }
        bits_.take(1, chance_of_end(model_));
    }
    base::Bytes finish() { return bits_.finish(); }

private:
    void write_byte(std::uint8_t byte) {
        bits_.take(0, chance_of_end(model_));
        for (int shift = 7; shift >= 0; --shift) {
            const std::uint32_t bit = byte >> shift & 1U;
            bits_.take(bit, model_.one());
            model_.take(bit);
        }
    }
    void write_even(std::uint32_t digit) {
        for (int shift = 3; shift >= 0; --shift)
            bits_.take(digit >> shift & 1U, kEven);
    }

    BitWriter bits_;
    MixingModel model_;
};

class Reader {
public:
    Reader(base::ByteView packed, const MixingModel& primed) : bits_(packed), model_(primed) { model_.begin_text(); }
    ~Reader() { base::wipe(text_); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    base::Result<base::Bytes> read(std::size_t size_max) {
        text_.reserve(size_max + kDigitRuns.front());  // no growth: a freed half copy would escape the wipe
        while (bits_.read(chance_of_end(model_)) == 0) {
            if (bits_.is_beyond_end()) return wrong();
            const std::uint8_t byte = read_byte();
            if (byte < kFirstMarker) {
                text_.push_back(byte);
            } else if (const std::size_t run = run_of(byte); run > 0) {
                read_digits(run);
            } else {
                return wrong();
            }
            if (text_.size() > size_max) return base::fail("packing.size", "a packed text is larger than it may be");
        }
        if (!bits_.is_at_end() || !is_marked_right()) return wrong();
        return std::move(text_);
    }

private:
    static tl::unexpected<base::Error> wrong() {
        return base::fail("packing.mixed", "a packed text is damaged, cut or continued");
    }
    std::uint8_t read_byte() {
        std::uint32_t byte = 0;
        for (int i = 0; i < 8; ++i) {
            const std::uint32_t bit = bits_.read(model_.one());
            model_.take(bit);
            byte = byte << 1 | bit;
        }
        return static_cast<std::uint8_t>(byte);
    }
    void read_digits(std::size_t run) {
        marked_.push_back(text_.size());
        for (std::size_t i = 0; i < run; ++i) {
            std::uint32_t digit = 0;
            for (int k = 0; k < 4; ++k)
                digit = digit << 1 | bits_.read(kEven);
            text_.push_back(static_cast<std::uint8_t>("0123456789abcdef"[digit]));
        }
    }
    // The same runs are marked as a writer would mark.
    bool is_marked_right() const {
        const std::string_view text = base::as_text(text_);
        auto marked = marked_.begin();
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t run = run_length(text.substr(at));
            if (is_marked(run) && (marked == marked_.end() || *marked++ != at)) return false;
            at += std::max<std::size_t>(run, 1);
        }
        return marked == marked_.end();
    }

    BitReader bits_;
    MixingModel model_;
    base::Bytes text_;
    std::vector<std::size_t> marked_;
};

}  // namespace

bool is_mixable(std::string_view text) {
    return text.size() <= kMixedTextMax &&
           std::none_of(text.begin(), text.end(), [](char c) { return static_cast<std::uint8_t>(c) >= kFirstMarker; });
}

base::Bytes mix(std::string_view text, const MixingModel& primed) {
    COURTYARD_CHECK(is_mixable(text));
    Writer writer(text.size(), primed);
    writer.write(text);
    return writer.finish();
}

base::Result<base::Bytes> unmix(base::ByteView packed, const MixingModel& primed, std::size_t size_max) {
    Reader reader(packed, primed);
    return reader.read(std::min(size_max, kMixedTextMax));
}

}  // namespace courtyard::seal
