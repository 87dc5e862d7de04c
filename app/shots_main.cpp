// courtyard-shots: every sample of the kiosk's and the laptop's gallery as PNG, in several shapes and three text sizes.
// No display is needed.
//
//   courtyard-shots --out DIR [--pack DIR] [--only NAME] [--size WxH] [--text 0|1|2] [--contrast]
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

#include "app/pack/pack.hpp"
#include "app/platform/canvas.hpp"
#include "app/platform/fonts.hpp"
#include "app/platform/image.hpp"
#include "app/platform/ui_context.hpp"
#include "app/screens/field_gallery.hpp"
#include "app/screens/gallery.hpp"
#include "app/screens/kiosk_view.hpp"

namespace {

using namespace courtyard;

struct Options {
    std::filesystem::path out, pack = "assets/packs/zhejiang-demo";
    std::string only;
    std::vector<platform::Size> sizes{{1080, 1920}, {1920, 1080}};
    bool sizes_given = false;
    std::vector<int> texts{0, 1, 2};
    bool contrast = false;
};

constexpr int kFramesToSettle = 4;  // glyphs, heights of scrolled pages, arrows

std::optional<Options> parse(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view name = argv[i];
        if (name == "--contrast") {
            options.contrast = true;
            continue;
        }
        if (i + 1 == argc) return std::nullopt;
        const std::string value = argv[++i];
        if (name == "--out")
            options.out = value;
        else if (name == "--pack")
            options.pack = value;
        else if (name == "--only")
            options.only = value;
        else if (name == "--text")
            options.texts = {std::clamp(std::atoi(value.c_str()), 0, 2)};
        else if (name == "--size") {
            platform::Size size;
            if (std::sscanf(value.c_str(), "%dx%d", &size.width, &size.height) != 2) return std::nullopt;
            options.sizes = {size};
            options.sizes_given = true;
        } else
            return std::nullopt;
    }
    if (options.out.empty()) return std::nullopt;
    return options;
}

// The laptop is seldom turned; its pictures show the two usual screens and that the upright one does not break.
constexpr std::array<platform::Size, 3> kDeskSizes{{{1366, 768}, {1920, 1080}, {1080, 1920}}};

void make_ready(screens::View& view, const platform::UiContext& context, const pack::Pack& content) {
    view.fonts = {context.faces().text, context.faces().bold, context.faces().title, context.faces().icons};
    view.find_word = screens::words_of(&content);
    view.moving = false;
}

// `draw` is called once per frame between begin and end.
platform::Image picture(platform::UiContext& context, platform::Size size, const std::function<void()>& draw) {
    platform::Canvas canvas(size);
    for (int frame = 0; frame < kFramesToSettle; ++frame) {
        context.begin_frame(size, 1.0F / 60);
        draw();
        static_cast<void>(canvas.render(context.end_frame(), 0xF4F1EA));
    }
    return canvas.read_pixels();
}

platform::Image picture(platform::FontLibrary& fonts, const screens::Sample& sample, const flow::KioskWorld& world,
                        platform::Size size) {
    platform::UiContext context(fonts, {platform::AtlasFormat::Alpha8, 1.0F / 60, false});
    screens::View view;
    make_ready(view, context, *world.pack);
    return picture(context, size, [&] { screens::draw(sample.state, world, view, [](const flow::Event&) {}); });
}

platform::Image picture(platform::FontLibrary& fonts, const screens::DeskSample& sample, const pack::Pack& content,
                        platform::Size size) {
    platform::UiContext context(fonts, {platform::AtlasFormat::Alpha8, 1.0F / 60, false});
    screens::DeskView view;
    make_ready(view.view, context, content);
    const screens::DeskWorld world{&content};
    return picture(context, size, [&] { screens::draw(sample.state, world, view, [](const flow::DeskEvent&) {}); });
}

base::Result<int> run(const Options& options) {
    const pack::Pack content = TRY(pack::load(options.pack));
    const auto fonts = TRY(platform::FontLibrary::open());
    const flow::KioskWorld world = screens::gallery_world(content);
    std::error_code ignored;
    std::filesystem::create_directories(options.out, ignored);
    static constexpr const char* kTexts[] = {"normal", "large", "largest"};
    int count = 0;
    for (screens::Sample& sample : screens::gallery(content)) {
        if (!options.only.empty() && sample.name.find(options.only) == std::string::npos) continue;
        for (const platform::Size size : options.sizes) {
            for (const int text : options.texts) {
                sample.state.session.text_size = static_cast<flow::TextSize>(text);
                if (options.contrast) sample.state.session.contrast = flow::Contrast::High;
                const char* shape = size.height > size.width ? "portrait" : "landscape";
                const auto path = options.out / fmt::format("{}.{}.{}.png", sample.name, shape, kTexts[text]);
                TRY(platform::write_png(path, picture(*fonts, sample, world, size)));
                ++count;
            }
        }
    }
    for (screens::DeskSample& sample : screens::desk_gallery(content)) {
        if (!options.only.empty() && sample.name.find(options.only) == std::string::npos) continue;
        const std::vector<platform::Size> desk_sizes(kDeskSizes.begin(), kDeskSizes.end());
        for (const platform::Size size : options.sizes_given ? options.sizes : desk_sizes) {
            for (const int text : options.texts) {
                sample.state.text_size = static_cast<flow::TextSize>(text);
                if (options.contrast) sample.state.contrast = flow::Contrast::High;
                const auto path =
                    options.out / fmt::format("{}.{}x{}.{}.png", sample.name, size.width, size.height, kTexts[text]);
                TRY(platform::write_png(path, picture(*fonts, sample, content, size)));
                ++count;
            }
        }
    }
    return count;
}

}  // namespace

int main(int argc, char** argv) {
    const auto options = parse(argc, argv);
    if (!options) {
        fmt::print(
            stderr,
            "usage: courtyard-shots --out DIR [--pack DIR] [--only NAME] [--size WxH] [--text 0|1|2] [--contrast]\n");
        return 2;
    }
    const auto count = run(*options);
    if (!count) {
        fmt::print(stderr, "courtyard-shots: {}: {}\n", count.error().code, count.error().message);
        return 1;
    }
    fmt::print("{} pictures in {}\n", *count, options->out.string());
    return *count == 0 ? 1 : 0;
}
