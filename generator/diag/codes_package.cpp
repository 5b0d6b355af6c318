#include <array>

#include "diag/codes_areas.hpp"

namespace tailorbird {
namespace {

constexpr auto rows = std::to_array<DiagnosticCode>({
    // Making packages (write/scorm/)
    {"completion-without-core", Severity::error, false,
     "With this rule a learning system hears \"completed\" when the core pages were opened. Without such a "
     "page "
     "nobody would ever complete the course.",
     "Write `core: true` in the front matter of the pages that count, or choose `completion: done` or "
     "`either`."},
    {"completion-in-one-sitting", Severity::warning, true,
     "With `tracking: status` or `place` the learning system keeps no list of opened pages. Readers who open "
     "some "
     "core pages today and the others tomorrow do not complete the course.",
     "Choose `completion: either`, so that readers can also say that they are done, or `tracking: pages`, "
     "which "
     "tells the learning system which pages each reader opened."},
    {"tracking-tells-more", Severity::warning, true,
     "The learning system belongs to the employer. Which pages people open, and when, can say something "
     "about "
     "their health.",
     "Leave `tracking` out for this bundle, or write `tracking: status` in it."},
    {"scorm-state-too-long", Severity::error, false,
     "Learning systems keep only so much for a reader, and some throw all of it away when there is more. "
     "Readers "
     "would lose their place.",
     "Choose `tracking: place`, which keeps no list of pages; split the bundle in two by fixing one more "
     "dimension; or choose the format `scorm2004`, which holds more."},
    {"scorm-control-documents-missing", Severity::warning, true,
     "The schemas belong to ADL and IMS, so they are fetched when Tailorbird is set up. Without them no "
     "package was "
     "made; all other formats were.",
     "Run `tools/scorm/install` once (it needs npm and the network), then build again."},
    {"scorm-link-leaves-package", Severity::error, false,
     "A package holds one language of one bundle. The reader would meet a missing page inside the learning "
     "system.",
     "In the theme, put `data-other-languages` on the element that offers other languages; it is left out of "
     "packages.",
     Follows::project},

    // Packages of any origin (package/). Errors: some learning system refuses the package or loses data.
    // Warnings: the
    // standard says otherwise. Notes: advice, said only when asked for.
    {"package-unreadable", Severity::error, false, "A learning system cannot open it either.",
     "Make the zip again; a download or a mail may have cut it short."},
    {"package-zip-descriptor", Severity::error, false,
     "Java programs read a zip as a stream and need the size before data that are not compressed: its "
     "ZipInputStream stops at such an entry.",
     "Zip the folder with a program that writes to a file, not to a stream, or compress all files."},
    {"package-zip64", Severity::note, true, "Older learning systems cannot read zips in this form.",
     "Zip the folder again without zip64; below 4 GB it is not needed."},
    {"package-zip-encrypted", Severity::error, false, "No learning system asks for a password.",
     "Zip the folder again without a password."},
    {"package-zip-method", Severity::error, false, "Most learning systems only know how to unpack `deflate`.",
     "Zip the folder again with the ordinary compression."},
    {"package-zip-header", Severity::error, false,
     "A zip records everything twice. Programs that read one or the other would unpack different files.",
     "Zip the folder again."},
    {"package-folder-entry", Severity::note, true,
     "Some systems take a folder's entry for an empty file and then cannot make the folder.",
     "Zip the folder again without entries for folders (`zip -D`)."},
    {"package-entry-name", Severity::error, false,
     "Such a name is unpacked to different places on different systems, or refused because it could "
     "overwrite other files.",
     "Use names below the root of the zip, with `/` between folders."},
    {"package-entry-link", Severity::error, false,
     "Where the package is unpacked, a link leads to whatever file that computer has at its address, or to "
     "none.",
     "Zip the folder again with the files themselves in place of links to them (`zip` without `-y`)."},
    {"package-entry-twice", Severity::error, false,
     "On Windows the second file overwrites the first, and nobody can say which one readers will see.",
     "Rename one of them."},
    {"package-file-name", Severity::note, true,
     "Some web servers, file shares and learning systems refuse or hide such files. The reader would meet a "
     "missing "
     "page.",
     "Use a-z, 0-9 and -, short, in lower case."},
    {"package-file-type", Severity::note, true,
     "Some web servers do not hand out files of this type, and some learning systems refuse the whole "
     "package.",
     "Use html, css, js, png, jpg, gif, svg, woff2, pdf, mp4, mp3 or txt, or remove the file."},
    {"package-manifest-missing", Severity::error, false,
     "The file `imsmanifest.xml` tells a learning system what the package is. It is looked for at the top of "
     "the zip, "
     "in exactly these small letters.",
     "Zip the contents of the folder, not the folder itself."},
    {"package-manifest-not-first", Severity::note, true,
     "Systems that read a zip as a stream find out soonest what it is when the manifest comes first.",
     "Put `imsmanifest.xml` in the zip before the other files."},
    {"package-manifest-bom", Severity::note, true,
     "XML allows these invisible bytes; some home-made readers stop at them.",
     "Save the manifest as UTF-8 without a byte order mark."},
    {"package-manifest-broken", Severity::error, false, "No learning system can read it.",
     "Repair the XML. An `&` in a title has to be written `&amp;`, a `<` as `&lt;`."},
    {"package-version", Severity::error, false,
     "Learning systems tell the versions of SCORM apart by this text alone. What they do not know they take "
     "for "
     "SCORM 1.2, and then nothing is recorded.",
     "Write `1.2`, `2004 3rd Edition` or `2004 4th Edition`."},
    {"package-namespace", Severity::error, false,
     "Moodle compares prefixes as text, and does not find elements with a different one.",
     "Use the prefixes of the standard: `adlcp`, `adlseq`, `adlnav`, `imsss`, `imsmd`."},
    {"package-schema-missing", Severity::warning, true,
     "Systems that check a package against its schemas look for them beside the manifest, and refuse it "
     "without.",
     "Put the schema at the top of the zip."},
    {"package-structure", Severity::warning, true,
     "Systems that check a manifest against its schemas refuse it, and others do not find what is in the "
     "wrong place.",
     "Follow the order of the standard: `metadata`, `organizations`, `resources`; in `organization` and "
     "`item` "
     "first the `title`, then the items."},
    {"package-organization", Severity::error, false,
     "A learning system shows the contents of an organization. Without one, or with an empty one, the course "
     "is empty.",
     "Let the default organization hold one item."},
    {"package-organization-default", Severity::warning, true,
     "The standard asks for a default organization. Systems take the first one instead, or none.",
     "Let `default` name one of the organizations."},
    {"package-start-elsewhere", Severity::error, false,
     "A page from another site cannot reach the learning system: browsers forbid it, and nothing is "
     "recorded. Moodle does not start such a course.",
     "Put the start page into the package."},
    {"package-no-api", Severity::error, false,
     "A part of type `sco` has to look for the learning system and begin a session. Where it does not, "
     "systems record nothing, and courses stay \"not attempted\".",
     "Add the script that speaks to the learning system, or make the resource an `asset`."},
    {"package-other-kind", Severity::note, true, "The rules for SCORM do not apply to it.",
     "Import it as that kind of package, or ask for a SCORM package."},
    {"package-reference-dangling", Severity::error, false,
     "The course is listed, but a click on it opens nothing. Moodle and others do not notice at import.",
     "Write the identifier of a resource."},
    {"package-identifier", Severity::warning, true,
     "The schemas require an XML name, and systems use it to match an updated package with readers' records.",
     "Begin with a letter or `_` and go on with letters, digits, `-`, `_` and `.`."},
    {"package-identifier-twice", Severity::warning, true,
     "A reference to it could mean the one or the other.", "Give each element an identifier of its own."},
    {"package-type-case", Severity::error, false,
     "The attribute is spelled differently in the two versions, and schemas do not notice. Strict systems, "
     "ADL's own run-time among them, do not see the type, do not start the resource as a "
     "course, and record nothing.",
     "In SCORM 1.2 write `adlcp:scormtype`, in SCORM 2004 `adlcp:scormType`."},
    {"package-sco-count", Severity::note, true,
     "Without a part of type `sco` nothing is recorded. With several each learning system shows its own menu "
     "around the course, and some take only one.",
     "Let the package have one item and one resource of type `sco`."},
    {"package-start-missing", Severity::error, false, "A click on the course opens a missing page.",
     "Let `href` name a file of the zip, in exactly its letters."},
    {"package-file-missing", Severity::error, false,
     "The manifest promises a file that is not there. Readers would meet a missing page, and strict systems "
     "refuse "
     "the package.",
     "Add the file, or take it out of the manifest."},
    {"package-file-unlisted", Severity::warning, true,
     "Some systems copy only the files that the manifest lists, and the rest of the course is missing.",
     "Add a `<file>` for it, or remove the file."},
    {"package-file-listed-twice", Severity::warning, true, "Strict systems refuse a list with repetitions.",
     "Keep one of the two."},
    {"package-title", Severity::warning, true,
     "The title is what readers see in the list of courses. The schemas of SCORM 1.2 allow 200 characters.",
     "Give organization and item a title of 1 to 200 characters."},
    {"package-long-value", Severity::warning, true, "The schemas of SCORM 1.2 do not allow longer values.",
     "Shorten it."},
    {"package-metadata", Severity::note, true,
     "Administrators find a course again by what its metadata says: language, title, description, version, "
     "licence.",
     "Add it to the metadata (LOM) of the manifest."},
    {"package-mastery-score", Severity::note, true,
     "With a mastery score some systems set \"failed\" by themselves, whatever the course says.",
     "Take it out, unless the course really has a test to pass."},
    {"package-sequencing", Severity::note, true,
     "Systems differ in how they follow sequencing rules, and some refuse packages that have them.",
     "Take the sequencing out; a course with one part needs none."},
    {"package-objective-map", Severity::error, false,
     "Moodle's import stops with an error at `imsss:mapInfo` in an `imsss:objective`.",
     "Take the shared objectives out, or map only the primary objective."},
    {"package-uses-unload", Severity::note, true,
     "Browsers forbid or skip the event `unload`. What a course says to the learning system there is lost.",
     "Use `pagehide`, and save as the reader goes."},
});

}  // namespace

std::span<const DiagnosticCode> package_codes() { return rows; }

}  // namespace tailorbird
