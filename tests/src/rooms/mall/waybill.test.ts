import { isPickupCode, readPickupCode, waybillProblem } from '@/rooms/mall/waybill'

test('a parcel needs a carrier and a number as the contract takes them', () => {
  expect(waybillProblem('顺丰速运', 'SF1442709186530')).toBeUndefined()
  expect(waybillProblem('顺丰速运', 'SF1 4427 0918 6530')).toBeUndefined()
  expect(waybillProblem('顺丰速运', ' sf1442709186530 ')).toBeUndefined()
  expect(waybillProblem('顺', 'SF1442709186530')).toBeDefined()
  expect(waybillProblem('顺丰速运', 'SF144')).toBeDefined()
  expect(waybillProblem('顺丰速运', '顺丰1442709')).toBeDefined()
})

test('a code that was read out in groups is the code', () => {
  expect(readPickupCode(' abcd efgh ')).toBe('abcdefgh')
  expect(isPickupCode('abcd efg')).toBe(false)
  expect(isPickupCode('abcd efgh')).toBe(true)
})
