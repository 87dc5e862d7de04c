// Links: seal
// What a hostile sealer may put inside a record: the input is the frame, sealed here as it is.
#include "sync/base/random.hpp"
#include "sync/seal/hpke.hpp"
#include "sync/seal/record.hpp"

using namespace courtyard;

namespace {

base::Bytes sealed_frame(base::ByteView input, const seal::RecipientKey& key, base::Random& random) {
    std::size_t size_class = 1;
    while (size_class < 9 && input.size() > seal::kSizeClassBytes[size_class - 1] - 80)
        ++size_class;
    base::Bytes frame(input.begin(), input.end());
    frame.resize(seal::kSizeClassBytes[size_class - 1] - 80);
    base::Bytes record = {'C', 'Y', 'S', 'R', 1, 1, static_cast<std::uint8_t>(size_class), 0};
    record.insert(record.end(), key.id.bytes.begin(), key.id.bytes.end());
    record.resize(seal::kHeaderSize);
    base::Result<seal::hpke::Sender> sender =
        seal::hpke::setup_sender(seal::hpke::Aead::Aes256Gcm, key.key.public_key(), base::as_bytes("courtyard/1/seal"),
                                 seal::SealSecretKey::make(random));
    COURTYARD_CHECK(sender.has_value());
    const base::Result<base::Bytes> cipher_text = sender->context.seal(record, frame);
    COURTYARD_CHECK(cipher_text.has_value());
    record.insert(record.end(), sender->enc.bytes.begin(), sender->enc.bytes.end());
    record.insert(record.end(), cipher_text->begin(), cipher_text->end());
    return record;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    base::SeededRandom random(1);
    const seal::RecipientKey key = seal::RecipientKey::of(seal::SealSecretKey::make(random));
    const seal::VerifyKey author = seal::SigningKey::make(random).public_key();
    const auto anybody = [&](const seal::Author&) -> std::optional<seal::VerifyKey> { return author; };
    const base::Bytes record = sealed_frame({data, size}, key, random);
    const base::Result<seal::Opened> opened = seal::open(record, key, anybody, seal::Dictionaries());
    COURTYARD_CHECK(!opened);  // nothing here can sign
    COURTYARD_CHECK(opened.error().code != "record.seal");
    return 0;
}
