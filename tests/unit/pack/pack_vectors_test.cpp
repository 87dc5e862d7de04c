// The containers of tests/data/seal/pack.
#include <doctest/doctest.h>

#include "app/pack/pack_file.hpp"
#include "sync/seal/dictionary.hpp"
#include "sync/seal/signed_document.hpp"
#include "tests/support/vector_files.hpp"

using namespace courtyard;
using nlohmann::json;

TEST_CASE("every pack vector gives its files or fails as the manifest says") {
    const test::VectorFiles vectors("tests/data/seal");
    const seal::VerifyKey root = vectors.verify_key("root_public");
    for (const json& entry : vectors.list("packs")) {
        const std::string file = entry.at("file");
        CAPTURE(file);
        const base::Bytes signed_pack = vectors.read(file);
        const auto document = seal::open_document(signed_pack, seal::DocumentKind::Pack, root);
        REQUIRE(document.has_value());
        const auto files = pack::files_of(document->payload);
        CHECK(test::outcome(files) == entry.at("must"));
        // No whole pack among them: those that hold files have others missing.
        const std::string wanted = files ? std::string("pack.problem") : entry.at("must").get<std::string>();
        CHECK(test::outcome(pack::open_pack(signed_pack, root, 1)) == wanted);
        CHECK(test::outcome(pack::open_pack(signed_pack, root, 2)) == "pack.older");
        if (!files) continue;
        CHECK(files->size() == entry.at("files").size());
        for (const auto& each : *files)
            CHECK_MESSAGE(base::hex(each.second) == entry.at("files").at(each.first), each.first);
    }
}

TEST_CASE("reported: a deflated pack that unpacks to more than a pack may hold is refused as too large") {
    base::Bytes payload = base::to_bytes("CYZ1");
    const base::Bytes packed = seal::deflate(base::Bytes(pack::kPackBytesMax, 0), nullptr);
    payload.insert(payload.end(), packed.begin(), packed.end());
    CHECK(pack::files_of(payload).error().code == "pack.container");  // 64 MiB of nothing: no container
    // A stored block of one byte before it: a byte too many.
    base::Bytes longer = base::to_bytes("CYZ1");
    const base::Bytes stored = {0x00, 0x01, 0x00, 0xFE, 0xFF, 0x00};
    longer.insert(longer.end(), stored.begin(), stored.end());
    longer.insert(longer.end(), packed.begin(), packed.end());
    CHECK(pack::files_of(longer).error().code == "pack.size");
}
