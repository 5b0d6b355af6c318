#pragma once
// A site.yaml for tests that build whole projects: readers are managers and HR, in English.

#include <string_view>

namespace tailorbird::test {

inline constexpr std::string_view talk_site = R"(languages: [en]
title: Talk
dimensions:
  audience: {label: Role, values: {manager: {label: Manager}, hr: {label: HR}}}
roles: {oh: Doctor}
)";

}  // namespace tailorbird::test
