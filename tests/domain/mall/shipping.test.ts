import {
  linesAtOnce,
  namedIn,
  parcelNumberTyped,
  planNodes,
  planWaybills,
  SHIPPING_BATCH_MAX,
} from '@domain/mall/shipping'

const at = Date.parse('2026-11-24T10:00:00+08:00')
const order = (_id: string, more: object = {}) => ({
  _id,
  employeeId: 'VC000001',
  number: 'M2611 2400 418',
  state: 'shipped',
  delivery: { kind: 'home' },
  parcel: { carrier: '顺丰速运', number: 'SF12345678' },
  nodes: [],
  ...more,
})
const lineOf = (place: string, line = 2, number = 'SF12345678') => ({
  line,
  cells: [number, '2026-11-24 10:00', place, '到达转运中心'],
})

test('the number of a parcel is one, however it was typed', () => {
  for (const typed of ['SF12345678', 'sf 1234 5678', ' Sf1234\t5678 '])
    expect(parcelNumberTyped(typed)).toBe('SF12345678')
})

describe('where a parcel has been', () => {
  it('is told to each order in it that is on its way', () => {
    const orders = [order('one'), order('other'), order('late', { state: 'received' })]
    expect(planNodes([lineOf('武汉', 2, 'sf 1234 5678')], orders)).toMatchObject([
      { does: { orderIds: ['one', 'other'], at, place: '武汉' } },
    ])
  })

  it('is told to those alone that do not know', () => {
    const known = order('one', { nodes: [{ at, place: '武汉', words: '' }] })
    expect(planNodes([lineOf('武汉')], [known, order('other')])).toMatchObject([
      { does: { orderIds: ['other'] } },
    ])
    expect(planNodes([lineOf('武汉')], [known])).toMatchObject([{ already: '已经有了' }])
  })

  it('is told once where a file says it twice', () => {
    const lines = [lineOf('武汉'), lineOf('武汉', 3), lineOf('上海', 4)]
    expect(planNodes(lines, [order('one')])).toMatchObject([
      { does: { place: '武汉' } },
      { already: '已经有了' },
      { does: { place: '上海' } },
    ])
  })

  it('is not told of what has come, or was never sent', () => {
    expect(planNodes([lineOf('武汉')], [order('one', { state: 'received' })])).toMatchObject([
      { wrong: '这个包裹已经收到了' },
    ])
    expect(planNodes([lineOf('武汉')], [])).toMatchObject([{ wrong: '没有寄出过这个运单号' }])
  })

  it('is told to no more orders at once than one transaction holds', () => {
    const orders = Array.from({ length: SHIPPING_BATCH_MAX }, (_, index) => order(`o${index}`))
    const another = order('another', { parcel: { carrier: '顺丰速运', number: 'SF99999999' } })
    const lines = [lineOf('武汉'), lineOf('上海', 3), lineOf('武汉', 4, 'SF99999999'), lineOf('嘉定', 5)]
    expect(linesAtOnce(planNodes(lines, [...orders, another]))).toBe(2)
    expect(linesAtOnce(planNodes(lines.slice(0, 2), orders))).toBe(2)
    const [tooMany] = planNodes(lines, [...orders, order('one-more')])
    expect(tooMany).toMatchObject({ wrong: '一个运单号最多 50 个订单' })
  })
})

describe('a batch of a file', () => {
  const waybill = (line: number, number: string, parcel: string) => ({
    line,
    cells: [number, '顺丰速运', parcel],
  })
  const waiting = (_id: string, number: string) => order(_id, { number, state: 'placed', parcel: null })
  const [first, second] = ['M2611 2400 001', 'M2611 2400 002']
  const file = [
    waybill(2, first, 'SF11111111'),
    waybill(3, second, 'SF11111111'),
    waybill(4, first, 'SF22222222'),
  ]
  const known = { orders: [waiting('one', first), waiting('two', second)], sent: [] }

  it('is judged by what the lines before and after it say', () => {
    const whole = planWaybills(file, known, [])
    const batches = file.flatMap(line => planWaybills([line], known, [], namedIn(file)))
    expect(batches).toEqual(whole)
    expect(whole).toMatchObject([
      { words: '顺丰速运 SF11111111，和第 3 行是同一个运单号，看看对不对' },
      { words: '顺丰速运 SF11111111，和第 2 行是同一个运单号，看看对不对' },
      { wrong: '这个订单在文件里出现了两次' },
    ])
  })

  it('says where an address has changed since labels may have been written', () => {
    const moved = { orders: [{ ...waiting('one', first), edition: 2 }], sent: [] }
    expect(planWaybills(file.slice(0, 1), moved, [])).toMatchObject([
      {
        does: { orderId: 'one', edition: 2 },
        words: '顺丰速运 SF11111111，收件地址改过，看看面单对不对',
      },
    ])
  })

  it('counts each order once, and no line that is left out', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      waybill(index + 2, `M2611 2401 ${100 + index}`, `SF0000${1000 + index}`),
    )
    const orders = many.slice(1).map(({ cells }, index) => waiting(`o${index}`, cells[0] ?? ''))
    // The first is unknown.
    expect(linesAtOnce(planWaybills(many, { orders, sent: [] }, []))).toBe(SHIPPING_BATCH_MAX + 1)
  })
})
