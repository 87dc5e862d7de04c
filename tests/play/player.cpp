#include "tests/play/player.hpp"

#include <imgui.h>
#include <algorithm>

#include <cfloat>
#include <chrono>
#include <cstdio>
#include <regex>
#include <thread>

#include "app/platform/image.hpp"
#include "app/platform/ui_recorder.hpp"

namespace courtyard::play {

namespace {

constexpr const char* kGrid = "\u5199\u5b57\u683c";  // what the pack calls the grid of the writing pad
constexpr const char* kSignature =
    "\u7528\u624b\u6307\u5728\u8fd9\u91cc\u5199\u540d\u5b57";  // and the box of a signature
constexpr int kStillFrames = 3;    // after an act the screen may need a frame for the event and one for what it shows
constexpr int kFramesToRead = 25;  // nobody looks for a character before the pen has left
constexpr float kInsideEdge = 24;  // pixels from the edge of what can be seen to where the wheel is turned
constexpr auto kFramePause = std::chrono::milliseconds(4);

bool is_seen(ImVec2 min, ImVec2 max) { return max.x - min.x > 1 && max.y - min.y > 1; }

// Whether the words stand before the item, in its row.
bool is_beside(const platform::RecordedItem& item, const std::string& words) {
    const auto& texts = platform::recording().texts;
    return std::any_of(texts.begin(), texts.end(), [&](const platform::RecordedText& text) {
        const float middle = (text.min.y + text.max.y) / 2;
        const bool before = text.max.x <= item.min.x && middle > item.min.y && middle < item.max.y;
        return before && text.text.find(words) != std::string::npos;
    });
}

// Of buttons that are called the same: "NAME@WORDS" is the one beside those words.
const platform::RecordedItem* find_item(const std::string& wanted) {
    const std::size_t at = wanted.find('@');
    const std::string label = wanted.substr(0, at);
    const std::string beside = at == std::string::npos ? "" : wanted.substr(at + 1);
    const platform::RecordedItem* hidden = nullptr;
    for (const platform::RecordedItem& item : platform::recording().items) {
        const bool is_it =
            label.back() == '*' ? item.label.starts_with(label.substr(0, label.size() - 1)) : item.label == label;
        if (!is_it || (!beside.empty() && !is_beside(item, beside))) continue;
        if (is_seen(item.seen_min, item.seen_max)) return &item;
        hidden = &item;
    }
    return hidden;
}

// Lines of one sentence are recorded apart: look into their joined text as well.
bool can_read(const std::string& wanted) {
    std::string all;
    for (const platform::RecordedText& text : platform::recording().texts) {
        if (!is_seen(text.seen_min, text.seen_max)) continue;
        if (text.text.find(wanted) != std::string::npos) return true;
        all += text.text;
    }
    return all.find(wanted) != std::string::npos;
}

std::vector<std::string> apart(const std::string& text) {
    std::vector<std::string> characters;
    for (const auto& [character, code] : characters_of(text))
        characters.push_back(character);
    return characters;
}

ImGuiKey key_named(const std::string& name) {
    if (name == "Enter") return ImGuiKey_Enter;
    if (name == "Escape") return ImGuiKey_Escape;
    if (name == "Tab") return ImGuiKey_Tab;
    if (name == "Backspace") return ImGuiKey_Backspace;
    if (name == "Down") return ImGuiKey_DownArrow;
    if (name == "Up") return ImGuiKey_UpArrow;
    return ImGuiKey_None;
}

}  // namespace

Player::Player(std::vector<Act> acts, std::filesystem::path pictures, std::string prefix, Memory memory,
               double patience_seconds, Templates templates)
    : acts_(std::move(acts)),
      pictures_(std::move(pictures)),
      prefix_(std::move(prefix)),
      memory_(std::move(memory)),
      patience_seconds_(patience_seconds),
      templates_(std::move(templates)) {}

bool Player::act(platform::Window& window) {
    ImGui::SetCurrentContext(window.ui().context());
    std::this_thread::sleep_for(kFramePause);
    if (still_ > 0) {
        --still_;
        return true;
    }
    if (at_ == acts_.size()) return false;
    const double now = platform::Window::now_seconds();
    if (act_began_ == 0) act_began_ = now;
    const Act& act = acts_[at_];
    if (perform(act, window) == Step::Done) {
        ++at_;
        phase_ = 0;
        repeats_ = 0;
        act_began_ = 0;
        still_ = kStillFrames;
    } else if (now - act_began_ > patience_seconds_) {
        failure_ = "line " + std::to_string(act.line) + ": \"" + act.subject +
                   "\" did not come; on the screen: " + what_is_seen();
    }
    return failure_.empty();
}

Player::Step Player::perform(const Act& act, platform::Window& window) {
    const std::string subject = with_memory(act.subject, memory_);
    switch (act.verb) {
        case Verb::Tap: return tap(subject);
        case Verb::Hold:
            if (tap(subject) == Step::Again) return Step::Again;
            phase_ = 0;
            still_ = kStillFrames;
            return ++repeats_ < std::stoi(act.object) ? Step::Again : Step::Done;
        case Verb::Keys: return tap_all(apart(subject));
        case Verb::Sound: {
            std::vector<std::string> labels = apart(subject);
            labels.push_back(act.object);
            return tap_all(labels);
        }
        case Verb::Draw: return draw(subject);
        case Verb::Sign: return sign(subject);
        case Verb::Type: ImGui::GetIO().AddInputCharactersUTF8(subject.c_str()); return Step::Done;
        case Verb::Key: return press(subject);
        case Verb::See: return can_read(subject) ? Step::Done : Step::Again;
        case Verb::Gone: return can_read(subject) ? Step::Again : Step::Done;
        case Verb::Remember: {
            // Groups of a code are drawn apart: a dash stands between any two texts.
            std::string all;
            for (const platform::RecordedText& text : platform::recording().texts)
                all += text.text + "-";
            std::smatch found;
            if (!std::regex_search(all, found, std::regex(act.object))) return Step::Again;
            memory_[act.subject] = found.str();
            return Step::Done;
        }
        case Verb::Shot: return shoot(subject, window);
        case Verb::Wait:
            return platform::Window::now_seconds() - act_began_ > std::stod(subject) / 1e3 ? Step::Done : Step::Again;
    }
    return Step::Done;
}

Player::Step Player::tap(const std::string& label) {
    ImGuiIO& io = ImGui::GetIO();
    const platform::RecordedItem* item = find_item(label);
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    if (phase_ == 0) {
        if (item == nullptr) return Step::Again;
        if (!is_seen(item->seen_min, item->seen_max) ||
            item->seen_max.y - item->seen_min.y < (item->max.y - item->min.y) / 2) {
            // Out of sight: turn the wheel where its column still shows until it comes. What can be seen ends above it,
            // or begins below.
            const bool is_below = item->seen_max.y < item->max.y;
            const float edge = is_below ? item->seen_max.y - kInsideEdge : item->seen_min.y + kInsideEdge;
            io.AddMousePosEvent((item->min.x + item->max.x) / 2, edge);
            io.AddMouseWheelEvent(0, is_below ? -1.0F : 1.0F);
            return Step::Again;
        }
        io.AddMousePosEvent((item->seen_min.x + item->seen_max.x) / 2, (item->seen_min.y + item->seen_max.y) / 2);
    } else if (phase_ == 2) {
        // What moved away meanwhile is aimed at anew: another thing may stand there now.
        const ImVec2 at = io.MousePos;
        if (item == nullptr || at.x < item->seen_min.x || at.x > item->seen_max.x || at.y < item->seen_min.y ||
            at.y > item->seen_max.y) {
            phase_ = 0;
            return Step::Again;
        }
        io.AddMouseButtonEvent(0, true);
    } else if (phase_ == 4) {
        io.AddMouseButtonEvent(0, false);
    } else if (phase_ == 6) {
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        return Step::Done;
    }
    ++phase_;
    return Step::Again;
}

Player::Step Player::tap_all(const std::vector<std::string>& labels) {
    if (tap(labels[static_cast<std::size_t>(repeats_)]) == Step::Again) return Step::Again;
    phase_ = 0;
    still_ = kStillFrames;
    act_began_ = platform::Window::now_seconds();  // each key may take its time
    return static_cast<std::size_t>(++repeats_) < labels.size() ? Step::Again : Step::Done;
}

// A pen writes each character into the grid, point by point, waits for the candidates and takes the one that was meant.
Player::Step Player::draw(const std::string& text) {
    const auto characters = characters_of(text);
    if (drawn_ >= characters.size()) {
        drawn_ = 0;
        return Step::Done;
    }
    if (!is_written_) {
        const platform::RecordedItem* grid = find_item(kGrid);
        if (grid == nullptr) return Step::Again;
        if (write(characters[drawn_], {grid->min.x, grid->min.y, grid->max.x - grid->min.x}) == Step::Again)
            return Step::Again;
        is_written_ = true;
        still_ = kFramesToRead;
        return Step::Again;
    }
    if (tap(characters[drawn_].first) == Step::Again) return Step::Again;
    ++drawn_;
    is_written_ = false;
    phase_ = 0;
    still_ = kStillFrames;
    act_began_ = platform::Window::now_seconds();  // each character may take its time
    return Step::Again;
}

Player::Step Player::sign(const std::string& text) {
    const auto characters = characters_of(text);
    const platform::RecordedItem* box = find_item(kSignature);
    if (box == nullptr) return Step::Again;
    const float wide = (box->max.x - box->min.x) / static_cast<float>(characters.size());
    const float side = std::min(wide, box->max.y - box->min.y) * 0.86F;
    const Square at{box->min.x + static_cast<float>(drawn_) * wide + (wide - side) / 2,
                    (box->min.y + box->max.y - side) / 2, side};
    if (write(characters[drawn_], at) == Step::Again) return Step::Again;
    if (++drawn_ < characters.size()) return Step::Again;
    drawn_ = 0;
    return Step::Done;
}

Player::Step Player::write(const std::pair<std::string, char32_t>& character, const Square& at) {
    const auto found = templates_.find(character.second);
    if (found == templates_.end()) {
        failure_ = "there are no strokes of " + character.first + " in tests/data/handwriting";
        return Step::Again;
    }
    const auto& strokes = found->second;
    const auto& stroke = strokes[stroke_];
    const auto& point = stroke[std::min(point_, stroke.size() - 1)];
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    io.AddMousePosEvent(at.x + point.x / 1000 * at.side, at.y + point.y / 1000 * at.side);
    if (point_ == 0) io.AddMouseButtonEvent(0, true);
    if (point_ == stroke.size()) io.AddMouseButtonEvent(0, false);
    if (point_++ < stroke.size()) return Step::Again;
    point_ = 0;
    still_ = 1;
    if (++stroke_ < strokes.size()) return Step::Again;
    stroke_ = 0;
    still_ = kStillFrames;
    act_began_ = platform::Window::now_seconds();
    return Step::Done;
}

Player::Step Player::press(const std::string& name) {
    const ImGuiKey key = key_named(name);
    if (key == ImGuiKey_None) {
        failure_ = "no key is called " + name;
        return Step::Again;
    }
    ImGui::GetIO().AddKeyEvent(key, phase_ == 0);
    return phase_++ == 0 ? Step::Again : Step::Done;
}

Player::Step Player::shoot(const std::string& name, platform::Window& window) {
    // Let what still moves come to rest, so that a picture shows what a person sees.
    if (phase_++ < 12) return Step::Again;
    char number[16];
    std::snprintf(number, sizeof number, "%02d", ++shots_);
    const auto written =
        platform::write_png(pictures_ / (prefix_ + number + "_" + name + ".png"), window.read_pixels());
    if (!written) failure_ = written.error().message;
    return Step::Done;
}

std::string Player::what_is_seen() const {
    std::string all;
    for (const platform::RecordedText& text : platform::recording().texts) {
        if (is_seen(text.seen_min, text.seen_max)) all += text.text + " | ";
    }
    return all;
}

}  // namespace courtyard::play
