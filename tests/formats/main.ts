/** `npm run --silent formats`: prints `docs/formats.md`. */
import { formatsDocument } from '../support/formats-document'

process.stdout.write(formatsDocument())
