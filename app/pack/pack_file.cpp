#include "app/pack/pack_file.hpp"

#include <algorithm>

#include "sync/seal/dictionary.hpp"
#include "sync/seal/signed_document.hpp"

namespace courtyard::pack {

namespace {

constexpr std::string_view kMagic = "CYP1";
constexpr std::string_view kPackedMagic = "CYZ1";

void put_number(base::Bytes& out, std::size_t number, int bytes) {
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
        out.push_back(static_cast<std::uint8_t>(number >> shift & 0xFF));
}

class Container {
public:
    explicit Container(base::ByteView bytes) : rest_(bytes) {}
    base::Result<base::ByteView> take(std::size_t size, std::string_view what) {
        if (rest_.size() < size)
            return base::fail("pack.container", "the pack's container ends within its " + std::string(what));
        const base::ByteView taken = rest_.first(size);
        rest_ = rest_.subspan(size);
        return taken;
    }
    base::Result<std::size_t> number(std::size_t bytes, std::string_view what) {
        std::size_t value = 0;
        for (const std::uint8_t byte : TRY(take(bytes, what)))
            value = value << 8 | byte;
        return value;
    }
    [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

private:
    base::ByteView rest_;
};

}  // namespace

bool is_pack_path(std::string_view path) {
    if (path.empty() || path.size() > kPackPathBytesMax) return false;
    while (true) {
        const std::size_t slash = path.find('/');
        const std::string_view part = path.substr(0, slash);
        const bool is_sound = std::all_of(part.begin(), part.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
                   c == '.';
        });
        if (part.empty() || part == "." || part == ".." || !is_sound) return false;
        if (slash == std::string_view::npos) return true;
        path.remove_prefix(slash + 1);
    }
}

base::Result<base::Bytes> contain(const Files& files) {
    if (files.empty() || files.size() > kPackFilesMax)
        return base::fail("pack.count", "a pack must have 1 to 4096 files");
    base::Bytes out = base::to_bytes(kMagic);
    put_number(out, files.size(), 4);
    for (const auto& [path, content] : files) {
        if (!is_pack_path(path))
            return base::fail("pack.path", "the pack has a file whose path is not allowed: " + path);
        if (content.size() > kPackFileBytesMax)
            return base::fail("pack.size", "the pack's file " + path + " is larger than 8 MiB");
        put_number(out, path.size(), 2);
        out.insert(out.end(), path.begin(), path.end());
        put_number(out, content.size(), 4);
        out.insert(out.end(), content.begin(), content.end());
        if (out.size() > kPackBytesMax) return base::fail("pack.size", "the pack is larger than 64 MiB");
    }
    return out;
}

base::Result<Files> uncontain(base::ByteView bytes) {
    if (bytes.size() > kPackBytesMax) return base::fail("pack.size", "the pack is larger than 64 MiB");
    Container container(bytes);
    if (base::as_text(TRY(container.take(kMagic.size(), "magic"))) != kMagic)
        return base::fail("pack.container", "the file is no pack: it does not begin with CYP1");
    const std::size_t count = TRY(container.number(4, "count"));
    if (count == 0 || count > kPackFilesMax) return base::fail("pack.count", "a pack must have 1 to 4096 files");
    Files files;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t path_size = TRY(container.number(2, "path length"));
        const std::string path(base::as_text(TRY(container.take(path_size, "path"))));
        if (!is_pack_path(path))
            return base::fail("pack.path",
                              "file " + std::to_string(i + 1) + " of the pack has a path that is not allowed");
        if (!files.empty() && files.rbegin()->first >= path)
            return base::fail("pack.container", "the pack's files are not in ascending order of path");
        const std::size_t size = TRY(container.number(4, "file length"));
        if (size > kPackFileBytesMax)
            return base::fail("pack.size", "file " + std::to_string(i + 1) + " of the pack is larger than 8 MiB");
        const base::ByteView content = TRY(container.take(size, "file"));
        files.emplace(path, base::Bytes(content.begin(), content.end()));
    }
    if (!container.is_at_end()) return base::fail("pack.container", "the pack goes on after its last file");
    return files;
}

namespace {

base::Bytes squeeze(base::ByteView container) {
    const base::Bytes packed = seal::deflate(container, nullptr);
    base::Bytes out = base::to_bytes(kPackedMagic);
    out.insert(out.end(), packed.begin(), packed.end());
    return out;
}

// A payload that is not packed is the container itself.
base::Result<base::Bytes> unsqueeze(base::Bytes payload) {
    if (!base::as_text(payload).starts_with(kPackedMagic)) return payload;
    const base::ByteView packed = base::ByteView(payload).subspan(kPackedMagic.size());
    auto inflated = seal::inflate(packed, nullptr, kPackBytesMax);
    if (!inflated && inflated.error().code == "deflate.size")
        return base::fail("pack.size", "the pack is larger than 64 MiB");
    if (!inflated) return base::fail("pack.container", "the pack is damaged or ends too early");
    if (inflated->used != packed.size()) return base::fail("pack.container", "the pack goes on after its end");
    return std::move(inflated->plain);
}

}  // namespace

base::Result<Files> files_of(base::Bytes payload) {
    const base::Bytes container = TRY(unsqueeze(std::move(payload)));
    return uncontain(container);
}

base::Result<base::Bytes> sign_pack(const Files& files, base::Instant issued_at, const seal::SigningKey& root) {
    const Pack pack = TRY(parse(files));
    seal::SignedDocument document;
    document.kind = seal::DocumentKind::Pack;
    document.version = static_cast<std::uint32_t>(pack.version);
    document.issued_at = issued_at;
    const base::Bytes container = TRY(contain(files));
    document.payload = squeeze(container);
    return seal::sign_document(document, root);
}

base::Result<void> may_follow(base::ByteView next, base::ByteView current, const seal::VerifyKey& root) {
    seal::SignedDocument after = TRY(seal::open_document(next, seal::DocumentKind::Pack, root));
    auto before = seal::open_document(current, seal::DocumentKind::Pack, root);
    if (!before) return {};
    const std::string version = std::to_string(before->version);
    if (after.version < before->version) {
        return base::fail("pack.older", "the court's current pack is version " + version +
                                            " and machines refuse an older one; raise version in pack.toml above " +
                                            version);
    }
    if (after.version > before->version) return {};
    const base::Bytes new_files = TRY(unsqueeze(std::move(after.payload)));
    const base::Bytes old_files = TRY(unsqueeze(std::move(before->payload)));
    if (new_files == old_files) return {};
    return base::fail("pack.same_version",
                      "the pack has other content than the court's current one under the same version " + version +
                          "; raise version in pack.toml above " + version);
}

base::Result<OpenedPack> open_pack(base::ByteView file, const seal::VerifyKey& root, std::uint32_t version_min) {
    seal::SignedDocument document = TRY(seal::open_document(file, seal::DocumentKind::Pack, root));
    if (document.version < version_min) {
        return base::fail("pack.older", "the pack has version " + std::to_string(document.version) +
                                            ", but this machine already has " + std::to_string(version_min));
    }
    const Files files = TRY(files_of(std::move(document.payload)));
    OpenedPack opened{TRY(parse(files, Reader::Machine)), document.version, document.issued_at};
    if (opened.pack.version != static_cast<std::int64_t>(document.version)) {
        return base::fail("pack.version", "the pack was signed under another version than its pack.toml says");
    }
    return opened;
}

}  // namespace courtyard::pack
