import { roles } from '@domain/access/roles'
import { articleLimits } from '@domain/content/article'
import type * as z from 'zod'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'
import { type SampleCall, sampleCalls } from '../../support/sampleInputs'

/** What must turn up nowhere: neither in replies nor in what functions print nor in the log. */
const SECRET = '绝密13912345678'
const NESTING_MAX = 3

/** Somebody whom no guard turns away, so that the input alone decides. */
const everything = {
  ...people.lin,
  employeeId: 'VC000001',
  openid: 'wx-everything',
  phone: '13912345678',
  grants: Object.keys(roles).map(role => ({ role: role as keyof typeof roles })),
}

const printed: string[] = []
let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ onOutput: (_function, text) => printed.push(text) })
  await insertPeople(cloud.engine, [everything])
})
afterAll(() => cloud.close())

const digest = async () => (await cloud.door('GET', '/local/dump')).body

const send = (name: string, input: unknown, requestId = newRequestId()) =>
  cloud.call(everything.openid, name, input, requestId)

/** Inputs that are no objects at all. */
const shapeless: Record<string, unknown> = {
  text: SECRET,
  'a number': 42,
  'a list': [SECRET],
  'a query': { $where: `this.name == '${SECRET}'` },
  'a prototype': JSON.parse(`{"__proto__": {"admin": true}, "constructor": {"name": "${SECRET}"}}`),
}

/** What somebody might add to pass for somebody else or to be given more. */
const forged: Record<string, unknown> = {
  openid: 'wx-lin',
  employeeId: 'VC018842',
  role: 'hr',
  grants: [{ role: 'hr' }],
  amount: 1_000_000,
  price: 0,
  _id: SECRET,
}

/** What no field of any procedure may take, but for those that take more. */
const wrongValues: Record<string, unknown> = {
  'a comparison': { $gt: '' },
  'a script': { $where: `'${SECRET}'` },
  '10,000 characters': SECRET.repeat(1_000),
  'a deep list': Array.from({ length: NESTING_MAX }).reduce<unknown>(inner => [inner], SECRET),
  'a number beyond all': 1e300,
  nothing: null,
}

/** Fields that take more than 10,000 characters: whole pages. */
const roomy: Record<string, number> = {
  'content.cleanMarkup html': articleLimits.markupMax,
  'content.saveArticle words.html': articleLimits.markupMax,
}

function fieldsOf({ procedure }: SampleCall): string[] {
  return Object.keys((procedure.input as z.ZodObject).shape)
}

/** Null is an answer where a field may be left open, and whole pages are more than 10,000 characters. */
function wrongFor({ name, procedure }: SampleCall, field: string): [what: string, value: unknown][] {
  const isOpen = (procedure.input as z.ZodObject).shape[field]?.safeParse(null).success
  const max = roomy[`${name} ${field}`]
  const { nothing, '10,000 characters': long, ...always } = wrongValues
  return Object.entries({
    ...always,
    ...(isOpen ? {} : { nothing }),
    ...(max === undefined
      ? { '10,000 characters': long }
      : { [`${max + 1} characters`]: SECRET.padEnd(max + 1, 'x') }),
  })
}

function wrongInputs(call: SampleCall): [what: string, input: unknown][] {
  const forgeries = Object.entries(forged).filter(([field]) => !fieldsOf(call).includes(field))
  const required = fieldsOf(call).filter(
    field => !call.procedure.input.safeParse({ ...call.input, [field]: undefined }).success,
  )
  return [
    ...Object.entries(shapeless),
    ...forgeries.map(([field, value]): [string, unknown] => [
      `a forged ${field}`,
      { ...call.input, [field]: value },
    ]),
    ...required.map((field): [string, unknown] => [
      `no ${field}`,
      Object.fromEntries(Object.entries(call.input).filter(([name]) => name !== field)),
    ]),
    ...fieldsOf(call).flatMap(field =>
      wrongFor(call, field).map(([what, value]): [string, unknown] => [
        `${what} as ${field}`,
        { ...call.input, [field]: value },
      ]),
    ),
  ]
}

/** The values inside the objects and lists of a sample, and how to put another one there. */
function insideOf(
  value: unknown,
  put: (other: unknown) => unknown,
  path: string,
): [string, (other: unknown) => unknown][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]): [string, (other: unknown) => unknown][] => {
    const at = (other: unknown) =>
      put(
        Array.isArray(value)
          ? value.map((one, index) => (String(index) === key ? other : one))
          : { ...value, [key]: other },
      )
    const here = `${path}.${key}`
    return [[here, at], ...insideOf(inner, at, here)]
  })
}

const nested = sampleCalls.flatMap(({ name, procedure, input }) =>
  Object.entries(input).flatMap(([field, value]) =>
    insideOf(value, other => ({ ...input, [field]: other }), field).map(([path, at]) => ({
      name,
      path,
      refuses: (other: unknown) => !procedure.input.safeParse(at(other)).success,
    })),
  ),
)

