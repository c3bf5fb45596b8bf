import { limits } from '@domain/kernel/limits'
import {
  type DeliveryDraft,
  deliveryProblems,
  likelyDesk,
  maskPhone,
  toDelivery,
} from '@/rooms/mall/deliveryForm'

const home: DeliveryDraft = {
  kind: 'home',
  deskId: '',
  recipient: ' 林晓川 ',
  phone: '13800000426 ',
  address: ' 上海市嘉定区安亭镇墨玉南路 28 弄 3 号 ',
}

test('a whole address goes out trimmed and without the desk', () => {
  expect(deliveryProblems(home)).toEqual({})
  expect(toDelivery({ ...home, deskId: 'anting' })).toEqual({
    kind: 'home',
    recipient: '林晓川',
    phone: '13800000426',
    address: '上海市嘉定区安亭镇墨玉南路 28 弄 3 号',
  })
})

test('each field of an address says what is wrong with it', () => {
  expect(deliveryProblems({ ...home, recipient: '林' })).toHaveProperty('recipient')
  expect(deliveryProblems({ ...home, recipient: '林'.repeat(limits.nameMax + 1) })).toHaveProperty(
    'recipient',
  )
  for (const phone of ['1380000042', '138000004266', '23800000426', '']) {
    expect(deliveryProblems({ ...home, phone })).toHaveProperty('phone')
  }
  expect(deliveryProblems({ ...home, address: '嘉定' })).toHaveProperty('address')
  expect(deliveryProblems({ ...home, address: '嘉'.repeat(limits.addressMax + 1) })).toHaveProperty('address')
  expect(deliveryProblems({ ...home, address: '嘉'.repeat(limits.addressMax) })).toEqual({})
})

test('a desk needs no address, only the desk', () => {
  const desk: DeliveryDraft = { kind: 'desk', deskId: '', recipient: '', phone: '', address: '' }
  expect(deliveryProblems(desk)).toEqual({ deskId: expect.any(String) })
  expect(deliveryProblems({ ...desk, deskId: 'anting' })).toEqual({})
  expect(toDelivery({ ...desk, deskId: 'anting' })).toEqual({ kind: 'desk', deskId: 'anting' })
})

test('a masked number shows three figures and four', () => {
  expect(maskPhone('13800000426')).toBe('138****0426')
})

describe('the desk that is most likely meant', () => {
  const desk = (deskId: string, site: string) => ({ deskId, site, name: deskId, hours: '' })
  const desks = [desk('a', '上海'), desk('b', '上海'), desk('c', '成都工厂')]

  it.each([
    ['the last one used', 'c', '上海', 'c'],
    ['else one where the person works', '', '上海', 'a'],
    ['one where the person works, when the last one is closed', 'gone', '成都工厂', 'c'],
    ['none in a city without one', '', '广州', ''],
    ['none while nobody is known', '', undefined, ''],
  ])('is %s', (_what, last, site, expected) => {
    expect(likelyDesk(desks, last, site)).toBe(expected)
  })

  it('is the only one there is', () => {
    expect(likelyDesk([desk('c', '成都工厂')], '', '上海')).toBe('c')
  })
})
