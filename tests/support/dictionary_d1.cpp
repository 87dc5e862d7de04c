#include "tests/support/dictionary_d1.hpp"

#include "sync/base/random.hpp"
#include "sync/seal/body.hpp"
#include "sync/seal/text_packing.hpp"
#include "tests/support/synthetic_application.hpp"

namespace courtyard::test {
namespace {

std::string sample(Path path, std::uint64_t seed) {
    base::SeededRandom random(seed);
    seal::Body body;
    body.author = base::MachineId{};  // no machine's: an identifier never repeats
    body.seq = 1;
    body.kind = "application";
    body.pack = {"zhejiang-demo", 1};
    body.claimed_at = {1795417200000};
    body.time_floor = {1795417200000};
    body.previous = seal::RecordHash{};
    body.payload = synthetic_payload(path, random);
    const base::Result<std::string> text = seal::encode_body(body);
    COURTYARD_CHECK(text.has_value());
    const seal::SplitText split = seal::split_digits(*text);  // a dictionary is a piece of skeleton
    return std::string(base::as_text(split.skeleton));
}

}  // namespace

// Deflate finds what a record shares with these bytes, and reaches the end of them most cheaply: so words come first
// and applications, the commonest kind at the very end, come last.
seal::Dictionary dictionary_d1() {
    std::string text = synthetic_vocabulary();
    // Of the applicants who act with or for somebody only the part before the case differs.
    for (const Path path : {Path::Agent, Path::Joint, Path::Guardian}) {
        const std::string whole = sample(path, static_cast<std::uint64_t>(path) + 1);
        text += whole.substr(0, whole.find("\"F1.30\""));
    }
    const std::string helper = sample(Path::Helper, 10);
    text += helper.substr(helper.find("\"helper\"")) + helper.substr(0, helper.find("\"result\""));
    text += sample(Path::Self, 11);
    COURTYARD_CHECK(text.size() <= seal::Dictionary::kSizeMax);
    return {1, base::to_bytes(text)};
}

}  // namespace courtyard::test
