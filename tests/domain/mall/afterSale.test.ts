import { reasonsFor, traitsToChange } from '@domain/mall/afterSale'

const kind = (variantId: string, colour: string | null, size: string | null) => ({ variantId, colour, size })
const keysOf = (kinds: ReturnType<typeof kind>[], own: string) =>
  reasonsFor('exchange', traitsToChange(kinds, own)).map(({ key }) => key)

test.each([
  ['a thing of one kind', [kind('one', null, null)], 'one', []],
  ['the only size there is', [kind('m', null, 'M')], 'm', []],
  ['sizes', [kind('m', null, 'M'), kind('l', null, 'L')], 'm', ['size']],
  ['colours', [kind('navy', '海军蓝', null), kind('sand', '沙色', null)], 'navy', ['colour']],
  ['colours of one size', [kind('a', '海军蓝', 'M'), kind('b', '沙色', 'M')], 'a', ['colour']],
  ['a size that has left the shop', [kind('m', null, 'M')], 'l', ['size']],
])('of %s nobody asks to change what does not differ', (_of, kinds, own, traits) => {
  expect(keysOf(kinds, own)).toEqual([...traits, 'broken', 'wrong'])
})

test('reasons of a return are there for everything', () => {
  expect(reasonsFor('return', []).map(({ key }) => key)).toEqual(['unwanted', 'differs', 'broken', 'late'])
})
