import { readFileSync } from 'node:fs'
import ts from 'typescript'

export const FILE_LINES_MAX = 300
export const FUNCTION_LINES_MAX = 70

export interface Oversize {
  file: string
  /** Counted from 1. */
  line: number
  what: string
  lines: number
  linesMax: number
}

/** The file, if it is too long, and each function in it that is. */
export function findOversizes(file: string, text = readFileSync(file, 'utf8')): Oversize[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1
  const fileLines = text.trimEnd().split('\n').length
  const found: Oversize[] = []
  if (fileLines > FILE_LINES_MAX) {
    found.push({ file, line: 1, what: 'file', lines: fileLines, linesMax: FILE_LINES_MAX })
  }
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body && !isSuite(node)) {
      const line = lineOf(node.getStart())
      const lines = lineOf(node.getEnd()) - line + 1
      if (lines > FUNCTION_LINES_MAX)
        found.push({ file, line, what: nameOf(node), lines, linesMax: FUNCTION_LINES_MAX })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The body of a `describe` is a list of tests, each of which is measured by itself. */
function isSuite(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText())
}

function nameOf(node: ts.SignatureDeclaration): string {
  const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined)
  return named ? `function ${named.getText()}` : 'function'
}
