import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { fileUrl, linkRepository, linkingFiles, repository } from '../../scripts/repository.ts';

test('default: package.json says where the project lives', () => {
  expect([manifest.repository.url, manifest.bugs, manifest.homepage]).toEqual([
    `git+https://github.com/${repository}.git`,
    `https://github.com/${repository}/issues`,
    `https://github.com/${repository}#readme`,
  ]);
});

test('behavior: every link to the project leads there', () => {
  const files = linkingFiles();
  const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  expect(files).toEqual(
    expect.arrayContaining(['README.md', 'SECURITY.md', '.github/ISSUE_TEMPLATE/config.yml']),
  );
  expect(files.filter((file) => linkRepository(read(file)) !== read(file))).toEqual([]);
});

test('args: links to the project are rewritten, others are not', () => {
  const other = 'https://github.com/someone/wabakit-plugin and https://github.com/sindresorhus/ky';
  const old =
    'git+https://github.com/some-one/wabakit.git https://raw.githubusercontent.com/a/wabakit/main/x.png';
  expect(linkRepository(`${old} ${other}`)).toBe(
    `git+https://github.com/${repository}.git https://raw.githubusercontent.com/${repository}/main/x.png ${other}`,
  );
  expect(fileUrl('src/index.ts')).toBe(`https://github.com/${repository}/blob/main/src/index.ts`);
});
