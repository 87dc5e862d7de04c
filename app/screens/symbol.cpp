#include "app/screens/symbol.hpp"

#include <qrcodegen/qrcodegen.hpp>

namespace courtyard::screens {

namespace {
constexpr int kQuietZone = 4;  // modules
}

Symbol::Symbol(std::string_view text) : text_(text) {
    using qrcodegen::QrCode;
    using qrcodegen::QrSegment;
    if (text_.empty() || !QrSegment::isAlphanumeric(text_.c_str())) return;
    const QrCode code =
        QrCode::encodeSegments({QrSegment::makeAlphanumeric(text_.c_str())}, QrCode::Ecc::MEDIUM, 1, 40, -1, false);
    side_ = code.getSize() + 2 * kQuietZone;
    dark_.resize(static_cast<std::size_t>(side_) * static_cast<std::size_t>(side_));
    for (int y = 0; y < code.getSize(); ++y)
        for (int x = 0; x < code.getSize(); ++x)
            dark_[static_cast<std::size_t>((y + kQuietZone) * side_ + x + kQuietZone)] = code.getModule(x, y) ? 1 : 0;
}

Symbol::~Symbol() {
    base::wipe(text_);
    base::wipe(dark_);
}

}  // namespace courtyard::screens
