#include "sync/base/encoding.hpp"
#include "sync/seal/signed_document.hpp"
#include "tests/support/seal_vector_court.hpp"

namespace courtyard::test {
namespace {

using base::Bytes;

using File = std::pair<std::string, std::string>;  // path, content

void put_number(Bytes& out, std::size_t number, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out.push_back(static_cast<std::uint8_t>(number >> shift));
}

// Written here once more, and not by app/pack: bent containers come out of it, too.
Bytes contain(const std::vector<File>& files) {
    Bytes out = base::to_bytes("CYP1");
    put_number(out, files.size(), 4);
    for (const auto& [path, content] : files) {
        put_number(out, path.size(), 2);
        out.insert(out.end(), path.begin(), path.end());
        put_number(out, content.size(), 4);
        out.insert(out.end(), content.begin(), content.end());
    }
    return out;
}

Bytes squeeze(const Bytes& container) {
    Bytes out = base::to_bytes("CYZ1");
    const Bytes packed = seal::deflate(container, nullptr);
    out.insert(out.end(), packed.begin(), packed.end());
    return out;
}

Bytes grown(Bytes bytes) {
    bytes.push_back(0);
    return bytes;
}
Bytes shrunk(Bytes bytes) {
    bytes.pop_back();
    return bytes;
}

class PackVectors {
public:
    explicit PackVectors(VectorCourt& court) : court_(court) {}

    void packs() {
        court_.manifest["packs"] = nlohmann::ordered_json::array();
        const std::vector<File> files = {{"dictionary/d7.bin", std::string("{\"F1.01\":\"\0\xFF", 12)},
                                         {"empty", ""},
                                         {"pack.toml", "name = \"small\"\nversion = 1\n"}};
        const Bytes container = contain(files);
        good("plain", container, files);
        good("deflated", squeeze(container), files);
        const Bytes squeezed = squeeze(container);
        bad("empty", {}, "pack.container");
        bad("magic", base::to_bytes("CYP2"), "pack.container");
        bad("cut", shrunk(container), "pack.container");
        bad("trailing", grown(container), "pack.container");
        bad("stream-cut", shrunk(squeezed), "pack.container");
        bad("stream-trailing", grown(squeezed), "pack.container");
        bad("stream-within-stream", squeeze(squeezed), "pack.container");
        Bytes reserved = base::to_bytes("CYZ1");
        reserved.push_back(0x07);  // a block of a type that deflate does not have
        bad("stream-broken", reserved, "pack.container");
        bad("deflated-trailing", squeeze(grown(container)), "pack.container");
        bad("none", contain({}), "pack.count");
        Bytes many = base::to_bytes("CYP1");
        put_number(many, 4097, 4);
        bad("count", many, "pack.count");
        bad("order", contain({{"b", "1"}, {"a", "2"}}), "pack.container");
        bad("twice", contain({{"a", "1"}, {"a", "1"}}), "pack.container");
        bad_paths();
        Bytes large = base::to_bytes("CYP1");
        put_number(large, 1, 4);
        put_number(large, 1, 2);
        large.push_back('a');
        put_number(large, (8U << 20) + 1, 4);
        bad("file-size", large, "pack.size");
    }

private:
    void bad_paths() {
        const std::vector<std::pair<const char*, std::string>> paths = {
            {"absolute", "/a"},   {"parent", "a/../b"},
            {"here", "./a"},      {"folder", "a/"},
            {"nameless", "a//b"}, {"back", "a\\b"},
            {"blank", "a b"},     {"other", "é"},
            {"no-path", ""},      {"long", std::string(201, 'a')}};
        for (const auto& [name, path] : paths)
            bad(std::string("path-") + name, contain({{path, "1"}}), "pack.path");
    }

    void good(const std::string& name, const Bytes& payload, const std::vector<File>& files) {
        nlohmann::ordered_json listed;
        for (const auto& [path, content] : files)
            listed[path] = base::hex(base::as_bytes(content));
        add("good/" + name, payload, "open")["files"] = listed;
    }
    void bad(const std::string& name, const Bytes& payload, const std::string& must_be) {
        add("bad/" + name, payload, must_be);
    }
    nlohmann::ordered_json& add(const std::string& name, const Bytes& payload, const std::string& must_be) {
        const std::string file = "pack/" + name + ".cyp";
        court_.files[file] =
            must(seal::sign_document({seal::DocumentKind::Pack, 1, {1795417200000}, payload}, court_.root));
        court_.manifest["packs"].push_back({{"file", file}, {"must", must_be}});
        return court_.manifest["packs"].back();
    }

    VectorCourt& court_;
};

}  // namespace

void add_pack_vectors(VectorCourt& court) { PackVectors(court).packs(); }

}  // namespace courtyard::test
