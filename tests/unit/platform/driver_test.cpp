// The recorder and the driver that clicks by label: what every test of a screen stands on.
#include <doctest/doctest.h>
#include <imgui_internal.h>

#include <array>

#include "tests/support/ui_driver.hpp"
#include "tests/unit/platform/sample_screen.hpp"
#include "tests/unit/platform/shapes_support.hpp"

using namespace courtyard;
using test::UiDriver;

namespace {

struct Form {
    int pressed = 0;
    int row_pressed = -1;
    bool allowed = true;
    std::array<char, 64> name{};
    float scroll = 0;
    float wheel_scroll = 0;

    void draw() {
        ImGui::SetNextWindowPos(ImVec2(0, 0));
        ImGui::SetNextWindowSize(ImVec2(400, 500));
        ImGui::Begin("form", nullptr, ImGuiWindowFlags_NoDecoration);
        if (ImGui::Button("下一步##go", ImVec2(200, 60))) ++pressed;
        ImGui::BeginDisabled(!allowed);
        if (ImGui::Button("提交", ImVec2(200, 60))) ++pressed;
        ImGui::EndDisabled();
        ImGui::InputText("姓名", name.data(), name.size());
        ImGui::BeginChild("list", ImVec2(300, 200));
        for (int i = 0; i < 30; ++i) {
            if (ImGui::Selectable(("村民" + std::to_string(i)).c_str())) row_pressed = i;
        }
        wheel_scroll = ImGui::GetScrollY();
        ImGui::EndChild();
        if (ImGui::IsMouseDragging(ImGuiMouseButton_Left)) scroll = ImGui::GetMouseDragDelta().y;
        ImGui::End();
    }
};

}  // namespace

TEST_CASE("the driver presses what a person can see, and nothing else") {
    Form form;
    UiDriver driver(test::fonts(), {400, 500}, [&] { form.draw(); });
    CHECK(driver.click("下一步"));
    CHECK(form.pressed == 1);
    CHECK_FALSE(driver.click("没有"));
    CHECK(driver.last_failure().find("[下一步]") != std::string::npos);
    form.allowed = false;
    driver.frames(2);
    CHECK_FALSE(driver.click("提交"));
    CHECK(driver.last_failure().find("may not be pressed") != std::string::npos);
    CHECK(form.pressed == 1);
    CHECK(driver.click("村民2"));
    CHECK(form.row_pressed == 2);
    CHECK_FALSE(driver.click("村民29"));  // scrolled away
    CHECK_FALSE(driver.has("村民29"));
    driver.wheel(ImVec2(100, 300), -50);
    driver.frames(20);
    CHECK(form.wheel_scroll > 0);
    CHECK(driver.click("村民29"));
    CHECK(form.row_pressed == 29);
}

TEST_CASE("the driver types, rare names included, and drags") {
    Form form;
    UiDriver driver(test::fonts(), {400, 500}, [&] { form.draw(); });
    CHECK(driver.click("姓名"));
    driver.type("应𫖯安");
    driver.type("毕䶮");
    CHECK(std::string(form.name.data()) == "应𫖯安毕䶮");
    driver.key(ImGuiKey_Backspace);
    CHECK(std::string(form.name.data()) == "应𫖯安毕");
    driver.drag(ImVec2(350, 100), ImVec2(350, 300));
    CHECK(form.scroll == doctest::Approx(200).epsilon(0.2));
    CHECK(ImGui::GetIO().MousePos.x < -1000);  // the finger is gone
}

TEST_CASE("texts and own widgets are heard by their words") {
    std::unique_ptr<test::SampleScreen> screen;
    UiDriver driver(test::fonts(), {800, 780}, [&](const platform::Faces& faces) -> std::function<void()> {
        screen = std::make_unique<test::SampleScreen>(faces);
        return [&] { screen->draw(); };
    });
    CHECK(driver.has("您想办什么事"));
    CHECK_FALSE(driver.has("不存在"));
    CHECK(driver.find("查办理进度").has_value());
    CHECK(driver.click("查办理进度"));
    CHECK(screen->pressed);
    const std::string transcript = driver.transcript();
    CHECK(transcript.find("乡村司法救助站\n") < transcript.find("您好！您想办什么事？\n"));
    const platform::Image without = driver.picture();
    UiDriver drawing(
        test::fonts(), {800, 780},
        [&](const platform::Faces& faces) -> std::function<void()> {
            screen = std::make_unique<test::SampleScreen>(faces);
            screen->pressed = true;
            return [&] { screen->draw(); };
        },
        test::Drawing::Canvas);
    CHECK(platform::compare(without, drawing.picture()).channel_max == 0);
}

TEST_CASE("a context that does not record keeps nothing") {
    platform::UiContext context(test::fonts(), {});
    context.begin_frame({100, 100}, 0.016f);
    ImGui::Begin("w");
    ImGui::Button("b");
    platform::record_text("t", ImVec2(0, 0), ImVec2(1, 1), 20);
    platform::record_label("l");
    ImGui::End();
    context.end_frame();
    CHECK_FALSE(platform::is_recording());
    CHECK(platform::recording().items.empty());
    CHECK(platform::recording().texts.empty());
}
