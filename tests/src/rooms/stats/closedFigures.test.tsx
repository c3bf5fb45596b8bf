import { render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { createQueryClient } from '@/api/queryClient'
import FiguresPage from '@/rooms/stats/pages/figures/index'
import { providerOf } from '../../../support/queryHarness'

jest.mock('@/rooms/DeskMenu', () => ({ DeskMenu: () => null }))
const failed = { kind: '', message: '打不开', requestId: 'r', code: '' }
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: () => Promise.resolve({ ok: false, error: failed }),
}))

const offered = async (code: string, kind: string) => {
  Object.assign(failed, { code, kind })
  const Provider = providerOf(createQueryClient(() => undefined))
  const { unmount } = render(createElement(Provider, null, createElement(FiguresPage)))
  await screen.findByText('打不开')
  const found = [screen.queryByText('近 7 天') !== null, screen.queryByLabelText('导出表格') !== null]
  unmount()
  return found
}

it('offers no days and nothing to take along behind a closed door, and both where there are only no figures', async () => {
  expect(await offered('PERMISSION_DENIED', 'denied')).toEqual([false, false])
  expect(await offered('STATS_NOTHING_YET', 'missing')).toEqual([true, true])
})
