#include "app/worker/case_bundle.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "sync/os/files.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/record.hpp"
#include "sync/seal/sign.hpp"

namespace courtyard::worker {

namespace {

using base::ByteView;

constexpr std::string_view kMagic = "CYCB";
constexpr std::uint8_t kVersion = 1;
constexpr std::uint8_t kHubHas = 0x80;
constexpr std::size_t kEndSize = base::Digest::kSize + seal::Signature::kSize;
constexpr std::size_t kRecordFrame = 1 + 4;
constexpr std::array kBoxBytes{mail::Box::Intake, mail::Box::Public, mail::Box::Cases, mail::Box::Body};

void put32(base::Bytes& out, std::size_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        out.push_back(static_cast<std::uint8_t>(value >> shift));
}

std::uint8_t byte_of(const BundledRecord& record) {
    const auto at = std::find(kBoxBytes.begin(), kBoxBytes.end(), record.box) - kBoxBytes.begin();
    return static_cast<std::uint8_t>(at | (record.hub_has ? kHubHas : 0));
}

// Takes from the front; nothing when it is not there.
class Reader {
public:
    explicit Reader(ByteView bytes) : rest_(bytes) {}
    std::optional<ByteView> take(std::size_t size) {
        if (rest_.size() < size) return std::nullopt;
        const ByteView taken = rest_.first(size);
        rest_ = rest_.subspan(size);
        return taken;
    }
    std::optional<std::size_t> take8() {
        const auto byte = take(1);
        return byte ? std::optional<std::size_t>(byte->front()) : std::nullopt;
    }
    std::optional<std::size_t> take32() {
        const auto bytes = take(4);
        if (!bytes) return std::nullopt;
        std::size_t value = 0;
        for (const std::uint8_t byte : *bytes)
            value = value << 8 | byte;
        return value;
    }
    [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

private:
    ByteView rest_;
};

tl::unexpected<base::Error> damaged() {
    return base::fail("bundle.damaged", "was damaged on the stick: its laptop writes it anew when it meets the stick");
}
tl::unexpected<base::Error> no_records() {
    return base::fail("bundle.record", "is signed, but holds no list of sealed records: remove it from the stick");
}

std::optional<BundledRecord> read_record(Reader& reader) {
    const auto byte = reader.take8();
    const auto size = reader.take32();
    if (!byte || !size || (*byte & ~std::size_t{kHubHas}) >= kBoxBytes.size()) return std::nullopt;
    const auto record = reader.take(*size);
    if (!record || !seal::parse_header(*record)) return std::nullopt;
    return BundledRecord{kBoxBytes[*byte & ~std::size_t{kHubHas}], (*byte & kHubHas) != 0, *record};
}

base::Result<std::vector<BundledRecord>> read_records(Reader& reader) {
    const auto count = reader.take32();
    if (!count || *count == 0 || *count > kBundleRecordsMax) return no_records();
    std::vector<BundledRecord> records;
    records.reserve(*count);
    for (std::size_t i = 0; i < *count; ++i) {
        const auto record = read_record(reader);
        if (!record) return no_records();
        records.push_back(*record);
    }
    if (!reader.is_at_end()) return no_records();
    return records;
}

}  // namespace

std::size_t bundle_frame_size(std::string_view court) {
    return kMagic.size() + 1 + 1 + court.size() + base::PersonId::kSize + 4 + kEndSize;
}
std::size_t bundled_size(std::size_t size) { return kRecordFrame + size; }

base::Bytes print_bundle(const BundleWriter& writer, std::span<const BundledRecord> records) {
    COURTYARD_CHECK(!records.empty() && records.size() <= kBundleRecordsMax);
    COURTYARD_CHECK(mail::is_court_code(writer.court));
    base::Bytes out = base::to_bytes(kMagic);
    const auto put = [&out](ByteView bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); };
    out.push_back(kVersion);
    out.push_back(static_cast<std::uint8_t>(writer.court.size()));
    put(base::as_bytes(writer.court));
    put(writer.person.view());
    put32(out, records.size());
    for (const BundledRecord& each : records) {
        out.push_back(byte_of(each));
        put32(out, each.record.size());
        put(each.record);
    }
    const base::Digest digest = seal::sha256(out);
    put(digest.view());
    put(seal::sign(writer.key, seal::Context::Bundle, {digest.view()}).view());
    COURTYARD_CHECK(out.size() <= kBundleBytesMax);
    return out;
}

base::Result<std::vector<BundledRecord>> open_bundle(ByteView file, const mail::Roster& roster) {
    Reader start(file);
    const auto magic = start.take(kMagic.size());
    if (!magic || base::as_text(*magic) != kMagic)
        return base::fail("bundle.magic", "is no file of a court's laptop: remove it from the stick");
    const auto version = start.take8();
    if (version && *version != kVersion)
        return base::fail("bundle.version", "was written by a newer program: update this laptop's");
    if (file.size() < bundle_frame_size("") || file.size() > kBundleBytesMax) return damaged();
    const ByteView signed_part = file.first(file.size() - kEndSize);
    const base::Digest digest = seal::sha256(signed_part);
    const ByteView end = file.last(kEndSize);
    if (!std::ranges::equal(digest.view(), end.first(base::Digest::kSize))) return damaged();

    Reader reader(signed_part.subspan(kMagic.size() + 1));
    const auto court_size = reader.take8();
    const auto court = court_size ? reader.take(*court_size) : std::nullopt;
    if (!court || base::as_text(*court) != roster.court)
        return base::fail("bundle.court", "is another court's: its letters are not for this laptop");
    const auto person = reader.take(base::PersonId::kSize);
    if (!person) return no_records();
    const mail::Person* writer = mail::find_person(roster, TRY(base::PersonId::from(*person)));
    if (writer == nullptr || writer->standing != mail::Standing::Active)
        return base::fail("bundle.writer",
                          "was written by somebody who is not, or no longer, in this laptop's roster: nothing of it "
                          "was taken; sync, if the roster may be old");
    const seal::Signature signature = TRY(seal::Signature::from(end.last(seal::Signature::kSize)));
    if (!seal::verify(writer->sign_key, seal::Context::Bundle, {digest.view()}, signature))
        return base::fail("bundle.signature", "was not signed by whom it names: remove it from the stick");
    return read_records(reader);
}

base::Result<std::vector<std::string>> bundle_names(const std::filesystem::path& path, const std::string& folder) {
    constexpr std::size_t kFilesMax = 4'096;
    std::vector<std::string> found;
    std::error_code error;
    for (std::filesystem::directory_iterator at(path, error), end; !error && at != end; at.increment(error))
        if (at->path().extension() == kBundleExtension) found.push_back(at->path().filename().string());
    if (error || found.size() > kFilesMax)
        return base::fail("stick.folder",
                          "the folder " + folder +
                              " of the stick cannot be read, or holds more files than a court's laptops write: remove "
                              "it, and meet again");
    std::sort(found.begin(), found.end());
    return found;
}

base::Result<BundleFile> read_bundle(const std::filesystem::path& path, const mail::Roster& roster) {
    auto bytes = os::read_file(path, kBundleBytesMax);
    if (!bytes) return base::fail("bundle.damaged", "cannot be read, or is too large: remove it from the stick");
    BundleFile file{std::move(*bytes), {}};
    file.records = TRY(open_bundle(file.bytes, roster));
    return file;
}

}  // namespace courtyard::worker
