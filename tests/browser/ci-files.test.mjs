// The files of docs/scale-out.md for Kubernetes, GitHub and GitLab, against the schemas of the three as others
// publish them: GitLab's own, Kubernetes' own as classes, that of SchemaStore for workflows. That their commands
// make the right bytes is tested in tests/system/shards_test.cpp.
import { validateWorkflow } from "@action-validator/core";
import assert from "node:assert/strict";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { schema as ofGitlab } from "gitlab-ci-local/src/schema/schema.js";
import { Job } from "kubernetes-models/batch/v1/Job";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";

const page = readFileSync(new URL("../../docs/scale-out.md", import.meta.url), "utf8");

/** The text of the YAML file below the heading `name`. */
function fileOf(name) {
  const section = page.split(/^## /m).find((one) => one.startsWith(`${name}\n`));
  return section.match(/^```yaml\n(.*?)^```/ms)[1];
}

test("the Kubernetes job is one of batch/v1", () => {
  const check = (text) => new Job(parse(text)).validate();
  const job = fileOf("A Kubernetes indexed job");
  check(job);
  assert.throws(() => check(job.replace("completions: 4", "completions: four")), /completions/);
  assert.throws(() => check(job.replace("restartPolicy: Never", "restartPolicy: 1")), /restartPolicy/);
});

test("the GitHub workflow is valid", () => {
  const workflow = fileOf("GitHub Actions");
  assert.deepEqual(validateWorkflow(workflow).errors, []);
  assert.notDeepEqual(validateWorkflow(workflow.replace("runs-on", "run-on")).errors, []);
  assert.notDeepEqual(validateWorkflow(workflow.replace("needs: shard", "needs: shards")).errors, []);
});

test("the GitLab file is valid", () => {
  const validate = addFormats(new Ajv({ strict: false })).compile(ofGitlab);
  const file = fileOf("GitLab CI");
  assert.ok(validate(parse(file)), JSON.stringify(validate.errors));
  assert.ok(!validate(parse(file.replace("parallel: 4", "parallel: many"))));
  assert.ok(!validate(parse(file.replace("artifacts:", "artefacts:"))));
});
