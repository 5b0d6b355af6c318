#include "base/program_files.hpp"

#include <algorithm>
#include <link.h>

namespace tailorbird {
namespace {

int add_object(dl_phdr_info* object, std::size_t /*size*/, void* files) {
  const std::string name = object->dlpi_name == nullptr ? "" : object->dlpi_name;
  // The program itself has no name here, and the object that the kernel provides has no file.
  if (name.find('/') != std::string::npos) static_cast<std::vector<std::string>*>(files)->push_back(name);
  return 0;
}

std::vector<std::string> loaded_files() {
  std::vector<std::string> files = {"/proc/self/exe"};
  ::dl_iterate_phdr(add_object, &files);
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

const std::vector<std::string>& program_files() {
  // Once: libraries load helpers of their own later, such as those that bind threads to cores.
  static const std::vector<std::string> files = loaded_files();
  return files;
}

}  // namespace tailorbird
