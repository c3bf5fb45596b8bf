import { render, screen } from '@testing-library/react'
import { Coming } from '@/pages/energy/Coming'

/** Eight in the morning in UTC+8. */
const NOW = Date.parse('2026-11-19T08:00:00+08:00')
const SIX_HOURS = 21_600_000
const placeOf = (placeId: string, visit: { kindId: string; name: string } | null, startsAt: number) => ({
  ...{ placeId, visit, startsAt, title: visit ? '上海体验中心' : '瑜伽', venue: '安亭镇 1 号' },
  state: 'confirmed' as const,
})

it('says of a visit what it is for, whether it is the next or the one after', () => {
  const drive = placeOf('drive', { kindId: 'drive', name: '试驾' }, NOW + SIX_HOURS)
  const yoga = placeOf('yoga', null, NOW + SIX_HOURS + 1)
  const { rerender } = render(<Coming coming={[drive, yoga]} booked={2} now={NOW} />)
  expect(screen.queryByText('今天 14:00 上海体验中心 · 试驾')).not.toBeNull()
  expect(screen.queryByText('之后 今天 14:00 瑜伽')).not.toBeNull()
  rerender(<Coming coming={[yoga, drive]} booked={2} now={NOW} />)
  expect(screen.queryByText('之后 今天 14:00 上海体验中心 · 试驾')).not.toBeNull()
})
