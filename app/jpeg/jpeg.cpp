// libjpeg leaves by longjmp, over nothing here that must be tidied up.
#include "app/jpeg/jpeg.hpp"

#include <algorithm>
#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

#include <jerror.h>

namespace courtyard::jpeg {

namespace {

constexpr int kScansMax = 64;  // a progressive picture has about ten; thousands are an attack
constexpr unsigned kSegmentBytes = 4096;

struct Trouble {
    jpeg_error_mgr manager;  // first: libjpeg hands this pointer back
    std::jmp_buf out;
    bool is_cut;
    jpeg_progress_mgr progress;
};

void give_up(j_common_ptr info) { std::longjmp(reinterpret_cast<Trouble*>(info->err)->out, 1); }
void note(j_common_ptr info, int level) {
    if (level < 0 && info->err->msg_code == JWRN_JPEG_EOF) reinterpret_cast<Trouble*>(info->err)->is_cut = true;
}
void count_scans(j_common_ptr info) {
    if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > kScansMax) give_up(info);
}

// The least reduction that is small enough.
bool choose_size(j_decompress_ptr info, const Limits& limits) {
    const auto pixels = std::int64_t{info->image_width} * info->image_height;
    if (std::max(info->image_width, info->image_height) > limits.side) return false;
    if (pixels > (jpeg_has_multiple_scans(info) ? limits.pixels_in_scans : limits.pixels)) return false;
    info->scale_num = 1;
    for (info->scale_denom = 1;; info->scale_denom *= 2) {
        jpeg_calc_output_dimensions(info);
        if (std::max(info->output_width, info->output_height) <= limits.read_side &&
            std::int64_t{info->output_width} * info->output_height <= limits.read_pixels)
            return true;
        if (info->scale_denom == 8) return limits.may_stay_larger;
    }
}

void keep_app1(j_decompress_ptr info, Read& out) {
    for (const jpeg_marker_struct* segment = info->marker_list; segment != nullptr; segment = segment->next)
        out.app1.emplace_back(segment->data, segment->data + segment->data_length);
}

// Whatever has a destructor belongs to the caller: longjmp skips none.
std::optional<Fault> read_into(Read& out, base::ByteView file, Colour colour, const Limits& limits,
                               jpeg_decompress_struct& info, Trouble& trouble) {
    if (setjmp(trouble.out) != 0) return Fault::Damaged;
    jpeg_create_decompress(&info);
    info.progress = &trouble.progress;
    if (limits.memory != 0) info.mem->max_memory_to_use = limits.memory;
    jpeg_save_markers(&info, JPEG_APP0 + 1, kSegmentBytes);
    jpeg_mem_src(&info, file.data(), static_cast<unsigned long>(file.size()));
    jpeg_read_header(&info, TRUE);
    keep_app1(&info, out);
    info.out_color_space = colour == Colour::Grey ? JCS_GRAYSCALE : JCS_RGB;
    if (!choose_size(&info, limits)) return Fault::TooLarge;
    jpeg_start_decompress(&info);
    out.width = static_cast<int>(info.output_width);
    out.height = static_cast<int>(info.output_height);
    const std::size_t row = std::size_t{info.output_width} * static_cast<std::size_t>(colour);
    out.samples.assign(row * info.output_height, 255);
    while (info.output_scanline < info.output_height) {
        JSAMPROW at = out.samples.data() + row * info.output_scanline;
        jpeg_read_scanlines(&info, &at, 1);
    }
    jpeg_finish_decompress(&info);
    return trouble.is_cut ? std::optional(Fault::Cut) : std::nullopt;
}

}  // namespace

Read read(base::ByteView file, Colour colour, const Limits& limits) {
    Trouble trouble{};
    trouble.progress.progress_monitor = count_scans;
    jpeg_decompress_struct info{};
    info.err = jpeg_std_error(&trouble.manager);
    trouble.manager.error_exit = give_up;
    trouble.manager.emit_message = note;
    trouble.manager.output_message = [](j_common_ptr) {};
    Read out;
    out.fault = read_into(out, file, colour, limits, info, trouble);
    jpeg_destroy_decompress(&info);
    return out;
}

}  // namespace courtyard::jpeg
