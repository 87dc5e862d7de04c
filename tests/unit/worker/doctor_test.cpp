// Each file of a home damaged in each way: doctor names it once, and what it says helps does help.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <functional>

#include "app/worker/health.hpp"
#include "app/worker/key_names.hpp"
#include "sync/os/files.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
namespace fs = std::filesystem;

namespace {

using test::small_court::kNow;

std::string whole_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}
void put(const fs::path& path, const std::string& bytes) {
    const bool is_new = !fs::exists(path);
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    if (is_new) fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
}
void flip(const fs::path& path, std::size_t at, int bit = 1) {
    std::string bytes = whole_file(path);
    REQUIRE(at < bytes.size());
    bytes[at] = static_cast<char>(bytes[at] ^ bit);
    put(path, bytes);
}
void replace(const fs::path& path, const std::string& from, const std::string& to) {
    std::string text = whole_file(path);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    put(path, text.replace(at, from.size(), to));
}
void duplicate(const fs::path& from, const fs::path& to) {
    fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
}

// A kiosk with one application in its outbox, closed, and a backup of its folder.
struct Patient {
    test::SmallCourt court;
    fs::path home = court.home("kiosk");
    fs::path backup = court.home("backup");
    fs::path other = court.home("other");  // another kiosk of the same court
    std::string passphrase;

    Patient() {
        {
            auto kiosk = court.kiosk();
            court.kiosk("other");
            court.file(*kiosk);
        }
        duplicate(home, backup);
    }
    std::vector<worker::Finding> examine() {
        return worker::examine({.open = {.home = home, .passphrase = base::as_bytes(passphrase)}, .ask_hub = false},
                               kNow, court.random);
    }
    std::vector<worker::Finding> bad() {
        auto findings = examine();
        std::erase_if(findings, [](const worker::Finding& each) { return each.ok; });
        return findings;
    }
    base::Result<std::unique_ptr<worker::Machine>> open() {
        return worker::Machine::open({.home = home, .passphrase = base::as_bytes(passphrase)}, court.random);
    }
    void restore() {
        fs::remove_all(home);
        duplicate(backup, home);
    }

    // After `damage` exactly one thing is named, with its file and with `help`; after `mend` all is well again.
    void expect(const std::string& file, const std::string& help, const std::function<void()>& mend,
                bool opens_nevertheless = false) {
        CAPTURE(file);
        const std::string store = whole_file(home / "store.db");
        const bool had_store = fs::exists(home / "store.db");
        const auto opened = open();
        CHECK(opened.has_value() == opens_nevertheless);
        if (!opened) CHECK_MESSAGE(opened.error().message.find(file) != std::string::npos, opened.error().message);
        const auto found = bad();
        for (const worker::Finding& each : found)
            INFO(each.check << ": " << each.says);
        REQUIRE(found.size() == 1);
        CAPTURE(found[0].check);
        CHECK_MESSAGE(found[0].says.find((home / file).string()) != std::string::npos, found[0].says);
        CHECK_MESSAGE(found[0].says.find(help) != std::string::npos, found[0].says);
        CHECK(found[0].says.find("overwrit") == std::string::npos);
        if (!opened) {  // looking changes nothing
            CHECK(fs::exists(home / "store.db") == had_store);
            CHECK(whole_file(home / "store.db") == store);
        }
        mend();
        for (const worker::Finding& each : bad())
            FAIL_CHECK(each.check << ": " << each.says);
        restore();
    }
    std::function<void()> from_court(const std::string& file) {
        return [this, file] { duplicate(court.home("court") / file, home / file); };
    }
    std::function<void()> from_backup(const std::string& file) {
        return [this, file] { duplicate(backup / file, home / file); };
    }
    std::function<void()> whole_from_backup() {
        return [this] {
            fs::rename(home, court.home("aside"));
            duplicate(backup, home);
            fs::remove_all(court.home("aside"));
        };
    }
};

const std::string kFromCourt = "from the court's folder or from another machine of this court";

}  // namespace

TEST_CASE("doctor finds nothing to say about a sound home, also one that was restored from a backup") {
    Patient patient;
    CHECK(patient.bad().empty());
    patient.restore();
    CHECK(patient.bad().empty());
    CHECK(patient.examine().size() >= 10);
}

