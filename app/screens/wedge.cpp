#include "app/screens/wedge.hpp"

#include "sync/base/bytes.hpp"

namespace courtyard::screens {

namespace {
constexpr std::size_t kLeast = 8;
constexpr std::size_t kMost = 640;       // our largest symbol has 600 (FORMAT.md, section 8)
constexpr double kGapMax = 0.1;          // seconds
constexpr double kPerCharacter = 0.035;  // seconds; quick typists need 80 ms
constexpr std::u32string_view kAlphanumeric = U"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
}  // namespace

Wedge::~Wedge() { base::wipe(text_); }

Wedge& Wedge::operator=(Wedge&& other) noexcept {
    if (this == &other) return *this;
    base::wipe(text_);
    text_ = std::move(other.text_);
    first_s_ = other.first_s_;
    last_s_ = other.last_s_;
    spoilt_ = other.spoilt_;
    return *this;
}

void Wedge::forget() {
    base::wipe(text_);
    text_.clear();
    spoilt_ = false;
}

std::optional<std::string> Wedge::hear(std::u32string_view typed, bool enter, double now_s) {
    text_.reserve(kMost);  // no growth: a freed half copy would escape the wipe
    if (!typed.empty()) {
        if (now_s - last_s_ > kGapMax) forget();
        if (text_.empty()) first_s_ = now_s;
        last_s_ = now_s;
    }
    for (const char32_t c : typed) {
        if (text_.size() == kMost || kAlphanumeric.find(c) == std::u32string_view::npos)
            spoilt_ = true;
        else
            text_ += static_cast<char>(c);
    }
    if (!enter) return std::nullopt;
    const double took = now_s - first_s_;
    const bool burst = !spoilt_ && text_.size() >= kLeast && now_s - last_s_ <= kGapMax &&
                       took <= kPerCharacter * static_cast<double>(text_.size()) + kGapMax;
    std::optional<std::string> code;
    if (burst) code = text_;
    forget();
    return code;
}

}  // namespace courtyard::screens
