#include "app/worker/steward_pin.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "sync/os/files.hpp"
#include "sync/seal/passphrase.hpp"

namespace courtyard::worker {

namespace {

constexpr int kScryptLog2 = 15;  // 32 MiB, a tenth of a second: what guards the PIN is the wait
constexpr std::size_t kPinFileMax = 256;
constexpr std::size_t kTriesFileMax = 64;
constexpr std::uint32_t kWrongMax = 1'000'000;

std::filesystem::path pin_file(const Home& home) { return home.folder / "steward.pin"; }
std::filesystem::path tries_file(const Home& home) { return home.folder / "steward.tries"; }

struct Tries {
    std::uint32_t wrong = 0;
    base::Instant until;
};

// A file that is missing or makes no sense counts as none: whoever can change it can read the disk anyway.
Tries read_tries(const Home& home) {
    const auto file = os::read_file(tries_file(home), kTriesFileMax);
    if (!file) return {};
    const std::string_view text = base::as_text(*file);
    Tries tries;
    const char* end = text.data() + text.size();
    const auto wrong = std::from_chars(text.data(), end, tries.wrong);
    if (wrong.ec != std::errc() || wrong.ptr == end || *wrong.ptr != ' ') return {};
    if (std::from_chars(wrong.ptr + 1, end, tries.until.ms).ec != std::errc()) return {};
    tries.wrong = std::min(tries.wrong, kWrongMax);
    return tries;
}

base::Result<void> write_tries(const Home& home, const Tries& tries) {
    return os::write_file(tries_file(home), std::to_string(tries.wrong) + " " + std::to_string(tries.until.ms) + "\n",
                          os::Privacy::OwnerOnly);
}

// 111111, 123456, 654321: the first that anybody tries.
bool is_too_easy(std::string_view pin) {
    const int step = pin[1] - pin[0];
    if (step < -1 || step > 1) return false;
    for (std::size_t i = 1; i < pin.size(); ++i)
        if (pin[i] - pin[i - 1] != step) return false;
    return true;
}

}  // namespace

std::int64_t wait_after_ms(std::uint32_t wrong_in_a_row) {
    if (wrong_in_a_row == 0) return 0;
    const std::uint32_t doubled = std::min(wrong_in_a_row - 1, 20U);
    return std::min<std::int64_t>(std::int64_t{1000} << doubled, kPinWaitMsMax);
}

base::Result<void> set_steward_pin(const Home& home, base::ByteView pin, base::Random& random) {
    const std::string_view digits = base::as_text(pin);
    const bool sized = digits.size() >= kPinDigitsMin && digits.size() <= kPinDigitsMax;
    if (!sized || digits.find_first_not_of("0123456789") != std::string_view::npos)
        return base::fail("steward.pin", "the steward's PIN must be 6 to 12 digits");
    if (is_too_easy(digits))
        return base::fail("steward.pin", "this PIN is the first that anybody would try: choose other digits");
    seal::Secret<32> nothing;
    random.fill(nothing.fill());
    const base::Bytes file = TRY(seal::wrap_with_passphrase(nothing, pin, random, {kScryptLog2}));
    TRY(os::write_file(pin_file(home), file, os::Privacy::OwnerOnly));
    return write_tries(home, {});
}

base::Result<PinAnswer> try_steward_pin(const Home& home, base::ByteView pin, base::Instant now) {
    const auto file = os::read_file(pin_file(home), kPinFileMax);
    if (!file) return PinAnswer{PinJudged::NoPin, now};
    Tries tries = read_tries(home);
    // A clock that was set back must not lock anybody out for longer than the longest wait.
    const base::Instant latest{now.ms + kPinWaitMsMax};
    const base::Instant until = std::min(tries.until, latest);
    if (now < until) return PinAnswer{PinJudged::TooSoon, until};
    ++tries.wrong;
    tries.until = base::Instant{now.ms + wait_after_ms(tries.wrong)};
    TRY(write_tries(home, tries));
    const auto opened = seal::unwrap_with_passphrase(*file, pin);
    if (!opened) return PinAnswer{PinJudged::Wrong, tries.until};
    TRY(write_tries(home, {}));
    return PinAnswer{PinJudged::Right, now};
}

}  // namespace courtyard::worker
