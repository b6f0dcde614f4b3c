/**
 * `npm run vsix [-- --to FOLDER]`: packs the extension for VS Code into treatylint-VERSION.vsix and prints its path. It needs no network: the
 * client library is bundled, the package is a ZIP file with two lists of its parts.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));
const home = join(root, 'editors', 'vscode');
/** Everything a package holds has the age of the ZIP format: the same sources give the same bytes. */
const BIRTH = new Date('1980-01-01T00:00:00');

/** The package: its name and its bytes. */
export async function makeVsix() {
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (manifest.version !== version)
    throw new Error(`editors/vscode/package.json is of version ${manifest.version}, the program of ${version}`);
  const files = {
    '[Content_Types].xml': contentTypes(),
    'extension.vsixmanifest': vsixManifest(manifest),
    'extension/package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    'extension/README.md': readFileSync(join(home, 'README.md'), 'utf8'),
    'extension/LICENSE.txt': licences(),
    'extension/extension.js': await bundle(),
  };
  const parts = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, [strToU8(text), { mtime: BIRTH }]]));
  return { name: `treatylint-${version}.vsix`, bytes: zipSync(parts, { level: 9 }) };
}

async function bundle() {
  const built = await rolldown({
    input: join(home, 'src', 'extension.js'),
    cwd: root,
    platform: 'node',
    external: ['vscode'],
    logLevel: 'warn',
  });
  const { output } = await built.generate({ format: 'cjs', minify: true, codeSplitting: false });
  await built.close();
  return output[0].code;
}

/** The project's licence, and those of the library in the bundle and of what it needs. */
function licences() {
  const parts = [
    'vscode-languageclient',
    'vscode-languageserver-protocol',
    'vscode-languageserver-types',
    'vscode-jsonrpc',
    'semver',
    'minimatch',
    'brace-expansion',
    'balanced-match',
  ];
  const read = (name) => {
    const file = ['License.txt', 'LICENSE', 'LICENSE.md', 'license.txt'].map((each) => join(root, 'node_modules', name, each));
    for (const path of file) {
      try {
        return readFileSync(path, 'utf8').trim();
      } catch {}
    }
    throw new Error(`${name} has no licence: it cannot be part of the extension`);
  };
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  return `${[own, ...parts.map((name) => `${name}\n\n${read(name)}`)].join('\n\n---\n\n')}\n`;
}

function contentTypes() {
  const types = {
    json: 'application/json',
    js: 'application/javascript',
    md: 'text/markdown',
    txt: 'text/plain',
    vsixmanifest: 'text/xml',
  };
  const rows = Object.entries(types).map(([ending, type]) => `<Default Extension=".${ending}" ContentType="${type}"/>`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${rows.join('')}</Types>\n`;
}

function vsixManifest({ name, displayName, description, version, publisher, engines, categories, keywords }) {
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${name}" Version="${version}" Publisher="${publisher}"/>
    <DisplayName>${xml(displayName)}</DisplayName>
    <Description xml:space="preserve">${xml(description)}</Description>
    <Tags>${xml(keywords.join(','))}</Tags>
    <Categories>${xml(categories.join(','))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${xml(engines.vscode)}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionDependencies" Value=""/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionPack" Value=""/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
    </Properties>
    <License>extension/LICENSE.txt</License>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true"/>
  </Assets>
</PackageManifest>
`;
}

function xml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const to = process.argv.indexOf('--to');
  const folder = resolve(to < 0 ? root : (process.argv[to + 1] ?? root));
  const { name, bytes } = await makeVsix();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), bytes);
  console.log(join(folder, name));
}
