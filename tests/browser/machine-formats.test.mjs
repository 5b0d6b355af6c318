// What `check` prints for programs: SARIF against the schema of OASIS, our own JSON against ours.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

const require = createRequire(import.meta.url);
// SARIF's schema is draft-04, which ajv 8 no longer reads: the ajv 6 that comes with the schema does.
const ofSarif = createRequire(require.resolve("@microsoft/jest-sarif"));
const Ajv = ofSarif("ajv");
const root = new URL("../../", import.meta.url);
const site = new URL("tests/golden/cli/bad-diagnostics-forms/site", root).pathname;

function found(form) {
  const run = spawnSync(process.env.TAILORBIRD, ["check", "--root", site, "--diagnostics", form], { encoding: "utf8" });
  assert.equal(run.status, 1, run.stderr);
  return JSON.parse(run.stdout);
}

function check(schema, json) {
  const validator = new Ajv({ allErrors: true, schemaId: "auto", logger: false });
  validator.addMetaSchema(ofSarif("ajv/lib/refs/json-schema-draft-04.json")); // what the schema of SARIF is written in
  assert.ok(validator.validate(schema, json), validator.errorsText());
}

test("SARIF is valid against the schema of SARIF 2.1.0", () => {
  const schema = JSON.parse(readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json")));
  const log = found("sarif");
  assert.ok(log.runs[0].results.length > 1);
  check(schema, log);
  delete log.runs[0].tool;
  assert.throws(() => check(schema, log), /tool/);
});

test("JSON is valid against docs/reference/diagnostics.schema.json", () => {
  const schema = JSON.parse(readFileSync(new URL("docs/reference/diagnostics.schema.json", root)));
  const json = found("json");
  assert.ok(json.diagnostics.length > 1);
  check(schema, json);
  json.diagnostics[0].severity = "fatal";
  assert.throws(() => check(schema, json), /severity/);
});
