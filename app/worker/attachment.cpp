#include "app/worker/attachment.hpp"

#include <sys/statvfs.h>

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "sync/base/base64.hpp"
#include "sync/seal/hash.hpp"

namespace courtyard::worker {

namespace {

using json = nlohmann::ordered_json;

constexpr std::string_view kJpeg = "image/jpeg";
constexpr std::uint64_t kSealedBytes = 262'144;  // what one may take at most (FORMAT.md, section 2)
constexpr int kPagesMax = 99;

bool is_handed_in(const domain::FormDefinition& form, const domain::Application& application, std::string_view paper) {
    for (const domain::Field& field : form.fields) {
        if (field.type != domain::FieldType::Papers) continue;
        const domain::Answer* answer = application.find(field.code);
        const domain::Field* name = field.column_of_role("name");
        const domain::Field* state = field.column_of_role("state");
        if (answer == nullptr || answer->rows() == nullptr || name == nullptr || state == nullptr) continue;
        for (const domain::Row& row : *answer->rows()) {
            const auto named = row.find(name->code);
            const auto said = row.find(state->code);
            if (named == row.end() || said == row.end() || named->second != paper) continue;
            const domain::Option* option = state->option(said->second);
            if (option != nullptr && option->kind == "given") return true;
        }
    }
    return false;
}

tl::unexpected<base::Error> wrong() {
    return base::fail("payload.attachment", "the record holds no picture that can be read");
}

}  // namespace

bool is_jpeg(base::ByteView bytes) {
    constexpr std::array<std::uint8_t, 3> kStart{0xFF, 0xD8, 0xFF};
    return bytes.size() > 4 && std::equal(kStart.begin(), kStart.end(), bytes.begin());
}

base::Result<std::uint64_t> room_for_attachments(Machine& machine) {
    struct statvfs disk {};
    std::uint64_t room = kAttachmentsWaitingMax;
    if (::statvfs(machine.home().folder.c_str(), &disk) == 0) {
        const std::uint64_t unused = std::uint64_t{disk.f_bavail} * disk.f_frsize;
        room = std::min(room, unused > kReservedForApplications ? unused - kReservedForApplications : 0);
    }
    const std::uint64_t waiting = TRY(machine.store().outbox.bytes_of_attachments());
    return std::min(room, kAttachmentsWaitingMax - std::min(waiting, kAttachmentsWaitingMax));
}

base::Result<void> may_attach(Machine& machine, const domain::Application& application,
                              std::span<const Attachment> attachments) {
    if (attachments.empty()) return {};
    if (attachments.size() > kAttachmentsMax)
        return base::fail("attachment.count",
                          "an application takes at most " + std::to_string(kAttachmentsMax) + " pictures");
    for (const Attachment& attachment : attachments) {
        if (attachment.jpeg.size() > kAttachmentBytesMax)
            return base::fail("attachment.size", "a picture is larger than 200 KiB: make it smaller");
        if (!is_jpeg(attachment.jpeg)) return base::fail("attachment.kind", "a picture is no JPEG file");
        if (attachment.page < 1 || attachment.page > kPagesMax ||
            !is_handed_in(machine.pack().form, application, attachment.paper))
            return base::fail("attachment.paper",
                              "a picture is of a paper that the application does not say is handed in");
    }
    if (TRY(room_for_attachments(machine)) < attachments.size() * kSealedBytes)
        return base::fail("attachment.room",
                          "this machine has no more room for pictures until its mail has gone: file without them");
    return {};
}

void write_attachment(const Attachment& attachment, const base::RecordId& application, std::string& out) {
    out.reserve(attachment.jpeg.size() / 3 * 4 + attachment.paper.size() * 6 + 300);
    out += "{\"application\":\"" + application.text() + "\",\"paper\":" + json(attachment.paper).dump() +
           ",\"page\":" + std::to_string(attachment.page) + ",\"media\":\"" + std::string(kJpeg) + "\",\"file\":\"";
    base::base64(attachment.jpeg, out);
    out += "\"}";
}

base::Result<AttachmentPayload> read_attachment(std::string_view payload) {
    bool too_deep = false;
    const auto goes_on = [&too_deep](int depth, json::parse_event_t /*event*/, const json& /*parsed*/) {
        too_deep |= depth > 4;
        return !too_deep;
    };
    json parsed = json::parse(payload, goes_on, false);
    if (too_deep || !parsed.is_object()) return wrong();
    const auto text = [&parsed](const char* key) -> std::string {
        const auto found = parsed.find(key);
        return found != parsed.end() && found->is_string() ? found->get<std::string>() : std::string{};
    };
    const auto application = base::RecordId::parse(text("application"));
    auto file = parsed.find("file");
    if (!application || text("media") != kJpeg || file == parsed.end() || !file->is_string()) return wrong();
    auto jpeg = base::unbase64(file->get_ref<const std::string&>());
    base::wipe(file->get_ref<std::string&>());
    if (!jpeg || jpeg->size() > kAttachmentBytesMax || !is_jpeg(*jpeg)) return wrong();
    AttachmentPayload out;
    out.application = *application;
    out.paper = text("paper");
    const auto page = parsed.find("page");
    if (page != parsed.end() && page->is_number_integer())
        out.page = static_cast<int>(std::clamp<std::int64_t>(page->get<std::int64_t>(), 1, kPagesMax));
    out.digest = seal::sha256(*jpeg);
    out.jpeg = std::move(*jpeg);
    return out;
}

}  // namespace courtyard::worker
