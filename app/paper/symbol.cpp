#include "app/paper/symbol.hpp"

#include <qrcodegen/qrcodegen.hpp>

namespace courtyard::paper {

namespace {
constexpr int kVersionMax = 20;  // facts: above version 20 phones and worn print fail together
}

base::Result<Modules> encode_symbol(const std::string& text) {
    if (text.empty() || !qrcodegen::QrSegment::isAlphanumeric(text.c_str())) {
        return base::fail(
            "paper.symbol",
            "a code's text may hold only digits, capital letters and the nine signs of QR alphanumeric mode");
    }
    try {
        const auto code = qrcodegen::QrCode::encodeSegments({qrcodegen::QrSegment::makeAlphanumeric(text.c_str())},
                                                            qrcodegen::QrCode::Ecc::MEDIUM, 1, kVersionMax, -1, false);
        Modules modules{code.getSize(), {}};
        modules.dark.reserve(static_cast<std::size_t>(modules.size) * static_cast<std::size_t>(modules.size));
        for (int y = 0; y < modules.size; ++y) {
            for (int x = 0; x < modules.size; ++x)
                modules.dark.push_back(code.getModule(x, y));
        }
        return modules;
    } catch (const qrcodegen::data_too_long&) {
        return base::fail("paper.symbol", "a code's text is too long for a symbol that phones can still read");
    }
}

}  // namespace courtyard::paper
