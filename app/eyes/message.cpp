#include "app/eyes/message.hpp"

namespace courtyard::eyes {

namespace {

constexpr std::size_t kTextMax = 1024;
constexpr std::size_t kFileMax = 1U << 20;

tl::unexpected<base::Error> wrong() { return base::fail("eyes.message", "a message of the eyes cannot be read"); }

void put(base::Bytes& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}
void put_block(base::Bytes& out, base::ByteView block) {
    put(out, block.size(), 4);
    out.insert(out.end(), block.begin(), block.end());
}

class Reader {
public:
    explicit Reader(base::ByteView bytes) : rest_(bytes) {}
    base::Result<std::uint64_t> number(std::size_t bytes) {
        if (rest_.size() < bytes) return wrong();
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i)
            value |= std::uint64_t{rest_[i]} << (8 * i);
        rest_ = rest_.subspan(bytes);
        return value;
    }
    base::Result<base::ByteView> block(std::size_t size_max) {
        const std::uint64_t size = TRY(number(4));
        if (size > size_max || size > rest_.size()) return wrong();
        const base::ByteView block = rest_.first(static_cast<std::size_t>(size));
        rest_ = rest_.subspan(static_cast<std::size_t>(size));
        return block;
    }
    [[nodiscard]] bool is_done() const { return rest_.empty(); }

private:
    base::ByteView rest_;
};

bool is_kind(std::uint64_t kind) {
    return (kind >= static_cast<std::uint64_t>(Kind::LookForPaper) &&
            kind <= static_cast<std::uint64_t>(Kind::ShowPhoto)) ||
           (kind >= static_cast<std::uint64_t>(Kind::Frame) && kind <= static_cast<std::uint64_t>(Kind::Code));
}

}  // namespace

void wipe(Message& message) noexcept {
    base::wipe(message.text);
    base::wipe(message.file);
    for (Image& image : message.images)
        base::wipe(image.rgba);
}

base::Bytes write(const Message& message) {
    std::size_t size = kMessageHead + 64 + message.text.size() + message.file.size();
    for (const Image& image : message.images)
        size += image.rgba.size() + 12;
    base::Bytes out;
    out.reserve(size);  // no growth: a freed half copy would escape the wipe
    put(out, static_cast<std::uint8_t>(message.kind), 1);
    put(out, message.ticket, 8);
    put(out, 0, 4);
    put(out, message.index, 4);
    put(out, message.flag ? 1 : 0, 1);
    put_block(out, base::as_bytes(message.text));
    put_block(out, message.file);
    put(out, message.images.size(), 2);
    for (const Image& image : message.images) {
        put(out, image.width, 4);
        put(out, image.height, 4);
        put_block(out, image.rgba);
    }
    const std::size_t rest = out.size() - kMessageHead;
    for (std::size_t i = 0; i < 4; ++i)
        out[9 + i] = static_cast<std::uint8_t>(rest >> (8 * i));
    return out;
}

base::Result<std::size_t> length_in(base::ByteView head) {
    Reader reader(head);
    const std::uint64_t kind = TRY(reader.number(1));
    TRY(reader.number(8));
    const std::uint64_t length = TRY(reader.number(4));
    if (!is_kind(kind) || length > kMessageBytesMax) return wrong();
    return static_cast<std::size_t>(length);
}

base::Result<Message> read(base::ByteView bytes) {
    if (bytes.size() < kMessageHead || TRY(length_in(bytes.first(kMessageHead))) != bytes.size() - kMessageHead)
        return wrong();
    Reader reader(bytes);
    Message message;
    message.kind = static_cast<Kind>(TRY(reader.number(1)));
    message.ticket = TRY(reader.number(8));
    TRY(reader.number(4));
    message.index = static_cast<std::uint32_t>(TRY(reader.number(4)));
    const std::uint64_t flag = TRY(reader.number(1));
    message.flag = flag == 1;
    message.text = std::string(base::as_text(TRY(reader.block(kTextMax))));
    const base::ByteView file = TRY(reader.block(kFileMax));
    message.file.assign(file.begin(), file.end());
    const std::uint64_t count = TRY(reader.number(2));
    if (flag > 1 || count > kImagesMax) return wrong();
    for (std::uint64_t i = 0; i < count; ++i) {
        Image image;
        image.width = static_cast<std::uint32_t>(TRY(reader.number(4)));
        image.height = static_cast<std::uint32_t>(TRY(reader.number(4)));
        const base::ByteView rgba = TRY(reader.block(kMessageBytesMax));
        if (image.width > kImageSideMax || image.height > kImageSideMax ||
            rgba.size() != std::size_t{image.width} * image.height * 4)
            return wrong();
        image.rgba.assign(rgba.begin(), rgba.end());
        message.images.push_back(std::move(image));
    }
    if (!reader.is_done()) return wrong();
    return message;
}

}  // namespace courtyard::eyes
