#include "app/eyes/looker.hpp"

#include "app/camera/decode.hpp"
#include "app/camera/line_scanner.hpp"
#include "app/camera/photo.hpp"
#include "app/camera/picture_files.hpp"
#include "app/paper/scan.hpp"
#include "sync/os/files.hpp"

namespace courtyard::eyes {

namespace {

constexpr int kThumbSide = 320;
constexpr int kThumbSource = 640;  // what a picture is unpacked to at most for its thumb
constexpr std::size_t kCodesToldMax = 64;

Image image_of(const camera::Picture& picture) {
    Image image{static_cast<std::uint32_t>(picture.width), static_cast<std::uint32_t>(picture.height), {}};
    image.rgba.resize(picture.rgb.size() / 3 * 4);
    for (std::size_t i = 0; i < picture.rgb.size() / 3; ++i) {
        image.rgba[4 * i] = picture.rgb[3 * i];
        image.rgba[4 * i + 1] = picture.rgb[3 * i + 1];
        image.rgba[4 * i + 2] = picture.rgb[3 * i + 2];
        image.rgba[4 * i + 3] = 255;
    }
    return image;
}

Message message_of(Kind kind, std::uint64_t ticket) {
    Message message;
    message.kind = kind;
    message.ticket = ticket;
    return message;
}

Message told(std::uint64_t ticket, camera::Photo photo) {
    Message message = message_of(Kind::Photo, ticket);
    message.flag = photo.found_sheet;
    message.file = std::move(photo.jpeg);
    message.images.push_back(image_of(photo.view));
    return message;
}

paper::Raster raster_of(const camera::Picture& picture) {
    camera::Grey grey = camera::grey_of(picture);
    return {grey.width, grey.height, std::move(grey.levels)};
}

}  // namespace

void Looker::fail(Kind kind, std::uint64_t ticket, const base::Error& error) {
    Message message = message_of(kind, ticket);
    message.text = error.code;
    tell_(std::move(message));
}

void Looker::take(Message act) {
    switch (act.kind) {
        case Kind::LookForPaper:
        case Kind::LookForCodes: open(act); break;
        case Kind::StopLooking: camera_.reset(); break;
        case Kind::TakePhoto: photograph(act.ticket); break;
        case Kind::TurnPhoto: {
            auto photo = camera::turned_photo(act.file);
            if (photo)
                tell_(told(act.ticket, std::move(*photo)));
            else
                fail(Kind::PhotoFailed, act.ticket, photo.error());
            break;
        }
        case Kind::ShowPhoto: {
            const auto picture = camera::decode_jpeg(act.file, camera::kViewSide);
            if (picture) {
                Message shown = message_of(Kind::Photo, act.ticket);
                shown.images.push_back(image_of(*picture));
                tell_(std::move(shown));
            } else {
                fail(Kind::PhotoFailed, act.ticket, picture.error());
            }
            break;
        }
        case Kind::ListStick: list(act.ticket); break;
        case Kind::TakeFromStick: pick(act); break;
        default: break;  // news go the other way
    }
    wipe(act);
}

void Looker::open(const Message& act) {
    camera_.reset();
    ticket_ = act.ticket;
    for_codes_ = act.kind == Kind::LookForCodes;
    told_.clear();
    auto opened = open_();
    if (opened)
        camera_ = std::move(*opened);
    else
        fail(Kind::CameraFailed, ticket_, opened.error());
}

void Looker::look() {
    if (!camera_) return;
    const auto seen = camera_->frame(for_codes_ ? camera::Detail::Full : camera::Detail::Preview);
    if (!seen) {
        camera_.reset();
        fail(Kind::CameraFailed, ticket_, seen.error());
        return;
    }
    Message frame = message_of(Kind::Frame, ticket_);
    frame.images.push_back(for_codes_ ? image_of(camera::smaller(*seen, camera::kPreviewSide)) : image_of(*seen));
    tell_(std::move(frame));
    if (for_codes_) read_codes(*seen);
}

// zbar reads most, quickly; what it does not read ZXing tries.
void Looker::read_codes(const camera::Picture& picture) {
    const paper::Raster raster = raster_of(picture);
    auto texts = paper::scan_with(paper::Decoder::ZBar, raster);
    if (texts.empty()) texts = paper::scan_with(paper::Decoder::ZXing, raster);
    for (std::string& text : texts) {
        if (!camera::is_scan_text(text) || told_.size() >= kCodesToldMax || !told_.insert(text).second) continue;
        Message code = message_of(Kind::Code, ticket_);
        code.text = std::move(text);
        tell_(std::move(code));
    }
}

void Looker::photograph(std::uint64_t ticket) {
    if (!camera_ || ticket != ticket_) {
        fail(Kind::CameraFailed, ticket, {"camera.gone", "the camera is not open"});
        return;
    }
    const auto seen = camera_->frame(camera::Detail::Full);
    camera_.reset();
    if (!seen) {
        fail(Kind::CameraFailed, ticket, seen.error());
        return;
    }
    auto photo = camera::photo_of(*seen);
    if (photo)
        tell_(told(ticket, std::move(*photo)));
    else
        fail(Kind::PhotoFailed, ticket, photo.error());
}

void Looker::list(std::uint64_t ticket) {
    listed_.clear();
    std::vector<camera::PictureFile> files;
    const auto sticks = camera::sticks_in(sticks_);
    if (sticks.empty()) {
        fail(Kind::StickFailed, ticket, {"stick.none", "nothing with pictures is plugged in"});
        return;
    }
    for (const auto& stick : sticks) {
        const auto found = camera::pictures_in(stick);
        if (found) files.insert(files.end(), found->begin(), found->end());
    }
    if (files.empty()) {
        fail(Kind::StickFailed, ticket, {"stick.empty", "there is no JPEG or PNG picture on the stick"});
        return;
    }
    Message list = message_of(Kind::StickListed, ticket);
    for (const camera::PictureFile& file : files) {
        if (list.images.size() == camera::kPictureFilesMax) break;
        Image thumb;
        if (auto bytes = os::read_file(file.path, camera::kFileBytesMax)) {
            if (const auto picture = camera::decode(*bytes, kThumbSource))
                thumb = image_of(camera::smaller(*picture, kThumbSide));
            base::wipe(*bytes);
        }
        list.images.push_back(std::move(thumb));
        listed_.push_back(file.path);
    }
    tell_(std::move(list));
}

void Looker::pick(const Message& act) {
    if (act.index >= listed_.size()) {
        fail(Kind::PhotoFailed, act.ticket, {"stick.gone", "the stick's list is not there any more"});
        return;
    }
    auto bytes = os::read_file(listed_[act.index], camera::kFileBytesMax);
    if (!bytes) {
        fail(Kind::PhotoFailed, act.ticket, {"stick.gone", "the picture cannot be read any more"});
        return;
    }
    auto photo = camera::photo_of_file(*bytes);
    base::wipe(*bytes);
    if (photo)
        tell_(told(act.ticket, std::move(*photo)));
    else
        fail(Kind::PhotoFailed, act.ticket, photo.error());
}

}  // namespace courtyard::eyes
