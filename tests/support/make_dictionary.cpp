// make_dictionary FILE: writes the preset dictionary d1 for sealed applications. The same bytes on every machine.
//
// Deflate finds what a record shares with these bytes, and reaches the end of them most cheaply: so words come first and
// applications, the commonest kind at the very end, come last. No real person's words are in it.
#include <cstdio>
#include <fstream>

#include "sync/base/random.hpp"
#include "sync/seal/body.hpp"
#include "sync/seal/dictionary.hpp"
#include "sync/seal/text_packing.hpp"
#include "tests/support/synthetic_application.hpp"

namespace {

using namespace courtyard;

std::string sample(test::Path path, std::uint64_t seed) {
    base::SeededRandom random(seed);
    seal::Body body;
    body.author = base::MachineId{};  // no machine's: an identifier never repeats
    body.seq = 1;
    body.kind = "application";
    body.pack = {"zhejiang-demo", 1};
    body.claimed_at = {1795417200000};
    body.time_floor = {1795417200000};
    body.previous = seal::RecordHash{};
    body.payload = test::synthetic_payload(path, random);
    const base::Result<std::string> text = seal::encode_body(body);
    COURTYARD_CHECK(text.has_value());
    const seal::SplitText split = seal::split_digits(*text);  // a dictionary is a piece of skeleton
    return std::string(base::as_text(split.skeleton));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: make_dictionary FILE\n", stderr);
        return 2;
    }
    // Of the applicants who act with or for somebody only the part before the case differs.
    std::string near;
    for (const test::Path path : {test::Path::Agent, test::Path::Joint, test::Path::Guardian}) {
        const std::string text = sample(path, static_cast<std::uint64_t>(path) + 1);
        near += text.substr(0, text.find("\"F1.30\""));
    }
    near += sample(test::Path::Helper, 10) + sample(test::Path::Self, 11);
    const std::string words = test::synthetic_vocabulary();
    if (near.size() + words.size() > seal::Dictionary::kSizeMax) {
        std::fprintf(stderr, "the dictionary would have %zu bytes, more than %zu\n", near.size() + words.size(), seal::Dictionary::kSizeMax);
        return 1;
    }
    std::ofstream file(argv[1], std::ios::binary);
    file << words << near;
    file.close();
    if (!file) {
        std::fprintf(stderr, "%s cannot be written\n", argv[1]);
        return 1;
    }
    return 0;
}
