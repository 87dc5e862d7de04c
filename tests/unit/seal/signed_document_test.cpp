#include <doctest/doctest.h>

#include "sync/base/random.hpp"
#include "sync/seal/signed_document.hpp"

using namespace courtyard;
using namespace courtyard::seal;

namespace {

struct Court {
    base::SeededRandom random{12};
    SigningKey root = SigningKey::make(random);
    SigningKey other = SigningKey::make(random);
    SignedDocument document{DocumentKind::Roster, 3, {1795417200000}, base::to_bytes("{\"court\":\"330199\"}")};
};

std::string code_of(const base::Result<SignedDocument>& opened) { return opened ? "opened" : opened.error().code; }

}  // namespace

TEST_CASE("a signed document comes back as it was") {
    Court court;
    for (const DocumentKind kind : {DocumentKind::Roster, DocumentKind::Keyset, DocumentKind::Pack}) {
        for (const std::int64_t ms : {std::int64_t{-5}, std::int64_t{0}, std::int64_t{1795417200000}}) {
            court.document.kind = kind;
            court.document.issued_at.ms = ms;
            const base::Bytes file = *sign_document(court.document, court.root);
            CHECK(*open_document(file, kind, court.root.public_key()) == court.document);
            CHECK(label_of(file)->version == 3);
            CHECK(label_of(file)->signer == key_id(court.root.public_key()));
            CHECK(label_of(file)->payload_size == court.document.payload.size());
        }
    }
    court.document.payload.clear();
    CHECK(open_document(*sign_document(court.document, court.root), DocumentKind::Pack, court.root.public_key())
              .has_value());
}

TEST_CASE("every bent bit, shortened and lengthened document is refused") {
    Court court;
    base::Bytes file = *sign_document(court.document, court.root);
    REQUIRE(open_document(file, DocumentKind::Roster, court.root.public_key()).has_value());
    for (std::size_t bit = 0; bit < file.size() * 8; ++bit) {
        base::Bytes bent = file;
        bent[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        CHECK_FALSE(open_document(bent, DocumentKind::Roster, court.root.public_key()).has_value());
    }
    for (std::size_t size = 0; size < file.size(); ++size) {
        const std::string code =
            code_of(open_document(base::ByteView(file).first(size), DocumentKind::Roster, court.root.public_key()));
        CHECK(code == (size < 96 ? "document.short" : "document.length"));
    }
    file.push_back(0);
    CHECK(code_of(open_document(file, DocumentKind::Roster, court.root.public_key())) == "document.length");
}

TEST_CASE("a document of another kind, court or signature is refused by name") {
    Court court;
    const base::Bytes file = *sign_document(court.document, court.root);
    CHECK(code_of(open_document(file, DocumentKind::Pack, court.root.public_key())) == "document.kind");
    CHECK(code_of(open_document(file, DocumentKind::Roster, court.other.public_key())) == "document.signer");
    base::Bytes renamed = file;  // the kind changed in the file: the signature's context was another
    renamed[5] = 3;
    CHECK(code_of(open_document(renamed, DocumentKind::Pack, court.root.public_key())) == "document.signature");
    const auto with = [&](std::size_t at, std::uint8_t value) {
        base::Bytes bent = file;
        bent[at] = value;
        return code_of(open_document(bent, DocumentKind::Roster, court.root.public_key()));
    };
    CHECK(with(0, 'X') == "document.magic");
    CHECK(with(4, 2) == "document.format");
    CHECK(with(6, 1) == "document.format");
    CHECK(with(5, 0) == "document.kind");
    CHECK(with(5, 4) == "document.kind");
    CHECK(with(19, 0) == "document.version");
    CHECK(with(31, 1) == "document.length");
    CHECK(with(28, 0xFF) == "document.length");
}

TEST_CASE("a document without a version, or too large, is not signed") {
    Court court;
    court.document.version = 0;
    CHECK(sign_document(court.document, court.root).error().code == "document.version");
    court.document.version = 1;
    court.document.payload.resize(SignedDocument::kPayloadMax + 1);
    CHECK(sign_document(court.document, court.root).error().code == "document.size");
}
