// A pack as one signed file (.cyp): how it travels and how a machine keeps it. It is a seal::SignedDocument of kind
// Pack whose payload is a container,
//   "CYP1", count u32, then per file in ascending order of path: path length u16, path, size u32, bytes,
// or "CYZ1" and the container in one raw deflate stream, as sign_pack() writes it. Numbers are big-endian. One set of
// files has exactly one container; anything else is refused by name. FORMAT.md, section 5.1.
#pragma once

#include <cstdint>
#include <string_view>

#include "app/pack/pack.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/keys.hpp"

namespace courtyard::pack {

// "pack.path", "pack.size", "pack.count".
[[nodiscard]] base::Result<base::Bytes> contain(const Files& files);
// "pack.container" (says which part), "pack.path", "pack.size", "pack.count".
[[nodiscard]] base::Result<Files> uncontain(base::ByteView container);

// The files in the payload of a signed pack, deflated or not. The codes of uncontain(), "pack.container" also for a
// damaged stream, "pack.size" for one that holds more than a container may.
[[nodiscard]] base::Result<Files> files_of(base::Bytes payload);

// Checks the whole pack, then signs it under the version of its pack.toml. "pack.problem" and the codes of contain().
[[nodiscard]] base::Result<base::Bytes> sign_pack(const Files& files, base::Instant issued_at,
                                                  const seal::SigningKey& root);

// May a court put `next` in the place of `current`? Machines refuse a pack that is older than theirs, and take one of
// the same version for the one that they have: so content that changed needs a higher version. A current one that
// `root` did not sign, or that is damaged, holds nobody back. "pack.older", "pack.same_version", and for `next` the
// codes of seal::open_document.
[[nodiscard]] base::Result<void> may_follow(base::ByteView next, base::ByteView current, const seal::VerifyKey& root);

struct OpenedPack {
    Pack pack;
    std::uint32_t version = 0;
    base::Instant issued_at;
};
// Signature first, then container, then every check of pack.hpp; a pack older than `version_min` is refused.
// The codes of seal::open_document, "pack.container", "pack.problem", "pack.older", "pack.version" (the document's is
// not pack.toml's).
[[nodiscard]] base::Result<OpenedPack> open_pack(base::ByteView file, const seal::VerifyKey& root,
                                                 std::uint32_t version_min);

// Path parts: one or more characters of A-Z a-z 0-9 _ - . but not "." or ".."; at most kPackPathBytesMax bytes in all.
[[nodiscard]] bool is_pack_path(std::string_view path);

}  // namespace courtyard::pack
