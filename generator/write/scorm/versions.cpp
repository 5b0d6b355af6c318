#include "write/scorm/versions.hpp"

#include <algorithm>
#include <array>

namespace tailorbird {
namespace {

constexpr auto namespaces_12 = std::to_array<ScormNamespace>({
    {"", "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"},
    {"adlcp", "http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"},
    {"imsmd", "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1", "imsmd_rootv1p2p1.xsd"},
});

constexpr auto namespaces_2004 = std::to_array<ScormNamespace>({
    {"", "http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd"},
    {"adlcp", "http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"},
    {"adlseq", "http://www.adlnet.org/xsd/adlseq_v1p3", "adlseq_v1p3.xsd"},
    {"adlnav", "http://www.adlnet.org/xsd/adlnav_v1p3", "adlnav_v1p3.xsd"},
    {"imsss", "http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd"},
});

constexpr auto table = std::to_array<ScormVersion>({
    {"scorm12", 0, "1.2", "1.2", "adlcp:scormtype", "scorm12edition", namespaces_12, true, false},
    {"scorm2004", 3, "2004", "2004 3rd Edition", "adlcp:scormType", "scorm20043rdedition", namespaces_2004,
     false, true},
    {"scorm2004", 4, "2004", "2004 4th Edition", "adlcp:scormType", "scorm20044thedition", namespaces_2004,
     false, true},
});

}  // namespace

std::span<const ScormVersion> scorm_versions() { return table; }

const ScormVersion& scorm_version(std::string_view format, int edition) {
  return *std::find_if(table.begin(), table.end(), [&](const ScormVersion& one) {
    return one.format == format && (one.edition == 0 || one.edition == edition);
  });
}

}  // namespace tailorbird