TEST_CASE("a flipped byte in roster.cyd or pack.cyp: the file is named, and the court's own copy helps") {
    Patient patient;
    for (const std::string file : {"roster.cyd", "pack.cyp"}) {
        const std::size_t size = whole_file(patient.home / file).size();
        for (const std::size_t at : {std::size_t{0}, std::size_t{5}, std::size_t{9}, std::size_t{18}, std::size_t{25},
                                     std::size_t{30}, std::size_t{40}, size / 2, size - 1}) {
            CAPTURE(at);
            flip(patient.home / file, at);
            patient.expect(file, kFromCourt, patient.from_court(file));
        }
        put(patient.home / file, "");
        patient.expect(file, kFromCourt, patient.from_court(file));
        fs::remove(patient.home / file);
        patient.expect(file, "is missing", [&] { duplicate(patient.other / file, patient.home / file); });
    }
}

TEST_CASE("a flipped byte anywhere in court.pub: court.pub is named, and not the documents that it vouches for") {
    Patient patient;
    const std::string text = whole_file(patient.home / "court.pub");
    const std::size_t root = text.find("root = ") + 8;
    const std::size_t body = text.find("-----BEGIN") + 28;
    for (const std::size_t at : {root - 8, root - 1, root, root + 20, root + 43, text.find("authority")}) {
        CAPTURE(at);
        flip(patient.home / "court.pub", at);
        patient.expect("court.pub", kFromCourt, patient.from_court("court.pub"));
    }
    // The certificate, byte by byte in strides: opening does not use it, doctor looks all the same.
    for (std::size_t at = body; at + 40 < text.size(); at += 103) {
        if (text[at] == '\n') continue;
        CAPTURE(at);
        put(patient.home / "court.pub", text);
        replace(patient.home / "court.pub", text.substr(at, 20), [&] {
            std::string part = text.substr(at, 20);
            part[0] = part[0] == 'A' ? 'B' : 'A';
            return part;
        }());
        patient.expect("court.pub", kFromCourt, patient.from_court("court.pub"), true);
    }
    fs::remove(patient.home / "court.pub");
    patient.expect("court.pub", "is missing",
                   [&] { duplicate(patient.other / "court.pub", patient.home / "court.pub"); });
    test::SmallCourt elsewhere(9);
    duplicate(elsewhere.home("court") / "court.pub", patient.home / "court.pub");
    patient.expect("court.pub", kFromCourt, patient.from_court("court.pub"));
}

TEST_CASE("machine.toml: a line that is wrong, or the whole file gone") {
    Patient patient;
    const fs::path file = patient.home / "machine.toml";
    const std::string id = patient.open().value()->config().machine.text();
    const std::string from_backup = "back from a backup of this folder";
    put(file, "court = ");
    patient.expect("machine.toml", from_backup, patient.from_backup("machine.toml"));
    replace(file, "\"kiosk\"", "\"kiosl\"");
    patient.expect("machine.toml", from_backup, patient.from_backup("machine.toml"));
    replace(file, id, id.substr(1) + (id[0] == 'a' ? "b" : "a"));
    patient.expect("machine.toml", "holds the keys of machine " + id, patient.whole_from_backup());
    replace(file, "\"330199\"", "\"330198\"");
    patient.expect("machine.toml", "correct the line court", patient.from_backup("machine.toml"));
    replace(file, "云坞村", "云坞甲");
    patient.expect(
        "machine.toml", "correct that line", [&] { replace(file, "云坞甲", "云坞村"); }, true);
    replace(file, "测试县", "测试镇");
    patient.expect("machine.toml", "correct that line", patient.from_backup("machine.toml"), true);
    put(file, "\xff\xfe");
    patient.expect("machine.toml", from_backup, patient.from_backup("machine.toml"));
    fs::remove(file);
    patient.expect("machine.toml", "is missing, though store.db is there", patient.from_backup("machine.toml"));
}

TEST_CASE("store.key missing, of a wrong length or another: it comes back from any backup, and the queue is whole") {
    Patient patient;
    const std::string help = "put store.key back from a backup of this folder";
    const auto mend = [&] {
        duplicate(patient.backup / "store.key", patient.home / "store.key");
        CHECK(patient.open().value()->store().outbox.counts()->queued == 1);
    };
    fs::remove(patient.home / "store.key");
    patient.expect("store.key", help, mend);
    for (const std::size_t size : {0u, 31u, 33u, 5000u}) {
        put(patient.home / "store.key", std::string(size, 'k'));
        patient.expect("store.key", help, mend);
    }
    flip(patient.home / "store.key", 7);
    patient.expect("store.db", help, mend);
}

