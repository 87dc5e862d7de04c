// What the page of no double aid asks of the worker. Each -> DoublesShown.
#pragma once

namespace courtyard::flow::desk {

struct ShowDoubles {};
struct WriteTokenList {};
struct TakeTokenLists {};  // and compare every case with them

}  // namespace courtyard::flow::desk
