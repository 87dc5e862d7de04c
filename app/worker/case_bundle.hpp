// Sealed records on a stick from laptop to laptop: one file, whole or nothing. Byte for byte: sync/mail/PROTOCOL.md,
// section 8.1. The seals keep it secret and the records prove themselves; the writer's signature keeps out what nobody
// of the court put there.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "sync/base/bytes.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/result.hpp"
#include "sync/mail/mailbox.hpp"
#include "sync/mail/roster.hpp"
#include "sync/seal/keys.hpp"

namespace courtyard::worker {

inline constexpr std::size_t kBundleBytesMax = 8u << 20;  // read and written at once: bounds the memory
inline constexpr std::size_t kBundleRecordsMax = 16'384;

struct BundledRecord {
    mail::Box box = mail::Box::Cases;
    bool hub_has = false;   // as far as the writer knows: then nobody need send it
    base::ByteView record;  // points into the file
};

struct BundleWriter {
    std::string_view court;
    base::PersonId person;
    const seal::SigningKey& key;
};
// Bytes that a bundle of this court has besides those of its records, and those that a record of `size` takes.
[[nodiscard]] std::size_t bundle_frame_size(std::string_view court);
[[nodiscard]] std::size_t bundled_size(std::size_t size);
// CHECKs the limits: the caller counts.
[[nodiscard]] base::Bytes print_bundle(const BundleWriter& writer, std::span<const BundledRecord> records);

// In this order: "bundle.magic", "bundle.version", "bundle.damaged" (cut, or a byte is another one), "bundle.court",
// "bundle.writer" (nobody of this roster, or no longer), "bundle.signature", "bundle.record" (not a list of sealed
// records).
[[nodiscard]] base::Result<std::vector<BundledRecord>> open_bundle(base::ByteView file, const mail::Roster& roster);

// ---- the files of bundles in a folder of a stick

inline constexpr const char* kBundleExtension = ".ccb";

// Names, in order. "stick.folder": it cannot be read, or holds more files than laptops write; `folder` is what the
// sentence calls it.
[[nodiscard]] base::Result<std::vector<std::string>> bundle_names(const std::filesystem::path& path,
                                                                  const std::string& folder);
// The bytes stay with the records that point into them. "bundle.damaged" for what cannot be read, and those of
// open_bundle.
struct BundleFile {
    base::Bytes bytes;
    std::vector<BundledRecord> records;
};
[[nodiscard]] base::Result<BundleFile> read_bundle(const std::filesystem::path& path, const mail::Roster& roster);

}  // namespace courtyard::worker
