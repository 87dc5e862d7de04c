// Files of a machine's folder: bounded reads, durable atomic writes.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::os {

// Reads a whole regular file of at most `size_max` bytes. "file.missing", "file.size", "file.read".
[[nodiscard]] base::Result<base::Bytes> read_file(const std::filesystem::path& path, std::size_t size_max);
// What a person names on a command line may also be a pipe or a terminal, /dev/stdin, <(…): reads until its end. The
// same errors. Not for a machine's own files: a pipe in their place would hold the machine up.
[[nodiscard]] base::Result<base::Bytes> read_input(const std::filesystem::path& path, std::size_t size_max);
// The same, but only until the first line has ended (its end is among the bytes): a typed line needs no end of file.
[[nodiscard]] base::Result<base::Bytes> read_first_line(const std::filesystem::path& path, std::size_t size_max);

enum class Privacy { OwnerOnly, Public };  // 0600 or 0644

// Writes beside, syncs, renames, syncs the folder: afterwards either the old or the whole new file is there, and
// nothing beside it. "file.write".
[[nodiscard]] base::Result<void> write_file(const std::filesystem::path& path, base::ByteView bytes, Privacy privacy);
[[nodiscard]] inline base::Result<void> write_file(const std::filesystem::path& path, std::string_view text,
                                                   Privacy privacy) {
    return write_file(path, base::as_bytes(text), privacy);
}

struct NewFile {
    std::filesystem::path path;
    base::ByteView bytes;
    Privacy privacy = Privacy::OwnerOnly;
};
// Several files that appear together or not at all, in this order: all are written and synced beside their places
// first, then moved; when one cannot be moved, those before it are as they were. "file.write".
[[nodiscard]] base::Result<void> write_together(std::span<const NewFile> files);

// Makes a folder and its parents, 0700. "file.folder".
[[nodiscard]] base::Result<void> make_folder(const std::filesystem::path& path);

}  // namespace courtyard::os
