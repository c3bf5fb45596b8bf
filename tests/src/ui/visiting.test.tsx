import { fireEvent, render, screen } from '@testing-library/react'
import { Bars } from '@/ui/bars/Bars'
import { Film } from '@/ui/film/Film'
import { Gallery } from '@/ui/gallery/Gallery'
import { DayStrip } from '@/ui/slots/DayStrip'
import { SlotGrid } from '@/ui/slots/SlotGrid'
import { Stars } from '@/ui/stars/Stars'

test('a gallery has as many dots as pictures, and one picture needs none', () => {
  const { container, rerender } = render(<Gallery pictures={['a.svg', 'b.svg']} alt="上海" ratio={1.5} />)
  expect(container.querySelectorAll('.gallery__dot')).toHaveLength(2)
  expect(screen.getByLabelText('第 1 张，共 2 张')).toBeTruthy()
  rerender(<Gallery pictures={['a.svg']} alt="上海" ratio={1.5} />)
  expect(container.querySelectorAll('.gallery__dot')).toHaveLength(0)
})

test('a film plays behind its poster, and a poster without a film is only looked at', () => {
  const { container, rerender } = render(<Film title="一盏灯" poster="p.svg" src="" seconds={72} />)
  expect(screen.queryByRole('button')).toBeNull()
  rerender(<Film title="一盏灯" poster="p.svg" src="film.mp4" seconds={72} />)
  expect(container.querySelector('video')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '播放「一盏灯」' }))
  expect(container.querySelector('video')?.getAttribute('src')).toBe('film.mp4')
  expect(container.querySelector('video')?.getAttribute('duration')).toBe('72')
})

test('a film that cannot be had gives way to its poster', () => {
  const { container } = render(<Film title="一盏灯" poster="p.svg" src="film.mp4" seconds={72} />)
  fireEvent.click(screen.getByRole('button'))
  const video = container.querySelector('video')
  if (video) fireEvent.error(video)
  expect(container.querySelector('video')).toBeNull()
})

test('a day is chosen by tapping it, and says aloud what is left', () => {
  const onChange = jest.fn()
  const days = [
    { on: '2026-11-19', words: '满', quiet: true },
    { on: '2026-11-20', words: '余 8', quiet: false },
  ]
  render(<DayStrip days={days} today="2026-11-19" value="2026-11-19" onChange={onChange} />)
  expect(screen.getByText('今天')).toBeTruthy()
  expect(screen.getByRole('radio', { name: '11 月 19 日，周四，满' }).getAttribute('aria-checked')).toBe(
    'true',
  )
  fireEvent.click(screen.getByRole('radio', { name: '11 月 20 日，周五，余 8' }))
  expect(onChange).toHaveBeenCalledWith('2026-11-20')
})

test('a full time can be chosen to queue, one that is off cannot', () => {
  const onChange = jest.fn()
  const slots = [
    { key: 'a', time: '10:00', words: '满', full: true },
    { key: 'b', time: '11:00', words: '已过', full: false, off: true },
  ]
  render(<SlotGrid slots={slots} value={undefined} onChange={onChange} />)
  fireEvent.click(screen.getByRole('radio', { name: '11:00，已过' }))
  expect(onChange).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('radio', { name: '10:00，满' }))
  expect(onChange).toHaveBeenCalledWith('a')
})

test('stars up to the tapped one are filled', () => {
  const onChange = jest.fn()
  const { container } = render(<Stars label="打几颗星" value={3} onChange={onChange} />)
  expect(container.querySelectorAll('.stars__one--on')).toHaveLength(3)
  fireEvent.click(screen.getByRole('radio', { name: '5 星' }))
  expect(onChange).toHaveBeenCalledWith(5)
})

test('bars are as high as their numbers, the part inside as high as its share', () => {
  const bars = [
    { key: '1', name: '一', value: 20, part: 15 },
    { key: '2', name: '二', value: 10, part: 10 },
    { key: '3', name: '三', value: 0, part: 0 },
  ]
  const { container } = render(<Bars bars={bars} unit="位" label="星期几来的人多" />)
  const heights = [...container.querySelectorAll<HTMLElement>('.bars__bar')].map(({ style }) => style.height)
  expect(heights).toEqual(['100%', '50%', '0%'])
  expect(container.querySelector<HTMLElement>('.bars__part')?.style.height).toBe('75%')
  expect(screen.getByRole('img').getAttribute('aria-label')).toContain('一 20 位，其中 15；')
})
