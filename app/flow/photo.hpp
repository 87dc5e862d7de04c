// Pictures as the flow holds them: pixels for the screen, files for the court. Both overwrite themselves when the last
// one who holds them lets go; they are shared because a frame goes from the worker to the screen ten times a second,
// and a copy would be one more place to wipe.
#pragma once

#include <memory>
#include <string>

#include "sync/base/bytes.hpp"

namespace courtyard::flow {

// Row by row from the top, four bytes a pixel.
struct Pixels {
    int width = 0;
    int height = 0;
    base::Bytes rgba;

    Pixels(int w, int h, base::Bytes bytes) : width(w), height(h), rgba(std::move(bytes)) {}
    Pixels(const Pixels&) = delete;
    Pixels& operator=(const Pixels&) = delete;
    ~Pixels() { base::wipe(rgba); }
};
using PixelsRef = std::shared_ptr<const Pixels>;

// A JPEG as it will be sealed.
struct PhotoFile {
    base::Bytes jpeg;

    explicit PhotoFile(base::Bytes bytes) : jpeg(std::move(bytes)) {}
    PhotoFile(const PhotoFile&) = delete;
    PhotoFile& operator=(const PhotoFile&) = delete;
    ~PhotoFile() { base::wipe(jpeg); }
};

struct Photo {
    std::string paper;  // as the form's list names it
    std::shared_ptr<const PhotoFile> file;
    PixelsRef view;
};

// Per application and per paper; the court's side takes as many (worker/attachment.hpp).
inline constexpr std::size_t kPhotosMax = 12;
inline constexpr std::size_t kPhotosPerPaperMax = 4;

}  // namespace courtyard::flow
