// Photos of papers on their way to the court: each one a record of its own, sealed like the application, which names it
// by the SHA-256 of its picture. FORMAT.md, section 3.1, kind "attachment".
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/domain/answer.hpp"
#include "app/domain/form.hpp"
#include "app/worker/machine.hpp"
#include "sync/base/ids.hpp"

namespace courtyard::worker {

inline constexpr std::string_view kAttachmentKind = "attachment";
inline constexpr std::size_t kAttachmentsMax = 12;              // of one application
inline constexpr std::size_t kAttachmentBytesMax = 200U << 10;  // of one picture: sealed it fits 256 KiB
// Of sealed attachments that wait in a kiosk: a village without a line for a season. What comes after is still filed,
// without its pictures.
inline constexpr std::uint64_t kAttachmentsWaitingMax = 192U << 20;
// Free space that attachments may not touch: 200 applications and all that the store needs around them, several times
// over (threat K17).
inline constexpr std::uint64_t kReservedForApplications = 64U << 20;

struct Attachment {
    std::string paper;  // what the form's list of papers calls it
    int page = 1;       // of that paper, from 1
    base::ByteView jpeg;
};

// "attachment.count", "attachment.size", "attachment.kind" (no JPEG), "attachment.paper": the application does not say
// that this paper is handed in; "attachment.room": this machine has no more room for pictures, only for applications.
[[nodiscard]] base::Result<void> may_attach(Machine& machine, const domain::Application& application,
                                            std::span<const Attachment> attachments);
// Bytes of sealed attachments that this machine still takes; 0: none.
[[nodiscard]] base::Result<std::uint64_t> room_for_attachments(Machine& machine);

[[nodiscard]] bool is_jpeg(base::ByteView bytes);

// The payload; `out` is reserved first and then filled, so that no piece of it stays in freed memory.
void write_attachment(const Attachment& attachment, const base::RecordId& application, std::string& out);

struct AttachmentPayload {
    base::RecordId application;  // as it was when it was filed; the digest says more
    std::string paper;
    int page = 1;
    base::Bytes jpeg;
    base::Digest digest;
};
[[nodiscard]] base::Result<AttachmentPayload> read_attachment(std::string_view payload);  // "payload.attachment"

}  // namespace courtyard::worker
