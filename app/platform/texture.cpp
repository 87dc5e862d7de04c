#include "app/platform/texture.hpp"

#include <imgui_internal.h>

#include <cstring>

#include "app/platform/texture_keeper.hpp"
#include "sync/base/result.hpp"

namespace courtyard::platform {

Texture::Texture(const Image& image) : Texture(image.width, image.height, image.rgba) {}

Texture::Texture(int width, int height, base::ByteView rgba)
    : data_(std::make_unique<ImTextureData>()), keeper_(current_texture_keeper()) {
    COURTYARD_CHECK(width > 0 && height > 0 && width <= kImageSideMax && height <= kImageSideMax &&
                    rgba.size() == static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    data_->Create(ImTextureFormat_RGBA32, width, height);
    std::memcpy(data_->Pixels, rgba.data(), rgba.size());
    data_->UseColors = true;
    ImGui::RegisterUserTexture(data_.get());
}

Texture::~Texture() {
    const std::shared_ptr<TextureKeeper> keeper = keeper_.lock();
    if (keeper == nullptr) return;  // the context went first and has unregistered everything
    if (data_->Status == ImTextureStatus_OK || data_->Status == ImTextureStatus_WantUpdates) {
        data_->SetStatus(ImTextureStatus_WantDestroy);
        data_->UnusedFrames = 1;
    }
    keeper->leaving.push_back(std::move(data_));
}

ImTextureRef Texture::ref() const { return data_->GetTexRef(); }
int Texture::width() const { return data_->Width; }
int Texture::height() const { return data_->Height; }

namespace {
void wipe_pixels(ImTextureData& texture) {
    if (texture.Pixels != nullptr) base::wipe(texture.Pixels, static_cast<std::size_t>(texture.GetSizeInBytes()));
}
}  // namespace

void TextureKeeper::free_served() {
    std::erase_if(leaving, [](const std::unique_ptr<ImTextureData>& texture) {
        const bool held = texture->TexID != ImTextureID_Invalid || texture->BackendUserData != nullptr;
        if (held) return false;
        wipe_pixels(*texture);  // it may have shown somebody's papers
        ImGui::UnregisterUserTexture(texture.get());
        return true;
    });
}

std::shared_ptr<TextureKeeper> current_texture_keeper() {
    void* keeper = ImGui::GetIO().BackendLanguageUserData;
    COURTYARD_CHECK(keeper != nullptr);  // textures need a UiContext
    return *static_cast<std::shared_ptr<TextureKeeper>*>(keeper);
}

}  // namespace courtyard::platform
