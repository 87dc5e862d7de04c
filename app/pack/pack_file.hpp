// A pack as one signed file (.cyp): how it travels and how a machine keeps it. Layout inside the signed document, kind "pack":
//   "CYP1", version u64, count u32, then per file in ascending order of path: path length u16, path, size u32, bytes.
// Numbers are big-endian. One set of files has exactly one container; anything else is refused by name.
#pragma once

#include <cstdint>

#include "app/pack/pack.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::pack {

// "pack.path", "pack.size", "pack.count".
[[nodiscard]] base::Result<base::Bytes> contain(const Files& files, std::int64_t version);

struct Contained {
    Files files;
    std::int64_t version = 0;
};
// "pack.container" (says which part), "pack.path", "pack.size", "pack.count".
[[nodiscard]] base::Result<Contained> uncontain(base::ByteView container);

// Path parts: 1 or more characters of A-Z a-z 0-9 _ - . without "." and ".."; at most kPackPathBytesMax bytes in all.
[[nodiscard]] bool is_pack_path(std::string_view path);

}  // namespace courtyard::pack
