#include "app/worker/case_pictures.hpp"

#include <algorithm>
#include <optional>

#include "app/cases/act_table.hpp"
#include "app/worker/attached.hpp"
#include "app/worker/attachment.hpp"
#include "app/worker/case_keys.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/case_rights.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/sealing.hpp"
#include "app/worker/wiped.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::worker {

namespace {

// A record's picture, where its key is here and it is one of this case.
std::optional<AttachmentPayload> opened(Machine& machine, const cases::CaseId& about, const store::CaseRecord& record) {
    auto key = machine.store().case_keys.find(record.recipient);
    if (!key || !*key) return std::nullopt;
    const auto own = recipient_key(**key);
    base::wipe((*key)->secret);
    if (!own) return std::nullopt;
    auto open = seal::open(record.record, *own, machine.author_keys(), machine.dictionaries());
    if (!open || open->body.kind != kCasePictureKind) return std::nullopt;
    auto picture = read_attachment(open->body.payload);
    base::wipe(open->body.payload);
    base::wipe(open->signed_body);
    if (!picture || picture->application != about) return std::nullopt;
    return std::move(*picture);
}

using Kept = store::CaseRecord;

bool has(const std::vector<Kept>& kept, const base::Digest& digest) {
    return std::any_of(kept.begin(), kept.end(), [&](const Kept& each) { return each.picture == digest; });
}

base::Result<void> must_be_small_jpeg(base::ByteView jpeg) {
    if (jpeg.size() > kAttachmentBytesMax)
        return base::fail("picture.size", "a picture is larger than 200 KiB: make it smaller");
    if (!is_jpeg(jpeg)) return base::fail("picture.kind", "a picture is no JPEG file");
    return {};
}

}  // namespace

GivenPictures::~GivenPictures() {
    for (base::Bytes& jpeg : jpegs)
        base::wipe(jpeg);
}

NewPictures::~NewPictures() {
    for (NewPicture& each : all)
        base::wipe(each.jpeg);
}

std::vector<base::Digest> pictures_of(const cases::Fact& fact) {
    std::vector<base::Digest> all;
    const cases::ActRule* rule = cases::find_act(fact.kind);
    if (rule == nullptr) return all;
    for (const cases::FieldRule& field : rule->fields) {
        if (field.type != cases::FieldType::Pictures) continue;
        for (const std::string& text : fact.texts(field.name)) {
            const auto digest = base::Digest::parse(text);
            if (digest && std::find(all.begin(), all.end(), *digest) == all.end()) all.push_back(*digest);
        }
    }
    return all;
}

base::Result<std::vector<CasePicture>> pictures_in(Machine& machine, const cases::CaseId& about) {
    TRY(must_see(machine, cases::Right::Papers));
    const std::vector<cases::Fact> facts = TRY(facts_of(machine, about));
    const std::vector<Kept> kept = TRY(machine.store().case_records.pictures(about));
    std::vector<CasePicture> pictures;
    for (const cases::Fact& fact : facts)
        for (const base::Digest& digest : pictures_of(fact)) {
            const bool known = std::any_of(pictures.begin(), pictures.end(),
                                           [&](const CasePicture& each) { return each.digest == digest; });
            if (!known) pictures.push_back({digest, fact.id, fact.kind, has(kept, digest)});
        }
    return pictures;
}

base::Result<base::Bytes> picture_in(Machine& machine, const cases::CaseId& about, const base::Digest& digest) {
    TRY(must_see(machine, cases::Right::Papers));
    for (const store::CaseRecord& record : TRY(machine.store().case_records.holding(about, digest))) {
        auto picture = opened(machine, about, record);
        if (!picture) continue;
        if (picture->digest == digest) return std::move(picture->jpeg);
        base::wipe(picture->jpeg);
    }
    return base::fail("picture.missing",
                      "this picture has not come yet: sync again, or take the stick of whoever made it");
}

base::Result<NewPictures> new_pictures(Machine& machine, const cases::CaseId& about,
                                       std::span<const base::Digest> digests, std::span<const base::Bytes> given) {
    NewPictures made;
    if (digests.size() > cases::kPicturesMax)
        return base::fail("picture.count",
                          "one act takes at most " + std::to_string(cases::kPicturesMax) + " pictures");
    for (const base::Bytes& jpeg : given)
        TRY(must_be_small_jpeg(jpeg));
    if (digests.empty()) return made;
    const std::vector<Kept> kept = TRY(machine.store().case_records.pictures(about));
    for (const base::Digest& digest : digests) {
        if (has(kept, digest)) continue;
        const auto found = std::find_if(given.begin(), given.end(),
                                        [&](const base::Bytes& jpeg) { return seal::sha256(jpeg) == digest; });
        if (found != given.end()) {
            made.all.push_back({digest, *found});
            continue;
        }
        auto of_applicant = picture_with(machine, digest);
        if (!of_applicant)
            return base::fail("picture.unknown", "neither this case nor the inbox has a picture with this SHA-256 yet");
        made.all.push_back({digest, std::move(*of_applicant)});
    }
    return made;
}

base::Result<void> keep_pictures(Machine& machine, const store::Transaction& inside, const cases::CaseId& about,
                                 std::string_view fact_kind, const seal::Recipient& to, const NewPictures& pictures,
                                 base::Instant now, base::Random& random) {
    int page = 1;
    for (const NewPicture& each : pictures.all) {
        std::string payload;
        const WipeAtEnd wipe_payload(payload);
        write_attachment({std::string(fact_kind), page++, each.jpeg}, about, payload);
        SealedRecord sealed =
            TRY(seal_and_queue(machine, inside,
                               {.kind = std::string(kCasePictureKind),
                                .payload = payload,
                                .recipient = to,
                                .box = mail::Box::Cases,
                                .smallest = seal::SizeClass::K64},  // a card and a page look alike on the way
                               now, random));
        base::wipe(sealed.body);
        TRY(keep_own_case_picture(machine, inside, sealed.id, about, each.digest, sealed.bytes, now));
    }
    return {};
}

base::Result<void> take_back_pictures(Machine& machine, const store::Transaction& inside, const cases::CaseId& about,
                                      std::span<const cases::Fact> facts, const cases::FactId& taken_back) {
    std::vector<base::Digest> going, staying;
    for (const cases::Fact& fact : facts)
        for (const base::Digest& digest : pictures_of(fact))
            (fact.id == taken_back ? going : staying).push_back(digest);
    std::erase_if(going, [&](const base::Digest& digest) {
        return std::find(staying.begin(), staying.end(), digest) != staying.end();
    });
    if (going.empty()) return {};
    for (const Kept& kept : TRY(machine.store().case_records.pictures(about)))
        if (kept.origin == store::Origin::Here && std::find(going.begin(), going.end(), *kept.picture) != going.end())
            TRY(machine.store().case_records.take_back(inside, kept.id));
    return {};
}

}  // namespace courtyard::worker