test.each(nested)('$name refuses every wrong value as $path', ({ name, path, refuses }) => {
  const { nothing: _open, '10,000 characters': long, ...always } = wrongValues
  const max = roomy[`${name} ${path}`]
  const values = { ...always, 'too long': max === undefined ? long : SECRET.padEnd(max + 1, 'x') }
  expect(
    Object.entries(values)
      .filter(([, value]) => !refuses(value))
      .map(([what]) => what),
  ).toEqual([])
})

test.each(sampleCalls)('$name refuses every wrong input and changes nothing', async call => {
  const before = await digest()
  for (const [what, input] of wrongInputs(call)) {
    const reply = await send(call.name, input)
    expect({ what, code: reply.ok ? 'accepted' : reply.error.code }).toEqual({ what, code: 'INVALID_INPUT' })
    expect(JSON.stringify(reply)).not.toContain(SECRET)
  }
  expect(await digest()).toEqual(before)
})

test.each(
  sampleCalls.filter(({ procedure }) => procedure.kind === 'command' && procedure.idempotency !== 'natural'),
)('$name refuses a requestId that is none', async ({ name, input }) => {
  const before = await digest()
  for (const requestId of ['short', 'x'.repeat(65), 'with spaces in it', '../../etc/passwd'])
    expect(await send(name, input, requestId)).toMatchObject({ ok: false, error: { code: 'BAD_REQUEST' } })
  expect(await digest()).toEqual(before)
})

test.each(sampleCalls)('$name takes emoji, right-to-left text and joined characters as text', async call => {
  const written = '👩‍👩‍👧‍👦 مرحبا \u202Eצחק\u202C 你好'
  const texts = Object.entries(call.input).filter(
    ([field, value]) =>
      typeof value === 'string' &&
      call.procedure.input.safeParse({ ...call.input, [field]: written }).success,
  )
  for (const [field] of texts) {
    const reply = await send(call.name, { ...call.input, [field]: written })
    expect(['INTERNAL', 'FUNCTION_FAILED', 'DATABASE_UNAVAILABLE']).not.toContain(
      reply.ok ? null : reply.error.code,
    )
  }
})

/** What could pass for the key of a row, and is none. */
const strangeCursors = [
  'abc',
  'NaN',
  'Infinity',
  '-1',
  '1e400',
  '0x10',
  '9'.repeat(200),
  '~',
  '..',
  '__proto__',
]
const paged = sampleCalls.filter(call => fieldsOf(call).includes('after'))
/** Lists that are sorted by a number: what is none can't be where their page ended. */
const byNumber = ['coin.openStatement', 'identity.listImportLines', 'identity.listImportProblems']

test.each(paged)('$name answers a page or a refusal to a cursor that is none', async ({ name, input }) => {
  for (const after of strangeCursors) {
    const reply = await send(name, { ...input, after })
    const outcome = reply.ok ? 'a page' : reply.error.kind
    expect([after, outcome]).toEqual([after, expect.stringMatching(/^(a page|invalid|missing|denied)$/)])
    if (byNumber.includes(name))
      expect([after, reply.ok ? '' : reply.error.code]).toEqual([after, 'INVALID_INPUT'])
  }
})

test('knows no procedure by a name that every object has', async () => {
  const before = await digest()
  for (const name of ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'nothing'])
    expect(await send(`forum.${name}`, {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_PROCEDURE' } })
  for (const name of [
    'forum.__proto__',
    '__proto__.openFeed',
    'forum',
    '',
    'forum.openFeed.x',
    '../identity.x',
  ])
    expect(await send(name, {})).toMatchObject({ ok: false, error: { code: 'BAD_REQUEST' } })
  expect(await send('nowhere.openFeed', {})).toMatchObject({
    ok: false,
    error: { code: 'UNKNOWN_PROCEDURE' },
  })
  expect(await digest()).toEqual(before)
})

test('refuses a body of ten megabytes before any function sees it', async () => {
  const before = await digest()
  const calls = (await cloud.log()).length
  const input = { boardId: 'none', title: '标题', body: 'x'.repeat(10 * 1024 * 1024) }
  const response = await fetch(`${cloud.url}/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': everything.openid },
    body: JSON.stringify({ name: 'forum.createPost', input }),
  })
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({ ok: false, error: { code: 'BAD_REQUEST' } })
  expect((await cloud.log()).length).toBe(calls)
  expect(await digest()).toEqual(before)
})

test('printed and logged no word of what was sent and nothing about who sent it', async () => {
  const told = [
    ...printed,
    JSON.stringify((await cloud.log()).map(({ openid: _caller, ...record }) => record)),
  ]
  expect(printed.length).toBeGreaterThan(0)
  for (const secret of [SECRET, everything.name, everything.phone, everything.openid])
    expect(told.filter(text => text.includes(secret))).toEqual([])
})
