#include "tests/e2e/kiosk_guest.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>

#include "app/camera/camera.hpp"
#include "app/camera/decode.hpp"
#include "app/camera/encode.hpp"
#include "app/camera/photo.hpp"
#include "app/flow/form_answers.hpp"
#include "app/handwriting/ink.hpp"
#include "app/pack/application_json.hpp"
#include "app/worker/tickets.hpp"
#include "app/worker/tongue.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::test {

namespace {

constexpr const char* kStory = "F1.71";
constexpr const char* kPapers = "F1.90";
constexpr const char* kSignature = "F1.92";
constexpr const char* kLetters = "qxvwzkjhpy";
constexpr const char* kNumber = "13977315529";
constexpr const char* kSynthesiser = "espeak-ng";
constexpr const char* kSession = "courtyard-kiosk-session";
constexpr const char* kEyes = "courtyard-eyes";
constexpr const char* kVoice = "courtyard-voice";
constexpr int kSilentMs = 3'000;  // then the page has been read
constexpr int kWaitMs = 50'000;   // fewer than until an idle kiosk asks
constexpr int kStopMs = 5'000;
constexpr int kReadingMs = 10'000;  // of the page, at most

// A form with everything but what this person says today, kept at the kiosk for whoever has its ticket.
BegunForm begun_form(SmallCourt& court) {
    const auto machine = court.kiosk();
    flow::Draft draft;
    auto example = pack::parse_application(machine->pack().form, machine->pack().example_json);
    REQUIRE(example.has_value());
    draft.application = std::move(*example);
    for (const auto& [code, answer] : draft.application.answers)
        draft.seen.insert(code);
    flow::erase(draft.application, kStory);
    flow::erase(draft.application, kSignature);
    draft.at = kSignature;
    worker::Tickets tickets;
    const auto code = tickets.issue(court.random).code();
    REQUIRE(tickets.keep(*machine, draft, os::now(), court.random).has_value());
    BegunForm begun{std::string(base::as_text(code.view())), {}};
    auto opened = tickets.open(*machine, begun.ticket, {});
    REQUIRE((opened.has_value() && opened->has_value()));
    begun.draft = std::move(**opened);
    std::erase(begun.ticket, '-');
    return begun;
}

// A sheet on a table, covered with squares as nobody else's paper is.
camera::Picture strange_paper() {
    camera::Picture picture(1200, 1600);
    std::uint32_t chance = 20261127;
    std::array<std::uint8_t, 30 * 40> squares{};
    for (std::uint8_t& square : squares) {
        chance = chance * 1664525 + 1013904223;
        square = static_cast<std::uint8_t>(60 + (chance >> 24U) * 3 / 4);
    }
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            const double u = (x - 150 - y * 0.03) / 860, v = (y - 180 + x * 0.02) / 1240;
            std::uint8_t* at = picture.at(x, y);
            if (u < 0 || u >= 1 || v < 0 || v >= 1) {
                at[0] = 60, at[1] = 44, at[2] = 34;
                continue;
            }
            const bool is_margin = u < 0.1 || u > 0.9 || v < 0.1 || v > 0.9;
            const std::uint8_t grey =
                is_margin ? 240 : squares[static_cast<std::size_t>(v * 40) * 30 + static_cast<std::size_t>(u * 30)];
            at[0] = grey, at[1] = static_cast<std::uint8_t>(grey / 2 + 90),
            at[2] = static_cast<std::uint8_t>(250 - grey);
        }
    return picture;
}

flow::PixelsRef pixels_of(const camera::Picture& picture) {
    base::Bytes rgba;
    for (std::size_t i = 0; i < picture.rgb.size(); i += 3)
        rgba.insert(rgba.end(), {picture.rgb[i], picture.rgb[i + 1], picture.rgb[i + 2], 255});
    return std::make_shared<flow::Pixels>(picture.width, picture.height, std::move(rgba));
}

std::string bytes_at(const base::Bytes& bytes, std::size_t at, std::size_t count) {
    REQUIRE(at + count <= bytes.size());
    return {reinterpret_cast<const char*>(bytes.data()) + at, count};
}

// 24 pixels in the middle of the picture, where the squares are.
std::string middle_row(const flow::Pixels& pixels) {
    const auto width = static_cast<std::size_t>(pixels.width), height = static_cast<std::size_t>(pixels.height);
    return bytes_at(pixels.rgba, (height / 2 * width + width / 2 - 48) * 4, 96 * 4);
}

