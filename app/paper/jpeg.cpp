// JPEG is what phones make. A file of its own: libjpeg leaves by longjmp, over nothing here that must be tidied up.
#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

#include <jerror.h>

#include "app/paper/picture.hpp"

namespace courtyard::paper {

namespace {

constexpr int kScansMax = 64;         // a progressive picture has about ten; thousands are an attack
constexpr double kPixelsMax = 256e6;  // read row by row
constexpr auto kPixelsInScansMax = static_cast<double>(kRasterPixelsMax);  // held whole while the scans come in

enum class Outcome { Read, Broken, Cut, TooLarge };

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

// The largest picture that a Raster may hold; false when even an eighth is too large.
bool choose_size(j_decompress_ptr info) {
    const double pixels = static_cast<double>(info->image_width) * info->image_height;
    if (pixels > (jpeg_has_multiple_scans(info) ? kPixelsInScansMax : kPixelsMax)) return false;
    info->scale_num = 1;
    for (info->scale_denom = 1; info->scale_denom <= 8; info->scale_denom *= 2) {
        jpeg_calc_output_dimensions(info);
        if (info->output_width <= kRasterSideMax && info->output_height <= kRasterSideMax &&
            static_cast<std::size_t>(info->output_width) * info->output_height <= kRasterPixelsMax)
            return true;
    }
    return false;
}

// Everything in between two calls of libjpeg is plain data: longjmp skips no destructor.
Outcome read(base::ByteView jpeg, jpeg_decompress_struct& info, Trouble& trouble, Limit& limit, Raster& raster) {
    if (setjmp(trouble.out) != 0) return Outcome::Broken;
    jpeg_create_decompress(&info);
    info.progress = &limit.manager;
    jpeg_mem_src(&info, jpeg.data(), static_cast<unsigned long>(jpeg.size()));
    jpeg_read_header(&info, TRUE);
    info.out_color_space = JCS_GRAYSCALE;
    if (!choose_size(&info)) return Outcome::TooLarge;
    jpeg_start_decompress(&info);
    raster.width = static_cast<int>(info.output_width);
    raster.height = static_cast<int>(info.output_height);
    raster.grey.assign(static_cast<std::size_t>(info.output_width) * info.output_height, 255);
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = raster.row(static_cast<int>(info.output_scanline));
        jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_finish_decompress(&info);
    return trouble.is_cut ? Outcome::Cut : Outcome::Read;
}

}  // namespace

base::Result<Raster> from_jpeg(base::ByteView jpeg) {
    if (jpeg.size() > kPictureBytesMax)
        return base::fail("paper.size", "the picture is larger than 64 MiB: take a smaller one");
    Trouble trouble{};
    Limit limit{};
    limit.manager.progress_monitor = count_scans;
    jpeg_decompress_struct info{};
    info.err = jpeg_std_error(&trouble.manager);
    trouble.manager.error_exit = give_up;
    trouble.manager.emit_message = note;
    trouble.manager.output_message = [](j_common_ptr) {};
    Raster raster;
    const Outcome outcome = read(jpeg, info, trouble, limit, raster);
    jpeg_destroy_decompress(&info);
    switch (outcome) {
        case Outcome::Read: return raster;
        case Outcome::TooLarge:
            return base::fail("paper.size", "the picture has more pixels than can be read: take a smaller one");
        case Outcome::Cut:
            return base::fail("paper.jpeg", "the JPEG file is cut off: copy it again, or take the picture again");
        case Outcome::Broken: break;
    }
    return base::fail("paper.jpeg", "the picture is not a whole JPEG file: take the picture again, or send it as PNG");
}

}  // namespace courtyard::paper
