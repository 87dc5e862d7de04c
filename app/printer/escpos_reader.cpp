#include "app/printer/escpos_reader.hpp"

namespace courtyard::printer {

namespace {

class Reader {
public:
    explicit Reader(base::ByteView bytes) : bytes_(bytes) {}

    base::Result<void> run() {
        while (printed.used < bytes_.size()) {
            at_ = printed.used;
            TRY(command());
            printed.used = at_;
        }
        return {};
    }

    Printed printed;

private:
    base::Result<int> next() {
        if (at_ >= bytes_.size()) return base::fail("escpos.cut_off", "the bytes end inside a command");
        return int{bytes_[at_++]};
    }
    base::Result<void> unknown() {
        return base::fail("escpos.command",
                          "byte " + std::to_string(printed.used) + " begins no command that is known");
    }

    base::Result<void> command() {
        const int first = TRY(next());
        const int second = TRY(next());
        if (first == 0x1B && second == '@') return {};
        if (first == 0x1B && second == 'd') {
            printed.fed_lines += TRY(next());
            return {};
        }
        if (first == 0x10 && second == 0x04) {
            TRY(next());
            return {};
        }
        if (first == 0x1D && second == 'V') {
            const int how = TRY(next());
            if (how == 'A' || how == 'B') TRY(next());
            ++printed.cuts;
            return {};
        }
        if (first == 0x1D && second == 'v') return band();
        return unknown();
    }

    base::Result<void> band() {
        if (TRY(next()) != '0' || TRY(next()) != 0) return unknown();
        int width = TRY(next());
        width += TRY(next()) << 8;
        int rows = TRY(next());
        rows += TRY(next()) << 8;
        if (width == 0 || rows == 0) return unknown();
        paper::Raster& picture = printed.picture;
        if (picture.width == 0) picture.width = width * 8;
        if (picture.width != width * 8) return unknown();
        const std::size_t size = static_cast<std::size_t>(width) * static_cast<std::size_t>(rows);
        if (bytes_.size() - at_ < size) return base::fail("escpos.cut_off", "the bytes end inside a picture");
        for (std::size_t i = 0; i < size; ++i, ++at_) {
            for (int bit = 0; bit < 8; ++bit)
                picture.grey.push_back((bytes_[at_] & (0x80U >> bit)) != 0 ? 0 : 255);
        }
        picture.height += rows;
        ++printed.bands;
        return {};
    }

    base::ByteView bytes_;
    std::size_t at_ = 0;
};

}  // namespace

base::Result<Printed> read_escpos(base::ByteView bytes, Printed* so_far) {
    Reader reader(bytes);
    const auto read = reader.run();
    if (so_far != nullptr) *so_far = reader.printed;
    if (!read) return tl::unexpected(read.error());
    return std::move(reader.printed);
}

}  // namespace courtyard::printer
