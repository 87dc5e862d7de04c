// Packs on disk: the folder that people edit. Machines keep packs as one signed file (pack_file.hpp) instead.
#include <fstream>
#include <system_error>

#include "app/pack/pack.hpp"
#include "app/pack/pack_file.hpp"

namespace courtyard::pack {

namespace {

namespace fs = std::filesystem;

// Notes for those who write the pack, and what editors and file managers leave behind.
bool is_left_out(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with('.') || name.ends_with(".md") || name.ends_with('~');
}

base::Result<base::Bytes> read_bounded(const fs::path& path, const std::string& inside) {
    std::ifstream stream(path, std::ios::binary);
    base::Bytes content;
    char buffer[65536];
    while (stream.read(buffer, sizeof buffer) || stream.gcount() > 0) {
        content.insert(content.end(), buffer, buffer + stream.gcount());
        if (content.size() > kPackFileBytesMax)
            return base::fail("pack.size", "the pack's file " + inside + " is larger than 8 MiB");
    }
    if (!stream.eof()) return base::fail("pack.folder", "the pack's file " + inside + " cannot be read");
    return content;
}

}  // namespace

base::Result<Files> read_folder(const fs::path& folder) {
    std::error_code error;
    fs::recursive_directory_iterator at(folder, error);
    if (error) return base::fail("pack.folder", "the folder " + folder.string() + " cannot be read; is it a pack?");
    Files files;
    std::size_t total = 0;
    for (const fs::recursive_directory_iterator end; at != end; at.increment(error)) {
        if (error) return base::fail("pack.folder", "the folder " + folder.string() + " cannot be read to its end");
        if (is_left_out(at->path())) {
            at.disable_recursion_pending();
            continue;
        }
        const std::string inside = at->path().lexically_relative(folder).generic_string();
        if (at->is_symlink(error))
            return base::fail("pack.path", "the pack has a symbolic link at " + inside + "; put the file itself there");
        if (at->is_directory(error)) continue;
        if (!at->is_regular_file(error) || !is_pack_path(inside)) {
            return base::fail("pack.path", "the pack has something at '" + inside +
                                               "' that is no file with a name of A-Z a-z 0-9 _ - .");
        }
        base::Bytes content = TRY(read_bounded(at->path(), inside));
        total += content.size();
        if (total > kPackBytesMax || files.size() == kPackFilesMax)
            return base::fail("pack.size", "the pack has more than 64 MiB or 4096 files");
        files.emplace(inside, std::move(content));
    }
    return files;
}

base::Result<Pack> load(const fs::path& folder) { return parse(TRY(read_folder(folder))); }

}  // namespace courtyard::pack
