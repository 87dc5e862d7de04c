// The pictures of an application on a court's laptop: which are here, which are still on their way, and one of them.
#pragma once

#include <string>
#include <vector>

#include "app/worker/letters.hpp"

namespace courtyard::worker {

struct AttachedPicture {
    base::Digest digest;
    bool is_here = false;
    std::string paper;  // of one that is here
    int page = 0;
    std::size_t bytes = 0;
};
// In the order in which the application names them. What is missing has not come yet, or was lost with a machine whose
// application came back from its slip: a slip holds no pictures.
[[nodiscard]] base::Result<std::vector<AttachedPicture>> pictures_of(Machine& machine, const ShownApplication& shown);

// The picture itself, whoever sent it: it is the one that was named because its digest is. "attachment.missing"; the
// caller wipes it.
[[nodiscard]] base::Result<base::Bytes> picture_with(Machine& machine, const base::Digest& digest);

// What a saved picture is called: its place in the list, the paper's name, the page, ".jpg". Nothing of it is taken as
// a path.
[[nodiscard]] std::string file_name_of(const AttachedPicture& picture, std::size_t place);

}  // namespace courtyard::worker
