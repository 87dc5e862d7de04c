// libjpeg leaves by longjmp, over nothing here that must be tidied up.
#include <algorithm>
#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

#include <jerror.h>

#include "app/camera/decode.hpp"

namespace courtyard::camera {

namespace {

constexpr int kScansMax = 64;                           // a progressive picture has about ten; thousands are an attack
constexpr std::int64_t kPixelsInScansMax = 40'000'000;  // held whole while the scans come in
constexpr long kMemoryMax = 256L << 20;                 // bytes that libjpeg may use

enum class Outcome { Read, Damaged, TooLarge };

struct Trouble {
    jpeg_error_mgr manager;  // first: libjpeg hands this pointer back
    std::jmp_buf out;
    bool is_cut;
};
struct Limit {
    jpeg_progress_mgr manager;  // first, for the same reason
};

void give_up(j_common_ptr info) { std::longjmp(reinterpret_cast<Trouble*>(info->err)->out, 1); }
void note(j_common_ptr info, int level) {
    if (level < 0 && info->err->msg_code == JWRN_JPEG_EOF) reinterpret_cast<Trouble*>(info->err)->is_cut = true;
}
void count_scans(j_common_ptr info) {
    if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > kScansMax) give_up(info);
}

// The least reduction after which the longer side is at most `side_max`; 1/8 at most, the rest is done afterwards.
bool choose_size(j_decompress_ptr info, int side_max) {
    const std::int64_t pixels = std::int64_t{info->image_width} * info->image_height;
    if (info->image_width > kSideMax || info->image_height > kSideMax || pixels > kPixelsMax) return false;
    if (jpeg_has_multiple_scans(info) && pixels > kPixelsInScansMax) return false;
    info->scale_num = 1;
    for (info->scale_denom = 1; info->scale_denom < 8; info->scale_denom *= 2) {
        jpeg_calc_output_dimensions(info);
        if (std::max(info->output_width, info->output_height) <= static_cast<JDIMENSION>(side_max)) return true;
    }
    jpeg_calc_output_dimensions(info);
    return true;
}

Outcome read(base::ByteView file, int side_max, jpeg_decompress_struct& info, Trouble& trouble, Limit& limit,
             Picture& picture, int& orientation) {
    if (setjmp(trouble.out) != 0) return Outcome::Damaged;
    jpeg_create_decompress(&info);
    info.progress = &limit.manager;
    info.mem->max_memory_to_use = kMemoryMax;
    jpeg_save_markers(&info, JPEG_APP0 + 1, 4096);  // the orientation stands near the start of EXIF
    jpeg_mem_src(&info, file.data(), static_cast<unsigned long>(file.size()));
    jpeg_read_header(&info, TRUE);
    for (const jpeg_marker_struct* marker = info.marker_list; marker != nullptr; marker = marker->next) {
        orientation = orientation_in({marker->data, marker->data_length});
        if (orientation != 1) break;
    }
    info.out_color_space = JCS_RGB;
    if (!choose_size(&info, side_max)) return Outcome::TooLarge;
    jpeg_start_decompress(&info);
    picture.width = static_cast<int>(info.output_width);
    picture.height = static_cast<int>(info.output_height);
    picture.rgb.assign(static_cast<std::size_t>(info.output_width) * info.output_height * 3, 255);
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = picture.at(0, static_cast<int>(info.output_scanline));
        jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_finish_decompress(&info);
    return trouble.is_cut ? Outcome::Damaged : Outcome::Read;
}

Picture mirrored(Picture picture) {
    for (int y = 0; y < picture.height; ++y)
        for (int left = 0, right = picture.width - 1; left < right; ++left, --right)
            std::swap_ranges(picture.at(left, y), picture.at(left, y) + 3, picture.at(right, y));
    return picture;
}

Picture upright(Picture picture, int orientation) {
    switch (orientation) {
        case 2: return mirrored(std::move(picture));
        case 3: return turned(picture, 2);
        case 4: return turned(mirrored(std::move(picture)), 2);
        case 5: return turned(mirrored(std::move(picture)), 3);
        case 6: return turned(picture, 1);
        case 7: return turned(mirrored(std::move(picture)), 1);
        case 8: return turned(picture, 3);
        default: return picture;
    }
}

}  // namespace

int orientation_in(base::ByteView exif) {
    constexpr std::string_view kStart{"Exif\0\0", 6};
    if (exif.size() < kStart.size() + 8 || base::as_text(exif.first(kStart.size())) != kStart) return 1;
    const base::ByteView tiff = exif.subspan(kStart.size());
    const bool little = tiff[0] == 'I';
    if (tiff[0] != tiff[1] || (tiff[0] != 'I' && tiff[0] != 'M')) return 1;
    const auto number = [&](std::size_t at, std::size_t bytes) -> std::size_t {
        std::size_t value = 0;
        if (at > tiff.size() || tiff.size() - at < bytes) return 0;
        for (std::size_t i = 0; i < bytes; ++i)
            value = value << 8U | tiff[at + (little ? bytes - 1 - i : i)];
        return value;
    };
    const std::size_t directory = number(4, 4);
    const std::size_t entries = std::min<std::size_t>(number(directory, 2), 64);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t at = directory + 2 + 12 * i;
        constexpr std::size_t kOrientation = 0x0112, kShort = 3;
        if (number(at, 2) != kOrientation || number(at + 2, 2) != kShort) continue;
        const std::size_t value = number(at + 8, 2);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

base::Result<Picture> decode_jpeg(base::ByteView file, int side_max) {
    Trouble trouble{};
    Limit limit{};
    limit.manager.progress_monitor = count_scans;
    jpeg_decompress_struct info{};
    info.err = jpeg_std_error(&trouble.manager);
    trouble.manager.error_exit = give_up;
    trouble.manager.emit_message = note;
    trouble.manager.output_message = [](j_common_ptr) {};
    Picture picture;
    int orientation = 1;
    const Outcome outcome = read(file, side_max, info, trouble, limit, picture, orientation);
    jpeg_destroy_decompress(&info);
    if (outcome == Outcome::TooLarge)
        return base::fail("picture.size", "the JPEG picture has more pixels than are taken: make it smaller");
    if (outcome == Outcome::Damaged)
        return base::fail("picture.damaged", "the JPEG file is cut off or damaged: copy it, or take it, again");
    if (std::max(picture.width, picture.height) > side_max) picture = smaller(picture, side_max);
    return upright(std::move(picture), orientation);
}

}  // namespace courtyard::camera
