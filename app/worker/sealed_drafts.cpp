#include "app/worker/sealed_drafts.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/worker/wiped.hpp"
#include "app/worker/wiped_json.hpp"

namespace courtyard::worker {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kPieceMax = 4'096;  // what one wrap takes
constexpr std::string_view kPurpose = "courtyard/1/desk-draft";

std::string purpose_of(std::size_t piece) { return std::string(kPurpose) + "/" + std::to_string(piece); }

Json json_of(const flow::KeptDraft& draft) {
    Json fields = Json::object();
    for (const auto& [name, field] : draft.fields) {
        Json& out = fields[name];
        out = {{"text", field.text}, {"chosen", field.chosen}};
        if (field.yes) out["yes"] = *field.yes;
    }
    return {{"about", draft.about},
            {"kind", draft.kind},
            {"more", draft.more},
            {"lost_pictures", draft.lost_pictures},
            {"fields", std::move(fields)}};
}

// Not less than it takes written down: a text that grows leaves pieces behind.
std::size_t room_for(const flow::KeptDraft& draft) {
    constexpr std::size_t kBesides = 128, kOfEach = 32;
    std::size_t room = kBesides + draft.about.size() + draft.kind.size();
    for (const auto& [name, field] : draft.fields) {
        room += kBesides + name.size() + field.text.size();
        for (const std::string& each : field.chosen)
            room += kOfEach + each.size();
    }
    return room;
}

flow::KeptDraft draft_of(const Json& json) {
    flow::KeptDraft draft{json.at("about"), json.at("kind"), {}, json.at("more"), {}, json.at("lost_pictures")};
    for (const auto& [name, each] : json.at("fields").items()) {
        // Written where it stays: a short text that is moved leaves its letters behind.
        flow::FieldDraft& field = draft.fields[name];
        field.text = each.at("text").get_ref<const std::string&>();
        const Json& chosen = each.at("chosen");
        field.chosen.reserve(chosen.size());
        for (const Json& one : chosen)
            field.chosen.push_back(one.get_ref<const std::string&>());
        if (each.contains("yes")) field.yes = each.at("yes").get<bool>();
    }
    return draft;
}

}  // namespace

base::Result<void> SealedDrafts::get_ready(base::ByteView passphrase, base::Random& random) {
    const seal::SealSecretKey key = seal::SealSecretKey::make(random);
    const seal::Secret<32> raw = TRY(seal::Secret<32>::from(key.secret()));
    key_ = TRY(seal::wrap_with_passphrase(raw, passphrase, random, cost_));
    to_ = key.public_key();
    return {};
}

void SealedDrafts::seal(std::vector<flow::KeptDraft>& drafts, base::Random& random) {
    pieces_.clear();
    lost_ = false;
    if (drafts.empty()) return;
    Json all = Json::array();
    const WipeJsonAtEnd wipe_all(all);
    std::string text;
    const WipeAtEnd wipe_text(text);
    std::size_t room = 16;
    for (flow::KeptDraft& draft : drafts) {
        all.push_back(json_of(draft));
        room += room_for(draft);
        flow::wipe(draft);
    }
    drafts.clear();
    text.reserve(room);
    Json::to_cbor(all, text);  // into the room that was made
    lost_ = !to_.has_value();
    for (std::size_t at = 0; at < text.size() && !lost_; at += kPieceMax) {
        const std::string_view piece = std::string_view(text).substr(at, kPieceMax);
        auto sealed = seal::wrap(base::as_bytes(piece), *to_, purpose_of(pieces_.size()), random);
        if (sealed)
            pieces_.push_back(std::move(*sealed));
        else
            lost_ = true;
    }
    if (lost_) pieces_.clear();
}

std::vector<flow::KeptDraft> SealedDrafts::open(base::ByteView passphrase) {
    std::vector<flow::KeptDraft> drafts;
    const std::vector<base::Bytes> pieces = std::exchange(pieces_, {});
    if (pieces.empty()) return drafts;
    lost_ = true;
    auto raw = seal::unwrap_with_passphrase(key_, passphrase);
    if (!raw) return drafts;
    const seal::SealSecretKey key = seal::SealSecretKey::from(std::move(*raw));
    std::string text;
    const WipeAtEnd wipe_text(text);
    text.reserve(pieces.size() * kPieceMax);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto piece = seal::unwrap(pieces[i], key, purpose_of(i));
        if (!piece) return drafts;
        text += base::as_text(piece->view());
    }
    Json all = Json::from_cbor(text, true, false);
    const WipeJsonAtEnd wipe_all(all);
    if (!all.is_array()) return drafts;
    drafts.reserve(all.size());
    for (const Json& each : all)
        drafts.push_back(draft_of(each));
    lost_ = false;
    return drafts;
}

}  // namespace courtyard::worker
