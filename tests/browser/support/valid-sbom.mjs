// Whether a file is valid CycloneDX, by the schema and the library of its authors:  node valid-sbom.mjs FILE
import { readFileSync } from 'node:fs';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';

const problems = await new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(readFileSync(process.argv[2], 'utf8'));
if (problems !== null) {
  console.error(JSON.stringify(problems, null, 2));
  process.exitCode = 1;
}
