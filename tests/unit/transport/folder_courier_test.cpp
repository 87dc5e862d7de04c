#include <doctest/doctest.h>

#include <fstream>

#include "sync/os/files.hpp"
#include "sync/transport/folder_courier.hpp"
#include "sync/transport/loopback_courier.hpp"
#include "tests/support/mail_court.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;
using namespace courtyard::mail;
namespace fs = std::filesystem;

namespace {

const MailboxName kIntake{"330199", Box::Intake};

// A hub that accepts everything, as far as the carrier sees.
struct Road {
    test::MailCourt court;
    test::TempFolder stick;
    std::size_t trips = 0;
    std::string broken;  // an error's code, when the carrier has no network
    transport::LoopbackCourier hub{[this](base::ByteView request) -> base::Result<base::Bytes> {
                                       ++trips;
                                       if (!broken.empty()) return base::fail(broken, "");
                                       const auto put = std::get<PutRequest>(*parse_request(request));
                                       std::vector<ExactRecord> ids;
                                       PutAnswer answer{7, test::kNow, 9, {}, {}};
                                       for (const auto each : put.records) {
                                           ids.push_back(exact(each));
                                           answer.outcomes.push_back({Verdict::Accepted, ids.size()});
                                       }
                                       base::Bytes bytes = encode(answer);
                                       const auto signature = seal::sign(court.answer_key, seal::Context::Ack,
                                                                         {signed_part(bytes, put.mailbox, ids)});
                                       std::copy(signature.bytes.begin(), signature.bytes.end(), bytes.end() - 64);
                                       return bytes;
                                   },
                                   {}};
    transport::FolderCourier kiosk{stick.path(), court.roster.hub_keys};
    base::Bytes record = court.record();

    std::string put() {
        const auto answer = kiosk.put(kIntake, std::vector<base::ByteView>{record});
        return answer ? "accepted" : answer.error().code;
    }
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(stick.path()), fs::directory_iterator()));
    }
};

}  // namespace

TEST_CASE("out with the stick, to the hub, and back: accepted, and the stick is clean again") {
    Road road;
    CHECK(road.put() == "carrier.waiting");
    CHECK(road.put() == "carrier.waiting");  // asking twice leaves one request
    CHECK(road.files() == 1);
    const auto carried = transport::carry_folder(road.stick.path(), road.hub);
    REQUIRE(carried.has_value());
    CHECK(carried->answered == 1);
    CHECK(transport::carry_folder(road.stick.path(), road.hub)->asked == 0);  // brought before, not collected yet
    CHECK(road.trips == 1);
    CHECK(road.put() == "accepted");
    CHECK(road.files() == 0);
}

TEST_CASE("a carrier without network changes nothing") {
    Road road;
    CHECK(road.put() == "carrier.waiting");
    road.broken = "link.down";
    CHECK(transport::carry_folder(road.stick.path(), road.hub).error().code == "link.down");
    CHECK(road.put() == "carrier.waiting");
    road.broken.clear();
    REQUIRE(transport::carry_folder(road.stick.path(), road.hub).has_value());
    CHECK(road.put() == "accepted");
}

TEST_CASE("a damaged request is not carried, and written again; a forged answer is not believed") {
    Road road;
    CHECK(road.put() == "carrier.waiting");
    const fs::path ask = fs::directory_iterator(road.stick.path())->path();
    { std::ofstream(ask, std::ios::binary | std::ios::in).write("X", 1); }
    CHECK(transport::carry_folder(road.stick.path(), road.hub)->asked == 0);
    CHECK(road.put() == "carrier.waiting");
    REQUIRE(transport::carry_folder(road.stick.path(), road.hub)->answered == 1);
    fs::path answer = ask;
    answer.replace_extension(".answer");
    auto bytes = os::read_file(answer, 10'000);
    REQUIRE(bytes.has_value());
    (*bytes)[20] ^= 1;
    REQUIRE(os::write_file(answer, *bytes, os::Privacy::Public).has_value());
    const std::string code = road.put();
    CHECK(code.starts_with("link."));
    CHECK(road.put() == "carrier.waiting");  // and so it is asked afresh
}

TEST_CASE("a carrier who puts another record under our id cannot bring its answer as ours") {
    Road road;
    CHECK(road.put() == "carrier.waiting");
    const fs::path ask = fs::directory_iterator(road.stick.path())->path();
    base::Bytes other = road.court.record();
    std::copy_n(road.record.begin(), 32, other.begin());  // it takes no key to do this: the id is in the clear
    const auto answer = road.hub.relay(encode(PutRequest{kIntake, {other}}));
    REQUIRE(answer.has_value());
    fs::path file = ask;
    file.replace_extension(".answer");
    REQUIRE(os::write_file(file, *answer, os::Privacy::Public).has_value());
    CHECK(road.put() == "link.forged");
}

TEST_CASE("a stick that is not there is an error of the folder, not of the hub") {
    Road road;
    transport::FolderCourier nowhere(road.stick / "none", {});
    CHECK(nowhere.put(kIntake, std::vector<base::ByteView>{road.record}).error().code == "carrier.folder");
    CHECK(transport::carry_folder(road.stick / "none", road.hub).error().code == "carrier.folder");
}

TEST_CASE("other files on the stick are left alone") {
    Road road;
    std::ofstream(road.stick / "holiday.jpg") << "x";
    std::ofstream(road.stick / "0123.ask") << "x";
    std::ofstream(road.stick / "0123456789abcdeX.ask") << "x";
    fs::create_directory(road.stick / "0123456789abcdef.ask");
    CHECK(transport::carry_folder(road.stick.path(), road.hub)->asked == 0);
    CHECK(road.files() == 4);
}
