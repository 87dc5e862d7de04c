#include "app/pack/pack_file.hpp"

#include "sync/base/random.hpp"
#include "sync/seal/signed_document.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;

namespace {

const base::Instant kNow{1'795'400'000'000};

Files small() { return {{"a.toml", base::to_bytes("x")}, {"b/c.toml", base::to_bytes("yz")}}; }

std::string code_of(const base::Bytes& container) {
    const auto files = uncontain(container);
    return files ? "ok" : files.error().code;
}

struct Court {
    base::SeededRandom random{99};
    seal::SigningKey root = seal::SigningKey::make(random);
    seal::SigningKey other = seal::SigningKey::make(random);
};

}  // namespace

TEST_CASE("a container gives back its files, and one set of files has one container") {
    const base::Bytes container = *contain(small());
    CHECK(base::as_text(base::ByteView(container).first(4)) == "CYP1");
    CHECK(container.size() == 4 + 4 + (2 + 6 + 4 + 1) + (2 + 8 + 4 + 2));
    CHECK(*uncontain(container) == small());
    CHECK(*contain(*uncontain(container)) == container);
    CHECK(*uncontain(*contain(test::demo_files())) == test::demo_files());
}

TEST_CASE("whatever is cut off, added, out of order, too large or outside is refused by name") {
    const base::Bytes good = *contain(small());
    for (std::size_t size = 0; size < good.size(); ++size) {
        CHECK(code_of(base::Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size))) == "pack.container");
    }
    base::Bytes longer = good;
    longer.push_back(0);
    CHECK(code_of(longer) == "pack.container");
    const auto with = [&](std::size_t at, std::uint8_t value) {
        base::Bytes changed = good;
        changed[at] = value;
        return code_of(changed);
    };
    CHECK(with(0, 'X') == "pack.container");
    CHECK(with(4, 0xFF) == "pack.count");
    CHECK(with(7, 0) == "pack.count");
    CHECK(with(7, 1) == "pack.container");  // goes on after the last file
    CHECK(with(7, 3) == "pack.container");
    CHECK(with(10, '/') == "pack.path");       // an absolute path
    CHECK(with(10, 'z') == "pack.container");  // "z.toml" before "b/c.toml"
    CHECK(with(16, 0xFF) == "pack.size");
}

TEST_CASE("paths stay inside the pack") {
    for (const char* path : {"a", "a/b.toml", "a-b_c.1/D", "..a", "a..", ".a"})
        CHECK_MESSAGE(is_pack_path(path), path);
    for (const char* path :
         {"", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "../a", "a/./b", "a b", "a\\b", "名", "a:b"})
        CHECK_FALSE_MESSAGE(is_pack_path(path), path);
    CHECK(is_pack_path(std::string(200, 'a')));
    CHECK_FALSE(is_pack_path(std::string(201, 'a')));
    CHECK(contain({{"../x", {}}}).error().code == "pack.path");
    CHECK(contain({}).error().code == "pack.count");
    CHECK(contain({{"x", base::Bytes(kPackFileBytesMax + 1)}}).error().code == "pack.size");
}

TEST_CASE("10,000 random changes of a container are refused or give another container exactly") {
    const std::uint64_t seed = 1;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    const base::Bytes good = *contain(small());
    int accepted = 0;
    for (int round = 0; round < 10'000; ++round) {
        base::Bytes changed = good;
        const std::size_t changes = 1 + random.next() % 3;
        for (std::size_t i = 0; i < changes; ++i)
            changed[random.next() % changed.size()] = static_cast<std::uint8_t>(random.next());
        const auto files = uncontain(changed);
        if (!files) continue;
        ++accepted;
        REQUIRE(*contain(*files) == changed);
    }
    CHECK(accepted > 100);
}

TEST_CASE("a signed pack opens with the court's key and with no other") {
    const Court court;
    const base::Bytes file = *sign_pack(test::demo_files(), kNow, court.root);
    const auto opened = open_pack(file, court.root.public_key(), 1);
    REQUIRE(opened);
    CHECK(opened->version == 1);
    CHECK(opened->issued_at == kNow);
    CHECK(opened->pack.name == "zhejiang-demo");
    CHECK_FALSE(open_pack(file, court.other.public_key(), 1));
    for (const std::size_t at : {std::size_t{0}, file.size() / 2, file.size() - 1}) {
        base::Bytes changed = file;
        changed[at] ^= 1;
        CHECK_FALSE(open_pack(changed, court.root.public_key(), 1));
    }
    CHECK(sign_pack(test::demo_files(), kNow, court.root) == file);  // the same files, the same bytes
}

TEST_CASE("reported: changed content under the same version may not follow") {
    const Court court;
    const seal::VerifyKey root = court.root.public_key();
    const auto sign = [&](const Files& files, base::Instant at = kNow) { return *sign_pack(files, at, court.root); };
    const base::Bytes current = sign(test::demo_files());
    const Files other = test::with_edit("text/slip.toml", "title = ", "# changed\ntitle = ");
    const Files newer = test::with_edit("pack.toml", "version = 1", "version = 2");
    CHECK(may_follow(current, current, root));
    CHECK(may_follow(sign(test::demo_files(), {kNow.ms + 1000}), current, root));  // signed again, nothing changed
    CHECK(may_follow(sign(newer), current, root));
    const auto changed = may_follow(sign(other), current, root);
    REQUIRE_FALSE(changed);
    CHECK(changed.error().code == "pack.same_version");
    CHECK(changed.error().message.find("raise version in pack.toml above 1") != std::string::npos);
    CHECK(may_follow(current, sign(newer), root).error().code == "pack.older");
    // What is damaged, or not this court's, holds nobody back.
    base::Bytes damaged = current;
    damaged[damaged.size() / 2] ^= 1;
    CHECK(may_follow(sign(other), damaged, root));
    CHECK_FALSE(may_follow(damaged, current, root));
    CHECK(may_follow(sign(other), *sign_pack(test::demo_files(), kNow, court.other), root));
}

TEST_CASE("an older pack, a pack under a false version and an unsound pack are refused") {
    const Court court;
    const base::Bytes file = *sign_pack(test::demo_files(), kNow, court.root);
    CHECK(open_pack(file, court.root.public_key(), 2).error().code == "pack.older");

    seal::SignedDocument document{seal::DocumentKind::Pack, 7, kNow, *contain(test::demo_files())};
    CHECK(open_pack(*seal::sign_document(document, court.root), court.root.public_key(), 1).error().code ==
          "pack.version");
    document.payload = *contain(small());
    CHECK(open_pack(*seal::sign_document(document, court.root), court.root.public_key(), 1).error().code ==
          "pack.problem");
    document.payload = base::to_bytes("CYP1");
    CHECK(open_pack(*seal::sign_document(document, court.root), court.root.public_key(), 1).error().code ==
          "pack.container");
    document.kind = seal::DocumentKind::Roster;
    CHECK_FALSE(open_pack(*seal::sign_document(document, court.root), court.root.public_key(), 1));
    CHECK(sign_pack(small(), kNow, court.root).error().code == "pack.problem");
}
