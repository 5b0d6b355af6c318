#include "text/invisible.hpp"

namespace tailorbird {

bool is_invisible(unsigned code_point) {
  if (code_point < 0x20) return code_point != '\n' && code_point != '\t';
  return (code_point >= 0x7F && code_point < 0xA0) || code_point == 0x2028 || code_point == 0x2029 ||
         code_point == 0xFEFF || code_point == 0xFFFE || code_point == 0xFFFF;
}

}  // namespace tailorbird
