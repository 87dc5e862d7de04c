// A photo of a paper from the command line of the kiosk to the court's laptop, by line and by stick, and what a slip
// says of it when the kiosk has burnt.
#include <filesystem>

#include "app/camera/encode.hpp"
#include "tests/e2e/county.hpp"
#include "tests/unit/camera/scene.hpp"

using namespace courtyard;
using test::Json;
namespace fs = std::filesystem;

namespace {

constexpr const char* kCard = "身份证明";

// A photo as a phone makes it, with words of the phone's in it.
std::string phone_picture() {
    const base::Bytes jpeg = camera::encode_jpeg(camera::scene::make(6).photo, 90).value();
    const std::string words = "GPS-SECRET-PLACE";
    std::string file(base::as_text(base::ByteView(jpeg).first(2)));
    file += "\xFF\xFE";
    file += '\0';
    file += static_cast<char>(words.size() + 2);
    file += words;
    file += base::as_text(base::ByteView(jpeg).subspan(2));
    return file;
}

Json with_card(const test::County& county) {
    Json application = county.application();
    application["F1.90"] = Json::array({{{"名称", kCard}, {"状态", "已交"}}});
    return application;
}

}  // namespace

TEST_CASE("a photo is filed straight and small, arrives with the application and is saved at the court") {
    test::County county;
    county.enrol_kiosk("kiosk");
    county.enrol_staff("judge", "钟法官", "judge");
    county.write("application.json", with_card(county).dump());
    county.write("phone.jpg", phone_picture());
    const std::string photo = std::string(kCard) + "=" + county.path("phone.jpg");
    const Json filed = county.kiosk("kiosk", {"file", county.path("application.json"), "--out", county.path("slip"),
                                              "--photo", photo, "--photo", photo});
    CHECK(county.kiosk("kiosk", {"status"}).at("outbox").at("queued") == 3);
    CHECK(county.read("slip/receipt.txt").find("照片 2 张") != std::string::npos);
    CHECK(county.read("kiosk/store.db").find("GPS-SECRET") == std::string::npos);

    // The kiosk burns: the slip alone.
    const Json back = county.staff("judge", {"recover", "--image", county.path("slip/slip.png")});
    CHECK(back.at("opened") == true);
    CHECK(back.at("attachments_missing") == 2);
    const std::string number = filed.at("receipt_number");
    Json shown = county.staff("judge", {"show", number});
    REQUIRE(shown.at("attachments").size() == 2);
    CHECK(shown.at("attachments")[0].at("here") == false);

    // Or it does not.
    county.start_hub();
    county.kiosk("kiosk", {"sync", "--once"});
    county.staff("judge", {"sync", "--once"});
    shown = county.staff("judge", {"show", number, "--attachments", county.path("papers")});
    CHECK(shown.at("attachments")[1].at("here") == true);
    CHECK(shown.at("attachments")[1].at("page") == 2);
    CHECK(shown.at("attachments_saved") == 2);
    const std::string saved = county.read("papers/01_身份证明_1.jpg");
    CHECK(saved.starts_with("\xFF\xD8\xFF"));
    CHECK(saved.size() <= camera::kPhotoBytesMax);
    CHECK(saved.find("GPS-SECRET") == std::string::npos);
    CHECK(phone_picture().find("GPS-SECRET") != std::string::npos);  // control
    CHECK(shown.at("attachments")[1].at("bytes") == fs::file_size(county.path("papers/02_身份证明_2.jpg")));
    CHECK(county.staff("judge", {"inbox"}).at("count") == 1);
}

TEST_CASE("what cannot be attached is refused in one line, and nothing is filed") {
    test::County county;
    county.enrol_kiosk("kiosk");
    county.write("application.json", with_card(county).dump());
    county.write("phone.jpg", phone_picture());
    county.write("no_picture.jpg", "hello");
    const std::string sound = county.path("phone.jpg");
    for (const std::string& photo : {std::string("phone.jpg"), std::string(kCard) + "=", "委托书=" + sound,
                                     std::string(kCard) + "=" + county.path("no_picture.jpg"),
                                     std::string(kCard) + "=" + county.path("nothing")}) {
        CAPTURE(photo);
        const test::Ran ran = county.ctl({"file", county.path("application.json"), "--home", county.path("kiosk"),
                                          "--out", county.path("slip"), "--photo", photo});
        CHECK(ran.code != 0);
        CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
        CHECK_FALSE(fs::exists(county.path("slip")));
    }
    CHECK(county.kiosk("kiosk", {"status"}).at("outbox").at("queued") == 0);
}

TEST_CASE("a laptop reads a slip through its camera, here a folder of pictures") {
    test::County county;
    county.enrol_kiosk("kiosk");
    county.enrol_staff("judge", "钟法官", "judge");
    county.write("application.json", county.application().dump());
    const Json filed = county.kiosk("kiosk", {"file", county.path("application.json"), "--out", county.path("slip")});
    const Json back = county.staff("judge", {"recover", "--camera", county.path("slip")});
    CHECK(back.at("record_id") == filed.at("record_id"));
    CHECK_FALSE(back.contains("attachments_missing"));
    const test::Ran both = county.ctl({"recover", "--camera", "x", "--scanner", "y", "--home", county.path("judge"),
                                       "--passphrase-file", county.path("passphrase")});
    CHECK(both.code == 2);
}