TEST_CASE("store.db missing, empty, cut, plain, damaged: never filled, and the whole folder comes back from a backup") {
    Patient patient;
    const fs::path file = patient.home / "store.db";
    const std::string sound = whole_file(file);
    const std::string help = "put the whole of it back from a backup";
    fs::remove(file);
    patient.expect("store.db", help, patient.whole_from_backup());
    put(file, "");
    patient.expect("store.db", help, patient.whole_from_backup());
    CHECK(patient.open().has_value());
    for (const std::size_t size : {std::size_t{100}, sound.size() / 2 / 4096 * 4096, sound.size() - 4096}) {
        put(file, sound.substr(0, size));
        patient.expect("store.db", help, patient.whole_from_backup());
    }
    std::string plain("SQLite format 3\0", 16);
    plain.resize(8192, '\0');
    put(file, plain);
    patient.expect("store.db", help, patient.whole_from_backup());
    put(file, std::string(8192, 'x'));
    patient.expect("store.db", help, patient.whole_from_backup());
    flip(file, 20);
    patient.expect("store.db", help, patient.whole_from_backup());
    // A page in the middle: what does not touch it goes on, doctor passes every page.
    flip(file, sound.size() - 4096 + 100);
    const auto found = patient.bad();
    REQUIRE_FALSE(found.empty());
    CHECK(found[0].check == "store");
    CHECK(found[0].says.find("store.db is damaged") != std::string::npos);
    CHECK(found[0].says.find(help) != std::string::npos);
    patient.whole_from_backup()();
    CHECK(patient.bad().empty());
}

TEST_CASE("without a backup: a kiosk is enrolled anew elsewhere, and what was filed comes back from the slips") {
    Patient patient;
    put(patient.home / "store.db", "");
    REQUIRE(patient.bad().size() == 1);
    CHECK(patient.bad()[0].says.find("enrol a kiosk anew with another --home and keep this folder") !=
          std::string::npos);
    // The same folder is refused: nobody is told to use it.
    const auto same =
        worker::enrol_kiosk({patient.court.home("court"), "云坞村共享法庭", patient.home}, kNow, patient.court.random);
    CHECK(same.error().code == "enrol.home");
    patient.court.kiosk("anew");
    CHECK(whole_file(patient.home / "store.db").empty());
}

TEST_CASE("an older roster or pack that was put back: the newest from the court helps") {
    Patient patient;
    const fs::path assets = patient.court.home("pack-2");
    duplicate("assets/packs/zhejiang-demo", assets);
    replace(assets / "pack.toml", "version = 1", "version = 2");
    const worker::CourtFolder court = worker::open_court(patient.court.home("court")).value();
    REQUIRE(worker::sign_pack(court, assets, {}, kNow).has_value());
    const std::string old_roster = whole_file(patient.home / "roster.cyd");
    const std::string old_pack = whole_file(patient.home / "pack.cyp");
    {
        auto kiosk = std::move(*patient.open());
        REQUIRE(kiosk->take_roster(*os::read_file(court.roster_path(), 1 << 20), kNow).has_value());
        REQUIRE(kiosk->take_pack(*os::read_file(court.pack_path(), 64 << 20), kNow).has_value());
        CHECK(kiosk->take_pack(base::as_bytes(old_pack), kNow).error().code == "pack.older");
        CHECK(kiosk->pack().version == 2);
    }
    fs::remove_all(patient.backup);
    duplicate(patient.home, patient.backup);
    CHECK(patient.bad().empty());
    put(patient.home / "roster.cyd", old_roster);
    patient.expect("roster.cyd", kFromCourt, patient.from_court("roster.cyd"));
    put(patient.home / "pack.cyp", old_pack);
    patient.expect("pack.cyp", kFromCourt, patient.from_court("pack.cyp"));
    // Both, and a missing key as well: each is named once, by itself.
    put(patient.home / "roster.cyd", old_roster);
    put(patient.home / "pack.cyp", old_pack);
    fs::permissions(patient.home / "store.key", fs::perms::others_read, fs::perm_options::add);
    CHECK(patient.bad().size() == 3);
}

TEST_CASE("files of another machine mixed in are told apart, and such a home files nothing") {
    Patient patient;
    const std::string help = "files of another machine were mixed in";
    duplicate(patient.other / "machine.toml", patient.home / "machine.toml");
    patient.expect("machine.toml", help, patient.whole_from_backup());
    duplicate(patient.other / "store.db", patient.home / "store.db");
    patient.expect("store.db", "another machine's", patient.whole_from_backup());
    duplicate(patient.other / "store.db", patient.home / "store.db");
    duplicate(patient.other / "store.key", patient.home / "store.key");
    // The roster of the first kiosk does not even list the second one.
    patient.expect("machine.toml", "a machine that roster.cyd does not list", patient.whole_from_backup());
    test::SmallCourt elsewhere(9);
    elsewhere.kiosk();
    for (const std::string file : {"roster.cyd", "pack.cyp"}) {
        duplicate(elsewhere.home("kiosk") / file, patient.home / file);
        patient.expect(file, kFromCourt, patient.from_court(file));
    }
    duplicate(elsewhere.home("kiosk") / "roster.cyd", patient.home / "roster.cyd");
    duplicate(elsewhere.home("kiosk") / "pack.cyp", patient.home / "pack.cyp");
    CHECK_FALSE(patient.open().has_value());
    CHECK_FALSE(patient.bad().empty());
}

