#include "sync/seal/record.hpp"

#include <algorithm>

#include "sync/seal/hash.hpp"
#include "sync/seal/hpke.hpp"
#include "sync/seal/text_packing.hpp"

namespace courtyard::seal {
namespace {

constexpr std::string_view kMagic = "CYSR";
constexpr std::uint8_t kVersion = 1;
constexpr std::string_view kSealInfo = "courtyard/1/seal";
constexpr std::size_t kSealOverhead = kHeaderSize + hpke::kEncSize + hpke::kTagSize;
constexpr unsigned kPackingShift = 20;  // of the length's 24 bits the upper four say how the text was packed
constexpr std::size_t kFrameOverhead = 2 + 3 + Signature::kSize;  // dictionary, length, signature

constexpr std::size_t room_in(SizeClass size_class) { return bytes_of(size_class) - kSealOverhead - kFrameOverhead; }

std::array<std::uint8_t, kHeaderSize> encode_header(const Header& header) {
    std::array<std::uint8_t, kHeaderSize> bytes{};
    auto at = std::copy(kMagic.begin(), kMagic.end(), bytes.begin());
    for (const std::uint8_t byte : {kVersion, static_cast<std::uint8_t>(header.suite),
                                    static_cast<std::uint8_t>(header.size_class), std::uint8_t{0}}) {
        *at++ = byte;
    }
    at = std::copy(header.recipient.bytes.begin(), header.recipient.bytes.end(), at);
    std::copy(header.id.bytes.begin(), header.id.bytes.end(), at);
    return bytes;
}

// What is encrypted: everything that only the recipient may know, padded to the size class.
struct Frame {
    DictionaryId dictionary = 0;
    Signature signature;
    Packing packing = Packing::Mix;
    base::ByteView packed;
};

SecretBytes encode_frame(const Frame& frame, SizeClass size_class) {
    SecretBytes bytes(bytes_of(size_class) - kSealOverhead);
    auto at = bytes.fill().begin();
    const std::size_t length = static_cast<std::size_t>(frame.packing) << kPackingShift | frame.packed.size();
    for (const std::size_t byte : {std::size_t{frame.dictionary} >> 8, std::size_t{frame.dictionary} & 0xFF,
                                   length >> 16 & 0xFF, length >> 8 & 0xFF, length & 0xFF}) {
        *at++ = static_cast<std::uint8_t>(byte);
    }
    at = std::copy(frame.signature.bytes.begin(), frame.signature.bytes.end(), at);
    std::copy(frame.packed.begin(), frame.packed.end(), at);
    return bytes;
}

base::Result<Frame> decode_frame(base::ByteView bytes) {
    COURTYARD_CHECK(bytes.size() > kFrameOverhead);
    Frame frame;
    frame.dictionary = static_cast<DictionaryId>(bytes[0] << 8 | bytes[1]);
    const std::size_t both = std::size_t{bytes[2]} << 16 | std::size_t{bytes[3]} << 8 | std::size_t{bytes[4]};
    const std::size_t length = both & ((std::size_t{1} << kPackingShift) - 1);
    const std::size_t packing = both >> kPackingShift;
    if (packing > kPackingMax) {
        return base::fail("record.method", "a record is packed in a way that this program does not know");
    }
    frame.packing = static_cast<Packing>(packing);
    if (length > bytes.size() - kFrameOverhead) {
        return base::fail("record.frame", "a record's inner length goes beyond its end");
    }
    frame.signature = TRY(Signature::from(bytes.subspan(5, Signature::kSize)));
    frame.packed = bytes.subspan(kFrameOverhead, length);
    const base::ByteView padding = bytes.subspan(kFrameOverhead + length);
    if (std::any_of(padding.begin(), padding.end(), [](std::uint8_t byte) { return byte != 0; })) {
        return base::fail("record.padding", "a record's padding is not all zeros");
    }
    return frame;
}

base::Result<SizeClass> fitting_class(std::size_t packed_size, SizeClass smallest) {
    for (auto index = static_cast<std::size_t>(smallest); index <= kSizeClassBytes.size(); ++index) {
        const auto size_class = static_cast<SizeClass>(index);
        if (packed_size <= room_in(size_class)) return size_class;
    }
    return base::fail("record.too_large", "a record does not fit the largest size, 1 MiB: split its files");
}

base::Result<SecretBytes> open_seal(base::ByteView record, const SealPublicKey& enc, const SealSecretKey& key) {
    hpke::Context context = TRY(hpke::setup_receiver(hpke::Aead::Aes256Gcm, enc, key, base::as_bytes(kSealInfo)));
    return context.open(record.first(kHeaderSize), record.subspan(kHeaderSize + hpke::kEncSize));
}

base::Result<base::Bytes> unpack(const Frame& frame, const Dictionaries& dictionaries) {
    const Dictionary* dictionary = nullptr;
    if (frame.dictionary != 0) {
        dictionary = dictionaries.find(frame.dictionary);
        if (dictionary == nullptr) {
            return base::fail("record.dictionary",
                              "a record needs a dictionary that is not here: install the pack it was made with");
        }
    }
    base::Result<base::Bytes> text = unpack_text(frame.packing, frame.packed, dictionary, Body::kTextMax);
    if (text) return text;
    if (text.error().code == "packing.size")
        return base::fail("record.inflated", "a record's text is larger than its packing allows");
    return base::fail("record.packing", text.error().message);
}

}  // namespace

Context signature_context(std::string_view kind) { return kind == "notice" ? Context::Notice : Context::Record; }

base::Result<base::Bytes> seal(const SealRequest& request, base::Random& random) {
    std::string text = TRY(encode_body(request.body));
    PackedText packed = pack_text(text, request.dictionary);
    const SizeClass size_class = TRY(fitting_class(packed.bytes.size(), request.smallest));
    const auto header = encode_header({Suite::X25519Aes256Gcm, size_class, request.recipient.id, request.id});

    base::Result<hpke::Sender> sender = hpke::setup_sender(hpke::Aead::Aes256Gcm, request.recipient.key,
                                                           base::as_bytes(kSealInfo), SealSecretKey::make(random));
    if (!sender)
        return base::fail("record.recipient_key", "the recipient's public key is not usable: fetch the keyset again");

    const DictionaryId dictionary = request.dictionary == nullptr ? DictionaryId{0} : request.dictionary->id;
    const Signature signature =
        sign(request.author, signature_context(request.body.kind), {header, sender->enc.view(), base::as_bytes(text)});
    const SecretBytes frame = encode_frame({dictionary, signature, packed.packing, packed.bytes}, size_class);
    base::wipe(text);
    base::wipe(packed.bytes);

    const base::Bytes sealed = TRY(sender->context.seal(header, frame.view()));
    base::Bytes record;
    record.reserve(bytes_of(size_class));
    record.insert(record.end(), header.begin(), header.end());
    record.insert(record.end(), sender->enc.bytes.begin(), sender->enc.bytes.end());
    record.insert(record.end(), sealed.begin(), sealed.end());
    COURTYARD_CHECK(record.size() == bytes_of(size_class));
    return record;
}

base::Result<Header> parse_header(base::ByteView record) {
    if (record.size() < kHeaderSize)
        return base::fail("record.short", "a record is shorter than its header of 32 bytes");
    if (base::as_text(record.first(kMagic.size())) != kMagic) {
        return base::fail("record.magic", "this is no sealed record: it does not start with CYSR");
    }
    if (record[4] != kVersion)
        return base::fail("record.version", "a record has a format version that this program does not know");
    if (record[5] != static_cast<std::uint8_t>(Suite::X25519Aes256Gcm)) {
        return base::fail("record.suite", "a record has a cipher suite that this program does not know");
    }
    if (record[6] < 1 || record[6] > kSizeClassBytes.size()) {
        return base::fail("record.size_class", "a record has a size class that does not exist");
    }
    if (record[7] != 0) return base::fail("record.reserved", "a record's reserved byte is not zero");
    Header header;
    header.size_class = static_cast<SizeClass>(record[6]);
    if (record.size() != bytes_of(header.size_class)) {
        return base::fail("record.length", "a record is not as long as its size class says: it was cut or joined");
    }
    header.recipient = TRY(base::KeyId::from(record.subspan(8, base::KeyId::kSize)));
    header.id = TRY(base::RecordId::from(record.subspan(16, base::RecordId::kSize)));
    return header;
}

base::Result<Opened> open(base::ByteView record, const RecipientKey& key, const AuthorKeys& authors,
                          const Dictionaries& dictionaries) {
    const Header header = TRY(parse_header(record));
    if (header.recipient != key.id) return base::fail("record.recipient", "a record is sealed to another key");
    const base::ByteView header_bytes = record.first(kHeaderSize);
    const SealPublicKey enc = TRY(SealPublicKey::from(record.subspan(kHeaderSize, hpke::kEncSize)));
    const base::Result<SecretBytes> plain = open_seal(record, enc, key.key);
    if (!plain) return base::fail("record.seal", "a record is damaged, or its key only looks like this one");

    const Frame frame = TRY(decode_frame(plain->view()));
    base::Bytes text = TRY(unpack(frame, dictionaries));
    Body body = TRY(parse_body(base::as_text(text)));
    const std::optional<VerifyKey> author = authors(body.author);
    if (!author) return base::fail("record.author", "a record's author is not in the roster: fetch the roster again");
    if (!verify(*author, signature_context(body.kind), {header_bytes, enc.view(), text}, frame.signature)) {
        return base::fail("record.signature", "a record's signature is not its author's");
    }
    return Opened{header, std::move(body), frame.dictionary, frame.signature, std::move(text)};
}

RecordHash record_hash(base::ByteView record) {
    const base::Digest digest = sha256(record);
    RecordHash hash;
    std::copy_n(digest.bytes.begin(), RecordHash::kSize, hash.bytes.begin());
    return hash;
}

}  // namespace courtyard::seal
