// Plays a script at a real window, through the same ImGui input that fingers and keys take.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/shell/window_loop.hpp"
#include "tests/play/script.hpp"
#include "tests/play/templates.hpp"

namespace courtyard::play {

class Player final : public shell::Hand {
public:
    Player(std::vector<Act> acts, std::filesystem::path pictures, std::string prefix, Memory memory,
           double patience_seconds, Templates templates);

    bool act(platform::Window& window) override;
    void frame_took(double ms) override { frames_.push_back({ms, at_ < acts_.size() ? acts_[at_].line : 0}); }

    [[nodiscard]] bool is_finished() const { return at_ == acts_.size() && failure_.empty(); }
    [[nodiscard]] const std::string& failure() const { return failure_; }  // one sentence, empty when there is none
    [[nodiscard]] const Memory& memory() const { return memory_; }
    struct Frame {
        double ms = 0;
        std::size_t line = 0;  // of the script: the act that was going on; 0 after the last
    };
    [[nodiscard]] const std::vector<Frame>& frames() const { return frames_; }

private:
    enum class Step { Done, Again };

    Step perform(const Act& act, platform::Window& window);
    Step tap(const std::string& label);
    Step tap_all(const std::vector<std::string>& labels);
    Step draw(const std::string& characters);
    Step sign(const std::string& characters);
    struct Square {
        float x = 0, y = 0, side = 0;
    };
    // One point further along this character's strokes.
    Step write(const std::pair<std::string, char32_t>& character, const Square& at);
    Step press(const std::string& name);
    Step shoot(const std::string& name, platform::Window& window);
    [[nodiscard]] std::string what_is_seen() const;

    std::vector<Act> acts_;
    std::filesystem::path pictures_;
    std::string prefix_;
    Memory memory_;
    double patience_seconds_;
    Templates templates_;
    std::vector<Frame> frames_;
    std::size_t at_ = 0;
    int shots_ = 0;
    int phase_ = 0;  // within one act: finger comes, goes down, up, leaves
    int repeats_ = 0;
    std::size_t drawn_ = 0;  // characters of a draw that are in the text already
    bool is_written_ = false;
    std::size_t stroke_ = 0;
    std::size_t point_ = 0;
    int still_ = 0;         // frames to let pass before the next act
    double act_began_ = 0;  // seconds of the window's clock
    std::string failure_;
};

}  // namespace courtyard::play
