// Reads pages with the engine of Open Terms Archive, in the folder of a collection:
//     node engine_extraction.mjs ENGINE_FOLDER PAGES.json
// PAGES.json has the file and the type of each page by its address. Prints how many were read, and in which time.
import fs from 'fs';
import path from 'path';
import { pathToFileURL } from 'url';

const [folder, listed] = process.argv.slice(2);
const engine = file => pathToFileURL(path.join(folder, 'node_modules/@opentermsarchive/engine', file));

await import(engine('bin/env.js'));
const services = await (await import(engine('src/archivist/services/index.js'))).load();
const extract = (await import(engine('src/archivist/extract/index.js'))).default;
const pages = JSON.parse(fs.readFileSync(listed));

let read = 0;
const refused = [];
let milliseconds = 0;

for (const service of Object.values(services)) {
  for (const type of service.getTermsTypes()) {
    for (const source of service.getTerms({ type }).sourceDocuments) {
      const page = pages[source.location];
      const bytes = fs.readFileSync(page.file);

      source.content = page.type === 'text/html' ? bytes.toString() : bytes;
      source.mimeType = page.type;
      const started = performance.now();

      try {
        await extract(source);
        read++;
      } catch (error) {
        refused.push(`${service.id}, ${type}: ${error.message}`);
      }
      milliseconds += performance.now() - started;
      source.clearContent();
    }
  }
}
console.log(JSON.stringify({ read, refused, seconds: milliseconds / 1000 }));
process.exit(0);
