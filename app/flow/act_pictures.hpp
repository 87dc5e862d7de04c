// Pictures that go with an act while it is written: taken by the laptop's camera or from a stick.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/flow/photo.hpp"
#include "sync/base/ids.hpp"

namespace courtyard::flow {

enum class PictureFrom : std::uint8_t { Camera, Stick };

struct ActPicture {
    base::Digest digest;
    std::shared_ptr<const PhotoFile> file;
    PixelsRef view;
};

struct PictureWork {
    std::vector<ActPicture> taken;  // whatever act names them; others are not sent
    std::string field;              // of the act, to which the next one goes
    PictureFrom from = PictureFrom::Camera;
    enum class At : std::uint8_t { Asked, Shown, Taking, Failed } at = At::Asked;
    PixelsRef live;                 // what the camera sees
    std::vector<PixelsRef> listed;  // what lies on the stick; null: it cannot be read
    std::string problem;            // code

    [[nodiscard]] const ActPicture* find(const std::string& digest) const;
};

namespace desk {

// A person, on the form of an act.
struct PressedAddPicture {
    std::string field;
    PictureFrom from = PictureFrom::Camera;
};
struct PressedShutter {};
struct ChoseListed {
    std::size_t index = 0;
};
// The worker.
struct TookPicture {
    ActPicture picture;
};
struct ListedPictures {
    std::vector<PixelsRef> pictures;
};
struct PictureFailed {
    std::string code;
};

// Of the worker. Closed again by StopLookingForSlip.
struct LookForPaper {};  // -> SawSlip again and again, LookFailed
struct TakePicture {};   // -> TookPicture, PictureFailed, LookFailed
struct ListPictures {};  // -> ListedPictures, PictureFailed
struct TakeListed {      // of the list that was told last
    std::size_t index = 0;
};  // -> TookPicture, PictureFailed

}  // namespace desk

}  // namespace courtyard::flow
