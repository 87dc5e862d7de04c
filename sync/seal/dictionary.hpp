// Versioned preset dictionaries, and raw deflate (RFC 1951) with them. A dictionary shipped once is never changed:
// records sealed with it must stay readable for fifty years.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/mixing_model.hpp"

namespace courtyard::seal {

using DictionaryId = std::uint16_t;  // 0 means: none

// A model that knows a dictionary, made when it is first asked for: some 25 ms that no start of a program pays. Any
// thread may ask; when two ask at once, both do the work and one result stays.
class PrimedModel {
public:
    PrimedModel() = default;
    PrimedModel(const PrimedModel&) = delete;
    PrimedModel& operator=(const PrimedModel&) = delete;
    ~PrimedModel() { delete model_.load(); }
    [[nodiscard]] const MixingModel& of(base::ByteView dictionary) const;

private:
    mutable std::atomic<const MixingModel*> model_ = nullptr;
};

struct Dictionary {
    static constexpr std::size_t kSizeMax = 16 * 1024;
    DictionaryId id = 0;
    base::Bytes bytes;
    // Shared by all copies, as it costs time and memory: any thread may ask for it.
    std::shared_ptr<PrimedModel> primed = std::make_shared<PrimedModel>();

    [[nodiscard]] const MixingModel& model() const { return primed->of(bytes); }
};

// The dictionaries that this machine knows, old and new.
class Dictionaries {
public:
    // "dictionary.id" for 0 or an id already there with other bytes; "dictionary.size" for an empty one or one above
    // kSizeMax.
    [[nodiscard]] base::Result<void> add(Dictionary dictionary);
    // nullptr when unknown. The pointer lives as long as this object: entries are never taken away.
    [[nodiscard]] const Dictionary* find(DictionaryId id) const;

private:
    std::map<DictionaryId, Dictionary> known_;
};

// The smallest stream that this machine's zlib finds. `dictionary` may be nullptr.
[[nodiscard]] base::Bytes deflate(base::ByteView plain, const Dictionary* dictionary);
// The stream at the start of `packed`. "deflate.stream", "deflate.size" when the plain text is above `size_max`.
struct Inflated {
    base::Bytes plain;
    std::size_t used = 0;  // bytes of `packed` that the stream took
};
[[nodiscard]] base::Result<Inflated> inflate(base::ByteView packed, const Dictionary* dictionary, std::size_t size_max);

}  // namespace courtyard::seal