TEST_CASE("a roster that does not know the machine is told, and what to do") {
    Patient patient;
    const worker::CourtFolder court = worker::open_court(patient.court.home("court")).value();
    mail::Roster roster = worker::court_roster(court).value();
    const base::MachineId self = patient.open().value()->config().machine;
    std::erase_if(roster.machines, [&](const mail::Machine& each) { return each.id == self; });
    ++roster.version;
    REQUIRE(worker::publish_roster(court, roster, kNow).has_value());
    duplicate(court.roster_path(), patient.home / "roster.cyd");
    const auto found = patient.bad();
    REQUIRE(found.size() == 1);
    CHECK(found[0].check == "roster");
    CHECK(found[0].says.find(self.text()) != std::string::npos);
    CHECK(found[0].says.find("another --home") != std::string::npos);
}

TEST_CASE("a folder that may not be written is told once") {
    Patient patient;
    constexpr ::uid_t kNobody = 65'534;
    const bool is_root = ::geteuid() == 0;  // root may write everywhere: look with somebody else's eyes
    if (is_root) {
        for (const auto& entry : fs::recursive_directory_iterator(patient.home))
            REQUIRE(::chown(entry.path().c_str(), kNobody, kNobody) == 0);
        REQUIRE(::chown(patient.home.c_str(), kNobody, kNobody) == 0);
        REQUIRE(::chmod(patient.home.parent_path().c_str(), 0755) == 0);
        REQUIRE(::seteuid(kNobody) == 0);
    }
    CHECK(patient.bad().empty());
    const auto told = [&](const fs::path& path) {
        const auto found = patient.bad();
        for (const worker::Finding& each : found)
            INFO(each.check << ": " << each.says);
        REQUIRE(found.size() == 1);
        CHECK(found[0].check == "disk");
        CHECK_MESSAGE(found[0].says.find("may not write " + path.string()) != std::string::npos, found[0].says);
    };
    REQUIRE(::chmod(patient.home.c_str(), 0500) == 0);
    told(patient.home);
    REQUIRE(::chmod(patient.home.c_str(), 0700) == 0);
    REQUIRE(::chmod((patient.home / "store.db").c_str(), 0400) == 0);
    told(patient.home / "store.db");
    for (const auto& entry : fs::directory_iterator(patient.home))  // what it says: the log's files took over the mode
        REQUIRE(::chmod(entry.path().c_str(), 0600) == 0);
    for (const worker::Finding& each : patient.bad())
        FAIL_CHECK(each.check << ": " << each.says);
    if (is_root) REQUIRE(::seteuid(0) == 0);
}

TEST_CASE("a laptop: its wrapped key, its passphrase, its person") {
    Patient patient;
    patient.court.laptop("钟法官", mail::Role::Judge);
    patient.court.laptop("林法官", mail::Role::Judge);
    patient.home = patient.court.home("钟法官");
    patient.backup = patient.court.home("backup-laptop");
    patient.passphrase = std::string(test::SmallCourt::kPassphrase);
    duplicate(patient.home, patient.backup);
    CHECK(patient.bad().empty());
    const std::string help = "put store.key.wrapped back from a backup of this folder";
    fs::remove(patient.home / "store.key.wrapped");
    patient.expect("store.key.wrapped", help, patient.from_backup("store.key.wrapped"));
    put(patient.home / "store.key.wrapped", "short");
    patient.expect("store.key.wrapped", help, patient.from_backup("store.key.wrapped"));
    flip(patient.home / "store.key.wrapped", 10);
    patient.expect("store.key.wrapped", help, patient.from_backup("store.key.wrapped"));
    flip(patient.home / "store.key.wrapped", 80);
    patient.expect("store.key.wrapped", "type it again", patient.from_backup("store.key.wrapped"));
    patient.passphrase = "wrong";
    patient.expect("store.key.wrapped", "type it again",
                   [&] { patient.passphrase = std::string(test::SmallCourt::kPassphrase); });
    put(patient.home / "store.db", "");
    patient.expect("store.db", "the court's mail comes again from the hub", patient.whole_from_backup());
    duplicate(patient.court.home("林法官") / "machine.toml", patient.home / "machine.toml");
    patient.expect("machine.toml", "mixed in", patient.whole_from_backup());
    replace(patient.home / "machine.toml", "judge", "leader");
    patient.expect("machine.toml", "correct that line", patient.from_backup("machine.toml"), true);
}