// The most colourful stretch of a row of the screen, as a display holds it: blue, green, red and a byte that is
// anything.
Canary screen_canary(const platform::Image& screen) {
    constexpr int kLong = 64;
    std::size_t most = 0;
    std::vector<std::array<std::uint8_t, 3>> chosen;
    for (int y = 0; y < screen.height; y += 4)
        for (int x = 0; x + kLong <= screen.width; x += kLong / 4) {
            std::vector<std::array<std::uint8_t, 3>> row;
            for (int i = 0; i < kLong; ++i) {
                const std::uint8_t* at =
                    screen.rgba.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(screen.width) +
                                          static_cast<std::size_t>(x + i)) *
                                             4;
                row.push_back({at[2], at[1], at[0]});
            }
            const std::size_t colours = std::set<std::array<std::uint8_t, 3>>(row.begin(), row.end()).size();
            if (colours <= most) continue;
            most = colours;
            chosen = std::move(row);
        }
    REQUIRE(most > kLong / 3);
    Canary canary{"the paper on the screen", {}};
    for (const char fourth : {'\0', '\xFF'}) {
        std::string& form = canary.forms.emplace_back();
        for (const auto& pixel : chosen) {
            form.append(reinterpret_cast<const char*>(pixel.data()), 3);
            form += fourth;
        }
    }
    return canary;
}

// A run of points in the middle of a stroke, as the memory of a program has them.
template <class Point>
std::string run_of(const std::vector<Point>& stroke) {
    constexpr std::size_t kRun = 6;
    REQUIRE(stroke.size() >= kRun + 4);
    std::string bytes(kRun * sizeof(Point), '\0');
    std::memcpy(bytes.data(), stroke.data() + stroke.size() - kRun - 2, bytes.size());
    return bytes;
}

// No two steps alike.
std::vector<ImVec2> strange_stroke(float turn) {
    std::vector<ImVec2> points;
    for (int i = 0; i < 14; ++i) {
        const float t = static_cast<float>(i);
        points.emplace_back(0.13F + 0.053F * t, 0.5F + 0.29F * std::sin(turn + t * 1.37F) + 0.07F * std::cos(t * t));
    }
    return points;
}

// All threads' children.
std::vector<pid_t> children_of(pid_t process, std::string_view program) {
    std::vector<pid_t> children;
    std::error_code error;
    for (const auto& task : std::filesystem::directory_iterator("/proc/" + std::to_string(process) + "/task", error)) {
        std::ifstream file(task.path() / "children");
        for (pid_t child = 0; file >> child;)
            if (program_of(child) == program) children.push_back(child);
    }
    return children;
}

// Stops the process, and lets it go on unless this is in its memory now.
bool is_held_with(pid_t process, const Canary& canary) {
    ::kill(process, SIGSTOP);
    const std::int64_t until = os::monotonic_ms() + kStopMs;
    while (!is_stopped(process) && os::monotonic_ms() < until)
        ::usleep(100);
    if (is_stopped(process) && !in_memory({process}, {canary}).empty()) return true;
    ::kill(process, SIGCONT);
    return false;
}

// 64 samples of the loudest place of what was heard.
std::string loud_place(const std::string& heard) {
    constexpr std::size_t kBytes = 128;
    std::string loudest;
    std::size_t most = 0;
    for (std::size_t at = 0; at + kBytes <= heard.size(); at += kBytes) {
        const std::string place = heard.substr(at, kBytes);
        const std::size_t values = std::set<char>(place.begin(), place.end()).size();
        if (values <= most) continue;
        most = values;
        loudest = place;
    }
    REQUIRE(most > 40);
    return loudest;
}

}  // namespace

KioskGuest::KioskGuest()
    : begun_(begun_form(court_)), visitor_(court_.home("kiosk"), court_.folder / ".", [this] {
          std::filesystem::create_directory(outside_ / "held");
          std::ofstream(court_.home("kiosk") / "machine.toml", std::ios::app)
              << "\n[camera]\ndevice = \"" << (outside_ / "held").string() << "\"\n";
          return Equipment{true, {card_.environment()}};
      }()) {}

KioskGuest::~KioskGuest() {
    // What outlived its session although it must not.
    if (synthesiser_ > 0 && program_of(synthesiser_) == kSynthesiser) ::kill(synthesiser_, SIGKILL);
    if (eyes_ > 0 && program_of(eyes_) == kEyes) ::kill(eyes_, SIGKILL);
}

