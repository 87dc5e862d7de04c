#include "app/camera/encode.hpp"

#include <array>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

namespace courtyard::camera {

namespace {

struct Trouble {
    jpeg_error_mgr manager;  // first: libjpeg hands this pointer back
    std::jmp_buf out;
};

bool write(const Picture& picture, int quality, jpeg_compress_struct& info, Trouble& trouble, unsigned char*& out,
           unsigned long& size) {
    if (setjmp(trouble.out) != 0) return false;
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &out, &size);
    info.image_width = static_cast<JDIMENSION>(picture.width);
    info.image_height = static_cast<JDIMENSION>(picture.height);
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, quality, TRUE);
    info.optimize_coding = TRUE;
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        JSAMPROW row = const_cast<JSAMPROW>(picture.at(0, static_cast<int>(info.next_scanline)));
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    return true;
}

}  // namespace

base::Result<base::Bytes> encode_jpeg(const Picture& picture, int quality) {
    Trouble trouble{};
    jpeg_compress_struct info{};
    info.err = jpeg_std_error(&trouble.manager);
    trouble.manager.error_exit = [](j_common_ptr common) {
        std::longjmp(reinterpret_cast<Trouble*>(common->err)->out, 1);
    };
    trouble.manager.output_message = [](j_common_ptr) {};
    unsigned char* out = nullptr;
    unsigned long size = 0;
    const bool whole = picture.width > 0 && picture.height > 0 && write(picture, quality, info, trouble, out, size);
    jpeg_destroy_compress(&info);
    base::Bytes jpeg;
    if (whole) jpeg.assign(out, out + size);
    if (out != nullptr) base::wipe(out, size);
    std::free(out);
    if (!whole) return base::fail("picture.encode", "the picture could not be written as JPEG");
    return jpeg;
}

base::Result<Fitted> fit(const Picture& picture, std::size_t bytes_max) {
    struct Step {
        int side;
        std::array<int, 4> qualities;
    };
    constexpr std::array<Step, 5> kSteps{{{kPhotoSide, {82, 72, 62, 52}},
                                          {kPhotoSideReadable, {62, 50, 40, 30}},
                                          {1200, {45, 35, 28, 20}},
                                          {900, {45, 35, 25, 18}},
                                          {600, {40, 30, 20, 12}}}};
    for (const Step& step : kSteps) {
        const Picture sized = smaller(picture, step.side);
        for (const int quality : step.qualities) {
            base::Bytes jpeg = TRY(encode_jpeg(sized, quality));
            if (jpeg.size() <= bytes_max) return Fitted{std::move(jpeg), sized.width, sized.height, quality};
            base::wipe(jpeg);
        }
    }
    return base::fail("picture.encode", "the picture does not become small enough");
}

}  // namespace courtyard::camera
