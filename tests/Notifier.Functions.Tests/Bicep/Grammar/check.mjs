// Prints every place of the given files that is not Bicep, one a line.
import { readFileSync } from 'node:fs';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load('node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm'));

for (const file of process.argv.slice(2)) {
  const report = (node) => {
    if (node.isError || node.isMissing) {
      const { row, column } = node.startPosition;
      console.log(`${file}, line ${row + 1}, column ${column + 1}: ${node.text.split('\n')[0].slice(0, 60) || 'something is missing'}`);
    }
    node.children.forEach(report);
  };
  report(parser.parse(readFileSync(file, 'utf8')).rootNode);
}
