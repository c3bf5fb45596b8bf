import { act, fireEvent, render, screen } from '@testing-library/react'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast, useToast } from '@/ui/toast/store'
import { ToastHost } from '@/ui/toast/ToastHost'

const undo = () => {
  const request = { text: '已同意 韩冬 加入', onUndo: jest.fn(), onExpire: jest.fn() }
  act(() => toast.undo(request))
  return request
}

beforeEach(() => {
  jest.useFakeTimers()
  render(<ToastHost />)
})
afterEach(() => {
  act(() => toast.dismiss())
  jest.useRealTimers()
})

describe('toast', () => {
  it('counts the seconds down and then carries out what it announced', () => {
    const { onUndo, onExpire } = undo()
    expect(screen.getByText('撤销 5')).toBeTruthy()
    act(() => jest.advanceTimersByTime(4000))
    expect(screen.getByText('撤销 1')).toBeTruthy()
    expect(onExpire).not.toHaveBeenCalled()
    act(() => jest.advanceTimersByTime(1000))
    expect(onExpire).toHaveBeenCalledTimes(1)
    expect(onUndo).not.toHaveBeenCalled()
    expect(useToast.getState().current).toBeUndefined()
  })

  it('takes back on a tap, and then nothing goes out', () => {
    const { onUndo, onExpire } = undo()
    fireEvent.click(screen.getByText('撤销 5'))
    act(() => jest.advanceTimersByTime(60_000))
    expect(onUndo).toHaveBeenCalledTimes(1)
    expect(onExpire).not.toHaveBeenCalled()
  })

  it('keeps in sight until it is acknowledged what went otherwise, after an undo and through what makes a sentence old', () => {
    const { onExpire } = undo()
    act(() => toast.stay('周牧刚刚决定了保留，你的决定没有生效', '广告，不是分享'))
    expect(onExpire).not.toHaveBeenCalled()
    act(() => jest.advanceTimersByTime(5_000))
    expect(onExpire).toHaveBeenCalledTimes(1)
    act(() => jest.advanceTimersByTime(60_000))
    act(() => toast.clear())
    expect(screen.getByText('周牧刚刚决定了保留，你的决定没有生效')).toBeTruthy()
    expect(screen.getByText('你写的是：「广告，不是分享」')).toBeTruthy()
    act(() => toast.show('已复制'))
    act(() => jest.advanceTimersByTime(2_400))
    fireEvent.click(screen.getByText('知道了'))
    expect(useToast.getState().current).toBeUndefined()
  })

  it('goes on counting behind a message that passes, and can be taken back after it', () => {
    const { onUndo, onExpire } = undo()
    act(() => toast.show('已复制'))
    expect(screen.getByText('已复制')).toBeTruthy()
    act(() => jest.advanceTimersByTime(2_400))
    expect(onExpire).not.toHaveBeenCalled()
    fireEvent.click(screen.getByText('撤销 3'))
    expect(onUndo).toHaveBeenCalledTimes(1)
    expect(useToast.getState().current).toBeUndefined()
  })

  it('carries out what it announced also where a message stands before it to the end', () => {
    const { onExpire } = undo()
    act(() => jest.advanceTimersByTime(4_000))
    act(() => toast.show('已复制'))
    act(() => jest.advanceTimersByTime(1_000))
    expect(onExpire).toHaveBeenCalledTimes(1)
    expect(screen.getByText('已复制')).toBeTruthy()
  })

  it('carries out an undo that another undo pushes away', () => {
    const { onExpire } = undo()
    undo()
    expect(onExpire).toHaveBeenCalledTimes(1)
    expect(screen.getByText('撤销 5')).toBeTruthy()
  })

  it('says what was earned, why, and what is left today', () => {
    act(() => toast.earned({ amount: 10, reason: '话题评论 5 × 2', multiplier: 2, leftToday: 30 }))
    expect(screen.getByText('+10 沃币 · Happy Hour ×2')).toBeTruthy()
    expect(screen.getByText('话题评论 5 × 2，今天还能再得 30')).toBeTruthy()
  })

  it('is cleared by what makes a sentence old, but an undo keeps its time', () => {
    act(() => toast.show('取货码不对'))
    act(() => toast.clear())
    expect(screen.queryByText('取货码不对')).toBeNull()
    const { onExpire } = undo()
    act(() => toast.clear())
    expect(screen.getByText('撤销 5')).toBeTruthy()
    expect(onExpire).not.toHaveBeenCalled()
  })

  it('makes room for the buttons of a sheet', () => {
    undo()
    const host = () => screen.getByRole('status').className
    expect(host()).not.toContain('toast-host--above')
    const { unmount } = render(
      <Sheet open title="拒绝" onClose={jest.fn()}>
        理由
      </Sheet>,
    )
    expect(host()).toContain('toast-host--above')
    unmount()
    expect(host()).not.toContain('toast-host--above')
  })

  it('leaves after a while', () => {
    act(() => toast.show('已复制'))
    act(() => jest.advanceTimersByTime(3000))
    expect(screen.queryByText('已复制')).toBeNull()
  })
})
