#include "app/worker/attached.hpp"

#include <algorithm>
#include <optional>

#include "app/domain/text.hpp"
#include "app/worker/attachment.hpp"

namespace courtyard::worker {

namespace {

base::Result<std::optional<AttachmentPayload>> find(Machine& machine, const base::Digest& digest) {
    for (const store::Letter& letter : TRY(machine.store().inbox.with_number(kAttachmentKind, digest.text()))) {
        auto opened = open_letter(machine, letter.record);
        if (!opened) continue;
        auto payload = read_attachment(opened->body.payload);
        base::wipe(opened->body.payload);
        base::wipe(opened->signed_body);
        if (payload && payload->digest == digest) return std::optional(std::move(*payload));
    }
    return std::optional<AttachmentPayload>{};
}

}  // namespace

base::Result<std::vector<AttachedPicture>> pictures_of(Machine& machine, const ShownApplication& shown) {
    std::vector<AttachedPicture> pictures;
    for (const base::Digest& digest : shown.files) {
        AttachedPicture picture{digest, false, {}, 0, 0};
        if (auto found = TRY(find(machine, digest))) {
            // The same picture for two pages is one file by its digest.
            const auto same = std::count_if(pictures.begin(), pictures.end(),
                                            [&](const AttachedPicture& one) { return one.digest == digest; });
            picture = {digest, true, found->paper, found->page + static_cast<int>(same), found->jpeg.size()};
            base::wipe(found->jpeg);
        }
        pictures.push_back(std::move(picture));
    }
    return pictures;
}

base::Result<base::Bytes> picture_with(Machine& machine, const base::Digest& digest) {
    auto found = TRY(find(machine, digest));
    if (!found)
        return base::fail("attachment.missing",
                          "this picture has not come yet: sync again; if the application came back from its slip, ask "
                          "the applicant to show the paper again");
    return std::move(found->jpeg);
}

std::string file_name_of(const AttachedPicture& picture, std::size_t place) {
    std::string name = (place < 10 ? "0" : "") + std::to_string(place);
    std::string paper;
    for (const char32_t c : domain::code_points(picture.paper).value_or(U""))
        if (c > 0x20 && c != U'/' && c != U'\\' && c != U'.' && c != 0x7F) paper += domain::utf8(std::u32string(1, c));
    if (!paper.empty() && paper.size() <= 120) name += "_" + paper;
    return name + "_" + std::to_string(picture.page) + ".jpg";
}

}  // namespace courtyard::worker
