// Files of a machine's folder: bounded reads, durable atomic writes.
#pragma once

#include <filesystem>
#include <string_view>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::os {

// Reads a whole regular file of at most `size_max` bytes. "file.missing", "file.size", "file.read".
[[nodiscard]] base::Result<base::Bytes> read_file(const std::filesystem::path& path, std::size_t size_max);

enum class Privacy { OwnerOnly, Public };  // 0600 or 0644

// Writes beside, syncs, renames, syncs the folder: afterwards either the old or the whole new file is there.
// "file.write".
[[nodiscard]] base::Result<void> write_file(const std::filesystem::path& path, base::ByteView bytes, Privacy privacy);
[[nodiscard]] inline base::Result<void> write_file(const std::filesystem::path& path, std::string_view text,
                                                   Privacy privacy) {
    return write_file(path, base::as_bytes(text), privacy);
}

// Makes a folder and its parents, 0700. "file.folder".
[[nodiscard]] base::Result<void> make_folder(const std::filesystem::path& path);

}  // namespace courtyard::os
