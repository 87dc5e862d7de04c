#include "app/camera/v4l2_camera.hpp"

#include <linux/videodev2.h>

#include <algorithm>
#include <cerrno>

#include "app/camera/decode.hpp"
#include "app/camera/folder_camera.hpp"
#include "app/camera/yuyv.hpp"

namespace courtyard::camera {

namespace {

constexpr std::uint32_t kBuffers = 4;
constexpr int kFrameWaitMs = 3'000;  // a healthy camera gives a frame in 200 ms, also in the dark
constexpr int kBadFramesMax = 15;    // the first ones of many cameras are cut; half a second of them is no camera
constexpr int kStaleFramesMax = 8;   // waiting in the queue since somebody looked last
constexpr std::uint32_t kOffersMax = 64;
constexpr std::size_t kBufferBytesMax = 64U << 20;

tl::unexpected<base::Error> gone() {
    return base::fail("camera.gone", "the camera does not answer any more: plug it in again");
}

tl::unexpected<base::Error> not_opened(int why) {
    switch (why) {
        case EBUSY: return base::fail("camera.busy", "another program uses the camera: close it");
        case EACCES:
        case EPERM:
            return base::fail("camera.denied", "this program's user may not open the camera: add the group video");
        default: return base::fail("camera.none", "there is no camera: plug one in, or correct [camera] device");
    }
}

Coding coding_of(std::uint32_t format) { return format == V4L2_PIX_FMT_YUYV ? Coding::Yuyv : Coding::Mjpeg; }
std::uint32_t format_of(Coding coding) { return coding == Coding::Yuyv ? V4L2_PIX_FMT_YUYV : V4L2_PIX_FMT_MJPEG; }

// A size in steps: the largest that fits 1080p, in the camera's own proportions where it can.
Offer stepped(Coding coding, const v4l2_frmsize_stepwise& range) {
    const auto fitting = [](std::uint32_t least, std::uint32_t most, std::uint32_t step, int limit) {
        const auto top = std::min<std::uint32_t>(most, static_cast<std::uint32_t>(limit));
        if (top <= least) return static_cast<int>(least);
        return static_cast<int>(least +
                                (top - least) / std::max<std::uint32_t>(step, 1) * std::max<std::uint32_t>(step, 1));
    };
    return {coding, fitting(range.min_width, range.max_width, range.step_width, kWidestPicture),
            fitting(range.min_height, range.max_height, range.step_height, kTallestPicture)};
}

}  // namespace

base::Result<std::unique_ptr<Camera>> V4l2Camera::open(const std::string& device, std::shared_ptr<DeviceCalls> calls) {
    const int fd = calls->open(device.c_str());
    if (fd < 0) return not_opened(errno);
    std::unique_ptr<V4l2Camera> camera(new V4l2Camera(std::move(calls), fd));
    TRY(camera->check_kind());
    TRY(camera->set_format());
    TRY(camera->map_buffers());
    TRY(camera->start());
    return std::unique_ptr<Camera>(std::move(camera));
}

V4l2Camera::~V4l2Camera() {
    if (streams_) {
        int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        calls_->control(fd_, VIDIOC_STREAMOFF, &type);
    }
    for (const Buffer& buffer : buffers_) {
        base::wipe(buffer.start, buffer.length);  // somebody's papers
        calls_->unmap(buffer.start, buffer.length);
    }
    calls_->close(fd_);
}

base::Result<void> V4l2Camera::check_kind() {
    v4l2_capability kind{};
    if (calls_->control(fd_, VIDIOC_QUERYCAP, &kind) != 0)
        return base::fail("camera.none", "the device in [camera] device is no camera");
    const std::uint32_t can = (kind.capabilities & V4L2_CAP_DEVICE_CAPS) != 0 ? kind.device_caps : kind.capabilities;
    if ((can & V4L2_CAP_VIDEO_CAPTURE) == 0 || (can & V4L2_CAP_STREAMING) == 0)
        return base::fail("camera.none", "the device in [camera] device gives no pictures; many cameras have two");
    return {};
}

std::vector<Offer> V4l2Camera::offers() {
    std::vector<Offer> offers;
    v4l2_fmtdesc format{};
    format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    for (; format.index < kOffersMax && calls_->control(fd_, VIDIOC_ENUM_FMT, &format) == 0; ++format.index) {
        if (format.pixelformat != V4L2_PIX_FMT_MJPEG && format.pixelformat != V4L2_PIX_FMT_YUYV &&
            format.pixelformat != V4L2_PIX_FMT_JPEG)
            continue;
        v4l2_frmsizeenum size{};
        size.pixel_format = format.pixelformat;
        for (; size.index < kOffersMax && calls_->control(fd_, VIDIOC_ENUM_FRAMESIZES, &size) == 0; ++size.index) {
            if (size.type != V4L2_FRMSIZE_TYPE_DISCRETE) {
                offers.push_back(stepped(coding_of(format.pixelformat), size.stepwise));
                break;
            }
            offers.push_back({coding_of(format.pixelformat), static_cast<int>(size.discrete.width),
                              static_cast<int>(size.discrete.height)});
        }
    }
    return offers;
}

base::Result<void> V4l2Camera::set_format() {
    const auto best = choose(offers());
    if (!best) return base::fail("camera.unfit", "the camera gives neither MJPEG nor YUYV: take another one");
    v4l2_format format{};
    format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    format.fmt.pix.width = static_cast<std::uint32_t>(best->width);
    format.fmt.pix.height = static_cast<std::uint32_t>(best->height);
    format.fmt.pix.pixelformat = format_of(best->coding);
    format.fmt.pix.field = V4L2_FIELD_NONE;
    if (calls_->control(fd_, VIDIOC_S_FMT, &format) != 0) {
        if (errno == EBUSY) return not_opened(EBUSY);
        return base::fail("camera.unfit", "the camera does not take the size that it offers");
    }
    // The driver may have chosen a neighbouring size: what it says now is what comes.
    offer_ = {coding_of(format.fmt.pix.pixelformat), static_cast<int>(format.fmt.pix.width),
              static_cast<int>(format.fmt.pix.height)};
    bytes_per_line_ = std::max(static_cast<int>(format.fmt.pix.bytesperline), 2 * offer_.width);
    if (offer_.width < 1 || offer_.height < 1 || offer_.width > kSideMax || offer_.height > kSideMax)
        return base::fail("camera.unfit", "the camera names a size that cannot be");
    return {};
}

base::Result<void> V4l2Camera::map_buffers() {
    v4l2_requestbuffers request{};
    request.count = kBuffers;
    request.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    request.memory = V4L2_MEMORY_MMAP;
    if (calls_->control(fd_, VIDIOC_REQBUFS, &request) != 0) return errno == EBUSY ? not_opened(EBUSY) : gone();
    if (request.count < 2 || request.count > 32)
        return base::fail("camera.unfit", "the camera gives no buffers to stream into");
    for (std::uint32_t index = 0; index < request.count; ++index) {
        v4l2_buffer buffer{};
        buffer.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        buffer.memory = V4L2_MEMORY_MMAP;
        buffer.index = index;
        if (calls_->control(fd_, VIDIOC_QUERYBUF, &buffer) != 0) return gone();
        if (buffer.length == 0 || buffer.length > kBufferBytesMax)
            return base::fail("camera.unfit", "the camera's buffers have a size that cannot be");
        void* start = calls_->map(fd_, buffer.length, buffer.m.offset);
        if (start == nullptr) return base::fail("camera.unfit", "the camera's buffers cannot be mapped");
        buffers_.push_back({start, buffer.length});
    }
    return {};
}

base::Result<void> V4l2Camera::start() {
    for (std::uint32_t index = 0; index < buffers_.size(); ++index) {
        v4l2_buffer buffer{};
        buffer.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        buffer.memory = V4L2_MEMORY_MMAP;
        buffer.index = index;
        if (calls_->control(fd_, VIDIOC_QBUF, &buffer) != 0) return gone();
    }
    int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    if (calls_->control(fd_, VIDIOC_STREAMON, &type) != 0) return errno == EBUSY ? not_opened(EBUSY) : gone();
    streams_ = true;
    return {};
}

base::Result<Picture> V4l2Camera::unpack(base::ByteView bytes, Detail detail) const {
    const int longer = std::max(offer_.width, offer_.height);
    if (offer_.coding == Coding::Yuyv) {
        const int step = detail == Detail::Preview ? std::max(1, longer / kPreviewSide) : 1;
        return decode_yuyv(bytes, offer_.width, offer_.height, bytes_per_line_, step);
    }
    return decode_jpeg(bytes, detail == Detail::Preview ? kPreviewSide : kDecodedSideMax);
}

base::Result<Picture> V4l2Camera::frame(Detail detail) {
    // What lies in the queue was taken when nobody looked: the newest is what the person sees now.
    for (int bad = 0, stale = 0; bad < kBadFramesMax;) {
        const int ready = calls_->wait(fd_, kFrameWaitMs);
        if (ready <= 0) return gone();
        v4l2_buffer buffer{};
        buffer.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        buffer.memory = V4L2_MEMORY_MMAP;
        if (calls_->control(fd_, VIDIOC_DQBUF, &buffer) != 0) {
            if (errno != EAGAIN) return gone();
            ++bad;
            continue;
        }
        if (buffer.index >= buffers_.size()) return gone();
        const bool whole = (buffer.flags & V4L2_BUF_FLAG_ERROR) == 0 && buffer.bytesused > 0 &&
                           buffer.bytesused <= buffers_[buffer.index].length;
        const bool newer = whole && stale < kStaleFramesMax && calls_->wait(fd_, 0) > 0;
        base::Result<Picture> picture = base::fail("picture.damaged", "the camera's picture came damaged");
        if (whole && !newer)
            picture =
                unpack({static_cast<const std::uint8_t*>(buffers_[buffer.index].start), buffer.bytesused}, detail);
        if (calls_->control(fd_, VIDIOC_QBUF, &buffer) != 0 && !picture) return gone();
        if (picture) return picture;
        if (newer)
            ++stale;
        else
            ++bad;
    }
    return gone();
}

base::Result<std::unique_ptr<Camera>> open_camera(const std::string& place) {
    if (place.empty()) return base::fail("camera.none", "machine.toml names no camera");
    std::error_code error;
    const auto status = std::filesystem::status(place, error);
    if (!error && (std::filesystem::is_directory(status) || std::filesystem::is_regular_file(status)))
        return FolderCamera::open(place);
    return V4l2Camera::open(place, real_device_calls());
}

}  // namespace courtyard::camera
