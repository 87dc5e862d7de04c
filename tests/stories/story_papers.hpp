// Every paper of a story as a PDF, read back as somebody copies it. With COURTYARD_PAPERS=FOLDER in the environment
// they stay there, to be looked at.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "app/worker/court_papers.hpp"
#include "tests/stories/story_file.hpp"
#include "tests/support/temp_folder.hpp"

namespace courtyard::test {

class StoryPapers {
public:
    explicit StoryPapers(const Story& story);

    // The papers that tell of this fact.
    void make(worker::Machine& machine, const cases::Fact& fact, domain::Date today);
    // So many of each kind as the story says, with the words that it wants.
    void check_end() const;

private:
    struct Made {
        std::string id, text;
    };
    void make_one(worker::Machine& machine, const worker::PaperWanted& wanted, const cases::Fact& about,
                  const cases::AidCase& folded);
    [[nodiscard]] std::string read_back(const base::Bytes& pdf, const std::string& name) const;

    const Story& story_;
    TempFolder temporary_;
    std::filesystem::path folder_;
    std::vector<Made> made_;
};

}  // namespace courtyard::test
