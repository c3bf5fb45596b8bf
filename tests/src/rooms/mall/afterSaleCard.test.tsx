import { render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { createQueryClient } from '@/api/queryClient'
import { AfterSaleCard, type Listed } from '@/rooms/mall/pages/returns/AfterSaleCard'
import { providerOf } from '../../../support/queryHarness'

jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  fileUrl: (fileId: string) => fileId,
  send: () => new Promise(() => undefined),
}))

const now = Date.UTC(2026, 10, 20, 1, 0)
const sale = (over: Partial<Listed>) =>
  ({
    ...{ orderId: 'o1.1', number: 'M2611 2400 418-1', productName: '马克杯', variantName: '', unit: '只' },
    ...{ coverFileId: 'cloud://demo/mug.png', coverGround: '#ece8e1' },
    buyer: { employeeId: 'e1', name: '林晓川', department: '质量', avatarFileId: null },
    ...{
      quantity: 1,
      ordered: 2,
      paid: 160,
      kind: 'return',
      reason: '不合适，不想要了',
      words: '',
      wish: '',
    },
    ...{ photos: [], photosChecking: 0, actions: ['accept', 'refuse'], at: now },
    ...over,
  }) as unknown as Listed

const show = (over: Partial<Listed> = {}) => {
  const card = createElement(AfterSaleCard, { sale: sale(over), alone: false, now })
  return render(createElement(providerOf(createQueryClient(() => undefined)), null, card))
}

it.each<[string, Partial<Listed>]>([
  ['退 1 只（共 2 只），退回 160 沃币', {}],
  ['退 1 只，退回 1,160 沃币', { ordered: 1, paid: 1160 }],
  ['换 2 只（共 2 只）', { kind: 'exchange', quantity: 2 }],
])('says what an answer decides: %s', (words, over) => {
  show(over)
  expect(screen.queryByText(words)).not.toBeNull()
  expect(screen.queryByText('同意')).not.toBeNull()
})

it('keeps the number that people read to each other on one line', () => {
  show()
  expect(screen.getByText('M2611 2400 418-1').className).toBe('nowrap')
})
