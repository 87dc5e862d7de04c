#include "sync/seal/body.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "sync/seal/json_text.hpp"

namespace courtyard::seal {
namespace {

constexpr std::int64_t kExactMax = (std::int64_t{1} << 53) - 1;  // what every JSON reader keeps exactly
constexpr std::size_t kKindMax = 40;
constexpr std::size_t kPackNameMax = 40;

bool is_lower(char character) { return character >= 'a' && character <= 'z'; }
bool is_digit(char character) { return character >= '0' && character <= '9'; }

bool is_kind(std::string_view kind) {
    return !kind.empty() && kind.size() <= kKindMax && is_lower(kind[0]) &&
           std::all_of(kind.begin(), kind.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '_'; });
}
bool is_pack_name(std::string_view name) {
    return !name.empty() && name.size() <= kPackNameMax &&
           std::all_of(name.begin(), name.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

base::Result<void> check(const Body& body) {
    if (body.seq < 1 || body.seq > static_cast<std::uint64_t>(kExactMax)) {
        return base::fail("body.seq", "a record's count starts from 1 and stays below 2^53");
    }
    if (!is_kind(body.kind)) return base::fail("body.kind", "a record's kind is not 1 to 40 of a-z, 0-9 and _");
    if (!is_pack_name(body.pack.name) || body.pack.version < 1) {
        return base::fail("body.pack", "a record's pack is not a name of a-z, 0-9 and - with a version from 1");
    }
    for (const base::Instant at : {body.claimed_at, body.time_floor}) {
        if (at.ms < -kExactMax || at.ms > kExactMax)
            return base::fail("body.time", "a record's time is beyond 2^53 milliseconds");
    }
    if (body.files.size() > Body::kFilesMax) return base::fail("body.files", "a record names more than 1,000 files");
    if (body.payload.size() > Body::kTextMax)
        return base::fail("body.size", "a record's payload is larger than 1.5 MiB");
    const base::Result<std::size_t> length = measure_json_object(body.payload, Body::kDepthMax);
    if (!length) return base::fail("body.payload", "a record's payload is not compact JSON: " + length.error().message);
    if (*length != body.payload.size())
        return base::fail("body.payload", "text follows the object of a record's payload");
    return {};
}

// Reads the frame from left to right. It may be lenient where parse_body's comparison is strict.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    bool take(std::string_view token) {
        if (rest_.substr(0, token.size()) != token) return false;
        rest_.remove_prefix(token.size());
        return true;
    }
    base::Result<void> expect(std::string_view token) {
        if (!take(token)) return wrong(token);
        return {};
    }
    // Up to the next '"', which is taken too. None of the frame's strings needs escapes.
    base::Result<std::string_view> string() {
        const std::size_t end = rest_.find('"');
        if (end == std::string_view::npos) return wrong("\"");
        const std::string_view value = rest_.substr(0, end);
        rest_.remove_prefix(end + 1);
        return value;
    }
    template <class Number>
    base::Result<Number> number() {
        Number value{};
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        if (error != std::errc()) return wrong("a number");
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return value;
    }
    template <class IdType>
    base::Result<IdType> id() {
        const base::Result<IdType> id = IdType::parse(TRY(string()));
        if (!id) return wrong("an identifier");
        return *id;
    }
    std::string_view rest() const { return rest_; }

    static tl::unexpected<base::Error> wrong(std::string_view what) {
        return base::fail("body.text", fmt::format("a record's text lacks {} where it belongs", what));
    }

private:
    std::string_view rest_;
};

base::Result<Author> read_author(Reader& reader) {
    if (reader.take("\"by\":\"m.")) return Author(TRY(reader.id<base::MachineId>()));
    TRY(reader.expect("\"by\":\"p."));
    return Author(TRY(reader.id<base::PersonId>()));
}

base::Result<PackVersion> read_pack(Reader& reader) {
    TRY(reader.expect(",\"pack\":\""));
    Reader inside(TRY(reader.string()));
    const std::size_t at = inside.rest().find('@');
    if (at == std::string_view::npos) return Reader::wrong("the pack's version");
    PackVersion pack;
    pack.name = std::string(inside.rest().substr(0, at));
    TRY(inside.expect(pack.name + "@"));
    pack.version = TRY(inside.number<std::uint32_t>());
    return pack;
}

base::Result<std::vector<base::Digest>> read_files(Reader& reader) {
    std::vector<base::Digest> files;
    if (!reader.take(",\"files\":[")) return files;
    do {
        TRY(reader.expect("\""));
        files.push_back(TRY(reader.id<base::Digest>()));
    } while (files.size() <= Body::kFilesMax && reader.take(","));
    TRY(reader.expect("]"));
    return files;
}

base::Result<Body> read(std::string_view text) {
    Reader reader(text);
    Body body;
    TRY(reader.expect("{"));
    body.author = TRY(read_author(reader));
    TRY(reader.expect(",\"seq\":"));
    body.seq = TRY(reader.number<std::uint64_t>());
    TRY(reader.expect(",\"kind\":\""));
    body.kind = std::string(TRY(reader.string()));
    body.pack = TRY(read_pack(reader));
    TRY(reader.expect(",\"at\":"));
    body.claimed_at.ms = TRY(reader.number<std::int64_t>());
    TRY(reader.expect(",\"floor\":"));
    body.time_floor.ms = TRY(reader.number<std::int64_t>());
    if (reader.take(",\"prev\":\"")) body.previous = TRY(reader.id<RecordHash>());
    body.files = TRY(read_files(reader));
    TRY(reader.expect(",\"data\":"));
    if (reader.rest().empty() || reader.rest().back() != '}') return Reader::wrong("the last brace");
    body.payload = std::string(reader.rest().substr(0, reader.rest().size() - 1));
    return body;
}

}  // namespace

base::Result<std::string> encode_body(const Body& body) {
    TRY(check(body));
    std::string text;
    text.reserve(body.payload.size() + 256 +
                 body.files.size() * 68);  // no growth: a freed half copy would escape the wipe
    if (const auto* machine = std::get_if<base::MachineId>(&body.author)) {
        text += "{\"by\":\"m." + machine->text();
    } else {
        text += "{\"by\":\"p." + std::get<base::PersonId>(body.author).text();
    }
    text += fmt::format("\",\"seq\":{},\"kind\":\"{}\",\"pack\":\"{}@{}\",\"at\":{},\"floor\":{}", body.seq, body.kind,
                        body.pack.name, body.pack.version, body.claimed_at.ms, body.time_floor.ms);
    if (body.previous) text += ",\"prev\":\"" + body.previous->text() + "\"";
    if (!body.files.empty()) {
        for (std::size_t i = 0; i < body.files.size(); ++i) {
            text += (i == 0 ? ",\"files\":[\"" : ",\"") + body.files[i].text() + "\"";
        }
        text += "]";
    }
    text += ",\"data\":";
    text += body.payload;
    text += "}";
    if (text.size() > Body::kTextMax) return base::fail("body.size", "a record's text is larger than 1.5 MiB");
    return text;
}

base::Result<Body> parse_body(std::string_view text) {
    if (text.size() > Body::kTextMax) return base::fail("body.size", "a record's text is larger than 1.5 MiB");
    Body body = TRY(read(text));
    // One comparison makes text and value a bijection, whatever the reader above let through.
    std::string again = TRY(encode_body(body));
    const bool same = again == text;
    base::wipe(again);
    if (!same) return base::fail("body.text", "a record's text is not written in the one accepted way");
    return body;
}

}  // namespace courtyard::seal
