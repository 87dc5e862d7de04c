#include "tests/unit/platform/sample_screen.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include "app/platform/ui_recorder.hpp"

namespace courtyard::test {

namespace {

void text(ImFont* face, float em, float x, float y, ImU32 colour, const char* words) {
    ImGui::GetWindowDrawList()->AddText(face, em, ImVec2(x, y), colour, words);
    const ImVec2 size = face->CalcTextSizeA(em, FLT_MAX, 0, words);
    platform::record_text(words, ImVec2(x, y), ImVec2(x + size.x, y + size.y), em);
}

void gradient_card(ImVec2 low, ImVec2 high, float rounding, ImU32 from, ImU32 to) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const int first = list->VtxBuffer.Size;
    list->AddRectFilled(low, high, from, rounding);
    ImGui::ShadeVertsLinearColorGradientKeepAlpha(list, first, list->VtxBuffer.Size, low, ImVec2(high.x, low.y), from,
                                                  to);
}

}  // namespace

platform::Image sample_picture(int width, int height) {
    platform::Image image = platform::Image::blank(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            std::uint8_t* p =
                image.rgba.data() +
                (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4;
            p[0] = static_cast<std::uint8_t>(x * 255 / width);
            p[1] = static_cast<std::uint8_t>(y * 255 / height);
            p[2] = static_cast<std::uint8_t>((x * 7 + y * 3) & 255);
            p[3] = static_cast<std::uint8_t>(x < width / 4 ? x * 4 * 255 / width : 255);
        }
    }
    return image;
}

void SampleScreen::draw() {
    if (!picture) picture = std::make_unique<platform::Texture>(sample_picture(64, 48));
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("sample", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove);
    ImDrawList* list = ImGui::GetWindowDrawList();
    gradient_card(ImVec2(0, 0), ImVec2(800, 150), 0, IM_COL32(0x14, 0x34, 0x4F, 255), IM_COL32(0x23, 0x5A, 0x82, 255));
    list->AddRectFilled(ImVec2(0, 150), ImVec2(800, 155), IM_COL32(0xC7, 0x9B, 0x45, 255));
    text(faces.title, 46, 40, 40, IM_COL32_WHITE, "乡村司法救助站");
    text(faces.bold, 38, 600, 40, IM_COL32_WHITE, "09:30");
    text(faces.bold, 56, 40, 180, IM_COL32(0x1C, 0x27, 0x33, 255), "您好！您想办什么事？");
    text(faces.text, 28, 40, 250, IM_COL32(0x55, 0x61, 0x6C, 255), "应𫖯安 毕䶮 𬭎 𫘧 㐱 𠮷 Agy 0123");
    for (int i = 12; i > 0; --i) {
        const float grow = static_cast<float>(i);
        list->AddRectFilled(ImVec2(40 - grow, 304 - grow), ImVec2(760 + grow, 484 + grow), IM_COL32(20, 40, 60, 5),
                            30 + grow);
    }
    gradient_card(ImVec2(40, 300), ImVec2(760, 480), 30, IM_COL32(0x1B, 0x74, 0x65, 255),
                  IM_COL32(0x2F, 0x9C, 0x86, 255));
    list->PushClipRect(ImVec2(40, 300), ImVec2(760, 480), true);
    list->AddCircleFilled(ImVec2(760, 300), 160, IM_COL32(255, 255, 255, 28));
    list->PopClipRect();
    list->AddCircleFilled(ImVec2(120, 390), 52, IM_COL32(255, 255, 255, 50));
    text(faces.icons, 64, 88, 358, IM_COL32_WHITE, "\xee\xa1\xbd");
    text(faces.bold, 46, 200, 330, IM_COL32_WHITE, "我要申请司法救助");
    text(faces.text, 24, 200, 400, IM_COL32_WHITE, line);
    const float x = 40 + shift;
    list->AddRectFilled(ImVec2(x, 520), ImVec2(x + 340, 700),
                        pressed ? IM_COL32(0xE0, 0xE0, 0xE0, 255) : IM_COL32_WHITE, 30);
    list->AddRect(ImVec2(x, 520), ImVec2(x + 340, 700), IM_COL32(0xC7, 0x9B, 0x45, 255), 30, 0, 2.5f);
    text(faces.bold, 38, x + 30, 560, IM_COL32(0x1C, 0x27, 0x33, 255), "查办理进度");
    list->AddLine(ImVec2(420, 530), ImVec2(640, 690), IM_COL32(0xB4, 0x41, 0x2F, 255), 3);
    list->AddBezierCubic(ImVec2(420, 690), ImVec2(500, 520), ImVec2(560, 720), ImVec2(640, 530), IM_COL32(0, 0, 0, 160),
                         1.5f);
    list->AddTriangleFilled(ImVec2(660.3f, 530.7f), ImVec2(758.1f, 571.4f), ImVec2(688.9f, 640.2f),
                            IM_COL32(40, 80, 200, 130));
    list->AddImage(picture->ref(), ImVec2(660, 640), ImVec2(724, 688));
    list->AddImage(picture->ref(), ImVec2(420.5f, 540.25f), ImVec2(590, 600), ImVec2(0, 0), ImVec2(1, 1),
                   IM_COL32(255, 255, 255, 200));
    list->AddRectFilledMultiColor(ImVec2(660, 700), ImVec2(780, 760), IM_COL32(255, 0, 0, 255),
                                  IM_COL32(0, 255, 0, 128), IM_COL32(0, 0, 255, 255), IM_COL32(255, 255, 0, 0));
    ImGui::SetCursorScreenPos(ImVec2(x, 520));
    if (ImGui::InvisibleButton("progress", ImVec2(340, 180))) pressed = !pressed;
    platform::record_label("查办理进度");
    ImGui::End();
}

}  // namespace courtyard::test