std::vector<pid_t> KioskGuest::processes() {
    for (const pid_t process : process_tree(visitor_.keeper()))
        known_.insert(process);
    known_.insert(visitor_.display().server());
    return {known_.begin(), known_.end()};
}

std::vector<Found> KioskGuest::left(int ms, int looks) {
    const std::int64_t until = os::monotonic_ms() + ms;
    for (int look = 1;; ++look) {
        std::vector<Found> all = in_files(court_.folder / ".", canaries_);
        for (Found& one : in_memory(processes(), canaries_))
            all.push_back(std::move(one));
        if (is_path_remembered()) all.push_back({"the way of the finger", "Xvfb"});
        if (all.empty() || (look >= looks && os::monotonic_ms() >= until)) return all;
        ::usleep(50'000);
    }
}

// More of it than the one place where a finger may have touched again.
bool KioskGuest::is_path_remembered() const {
    const auto all = visitor_.display().remembered_path();
    return 1 < std::count_if(path_.begin(), path_.end(), [&all](const std::pair<int, int>& place) {
               return std::find(all.begin(), all.end(), place) != all.end();
           });
}

void KioskGuest::leaves(Canary canary, const std::vector<std::string>& programs) {
    canaries_.push_back(std::move(canary));
    const std::vector<Found> found = in_memory(processes(), {canaries_.back()});
    for (const std::string& program : programs)
        CHECK_MESSAGE(std::any_of(found.begin(), found.end(),
                                  [&](const Found& one) { return one.where.starts_with(program + " "); }),
                      canaries_.back().name << " is not in " << program << " although it is there");
}

void KioskGuest::searches_guide() {
    visitor_.tap("attract.touch");
    visitor_.tap("home.guide.title");
    visitor_.tap("guide.search");
    visitor_.type(kLetters);
    leaves(text_canary(kLetters));
    visitor_.tap("nav.back");
    visitor_.tap("nav.back");
}

void KioskGuest::goes_on_with_form() {
    visitor_.tap("home.resume");
    visitor_.type(begun_.ticket);
    leaves(text_canary(begun_.ticket));
    visitor_.press("resume.open");
    // The mirror has no worker: it is told what the kiosk finds.
    visitor_.mirror().play(
        flow::DraftOpened{visitor_.mirror().state().session.ticket.ticket, begun_.draft, begun_.ticket, begun_.ticket});
    REQUIRE(visitor_.agrees());
}

void KioskGuest::signs() {
    visitor_.draw("eyes.sign.box", strange_stroke(0.4F));
    REQUIRE(visitor_.agrees());
    const flow::KioskState& state = visitor_.mirror().state();
    leaves({"the strokes of the signature", {run_of(state.session.eyes.ink.strokes.back())}});
    const domain::Answer* answer = state.session.draft.application.find(kSignature);
    REQUIRE((answer != nullptr && answer->row() != nullptr));
    leaves({"the signature as it is kept", text_canary(answer->row()->find(flow::kInk)->second).forms});
}

void KioskGuest::looks_through_camera() {
    while (visitor_.mirror().state().session.draft.asking.field != kPapers)
        visitor_.tap("nav.back");
    auto file = camera::encode_jpeg(strange_paper(), 90);
    REQUIRE(file.has_value());
    paper_ = std::move(*file);
    std::ofstream(outside_ / "held/paper.jpg", std::ios::binary) << base::as_text(paper_);
    visitor_.press("eyes.papers.camera");
    const auto preview = camera::decode(paper_, camera::kPreviewSide);
    REQUIRE(preview.has_value());
    const flow::PixelsRef live = pixels_of(*preview);
    visitor_.mirror().play(flow::CameraSaw{visitor_.mirror().state().session.eyes.camera.ticket, live});
    REQUIRE_MESSAGE(visitor_.agrees(), "the kiosk does not show what is before its camera");
    const Canary sight{"what the camera sees", {bytes_at(paper_, paper_.size() / 2, 256), middle_row(*live)}};
    // They have it for a moment only, ten times a second.
    const std::int64_t until = os::monotonic_ms() + kWaitMs;
    while (eyes_ < 0 && os::monotonic_ms() < until)
        for (const pid_t eyes : children_of(visitor_.session(), kEyes))
            if (is_held_with(eyes, sight)) eyes_ = eyes;
    REQUIRE_MESSAGE(eyes_ > 0, "the eyes were never seen with what they see");
    leaves(sight, {kSession, kEyes});
}

void KioskGuest::photographs() {
    ::kill(eyes_, SIGCONT);
    visitor_.press("eyes.photo.shoot");
    const auto seen = camera::decode(paper_);
    REQUIRE(seen.has_value());
    auto photo = camera::photo_of(*seen);
    REQUIRE(photo.has_value());
    const flow::PixelsRef view = pixels_of(photo->view);
    const Canary kept{"the photo as it is kept", {bytes_at(photo->jpeg, photo->jpeg.size() / 2, 256)}};
    visitor_.mirror().play(flow::TookPhoto{visitor_.mirror().state().session.eyes.camera.ticket,
                                           std::make_shared<flow::PhotoFile>(std::move(photo->jpeg)), view,
                                           photo->found_sheet});
    REQUIRE_MESSAGE(visitor_.agrees(), "the kiosk does not show the photo");
    leaves(kept);
    leaves({"the photo as it is shown", {middle_row(*view)}});
    leaves(screen_canary(visitor_.display().picture()), {kSession, "Xvfb"});
    visitor_.tap("eyes.photo.use");
}

void KioskGuest::types() {
    while (visitor_.mirror().state().session.draft.asking.field != kStory)
        visitor_.tap("nav.back");
    visitor_.type(kNumber);
    leaves(text_canary(kNumber));
}

void KioskGuest::writes_by_hand() {
    path_ = visitor_.draw("writing.grid", strange_stroke(2.1F));
    const auto& ink = visitor_.mirror().state().session.writing.ink;
    REQUIRE(!ink.empty());
    handwriting::Stroke read;
    for (const flow::InkPoint& point : ink.back())
        read.push_back({static_cast<double>(point.x), static_cast<double>(point.y)});
    leaves({"the strokes of a character", {run_of(ink.back()), run_of(read)}});
    CHECK(is_path_remembered());
    visitor_.tap("writing.clear");
}

void KioskGuest::listens() {
    visitor_.press("voice.listen");
    visitor_.mirror().driver().frames(4);
    auto tongue = worker::shipped_tongue();
    REQUIRE(tongue.has_value());
    worker::teach(*tongue, demo_pack());
    Canary said{"the number as it is said", {}};
    for (const flow::Effect& effect : visitor_.mirror().take_effects()) {
        const auto* speak = std::get_if<flow::Speak>(&effect);
        if (speak == nullptr) continue;
        for (const std::string& piece : speak->pieces)
            if (piece.find(kNumber) != std::string::npos)
                for (const speech::Sentence& sentence : speech::read_aloud(piece, *tongue))
                    said.forms = text_canary(sentence.pinyin).forms;
    }
    REQUIRE(!said.forms.empty());
    // It is at work for a few hundredths of a second only: who misses it, as a busy machine makes us, has the page read
    // again.
    constexpr int kReadings = 40;
    for (int reading = 0; synthesiser_ < 0 && reading < kReadings; ++reading) {
        if (reading > 0) visitor_.press("voice.again");
        const std::int64_t until = os::monotonic_ms() + kReadingMs;
        for (std::int64_t sounded = os::monotonic_ms();
             synthesiser_ < 0 && os::monotonic_ms() < until && os::monotonic_ms() < sounded + kSilentMs;) {
            while (!card_.take().empty())
                sounded = os::monotonic_ms();
            for (const pid_t voice : children_of(visitor_.session(), kVoice))
                for (const pid_t child : children_of(voice, kSynthesiser))
                    if (is_held_with(child, said)) synthesiser_ = child;
            ::usleep(400);
        }
    }
    REQUIRE_MESSAGE(synthesiser_ > 0, "the synthesiser was never seen at work on what was typed");
    leaves(said, {kSession, kVoice, kSynthesiser});
}

void KioskGuest::hears() {
    static_cast<void>(card_.take());
    ::kill(synthesiser_, SIGCONT);
    constexpr std::size_t kEnough = 64'000;  // bytes: two thirds of a second, and the number takes three
    const std::int64_t until = os::monotonic_ms() + kWaitMs;
    std::string heard;
    while (heard.size() < kEnough && os::monotonic_ms() < until) {
        heard += card_.take();
        ::usleep(500);
    }
    REQUIRE(heard.size() >= kEnough);
    heard.erase(0, heard.size() / 2);  // what the card still had of the sentence before
    leaves({"the number as it sounds", {loud_place(heard)}}, {kVoice});
}

}  // namespace courtyard::test
