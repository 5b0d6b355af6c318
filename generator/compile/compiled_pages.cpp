#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

#include "compile/compile.hpp"

namespace tailorbird {

/// The compiling thread writes pages[i], then makes `ready` i + 1; readers wait for that. When it fails,
/// all is ready at once, and whoever asks gets the exception.
struct CompiledPages::State {
  State(const Project& project_, KnownPages known) : project(project_), pages(std::move(known)) {
    pages.resize(project.pages.size());
  }

  const Project& project;
  KnownPages pages;
  Diagnostics diagnostics;
  std::atomic<std::size_t> ready = 0;
  std::atomic<bool> stop = false;
  std::atomic<bool> failed = false;
  std::exception_ptr failure;  // written before `failed`
  std::thread thread;

  void compile_all() {
    try {
      compile_each();
    } catch (...) {
      failure = std::current_exception();
      failed = true;
      ready = pages.size();
      ready.notify_all();
    }
  }

  void compile_each() {
    for (std::size_t index = 0; index < pages.size() && !stop; ++index) {
      if (pages[index] == nullptr)
        pages[index] = std::make_shared<const Compiled>(compile_page(project.pages[index], project.site));
      diagnostics.append(Diagnostics(pages[index]->diagnostics));
      ready = index + 1;
      ready.notify_all();
    }
  }

  void wait_for(std::size_t count) const {
    for (std::size_t now = ready; now < count; now = ready) ready.wait(now);
    if (failed) std::rethrow_exception(failure);
  }
};

CompiledPages::CompiledPages(const Project& project, KnownPages known)
    : state_(std::make_unique<State>(project, std::move(known))) {
  state_->thread = std::thread([state = state_.get()] { state->compile_all(); });
}

CompiledPages::~CompiledPages() {
  state_->stop = true;
  state_->thread.join();
}

const Program& CompiledPages::program(std::size_t index) const {
  state_->wait_for(index + 1);
  return state_->pages[index]->program;
}

std::shared_ptr<const Compiled> CompiledPages::if_ready(std::size_t index) const {
  return index < state_->ready && !state_->failed ? state_->pages[index] : nullptr;
}

const Diagnostics& CompiledPages::diagnostics() const {
  state_->wait_for(state_->pages.size());
  return state_->diagnostics;
}

}  // namespace tailorbird
