// What the next bit of a text probably is: eight contexts and two matches, each with an opinion, mixed by weights that
// learn which opinions were right here before. FORMAT.md, section 4, has every number.
//
// Measured while choosing, in bytes of packed text: bench's applications, stories in plain words, applications.txt.
//   deflate, searched                                                   665   519   535
//   20 contexts (longer orders, earlier values, words), all room        388   272   311
//   8 of them: more opinions are learnt more slowly                     384   270   308
//   … three of these remembering only the last byte (runs)              385   270   311   half the memory
//   … 2^18 slots with checks, four places for each                      385   269   312   1 MB, as here
//   … 2^17 of them                                                      390   274   317
//   … 2^19 slots of half the size without checks                        392   276   317
//   … two sets of weights instead of three                              388   273   317
//   … no correction in the end                                          389   272   314
// A second layer of mixing instead of the mean gave 0.3 %, and was not worth its rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "sync/base/bytes.hpp"

namespace courtyard::seal {

// Copied for each text and wiped in the end. All of it is 1.6 MB in one piece.
class MixingModel {
public:
    // Bytes that a model can remember, those of the dictionary among them.
    static constexpr std::size_t kMemory = 32 * 1024;

    MixingModel();  // knows nothing
    MixingModel(const MixingModel& other);
    MixingModel& operator=(const MixingModel&) = delete;
    ~MixingModel();

    // Reads a dictionary, at most 16 KiB, learning quickly; what follows is learnt more slowly.
    void prime(base::ByteView dictionary);

    // That the next bit is 1, of 65,536: 8 to 65,528. The bits of a byte come highest first.
    [[nodiscard]] std::uint32_t one() const;
    void take(std::uint32_t bit);
    void begin_text();                      // it has braces of its own
    [[nodiscard]] bool has_closed() const;  // see TextPlace

private:
    struct State;

    void begin_byte();
    void guess_by_runs();
    void guess_by_matches();
    void predict();
    void find_slots();
    void ask_guesses();
    void choose_weights();
    void correct(std::int32_t stretched);
    void learn(std::uint32_t bit);
    void learn_guesses(std::uint32_t bit);
    void take_byte();
    void follow(std::size_t match, std::uint8_t byte);

    std::unique_ptr<State> state_;
};

}  // namespace courtyard::seal
