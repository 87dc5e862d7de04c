#include "sync/seal/dictionary.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>

#include <zlib.h>

#include "sync/seal/deflate_small.hpp"

namespace courtyard::seal {
namespace {

constexpr int kRawWindowBits = -15;
constexpr int kMemoryLevel = 9;
constexpr std::size_t kPlainMax = 64U * 1024 * 1024;

// zlib keeps a window of the plain text in its own memory and frees it as it is. These owners wipe it first: an
// application must not stay behind in a kiosk's heap.
constexpr std::size_t kSizeField = alignof(std::max_align_t);
voidpf take_memory(voidpf, uInt items, uInt size) {
    const std::size_t bytes = kSizeField + std::size_t{items} * size;
    auto* const start = static_cast<unsigned char*>(std::calloc(1, bytes));
    if (start == nullptr) return Z_NULL;
    std::memcpy(start, &bytes, sizeof bytes);
    return start + kSizeField;
}
void give_back_memory(voidpf, voidpf memory) {
    auto* const start = static_cast<unsigned char*>(memory) - kSizeField;
    std::size_t bytes = 0;
    std::memcpy(&bytes, start, sizeof bytes);
    base::wipe(start, bytes);
    std::free(start);
}
z_stream wiping_stream() {
    z_stream stream{};
    stream.zalloc = take_memory;
    stream.zfree = give_back_memory;
    return stream;
}

base::Bytes deflate_by_zlib(base::ByteView plain, const Dictionary* dictionary) {
    z_stream stream = wiping_stream();
    COURTYARD_CHECK(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kRawWindowBits, kMemoryLevel,
                                 Z_DEFAULT_STRATEGY) == Z_OK);
    if (dictionary != nullptr) {
        COURTYARD_CHECK(deflateSetDictionary(&stream, dictionary->bytes.data(),
                                             static_cast<uInt>(dictionary->bytes.size())) == Z_OK);
    }
    base::Bytes packed(deflateBound(&stream, static_cast<uLong>(plain.size())));
    stream.next_in = const_cast<Bytef*>(plain.data());  // zlib only reads it, but its type does not say so
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = packed.data();
    stream.avail_out = static_cast<uInt>(packed.size());
    COURTYARD_CHECK(::deflate(&stream, Z_FINISH) == Z_STREAM_END);
    packed.resize(stream.total_out);
    COURTYARD_CHECK(deflateEnd(&stream) == Z_OK);
    return packed;
}

class Inflater {
public:
    Inflater() { COURTYARD_CHECK(inflateInit2(&stream_, kRawWindowBits) == Z_OK); }
    ~Inflater() { inflateEnd(&stream_); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    z_stream& stream() { return stream_; }

private:
    z_stream stream_ = wiping_stream();
};

}  // namespace

const MixingModel& PrimedModel::of(base::ByteView dictionary) const {
    if (const MixingModel* const there = model_.load()) return *there;
    auto made = std::make_unique<MixingModel>();
    made->prime(dictionary);
    const MixingModel* other = nullptr;
    return model_.compare_exchange_strong(other, made.get()) ? *made.release() : *other;
}

base::Result<void> Dictionaries::add(Dictionary dictionary) {
    if (dictionary.bytes.empty() || dictionary.bytes.size() > Dictionary::kSizeMax) {
        return base::fail("dictionary.size", "a dictionary has 1 to 16,384 bytes");
    }
    const auto there = known_.find(dictionary.id);
    if (dictionary.id == 0 || (there != known_.end() && there->second.bytes != dictionary.bytes)) {
        return base::fail("dictionary.id", "a dictionary's number is 0 or is taken by another one");
    }
    known_.try_emplace(dictionary.id, std::move(dictionary));
    return {};
}

const Dictionary* Dictionaries::find(DictionaryId id) const {
    const auto there = known_.find(id);
    return there == known_.end() ? nullptr : &there->second;
}

base::Bytes deflate(base::ByteView plain, const Dictionary* dictionary) {
    COURTYARD_CHECK(plain.size() <= kPlainMax);
    if (plain.empty() || plain.size() > kDeflateSmallMax) return deflate_by_zlib(plain, dictionary);
    base::Bytes packed =
        deflate_small(plain, dictionary == nullptr ? base::ByteView() : base::ByteView(dictionary->bytes));
    // What is sealed can never be tried again by anybody here: so it is read back first, by zlib.
    base::Result<Inflated> again = inflate(packed, dictionary, plain.size());
    COURTYARD_CHECK(again && again->used == packed.size() &&
                    std::equal(plain.begin(), plain.end(), again->plain.begin(), again->plain.end()));
    base::wipe(again->plain);
    return packed;
}

base::Result<Inflated> inflate(base::ByteView packed, const Dictionary* dictionary, std::size_t size_max) {
    COURTYARD_CHECK(size_max <= kPlainMax && packed.size() <= kPlainMax);
    Inflater inflater;
    z_stream& stream = inflater.stream();
    if (dictionary != nullptr) {
        COURTYARD_CHECK(inflateSetDictionary(&stream, dictionary->bytes.data(),
                                             static_cast<uInt>(dictionary->bytes.size())) == Z_OK);
    }
    stream.next_in = const_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    // Memory grows with what really comes out, so a small stream that claims much costs little. One byte more than the
    // limit tells "too much" from "just enough".
    base::Bytes plain;
    std::size_t room = std::min<std::size_t>(size_max + 1, std::max<std::size_t>(4096, packed.size() * 4));
    for (;;) {
        plain.resize(room);
        stream.next_out = plain.data() + stream.total_out;
        stream.avail_out = static_cast<uInt>(room - stream.total_out);
        const int result = ::inflate(&stream, Z_NO_FLUSH);
        if (stream.total_out > size_max) return base::fail("deflate.size", "a packed text is larger than it may be");
        if (result == Z_STREAM_END) break;
        if (result != Z_OK || stream.avail_out != 0)
            return base::fail("deflate.stream", "a packed text is damaged or ends too early");
        room = std::min(size_max + 1, room * 2);
    }
    plain.resize(stream.total_out);
    return Inflated{std::move(plain), packed.size() - stream.avail_in};
}

}  // namespace courtyard::seal
