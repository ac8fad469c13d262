// What the course's session knows about code, as Monaco asks for it: completion, descriptions, parameters, problems, other
// names, layout.
let registered = false;

const kinds = {
  method: 'Method', property: 'Property', field: 'Field', event: 'Event', class: 'Class', struct: 'Struct',
  interface: 'Interface', enum: 'Enum', namespace: 'Module', variable: 'Variable', parameter: 'Variable',
  keyword: 'Keyword', constant: 'Constant', delegate: 'Class', typeparameter: 'TypeParameter',
};

const colored = ['keyword', 'string', 'number', 'comment', 'type', 'method', 'directive'];

// As the editor protocol has them, five numbers a token: lines since the one before, columns since it (or the line's
// start), length, type, none. None is longer than its line.
function tokens(model, spans) {
  const data = [];
  let line = 1, column = 1;
  for (const { start, end, class: name } of spans) {
    const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
    for (let at = from.lineNumber; at <= to.lineNumber; at++) {
      const first = at === from.lineNumber ? from.column : 1;
      const length = (at === to.lineNumber ? to.column : model.getLineMaxColumn(at)) - first;
      if (length < 1) continue;
      data.push(at - line, at === line ? first - column : first - 1, length, colored.indexOf(name), 0);
      [line, column] = [at, first];
    }
  }
  return data;
}

export function register(monaco, ask, flush) {
  if (registered) return;
  registered = true;
  const at = (model, position) => [model.getValue(), model.getOffsetAt(position)];

  monaco.languages.registerCompletionItemProvider('csharp', {
    triggerCharacters: ['.'],
    async provideCompletionItems(model, position) {
      flush();
      const found = await ask('Complete', ...at(model, position)).catch(() => null);
      if (!found) return { suggestions: [] };
      const [start, end] = [model.getPositionAt(found.start), model.getPositionAt(found.end)];
      const range = monaco.Range.fromPositions(start, end);
      return {
        suggestions: found.items.map((item) => ({
          label: item.text, insertText: item.text, range, detail: item.signature, documentation: item.documentation,
          kind: monaco.languages.CompletionItemKind[kinds[item.kind.toLowerCase()] ?? 'Text'],
        })),
      };
    },
  });

  monaco.languages.registerDocumentSemanticTokensProvider('csharp', {
    getLegend: () => ({ tokenTypes: colored, tokenModifiers: [] }),
    async provideDocumentSemanticTokens(model) {
      const spans = await ask('Colors', model.getValue()).catch(() => null);
      return spans && { data: new Uint32Array(tokens(model, spans)) };
    },
    releaseDocumentSemanticTokens() {},
  });

  monaco.languages.registerHoverProvider('csharp', {
    async provideHover(model, position) {
      const text = await ask('Describe', ...at(model, position)).catch(() => null);
      return text && { contents: blocks(text) };
    },
  });

  monaco.languages.registerRenameProvider('csharp', {
    async resolveRenameLocation(model, position) {
      flush();
      const name = model.getWordAtPosition(position);
      const places = name ? await ask('References', cellOf(model), model.getOffsetAt(position)).catch(() => []) : [];
      if (places.length === 0) return { rejectReason: name ? `No declaration of ${name.word} was found in this notebook.` : 'There is no name here.' };
      const { lineNumber } = position;
      return { text: name.word, range: new monaco.Range(lineNumber, name.startColumn, lineNumber, name.endColumn) };
    },
    async provideRenameEdits(model, position, name) {
      await ask('Rename', cellOf(model), model.getOffsetAt(position), name).catch(() => {});
      return { edits: [] }; // the notebook's cells have it, and tell their editors
    },
  });

  monaco.languages.registerDocumentFormattingEditProvider('csharp', {
    async provideDocumentFormattingEdits(model) {
      const text = await ask('Format', model.getValue()).catch(() => null);
      return text == null || text === model.getValue() ? [] : [{ range: model.getFullModelRange(), text }];
    },
  });

  monaco.languages.registerSignatureHelpProvider('csharp', {
    signatureHelpTriggerCharacters: ['(', ','],
    async provideSignatureHelp(model, position) {
      flush();
      const found = await ask('Signatures', ...at(model, position)).catch(() => null);
      if (!found?.length) return null;
      const signatures = found.map(({ label, documentation, parameters, current }) =>
        ({ label, documentation, parameters, activeParameter: current < 0 ? undefined : current }));
      return { value: { signatures, activeSignature: 0, activeParameter: Math.max(0, found[0].current) }, dispose() {} };
    },
  });
}

// The cell whose editor has that text.
const cellOf = (model) => model.uri.path.split('/').pop();

// Leads to where the name under the cursor is declared, in whichever cell; tells what it found nothing for.
export async function define(editor, ask, flush) {
  flush();
  const [model, position] = [editor.getModel(), editor.getPosition()];
  const places = await ask('References', cellOf(model), model.getOffsetAt(position)).catch(() => []);
  const name = model.getWordAtPosition(position)?.word;
  if (places.length === 0 && name) editor.getContribution('editor.contrib.messageController')?.showMessage(`No declaration of ${name} was found in this notebook.`, position);
  return places.find(({ isDeclaration }) => isDeclaration);
}

// The declaration as code, the documentation as plain text: what a library's author wrote is no Markdown.
const blocks = (text) => {
  const [declaration, ...rest] = text.split('\n');
  return [{ value: '```csharp\n' + declaration + '\n```' }, { value: rest.join('\n').replace(/[\\`*_{}[\]()#+\-.!<>|]/g, '\\$&') }];
};

export function mark(model, problems) {
  const { editor, MarkerSeverity } = window.monaco;
  editor.setModelMarkers(model, 'course', problems.map((problem) => {
    const [start, end] = [model.getPositionAt(problem.start), model.getPositionAt(problem.start + Math.max(1, problem.length))];
    return {
      startLineNumber: start.lineNumber, startColumn: start.column, endLineNumber: end.lineNumber, endColumn: end.column,
      message: problem.message, code: problem.id, severity: MarkerSeverity[problem.severity === 'Information' ? 'Info' : problem.severity],
    };
  }));
}
