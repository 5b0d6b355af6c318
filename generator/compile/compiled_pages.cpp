#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

#include "compile/compile.hpp"

namespace tailorbird {

/// The compiling thread writes programs[i], then makes `ready` i + 1; readers wait for that. When it fails,
/// all is ready at once, and whoever asks gets the exception.
struct CompiledPages::State {
  explicit State(const Project& project_) : project(project_), programs(project_.pages.size()) {}

  const Project& project;
  std::vector<Program> programs;
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
      ready = programs.size();
      ready.notify_all();
    }
  }

  void compile_each() {
    for (std::size_t index = 0; index < programs.size() && !stop; ++index) {
      Compiled compiled = compile_page(project.pages[index], project.site);
      programs[index] = std::move(compiled.program);
      diagnostics.append(std::move(compiled.diagnostics));
      ready = index + 1;
      ready.notify_all();
    }
  }

  void wait_for(std::size_t count) const {
    for (std::size_t now = ready; now < count; now = ready) ready.wait(now);
    if (failed) std::rethrow_exception(failure);
  }
};

CompiledPages::CompiledPages(const Project& project) : state_(std::make_unique<State>(project)) {
  state_->thread = std::thread([state = state_.get()] { state->compile_all(); });
}

CompiledPages::~CompiledPages() {
  state_->stop = true;
  state_->thread.join();
}

const Program& CompiledPages::program(std::size_t index) const {
  state_->wait_for(index + 1);
  return state_->programs[index];
}

const Diagnostics& CompiledPages::diagnostics() const {
  state_->wait_for(state_->programs.size());
  return state_->diagnostics;
}

}  // namespace tailorbird
