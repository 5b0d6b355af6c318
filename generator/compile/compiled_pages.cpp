#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "base/parallel.hpp"
#include "compile/compile.hpp"

namespace tailorbird {
namespace {

/// Bytes of what a page has much of.
std::size_t size_of(const Program& program) {
  return program.text.size() + program.code.size() * sizeof(Instruction) +
         program.links.size() * sizeof(LinkUse);
}

}  // namespace

/// A compiling thread takes the next page, writes its place in `pages`, then sets its `ready`; readers wait
/// for that. When one fails, all is ready at once, and whoever asks gets the exception.
struct CompiledPages::State {
  State(const Project& project_, KnownPages known, std::function<void(std::size_t page)> compiled_,
        MappedMemory* memory_)
      : project(project_),
        compiled(std::move(compiled_)),
        memory(memory_),
        pages(std::move(known)),
        ready(project_.pages.size()) {
    pages.resize(project.pages.size());
  }

  /// Programs come back to memory to be freed, so one after the other.
  ~State() {
    threads.clear();
    for (auto& page : pages) {
      if (page != nullptr) note_use(page->program);
      page.reset();
    }
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  const Project& project;
  const std::function<void(std::size_t page)> compiled;
  MappedMemory* const memory;
  KnownPages pages;
  std::vector<std::atomic<bool>> ready;
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> stop = false;
  std::atomic<bool> failed = false;
  FirstFailure failure;  // complete before `failed`
  std::once_flag gathered;
  Diagnostics diagnostics;            // of all pages, once gathered
  std::vector<std::jthread> threads;  // they end before what they use

  void compile_some() {
    bool good = false;
    failure.guard([&] {
      compile_each();
      good = true;
    });
    if (good) return;
    stop = true;
    failed = true;
    for (std::atomic<bool>& one : ready) {
      one = true;
      one.notify_all();
    }
  }

  void compile_each() {
    for (std::size_t index = next++; index < pages.size() && !stop; index = next++) {
      if (pages[index] == nullptr) pages[index] = compile(project.pages[index]);
      if (compiled) compiled(index);
      ready[index] = true;
      ready[index].notify_all();
    }
  }

  std::shared_ptr<const Compiled> compile(const Page& page) const {
    return std::make_shared<const Compiled>(memory == nullptr ? compile_page(page, project.site)
                                                              : compile_page(page, project.site, memory));
  }

  void note_use(const Program& program) const {
    if (memory != nullptr) memory->note_use(size_of(program));
  }

  void wait_for(std::size_t index) const {
    ready[index].wait(false);
    if (failed) failure.rethrow();
  }

  const Diagnostics& all_diagnostics() {
    for (std::size_t index = 0; index < pages.size(); ++index) wait_for(index);
    std::call_once(gathered, [this] {
      for (const auto& page : pages) diagnostics.append(Diagnostics(page->diagnostics));
    });
    return diagnostics;
  }
};

CompiledPages::CompiledPages(const Project& project, unsigned jobs, KnownPages known,
                             std::function<void(std::size_t page)> compiled, MappedMemory* memory)
    : state_(std::make_unique<State>(project, std::move(known), std::move(compiled), memory)) {
  for (int thread = thread_count(jobs); thread > 0; --thread)
    state_->threads.emplace_back([state = state_.get()] { state->compile_some(); });
}

CompiledPages::~CompiledPages() { state_->stop = true; }

const Program& CompiledPages::program(std::size_t index) const {
  state_->wait_for(index);
  const Program& program = state_->pages[index]->program;
  state_->note_use(program);
  return program;
}

std::shared_ptr<const Compiled> CompiledPages::if_ready(std::size_t index) const {
  return state_->ready[index] && !state_->failed ? state_->pages[index] : nullptr;
}

const Diagnostics& CompiledPages::diagnostics() const { return state_->all_diagnostics(); }

}  // namespace tailorbird
