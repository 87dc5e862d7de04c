// What a record says, before sealing and after opening: compact JSON with a fixed frame around the payload.
//
//   {"by":"m.…","seq":7,"kind":"application","pack":"zhejiang-demo@1","at":…,"floor":…,"prev":"…","files":["…"],"data":{…}}
//
// Identifiers and digests are lower-case hexadecimal: under deflate that is shorter than base64, and people can compare
// it. Text and value are a bijection: parse(encode(x)) == x, and encode(parse(t)) == t for every accepted t.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"

namespace courtyard::seal {

using Author = std::variant<base::MachineId, base::PersonId>;

// First 16 bytes of the SHA-256 of a whole record: links an author's records into a chain.
using RecordHash = base::Id<struct RecordHashTag, 16>;

struct PackVersion {
    std::string name;           // [a-z0-9-]{1,40}
    std::uint32_t version = 0;  // from 1
    friend bool operator==(const PackVersion&, const PackVersion&) = default;
};

struct Body {
    static constexpr std::size_t kTextMax = 1536 * 1024;  // bytes of JSON
    static constexpr std::size_t kDepthMax = 16;          // nesting of the payload, itself being 1
    static constexpr std::size_t kFilesMax = 1000;

    Author author;
    std::uint64_t seq = 0;               // the author's count of records, from 1, at most 2^53 - 1
    std::string kind;                    // [a-z][a-z0-9_]{0,39}; unknown kinds are kept, not refused
    PackVersion pack;                    // the wording and rules under which it was made
    base::Instant claimed_at;            // the author's clock: to be shown, never to order by; within ±2^53 ms
    base::Instant time_floor;            // the latest signed time that the author had seen
    std::optional<RecordHash> previous;  // hash of the author's previous record; none in the first
    std::vector<base::Digest> files;     // SHA-256 of attachments, which are records of their own
    std::string payload = "{}";          // one compact JSON object, kept byte for byte
    friend bool operator==(const Body&, const Body&) = default;
};

// "body.payload", "body.kind", "body.pack", "body.seq", "body.time", "body.files", "body.size": a value that may not be
// sealed.
[[nodiscard]] base::Result<std::string> encode_body(const Body& body);
// The same codes, and "body.text" for anything that is not exactly the canonical text of a value.
[[nodiscard]] base::Result<Body> parse_body(std::string_view text);

}  // namespace courtyard::seal
