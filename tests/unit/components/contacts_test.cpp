#include <doctest/doctest.h>

#include "prepared.hpp"

namespace tailorbird::test {
namespace {

Organisation with_people() {
  Organisation organisation;
  Contact doctor;
  doctor.role = "oh";
  doctor.name.any = "Dr Noor Linde";
  doctor.phone = "+31 00 000 0101";
  doctor.hours = in_two("Monday", "Maandag");
  Contact hr;
  hr.role = "hr";
  hr.name.any = "HR desk";
  hr.label = in_two("People team", "Team mensen");
  hr.email = "hr@example.org";
  hr.url = "https://example.org/hr";
  hr.note.any = "Calls are confidential.";
  organisation.profile.contacts = {doctor, hr};
  return organisation;
}

}  // namespace

TEST_CASE("contacts: all people of the profile, with what can be dialled") {
  CHECK(text_of(with_people().prepared(part("contacts"))) ==
        "contacts\n"
        "  person role=oh role-label=Occupational physician name=Dr Noor Linde phone=+31 00 000 0101 "
        "phone-href=tel:+31000000101 hours=Monday\n"
        "  person role=hr role-label=People team name=HR desk email=hr@example.org email-name=hr@ "
        "email-host=example.org "
        "url=https://example.org/hr note=Calls are confidential.\n");
}

TEST_CASE("contacts: the roles asked for, in that order, in the page's language") {
  CHECK(text_of(with_people().prepared(part("contacts", {{"roles", "hr oh"}}), "nl")) ==
        "contacts roles=hr oh\n"
        "  person role=hr role-label=Team mensen name=HR desk email=hr@example.org email-name=hr@ "
        "email-host=example.org "
        "url=https://example.org/hr note=Calls are confidential.\n"
        "  person role=oh role-label=Bedrijfsarts name=Dr Noor Linde phone=+31 00 000 0101 "
        "phone-href=tel:+31000000101 hours=Maandag\n");
}

TEST_CASE("contacts: a role that the profile does not fill is left out") {
  Organisation organisation = with_people();
  organisation.profile.contacts.pop_back();
  CHECK(organisation.prepared(part("contacts", {{"roles", "hr oh"}})).children.size() == 1);
}

TEST_CASE("contacts: nothing is undefined for the template, be it empty") {
  const TailoredPart person = with_people().prepared(part("contacts")).children[0];
  for (const std::string_view name : {"role", "role-label", "name", "phone", "phone-href", "email",
                                      "email-name", "email-host", "url", "hours", "note"}) {
    bool found = false;
    for (const auto& one : person.attributes) found = found || one.first == name;
    CHECK_MESSAGE(found, name);
  }
}

}  // namespace tailorbird::test
