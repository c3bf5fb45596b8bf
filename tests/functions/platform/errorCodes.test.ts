import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { contracts } from '@domain/contracts'
import type { Procedure } from '@domain/kernel/contract'
import { commonErrors } from '@domain/kernel/errors'
import ts from 'typescript'

const TESTS = path.resolve(__dirname, '..')

/** `forum.createPost FORUM_BOARD_CLOSED` */
type Produced = `${string} ${string}`

/**
 * Every `expectError('procedure', reply, 'CODE')` of a test file whose procedure and code are literals. That it holds is
 * proved where it runs: `expectError` takes no reply but one that the local cloud gave to a call of that procedure.
 */
function producedIn(file: string): Produced[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const found: Produced[] = []
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'expectError'
    ) {
      const [procedure, , code] = node.arguments
      if (procedure && code && ts.isStringLiteral(procedure) && ts.isStringLiteral(code))
        found.push(`${procedure.text} ${code.text}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const testFiles = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.test.ts'))
  .map(name => path.join(TESTS, name))

const produced = new Set(testFiles.flatMap(producedIn))

const procedures = Object.entries(contracts).flatMap(([room, contract]) =>
  Object.entries(contract as Record<string, Procedure>).map(([name, { errors }]) => ({
    name: `${room}.${name}`,
    errors: errors as readonly string[],
  })),
)

test.each(procedures.filter(({ errors }) => errors.length > 0))(
  'a test produces each error that $name promises',
  ({ name, errors }) => {
    expect(errors.filter(code => !produced.has(`${name} ${code}`))).toEqual([])
  },
)

test('no procedure answers with an error that its contract does not promise', () => {
  const promised = new Map(procedures.map(({ name, errors }) => [name, [...errors, ...commonErrors]]))
  const unpromised = [...produced].filter(pair => {
    const [name, code] = pair.split(' ') as [string, string]
    return !promised.get(name)?.includes(code)
  })
  expect(unpromised).toEqual([])
})
