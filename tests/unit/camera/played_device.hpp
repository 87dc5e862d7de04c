// A V4L2 camera played to the program: says what it offers, gives frames, and misbehaves when told to.
#pragma once

#include <linux/videodev2.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <deque>
#include <vector>

#include "app/camera/device_calls.hpp"
#include "sync/base/bytes.hpp"

namespace courtyard::camera {

struct PlayedSize {
    std::uint32_t format;
    std::uint32_t width, height;
};

class PlayedDevice final : public DeviceCalls {
public:
    // How it is.
    int open_error = 0;
    int format_error = 0;
    std::uint32_t can = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    std::vector<PlayedSize> sizes{{V4L2_PIX_FMT_YUYV, 640, 480}, {V4L2_PIX_FMT_MJPEG, 1280, 720}};
    bool stepwise = false;
    std::deque<base::Bytes> frames;  // the last one is given again and again
    std::deque<bool> flawed;         // the error flag of each frame; missing: sound
    int unplugged_after = -1;        // frames
    bool silent = false;             // nothing ever comes

    // What was done to it.
    bool is_open = false, streams = false;
    int mapped = 0, given = 0;
    v4l2_pix_format chosen{};

    int open(const char*) override {
        if (open_error != 0) return fail(open_error);
        is_open = true;
        return 7;
    }
    void close(int) override { is_open = false; }
    void* map(int, std::size_t length, std::int64_t offset) override {
        auto& buffer = buffers_.at(static_cast<std::size_t>(offset) / kLength);
        buffer.assign(length, 0);
        ++mapped;
        return buffer.data();
    }
    void unmap(void*, std::size_t) override { --mapped; }
    int wait(int, int timeout_ms) override {
        if (is_gone()) return fail(ENODEV);
        if (silent) return 0;
        return timeout_ms == 0 && queued_.size() < 4 ? 0 : 1;  // one frame lies ready, not two
    }
    int control(int, unsigned long request, void* argument) override {
        if (is_gone()) return fail(ENODEV);
        switch (request) {
            case VIDIOC_QUERYCAP: static_cast<v4l2_capability*>(argument)->capabilities = can; return 0;
            case VIDIOC_ENUM_FMT: return enumerate(*static_cast<v4l2_fmtdesc*>(argument));
            case VIDIOC_ENUM_FRAMESIZES: return enumerate(*static_cast<v4l2_frmsizeenum*>(argument));
            case VIDIOC_S_FMT: return choose(*static_cast<v4l2_format*>(argument));
            case VIDIOC_REQBUFS: buffers_.resize(static_cast<v4l2_requestbuffers*>(argument)->count); return 0;
            case VIDIOC_QUERYBUF: {
                auto& buffer = *static_cast<v4l2_buffer*>(argument);
                buffer.length = kLength;
                buffer.m.offset = buffer.index * kLength;
                return 0;
            }
            case VIDIOC_QBUF: queued_.push_back(static_cast<v4l2_buffer*>(argument)->index); return 0;
            case VIDIOC_DQBUF: return give(*static_cast<v4l2_buffer*>(argument));
            case VIDIOC_STREAMON: streams = true; return 0;
            case VIDIOC_STREAMOFF: streams = false; return 0;
            default: return fail(ENOTTY);
        }
    }

private:
    static constexpr std::uint32_t kLength = 2U << 20;

    static int fail(int why) {
        errno = why;
        return -1;
    }
    [[nodiscard]] bool is_gone() const { return unplugged_after >= 0 && given >= unplugged_after; }
    [[nodiscard]] std::vector<std::uint32_t> formats() const {
        std::vector<std::uint32_t> all;
        for (const PlayedSize& size : sizes)
            if (std::find(all.begin(), all.end(), size.format) == all.end()) all.push_back(size.format);
        return all;
    }
    int enumerate(v4l2_fmtdesc& format) const {
        const auto all = formats();
        if (format.index >= all.size()) return fail(EINVAL);
        format.pixelformat = all[format.index];
        return 0;
    }
    int enumerate(v4l2_frmsizeenum& size) const {
        if (stepwise && size.index == 0) {
            size.type = V4L2_FRMSIZE_TYPE_STEPWISE;
            size.stepwise = {32, 4096, 16, 32, 3072, 8};
            return 0;
        }
        std::uint32_t index = 0;
        for (const PlayedSize& one : sizes) {
            if (one.format != size.pixel_format || index++ != size.index) continue;
            size.type = V4L2_FRMSIZE_TYPE_DISCRETE;
            size.discrete = {one.width, one.height};
            return 0;
        }
        return fail(EINVAL);
    }
    int choose(v4l2_format& format) {
        if (format_error != 0) return fail(format_error);
        chosen = format.fmt.pix;
        format.fmt.pix.bytesperline = format.fmt.pix.pixelformat == V4L2_PIX_FMT_YUYV ? chosen.width * 2 : 0;
        return 0;
    }
    int give(v4l2_buffer& buffer) {
        if (queued_.empty() || frames.empty()) return fail(EAGAIN);
        buffer.index = queued_.front();
        queued_.pop_front();
        const base::Bytes& frame = frames.front();
        std::copy_n(frame.begin(), std::min<std::size_t>(frame.size(), kLength), buffers_[buffer.index].begin());
        buffer.bytesused = static_cast<std::uint32_t>(frame.size());
        buffer.flags = 0;
        if (!flawed.empty()) {
            buffer.flags = flawed.front() ? V4L2_BUF_FLAG_ERROR : 0;
            flawed.pop_front();
        }
        if (frames.size() > 1) frames.pop_front();
        ++given;
        return 0;
    }

    std::vector<base::Bytes> buffers_;
    std::deque<std::uint32_t> queued_;
};

}  // namespace courtyard::camera
